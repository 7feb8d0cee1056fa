"""Why somebody is on a list, in the words of whoever reads it."""

from collections.abc import Callable, Mapping

from app.money import Money
from app.thanks.from_sales import Reason
from reports.amounts import said
from resources.words import Words

_WEEK, _MONTH = 7, 30
_FROM_WEEKS, _FROM_MONTHS = 14, 60
"""From so many days on a gap is told in weeks, and in months."""


def because(reason: Reason, words: Words) -> str:
    """`usually every 5 days, 29 days ago`; empty where the list itself says it all."""
    return _SAID[reason.kind](reason, words) if reason.kind in _SAID else ""


def usually(half_gap: int, words: Words) -> str:
    """`usually every 5 days` of twice the gap; half a day more counts as a day."""
    days = max(1, (half_gap + 1) // 2)
    if days >= _FROM_MONTHS:
        months = (days + _MONTH // 2) // _MONTH
        return words.plural("usually every month", "usually every {n} months", months)
    if days >= _FROM_WEEKS:
        weeks = (days + _WEEK // 2) // _WEEK
        return words.plural("usually every week", "usually every {n} weeks", weeks)
    return words.plural("usually every day", "usually every {n} days", days)


def days_ago(days: int, words: Words) -> str:
    """`today`, `29 days ago`."""
    return words.plural("{n} day ago", "{n} days ago", days) if days > 0 else words("today")


def rhythm_said(half_gap: int, ago: int, words: Words) -> str:
    """`usually every 5 days, 29 days ago`; without the first half where she has no rhythm yet."""
    since = days_ago(ago, words)
    if not half_gap:
        return since
    return words("{usually}, {since}", usually=usually(half_gap, words), since=since)


def _by_rhythm(reason: Reason, words: Words) -> str:
    return rhythm_said(reason.half_gap, reason.ago, words)


def _first(reason: Reason, words: Words) -> str:
    return words("first visit: {since}", since=days_ago(reason.ago, words))


def _near(reason: Reason, words: Words) -> str:
    points, price = words.number(reason.points), words.number(reason.price)
    return words("{points} of {price} points", points=points, price=price)


def _best(reason: Reason, words: Words) -> str:
    visits = words.plural("{n} visit", "{n} visits", reason.visits)
    amount = said(Money(reason.spent, reason.currency), words)
    return words("{amount}, {visits}", amount=amount, visits=visits)


def _unhappy(reason: Reason, words: Words) -> str:
    since = days_ago(reason.ago, words)
    if not reason.said:
        return words("unhappy, {since}", since=since)
    return words("“{said}”, {since}", said=words.isolated(shortened(reason.said)), since=since)


def shortened(text: str, limit: int = 80) -> str:
    """In one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[:limit].rsplit(' ', 1)[0]}…"


_SAID: Mapping[str, Callable[[Reason, Words], str]] = {
    "regulars": _by_rhythm,
    "slipping": _by_rhythm,
    "lapsed": _by_rhythm,
    "new": _first,
    "near-reward": _near,
    "best": _best,
    "unhappy": _unhappy,
}
