"""Sheets of labels that the owner measured or took from a template; what they mean is read elsewhere."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.printing.rows import Rows, as_text
from app.values import value

KIND = "own sheet"
Renamed = Callable[[StepId, str, str], None]
"""The step, the name before, and the name now."""


@value
class OwnSheet:
    """`measures` are as `reports.shop_stock` writes them."""

    id: int
    name: str
    measures: Mapping[str, Any]


class OwnSheets:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(self, book: Book, history: History, renamed: Sequence[Renamed] = ()) -> None:
        """`renamed` are told of another name within its step: whoever keeps sheets by their names."""
        self._book, self._history, self._renamed = book, history, renamed
        self._rows = Rows(book, history, "own_sheets", KIND)
        self.restore = self._rows.restore

    def all(self) -> list[OwnSheet]:
        """In the order in which they were added."""
        return [_sheet(row) for row in self._rows.standing()]

    def one(self, number: int) -> OwnSheet:
        """Raises `NotInPrinting`."""
        return _sheet(self._rows.one(number))

    def add(self, name: str, measures: Mapping[str, Any]) -> int:
        """Raises `Unnamed` and `NameTaken`."""
        with self._book.atomic(Kind.PRINTING):
            called = self._rows.check_name(name)
            step = self._history.begin("add sheet", name=called)
            return self._rows.insert(step, name=called, measures=as_text(measures))

    def add_several(self, sheets: Mapping[str, Mapping[str, Any]]) -> StepId:
        """Their measures by name, all of them in one step. Raises `Unnamed` and `NameTaken`."""
        with self._book.atomic(Kind.PRINTING):
            called = [self._rows.check_name(name) for name in sheets]
            step = self._history.begin("add sheet", n=len(called), name=next(iter(called), ""))
            for name, measures in zip(called, sheets.values(), strict=True):
                self._rows.insert(step, name=name, measures=as_text(measures))
        return step

    def change(self, number: int, name: str, measures: Mapping[str, Any]) -> StepId:
        """What is left of it in the drawer, and what waits for it, goes by the new name, too.

        Raises `NotInPrinting`, `Unnamed` and `NameTaken`.
        """
        with self._book.atomic(Kind.PRINTING):
            called = self._rows.check_name(name, besides=number)
            before = self.one(number).name
            step = self._history.begin("change sheet", name=called)
            self._rows.write(step, number, name=called, measures=as_text(measures))
            for tell in self._renamed if called != before else ():
                tell(step, before, called)
        return step

    def remove(self, number: int) -> StepId:
        """Raises `NotInPrinting`."""
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("remove sheet", name=self.one(number).name)
            self._rows.write(step, number, removed=True)
        return step


def _sheet(row: Mapping[str, Any]) -> OwnSheet:
    return OwnSheet(id=row["id"], name=row["name"], measures=json.loads(row["measures"]))
