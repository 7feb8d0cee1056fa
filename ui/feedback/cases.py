"""Cases: who waits for an answer, what she said, what was done, and what can be done now."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from app.clock import shop_date
from app.errors import ShopError
from app.keeping.history import StepId
from app.loyalty.letter_offers import LetterOffer
from app.shop import Shop
from app.thanks.given import day_meant
from app.values import value
from app.voice.case import Case, Stage, Times
from reports.sentences import sentence
from ui.coupons.asked import LETTER, PARTS
from ui.coupons.reading import Reader
from ui.feedback import case_acts as acts
from ui.feedback.case_said import ShownCase, Told, shown_case, times_said
from ui.feedback.needs import DeskSide
from ui.feedback.reading import Seen, seen
from ui.feedback.said import case_line
from ui.feedback.shown import CaseLine
from ui.loyalty.programme_fields import Misread

DONE, MOST = 10, 200
APOLOGY = "apology"
Texts = Mapping[str, str]
Wrong = tuple[str, str]
"""The field that is wrong and why; two empty texts where all is well."""
FINE: Wrong = ("", "")


@value
class Read:
    """All that the page shows, as of `today`."""

    today: date
    to_do: tuple[Seen, ...]
    waiting: tuple[Seen, ...]
    done: tuple[Seen, ...]
    times: Times
    one: Seen | None = None
    told: tuple[Told, ...] = ()


@value
class Lists:
    to_do: tuple[CaseLine, ...]
    waiting: tuple[CaseLine, ...]
    done: tuple[CaseLine, ...]
    times: str


class CasesView(Protocol):
    """The page."""

    def show_lists(self, lists: Lists) -> None: ...

    def show_case(self, shown: ShownCase | None) -> None: ...


class Cases:
    """One case at a time is open."""

    def __init__(self, desk: DeskSide, view: CasesView) -> None:
        self._desk, self._view = desk, view
        self._case, self._asked = 0, 0
        self.read: Read | None = None

    def refresh(self) -> None:
        self._asked += 1
        asked, case = self._asked, self._case
        self._desk.look_up(
            lambda shop: read_cases(shop, case), lambda read: self._take(asked, read)
        )

    def open(self, case: int) -> None:
        self._case = case
        self.refresh()

    def leave(self) -> None:
        self._case = 0
        self._view.show_case(None)

    def show_customer(self) -> None:
        if self._one and self._one.customer:
            self._desk.show_customer(self._one.customer)

    def texts_for(self, act: str) -> Texts:
        """What stands in the fields of an act before anything is typed."""
        one, words = self._one, self._desk.words
        if one is None:
            return {}
        due = words.date(max(one.due, self._desk.today()), "long")
        return {
            acts.PLAN: {"next_step": one.next_step, "due": due},
            acts.ASSIGN: {"owner": one.owner},
            acts.COUPON: acts.USUAL_COUPON,
            acts.REOPEN: {"due": due},
        }.get(act, {})

    def act(self, key: str, texts: Texts) -> Wrong:
        """Does it, and tells with *Undo*."""
        one = self._one
        if one is None:
            return FINE
        if key == acts.CARD:
            self._write(one)
            return FINE
        try:
            self._desk.tell_step(self._verbs(one)[key](texts))
        except Misread as wrong:
            return wrong.field, wrong.said
        except ShopError as refused:
            return "", sentence(refused, self._desk.words)
        return FINE

    def begin(self, texts: Texts) -> Wrong:
        """A case that was told by word of mouth; who it was may stay unsaid."""
        desk = self._desk
        try:
            reader = Reader(desk.shop, desk.words)
            who = reader.person("who", texts) if texts["who"] else None
            said = self._must(texts, "said")
            case = desk.shop.voice.cases.open(who, said, desk.shop.moment())
        except Misread as wrong:
            return wrong.field, wrong.said
        except ShopError as refused:
            return "said", sentence(refused, desk.words)
        desk.tell_last()
        self.open(case)
        return FINE

    @property
    def _one(self) -> Case | None:
        return self.read.one.case if self.read and self.read.one else None

    def _verbs(self, one: Case) -> Mapping[str, Callable[[Texts], StepId | None]]:
        cases, moment = self._desk.shop.voice.cases, self._desk.shop.moment()
        return {
            acts.ANSWER: lambda texts: cases.answer(one.id, moment, texts["how"]),
            acts.PLAN: lambda texts: cases.plan(one.id, texts["next_step"], self._day(texts)),
            acts.ASSIGN: lambda texts: cases.assign(one.id, texts["owner"]),
            acts.NOTE: lambda texts: cases.note(one.id, self._must(texts, "text")),
            acts.CLOSE: lambda texts: cases.close(one.id, texts["outcome"], moment),
            acts.REOPEN: lambda texts: cases.reopen(one.id, self._day(texts), moment),
            acts.COUPON: lambda texts: self._give(one, texts),
        }

    def _give(self, one: Case, texts: Texts) -> StepId | None:
        """A coupon for her alone, which comes with the apology, too."""
        shop = self._desk.shop
        fields = {asked.key: "" for _, some in PARTS for asked in some}
        usual = {"whom": LETTER, "letter": APOLOGY, "uses": "1", "pieces": "1"}
        wish = Reader(shop, self._desk.words).wish({**fields, **usual, **texts})
        offer = LetterOffer(letter=APOLOGY, terms=wish.terms, days=wish.days)
        shop.voice.recovering.give(one.id, offer, shop.moment())
        return shop.history.standing(undone=False, limit=1)[0].id

    def _write(self, one: Case) -> None:
        if one.customer is not None:
            self._desk.write_cards([one.customer], APOLOGY)

    def _day(self, texts: Texts) -> date:
        country = self._desk.shop.settings.read().country or None
        day = day_meant(texts["due"], self._desk.today(), country) if texts["due"] else None
        if day is None:
            raise Misread("due", self._desk.words("Please write a day, such as 24. 12. 2026."))
        return day

    def _must(self, texts: Texts, key: str) -> str:
        if not texts[key]:
            raise Misread(key, self._desk.words("Please write something."))
        return texts[key]

    def _take(self, asked: int, read: Read) -> None:
        if asked != self._asked:
            return
        self.read = read
        words, today = self._desk.words, read.today

        def lines(some: Sequence[Seen]) -> tuple[CaseLine, ...]:
            return tuple(case_line(one, today, words) for one in some)

        self._view.show_lists(
            Lists(
                to_do=lines(read.to_do),
                waiting=lines(read.waiting),
                done=lines(read.done),
                times=times_said(read.times, words),
            )
        )
        one = read.one
        self._view.show_case(shown_case(one, read.told, today, words) if one else None)


def read_cases(shop: Shop, case: int = 0) -> Read:
    """The lists, and the one that is open with all that was done about it."""
    today, cases = shop.today(), shop.voice.cases
    year = today.replace(year=today.year - 1, day=1)
    one, told = _open_one(shop, case, today)
    return Read(
        today=today,
        to_do=tuple(seen(shop, cases.to_do(today, MOST))),
        waiting=tuple(seen(shop, cases.waiting(today, MOST))),
        done=tuple(seen(shop, cases.done(today, DONE))),
        times=cases.times(year, today, today),
        one=one,
        told=told,
    )


def _open_one(shop: Shop, case: int, today: date) -> tuple[Seen | None, tuple[Told, ...]]:
    """Nothing where it was taken back in the meantime."""
    if not case:
        return None, ()
    try:
        found = shop.voice.cases.get(case, today)
    except ShopError:
        return None, ()
    zone = shop.settings.read().zone
    told = tuple(
        Told(
            verb=step.verb,
            facts=dict(step.facts),
            after=dict(change.after),
            day=shop_date(step.at, zone),
            by=step.by,
        )
        for step, change in shop.voice.cases.story(case)
    )
    return next(iter(seen(shop, [found]))), _with_code(shop, found, told)


def _with_code(shop: Shop, case: Case, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """Its use at the till is the last thing that happened to it."""
    if case.coupon is None or case.solved_at is None or case.stage is not Stage.CLOSED:
        return told
    if any(one.verb == "close case" for one in told):
        return told
    used = shop_date(case.solved_at, shop.settings.read().zone)
    return (*told, Told(verb="used", facts={}, after={}, day=used, by=""))
