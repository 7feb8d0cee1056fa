"""Text as search sees it: no accents, no capitals, every script in Latin letters."""

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z0-9]+")
# Letters that would turn into an apostrophe or nothing, and so could not be searched for alone.
_HEBREW_STOPS = str.maketrans({"א": "a", "ע": "a"})
_APOSTROPHES = str.maketrans("", "", "'`\"")


def in_latin(text: str) -> str:
    """Every letter written in Latin ones. The library is loaded at the first letter that needs it."""
    from anyascii import anyascii

    return anyascii(text)


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """`Dvořák` → `dvorak`, `Әйгерім` → `aygerim`, `O’Brien` → `obrien`; twice changes nothing more."""
    latin = text if text.isascii() else in_latin(text.translate(_HEBREW_STOPS))
    return latin.translate(_APOSTROPHES).lower()


@lru_cache(maxsize=65_536)
def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`: `O'Brien-Nováková` → obrien, novakova."""
    return tuple(_WORD.findall(fold(text)))


def words_once(text: str) -> list[str]:
    """The same of a text that hardly comes again, such as an address: it is not remembered."""
    return _WORD.findall(fold.__wrapped__(text))


def same_name(one: str, other: str) -> bool:
    """Whether two names agree after folding, whatever the order of their words."""
    words = sorted(words_of(one))
    if not words:  # of signs alone, such as a flower
        return one.split() == other.split()
    return words == sorted(words_of(other))
