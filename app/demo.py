"""A believable invented shop to look round in: the same seed gives the same people."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.changes import Kind
from app.demo_offers import add_offers
from app.demo_points import add_points
from app.demo_sales import Wares, add_sales
from app.demo_voice import add_answers
from app.errors import ShopError
from app.people import register
from app.people.customers import ADDED, new_note
from app.people.folding import words_of
from app.shop import Shop
from resources import path

CUSTOMERS = 400
_BATCH = 2000
_PHONE_DIGITS = {"CZ": 13, "SK": 13, "DK": 11, "KZ": 12, "IL": 13, "GB": 13}
_OLDEST, _YOUNGEST = 84, 17
_FILLED = (
    *(Kind.CUSTOMERS, Kind.SETTINGS, Kind.LOYALTY, Kind.COUPONS, Kind.GIFT_CARDS, Kind.VOICE),
)
# How often something is so among the invented people; by eye, from nobody's real book.
_SHARES: Mapping[str, float] = {
    "a woman": 0.58,
    "an address": 0.8,
    "a birthday": 0.85,
    "no year": 0.15,
    "a phone": 0.9,
    "an e-mail": 0.6,
    "a card": 0.7,
    "a note": 0.1,
    "a preference": 0.4,
    "asked about post": 0.5,
    "said yes": 0.92,
}


class NotEmpty(ShopError):
    """The shop has customers already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """What the invented people of one language are made of (`resources/demo/<language>.toml`)."""

    facts: Mapping[str, Any]
    language: str
    women: Sequence[str]
    men: Sequence[str]
    surnames: Sequence[str]


def read_town(language: str) -> Town:
    facts = tomllib.loads(path("demo", f"{language}.toml").read_text("utf-8"))
    names = {name: facts[name].split() for name in ("women", "men", "surnames")}
    return Town(facts=facts, language=language, **names)


def fill(shop: Shop, on: date, *, customers: int = CUSTOMERS, seed: int = 1) -> int:
    """Fills the empty `shop` with invented customers as of the day `on`; answers how many.

    A shop that was never set up becomes the demo shop of its language. Raises `NotEmpty`.
    """
    with shop.book.atomic(*_FILLED):
        if shop.customers.count():
            raise NotEmpty
        town = read_town(shop.settings.read().language)
        _set_up(shop, town)
        people = invented(town, on, customers=customers, seed=seed)
        ids: list[int] = []
        for start in range(0, customers, _BATCH):
            batch = [_with_note(shop, one) for one in people[start : start + _BATCH]]
            ids += register.insert(shop.book, batch, how="demo")
        step = shop.history.begin("demo", n=len(ids))
        shop.history.tell_of_all(step, ADDED, ids)
        add_sales(shop, step, ids, on, Wares(goods=town.facts["goods"], seed=seed))
        add_points(shop, step, town.facts, on)
        add_offers(shop, step, town.facts, ids)
        add_answers(shop, step, town.facts, on, seed)
    return len(ids)


def invented(town: Town, on: date, *, customers: int, seed: int) -> list[dict[str, Any]]:
    """People as `register.insert` takes them, from the seed alone."""
    chance = random.Random(seed)  # noqa: S311 - invented people need no secret
    return [_person(town, chance, on, number) for number in range(customers)]


def _set_up(shop: Shop, town: Town) -> None:
    if not shop.settings.read().set_up:
        names = ("country", "zone", "owner", "owner_title", "shop_words")
        facts = {name: town.facts[name] for name in names}
        shop.settings.change(name=town.facts["shop"], is_demo=True, set_up=True, **facts)


def _person(town: Town, chance: random.Random, on: date, number: int) -> dict[str, Any]:
    woman = _happens(chance, "a woman")
    first = chance.choice(town.women if woman else town.men)
    man, _, hers = chance.choice(town.surnames).partition("/")
    last = (hers or man) if woman else man
    postal_code, city = _postal(town, chance)
    person: dict[str, Any] = {
        "first_name": first,
        "last_name": last,
        "form_of_address": "f" if woman else "m",
        "country": town.facts["country"],
        "member_since": _member_since(chance, on),
        "card_number": str(4000 + number) if _happens(chance, "a card") else None,
    }
    if _happens(chance, "an address"):
        street = chance.choice(town.facts["streets"])
        person |= {
            "street": f"{street} {chance.randint(1, 99)}",
            "city": city,
            "postal_code": postal_code,
        }
    if _happens(chance, "a birthday"):
        person["birthday"] = _birthday(chance, on)
    return person | _lists(town, chance, first, last)


def _lists(town: Town, chance: random.Random, first: str, last: str) -> dict[str, Any]:
    lists: dict[str, Any] = {}
    if _happens(chance, "a phone"):
        start = chance.choice(town.facts["phones"])
        missing = _PHONE_DIGITS[town.facts["country"]] - len(start)
        lists["phones"] = [start + "".join(str(chance.randint(0, 9)) for _ in range(missing))]
    if _happens(chance, "an e-mail"):
        name = ".".join(words_of(f"{first} {last}"))
        lists["emails"] = [f"{name}@{chance.choice(town.facts['mail'])}"]
    lists["tags"] = chance.sample(town.facts["tags"], chance.choice((0, 0, 1, 1, 2)))
    if _happens(chance, "asked about post"):
        lists["consent:post"] = _happens(chance, "said yes")
    if _happens(chance, "a note"):
        lists["note"] = chance.choice(town.facts["notes"])
    if _happens(chance, "a preference"):
        lists["preferences"] = [chance.choice(town.facts["preferences"])]
    return lists


def _happens(chance: random.Random, what: str) -> bool:
    return chance.random() < _SHARES[what]


def _with_note(shop: Shop, person: dict[str, Any]) -> dict[str, Any]:
    text = person.pop("note", None)
    return person | (new_note(shop.book, text) if text else {})


def _postal(town: Town, chance: random.Random) -> tuple[str, str]:
    """`602 00 Brno` → (`602 00`, `Brno`): the post code ends at the last part with a digit in it."""
    parts: Sequence[str] = chance.choice(town.facts["towns"]).split()
    code = 1 + max(i for i, part in enumerate(parts) if any(c.isdigit() for c in part))
    return " ".join(parts[:code]), " ".join(parts[code:])


def _birthday(chance: random.Random, on: date) -> str:
    born = on - timedelta(days=chance.randint(_YOUNGEST * 365, _OLDEST * 365))
    return born.strftime("--%m-%d") if _happens(chance, "no year") else born.isoformat()


def _member_since(chance: random.Random, on: date) -> str:
    return (on - timedelta(days=int(chance.triangular(0, 3000, 200)))).isoformat()
