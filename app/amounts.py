"""Reads an amount of money as people type it, exactly."""

import re
import unicodedata
from decimal import Decimal

from app.money import Money, NotMoney, decimals

MOST = 10**12
"""More minor units than this are a slip of the fingers."""
_BARE = re.compile(r"\d+([.,]\d+)*")
_AROUND = re.compile(r"^[^\d.,+-]+\.?(?=\d)|([.,][-\u2013\u2014]{1,2})?[^\d.,-]*\.?$")
# Less than nothing, a part of a hundred, or letters struck in the place of a figure or beside one:
# a currency that is written with one letter stands apart, or before the number.
_SLIP = re.compile(r"^\D*[(+\u2010-\u2015\u2212]|[%‰]|\d([^\W\d_]|[oOоОlI]+)$")
_ENDS = re.compile(r"(?P<before>\D*)\d(?:.*\d)?(?P<after>\D*)", re.DOTALL)
_SIGN = 3
"""Letters of a currency's sign or code at most; longer are only its names."""
_MONEY = frozenset(
    "koruna koruny korun krone kroner crown crowns euro euros eura pound pounds dollar dollars"
    " tenge теңге тенге shekel shekels שקלים forint złoty złotych".split()
)
_UNSEEN = re.compile(r"[\s'’\u2066-\u2069\u200e\u200f]")
_GROUP = 3


def typed(text: str, currency: str) -> Money:
    """`1 234,50`, `1234.5`, `1,234.50`, `248 Kč`, `248,-`: all of them exact.

    Three digits behind the only sign are thousands where the currency cannot have them as decimals.
    Raises `NotMoney`, for what is less than nothing too.
    """
    plain = None if _is_slip(text.strip()) else _plain(text, decimals(currency))
    if plain is None:
        raise NotMoney(text=text.strip(), currency=currency)
    found = Money.of(plain, currency)
    if found.minor > MOST:
        raise NotMoney(text=text.strip(), currency=currency)
    return found


def typed_number(text: str, places: int) -> Decimal | None:
    """A number of at most `places` decimals that is not less than nothing; None when it is none."""
    plain = _plain(text, places)
    found = None if plain is None else Decimal(plain)
    fits = found is not None and found == round(found, places) and found <= MOST
    return found if fits else None


def _is_slip(text: str) -> bool:
    """Whether it holds what belongs to no amount; letters are a currency, on one side of the number."""
    ends = _ENDS.fullmatch(text)
    said = [word for part in ends.groups() if (word := _letters(part))] if ends else []
    is_money = all(len(word) <= _SIGN or word in _MONEY for word in said)
    return len(said) > 1 or not is_money or _SLIP.search(text) is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _plain(text: str, places: int) -> str | None:
    """What was typed with a point before its decimals and nothing else; None when it is no number."""
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in text)
    bare = _AROUND.sub("", _UNSEEN.sub("", digits))
    bare = f"0{bare}" if bare[:1] in {".", ","} else bare
    if not _BARE.fullmatch(bare):
        return None
    signs = [sign for sign in bare if sign in ".,"]
    whole, part = bare, ""
    if signs and _is_decimal(bare, signs, places):
        whole, _, part = bare.rpartition(signs[-1])
    first, *groups = re.split("[.,]", whole)
    in_order = all(len(group) == _GROUP for group in groups)
    return f"{''.join((first, *groups))}.{part or '0'}" if in_order else None


def _is_decimal(bare: str, signs: list[str], places: int) -> bool:
    """Whether the last of the `signs` parts decimals, not thousands."""
    if len(signs) > 1:
        return signs[-1] != signs[0]
    whole, _, part = bare.partition(signs[0])
    return len(part) != _GROUP or places == _GROUP or len(whole) > _GROUP or whole == "0"
