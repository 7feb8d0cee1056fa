"""One row of the table in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.people import directory
from app.people.directory import Entry
from app.people.photos import file_of
from app.shop import Shop
from app.thanks.habits import Habit, habits
from reports.list_words import days_ago, rhythm_said
from resources.words import LANGUAGES
from ui.customers.saying import WEEK, About, coming, month, past, when

State = tuple[str, str]
"""Words and tone: `good`, `accent`, `plain`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Everything a row may show, said already; `birthday_near` is within a week."""

    name: str
    uid: str
    photo: str
    state: State | None
    phone: str
    email: str
    city: str
    tags: str
    birthday: str
    birthday_aloud: str
    birthday_near: bool
    since: str
    card: str
    language: str
    reason: str = ""
    points: str = ""
    last_visit: str = ""
    last_visit_aloud: str = ""
    visits: str = ""
    weeks: tuple[int, ...] = ()
    missed: int = 0
    rhythm: str = ""
    """The dots of `weeks` in words; the last `missed` of them lie beyond her own rhythm."""


def rows(
    shop: Shop, about: About, ids: Sequence[int], reasons: Mapping[int, str] | None = None
) -> Mapping[int, Row]:
    """The rows of these people; `reasons` say why each of them is on the list that is shown."""
    found = directory.rows(shop.book, ids)
    known = habits(shop.book, ids, shop.asked(about.on))
    points = _points(shop, about, ids)
    return {
        number: replace(
            row_of(entry, about, file_of(shop.folder, entry.photo), known.get(number)),
            points=points.get(number, ""),
            reason=(reasons or {}).get(number, ""),
        )
        for number, entry in found.items()
    }


def _points(shop: Shop, about: About, ids: Sequence[int]) -> dict[int, str]:
    there = shop.till.points.of_several(ids, about.on)
    return {one: about.words.number(n) for one, n in there.items()}


def row_of(entry: Entry, about: About, photo: str = "", habit: Habit | None = None) -> Row:
    next_day = about.next_birthday(entry.birthday) if entry.birthday else None
    kept = None if entry.deceased else next_day
    return Row(
        name=about.phone(entry.name) if entry.name.startswith("+") else entry.name,
        uid=entry.uid,
        photo=photo,
        state=state_of(entry, about) or slipping(habit, about),
        phone=about.phone(entry.phone) if entry.phone else "",
        email=entry.email,
        city=entry.city,
        tags=", ".join(entry.tags),
        birthday=coming(kept, about) if kept else "",
        birthday_aloud=when(kept, about) if kept else "",
        birthday_near=kept is not None and _is_near(kept, about),
        since=month(entry.member_since, about.words),
        card=entry.card_number,
        language=LANGUAGES.get(entry.language, entry.language),
        **(_visits(habit, about) if habit else {}),
    )


def _visits(habit: Habit, about: About) -> dict[str, Any]:
    last = date.fromisoformat(habit.last_day)
    return {
        "last_visit": past(last, about),
        "last_visit_aloud": days_ago(habit.ago, about.words),
        "visits": about.words.number(habit.visits),
        "weeks": habit.weeks,
        "missed": habit.missed,
        "rhythm": rhythm_said(habit.half_gap, habit.ago, about.words),
    }


def slipping(habit: Habit | None, about: About) -> State | None:
    """Of who is away for longer than is her habit."""
    if habit is None or not habit.missed:
        return None
    if habit.lapsed:
        return about.words.said("of one person", "Lapsed"), "plain"
    return about.words.said("of one person", "Slipping"), "accent"


def state_of(entry: Entry, about: About) -> State | None:
    """The one state that a row shows."""
    if entry.deceased:
        return about.words("Deceased"), "plain"
    if entry.archived:
        return about.words("Archived"), "plain"
    return (
        (about.words.said("of one person", "New"), "good")
        if about.is_new(entry.member_since)
        else None
    )


def _is_near(day: date, about: About) -> bool:
    return (day - about.on).days < WEEK
