"""What a draft of the programme would have meant: run over the shop's past sales, and said in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.changes import Kind
from app.loyalty.programme import Programme, Reward
from app.loyalty.what_if import Gain, WhatIf
from app.money import Money, decimals
from app.progress import Cancelled, Report
from app.shop import Shop
from app.thanks.from_sales import months_before
from reports.amounts import said
from reports.offers import percent
from resources.words import Words, mark_plural
from ui.customers.saying import gained

if TYPE_CHECKING:
    from ui.shared.jobs import Job

Result = TypeVar("Result")
PERIODS = (3, 6, 12)
USUAL = 6
FEW = 3
"""So many names are shown before more are asked for."""
_HUNDRED = 100
_TRYING = mark_plural("Trying it on {n} sale", "Trying it on {n} sales")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One thing compared: in words for today's programme and for the draft, and as shares of the greater."""

    label: str
    today: str
    other: str
    shares: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gained:
    """A customer with what changes for her."""

    customer: int
    name: str
    change: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gains:
    """Who gains, or who loses: all who can be named, and what is said of how many they are."""

    title: str
    people: Sequence[Gained]
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The section: nothing but `said` while it runs, and where there is nothing to try it on."""

    months: int
    runs: bool = False
    said: str = ""
    detail: str = ""
    pairs: Sequence[Pair] = ()
    gains: Sequence[Gains] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    what_if: WhatIf
    names: Mapping[int, str]
    today: Programme
    other: Programme
    on: date


class TrialView(Protocol):
    """The section on the page."""

    def show_trial(self, tried: Tried | None) -> None:
        """None hides it."""


class TrialDesk(Protocol):
    """What a trial asks of the desk."""

    @property
    def shop(self) -> Shop: ...

    @property
    def words(self) -> Words: ...

    def work(
        self,
        act: Callable[[Shop, Report], Result],
        done: Callable[[Result], None],
        *,
        say: Callable[[int, int], str],
        changes: tuple[Kind, ...] = (),
        icon: str = "",
    ) -> "Job": ...

    def leave_unfinished(self, job: "Job") -> None: ...


class Trial:
    """Tries the draft on the last months; writes nothing."""

    def __init__(self, desk: TrialDesk, view: TrialView) -> None:
        self._desk, self._view = desk, view
        self._job: Job | None = None
        self._tries, self._months = 0, 0
        self._tried: Programme | None = None

    def run(self, months: int = USUAL) -> None:
        """On the sales of so many months."""
        self._stop()
        self._months, self._tried = months, self._desk.shop.till.programmes.draft()
        words, number = self._desk.words, self._tries
        begun = words("Trying it on past sales")
        self._view.show_trial(Tried(months=months, runs=True, said=begun))
        self._job = self._desk.work(
            lambda shop, report: _try(shop, months, report),
            lambda found: self._take(number, months, found),
            say=lambda _done, total: words.plural(*_TRYING, total) if total else begun,
            icon="calculator-variant-outline",
        )
        self._desk.leave_unfinished(self._job)

    def cancel(self) -> None:
        """Stops what is under way, and takes the outcome off the page."""
        self._stop()
        self._view.show_trial(None)

    def follow(self) -> None:
        """Tries the draft anew where it changed since; nothing is tried where nothing waits any more."""
        draft = self._desk.shop.till.programmes.draft()
        if self._tried is None or draft == self._tried:
            return
        if draft is None:
            self.cancel()
        else:
            self.run(self._months)

    def _stop(self) -> None:
        self._tries += 1
        self._tried = None
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, number: int, months: int, found: _Found | None) -> None:
        if number != self._tries:
            return
        self._job = None
        if found is None:
            self._view.show_trial(None)
            return
        self._view.show_trial(
            _Teller(self._desk.words, self._desk.shop.till.currency).tell(months, found)
        )


def _try(shop: Shop, months: int, report: Report) -> _Found | None:
    """None where it was stopped."""
    programmes, today = shop.till.programmes, shop.today()
    other, since = programmes.draft() or programmes.current(), months_before(today, months)
    zone = shop.settings.read().zone
    try:
        found = shop.till.what_if(other, since, today, zone, report)
    except Cancelled:
        return None
    ids = [gain.customer for gain in (*found.winners, *found.losers)]
    names = {int(one.id): one.name for one in shop.customers.several(ids)}
    return _Found(found, names, programmes.current(), other, today)


@dataclass(frozen=True, slots=True)
class _Teller:
    words: Words
    currency: str

    def tell(self, months: int, found: _Found) -> Tried:
        words, what_if = self.words, found.what_if
        if not what_if.sales:
            nothing = words("There are no sales of known customers in these months to try it on.")
            return Tried(months=months, said=nothing)
        people = words.plural("{n} customer", "{n} customers", what_if.customers)
        sales = words.plural("{n} sale", "{n} sales", what_if.sales)
        return Tried(
            months=months,
            said=words(
                "{sales} to {people}, {amount} paid",
                sales=sales,
                people=people,
                amount=self._money(what_if.paid),
            ),
            detail=" ".join(self._left_out(found)),
            pairs=self._pairs(found),
            gains=self._gains(found),
        )

    def _left_out(self, found: _Found) -> list[str]:
        """What past sales say nothing of: whole sentences."""
        words = self.words
        ahead = [
            words(
                "“{name}” begins on {day}: no past sale could earn by it.",
                name=one.name,
                day=words.date(one.window.starts, "medium"),
            )
            for one in found.other.promotions
            if one.window.starts
            and one.window.starts > found.on
            and one not in found.today.promotions
        ]
        return [words("Points for signing up and on birthdays are left out."), *ahead]

    def _pairs(self, found: _Found) -> list[Pair]:
        words, today, other = self.words, found.what_if.today, found.what_if.other
        number = words.number
        pairs = [
            self._pair(words("Points given"), today.points, other.points, number),
            self._pair(words("Of them still valid today"), today.left, other.left, number),
            self._pair(
                words("What they can cost you, and as a share of sales"),
                today.cost,
                other.cost,
                lambda cost: self._cost(cost, found.what_if.paid),
            ),
        ]
        return pairs + self._enough(found)

    def _enough(self, found: _Found) -> list[Pair]:
        """How often they pay the cheapest reward that both programmes have."""
        ladder = found.other.ladder()
        reward = next((one for one in ladder if found.today.reward(one.name)), None)
        before = found.today.reward(reward.name) if reward else None
        if reward is None or before is None:
            return []
        label = self.words("Enough for: {reward}", reward=self.words.isolated(reward.name))
        what_if = found.what_if
        times = _times(before, what_if.today.points), _times(reward, what_if.other.points)
        return [
            self._pair(label, *times, lambda n: self.words.isolated(f"{self.words.number(n)}×"))
        ]

    def _pair(self, label: str, today: int, other: int, say: Callable[[int], str]) -> Pair:
        most = max(today, other, 1)
        return Pair(
            label=label, today=say(today), other=say(other), shares=(today / most, other / most)
        )

    def _cost(self, cost: int, paid: int) -> str:
        amount = self._money(cost)
        if not paid:
            return amount
        fine = 1 if cost * _HUNDRED < paid else 10  # hundredths of a percent, tenths from 1 % on
        share = percent(round(cost * _HUNDRED**2 / paid / fine) * fine, self.words)
        return self.words("{amount}, {percent}", amount=amount, percent=share)

    def _gains(self, found: _Found) -> list[Gains]:
        what_if, words = found.what_if, self.words
        if not what_if.more and not what_if.fewer:
            return [Gains(title=words("Nobody gains and nobody loses points."), people=())]
        sides = (
            (words.plural("{n} gains", "{n} gain", what_if.more), what_if.winners, what_if.more),
            (words.plural("{n} loses", "{n} lose", what_if.fewer), what_if.losers, what_if.fewer),
        )
        return [self._side(*side, found.names) for side in sides if side[2]]

    def _side(self, title: str, people: Sequence[Gain], n: int, names: Mapping[int, str]) -> Gains:
        rest = n - len(people)
        return Gains(
            title=title,
            people=[self._gained(one, names.get(one.customer, "")) for one in people],
            rest=self.words.plural("and {n} more", "and {n} more", rest) if rest else "",
        )

    def _gained(self, gain: Gain, name: str) -> Gained:
        words = self.words
        earned, would = words.number(gain.earned), words.number(gain.would)
        detail = words("{would} instead of {earned}", would=would, earned=earned)
        return Gained(gain.customer, name, gained(gain.would - gain.earned, words), detail)

    def _money(self, minor: int) -> str:
        """Of so much money nobody counts the small coins."""
        whole = int(10 ** decimals(self.currency))
        return said(Money((minor + whole // 2) // whole * whole, self.currency), self.words)


def _times(reward: Reward, points: int) -> int:
    return points // reward.points * reward.pack
