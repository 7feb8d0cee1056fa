"""Codes that a scanner reads, as black boxes on white with the quiet zone that each needs around it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.loyalty.codes import fold
from reports.sheet import MM, Sheet

QR_QUIET, BARS_QUIET = 4, 10
"""Modules that stay white on every side of a QR code (ISO/IEC 18004), and before and after the bars of a
Code 128 (ISO/IEC 15417)."""
THINNEST = 0.19
"""Millimetres of a bar that any printer and any scanner at a till can do."""

NOT_DRAWN = "XXXXXXXXXX"
"""Stands for a code that is drawn when it comes out."""

_OF_QR = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
"""What a QR code writes in five and a half bits each (ISO/IEC 18004)."""
Box = tuple[int, int, int, int]
"""A black box: left, top, width and height in modules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A code with its quiet zone, `wide` times `high` modules; the bars of a Code 128 are one high."""

    boxes: tuple[Box, ...]
    wide: int
    high: int

    def turned(self) -> "Symbol":
        """The same from above to below."""
        boxes = tuple((top, left, high, wide) for left, top, wide, high in self.boxes)
        return Symbol(boxes=boxes, wide=self.high, high=self.wide)


@lru_cache(maxsize=256)
def qr(code: str) -> Symbol:
    """The QR code of a coupon or card, as large a part of it readable as its smallest size allows."""
    from reportlab.graphics.barcode.qrencoder import QRAlphaNum

    return _matrix(QRAlphaNum(fold(code)), "Q")


@lru_cache(maxsize=256)
def card_qr(number: str) -> Symbol:
    """The QR code of a customer's card: the number as the book has it, by which alone one that came from
    elsewhere is found, such as `VIP-0012`.
    """
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRAlphaNum

    is_plain = _OF_QR.issuperset(number)
    return _matrix(QRAlphaNum(number) if is_plain else QR8bitByte(number.encode()), "Q")


@lru_cache(maxsize=16)
def qr_of_text(text: str, level: str = "L") -> Symbol:
    """The QR code of any text, such as an address on the web, letter by letter in UTF-8."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte

    # On a screen nothing is worn off, and an address is long: the least redundancy, the largest modules.
    return _matrix(QR8bitByte(text.encode()), level)


def _matrix(data: Any, level: str) -> Symbol:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    matrix = QRCode(None, getattr(QRErrorCorrectLevel, level))
    matrix.addData(data)
    matrix.make()
    count = matrix.getModuleCount()
    boxes = [
        (start + QR_QUIET, row + QR_QUIET, end - start, 1)
        for row in range(count)
        for start, end in _stretches([bool(matrix.isDark(row, at)) for at in range(count)])
    ]
    side = count + 2 * QR_QUIET
    return Symbol(boxes=tuple(boxes), wide=side, high=side)


@lru_cache(maxsize=256)
def bars(code: str) -> Symbol:
    """The Code 128 of a coupon or card."""
    return bars_of_text(fold(code))


def card_bars(number: str) -> Symbol | None:
    """The Code 128 of a customer's card, which knows ASCII alone."""
    return bars_of_text(number) if number.isascii() and number.isprintable() else None


@lru_cache(maxsize=256)
def bars_of_text(text: str) -> Symbol:
    """The Code 128 of any text in ASCII, letter by letter."""
    from reportlab.graphics.barcode.code128 import Code128

    coded = Code128(text, quiet=0)
    coded.validate()
    coded.encode()
    boxes, at = [], BARS_QUIET
    for sign in coded.decompose():  # a letter for each width, capital for black: A is one module
        wide = ord(sign.upper()) - ord("A") + 1
        if sign.isupper():
            boxes.append((at, 0, wide, 1))
        at += wide
    return Symbol(boxes=tuple(boxes), wide=at + BARS_QUIET, high=1)


def bars_within(code: str, module: float, room: float) -> tuple[Symbol, float] | None:
    """The bars and how thick one is, `module` millimetres or less, so that they take no more than `room`.

    None where they would be too thin: an owner's own code may be long.
    """
    return bars_at_most(bars(code), module, room)


def bars_at_most(symbol: Symbol, module: float, room: float) -> tuple[Symbol, float] | None:
    """The same of bars that are there already."""
    fitting = min(module, room / symbol.wide)
    return (symbol, fitting) if fitting >= THINNEST else None


def put(
    sheet: Sheet, symbol: Symbol, corner: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draws `symbol` in black from its left upper `corner` in points, `size` millimetres in all."""
    wide, high = size[0] * MM / symbol.wide, size[1] * MM / symbol.high
    path = sheet.canvas.beginPath()
    for left, top, across, down in symbol.boxes:
        bottom = corner[1] - (top + down) * high
        path.rect(corner[0] + left * wide, bottom, across * wide, down * high)
    sheet.canvas.setFillGray(0)
    sheet.canvas.drawPath(path, stroke=0, fill=1)


def _stretches(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Where black begins and ends in a row."""
    start = None
    for at, is_dark in enumerate([*row, False]):
        if is_dark and start is None:
            start = at
        elif not is_dark and start is not None:
            yield start, at
            start = None
