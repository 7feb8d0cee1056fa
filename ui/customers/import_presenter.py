"""What the import page does: from a file to people in the book, written only when it is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.changes import Kind
from app.errors import ShopError
from app.progress import Report
from app.shop import Shop
from reports.sentences import sentence
from resources.words import Words
from ui.customers.import_advice import advice
from ui.customers.import_after import Aftermath, Taken
from ui.customers.import_fields import NAMED, SOMEBODY
from ui.customers.import_plan import Plan, plan_of
from ui.customers.import_preview import ROWS, preview_said
from ui.customers.import_reading import (
    Draft,
    LookedAt,
    Sheets,
    again,
    look_at,
    open_file,
    or_refusal,
)
from ui.customers.import_shown import ImportView, SheetChoice, Step, Work
from ui.customers.import_told import Sayings
from ui.customers.import_writing import take_over

if TYPE_CHECKING:
    from app.people.importing import Result

BOTH = "both"


def nothing() -> None:
    """There is nothing to stop."""


class ImportPresenter:
    """One list on its way into the book."""

    def __init__(self, shop: Shop, words: Words, view: ImportView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self._stop: Callable[[], None] = nothing
        self._sheets: Sheets | None = None
        self._draft: Draft | None = None
        self._sayings: Sayings | None = None
        self.after = Aftermath(shop, words, view)
        """What can be done once the list is in the book."""
        self._mode, self._note = BOTH, ""
        self._plan: Plan | None = None
        self._turn, self._settled = 0, 0
        """How often something was asked of the list, and how far that is done."""
        self._goes_on, self._nameless = False, False
        """Whether the next step was asked for; whether the owner knows that nobody has a name."""
        self.step = Step.CHOOSE
        self.running = False

    @property
    def reach(self) -> Sequence[Step]:
        """The steps that one can go back to."""
        if self.running or self.after.taken:
            return ()
        return tuple(step for step in Step if step < self.step)

    # Choose

    def choose_file(self, path: Path) -> None:
        """Opens `path`; what was chosen before is given up, unless it is just being written."""
        if self.running:
            self._view.tell(
                self._words("Please wait until the list before is taken over, or stop that.")
            )
            return
        self.begin()
        self._view.show_file(path.name)
        self._open(path, None)

    def choose_sheet(self, name: str) -> None:
        if self._sheets is not None:
            self._open(self._sheets.path, name)

    def stop(self) -> None:
        """Stops what is under way: the reading of a file, or the writing."""
        if self.running:
            self._stop()
            self._say_running(self._words("Stopping"), None)
        else:
            self.begin()

    def begin(self) -> None:
        """An empty page, for another list."""
        self._stop()
        self._stop = nothing
        self._turn += 1
        self._sheets, self._draft, self._sayings, self.after.taken = None, None, None, None
        self._mode, self._note = BOTH, ""
        self._goes_on, self._nameless = False, False
        self._view.show_file("")
        self._view.show_choosing()
        self._go(Step.CHOOSE)

    def _open(self, path: Path, sheet: str | None) -> None:
        self._turn += 1
        self._go(Step.CHOOSE)
        said = self._words("Reading {name}", name=self._words.isolated(path.name))
        self._view.show_reading(said, None)
        self._stop = self._view.work(
            Work(
                act=lambda shop, report: or_refusal(
                    lambda: open_file(shop, path, sheet, report), path.name
                ),
                done=partial(self._opened, self._turn),
                say=said,
                heard=partial(self._heard_reading, self._turn, said),
                stopped=partial(self._gave_up, self._turn),
                broken=partial(self._gave_up, self._turn),
            )
        )

    def _heard_reading(self, turn: int, said: str, done: int, total: int) -> None:
        if turn == self._turn:
            self._view.show_reading(said, done / total if total else None)

    def _gave_up(self, turn: int) -> None:
        if turn == self._turn:
            self.begin()

    def _opened(self, turn: int, found: Draft | Sheets | ShopError) -> None:
        if turn != self._turn:
            return
        self._stop = nothing
        if isinstance(found, ShopError):
            self._view.show_trouble(sentence(found, self._words), advice(found, self._words))
        elif isinstance(found, Sheets):
            self._sheets = found
            self._view.show_sheets([self._sheet(*each) for each in found.rows.items()])
        else:
            self._draft, self._sayings, self._settled = found, Sayings(found), self._turn
            self._view.show_columns(self._sayings.columns(found, self._words))
            self._go(Step.COLUMNS)

    def _sheet(self, name: str, rows: int) -> SheetChoice:
        return SheetChoice(name=name, detail=self._words.plural("{n} row", "{n} rows", rows))

    # Columns

    def give(self, at: int, field: str) -> None:
        """The column `at` holds `field`."""
        if self._draft and self._sayings:
            self._sayings.give(at, field, self._draft)
            self._arrange(names_first=self._draft.names_first)

    def read_dates(self, at: int, order: str) -> None:
        """The dates of the column `at` are written in this order."""
        if self._draft and self._sayings:
            self._sayings.read(at, order)
            self._arrange(names_first=self._draft.names_first)

    def name_by_first_row(self, *, names_first: bool) -> None:
        """Whether the first row of a list that was not recognised names its columns."""
        if self._draft:
            self._arrange(names_first=names_first)

    def go_on(self) -> None:
        """To the preview, once every column is settled."""
        if self._draft is None or self._sayings is None:
            return
        if self._settled != self._turn:
            self._goes_on = True
            return
        fields = {role.field for role in self._draft.opened.columns.roles.values()}
        for at in self._draft.opened.doubtful:
            self._view.show_objection(
                self._words("Please say first how these dates are meant."), at
            )
            return
        if fields.isdisjoint(SOMEBODY):
            self._view.show_objection(
                self._words("Which column holds the name, the phone, the e-mail or the card?")
            )
            return
        if fields.isdisjoint(NAMED) and not self._nameless:
            self._nameless = True
            self._view.show_objection(
                self._words("No column holds a name. Choose it, or go on without names.")
            )
            return
        self._look(self._draft)

    def _arrange(self, *, names_first: bool) -> None:
        if self._draft is None or self._sayings is None:
            return
        self._turn += 1
        draft = replace(self._draft, names_first=names_first)
        told = self._sayings.told(draft)
        self._view.look_up(
            lambda _shop: or_refusal(
                lambda: again(draft, told, names_first=names_first), draft.path.name
            ),
            partial(self._arranged, self._turn),
        )

    def _arranged(self, turn: int, draft: Draft | ShopError) -> None:
        if turn != self._turn or self._sayings is None:
            return
        self._settled = turn
        if isinstance(draft, ShopError):
            self._view.show_objection(sentence(draft, self._words))
            return
        self._draft = draft
        self._sayings.hear(draft)
        self._view.show_columns(self._sayings.columns(draft, self._words))
        if self._goes_on:
            self._goes_on = False
            self.go_on()

    # Look

    def _look(self, draft: Draft) -> None:
        country, turn = self._shop.settings.read().country, self._turn

        def show(found: LookedAt | ShopError) -> None:
            if turn != self._turn:
                return
            if isinstance(found, ShopError):
                self._view.show_objection(sentence(found, self._words))
                return
            rows, known = found
            said = preview_said(rows, known or {}, draft.rows, country, self._words)
            self._view.show_preview(said)
            self._note, self._plan = "", plan_of(rows, known, draft.rows)
            self._show_plan()
            self._go(Step.LOOK)

        def read(shop: Shop) -> LookedAt | ShopError:
            return or_refusal(lambda: look_at(shop, draft, ROWS), draft.path.name)

        self._view.look_up(read, show)

    def allow(self, mode: str) -> None:
        """What may happen: `both`, `create` or `update`."""
        self._mode = mode
        self._show_plan()

    def _show_plan(self) -> None:
        if self._plan is not None:
            said, remark = self._plan.said(self._mode, self._words)
            self._view.show_plan(self._mode, said, self._note or remark)

    # Run

    def take_over(self) -> None:
        """Writes the list into the book, all of it or nothing."""
        draft, mode = self._draft, self._mode
        if draft is None or self._sayings is None or self.running or self.after.taken:
            return
        self.running, keeps = True, self._sayings.anything

        def act(shop: Shop, report: Report) -> "Result | ShopError":
            return or_refusal(
                lambda: take_over(shop, draft, mode, report, keeps=keeps), draft.path.name
            )

        self._say_running("", None)
        self._stop = self._view.work(
            Work(
                act=act,
                done=self._took_over,
                say=self._words("Importing {name}", name=self._words.isolated(draft.path.name)),
                changes=(Kind.CUSTOMERS,),
                heard=self._heard_writing,
                stopped=partial(self._back_to_look, self._words("Stopped. Nothing was written.")),
                broken=partial(self._back_to_look, self._words("Nothing was written.")),
            )
        )

    def _heard_writing(self, done: int, total: int) -> None:
        said = self._words(
            "{done} of {total} rows",
            done=self._words.number(done),
            total=self._words.number(total),
        )
        self._say_running(said, done / total if total else None)

    def _say_running(self, said: str, share: float | None) -> None:
        rows = self._draft.rows if self._draft else 0
        title = self._words.plural("Importing {n} row", "Importing {n} rows", rows)
        self._view.show_running(title, said, share)

    def _back_to_look(self, note: str) -> None:
        self.running, self._stop, self._note = False, nothing, note
        self._show_plan()
        self._go(Step.LOOK)

    def _took_over(self, result: "Result | ShopError") -> None:
        if isinstance(result, ShopError) or self._draft is None:
            said = sentence(result, self._words) if isinstance(result, ShopError) else ""
            self._back_to_look(said)
            return
        self.running, self._stop = False, nothing
        self.after.taken = Taken(self._draft, result)
        self.after.show()
        self._go(Step.DONE)
        self.after.tell()

    def go_back(self, step: Step) -> None:
        """To an earlier step, with everything that was said there."""
        if step not in self.reach:
            return
        if step is Step.CHOOSE:
            self.begin()
        else:
            self._go(step)

    def _go(self, step: Step) -> None:
        self.step = step
        self._view.show_step(step)
