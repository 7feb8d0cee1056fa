"""What the book says about today, read at once and handed over as plain facts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from textwrap import wrap
from zoneinfo import ZoneInfo

from app.keeping.settings import Settings
from app.loyalty import rhythm
from app.people import directory
from app.shop import Shop
from app.thanks.lists import people_on
from app.thanks.occasions import BirthdayNear, birthdays, count_by_day, first_by_day
from app.thanks.prints import (
    Printed,
    count_to_print,
    first_to_print,
    printed_by_day,
    printed_lately,
    to_print,
)
from app.values import value

WEEK = 6
"""Days after today in the ribbon."""
YEAR = 363
LINE = 14
"""Letters that fit beside each other under a day of the ribbon."""
PICTURED = 3
"""People of one day whose circles are shown."""
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


@value
class Day:
    """One day of the ribbon: who has a birthday, in the order of names."""

    on: date
    near: tuple[BirthdayNear, ...]
    """The first few of them."""
    count: int
    card: Card

    @property
    def name_lines(self) -> tuple[str, ...]:
        """First and last name of the first; a company's name after the words that fit on a line."""
        one = self.near[0].customer
        if one.first_name and one.last_name:
            return one.first_name, one.last_name
        first, *rest = wrap(one.name, LINE)
        return (first, " ".join(rest)) if rest else (first,)


@value
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
    due_count: int = 0
    newcomers: tuple[tuple[directory.Entry, date], ...] = ()
    """Each with the day on which she was first seen."""
    new_count: int = 0
    printed: tuple[tuple[Printed, directory.Entry], ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()


def read_morning(shop: Shop) -> Morning:
    """Reads it all: some 10 ms with 100,000 customers, for only what is shown is read whole."""
    settings = shop.settings.read()
    now = shop.book.now().astimezone(ZoneInfo(settings.zone))
    if not shop.customers.is_anybody_there():
        return Morning(now=now, settings=settings, by=shop.book.by, anybody=False)
    on = now.date()
    due = count_to_print(shop.book, on, leap_day=settings.leap_day)
    first = first_to_print(shop.book, on, limit=SHOWN, leap_day=settings.leap_day)
    days = _ribbon(shop, on, settings.leap_day, due)
    new = people_on(shop.book, "new", shop.asked(on))
    return Morning(
        now=now,
        settings=settings,
        by=shop.book.by,
        anybody=True,
        days=days,
        later=None if any(day.near for day in days) else _next(shop, on, settings.leap_day),
        due=tuple(first),
        due_count=sum(due.values()),
        newcomers=_first_seen(shop, new[:SHOWN]),
        new_count=len(new),
        printed=_printed(shop),
    )


def everybody_due(shop: Shop) -> list[int]:
    """Ids of all whose card is still to be printed."""
    settings = shop.settings.read()
    due = to_print(shop.book, shop.today(), leap_day=settings.leap_day)
    return [one.customer.id for one in due]


def _ribbon(shop: Shop, on: date, leap_day: str, due: Mapping[date, int]) -> tuple[Day, ...]:
    count = count_by_day(shop.book, on, ahead=WEEK, leap_day=leap_day)
    first = first_by_day(shop.book, on, ahead=WEEK, limit=PICTURED, leap_day=leap_day)
    done = printed_by_day(shop.book, on, ahead=WEEK)
    hurry = on + timedelta(days=IN_THE_POST + 1)
    return tuple(
        Day(
            on=day,
            near=tuple(first[day]),
            count=count[day],
            card=_card(day <= hurry and due[day] > 0, day in done),
        )
        for day in count
    )


def _card(waiting: bool, done: bool) -> Card:
    if waiting:
        return Card.DUE
    return Card.PRINTED if done else Card.NONE


def _next(shop: Shop, on: date, leap_day: str) -> BirthdayNear | None:
    return next(iter(birthdays(shop.book, on, back=0, ahead=YEAR, leap_day=leap_day)), None)


def _first_seen(shop: Shop, ids: Sequence[int]) -> tuple[tuple[directory.Entry, date], ...]:
    """By a sale or as a member, whichever was earlier; one of them is known of everybody new."""
    rows, visits = directory.rows(shop.book, ids), rhythm.of(shop.book, ids)
    firsts = {one: visits[one].first_day for one in ids if one in visits}
    days = {one: min(filter(None, (rows[one].member_since, firsts.get(one)))) for one in ids}
    return tuple((rows[one], date.fromisoformat(days[one])) for one in ids)


def _printed(shop: Shop) -> tuple[tuple[Printed, directory.Entry], ...]:
    printed = printed_lately(shop.book, SHOWN_BESIDE)
    rows = directory.rows(shop.book, [one.customer for one in printed])
    return tuple((one, rows[one.customer]) for one in printed)
