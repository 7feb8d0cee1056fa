"""The filters above the table: who stands behind each, and how many they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.people import directory
from app.people.birthday import Birthday
from app.people.directory import Shown
from app.shop import Shop
from app.thanks.from_sales import slipping_now
from app.thanks.lists import people_on, why
from app.thanks.prints import PRINT_AHEAD
from reports.list_words import because
from resources.words import mark
from ui.customers.saying import About

ALL, NEW, BIRTHDAYS, ARCHIVED = "all", "new", "birthdays", "archived"
REGULARS, SLIPPING, LAPSED, NEAR, BEST = "regulars", "slipping", "lapsed", "near-reward", "best"
UNHAPPY = "unhappy"
TAG = "tag:"
LISTS = frozenset({NEW, REGULARS, SLIPPING, LAPSED, NEAR, BEST, UNHAPPY})
"""Filters that are lists of `app.thanks.lists` of the same name; each says why somebody is on it."""
OFFERED = LISTS - {NEW}
"""Only where somebody is on them: a shop without sales or answers is not asked about them."""
LETTERS = {
    NEW: "first_visit",
    SLIPPING: "miss_you",
    LAPSED: "miss_you",
    UNHAPPY: "apology",
    BIRTHDAYS: "birthday",
}
"""The letter that is written to people under a filter."""
_TITLES = {
    ALL: mark("All"),
    REGULARS: mark("Regulars"),
    NEW: mark("New"),
    SLIPPING: mark("Slipping"),
    LAPSED: mark("Lapsed"),
    NEAR: mark("Near a reward"),
    BEST: mark("Best by value"),
    UNHAPPY: mark("Unhappy"),
    BIRTHDAYS: mark("Birthdays soon"),
    ARCHIVED: mark("Archived"),
}
NOBODY = {
    ALL: mark("Everybody is in the archive"),
    NEW: mark("Nobody came for the first time this month"),
    REGULARS: mark("Nobody came three times in the last months"),
    SLIPPING: mark("Nobody is slipping away"),
    LAPSED: mark("Nobody has stayed away for months"),
    NEAR: mark("Nobody is near a reward just now"),
    BEST: mark("Nobody has bought anything yet"),
    UNHAPPY: mark("Nobody waits to be put right with us"),
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
    if key == BIRTHDAYS:
        return replace(everybody, born=_days_ahead(about))
    return replace(everybody, archived=key == ARCHIVED)


def people_under(shop: Shop, about: About, key: str) -> list[int] | None:
    """Who is on the list of that name, in its own order; None for what is no list.

    Who has lapsed is not slipping any more: each has a filter of its own.
    """
    if key not in LISTS:
        return None
    asked = shop.asked(about.on)
    return slipping_now(shop.book, asked) if key == SLIPPING else people_on(shop.book, key, asked)


def reasons(shop: Shop, about: About, key: str, ids: Sequence[int]) -> dict[int, str]:
    """Why each of these is under the filter, in words."""
    if key not in LISTS:
        return {}
    found = why(shop.book, key, ids, shop.asked(about.on))
    return {one: because(reason, about.words) for one, reason in found.items()}


def filters(shop: Shop, about: About, chosen: str = ALL) -> list[Filter]:
    """Those that are always there, those that somebody is under, then the tags, most used first."""
    fixed = [
        Filter(key, about.words(title), _count(shop, about, key)) for key, title in _TITLES.items()
    ]
    offered = [one for one in fixed if one.count or one.key == chosen or one.key not in OFFERED]
    tags = directory.tags(shop.book).items()
    return offered + [Filter(f"{TAG}{tag}", tag, count) for tag, count in tags]


def _count(shop: Shop, about: About, key: str) -> int:
    people = people_under(shop, about, key)
    return directory.count(shop.book, shown_by(key, about)) if people is None else len(people)


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
