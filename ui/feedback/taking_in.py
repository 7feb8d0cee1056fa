"""Reads a file of answers, such as those of another program, on the side."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.changes import Kind
from app.progress import Report
from app.shop import Shop

if TYPE_CHECKING:
    from app.people.importing import Result
    from ui.desk import Desk

NAMED = 8
"""So many rows that could not be read are named."""


def take_in(desk: "Desk", file: Path) -> None:
    """Every row counts once, however often the file is read; what was read can be taken back whole."""
    words = desk.words
    desk.work(
        lambda shop, report: _read(shop, file, report),
        lambda result: _tell(desk, result),
        say=lambda _done, _total: words("Reading the answers"),
        changes=(Kind.VOICE,),
        icon="tray-arrow-down",
    )


def _read(shop: Shop, file: Path, report: Report) -> "Result":
    from app.voice.exchange.columns import open_answers
    from app.voice.exchange.importing import Whose, import_answers

    opened = open_answers(file, shop.place(), [], report)
    whose = Whose(zone=shop.settings.read().zone, by=shop.book.by, on=shop.today())
    return import_answers(shop.book, shop.history, shop.voice, opened, whose, report)


def _tell(desk: "Desk", result: "Result") -> None:
    """How many were read, and which rows want a look."""
    words = desk.words
    rows = list(dict.fromkeys(one.row for one in result.problems))
    named = ", ".join(words.number(row) for row in rows[:NAMED])
    more = "…" if len(rows) > NAMED else ""
    look = words("To look at, rows {rows}", rows=words.isolated(named + more)) if rows else ""
    read = words.plural("{n} answer read", "{n} answers read", result.added)
    if result.step is None:
        read = words("Nothing new in this file")
    desk.tell_step(result.step, ". ".join(part for part in (read, look) if part))
