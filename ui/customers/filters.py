"""The filters above the table: who stands behind each, and how many they are."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.people import directory
from app.people.birthday import Birthday
from app.people.directory import Shown
from app.shop import Shop
from app.thanks.from_sales import NEW_DAYS
from app.thanks.prints import PRINT_AHEAD
from resources.words import mark
from ui.customers.saying import About

ALL, NEW, BIRTHDAYS, ARCHIVED = "all", "new", "birthdays", "archived"
TAG = "tag:"
_TITLES = {
    ALL: mark("All"),
    NEW: mark("New"),
    BIRTHDAYS: mark("Birthdays soon"),
    ARCHIVED: mark("Archived"),
}
NOBODY = {
    ALL: mark("Everybody is in the archive"),
    NEW: mark("Nobody came for the first time this month"),
    BIRTHDAYS: mark("No birthdays in the next two weeks"),
    ARCHIVED: mark("Nobody is in the archive"),
    TAG: mark("Nobody carries this tag any more"),
}
_LEAP_BIRTHDAY = Birthday(month=2, day=29)


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip."""

    key: str
    words: str
    count: int


def shown_by(key: str, about: About) -> Shown:
    """Whom the filter `key` shows."""
    everybody = Shown(year_from=f"{about.on:%m-%d}")
    if key.startswith(TAG):
        return replace(everybody, tag=key.removeprefix(TAG))
    if key == NEW:
        return replace(everybody, new_since=str(about.on - timedelta(days=NEW_DAYS)))
    if key == BIRTHDAYS:
        return replace(everybody, born=_days_ahead(about))
    return replace(everybody, archived=key == ARCHIVED)


def filters(shop: Shop, about: About) -> list[Filter]:
    """The four that are always there, then the tags, most used first."""
    fixed = [
        Filter(key, about.words(title), directory.count(shop.book, shown_by(key, about)))
        for key, title in _TITLES.items()
    ]
    tags = directory.tags(shop.book).items()
    return fixed + [Filter(f"{TAG}{tag}", tag, count) for tag, count in tags]


def nobody(key: str, about: About) -> str:
    """What to say when the filter `key` shows nobody."""
    return about.words(NOBODY[TAG if key.startswith(TAG) else key])


def _days_ahead(about: About) -> tuple[str, ...]:
    days = [about.on + timedelta(days=n) for n in range(PRINT_AHEAD + 1)]
    return tuple(text for day in days for text in _written(day, about.leap_day))


def _written(day: date, leap_day: str) -> list[str]:
    """The birthdays, as `MM-DD`, that are kept on `day`."""
    leap = _LEAP_BIRTHDAY.kept_in(day.year, leap_day) == day
    return [f"{day:%m-%d}", *(["02-29"] if leap else [])]
