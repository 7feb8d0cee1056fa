"""The drawer of part-used sheets: which labels of each are gone, and which are torn."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.printing.rows import Rows, numbers
from app.values import value

KIND = "part sheet"
_NOBODY: Sequence[int] = ()


@value
class PartSheet:
    """A sheet of the kind `stock`; labels are numbered from 1. `gone` are used, `torn` are spoilt."""

    id: int
    stock: str
    name: str
    gone: frozenset[int]
    torn: frozenset[int]

    @property
    def missing(self) -> frozenset[int]:
        """All that nothing can be printed on any more."""
        return self.gone | self.torn


@value
class Used:
    """A print used up the labels `gone` of a sheet that has `labels` in all.

    `sheet` is its number in the drawer; None for a fresh one whose rest is put there, by `name`.
    """

    sheet: int | None
    stock: str
    labels: int
    gone: frozenset[int]
    name: str = ""


class Drawer:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._rows = Rows(book, history, "part_sheets", KIND)
        self.restore = self._rows.restore

    def all(self, stock: str = "") -> list[PartSheet]:
        """Those of one kind, or of every kind, the oldest first."""
        rows = self._rows.standing("stock = ?", (stock,)) if stock else self._rows.standing()
        return [_sheet(row) for row in rows]

    def one(self, number: int) -> PartSheet:
        """Raises `NotInPrinting`."""
        return _sheet(self._rows.one(number))

    def put_in(
        self, stock: str, name: str = "", gone: Iterable[int] = (), torn: Iterable[int] = ()
    ) -> int:
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("put in drawer", name=name or stock)
            return self._insert(step, stock, name, gone, torn)

    def mark(
        self,
        number: int,
        gone: Iterable[int] | None = None,
        torn: Iterable[int] | None = None,
    ) -> StepId:
        """Says anew which labels are gone or torn; None leaves them as they are. Raises `NotInPrinting`."""
        asked = {"gone": gone, "torn": torn}
        with self._book.atomic(Kind.PRINTING):
            sheet = self.one(number)
            step = self._history.begin("mark sheet", name=sheet.name or sheet.stock)
            fields = {name: numbers(said) for name, said in asked.items() if said is not None}
            self._rows.write(step, number, **fields)
        return step

    def rename(self, number: int, name: str) -> StepId:
        """Raises `NotInPrinting`."""
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("rename sheet", name=name)
            self._rows.write(step, number, name=" ".join(name.split()))
        return step

    def take_out(self, number: int) -> StepId:
        """Raises `NotInPrinting`."""
        with self._book.atomic(Kind.PRINTING):
            sheet = self.one(number)
            step = self._history.begin("take from drawer", name=sheet.name or sheet.stock)
            self._rows.write(step, number, removed=True)
        return step

    def stock_renamed(self, step: StepId, before: str, name: str) -> None:
        """Part of the step that gives a kind of sheets another name."""
        for sheet in self.all(before):
            self._rows.write(step, sheet.id, stock=name)

    def use(self, used: Sequence[Used], *, within: StepId | None = None) -> StepId | None:
        """Labels were used: sheets with nothing left are taken out, fresh ones with a rest put in.

        A step of its own, or a part of the step `within` which something was given out for them. None where
        that changes nothing. A sheet that somebody took out meanwhile is passed over.
        """
        there = {sheet.id: sheet for sheet in self.all()}
        known = [one for one in used if one.sheet is None or one.sheet in there]
        telling = [one for one in known if one.sheet is not None or 0 < len(one.gone) < one.labels]
        if not telling:
            return None
        with self._book.atomic(Kind.PRINTING):
            n = sum(len(one.gone) for one in known)
            step = within or self._history.begin("use labels", n=n)
            for one in telling:
                self._use(step, one, there)
        return step

    def _use(self, step: StepId, one: Used, there: Mapping[int, PartSheet]) -> None:
        if one.sheet is None:
            self._insert(step, one.stock, one.name, one.gone, _NOBODY)
            return
        sheet = there[one.sheet]
        gone = sheet.gone | one.gone
        is_empty = len(gone | sheet.torn) >= one.labels
        self._rows.write(step, sheet.id, gone=numbers(gone), removed=is_empty)

    def _insert(
        self, step: StepId, stock: str, name: str, gone: Iterable[int], torn: Iterable[int]
    ) -> int:
        said = " ".join(name.split())
        return self._rows.insert(
            step, stock=stock, name=said, gone=numbers(gone), torn=numbers(torn)
        )


def _sheet(row: Mapping[str, Any]) -> PartSheet:
    return PartSheet(
        id=row["id"],
        stock=row["stock"],
        name=row["name"],
        gone=frozenset(json.loads(row["gone"])),
        torn=frozenset(json.loads(row["torn"])),
    )
