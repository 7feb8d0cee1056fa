"""The greeting of a letter for whoever stands in the customer book, in the language of the letter."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.people.customer import Customer
from app.people.salutations.addressee import Addressee, addressee_of
from app.people.salutations.czech import CZECH
from app.people.salutations.hebrew import HEBREW
from app.people.salutations.kazakh import KAZAKH
from app.people.salutations.one_word import DANISH, ENGLISH
from app.people.salutations.salutation import Custom, Manner, Salutation, Tone
from app.people.salutations.slovak import SLOVAK

_CUSTOMS: Mapping[str, Custom] = {
    "cs": CZECH,
    "sk": SLOVAK,
    "da": DANISH,
    "he": HEBREW,
    "kk": KAZAKH,
}
_OPENING = re.compile(
    r"^(mil[áýíé]|drah[áýíé]|vážen[áýíé]|ahoj|čau|nazdar|dobrý de[nň]|dear|hello|hi|kære|hej|goddag"
    r"|құрметті|қымбатты|сәлем|שלום|לכבוד|היי)\s+(?=\w)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[,!]$")
_DEAR_IN_HEBREW = re.compile(r"\s+ה?(?:יקר|נכבד)(?:ה|ים|ות)?$")


def salute(
    one: Customer,
    language: str,
    *,
    tone: Tone = "warm",
    familiar: bool = False,
    household: Sequence[Customer] = (),
) -> Salutation:
    """How a letter in `language` to `one` begins; `household` are those it also goes to.

    `familiar` is for a shop on first-name terms. Whatever she said she wants to be called goes first.
    A language that nobody wrote letters in is greeted in English, as its letters are.
    """
    manner = Manner(tone=tone, familiar=familiar)
    custom = _CUSTOMS.get(language, ENGLISH)
    wish = " ".join((one.greeting or "").split())
    addressee = addressee_of(one, language, household)
    if not any(map(str.isalnum, wish)):
        return _greeted(addressee, custom, manner)
    if _is_whole_line(wish):
        return _as_written(wish, custom)
    if household and addressee.people:
        return _greeted(_called(addressee, wish), custom, manner)
    return custom.called(wish, _gender(addressee), manner)


def _greeted(addressee: Addressee, custom: Custom, manner: Manner) -> Salutation:
    if addressee.family:
        return custom.family(addressee.family, manner)
    if len(addressee.people) > 1:
        return custom.several(addressee.people, manner)
    if addressee.people:
        return custom.one(addressee.people[0], manner)
    return custom.company(addressee.company, manner) if addressee.company else custom.nobody(manner)


def _called(addressee: Addressee, wish: str) -> Addressee:
    """Of a household the first is the one who said so."""
    first, *others = addressee.people
    return replace(addressee, people=(replace(first, called=wish), *others))


def _gender(addressee: Addressee) -> str:
    if addressee.family or len(addressee.people) > 1:
        return "family"
    return next((person.gender for person in addressee.people), "")


def _is_whole_line(wish: str) -> bool:
    """`Milá Terezko`, `Ahoj Terezko,`: nothing is to be put before or behind it."""
    return any(pattern.search(wish) for pattern in (_OPENING, _CLOSED, _DEAR_IN_HEBREW))


def _as_written(wish: str, custom: Custom) -> Salutation:
    name = wish.rstrip(" ,!")
    for pattern in (_OPENING, _DEAR_IN_HEBREW):
        name = pattern.sub("", name)
    line = wish if _CLOSED.search(wish) else f"{wish}{'!' if custom is KAZAKH else ','}"
    return Salutation(salutation=line, name_in_greeting=name)
