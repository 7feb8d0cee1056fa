"""A surname as several people bear it together on an envelope: `Novákovi`, `Novotní`, `Ахметовтер`."""

import re
from collections.abc import Callable, Mapping

from app.people.salutations import czech, kazakh, slovak

_POLISH = re.compile(r"(?:[sc]|dz)k[ia]$")
_RUSSIAN = (
    (re.compile(r"(?<=[оеё]в)а?$|(?<=[иы]н)а?$"), "ы"),
    (re.compile(r"(?<=[сц]к)(?:ий|ой|ая)$"), "ие"),
    (re.compile(r"(?<=\w{2})(?:ый|ая)$"), "ые"),
)


def together(last: str, language: str) -> str:
    """How all of that surname are called in `language`; "" where no one word is sure to be right.

    A man's and a woman's form answer the same: `Novák` and `Nováková` are `Novákovi`.
    """
    call = _OF_LANGUAGE.get(language)
    return call(last) if call else last


def _czech(last: str) -> str:
    family = czech.family(last)
    if " " not in family:
        return family
    return czech.softened(last[:-1]) if czech.is_adjective(last) else last


def _slovak(last: str) -> str:
    family = slovak.family(last)
    if " " not in family:
        return family
    if czech.is_adjective(last):
        return f"{last[:-1]}í"
    return f"{last[:-1]}i" if last.endswith("y") else last


def _polish(last: str) -> str:
    return f"{last[:-2]}cy" if _POLISH.search(last) else ""


def _russian(last: str) -> str:
    for ending, several in _RUSSIAN:
        if ending.search(last):
            return ending.sub(several, last)
    return ""


_OF_LANGUAGE: Mapping[str, Callable[[str], str]] = {
    "cs": _czech,
    "sk": _slovak,
    "kk": kazakh.together,
    "pl": _polish,
    "ru": _russian,
}
