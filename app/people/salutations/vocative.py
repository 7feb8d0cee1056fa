"""The Czech vocative of names: `vokativ` inside, with capitals, exceptions and foreign names around it.

What grammar says for sure is certain; a foreign name is left as it stands and is not.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from app.people.name_words import PARTICLES
from app.people.salutations.name_lists import is_at_home_in, pairs, words_of_list

_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ž]+")
_ORIGIN = re.compile(r"(?:^|\s)(?:z|ze|na|od)\s")
_BETWEEN = re.compile(r"([ -]+)")
_FOREIGN_LETTERS = re.compile(r"[qwßåøæñçłżźćśńõãâêîûëïē]")
_FOREIGN_SPELLING = re.compile(r"th|sh|gh|ph|kh|zh|oo|ee|oa|aa|s[oe]n$|nh$|ngu|y[aeiou]")
_INVARIABLE = re.compile(r"(?:[eéěiíyýouůúóô]|[ýí]ch)$", re.IGNORECASE)
_ABROAD = ("da", "en")
_UNSURE = re.compile(r"el$", re.IGNORECASE)  # whether the e stays is known of listed names only


class Called(NamedTuple):
    """A name as one calls out to its bearer, and whether it is certain to be right."""

    name: str
    certain: bool


def first_name(name: str, gender: str) -> Called:
    """`Tereza` → `Terezo`, `Petr` → `Petře`."""
    if gender == "f":
        return _each_part(name, _womans_first_name)
    given = _BETWEEN.split(name)[0]
    if is_foreign(given) and not _is_at_home(given):
        return Called(name, certain=bool(_INVARIABLE.search(name)))
    return _each_part(name, _mans_first_name)


def last_name(name: str, gender: str) -> Called:
    """`Novák` → `Nováku`; a woman's surname stays as it is."""
    if gender == "f":
        return Called(name, not name.endswith("a"))
    if any(word.lower() in PARTICLES for word in name.split()):
        return Called(name, certain=False)
    origin = _ORIGIN.search(name)  # Žižko z Trocnova
    own = name[: origin.start()] if origin else name
    called = _each_part(own, _mans_last_name)
    return Called(called.name + name[len(own) :], called.certain)


def is_latin(word: str) -> bool:
    return bool(_LATIN.fullmatch(word))


def is_foreign(word: str) -> bool:
    """Whether its letters show that it comes from elsewhere and has not become a Czech name."""
    key = word.lower()
    if key in _names_that_are("at_home") or key in pairs("cs", "vocatives"):
        return False
    if not is_latin(word) or len(key) != len(word) or key in _names_that_are("as_they_are"):
        return True
    shouts = word.isupper() and len(word) > 1
    return shouts or bool(_FOREIGN_LETTERS.search(key) or _FOREIGN_SPELLING.search(key))


def _each_part(name: str, call: Callable[[str], Called]) -> Called:
    """Every part of a double name is called: `Nováku-Dvořáku`, `Anno Marie`."""
    parts = _BETWEEN.split(name)
    parts[::2], certain = zip(*map(call, parts[::2]), strict=True)
    return Called("".join(parts), all(certain))


def _womans_first_name(word: str) -> Called:
    if not word.endswith("a"):
        return Called(word, certain=True)
    if is_foreign(word) and not _is_at_home(word):
        return Called(word, certain=False)
    return Called(f"{word[:-1]}o", certain=True)


def _mans_first_name(word: str) -> Called:
    at_home = _is_at_home(word)
    if not at_home and (is_foreign(word) or is_at_home_in(word, *_ABROAD)):
        return Called(word, certain=bool(_INVARIABLE.search(word)))
    return Called(_vocative(word), at_home)


def _mans_last_name(word: str) -> Called:
    if word.endswith("ová"):
        return Called(word, certain=False)
    if _INVARIABLE.search(word):
        return Called(word, certain=True)
    if is_foreign(word):
        return Called(word, certain=False)
    return Called(_vocative(word), _is_at_home(word) or not _is_unsure(word))


def _is_unsure(word: str) -> bool:
    return bool(_UNSURE.search(word)) and word.lower() not in pairs("cs", "vocatives")


def _is_at_home(word: str) -> bool:
    return is_at_home_in(word, "cs", "sk")


def _vocative(word: str) -> str:
    """A man's name called out, in the capitals it is written in."""
    key = word.lower()
    called = pairs("cs", "vocatives").get(key, "").lower() or _by_ending(key)
    kept = 0
    while kept < min(len(key), len(called)) and key[kept] == called[kept]:
        kept += 1
    return word[:kept] + called[kept:]


def _by_ending(key: str) -> str:
    if not key or _INVARIABLE.search(key):
        return key
    from vokativ import vokativ  # reads its tables when first used

    return str(vokativ(key, woman=False))


@cache
def _names_that_are(which: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words_of_list("cs", which))
