"""A month of promotions: which of them hold on which of its days, as bars over its weeks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from app.loyalty.programme import WEEKDAYS, Promotion, Window, end_of_month

_DAYS = len(WEEKDAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A promotion on `span` days of one week from its day `column` on; `lane` 0 lies on top.

    `begins` and `goes_on` say whether it holds on the day before and after it, too.
    """

    promotion: int
    column: int
    span: int
    lane: int
    began: bool
    goes_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days with the bars over them."""

    days: tuple[date, ...]
    bars: tuple[Bar, ...]

    @property
    def lanes(self) -> int:
        return max((bar.lane + 1 for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The weeks that touch a month; `first` is its first day. `together` are two that hold at once."""

    first: date
    weeks: tuple[Week, ...]
    together: tuple[int, int] | None

    def on(self, day: date) -> Sequence[int]:
        """The promotions of that day."""
        for week in self.weeks:
            if day in week.days:
                place = week.days.index(day)
                return [
                    bar.promotion
                    for bar in week.bars
                    if bar.column <= place < bar.column + bar.span
                ]
        return ()


@cache
def first_weekday(country: str) -> int:
    """0 where weeks begin on Monday, 6 where they do on Sunday (source: CLDR)."""
    from babel import Locale, UnknownLocaleError

    try:
        return int(Locale.parse(f"und_{country}").first_week_day)
    except (UnknownLocaleError, ValueError):
        return 0


def week_of(country: str) -> tuple[str, ...]:
    """The days of the week as they follow one another there."""
    first = first_weekday(country)
    return WEEKDAYS[first:] + WEEKDAYS[:first]


def month_of(
    promotions: Sequence[Promotion], day: date, country: str, since: date = date.min
) -> Month:
    """The month in which `day` lies. What held together before `since` is not asked about any more."""
    first = day.replace(day=1)
    start = first - timedelta(days=(first.weekday() - first_weekday(country)) % _DAYS)
    weeks = []
    while start <= end_of_month(first):
        days = tuple(start + timedelta(days=n) for n in range(_DAYS))
        weeks.append(Week(days=days, bars=_bars(promotions, days)))
        start += timedelta(days=_DAYS)
    still = [day for week in weeks for day in week.days if day >= since]
    return Month(first=first, weeks=tuple(weeks), together=_together(promotions, still))


def holds_on(window: Window, day: date) -> bool:
    """Whether it holds at some hour of that day."""
    return window.holds(day, window.from_hour or "00:00")


def _bars(promotions: Sequence[Promotion], days: Sequence[date]) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    for number, promotion in enumerate(promotions):
        on = [holds_on(promotion.window, day) for day in days]
        column = 0
        while column < len(days):
            span = next((n for n, holds in enumerate(on[column:]) if not holds), _DAYS - column)
            if span:
                bars.append(_bar(number, promotion.window, days, column, span, bars))
            column += span + 1
    return tuple(bars)


def _bar(
    number: int,
    window: Window,
    days: Sequence[date],
    column: int,
    span: int,
    others: Sequence[Bar],
) -> Bar:
    taken = {
        bar.lane for bar in others if bar.column < column + span and column < bar.column + bar.span
    }
    one = timedelta(days=1)
    return Bar(
        promotion=number,
        column=column,
        span=span,
        lane=next(n for n in range(len(others) + 1) if n not in taken),
        began=holds_on(window, days[column] - one),
        goes_on=holds_on(window, days[column + span - 1] + one),
    )


def _together(promotions: Sequence[Promotion], days: Sequence[date]) -> tuple[int, int] | None:
    """The first two that hold at the same hour of one of these days."""
    for day in days:
        there = [n for n, one in enumerate(promotions) if holds_on(one.window, day)]
        for place, number in enumerate(there):
            for other in there[place + 1 :]:
                hours = {promotions[n].window.from_hour or "00:00" for n in (number, other)}
                windows = [promotions[n].window for n in (number, other)]
                if any(all(one.holds(day, hour) for one in windows) for hour in hours):
                    return number, other
    return None
