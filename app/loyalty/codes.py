"""Codes of coupons, gift cards and customers' cards: how they are made, typed, and found again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from app.errors import ShopError
from app.keeping.database import Book
from app.people.folding import in_latin
from app.values import value

CodeKind = Literal["coupon", "gift card", "card"]

ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
"""Signs that cannot be taken for one another. There are 29, a prime, so that a sum weighted by place
(ISO/IEC 7064 calls such systems pure) changes with every single wrong and every two swapped signs."""
PRIME = len(ALPHABET)
LONGEST = PRIME - 1
"""Signs of a generated code at most, its check character among them: one weight for each."""
LONGEST_OWN = 40

_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
_FOLDED = str.maketrans("OILU", "011V")
_NOT_A_SIGN = re.compile(r"[^0-9A-Z]+")
_MOST_DRAWN = 12  # signs drawn by chance; `range` of Python knows its length up to 29 ** 12
_COUNTED = PRIME**4  # patterns with more codes than this are never nearly used up


class UnknownCode(ShopError):
    """There is no such `code`."""


class MistypedCode(UnknownCode):
    """There is no such `code`, and there cannot be: a sign of it is wrong, or two are swapped."""


class CodeTaken(ShopError):
    """`code` belongs to something else already."""


class NotACode(ShopError):
    """`code` has no letter or digit, or more of them than `limit`."""


class NotAPattern(ShopError):
    """`pattern` has no place for chance, is too long, or holds `signs` that are easily confused."""


class PatternUsedUp(ShopError):
    """Of the codes that `pattern` can make only `left` are free, fewer than the `wanted` ones."""


@value
class Code:
    """A code in the book, folded, and the thing it stands for."""

    code: str
    kind: CodeKind
    subject: int


def _signs(text: str) -> str:
    latin = text if text.isascii() else in_latin(text)
    return _NOT_A_SIGN.sub("", latin.upper())


@dataclass(frozen=True, slots=True)
class Pattern:
    """What codes are made after: signs that stay, and a `*` for each that is drawn.

    A check character follows by itself. Raises `NotAPattern`.
    """

    text: str

    def __post_init__(self) -> None:
        fixed = _signs(self.text.replace("*", ""))
        confused = sorted(set(fixed) - set(ALPHABET))
        places = self.text.count("*")
        is_long = len(fixed) + places >= LONGEST or places > _MOST_DRAWN
        if confused or is_long or not places:
            raise NotAPattern(pattern=self.text, signs=confused)

    @property
    def capacity(self) -> int:
        """How many different codes there are."""
        return int(PRIME ** self.text.count("*"))

    @property
    def length(self) -> int:
        """Signs of each code, its check character among them."""
        return len(self._shape) + 1

    @property
    def likeness(self) -> str:
        """The pattern for SQLite's GLOB that every one of these codes fits."""
        return self._shape.replace("*", "?") + "?"

    def code(self, number: int) -> str:
        """The code of this `number`, from 0 to below `capacity`."""
        signs = []
        for sign in reversed(self._shape):
            if sign == "*":
                number, value = divmod(number, PRIME)
                signs.append(ALPHABET[value])
            else:
                signs.append(sign)
        body = "".join(reversed(signs))
        return body + check_character(body)

    @property
    def _shape(self) -> str:
        return "*".join(_signs(part) for part in self.text.split("*"))


PLAIN = Pattern("*********")
"""Nine signs drawn: nobody guesses one of a million codes in less than ten million tries."""


def check_character(body: str) -> str:
    """The sign that follows `body`, which is made of `ALPHABET`."""
    return ALPHABET[-_weighed(body + ALPHABET[0]) % PRIME]


def is_whole(code: str) -> bool:
    """Whether the folded `code` could have been generated: its check character agrees."""
    return 1 < len(code) <= LONGEST and _VALUES.keys() >= set(code) and not _weighed(code) % PRIME


def fold(text: str) -> str:
    """`text` as codes are compared: capitals, no spaces, dashes or accents, O as 0, I and L as 1, U as V."""
    return _signs(text).translate(_FOLDED)


def grouped(code: str) -> str:
    """`code` as a person reads it best, such as `7KQ2M-XA4HT`; own words are left as they are."""
    if len(code) != PLAIN.length or not is_whole(code):
        return code
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def find(book: Book, text: str) -> Code:
    """The thing that the typed or scanned `text` stands for. Raises `UnknownCode`, `MistypedCode`."""
    code = fold(text)
    row = book.execute("SELECT code, kind, subject FROM codes WHERE code = ?", (code,)).fetchone()
    if row is None:
        is_slip = len(code) == PLAIN.length and not is_whole(code)
        raise (MistypedCode if is_slip else UnknownCode)(code=text.strip()[:LONGEST_OWN])
    return Code(**dict(row))


def free_codes(book: Book, count: int, pattern: Pattern = PLAIN) -> list[str]:
    """`count` codes that nothing has. Raises `PatternUsedUp`. Asked inside the verb that gives them out."""
    from secrets import SystemRandom

    taken = _taken_of(book, pattern) if pattern.capacity <= _COUNTED else 0
    left = pattern.capacity - taken
    if count > left:
        raise PatternUsedUp(pattern=pattern.text, wanted=count, left=left)
    free: dict[str, None] = {}
    while len(free) < count:
        # Among so many different ones, at most `taken` are taken.
        numbers = SystemRandom().sample(range(pattern.capacity), count + taken)
        free |= dict.fromkeys(
            code for code in map(pattern.code, numbers) if not _is_taken(book, code)
        )
    return list(islice(free, count))


def own_code(book: Book, text: str) -> str:
    """The owner's own word for a code, as she wrote it. Raises `NotACode`, `CodeTaken`."""
    code, written = fold(text), text.strip()
    if not 0 < len(code) <= LONGEST_OWN:
        raise NotACode(code=written[:LONGEST_OWN], limit=LONGEST_OWN)
    if _is_taken(book, code) or _is_taken(book, written) or _is_a_card(book, code):
        raise CodeTaken(code=written)
    return written


def enter(book: Book, kind: CodeKind, given: Iterable[tuple[str, int]], at: str) -> None:
    """Writes down which thing each code stands for, once and for good. Raises `CodeTaken`."""
    for written, subject in given:
        row = book.execute(
            "INSERT INTO codes (code, kind, subject, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING RETURNING code",
            (fold(written), kind, subject, at),
        ).fetchone()
        if row is None:
            raise CodeTaken(code=written)


def _weighed(code: str) -> int:
    return sum(place * _VALUES[sign] for place, sign in enumerate(reversed(code), start=1))


def _taken_of(book: Book, pattern: Pattern) -> int:
    codes = book.column(
        "SELECT code FROM codes WHERE code GLOB ?1"
        " UNION SELECT card_number FROM customers WHERE card_number GLOB ?1 AND NOT removed"
        " UNION SELECT number FROM dead_cards WHERE number GLOB ?1",
        (pattern.likeness,),
    )
    return sum(map(is_whole, codes))


def _is_taken(book: Book, code: str) -> bool:
    """Numbers of cards that came with a list stand with their people only."""
    return bool(
        book.value(
            "SELECT EXISTS (SELECT 1 FROM codes WHERE code = ?1)"
            " OR EXISTS (SELECT 1 FROM customers WHERE card_number = ?1 AND NOT removed)"
            " OR EXISTS (SELECT 1 FROM dead_cards WHERE number = ?1)",
            (code,),
        )
    )


def _is_a_card(book: Book, code: str) -> bool:
    """Whether a card is read as the folded `code`: those of other makers stand as their maker wrote them."""
    likeness = "*".join(
        ["", *(_SPELLED.get(sign) or f"[{sign}{sign.lower()}]" for sign in code), ""]
    )
    numbers = book.column(
        "SELECT card_number FROM customers WHERE card_number GLOB ?1 AND NOT removed"
        " UNION SELECT number FROM dead_cards WHERE number GLOB ?1",
        (likeness,),
    )
    return code in map(fold, numbers)


_SPELLED = {"0": "[0Oo]", "1": "[1IiLl]", "V": "[UuVv]"}
