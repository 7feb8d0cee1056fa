"""The Cards screen: whom to write to, the card on the desk, and the sheets that come out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from app.progress import unheard
from app.shop import Shop
from app.thanks.letters import letter_names
from resources.words import Words
from ui.cards import wording
from ui.cards.looking_over import Findings, LookingOver
from ui.cards.order import CardOrder
from ui.cards.output import Output
from ui.cards.recipients import NEVER, Recipient, Wanted, gather
from ui.cards.remarks import remarks, row_mark
from ui.cards.selection import Selection
from ui.cards.shown import Chosen, Empty, Outlet, Page, Remark, Row, Total, Work
from ui.cards.summary import page, total, why_blank

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.papers import Paper

AT_ONCE = 1000
"""A book of so many is looked through before one could notice; a larger one on the side."""
FIRST = "birthdays:14"
SHOWN = 2
"""Remarks that are shown at a time."""


class CardsView(Outlet, Protocol):
    """What the presenter sees of the screen."""

    def show_choices(self, lists: Chosen, letters: Chosen, papers: Chosen) -> None: ...
    def show_people(self, count: int) -> None:
        """Another list; its rows are asked for with `row` when they are drawn."""

    def show_ticks(self) -> None:
        """The rows say something else now."""

    def show_page(self, at: int, page: Page) -> None: ...
    def show_total(self, total: Total) -> None: ...
    def show_remarks(self, remarks: Sequence[Remark], more: str) -> None:
        """`more` tells how many there are beyond those that are shown."""

    def show_empty(self, empty: Empty | None) -> None: ...
    def open_labels(self, ids: Sequence[int]) -> None: ...
    def go(self, place: str) -> None: ...
    def look_up(
        self, read: Callable[[Shop], Findings], show: Callable[[Findings], None]
    ) -> None: ...


class CardsPresenter:
    """Knows what is chosen; the view shows it."""

    def __init__(self, shop: Shop, words: Words, view: CardsView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self._list, self._letter, self._paper = FIRST, "birthday", "A6"
        self._named: tuple[int, ...] = ()
        self._at = self._asked = 0
        self._on = shop.today()
        self._selection = Selection(())
        self._findings = Findings()
        self._settled: set[str] = set()
        self._looking = LookingOver(view.look_up, self._take_findings)
        self._output = Output(words, view, self._settle)

    def refresh(self) -> None:
        """Asks the book again who is on the list; what the owner ticked by hand stays."""
        self._on = self._shop.today()
        self._show_choices()
        self._gather(Wanted(list_name=self._list, letter=self._letter, on=self._on))

    def choose_list(self, name: str) -> None:
        self._list = name
        self._begin_anew()

    def choose_people(self, ids: Sequence[int]) -> None:
        """Just these, in this order; nobody leaves everything as it is."""
        if ids:
            self._named = tuple(dict.fromkeys(ids))
            self.choose_list(wording.named_list(self._named))

    def choose_letter(self, name: str) -> None:
        self._letter = name
        self._begin_anew()

    def choose_paper(self, name: str) -> None:
        self._paper = name
        self._settled.clear()
        self._take_findings(Findings())
        self._look_over()

    def follow(self, key: str) -> None:
        """Does a step offered on the empty page."""
        kind, _, name = key.partition(":")
        if kind == "list":
            self.choose_list(name)
        else:
            self._view.go(name)

    def row(self, at: int) -> Row:
        one = self._selection.people[at]
        ticked, said = self._selection.is_ticked(one), wording.reason(one, self._on, self._words)
        state = self._words("ticked") if ticked else self._words("not ticked")
        return Row(
            name=one.name,
            uid=one.uid,
            reason=said,
            ticked=ticked,
            fixed=not self._selection.may_be_ticked(one),
            mark=row_mark(one, self._selection, self._findings),
            aloud=", ".join(part for part in (one.name, said, state) if part),
        )

    def go_to(self, at: int) -> None:
        """Puts the card of the person at this place of the list on the desk; -1 is the last."""
        count = len(self._selection.people)
        if count:
            self._at = count - 1 if at < 0 else min(at, count - 1)
            self._view.show_page(self._at, self._page())

    def step(self, by: int) -> None:
        self.go_to(max(0, self._at + by))

    def toggle(self, at: int) -> None:
        """Ticks or unticks, and says why where that cannot be."""
        one = self._selection.people[at]
        if self._selection.toggle(one):
            self._show_all()
        else:
            name, why = self._words.isolated(one.name), why_blank(one, self._selection, self._words)
            self._view.tell(self._words("{name} cannot be ticked: {why}", name=name, why=why))

    def tick_or_clear(self) -> None:
        """Clears the ticks; where there are none, ticks whom the book suggests."""
        if self._selection.count:
            self._selection.clear()
        else:
            self._selection.suggest()
        self._show_all()

    def show(self, remark: Remark) -> None:
        place = self._selection.place_of(remark.about)
        if place is not None:
            self.go_to(place)

    def settle(self, remark: Remark) -> None:
        """The owner has seen it and finds it fine."""
        self._settled.add(remark.key)
        self._show_remarks()

    def print_out(self) -> None:
        if self._may_come_out():
            self._output.print_out(self._order(), self._sheet().page)

    def save(self) -> None:
        if self._may_come_out():
            self._output.save(self._order())

    def labels(self) -> None:
        """For those who are ticked; with nobody ticked, as after printing, for all who may be written to."""
        self._view.open_labels(self._order().ids or self._writable())

    def _begin_anew(self) -> None:
        self._at = 0
        self._selection = Selection(())
        self._settled.clear()
        self._findings = Findings()
        self._view.show_people(0)
        self.refresh()

    def _gather(self, wanted: Wanted) -> None:
        self._asked += 1
        take = partial(self._take, self._asked)
        if self._shop.customers.count() <= AT_ONCE:
            take(gather(self._shop, wanted, unheard))
            return
        work = Work(
            act=lambda shop, report: gather(shop, wanted, report),
            done=take,
            say=lambda _done, _total: self._words("Looking up people"),
            ended=lambda: None,
            stopped="",
            icon="account-group-outline",
        )
        self._view.work(work)

    def _take(self, asked: int, people: Sequence[Recipient]) -> None:
        """Shows the people, unless something else has been asked for since."""
        if asked != self._asked:
            return
        before, current = self._selection, self._current()
        self._selection = Selection(people, before.overruled, before.too_long)
        self._at = (current and self._selection.place_of(current.id)) or 0
        self._view.show_people(len(people))
        self._show_empty()
        self._show_all()
        self._look_over()

    def _look_over(self) -> None:
        """Everybody who may be written to, whether ticked or not."""
        self._looking.begin(self._order(self._writable()))

    def _take_findings(self, findings: Findings) -> None:
        self._findings = findings
        self._selection.refuse(findings.too_long)
        self._show_all()

    def _settle(self, came_out: bool) -> None:
        if came_out:
            self._selection.suggest()
            self._show_all()
        else:
            self._show_total()

    def _writable(self) -> list[int]:
        return [one.id for one in self._selection.people if one.held not in NEVER]

    def _order(self, ids: Sequence[int] | None = None) -> CardOrder:
        """The cards of `ids`, else of those who are ticked."""
        chosen = [one.id for one in self._selection.chosen()] if ids is None else ids
        return CardOrder(
            ids=tuple(chosen),
            letter=self._letter,
            paper=self._paper,
            on=self._on,
            title=self._words("Cards"),
        )

    def _may_come_out(self) -> bool:
        return not self._output.busy and bool(self._selection.count)

    def _current(self) -> Recipient | None:
        people = self._selection.people
        return people[self._at] if self._at < len(people) else None

    def _show_all(self) -> None:
        self._view.show_ticks()
        self.go_to(self._at)
        self._show_total()
        self._show_remarks()

    def _show_choices(self) -> None:
        from reports.papers import PAPERS

        words = self._words
        lists = wording.lists(list(self._shop.customers.tags()), self._named, words)
        if self._list not in {key for key, _ in lists}:
            self._list = FIRST
        letters = wording.letters(letter_names(), words)
        self._view.show_choices(
            Chosen(choices=lists, key=self._list),
            Chosen(choices=letters, key=self._letter),
            Chosen(choices=wording.papers(tuple(PAPERS), words), key=self._paper),
        )

    def _show_empty(self) -> None:
        if self._selection.people:
            self._view.show_empty(None)
            return
        there = bool(self._shop.customers.count())
        self._view.show_empty(wording.empty(self._list, self._words, has_customers=there))

    def _show_remarks(self) -> None:
        found = remarks(self._selection, self._findings, self._words)
        left = [remark for remark in found if remark.key not in self._settled]
        more = self._words.plural("{n} more", "{n} more", max(0, len(left) - SHOWN))
        self._view.show_remarks(left, more)

    def _show_total(self) -> None:
        said = total(self._selection, self._sheet(), self._words, busy=self._output.busy)
        self._view.show_total(said)

    def _page(self) -> Page:
        return page(self._selection, self._at, self._sheet(), self._facts(), self._words)

    def _facts(self) -> "CardFacts | None":
        """What her card says; none for whom no card may be written."""
        from reports.mail import card_facts

        one = self._current()
        if one is None or one.held in NEVER:
            return None
        people = self._shop.customers.several([one.id])
        facts = card_facts(self._shop.letters.compose(people, self._letter, self._on))
        return facts[0] if facts else None

    def _sheet(self) -> "Paper":
        from reports.papers import paper

        return paper(self._paper)
