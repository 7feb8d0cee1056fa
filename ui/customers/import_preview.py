"""The first rows of a list in words, as they will be taken over."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from app.people.birthday import Birthday
from app.people.customer import shown_name
from app.people.phones import shown
from reports.sentences import reason
from resources.words import Words
from ui.customers.import_fields import field_said
from ui.customers.import_shown import Preview, PreviewRow

if TYPE_CHECKING:
    from app.people.exchange.problems import Problem
    from app.people.exchange.rows import Row
    from app.people.importing import Foreseen

ROWS = 50
COLUMNS = ("phone", "email", "birthday", "city", "tags", "notes")
"""What the preview shows beside the name."""
ANY_LEAP_YEAR = 2000


def preview_said(
    rows: Sequence["Row"],
    known: Mapping[int, "Foreseen"],
    total: int,
    country: str,
    words: Words,
) -> Preview:
    """The preview of a list of `total` rows for a shop in `country`; `known` are rows about somebody
    who is in the book or in a row above.
    """
    read = tuple(_row(row, known.get(row.number), country, words) for row in rows)
    if total <= len(read):
        count = words.plural("{n} row", "{n} rows", len(read))
    else:
        count = words(
            "The first {n} of {total} rows", n=words.number(len(read)), total=words.number(total)
        )
    return Preview(rows=read, count=count, remark=_remark(read, words))


def problem_said(problem: "Problem", words: Words) -> str:
    """Why a value was not taken."""
    return reason(problem.reason, problem.facts, words)


def _remark(rows: Sequence[PreviewRow], words: Words) -> str:
    return " ".join((*_doubts(rows, words), *_doubles(rows, words)))


def _doubts(rows: Sequence[PreviewRow], words: Words) -> Iterator[str]:
    left_out = sum(row.left_out for row in rows)
    doubtful = sum(bool(row.remark) for row in rows) - left_out
    if not doubtful and not left_out:
        yield words("Everything here can be read.")
    if doubtful:
        yield words.plural(
            "In {n} row something cannot be read; it is kept as a note.",
            "In {n} rows something cannot be read; it is kept as a note.",
            doubtful,
        )
    if left_out:
        yield words.plural("{n} row is left out.", "{n} rows are left out.", left_out)


def _doubles(rows: Sequence[PreviewRow], words: Words) -> Iterator[str]:
    known = Counter(row.known for row in rows)
    if known["book"]:
        yield words.plural(
            "{n} row is about somebody in your book.",
            "{n} rows are about people in your book.",
            known["book"],
        )
    if known["list"]:
        yield words.plural(
            "{n} row is about somebody from a row above.",
            "{n} rows are about people from rows above.",
            known["list"],
        )


def _row(row: "Row", known: "Foreseen | None", country: str, words: Words) -> PreviewRow:
    cells = _cells(row.values, country, words)
    doubts = {one.field: one.value for one in row.problems if one.value}
    problems = row.problems[-1:] + row.problems[:-1] if row.is_refused else row.problems
    said = [_problem(one, words) for one in problems]
    return PreviewRow(
        number=row.number,
        name=_name(row.values, cells),
        left_out=row.is_refused,
        known="" if known is None else "book" if known.row is None else "list",
        cells=cells,
        doubts={field: value for field, value in doubts.items() if not cells.get(field)},
        remark="; ".join(said),
        told="\n".join(filter(None, (*map(_told, problems, said), _known_said(known, words)))),
    )


def _known_said(known: "Foreseen | None", words: Words) -> str:
    """Where she is known from, and what the row brings."""
    if known is None:
        return ""
    if known.row is not None:
        return words("The same person as in row {row}.", row=words.number(known.row))
    if known.fate == "updated":
        return words("{name} is in your book; this row changes something.", name=known.name)
    return words("{name} is in your book; this row brings nothing new.", name=known.name)


def _problem(one: "Problem", words: Words) -> str:
    why, field = problem_said(one, words), field_said(one.field, words) or one.field
    return words("{field}: {why}", field=field, why=why) if field else why


def _told(one: "Problem", said: str) -> str:
    return f"{one.value}\n{said}" if one.value else said


def _name(values: Mapping[str, Any], cells: Mapping[str, str]) -> str:
    return shown_name(
        values.get("first_name"),
        values.get("last_name"),
        values.get("company"),
        cells.get("phone"),
        cells.get("email"),
        values.get("card_number"),
    )


def _cells(values: Mapping[str, Any], country: str, words: Words) -> Mapping[str, str]:
    phones = [shown(phone, country or None) for phone in values.get("phones", ())]
    said = {
        "phone": words.isolated(", ".join(phones)),
        "email": ", ".join(values.get("emails", ())),
        "birthday": _day(values.get("birthday"), words),
        "city": values.get("city", ""),
        "tags": ", ".join(values.get("tags", ())),
        "notes": " ".join(values.get("notes", "").split()),
    }
    return {key: cell for key, cell in said.items() if cell}


def _day(written: str | None, words: Words) -> str:
    if not written:
        return ""
    born = Birthday.read(written)
    if born.year is None:
        return words.date(date(ANY_LEAP_YEAR, born.month, born.day), "MMMd")
    return words.date(date(born.year, born.month, born.day), "yMMMd")
