"""The one audit log: who did what when, on whom, and what stood there before and after."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NewType

from app.clock import moment
from app.errors import ShopError
from app.keeping.database import Book, as_json
from app.keeping.uids import new_uid
from app.values import value

StepId = NewType("StepId", int)
Fields = Mapping[str, Any]
"""Field names of a thing with their values as JSON knows them."""
FEW = 8
"""So many entries of a step stand in its row; of more, as an import makes them, it would grow too long."""
_Told = tuple[str, int, str, str]
"""What of, which one, and before and after as JSON."""


class NothingToUndo(ShopError):
    """There is no such step, or it was taken back already."""


@value
class Step:
    """One verb as one person did it; `is_undo` marks the taking back of another step."""

    id: StepId
    at: datetime
    by: str
    verb: str
    facts: Fields
    reverses: StepId | None
    is_undo: bool


@value
class Change:
    """What a step did to one thing: only the fields that changed, before and after."""

    kind: str
    subject: int
    before: Fields
    after: Fields


class _Whole:
    """A step that holds those of several verbs, once the first of them has begun."""

    def __init__(self, verb: str, facts: Fields) -> None:
        self.verb, self.facts = verb, facts
        self.step: StepId | None = None


class History:
    """Written inside the transaction of the verb it tells about."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._whole: _Whole | None = None
        self._told = StepId(0), 0

    def begin(
        self, verb: str, *, reverses: Step | None = None, by: str = "", **facts: Any
    ) -> StepId:
        """Opens a step, done `by` whoever has the book open unless another is named.

        Raises `NothingToUndo` when `reverses` was taken back in the meantime.
        """
        if self._whole is None:
            return self._begin(verb, reverses=reverses, by=by, **facts)
        if self._whole.step is None:
            self._whole.step = self._begin(self._whole.verb, by=by, **self._whole.facts)
        return self._whole.step

    def _begin(
        self, verb: str, *, reverses: Step | None = None, by: str = "", **facts: Any
    ) -> StepId:
        book = self._book
        begun = book.execute(
            "INSERT INTO history_steps (uid, at, by, verb, facts, reverses, is_undo)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (reverses) WHERE reverses IS NOT NULL DO NOTHING",
            (
                new_uid(book.now()),
                book.stamp(),
                by or book.by,
                verb,
                as_json(facts),
                reverses and reverses.id,
                bool(reverses and not reverses.is_undo),
            ),
        )
        if not begun.rowcount:
            raise NothingToUndo(step=reverses and reverses.id)
        self._told = StepId(begun.lastrowid or 0), 0
        return self._told[0]

    @contextmanager
    def as_one(self, verb: str, **facts: Any) -> Iterator[None]:
        """Whatever the verbs inside do is this one step, taken back together; none where they do nothing."""
        self._whole = _Whole(verb, facts)
        try:
            yield
        finally:
            self._whole = None

    def tell(self, step: StepId, changes: Iterable[Change]) -> None:
        self._write(
            step,
            ((one.kind, one.subject, as_json(one.before), as_json(one.after)) for one in changes),
        )

    def tell_of_entry(self, step: StepId, kind: str, subject: int) -> None:
        """A ledger has a new entry, which names its step and stands until it is taken back.

        The first few of a step stand in its own row, so that a sale has one page less to write.
        """
        n = self._next(step)
        if n > FEW:
            self._write(step, [(kind, subject, '{"stands":false}', '{"stands":true}')])
            return
        self._book.execute(_ENTER, (f',[{n},"{kind}",{subject}]', step))
        self._told = step, n

    def tell_of_all(self, step: StepId, change: Change, subjects: Iterable[int]) -> None:
        """The same change done to many things; whose `change` itself is does not matter."""
        before, after = as_json(change.before), as_json(change.after)
        self._write(step, ((change.kind, subject, before, after) for subject in subjects))

    def _write(self, step: StepId, rows: Iterable[_Told]) -> None:
        first = self._next(step)
        written = self._book.connection.executemany(
            _INSERT, ((step, n, *row) for n, row in enumerate(rows, first))
        )
        self._told = step, first - 1 + written.rowcount

    def _next(self, step: StepId) -> int:
        """The place of the next change of `step`; it is looked up where another step was told of last."""
        if step != self._told[0]:
            self._told = step, self._book.value(_LAST, (step,))
        return self._told[1] + 1

    def step(self, step: StepId) -> Step:
        row = self._book.execute(f"{_SELECT} WHERE id = ?", (step,)).fetchone()
        if row is None:
            raise NothingToUndo(step=step)
        return _step(row)

    def size(self, step: StepId) -> int:
        """How many things `step` changed."""
        return int(self._book.value("SELECT count(*) FROM changes WHERE step = ?", (step,)))

    def changes_of(self, step: StepId) -> Sequence[Change]:
        """The changes of `step`, last one first: the order in which they are taken back."""
        rows = self._book.execute(
            "SELECT kind, subject, before, after FROM changes WHERE step = ? ORDER BY n DESC",
            (step,),
        )
        return [
            Change(
                kind=row["kind"],
                subject=row["subject"],
                before=json.loads(row["before"]),
                after=json.loads(row["after"]),
            )
            for row in rows
        ]

    def newest(self) -> StepId:
        """The step that was done last, 0 in an empty book."""
        return StepId(self._book.value("SELECT coalesce(max(id), 0) FROM history_steps"))

    def after(self, step: StepId) -> Sequence[StepId]:
        """What was done since, in its order."""
        return self._book.column("SELECT id FROM history_steps WHERE id > ? ORDER BY id", (step,))

    def standing(self, *, undone: bool, limit: int = 50) -> Sequence[Step]:
        """Steps that still stand, newest first: deeds to undo, or with `undone` undos to redo."""
        rows = self._book.execute(
            f"{_SELECT} AS s WHERE is_undo = ? AND verb != 'setup'"
            " AND NOT EXISTS (SELECT 1 FROM history_steps r WHERE r.reverses = s.id)"
            " ORDER BY id DESC LIMIT ?",
            (undone, limit),
        )
        return [_step(row) for row in rows]

    def stands(self, step: StepId) -> bool:
        """Whether nobody has taken `step` back."""
        reversed_ = self._book.value(
            "SELECT EXISTS (SELECT 1 FROM history_steps WHERE reverses = ?)", (step,)
        )
        return not reversed_

    def of(self, kind: str, subject: int, limit: int = 200) -> Sequence[tuple[Step, Change]]:
        """What happened to one thing, newest first; a movement of points tells its step itself."""
        rows = self._book.execute(
            "SELECT s.*, h.kind, h.subject, h.before, h.after FROM history h"
            " JOIN history_steps s ON s.id = h.step"
            f" WHERE h.kind = ? AND h.subject = ? AND {_ASKED_OF} ORDER BY h.step DESC, h.n DESC LIMIT ?",
            (kind, subject, limit),
        )
        return [
            (
                _step(row),
                Change(
                    kind=kind,
                    subject=subject,
                    before=json.loads(row["before"]),
                    after=json.loads(row["after"]),
                ),
            )
            for row in rows
        ]


_INSERT = "INSERT INTO history (step, n, kind, subject, before, after) VALUES (?, ?, ?, ?, ?, ?)"
_ENTER = "UPDATE history_steps SET entries = entries || ? WHERE id = ?"
_LAST = "SELECT ifnull(max(n), 0) FROM changes WHERE step = ?"
_ASKED_OF = "h.kind <> 'points'"  # as the index has it
_SELECT = "SELECT * FROM history_steps"


def _step(row: Any) -> Step:
    return Step(
        id=StepId(row["id"]),
        at=moment(row["at"]),
        by=row["by"],
        verb=row["verb"],
        facts=json.loads(row["facts"]),
        reverses=row["reverses"],
        is_undo=bool(row["is_undo"]),
    )
