"""First names that leave no doubt whose they are, a list for each language, and what they tell."""

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from resources import path
from resources.words import LANGUAGES

SHARED = "shared"


def gender_of(name: str, language: str) -> str:
    """`f` or `m` where no man or no woman has this first name, else "".

    A name's own language decides; a name from elsewhere must mean the same wherever it is at home.
    """
    key = _key(name)
    own = _genders(language).get(key)
    if own:
        return "" if own == SHARED else own
    others = {found for one in LANGUAGES if (found := _genders(one).get(key))}
    return others.pop() if len(others) == 1 and SHARED not in others else ""


def is_at_home_in(name: str, *languages: str) -> bool:
    """Whether it is among the first names of one of `languages`."""
    return any(_key(name) in _genders(language) for language in languages)


def words_of_list(language: str, which: str) -> list[str]:
    """One of the lists of `resources/names`, word by word."""
    return str(_lists(language).get(which, "")).split()


def pairs(language: str, which: str) -> Mapping[str, str]:
    """A list of `name/form`, by the name in small letters."""
    split = (pair.partition("/") for pair in words_of_list(language, which))
    return {name.lower(): form for name, _, form in split}


@cache
def _genders(language: str) -> Mapping[str, str]:
    kinds = (("f", "women"), ("m", "men"), (SHARED, SHARED))
    return {_key(name): kind for kind, which in kinds for name in words_of_list(language, which)}


@cache
def _lists(language: str) -> Mapping[str, object]:
    file = path("names", f"{language}.toml")
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def _key(name: str) -> str:
    """Small letters without their accents, so that `Jiri` is Jiří; the other scripts as they are."""
    parts = unicodedata.normalize("NFD", name.lower())
    bare = "".join(char for char in parts if not "\u0300" <= char <= "\u036f")
    return bare if bare.isascii() else unicodedata.normalize("NFC", name.lower())
