"""What the shop itself has to say in a letter: the facts its texts ask for, and what is typed for them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from app.people.exchange.date_orders import order_of_country
from app.people.exchange.dates import readings
from app.people.exchange.mapping import Order
from app.thanks.composing import Fact
from app.thanks.fields import asks_for
from app.thanks.letters import read_letter

GIVEN = (
    "event",
    "event_date",
    "event_time",
    "event_place",
    "offer",
    "first_date",
    "public_date",
    "said",
    "changed",
    "reward",
    "balance",
    "friend",
    "friends",
    "gift",
)
"""What the book does not know, in the order in which it is asked for."""
COUPON = ("coupon_value", "coupon", "coupon_until")
"""What any letter may bring along."""
OF_ONE = frozenset({"balance", "friend", "friends"})
"""True of one person only."""
DAYS = frozenset({"event_date", "first_date", "public_date", "coupon_until"})
_AHEAD = timedelta(days=3653)
"""A year of two figures lies at most so far ahead."""


def facts_asked(letter: str, languages: Iterable[str], own: Iterable[str] = ()) -> tuple[str, ...]:
    """Which facts the texts of `letter` ask for in these languages, and the owner's `own` words."""
    texts = [text for language in languages for text in read_letter(letter, language).texts]
    lines = [line for text in texts for line in (*text.reason, *text.wish)]
    lines += [line for text in own for line in text.splitlines()]
    return tuple(name for name in GIVEN if asks_for(lines, name))


def facts_from(typed: Mapping[str, str], on: date, country: str | None) -> dict[str, Fact]:
    """What was typed as facts: days and numbers are put into each person's language later."""
    said = {name: text.strip() for name, text in typed.items() if text.strip()}
    return {name: _fact(name, text, on, country) for name, text in said.items()}


def day_meant(text: str, on: date, country: str | None) -> date | None:
    """The day that `text` is, as people in `country` write days; without its year the next one from `on`."""
    found = readings(text.strip(), on + _AHEAD)
    usual = order_of_country(country) or Order.DMY
    day = found.get(usual) or next(iter(found.values()), None)
    if day is None:
        return None
    if day.year is not None:
        return date(day.year, day.month, day.day)
    return next(
        (one for ahead in range(366 * 8) if _is(one := on + timedelta(days=ahead), day)), None
    )


def is_over(typed: Mapping[str, str], on: date, country: str | None) -> bool:
    """Whether the last of the days that were typed lies before `on`."""
    days = [day_meant(typed[name], on, country) for name in DAYS & typed.keys()]
    known = [day for day in days if day]
    return bool(known) and max(known) < on


def _is(one: date, day: tuple[int | None, int, int]) -> bool:
    return (one.month, one.day) == day[1:]


def _fact(name: str, text: str, on: date, country: str | None) -> Fact:
    if name in DAYS:
        return day_meant(text, on, country) or text
    return int(text) if name == "balance" and text.isdecimal() else text
