"""Taking a step back, and back again: each time a new step that names what it reverses."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import Change, Fields, History, NothingToUndo, Step, StepId
from app.progress import Report, unheard
from app.values import value

Restore = Callable[[Sequence[Change]], Sequence[Change]]
"""Puts the fields that still stand as `after` says back to what `before` says, and answers for each
change what it did itself. No two of the changes are about the same thing."""

_AT_ONCE = 500


@value
class Undone:
    """The new step, and how many fields stayed because somebody changed them since."""

    step: StepId
    verb: str
    facts: Fields
    kept: int


Deed = Callable[[], object]


class Undo:
    """Knows for each kind of thing who can put it back."""

    def __init__(
        self,
        book: Book,
        history: History,
        restorer: Callable[[str], Restore],
        settle: Callable[[], None],
    ) -> None:
        """`restorer` answers who puts back things of a kind. `settle` is called once all is put back, for
        what is best worked out from the whole.
        """
        self._book = book
        self._history = history
        self._restorer = restorer
        self._settle = settle

    def undo(
        self, step: StepId, report: Report = unheard, *, but_for: Collection[str] = ()
    ) -> Undone:
        """Takes back `step`, a deed or an undo, `but_for` what it did to these kinds of thing.

        Raises `NothingToUndo` when it stands no more.

        A field that somebody changed after the step is left as it is: undo never loses newer work.
        When `report` raises `Cancelled`, nothing was taken back.
        """
        with self._book.atomic(*Kind):
            old = self._history.step(step)
            new = self._history.begin(old.verb, reverses=old, **old.facts)
            told = self._history.changes_of(step)
            changes, done, kept = [one for one in told if one.kind not in but_for], 0, 0
            for batch in _batches(changes):
                report(done, len(changes))
                kept += self._take_back(new, batch)
                done += len(batch)
            self._settle()
        return Undone(step=new, verb=old.verb, facts=old.facts, kept=kept)

    @contextmanager
    def if_all_goes_well(self) -> Iterator[Callable[[Deed], StepId | None]]:
        """Does what it is handed at once, and takes it back where the block around it does not end well.

        It answers the newest step that was done, None for none. The block may take long, as printing does:
        others write meanwhile. Should it never end, as in a power cut, the deed can be taken back by hand.
        """
        done: list[StepId] = []

        def do(deed: Deed) -> StepId | None:
            with self._book.atomic(*Kind):
                before = self._history.newest()
                deed()
                steps = self._history.after(before)
            done.extend(steps)
            return done[-1] if done else None

        try:
            yield do
        except BaseException:
            self._take_all_back(done)
            raise

    def undo_last(self) -> Undone:
        return self.undo(self.last())

    def redo_last(self) -> Undone:
        return self.undo(self.last(undone=True))

    def last(self, *, undone: bool = False) -> StepId:
        """The newest deed to take back, or with `undone` the newest undo. Raises `NothingToUndo`."""
        return _first(self._history.standing(undone=undone, limit=1)).id

    def _take_all_back(self, steps: Sequence[StepId]) -> None:
        with self._book.atomic(*Kind):
            for step in reversed(steps):
                self.undo(step)

    def _take_back(self, new: StepId, changes: Sequence[Change]) -> int:
        done = self._restorer(changes[0].kind)(changes)
        self._history.tell(new, [one for one in done if one.after])
        return sum(
            len(asked.before.keys() - did.after.keys())
            for asked, did in zip(changes, done, strict=True)
        )


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Changes that may be taken back together: of one kind, none about the same thing as another."""
    batch: list[Change] = []
    subjects: set[int] = set()
    for change in changes:
        is_apart = batch and batch[0].kind != change.kind
        if is_apart or change.subject in subjects or len(batch) == _AT_ONCE:
            yield batch
            batch, subjects = [], set()
        batch.append(change)
        subjects.add(change.subject)
    if batch:
        yield batch


def _first(steps: Any) -> Step:
    if not steps:
        raise NothingToUndo(step=None)
    step: Step = steps[0]
    return step
