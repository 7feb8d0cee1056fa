"""Finding a sheet by its number, the size of its labels, how many are on it, or its paper."""

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

from reports.papers import PAGES
from reports.stock import Feed, Stock, folded, names_of, stocks
from reports.stock_words import FEEDS, PURPOSES
from resources.words import Words, words_in

_INCH = 25.4
_NEAR = 1.0  # millimetres by which a ruler, or a rounded number on the box, may be out
_NUMBER = r"(?:\d+\s+\d+/\d+|\d+/\d+|\d+(?:[.,]\d+)?)"
_UNIT = r"\s*(?:mm|cm|in(?:ch)?|\"|”|″)?"
_SIZE = re.compile(
    rf"(?P<wide>{_NUMBER})(?P<wide_in>{_UNIT})\s*[x×*хX]\s*(?P<high>{_NUMBER})(?P<high_in>{_UNIT})",
    re.IGNORECASE,
)
_ASIDE = frozenset("label labels per on a sheet sheets up mm".split())
_FEWEST_OF_A_WORD = 4
_FEWEST_SIGNS = 3  # fewer stand in nearly every number


class _Rank(IntEnum):
    """How well the words were meant of a sheet, best first."""

    NAMED = 0
    TOLD = 1
    BEGUN = 2
    HELD = 3


def find_stock(
    text: str, words: Words | None = None, among: Sequence[Stock] | None = None
) -> list[Stock]:
    """The sheets that `text` can mean, best first; all of them when it says nothing.

    It may say a number or a part of one, a size such as `63.5 x 38.1` (either way round, within a millimetre;
    inches with `in`, `"` or a fraction), how many are on a sheet, the paper, `A4`, `Letter` or `roll`, and
    the maker. What it is sold for is told in English and in the language of `words`.
    """
    size = _SIZE.search(text)
    rest = f"{text[: size.start()]} {text[size.end() :]}" if size else text
    found: list[tuple[_Rank, float, int, Stock]] = []
    sides = _asked_size(size.groupdict()) if size else None
    tongues = [words_in("en"), *([words] if words else [])]
    for at, one in enumerate(stocks() if among is None else among):
        rank = _rank(one, rest, tongues)
        away = _away(one, sides) if sides else 0.0
        if rank is not None and away <= _NEAR:
            found.append((rank, round(away, 2), at, one))
    return [one for *_, one in sorted(found, key=lambda each: each[:3])]


def _asked_size(said: Mapping[str, str]) -> tuple[float, float]:
    """Both sides in millimetres; a unit after the second is that of both."""
    unit_of_both = said["high_in"].strip().casefold()
    units = (said["wide_in"].strip().casefold() or unit_of_both, unit_of_both)
    has_fraction = "/" in said["wide"] + said["high"]
    wide, high = (
        _number(said[side]) * _unit(unit, has_fraction=has_fraction)
        for side, unit in zip(("wide", "high"), units, strict=True)
    )
    return wide, high


def _unit(said: str, *, has_fraction: bool) -> float:
    if said == "cm":
        return 10.0
    return _INCH if said not in {"", "mm"} or (has_fraction and not said) else 1.0


def _number(said: str) -> float:
    total = 0.0
    for part in said.replace(",", ".").split():
        above, _, below = part.partition("/")
        total += float(above) / (float(below or 1) or 1.0)
    return total


def _away(sheet: Stock, size: tuple[float, float]) -> float:
    """By how many millimetres the labels are larger or smaller, whichever way they lie."""
    label = sheet.label
    return min(
        max(abs(label[0] - size[0]), abs(label[1] - size[1])),
        max(abs(label[0] - size[1]), abs(label[1] - size[0])),
    )


def _rank(sheet: Stock, text: str, tongues: Sequence[Words]) -> _Rank | None:
    """None when a word does not fit the sheet."""
    asked, names = folded(text), names_of(sheet)
    if asked in names:
        return _Rank.NAMED
    terms = [term for term in map(folded, text.split()) if term and term not in _ASIDE]
    told = {term for term in terms if _is_told(sheet, term, tongues)}
    if told.issuperset(terms):
        return _Rank.TOLD
    if any(name.startswith(asked) and not _SIZE.fullmatch(name) for name in names):
        return _Rank.BEGUN
    held = len(asked) >= _FEWEST_SIGNS and any(asked in name for name in names)
    if held or all(term in told or _holds(names, term) for term in terms):
        return _Rank.HELD
    return None


def _is_told(sheet: Stock, term: str, tongues: Sequence[Words]) -> bool:
    """Whether the word says how many there are, the paper, the maker or what it is for."""
    if term.isdecimal():
        return sheet.feed is Feed.SHEET and term == str(sheet.labels)
    papers = [name.casefold() for name, page in PAGES.items() if page == sheet.page]
    makers = [folded(word) for word in sheet.brand.split()]
    return term in (*papers, *makers) or any(
        _is_word(term, folded(word))
        for words in tongues
        for said in (PURPOSES[sheet.purpose], FEEDS[sheet.feed])
        for word in words(said).split()
    )


def _is_word(term: str, word: str) -> bool:
    """Whether one is the other, or begins it: `card` and `cards`, `roll` and `rolls`."""
    return min(len(term), len(word)) >= _FEWEST_OF_A_WORD and (
        word.startswith(term) or term.startswith(word)
    )


def _holds(names: tuple[str, ...], term: str) -> bool:
    return len(term) >= _FEWEST_SIGNS and any(term in name for name in names)
