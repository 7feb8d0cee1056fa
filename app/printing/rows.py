"""Rows of one table of the print room, changed field by field so that each change can be taken back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid


class NotInPrinting(ShopError):
    """Number `id` of `kind` is not there any more: another window has taken it away."""


class NameTaken(ShopError):
    """There is another one called `name`."""


class Unnamed(ShopError):
    """It needs a name by which it can be found again."""


class Rows:
    """Steps of history are begun by the verb that calls; nothing is ever deleted, only `removed`."""

    def __init__(self, book: Book, history: History, table: str, kind: str) -> None:
        self._book, self._history = book, history
        self._table, self._kind = table, kind

    def standing(self, where: str = "1", values: Sequence[Any] = ()) -> list[Mapping[str, Any]]:
        """Those that are not removed, the oldest first."""
        rows = self._book.execute(
            f"SELECT * FROM {self._table} WHERE NOT removed AND {where} ORDER BY id", tuple(values)
        )
        return [_plain(row) for row in rows]

    def one(self, number: int) -> Mapping[str, Any]:
        """Raises `NotInPrinting`."""
        found = self.standing("id = ?", (number,))
        if not found:
            raise NotInPrinting(kind=self._kind, id=number)
        return found[0]

    def insert(self, step: StepId, **fields: Any) -> int:
        facts = {"uid": new_uid(self._book.now()), **fields}
        names, marks = ", ".join(facts), ", ".join("?" * len(facts))
        written = self._book.execute(
            f"INSERT INTO {self._table} ({names}) VALUES ({marks})", tuple(facts.values())
        )
        number = int(written.lastrowid or 0)
        self._tell(step, number, {"removed": True}, {"removed": False})
        return number

    def write(self, step: StepId, number: int, **fields: Any) -> None:
        """Only what differs is written and told. Raises `NotInPrinting`."""
        now = self.one(number)
        changed = {name: value for name, value in fields.items() if now[name] != value}
        if changed:
            self._tell(step, number, {name: now[name] for name in changed}, changed)
            self._put(number, changed)

    def check_name(self, name: str, besides: int = 0) -> str:
        """The name without spaces around it. Raises `Unnamed` and `NameTaken`."""
        said = " ".join(name.split())
        if not said:
            raise Unnamed
        others = (row for row in self.standing() if row["id"] != besides)
        if any(row["name"].casefold() == said.casefold() for row in others):
            raise NameTaken(name=said)
        return said

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        row = self._book.execute(
            f"SELECT * FROM {self._table} WHERE id = ?", (change.subject,)
        ).fetchone()
        now = _plain(row)
        back = {
            name: change.before[name] for name, value in change.after.items() if now[name] == value
        }
        self._put(change.subject, back)
        return replace(change, before={name: change.after[name] for name in back}, after=back)

    def _put(self, number: int, fields: Mapping[str, Any]) -> None:
        if fields:
            names = ", ".join(f"{name} = ?" for name in fields)
            self._book.execute(
                f"UPDATE {self._table} SET {names} WHERE id = ?", (*fields.values(), number)
            )

    def _tell(
        self, step: StepId, number: int, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        one = Change(kind=self._kind, subject=number, before=dict(before), after=dict(after))
        self._history.tell(step, [one])


def as_text(value: object) -> str:
    """As it stands in a field: the same value is always the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def numbers(labels: Iterable[int]) -> str:
    """Numbers of labels as they stand in a field."""
    return as_text(sorted(set(labels)))


def _plain(row: Any) -> dict[str, Any]:
    """As the history tells of it."""
    told = dict(row)
    return told | {name: bool(told[name]) for name in ("removed", "proved") if name in told}
