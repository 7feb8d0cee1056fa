"""What the book says about today, read at once and handed over as plain facts."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import groupby
from zoneinfo import ZoneInfo

from app.keeping.settings import Settings
from app.people import directory
from app.shop import Shop
from app.thanks.lists import people_on
from app.thanks.occasions import BirthdayNear, birthdays
from app.thanks.prints import Printed, birthdays_printed, printed_lately, to_print

WEEK = 6
"""Days after today in the ribbon."""
YEAR = 363
IN_THE_POST = 2
"""Days that a card is on its way: it is to be printed so long before the birthday."""
SHOWN, SHOWN_BESIDE = 5, 3
"""Lines of a section, and of one in the narrow column; the rest is a link away."""


class Card(Enum):
    """How it stands with the card for a birthday."""

    NONE = "none"
    DUE = "due"
    """To be printed today or tomorrow, if it is to arrive."""
    PRINTED = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of the ribbon: who has a birthday, in the order of names."""

    on: date
    near: tuple[BirthdayNear, ...]
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """Everything that Today shows, as of `now` in the shop's own time."""

    now: datetime
    settings: Settings
    by: str
    anybody: bool
    days: tuple[Day, ...] = ()
    later: BirthdayNear | None = None
    """The next birthday, where there is none in the ribbon."""
    due: tuple[BirthdayNear, ...] = ()
    newcomers: tuple[directory.Entry, ...] = ()
    new_count: int = 0
    printed: tuple[tuple[Printed, directory.Entry], ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()


def read_morning(shop: Shop) -> Morning:
    """Reads it all; with 100,000 customers that is work for another thread."""
    settings = shop.settings.read()
    now = shop.book.now().astimezone(ZoneInfo(settings.zone))
    if not shop.customers.count():
        return Morning(now=now, settings=settings, by=shop.book.by, anybody=False)
    on = now.date()
    due = to_print(shop.book, on, leap_day=settings.leap_day)
    days = _ribbon(shop, on, settings.leap_day, due)
    new = people_on(shop.book, "new", shop.asked(on))
    return Morning(
        now=now,
        settings=settings,
        by=shop.book.by,
        anybody=True,
        days=days,
        later=None if any(day.near for day in days) else _next(shop, on, settings.leap_day),
        due=tuple(due),
        newcomers=_entries(shop, new[:SHOWN]),
        new_count=len(new),
        printed=_printed(shop),
    )


def _ribbon(shop: Shop, on: date, leap_day: str, due: Sequence[BirthdayNear]) -> tuple[Day, ...]:
    near = birthdays(shop.book, on, back=0, ahead=WEEK, leap_day=leap_day)
    hurry = on + timedelta(days=IN_THE_POST + 1)
    waiting = {one.customer.id for one in due if one.kept <= hurry}
    done = birthdays_printed(shop.book, near)
    by_day = {in_days: tuple(ones) for in_days, ones in groupby(near, lambda one: one.in_days)}
    return tuple(
        Day(
            on=date.fromordinal(on.toordinal() + away),
            near=by_day.get(away, ()),
            card=_card({one.customer.id for one in by_day.get(away, ())}, waiting, done),
        )
        for away in range(WEEK + 1)
    )


def _card(people: AbstractSet[int], waiting: AbstractSet[int], done: AbstractSet[int]) -> Card:
    if people & waiting:
        return Card.DUE
    return Card.PRINTED if people & done else Card.NONE


def _next(shop: Shop, on: date, leap_day: str) -> BirthdayNear | None:
    return next(iter(birthdays(shop.book, on, back=0, ahead=YEAR, leap_day=leap_day)), None)


def _entries(shop: Shop, ids: Sequence[int]) -> tuple[directory.Entry, ...]:
    rows = directory.rows(shop.book, ids)
    return tuple(rows[one] for one in ids)


def _printed(shop: Shop) -> tuple[tuple[Printed, directory.Entry], ...]:
    printed = printed_lately(shop.book, SHOWN_BESIDE)
    rows = directory.rows(shop.book, [one.customer for one in printed])
    return tuple((one, rows[one.customer]) for one in printed)
