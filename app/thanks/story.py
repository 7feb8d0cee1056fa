"""A person's story with the shop as the book knows it: what personal points are drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from app.keeping.database import Book
from app.loyalty.bought import Bought, bought
from app.people.customer import Customer
from app.voice.improvements import what_was_changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything may be unknown. Texts are in the person's own language, without a full stop.

    Notes are not part of it: they are the shop's own affair.
    """

    since: date | None = None
    """The day she first came."""
    visits: int | None = None
    favourite: str = ""
    """What she buys most, as the shop calls it."""
    last_purchase: str = ""
    said: str = ""
    """What she told the shop, in a few words."""
    changed: str = ""
    """What the shop changed then, a whole sentence."""
    brought: tuple[str, ...] = ()
    """Those who came through her, by name."""
    preferences: tuple[str, ...] = ()
    household: tuple[str, ...] = ()
    """First names of those who live with her."""
    wished: tuple[date, ...] = ()
    """The birthdays for which she was sent a card."""


class _Purchases(TypedDict):
    visits: int | None
    favourite: str
    last_purchase: str


def stories(book: Book, people: Sequence[Customer], language: str, on: date) -> dict[int, Story]:
    """What the book knows of each of `people` on a day; `language` is the shop's, in which items are called,
    and that of those whose own is not known.
    """
    at_home, wished = _at_home(book, people), _wished(book, people)
    raised = _raised(book, people, language)
    buyers = bought(book, [one.id for one in people], on)
    return {
        one.id: Story(
            since=_since(one, buyers.get(one.id)),
            **_purchases(buyers.get(one.id), in_hers=(one.language or language) == language),
            preferences=one.preferences,
            household=tuple(
                name for other, name in at_home.get(one.household, ()) if other != one.id
            ),
            wished=tuple(wished.get(one.id, ())),
            said=raised[one.id][0],
            changed=raised[one.id][1],
        )
        for one in people
    }


def _since(one: Customer, buyer: Bought | None) -> date | None:
    """As a member or by her first sale, whichever is earlier."""
    days = [date.fromisoformat(one.member_since)] if one.member_since else []
    days += [buyer.first_day] if buyer else []
    return min(days, default=None)


def _purchases(buyer: Bought | None, *, in_hers: bool) -> _Purchases:
    """How often she came; and items, where they are called so in her language."""
    if buyer is None:
        return _Purchases(visits=None, favourite="", last_purchase="")
    favourite, last = (buyer.favourite, buyer.last) if in_hers else ("", "")
    return _Purchases(visits=buyer.visits, favourite=favourite, last_purchase=last)


def _raised(book: Book, people: Sequence[Customer], language: str) -> Mapping[int, tuple[str, str]]:
    """What each raised and what came of it, where that is written in her language; else nothing."""
    changed = what_was_changed(book, [one.id for one in people])
    told = {
        one.id: changed[one.id][:2]
        for one in people
        if one.id in changed and changed[one.id][2] == (one.language or language)
    }
    return {one.id: told.get(one.id, ("", "")) for one in people}


def _at_home(book: Book, people: Sequence[Customer]) -> Mapping[int | None, list[tuple[int, str]]]:
    """Who lives in the households of `people`: ids with first names."""
    homes = sorted({one.household for one in people if one.household})
    rows = book.execute(
        "SELECT household, id, first_name FROM customers WHERE household IN"
        " (SELECT value FROM json_each(?)) AND first_name IS NOT NULL"
        " AND removed = 0 AND deceased = 0 AND archived = 0 ORDER BY id",
        (_listed(homes),),
    )
    found: dict[int | None, list[tuple[int, str]]] = {}
    for home, number, name in rows:
        found.setdefault(home, []).append((number, name))
    return found


def _wished(book: Book, people: Sequence[Customer]) -> Mapping[int, list[date]]:
    rows = book.execute(
        "SELECT DISTINCT customer, occasion FROM cards_out WHERE letter = 'birthday'"
        " AND occasion IS NOT NULL AND customer IN (SELECT value FROM json_each(?))"
        " ORDER BY occasion",
        (_listed([one.id for one in people]),),
    )
    found: dict[int, list[date]] = {}
    for customer, occasion in rows:
        found.setdefault(customer, []).append(date.fromisoformat(occasion))
    return found


def _listed(numbers: Sequence[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"
