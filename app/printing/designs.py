"""Label designs of the owner's own; what their parts mean is read where they are drawn."""

import json
from collections.abc import Mapping
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.printing.rows import Rows, as_text
from app.values import value

KIND = "label design"


@value
class LabelDesign:
    """`parts` are as `reports.label_design` writes them."""

    id: int
    name: str
    parts: Mapping[str, Any]


class Designs:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._rows = Rows(book, history, "label_designs", KIND)
        self.restore = self._rows.restore

    def all(self) -> list[LabelDesign]:
        """In the order in which they were made."""
        return [_design(row) for row in self._rows.standing()]

    def one(self, number: int) -> LabelDesign:
        """Raises `NotInPrinting`."""
        return _design(self._rows.one(number))

    def add(self, name: str, parts: Mapping[str, Any]) -> int:
        """Raises `Unnamed` and `NameTaken`."""
        with self._book.atomic(Kind.PRINTING):
            called = self._rows.check_name(name)
            step = self._history.begin("add design", name=called)
            return self._rows.insert(step, name=called, parts=as_text(parts))

    def change(self, number: int, name: str, parts: Mapping[str, Any]) -> StepId:
        """Raises `NotInPrinting`, `Unnamed` and `NameTaken`."""
        with self._book.atomic(Kind.PRINTING):
            called = self._rows.check_name(name, besides=number)
            step = self._history.begin("change design", name=called)
            self._rows.write(step, number, name=called, parts=as_text(parts))
        return step

    def remove(self, number: int) -> StepId:
        """Raises `NotInPrinting`."""
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("remove design", name=self.one(number).name)
            self._rows.write(step, number, removed=True)
        return step


def _design(row: Mapping[str, Any]) -> LabelDesign:
    return LabelDesign(id=row["id"], name=row["name"], parts=json.loads(row["parts"]))
