"""A coupon on a label that is too small for a design: what it gives, its code, and nothing else."""

from app.loyalty.codes import grouped
from reports.codes import qr
from reports.dress import Dress
from reports.field import BOLD, INK, WHITE, Field, Room, Written
from reports.promise import Promise
from resources.words import words_in

_LOWEST, _NARROWEST, _UPRIGHT = 44.0, 74.0, 90.0
"""Millimetres of the height and the width, and of the width of a label that is higher than wide."""
_EDGE, _AIR, _BAND = 2.0, 1.5, 1.6
_MODULE = 0.376
"""Millimetres: three dots of a printer of 203 an inch; below that a QR code is left out."""
_LARGEST = 26.0


def is_slim(size: Room) -> bool:
    """Whether a label of that size has no room for a design."""
    wide, high = size
    return high < _LOWEST or wide < (_UPRIGHT if high > wide else _NARROWEST)


def draw_slim(one: Field, facts: Promise, dress: Dress) -> None:
    """Raises `TextTooLong`."""
    wide, high = one.size
    one.box((0.0, 0.0), (_BAND, high), dress.colours.field)
    side = min(high - 2 * _EDGE, 0.42 * (wide - _BAND), 30.0)
    symbol = qr(facts.code)
    is_scanned = side / symbol.wide >= _MODULE
    left = _BAND + _EDGE
    room = wide - left - (side + _AIR + _EDGE if is_scanned else _EDGE)
    below = 0.26 * (high - 2 * _EDGE)
    offer = Written(
        largest=_LARGEST, tiny=5.0, colour=dress.colours.accent, fonts=BOLD, leading=1.1
    )
    code = Written(largest=10.0, tiny=4.0, colour=INK, fonts=BOLD, sits=1.0)
    one.text(facts.offer, (left, _EDGE), (room, high - 2 * _EDGE - below), offer)
    said = words_in(facts.language).isolated(grouped(facts.code))
    one.text(said, (left, high - _EDGE - below), (room, below), code)
    if is_scanned:
        at = (wide - _EDGE - side, (high - side) / 2)
        one.box(at, (side, side), WHITE)
        one.symbol(symbol, at, (side, side))
