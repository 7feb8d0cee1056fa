"""Envelopes: their sizes, and where on them the posts want address, sender and stamp."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.address_block import FONTS, Box, LabelFacts, put_address, put_mark
from reports.cautions import Caution
from reports.envelope_feed import EnvelopeFeed, Lie, lie
from reports.papers import Size
from reports.sheet import MM, Imprint, Sheet, main_language
from reports.text import Manner

_IMPRINT = Imprint()
_ADDRESS = Manner(fonts=FONTS, largest=14.0, smallest=9.0, tiny=5.0, leading=1.25, saves_lines=True)
_SENDER = Manner(fonts=FONTS, largest=8.0, smallest=6.0, tiny=4.0, leading=1.25)
_INCH = 25.4
_EDGE = 8.0  # millimetres from the corner to the sender
_SENDER_ROOM = (70.0, 20.0)
_STAMP = (22.0, 26.0)  # millimetres of the frame for a stamp, as most are
_FRAME_WIDTH, _FRAME_GREY = 0.5, 0.6
_MOST_WIDE, _MOST_HIGH = 95.0, 55.0
_MARK_HIGH, _MARK_WIDE = 3.0, 30.0
# Universal Postal Union, Convention Manual, on the address side: the address lies 40 mm from the upper edge,
# 15 mm from the others, within 140 mm of the right one; above it 74 mm on the right belong to the stamp.
_UPPER, _OTHERS, _STAMP_ZONE = 40.0, 15.0, 74.0
# USPS, Domestic Mail Manual 202: machines read between 5/8 and 2 3/4 in from the foot, 1/2 in from the sides.
_US_FOOT, _US_TOP, _US_SIDE, _US_LEFT = 0.625 * _INCH, 2.75 * _INCH, 0.5 * _INCH, 0.42
_READ_FROM_THE_MIDDLE = frozenset({"US", "CA", "PR"})
_IN_INCHES = frozenset({"#10", "6 3/4"})
_A_REPORT = 100


class UnknownEnvelope(ShopError):
    """There is no envelope called `name`; `known` lists those there are."""


class Zone(StrEnum):
    """Where the post looks for the address: in the lower right part, or in the middle."""

    RIGHT = "right"
    MIDDLE = "middle"


ENVELOPES: Mapping[str, Size] = {
    "DL": (220.0, 110.0),
    "C6": (162.0, 114.0),
    "C5": (229.0, 162.0),
    "B6": (176.0, 125.0),
    "#10": (9.5 * _INCH, 4.125 * _INCH),
    "6 3/4": (6.5 * _INCH, 3.625 * _INCH),
}
"""Width and height in millimetres, the address upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeFacts:
    """One envelope: to whom, and the lines of who sends it, in the language of `sender_language`."""

    to: LabelFacts
    sender: tuple[str, ...] = ()
    sender_language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An envelope as it is laid out and fed."""

    name: str
    size: Size
    zone: Zone = Zone.RIGHT
    feed: EnvelopeFeed = EnvelopeFeed()  # noqa: RUF009 - it never changes
    postage_box: bool = False


def envelope_called(name: str) -> str:
    """`C6` of `c6`, `#10` of `10`, `6 3/4` of `6¾`. Raises `UnknownEnvelope`."""
    folded = re.sub(r"[\s#-]+", "", name.replace("¾", "3/4").replace(".75", "3/4")).casefold()
    for known in ENVELOPES:
        if re.sub(r"[\s#-]+", "", known).casefold() == folded:
            return known
    raise UnknownEnvelope(name=name, known=tuple(ENVELOPES))


def zone_of(name: str, country: str) -> Zone:
    """Where the post of the sender's `country` looks; of an unknown one, where such envelopes are at home."""
    is_middle = country in _READ_FROM_THE_MIDDLE or (not country and name in _IN_INCHES)
    return Zone.MIDDLE if is_middle else Zone.RIGHT


def address_box(envelope: Envelope) -> Box:
    """Where the address stands on the envelope, clear of the strip that machines read and of the stamp."""
    wide, high = envelope.size
    if envelope.zone is Zone.MIDDLE:
        left, foot = wide * _US_LEFT, _US_FOOT
        width, height = wide - left - _US_SIDE, min(_US_TOP, high - _EDGE - _STAMP[1] - 2.0) - foot
    else:
        width = min(wide / 2 - _OTHERS, _MOST_WIDE)
        left, foot = wide - _OTHERS - width, _OTHERS
        height = high - _UPPER - foot
    spare = max(0.0, height - _MOST_HIGH)
    return Box(
        left=left,
        bottom=foot + spare / 3,
        width=min(width, _MOST_WIDE),
        height=height - spare,
    )


def sender_box(envelope: Envelope) -> Box:
    """The upper left corner, as far as the stamp's zone."""
    wide, high = envelope.size
    width = min(_SENDER_ROOM[0], wide - _STAMP_ZONE - _EDGE)
    bottom = high - _EDGE - _SENDER_ROOM[1]
    return Box(left=_EDGE, bottom=bottom, width=width, height=_SENDER_ROOM[1])


def stamp_box(envelope: Envelope) -> Box:
    """The frame for the stamp in the upper right corner."""
    wide, high = envelope.size
    left, bottom = wide - _EDGE - _STAMP[0], high - _EDGE - _STAMP[1]
    return Box(left=left, bottom=bottom, width=_STAMP[0], height=_STAMP[1])


def page_of(envelope: Envelope) -> Size:
    """The page that the printer is told, in millimetres."""
    return lie(envelope.size, envelope.feed).page


def draw_envelopes(
    envelopes: Sequence[EnvelopeFacts],
    on: Envelope,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> tuple[Caution, ...]:
    """Write one page an envelope, laid as it goes into the printer. Raises `LabelTooLong`."""
    how = lie(on.size, on.feed)
    cautions: list[Caution] = []
    sheet = Sheet(to, imprint, main_language(facts.to.language for facts in envelopes))
    for at, facts in enumerate(envelopes):
        if at:
            sheet.end_page()
        cautions += _draw(sheet, on, how, facts)
        if at % _A_REPORT == 0:
            report(at, len(envelopes))
    report(len(envelopes), len(envelopes))
    sheet.save()
    return tuple(cautions)


def _draw(sheet: Sheet, on: Envelope, how: Lie, facts: EnvelopeFacts) -> list[Caution]:
    """What is read first stands first: the sender, then the address."""
    sheet.begin_page(how.page[0] * MM, how.page[1] * MM)
    sheet.canvas.saveState()
    sheet.canvas.transform(*how.turn, how.move[0] * MM, how.move[1] * MM)
    if facts.sender:
        sender = LabelFacts(
            name_for_warnings="", lines=facts.sender, language=facts.sender_language
        )
        list(put_address(sheet, sender, sender_box(on), _SENDER, in_corner=True))
    if on.postage_box:
        _frame(sheet, stamp_box(on))
    cautions = list(put_address(sheet, facts.to, address_box(on), _ADDRESS))
    foot = Box(left=_EDGE, bottom=_OTHERS, width=_MARK_WIDE, height=_MARK_HIGH)
    cautions += put_mark(sheet, facts.to, foot, share=0.0)
    sheet.canvas.restoreState()
    return cautions


def _frame(sheet: Sheet, box: Box) -> None:
    sheet.canvas.setStrokeGray(_FRAME_GREY)
    sheet.canvas.setLineWidth(_FRAME_WIDTH)
    sheet.canvas.rect(box.left * MM, box.bottom * MM, box.width * MM, box.height * MM)
