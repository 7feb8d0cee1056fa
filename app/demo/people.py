"""The invented people of a demo shop: the same seed gives the same ones."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.people.folding import words_of
from resources import path

CUSTOMERS = 400
"""A demo shop has so many, unless it is told otherwise."""
# Digits of a whole number, with the + and the code of its country.
_PHONE_DIGITS = {"CZ": 13, "SK": 13, "DK": 11, "KZ": 12, "IL": 13, "GB": 13}
_OLDEST, _YOUNGEST = 84, 17
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


def invented(town: Town, on: date, *, customers: int, seed: int) -> list[dict[str, Any]]:
    """People as `register.insert` takes them, from the seed alone."""
    chance = random.Random(seed)  # noqa: S311 - invented people need no secret
    return [_person(town, chance, on, number) for number in range(customers)]


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
