"""The pieces that a page's drawing is put together from: every number and operator as eight bytes.

Writing forty thousand numbers a card as text is what would take the time. Here each is looked up in one
table instead, and the padding is taken out of the whole at once.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

UNIT = 0.05
"""Points in a unit of the drawing."""
LOWEST, HIGHEST = -2048, 18432
_SPAN = HIGHEST - LOWEST
PLAIN, MOVE_TO, LINE_TO, CURVE_TO = (n * _SPAN - LOWEST for n in range(4))
"""Where in the table the number 0 stands: alone, or as the last before an operator."""
FILL = 4 * _SPAN
TONES = FILL + 1
"""Where the colours begin, three entries each."""
COLOUR_ENTRIES = 3


@cache
def numbers() -> NDArray[np.uint64]:
    """All entries but the colours."""
    values = np.arange(LOWEST, HIGHEST)
    digits = np.abs(values)
    width = 1 + sum((digits >= 10**n).astype(np.int64) for n in range(1, 5))
    sign = (values < 0).astype(np.int64)
    text = np.zeros((4, _SPAN, 8), dtype=np.uint8)
    rows = np.arange(_SPAN)
    text[:, values < 0, 0] = ord("-")
    for n in range(5):
        shown = width > n
        place = (sign + width - 1 - n)[shown]
        text[:, rows[shown], place] = ord("0") + (digits[shown] // 10**n) % 10
    end = sign + width
    text[:, rows, end] = ord(" ")
    for n, operator in enumerate(b"mlc", start=1):
        text[n, rows, end + 1] = operator
        text[n, rows, np.minimum(end + 2, 7)] = np.where(end + 2 < 8, ord(" "), text[n, rows, 7])
    table = text.reshape(-1, 8).copy().view(np.uint64).ravel()
    return np.concatenate((table, _packed(b"f\n")))


def table(colours: Sequence[tuple[int, int, int]]) -> NDArray[np.uint64]:
    """All entries, with these colours in thousandths."""
    return np.concatenate((numbers(), *(_colour(colour) for colour in colours)))


def _colour(colour: tuple[int, int, int]) -> NDArray[np.uint64]:
    text = b" ".join(_thousandths(part) for part in colour) + b" rg "
    return _packed(text.ljust(8 * COLOUR_ENTRIES, b"\0"))


def _thousandths(part: int) -> bytes:
    return b"%d" % (part // 1000) if part % 1000 == 0 else (b".%03d" % part).rstrip(b"0")


def _packed(text: bytes) -> NDArray[np.uint64]:
    padded = text.ljust(-(-len(text) // 8) * 8, b"\0")
    return np.frombuffer(padded, dtype=np.uint64)
