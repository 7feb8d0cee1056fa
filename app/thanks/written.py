"""The letters that went out, word for word: written down once, and taken back only by a further entry."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from app.clock import moment
from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.people.customer import CustomerId

if TYPE_CHECKING:
    from app.thanks.composing import Composed


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How the card was made, so that it comes out the same again; empty where nobody chose.

    `signature` is the keepsake under its closing line, and so many lines stood `beneath` that.
    """

    hand: str = ""
    ink: str = ""
    amount: str = ""
    paper: str = ""
    seed: int = 0
    signature: str = ""
    beneath: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter that came out; `on` is the day it was written for, `occasion` the day it is about."""

    id: int
    uid: str
    customer: CustomerId
    at: datetime
    by: str
    letter: str
    text_name: str
    points: tuple[str, ...]
    text: str
    language: str
    on: date | None
    occasion: date | None
    made: Made


def written_to(book: Book, customers: Iterable[int]) -> dict[int, list[Written]]:
    """What stands written to each of `customers`, the oldest first; nothing where nothing does."""
    rows = book.execute(
        "SELECT * FROM cards_out WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(customers)),),
    )
    found: dict[int, list[Written]] = {}
    for row in rows:
        found.setdefault(row["customer"], []).append(read_written(row))
    return found


def last_written_to(book: Book, customer: int) -> Written | None:
    """The last letter whose words are known; cards of before words were kept have none."""
    row = book.execute(
        "SELECT * FROM cards_out WHERE customer = ? AND text <> '' ORDER BY id DESC LIMIT 1",
        (customer,),
    ).fetchone()
    return None if row is None else read_written(row)


def one_written(book: Book, print_: int) -> Written | None:
    """What was written on this card; None where it did not come out after all."""
    row = book.execute("SELECT * FROM cards_out WHERE id = ?", (print_,)).fetchone()
    return None if row is None else read_written(row)


def write_down(
    book: Book, letters: Iterable[tuple["Composed", Made]], table: str = "prints"
) -> list[int]:
    """Adds the letters to `table` and answers their ids."""
    insert = f"INSERT INTO {table} ({_NAMES}) VALUES ({_MARKS}) RETURNING id"
    return [int(book.execute(insert, _row(book, one, made)).fetchone()[0]) for one, made in letters]


def copy_to_prints(book: Book, waiting: int, paper: str) -> int:
    """A card that waited came out on `paper`, "" for that of when it was made; answers the print's id."""
    named = ", ".join(_OF_THE_PRINT.get(name, name) for name in _COLUMNS)
    row = book.execute(
        f"INSERT INTO prints ({_NAMES}) SELECT {named} FROM waiting_cards WHERE id = ? RETURNING id",
        (new_uid(book.now()), book.stamp(), book.by, paper, waiting),
    ).fetchone()
    return int(row[0])


def take_back(book: Book, print_: int, *, withdrawn: bool) -> None:
    """Says that a print did not come out after all, or did."""
    book.execute(
        "INSERT INTO print_withdrawals (print, withdrawn, at, by) VALUES (?, ?, ?, ?)",
        (print_, withdrawn, book.stamp(), book.by),
    )


def is_withdrawn(book: Book, print_: int) -> bool:
    return bool(
        book.value(
            "SELECT withdrawn FROM print_withdrawals WHERE print = ? ORDER BY id DESC LIMIT 1",
            (print_,),
        )
    )


_COLUMNS = (
    "uid customer at by letter occasion day text_name points text language"
    " hand ink amount paper seed signature beneath"
).split()
_OF_THE_PRINT = {"uid": "?", "at": "?", "by": "?", "paper": "ifnull(nullif(?, ''), paper)"}
_NAMES, _MARKS = ", ".join(_COLUMNS), ", ".join("?" * len(_COLUMNS))


def _row(book: Book, one: "Composed", made: Made) -> tuple[object, ...]:
    return (
        new_uid(book.now()),
        one.customer,
        book.stamp(),
        book.by,
        one.letter,
        one.occasion and one.occasion.isoformat(),
        one.on.isoformat(),
        one.text_name,
        json.dumps([point.name for point in one.points]),
        one.text,
        one.language,
        made.hand,
        made.ink,
        made.amount,
        made.paper,
        made.seed,
        made.signature,
        made.beneath,
    )


def read_written(row: sqlite3.Row) -> Written:
    return Written(
        id=row["id"],
        uid=row["uid"],
        customer=row["customer"],
        at=moment(row["at"]),
        by=row["by"],
        letter=row["letter"],
        text_name=row["text_name"],
        points=tuple(json.loads(row["points"])),
        text=row["text"],
        language=row["language"],
        on=date.fromisoformat(row["day"]) if row["day"] else None,
        occasion=date.fromisoformat(row["occasion"]) if row["occasion"] else None,
        made=Made(
            hand=row["hand"],
            ink=row["ink"],
            amount=row["amount"],
            paper=row["paper"],
            seed=row["seed"],
            signature=row["signature"],
            beneath=row["beneath"],
        ),
    )
