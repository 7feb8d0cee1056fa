"""What was done in a window, step by step: told with *Undo*, taken back, and done again."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.changes import Kind
from app.keeping.history import NothingToUndo, StepId
from app.keeping.undo import Undone
from app.people import order
from app.progress import Report
from app.shop import Shop
from reports.sentences import step as step_said
from resources.words import Words
from ui.shell.window import Window

Result = TypeVar("Result")
AT_ONCE = 300
"""So many people are changed before one could notice; more are changed on the side."""


class Teller(Protocol):
    """The desk at which it is done."""

    shop: Shop
    words: Words
    window: Window

    def attempt(self, act: Callable[[], Result]) -> Result | None: ...

    def explain(self, refused: Exception) -> None: ...

    def work(
        self,
        act: Callable[[Shop, Report], Result],
        done: Callable[[Result], None],
        *,
        say: Callable[[int, int], str],
        changes: tuple[Kind, ...] = (),
        icon: str = "",
    ) -> object: ...


class Deeds:
    """Goes with the shop from one window to the next, when that has to speak another language."""

    def __init__(self, desk: Teller) -> None:
        self._desk = desk
        self._done: list[StepId] = []
        self._undone: list[StepId] = []
        self._say: Callable[[], None] = lambda: None

    def move_to(self, desk: Teller) -> None:
        """From now on at another desk, where the notice of the old one is said again."""
        told = self._desk.window.notice.words
        self._desk = desk
        if told:
            self._say()

    def tell(self, step: StepId, said: str = "") -> None:
        """Says that `step` was done, in words of its own or `said`, and offers to undo it."""
        self._done.append(step)
        self._undone.clear()
        self._say_now(lambda: self._say_done(step, said))

    def undo(self, step: StepId) -> None:
        """Takes `step` back and says so; one that changes very many people is taken back on the side."""
        if step in self._done:
            self._done.remove(step)
        self._take_back(step, self._took_back)

    def undo_last(self) -> None:
        """Only what was done in this window: one press too many never takes yesterday's import."""
        if self._done:
            self.undo(self._done[-1])
        else:
            self._desk.explain(NothingToUndo())

    def redo_last(self) -> None:
        if self._undone:
            self._take_back(self._undone.pop(), self._did_again)
        else:
            self._desk.explain(NothingToUndo())

    def _took_back(self, undone: Undone) -> None:
        self._undone.append(undone.step)
        self._say_now(lambda: self._say_undone(undone))

    def _did_again(self, undone: Undone) -> None:
        self._done.append(undone.step)
        self._say_now(lambda: self._say_done_again(undone))

    def _say_now(self, say: Callable[[], None]) -> None:
        self._say = say
        say()

    def _say_done(self, step: StepId, said: str) -> None:
        done = self._desk.shop.history.step(step)
        said = said or step_said(done.verb, done.facts, self._desk.words)
        self._desk.window.tell(said, undo=lambda: self.undo(step))

    def _say_undone(self, undone: Undone) -> None:
        said = self._desk.words("Undone: {what}", what=self._what(undone))
        self._desk.window.tell_undone(said, redo=self.redo_last)

    def _say_done_again(self, undone: Undone) -> None:
        said = self._desk.words("Done again: {what}", what=self._what(undone))
        self._desk.window.tell(said, undo=self.undo_last)

    def _what(self, undone: Undone) -> str:
        return step_said(undone.verb, undone.facts, self._desk.words)

    def _take_back(self, step: StepId, done: Callable[[Undone], None]) -> None:
        desk = self._desk
        if not self._takes_long(step):
            undone = desk.attempt(lambda: desk.shop.undo.undo(step))
            if undone is not None:
                done(undone)
            return
        said = desk.words("Undoing")
        desk.work(
            lambda shop, report: shop.undo.undo(step, report),
            done,
            say=lambda _done, _total: said,
            changes=tuple(Kind),
            icon="undo-variant",
        )

    def _takes_long(self, step: StepId) -> bool:
        """Whether very many people change, or stand in another order once another language is spoken."""
        shop = self._desk.shop
        if shop.history.step(step).verb == "settings":
            return shop.customers.count() > order.AT_ONCE
        return shop.history.size(step) > AT_ONCE
