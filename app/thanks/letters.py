"""Letters that the shop sends: which there are, and the different texts of each in every language."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app.errors import ShopError
from app.thanks.fields import check
from resources import path
from resources.words import SOURCE_LANGUAGE

_APOSTROPHES = re.compile(r"['’]")
_GAPS = re.compile(r"[\s_–—-]+")


class UnknownLetter(ShopError):
    """There is no letter called `name`; `known` lists those there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """What a letter is for: the `day` it is kept on, the list it goes `to`, the points told in it.

    Where a text asks for a fact that it `needs`, it makes no sense without.
    """

    name: str
    also: tuple[str, ...] = ()
    day: str = ""
    to: str = "all"
    points: tuple[str, ...] | None = None
    """Thoughts (`since`), or how they stand (`since.years`); None for all there are."""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One way to write a letter, called by its thought: the reason, then the wish to meet again.

    Each line stands for itself and vanishes when it asks for what is not known.
    Raises `UnknownField` and `UnclosedBrace`.
    """

    name: str
    reason: tuple[str, ...]
    wish: tuple[str, ...]

    def __post_init__(self) -> None:
        for line in (*self.reason, *self.wish):
            check(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All texts of a letter in one language; `sign_off` and `coupon` where it has its own."""

    name: str
    language: str
    texts: tuple[Text, ...]
    sign_off: tuple[str, ...] = field(default=())
    coupon: tuple[str, ...] = field(default=())

    def text(self, name: str) -> Text | None:
        """The text called `name`, if there still is one."""
        return next((text for text in self.texts if text.name == name), None)


@cache
def letter_kinds() -> Mapping[str, LetterKind]:
    """Every letter by its name, in the order in which they are offered."""
    tables = tomllib.loads(path("letters", "kinds.toml").read_text("utf-8"))
    return {name: _kind(name, table) for name, table in tables.items()}


def letter_names() -> tuple[str, ...]:
    return tuple(letter_kinds())


def letter_kind(asked: str) -> LetterKind:
    """The letter asked for, however it is spelled: `Name-Day`, `we miss you`. Raises `UnknownLetter`."""
    found = _by_spelling().get(_spelled(asked))
    if found is None:
        raise UnknownLetter(name=asked, known=letter_names())
    return found


def read_letter(asked: str, language: str) -> Letter:
    """The letter in `language`, or in English where nobody has written it in that. Raises `UnknownLetter`."""
    return _read(letter_kind(asked).name, language)


@cache
def _read(name: str, language: str) -> Letter:
    own = path("letters", language, f"{name}.toml")
    file = own if own.is_file() else path("letters", SOURCE_LANGUAGE, f"{name}.toml")
    parts = tomllib.loads(file.read_text("utf-8"))
    texts = {key: value for key, value in parts.items() if isinstance(value, dict)}
    return Letter(
        name=name,
        language=file.parent.name,
        texts=tuple(_text(key, value) for key, value in texts.items()),
        sign_off=lines_of(parts.get("sign_off", ())),
        coupon=lines_of(parts.get("coupon", ())),
    )


def lines_of(written: str | Iterable[str]) -> tuple[str, ...]:
    """One line or several, as a file of letters has them."""
    return (written,) if isinstance(written, str) else tuple(written)


def _text(name: str, parts: Mapping[str, Any]) -> Text:
    return Text(name=name, reason=lines_of(parts["reason"]), wish=lines_of(parts["wish"]))


def _kind(name: str, table: Mapping[str, Any]) -> LetterKind:
    points = table.get("points")
    return LetterKind(
        name=name,
        also=tuple(table.get("also", ())),
        day=table.get("day", ""),
        to=table.get("to", "all"),
        points=None if points is None else tuple(points),
        needs=tuple(table.get("needs", ())),
    )


@cache
def _by_spelling() -> Mapping[str, LetterKind]:
    kinds = letter_kinds().values()
    return {_spelled(name): kind for kind in kinds for name in (kind.name, *kind.also)}


def _spelled(name: str) -> str:
    """Capitals, spaces, hyphens and apostrophes do not matter."""
    return _GAPS.sub(" ", _APOSTROPHES.sub("", name)).strip().casefold()
