"""How somebody has been coming this half-year: the facts behind the dots, for the few rows that are seen."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.keeping.database import Book
from app.loyalty import rhythm
from app.thanks import from_sales
from app.thanks.from_sales import Asked
from app.values import value

WEEKS = 26
_WEEK = 7


@value
class Habit:
    """`weeks` are visits a week, oldest first, the last seven days being the last; `missed` of them
    lie beyond her own rhythm; `lapsed` says that she has not come for months. `half_gap` is twice
    her usual gap in days, 0 where she has none.
    """

    weeks: tuple[int, ...]
    missed: int
    lapsed: bool
    last_day: str
    ago: int
    visits: int
    half_gap: int


def habits(book: Book, ids: Sequence[int], asked: Asked) -> dict[int, Habit]:
    """The habits of those of `ids` who ever bought something; three queries however many they are."""
    known = rhythm.of(book, ids)
    if not known:
        return {}
    late = set(from_sales.slipping_among(book, list(known), asked))
    gone_before = from_sales.months_before(asked.on, asked.measures.lapsed_months).isoformat()
    weeks = _weeks(book, list(known), asked.on)
    return {
        who: Habit(
            weeks=tuple(weeks[who]),
            missed=_empty_at_the_end(weeks[who]) if who in late else 0,
            lapsed=who in late and one.last_day < gone_before,
            last_day=one.last_day,
            ago=(asked.on - date.fromisoformat(one.last_day)).days,
            visits=one.visits,
            half_gap=one.half_gap or 0,
        )
        for who, one in known.items()
    }


def _weeks(book: Book, ids: Sequence[int], on: date) -> dict[int, list[int]]:
    weeks = {who: [0] * WEEKS for who in ids}
    for who, day in rhythm.days_of(book, ids, since=on - timedelta(days=WEEKS * _WEEK - 1)):
        back = (on - date.fromisoformat(day)).days // _WEEK
        if 0 <= back < WEEKS:
            weeks[who][WEEKS - 1 - back] += 1
    return weeks


def _empty_at_the_end(weeks: Sequence[int]) -> int:
    return next((n for n, visits in enumerate(reversed(weeks)) if visits), WEEKS)
