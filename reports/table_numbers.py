"""Table numbers: large enough to be found from the door, in type or by hand, with the shop at their foot."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.by_hand import ByHand, cautions_by_hand
from reports.cautions import Caution
from reports.designed import FACES, led_by
from reports.dress import Wearing
from reports.field import Field, Written
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.sheet import MM, Imprint
from reports.table_face import dress_face, face_ground
from reports.tents import TABLE_NUMBERS, Look, Tents, draw_face_alone, draw_tents
from resources.words import RIGHT_TO_LEFT, Words

_IMPRINT = Imprint()
USUAL = next(iter(TABLE_NUMBERS.values()))
MOST = 500
_SPAN = re.compile(r"(\d{1,9})\s*[-\N{EN DASH}]\s*(\d{1,9})")
_LAST = ("Rubik-Medium", "Lora-Regular")
_TINY = 14.0  # points
_FIGURES = 0.12
_CAPTION, _OF_IT = 0.11, 0.62  # of the shorter side of a face; of that


class NoTables(ShopError):
    """`text` names no tables, or more than `limit`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNumber:
    """`caption` is the word above a number; with a `style` it is written by hand."""

    said: str
    caption: str
    language: str
    style: Style | None = None


def tables_in(text: str) -> list[str]:
    """`1-12, 14, Window` table by table, also one a line. Raises `NoTables`."""
    found: list[str] = []
    for part in filter(None, (one.strip() for one in re.split(r"[,;\n]", text))):
        span = _SPAN.fullmatch(part)
        first, last = (int(span[1]), int(span[2])) if span else (0, 0)
        if last - first >= MOST:
            raise NoTables(text=text, limit=MOST)
        found += [str(n) for n in range(first, last + 1)] if span else [part]
    if not 0 < len(found) <= MOST:
        raise NoTables(text=text, limit=MOST)
    return found


def table_numbers(
    tables: Sequence[str], words: Words, style: Style | None = None
) -> list[TableNumber]:
    """One for each; a number has the word *Table* above it, a name speaks for itself."""
    return [
        TableNumber(
            said=one,
            caption=words("Table") if one.isdecimal() else "",
            language=words.language,
            style=style,
        )
        for one in tables
    ]


def table_cautions(numbers: Iterable[TableNumber]) -> Iterator[Caution]:
    """Which of those that are written by hand have letters that it lacks."""
    for style, some in groupby(numbers, key=lambda one: one.style):
        if style is not None:
            names = (ByHand(one.said, one.language in RIGHT_TO_LEFT) for one in some)
            yield from cautions_by_hand(names, style)


def draw_table_numbers(
    numbers: Sequence[TableNumber],
    wearing: Wearing,
    to: BinaryIO,
    report: Report = unheard,
    *,
    tents: Tents = USUAL,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write all of them, to fold or to stand. Raises `TextTooLong`."""
    look = Look(partial(_draw, wearing), face_ground(wearing))
    draw_tents(numbers, tents, look, to, report, imprint=imprint)


def preview_table_number(number: TableNumber, wearing: Wearing, tents: Tents = USUAL) -> bytes:
    """The near side of one as a page of its own. Raises `TextTooLong`."""
    return draw_face_alone(number, tents, Look(partial(_draw, wearing)))


def _draw(wearing: Wearing, face: Field, number: TableNumber, side: int) -> None:
    (left, top), (wide, high) = dress_face(face, wearing)
    above = _CAPTION * min(face.size) if number.caption else 0.0
    if number.caption:
        face.text(number.caption, (left, top), (wide, above), _caption(number, wearing, above))
    top, high = top + above, high - above
    if number.style is not None:
        seed = seed_of(number.said, side) >> 1
        face.large_hand(number.said, (left, top), (wide, high), number.style, seed)
        return
    # Figures reach neither as high nor as low as the letters that a line has room for.
    more = _FIGURES * high if number.said.isdecimal() else 0.0
    room = (wide, high + 2 * more)
    face.text(number.said, (left, top - more), room, _large(number, wearing, room[1]))


def _caption(number: TableNumber, wearing: Wearing, high: float) -> Written:
    return Written(
        largest=_OF_IT * high * MM,
        tiny=6.0,
        colour=wearing.dress.colours.quiet,
        fonts=led_by(number.caption, (*FACES["medium"], *_LAST)),
        align="middle",
    )


def _large(number: TableNumber, wearing: Wearing, high: float) -> Written:
    return Written(
        largest=max(high * MM, _TINY),
        tiny=_TINY,
        colour=wearing.dress.colours.accent,
        fonts=led_by(number.said, (*FACES[wearing.design.face], *_LAST)),
        leading=1.0,
        align="middle",
    )
