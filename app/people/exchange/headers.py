"""Recognises the row that says what the columns are, and which field each column holds."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import takewhile

from app.people.exchange.german_headers import GERMAN
from app.people.exchange.header_words import FURTHER, SPELLINGS
from app.people.exchange.sheets import Cell, NumberedRow
from app.people.exchange.short_headers import SHORT
from app.people.exchange.values import text_of

FIRST_ROWS = 20
ENOUGH = 2
LONGEST_LETTERS = 3  # a column may be told by its letters instead
LONGEST = 60
_BRACKETS = re.compile(r"[(\[{].*?[)\]}]|\*|:$")
_NUMBERED = re.compile(r"(.*?[^\d])\d{1,2}$")
# Letters that do not come apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "å": "a", "ł": "l", "đ": "d", "ß": "ss", "ё": "е"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a column holds: one of `FIELDS` or `PARTS` (`mapping.py`); `place` orders several addresses."""

    field: str
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderRow:
    """The headers as written, the number of their row, and that of the last row above the data."""

    number: int
    last: int
    headers: tuple[str, ...]


@lru_cache(maxsize=4096)
def folded(header: str) -> str:
    """Without accents, capitals, spaces and signs: `Dat. nar.` and `DAT NAR` are one."""
    text = unicodedata.normalize("NFKD", header.casefold().translate(_PLAIN))
    return "".join(char for char in text if char.isalnum())


@lru_cache(maxsize=4096)
def role_of(header: str) -> Role | None:
    """What a column under this header holds; None when it is not known."""
    if not header or len(header) > LONGEST:
        return None
    known = _known()
    whole = folded(header)
    for key in (whole, folded(_BRACKETS.sub("", header)), _without_number(whole)):
        if key in known:
            return known[key]
    return None


def find_header(rows: Iterable[NumberedRow], told: Sequence[str] = ()) -> HeaderRow | None:
    """The first of the first 20 rows in which two cells are known headers or were told by the owner.

    In a list of one column, one is enough; so is one that the owner named. None when there is no such row.
    """
    beginning = takewhile(lambda row: row[0] <= FIRST_ROWS, rows)
    first = [(number, _texts(cells)) for number, cells in beginning]
    wanted = {folded(header) for header in told}
    widest = max((sum(map(bool, texts)) for _, texts in first), default=0)
    enough = min(ENOUGH, max(widest, 1))
    for at, (_, texts) in enumerate(first):
        if len(_known_in(texts, wanted)) >= enough:
            return _with_second_line(first, at)
    surely = {header for header in wanted if len(header) > LONGEST_LETTERS}
    for at, (_, texts) in enumerate(first):
        if surely & set(map(folded, texts)):
            return _with_second_line(first, at)
    return None


def header_key(headers: Sequence[str]) -> str:
    """The same for the same set of headers in whatever order; what a remembered mapping is kept under."""
    names = "\n".join(sorted(folded(header) for header in headers if header))
    return blake2b(names.encode(), digest_size=16).hexdigest()


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    texts = [text_of(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _known_in(texts: Sequence[str], wanted: set[str]) -> set[int]:
    return {
        index
        for index, text in enumerate(texts)
        if text and (role_of(text) is not None or folded(text) in wanted)
    }


def _with_second_line(first: Sequence[tuple[int, tuple[str, ...]]], at: int) -> HeaderRow:
    """Two lines of header, as under merged cells: the second stands where the first is empty or vague."""
    number, texts = first[at]
    if at + 1 < len(first) and first[at + 1][0] == number + 1:
        below = first[at + 1][1]
        under = _known_in(below, set())
        filled = [index for index, text in enumerate(below) if text]
        if len(under) >= ENOUGH and len(under) * 2 >= len(filled) and _is_all_words(below):
            return HeaderRow(number=number, last=number + 1, headers=_joined(texts, below))
    return HeaderRow(number=number, last=number, headers=texts)


def _is_all_words(texts: Sequence[str]) -> bool:
    return not any(any(char.isdigit() or char == "@" for char in text) for text in texts)


def _joined(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    width = max(len(above), len(below))
    pairs = zip(_padded(above, width), _padded(below, width), strict=True)
    return tuple(
        low if low and (not high or role_of(low) is not None) else high for high, low in pairs
    )


def _padded(texts: Sequence[str], width: int) -> list[str]:
    return [*texts, *[""] * (width - len(texts))]


def _without_number(key: str) -> str:
    found = _NUMBERED.fullmatch(key)
    return found[1] if found else key


@cache
def _known() -> Mapping[str, Role]:
    known = {
        folded(header): Role(field=field, place=place) for header, (field, place) in FURTHER.items()
    }
    for field, spellings in (*SPELLINGS.items(), *GERMAN.items(), *SHORT.items()):
        known[folded(field)] = Role(field=field)
        for spelling in re.split(r"\s/\s|\n", spellings):
            if key := folded(spelling):
                known.setdefault(key, Role(field=field))
    return known
