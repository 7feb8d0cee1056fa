"""The Cards screen: whom to write to, the card on the desk, and the sheets that come out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.errors import ShopError
from app.progress import unheard
from app.shop import Shop
from app.thanks.doubts import Doubt
from app.thanks.given import OF_ONE
from resources.words import Words
from ui.cards import wording
from ui.cards.before import last_line, written_before
from ui.cards.choice import Choice
from ui.cards.drafts import Drafts
from ui.cards.facts import NONE, Facts, LetterFacts
from ui.cards.looking_over import Findings, Look, LookingOver
from ui.cards.marks import marks_of
from ui.cards.order import Came, CardOrder, WaitingOrder
from ui.cards.output import Output
from ui.cards.overruled import Overruled
from ui.cards.recipients import NEVER, Recipient
from ui.cards.remarks import remarks
from ui.cards.rows import row
from ui.cards.screen import CardsView
from ui.cards.selection import Selection
from ui.cards.shown import FactsShown, Remark, Row, Work
from ui.cards.sources import Sheet, Source
from ui.cards.summary import page, total, why_blank
from ui.cards.tools import Tools

if TYPE_CHECKING:
    from reports.stationery import Stationery

AT_ONCE = 1000
"""A book of so many is looked through before one could notice; a larger one on the side."""
SHOWN = 2
"""Remarks that are shown at a time."""


class CardsPresenter:
    """Knows what is chosen; the view shows it."""

    def __init__(self, shop: Shop, words: Words, view: CardsView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self._choice = Choice(shop, words)
        self._at = self._asked = 0
        self._on = shop.today()
        self._selection = Selection(())
        self._findings = Findings()
        self._settled: set[str] = set()
        self._drafts, self._facts = Drafts(self._choice.letter), LetterFacts(shop, words)
        self._edits = False
        self._overruled = Overruled(shop)
        self.tools = Tools(shop, words, self._take_tools)
        self._looking = LookingOver(view.work, self._take_findings, words)
        self._output = Output(words, view, self._settle)

    def refresh(self) -> None:
        """Asks the book again who is on the list; what the owner ticked by hand stays."""
        self._on = self._shop.today()
        self._ask_no_more()
        self._show_choices()
        self._gather(self._source())

    def choose_list(self, name: str) -> None:
        self._choice.list = name
        self._begin_anew()

    def choose_people(self, ids: Sequence[int], letter: str = "", facts: Facts = NONE) -> None:
        """Just these, in this order; nobody leaves everything as it is. `facts` are said in the letter."""
        if ids:
            self._choice.choose_people(ids)
            if letter:
                self._choice.choose_letter(letter)
            self._facts.give_all(letter, facts)
            self._begin_anew()

    def choose_letter(self, name: str) -> None:
        """Whom it usually goes to is chosen with it, but for people who were chosen one by one."""
        self._choice.choose_letter(name)
        self._begin_anew()

    def follow(self, key: str) -> None:
        """Does a step offered on the empty page."""
        kind, _, name = key.partition(":")
        if kind == "list":
            self.choose_list(name)
        else:
            self._view.go(name)

    def row(self, at: int) -> Row:
        one = self._selection.people[at]
        return row(one, self._selection, self._findings, self._on, self._words)

    def go_to(self, at: int) -> None:
        """Puts the card of the person at this place of the list on the desk; -1 is the last."""
        count = len(self._selection.people)
        if count:
            self._at = count - 1 if at < 0 else min(at, count - 1)
            self._show_page()

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

    def edit(self) -> None:
        """Opens the card's text to be changed by hand."""
        self._edits = self._current() is not None and not self._choice.is_waiting
        self._show_page()

    def end_editing(self) -> None:
        self._edits = False
        self._show_page()
        self._look_over()

    def write(self, text: str) -> None:
        """The card on the desk says `text` from now on; told with every key."""
        one, sheet = self._current(), self._sheet_of(self._current())
        if one is not None and sheet is not None:
            self._drafts.write(one.id, text, sheet.letter)
            self._show_page()

    def say(self, name: str, text: str) -> None:
        """The fact `name` of the letter, or of the card on the desk, is `text` now; told with every key."""
        one = self._current()
        if one is not None and name in OF_ONE:
            self._drafts.say(one.id, name, text)
        else:
            self._facts.give(self._choice.letter, name, text)
        self._show_page()

    def bring_coupon(self, *, on: bool, offer: str = "") -> None:
        """Whether a coupon comes with the letter, and of which `offer` where one is chosen."""
        self._facts.bring_coupon(self._choice.letter, on=on, offer=offer)
        self.settle_facts()

    def settle_facts(self) -> None:
        """Nothing more is typed just now: it is kept, and what follows from it is looked at."""
        self._facts.keep()
        self._show_page()
        self._look_over()

    def write_anew(self) -> None:
        """The same words in another writing."""
        one = self._current()
        if one is not None and not self._choice.is_waiting:
            self._drafts.write_anew(one.id)
            self._show_page()

    def show(self, remark: Remark) -> None:
        place = self._selection.place_of(remark.about)
        if place is not None:
            self.go_to(place)
        if remark.doubt == Doubt.UNSAID:
            self._view.begin_facts()

    def settle(self, remark: Remark, reason: str = "") -> None:
        """The owner has seen it and finds it fine; of a doubt the book keeps why."""
        self._settled.add(remark.key)
        if remark.doubt and not self._choice.is_waiting:
            self._overruled.overrule(remark, reason)
            self._show_all()
        self._show_remarks()

    def usual_reasons(self) -> list[str]:
        return self._overruled.usual_reasons()

    def print_out(self) -> None:
        on = self._stationery()
        if on is not None and self._may_come_out():
            self._output.print_out(self._source().order(self._chosen()), on.paper.page)

    def save(self) -> None:
        if self._stationery() is not None and self._may_come_out():
            self._output.save(self._source().order(self._chosen()))

    def aside_or_out(self) -> None:
        """Lets what is ticked wait for a day when more is printed; what waits, waits no longer."""
        source = self._source()
        if source.is_waiting:
            self._view.tell_step(self._shop.waiting.take_out(self._chosen()))
        elif self._may_come_out():
            self._output.put_aside(source.letters(self._chosen()))

    def all_came_out(self) -> None:
        self._output.forget()

    def did_not_come(self, ids: Sequence[int], *, again: bool) -> None:
        """These cards are as if never printed; `again` prints them at once, as they were."""
        last = self._output.take_back(self._shop, ids)
        if last is None:
            return
        self._take_back(last.order)
        self.refresh()
        if again:
            self._output.print_out(last.order, last.page)

    def _take_back(self, order: CardOrder | WaitingOrder) -> None:
        """These cards are still to be printed, with what was done to them by hand."""
        if isinstance(order, CardOrder):
            self._drafts.take_back(order)
        self._selection.tick(order.ids, ticked=True)

    def _ask_no_more(self) -> None:
        """How they came out is no question any more where the printing was undone."""
        last = self._output.last
        if last is not None and not self._shop.history.stands(last.step):
            self._output.forget()
            self._take_back(last.order)
            self._view.ask_came_out(())

    def labels(self) -> None:
        """For those who are ticked; with nobody ticked, as after printing, for all who may be written to."""
        chosen = self._selection.chosen() or self._writable()
        self._view.open_labels(list(dict.fromkeys(one.customer for one in chosen)))

    def _source(self) -> Source:
        return Source(
            list_name=self._choice.list,
            letter=self._choice.letter,
            on=self._on,
            title=self._words("Cards"),
            making=self.tools.making,
            drafts=self._drafts.all(),
            facts=self._facts.of(self._choice.letter),
            offer=self._facts.offer(self._choice.letter),
        )

    def _begin_anew(self) -> None:
        self._at = 0
        self._selection = Selection(())
        self._settled.clear()
        self._drafts.turn_to(self._choice.letter)
        self._edits = False
        self._findings = Findings()
        self._view.show_people(0)
        self.refresh()

    def _gather(self, source: Source) -> None:
        self._asked += 1
        take = partial(self._take, self._asked)
        if self._shop.customers.count() <= AT_ONCE:
            take(source.people(self._shop, unheard))
            return
        work = Work(
            act=source.people,
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
        # What was put aside is of many letters, and was thought over then.
        self._overruled.read(self._choice.letter, () if self._choice.is_waiting else people)
        self._view.show_people(len(people))
        self._show_empty()
        self._show_all()
        self._look_over()

    def _take_tools(self) -> None:
        self._view.show_tools(self.tools.shown())
        self._settled.clear()
        self._take_findings(replace(self._findings, cautions={}, too_long=frozenset()))
        self._look_over()

    def _look_over(self) -> None:
        """Everybody who may be written to, whether ticked or not."""
        source = self._source().as_it_stands()
        self._looking.begin(Look(source=source, people=tuple(self._writable())))

    def _take_findings(self, findings: Findings) -> None:
        self._findings = replace(findings, doubts=self._overruled.left(findings.doubts))
        self._selection.refuse(findings.too_long)
        self._show_all()

    def _settle(self, came: Came | None) -> None:
        """Something came out, or the work begins or ends."""
        if came is None:
            self._show_total()
            return
        done = [id_ for id_, _ in came.cards]
        self._drafts.forget(done)
        self._selection.tick(done, ticked=False)
        self._show_all()
        if came.asks:
            self._view.ask_came_out(came.cards)

    def _writable(self) -> list[Recipient]:
        return [one for one in self._selection.people if one.held not in NEVER]

    def _chosen(self) -> list[int]:
        return [one.id for one in self._selection.chosen()]

    def _may_come_out(self) -> bool:
        return not self._output.busy and bool(self._selection.count)

    def _current(self) -> Recipient | None:
        people = self._selection.people
        return people[self._at] if self._at < len(people) else None

    def _sheet_of(self, one: Recipient | None) -> Sheet | None:
        return None if one is None else self._source().as_it_stands().sheet(self._shop, one)

    def _stationery(self) -> "Stationery | None":
        """Without a picture that is gone, which is told once and then forgotten."""
        try:
            return self.tools.stationery()
        except ShopError as refused:
            self._view.explain(refused)
            self.tools.put_away(str(refused.facts.get("path", "")))
            return None

    def _show_all(self) -> None:
        self._view.show_ticks()
        self.go_to(self._at)
        self._show_total()
        self._show_remarks()

    def _show_choices(self) -> None:
        self._view.show_choices(self._choice.lists(), self._choice.letters())
        self._view.show_tools(self.tools.shown())

    def _show_empty(self) -> None:
        if self._selection.people:
            self._view.show_empty(None)
            return
        there = bool(self._shop.customers.count())
        self._view.show_empty(wording.empty(self._choice.list, self._words, has_customers=there))

    def _show_remarks(self) -> None:
        found = remarks(self._selection, self._findings, self._words)
        left = [remark for remark in found if self._is_open(remark)]
        more = self._words.plural("{n} more", "{n} more", max(0, len(left) - SHOWN))
        self._view.show_remarks(left, more)

    def _is_open(self, remark: Remark) -> bool:
        if remark.key in self._settled:
            return False
        overruled = self._overruled.stands_overruled
        return not remark.doubt or not all(overruled(one, remark.doubt) for one in remark.people)

    def _show_total(self) -> None:
        on = self._stationery()
        if on is not None:
            busy, waiting = self._output.busy, self._choice.is_waiting
            said = total(self._selection, on.paper, self._words, busy=busy)
            self._view.show_total(replace(said, can_wait=not waiting))

    def _show_page(self) -> None:
        one, on = self._current(), self._stationery()
        if one is None or on is None:
            return
        shown = page(self._selection, self._at, (self._sheet_of(one), on), self._words)
        before = written_before(self._shop, one.customer, self._words)
        last = last_line(before, self._words)
        fixed = self._choice.is_waiting
        shown = replace(shown, fixed=fixed, before=before, last_line=last)
        self._view.show_page(self._at, shown)
        written = self._drafts.of(one.id).text
        text = shown.letter if written is None else written
        marks = list(marks_of(text, self._words))
        self._view.show_editor(replace(shown, own=text) if self._edits else None, marks)
        self._view.show_facts(self._facts_of(one))

    def _facts_of(self, one: Recipient) -> FactsShown:
        """What is put aside says already what it has to say."""
        if self._choice.is_waiting:
            return FactsShown()
        texts = [draft.text for draft in self._drafts.all().values() if draft.text]
        own = self._drafts.of(one.id).facts
        return self._facts.shown(self._choice.letter, own, one.name, texts)
