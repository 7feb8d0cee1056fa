"""Who is on a list, for which day the card is, and what speaks against writing it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.clock import shop_date
from app.people.customer import Customer
from app.progress import Report
from app.shop import Shop
from app.thanks.from_sales import Reason
from app.thanks.letter_days import LetterDay, letter_day
from app.thanks.lists import people_on
from app.thanks.lists import why as why_listed
from app.thanks.post import Why, why_not
from app.thanks.prints import printed_already, printed_for

_CHUNK = 200


class Held(StrEnum):
    """Why somebody is not ticked from the start."""

    DECEASED = "deceased"
    SAID_NO = "said_no"
    PRINTED = "printed"
    NO_BIRTHDAY = "no_birthday"


NEVER = frozenset({Held.DECEASED, Held.SAID_NO})
"""No click overrules these: the book itself would have to be changed."""
_HELD = {Why.DECEASED: Held.DECEASED, Why.SAID_NO: Held.SAID_NO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One on the list; `printed` is the day on which the card for this very occasion came out."""

    id: int
    name: str
    uid: str
    customer: int = 0
    """The same as `id`, but for a card that was put aside."""
    has_address: bool = True
    occasion: date | None = None
    turning: int | None = None
    printed: date | None = None
    letter: str = ""
    """Of a card that was put aside."""
    why: Reason | None = None
    """What brought her on a list from sales."""
    held: Held | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which letter is wanted for the people on which list."""

    list_name: str
    letter: str
    on: date

    @property
    def is_named(self) -> bool:
        """The owner chose the people one by one."""
        return self.list_name.startswith("ids:")


def gather(shop: Shop, wanted: Wanted, report: Report) -> list[Recipient]:
    """Everybody on the list, in its order. Raises `UnknownList`."""
    asked = shop.asked(wanted.on)
    ids = people_on(shop.book, wanted.list_name, asked)
    reasons = why_listed(shop.book, wanted.list_name, ids, asked)
    found: list[Recipient] = []
    for start in range(0, len(ids), _CHUNK):
        report(start, len(ids))
        people = shop.customers.several(ids[start : start + _CHUNK])
        found += _recipients(shop, people, wanted)
    return [replace(one, why=reasons[one.id]) if one.id in reasons else one for one in found]


def waiting(shop: Shop) -> list[Recipient]:
    """Whose cards were put aside, the longest first; one may have several."""
    cards = shop.waiting.all()
    people = {one.id: one for one in shop.customers.several([card.customer for card in cards])}
    return [
        Recipient(
            id=card.id,
            name=one.name,
            uid=one.uid,
            customer=one.id,
            has_address=one.has_address,
            occasion=card.occasion,
            letter=card.letter,
            held=_HELD[why] if (why := why_not(one)) else None,
        )
        for card in cards
        if (one := people.get(card.customer))
    ]


def _recipients(shop: Shop, people: Sequence[Customer], wanted: Wanted) -> list[Recipient]:
    settings = shop.settings.read()
    days = {
        one.id: day
        for one in people
        if (day := letter_day(one, wanted.letter, settings, wanted.on))
    }
    done = printed_already(shop.book, wanted.letter, {id_: day.on for id_, day in days.items()})
    return [
        _recipient(
            one,
            days.get(one.id),
            _printed(shop, one, days[one.id].on, wanted) if one.id in done else None,
            wanted,
        )
        for one in people
    ]


def _recipient(
    one: Customer, day: LetterDay | None, printed: date | None, wanted: Wanted
) -> Recipient:
    occasion = day.on if day else None
    return Recipient(
        id=one.id,
        name=one.name,
        uid=one.uid,
        customer=one.id,
        has_address=one.has_address,
        occasion=occasion,
        turning=day.turning if day else None,
        printed=printed,
        held=_held(one, occasion, printed, wanted),
    )


def _held(
    one: Customer, occasion: date | None, printed: date | None, wanted: Wanted
) -> Held | None:
    if why := why_not(one):
        return _HELD[why]
    if printed:
        return Held.PRINTED
    missing = wanted.letter == "birthday" and occasion is None and not wanted.is_named
    return Held.NO_BIRTHDAY if missing else None


def _printed(shop: Shop, one: Customer, occasion: date, wanted: Wanted) -> date | None:
    zone = shop.settings.read().zone
    times = [
        print_.at
        for print_ in printed_for(shop.book, one.id)
        if (print_.letter, print_.occasion) == (wanted.letter, occasion)
    ]
    return shop_date(times[0], zone) if times else None
