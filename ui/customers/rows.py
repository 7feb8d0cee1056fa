"""One row of the table in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.people import directory
from app.people.directory import Entry
from app.people.photos import file_of
from app.shop import Shop
from resources.words import LANGUAGES
from ui.customers.saying import WEEK, About, coming, month, when

State = tuple[str, str]
"""Words and tone: `good`, `plain`."""


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


def rows(shop: Shop, about: About, ids: Sequence[int]) -> Mapping[int, Row]:
    """The rows of these people."""
    found = directory.rows(shop.book, ids)
    return {
        number: row_of(entry, about, file_of(shop.folder, entry.photo))
        for number, entry in found.items()
    }


def row_of(entry: Entry, about: About, photo: str = "") -> Row:
    next_day = about.next_birthday(entry.birthday) if entry.birthday else None
    kept = None if entry.deceased else next_day
    return Row(
        name=about.phone(entry.name) if entry.name.startswith("+") else entry.name,
        uid=entry.uid,
        photo=photo,
        state=state_of(entry, about),
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
    )


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
