"""What can be done once a list is in the book: look at what was not taken, mend it, take it all back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.changes import Kind
from app.shop import Shop
from resources.words import Words
from ui.customers.import_outcome import outcome_said, problem_lines, told_after
from ui.customers.import_reading import Draft
from ui.customers.import_refused import save_to_mend
from ui.customers.import_shown import ImportView, ProblemLine, Work

if TYPE_CHECKING:
    from app.keeping.history import StepId
    from app.people.importing import Result


@dataclass(frozen=True, slots=True)
class Taken:
    """A list and what came of it."""

    draft: Draft
    result: "Result"


class Aftermath:
    """The import that was done last; `taken` is None while there is none."""

    def __init__(self, shop: Shop, words: Words, view: ImportView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self.taken: Taken | None = None
        self._stood = True

    def show(self) -> None:
        """The outcome as it stands now."""
        if self.taken is not None:
            self._stood = self._stands()
            said = outcome_said(self.taken.result, self._words, stands=self._stood)
            self._view.show_outcome(said)

    def refresh(self) -> None:
        """Something changed in the book: the import may have been taken back elsewhere."""
        if self.taken is not None and self._stands() != self._stood:
            self.show()

    def tell(self) -> None:
        """For somebody who has gone to another place in the meantime."""
        if self.taken is not None:
            self._view.tell_step(self._step, told_after(self.taken.result, self._words))

    def undo(self) -> None:
        """Takes the whole import back."""
        step = self._step
        if step is None:
            return
        self._view.work(
            Work(
                act=lambda shop, _report: shop.undo.undo(step),
                done=lambda _undone: self._view.tell(self._words("The import was taken back.")),
                say=self._words("Taking the import back"),
                changes=(Kind.CUSTOMERS,),
            )
        )

    def show_new(self) -> None:
        """Goes to the people that were added."""
        step = self._step
        if step is not None:
            self._view.look_up(
                lambda shop: [
                    one.subject
                    for one in reversed(shop.history.changes_of(step))
                    if one.before == {"removed": True}
                ],
                self._view.show_people,
            )

    def save_to_mend(self) -> None:
        """The rows in which something was not taken, as a spreadsheet."""
        if self.taken is not None:
            stem = self.taken.draft.path.stem
            suggested = self._words("{name}, rows to correct", name=stem)
            self._view.ask_where(f"{suggested}.xlsx", partial(self._save, self.taken))

    def problems(self, wanted: Sequence[int]) -> Mapping[int, ProblemLine]:
        """What was not taken, by its place in the list of problems."""
        if self.taken is None:
            return {}
        opened = self.taken.draft.opened
        return problem_lines(self.taken.result.problems, wanted, opened, self._words)

    @property
    def _step(self) -> "StepId | None":
        return self.taken.result.step if self.taken else None

    def _save(self, taken: Taken, to: Path) -> None:
        draft, problems, words = taken.draft, taken.result.problems, self._words
        self._view.work(
            Work(
                act=lambda shop, _report: save_to_mend(shop, to, draft, problems, words),
                done=lambda _: self._view.tell(words("Saved as {name}", name=to.name)),
                say=words("Saving the rows to correct"),
            )
        )

    def _stands(self) -> bool:
        """Whether the import is in the book, not taken back again."""
        step = self._step
        standing = self._shop.history.standing(undone=False)
        return step is None or any(each.id == step for each in standing)
