"""Taking a step back, and back again: each time a new step that names what it reverses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import Change, Fields, History, NothingToUndo, Step, StepId

Restore = Callable[[int, Fields, Fields], Mapping[str, tuple[Any, Any]]]
"""`restore(subject, now_expected, wanted)` puts back the fields that still stand as expected,
and answers what it changed: field → (before, after)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """The new step, and how many fields stayed because somebody changed them since."""

    step: StepId
    verb: str
    facts: Fields
    kept: int


class Undo:
    """Knows for each kind of thing who can put it back."""

    def __init__(self, book: Book, history: History, restorers: Mapping[str, Restore]) -> None:
        self._book = book
        self._history = history
        self._restorers = restorers

    def undo(self, step: StepId) -> Undone:
        """Takes back `step`, a deed or an undo. Raises `NothingToUndo` when it stands no more.

        A field that somebody changed after the step is left as it is: undo never loses newer work.
        """
        with self._book.atomic(Kind.CUSTOMERS, Kind.SETTINGS):
            old = self._history.step(step)
            new = self._history.begin(old.verb, reverses=old, **old.facts)
            kept = sum(self._take_back(new, change) for change in self._history.changes_of(step))
        return Undone(step=new, verb=old.verb, facts=old.facts, kept=kept)

    def undo_last(self) -> Undone:
        return self.undo(_first(self._history.standing(undone=False, limit=1)).id)

    def redo_last(self) -> Undone:
        return self.undo(_first(self._history.standing(undone=True, limit=1)).id)

    def _take_back(self, new: StepId, change: Change) -> int:
        done = self._restorers[change.kind](change.subject, change.after, change.before)
        if done:
            before = {field: was for field, (was, _) in done.items()}
            after = {field: now for field, (_, now) in done.items()}
            told = Change(kind=change.kind, subject=change.subject, before=before, after=after)
            self._history.tell(new, [told])
        return len(change.before) - len(done)


def _first(steps: Any) -> Step:
    if not steps:
        raise NothingToUndo(step=None)
    step: Step = steps[0]
    return step
