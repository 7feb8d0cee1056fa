"""Reads written amounts: `1 234,50 Kč`, `1.234,50`, `1,234.50`, `(12.00)`, `12,00-`, and quantities."""

import re
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.money import decimals
from app.people.exchange.sheets import Cell
from app.people.exchange.values import text_of

_NUMBER = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?|[.,]\d+"
)
# Between thousands people put spaces of several widths, apostrophes, and nothing else but . and ,
_SPACED = re.compile(r"(?<=\d)[\s'’`](?=\d{3}(?!\d))")
_CURRENCY = re.compile(r"[^\W\d_]+\.?|[$€£¥₪₸₽₴]")
# `20,-` is twenty and nothing.
_NOTHING = re.compile(r"[.,]\s*[-−–—=]+\s*(?=\D*$)")
_MINUS = "-−–"
_THOUSAND = 3
MOST = 10**13
"""No sale of a shop has more minor units."""


@lru_cache(maxsize=65536, typed=True)
def read_amount(raw: Cell, currency: str) -> int | None:
    """Minor units, negative for what came back; None where the cell is no amount.

    Where money has three decimals, tills write them all: `1.250` is a dinar and a quarter.
    """
    places = decimals(currency)
    found = _decimal(raw, may_be_thousands=places != _THOUSAND)
    if found is None:
        return None
    minor = int(found.scaleb(places).to_integral_value(ROUND_HALF_UP))
    return minor if abs(minor) <= MOST else None


@lru_cache(maxsize=4096, typed=True)
def read_quantity(raw: Cell) -> int | None:
    """Thousandths of a piece; None where the cell is no number. `1,250` of bread is a kilo and a quarter."""
    found = _decimal(raw, may_be_thousands=False)
    if found is None:
        return None
    thousandths = int((found * 1000).to_integral_value(ROUND_HALF_UP))
    return thousandths if abs(thousandths) <= MOST else None


def _decimal(raw: Cell, *, may_be_thousands: bool) -> Decimal | None:
    if isinstance(raw, bool | date | time | timedelta):
        return None
    if isinstance(raw, int | float):
        found = Decimal(repr(raw))
        return found if found.is_finite() else None
    text = _NOTHING.sub("", _SPACED.sub("", text_of(raw)))
    bare = _CURRENCY.sub(" ", text).strip()
    negative = bare[:1] in _MINUS or bare[-1:] in _MINUS or (bare[:1] == "(" and bare[-1:] == ")")
    digits = bare.strip(f"()+{_MINUS} ")
    if not _NUMBER.fullmatch(digits):
        return None
    number = Decimal(_pointed(digits, may_be_thousands=may_be_thousands))
    return -number if negative else number


def _pointed(digits: str, *, may_be_thousands: bool) -> str:
    """With a point before the decimals and nothing between the thousands."""
    last = max(digits.rfind("."), digits.rfind(","))
    if last < 0:
        return digits
    sign = digits[last]
    other = "," if sign == "." else "."
    whole, part = digits[:last], digits[last + 1 :]
    is_thousands = (
        other not in whole
        and len(part) == _THOUSAND
        and (sign in whole or (may_be_thousands and 0 < len(whole) <= _THOUSAND and whole != "0"))
    )
    if is_thousands or (sign in whole and len(part) == _THOUSAND):
        return (whole + part).replace(sign, "").replace(other, "")
    return f"{whole.replace(sign, '').replace(other, '') or '0'}.{part}"
