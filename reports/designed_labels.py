"""Draws the owner's own labels: a cell for each person on any sheet, or one alone to be looked at."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from app.people.customer import Customer
from app.shop import Shop
from reports.cards import UnknownHand
from reports.cautions import Caution, NothingToWrite
from reports.field import ACCENT, INK, INK2, LINE, TINT, WHITE, Colour, Field, Written, field, front
from reports.hand.style import Style
from reports.keepsake_pictures import shown
from reports.label_design import (
    Design,
    Fit,
    Look,
    Pen,
    PictureBox,
    Place,
    ShapeBox,
    TextBox,
    Tint,
    Weight,
    fitted,
)
from reports.label_fields import Merged, asked
from reports.label_layout import Label, Laid, Means, lay_out
from reports.label_people import People, copies
from reports.owned import owned
from reports.papers import Paper
from reports.pictures import Picture
from reports.sheet import MM, Imprint, Sheet

_COLOURS: dict[Tint, Colour] = {
    Tint.INK: INK,
    Tint.QUIET: INK2,
    Tint.ACCENT: ACCENT,
    Tint.PALE: TINT,
    Tint.LINE: LINE,
    Tint.WHITE: WHITE,
}
_STANDS = {"top": 0.0, "middle": 0.5, "foot": 1.0}
_HALF_A_LINE = 0.35 / MM  # of a frame, in millimetres, so that all its ink is within its box
_SAME_SIZE = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignedLabel:
    """The label of one person: a cell of any sheet."""

    design: Design
    facts: Merged
    means: Means

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def language(self) -> str:
        return self.facts.language

    def draw(self, on: Field) -> Sequence[Caution]:
        """Larger or smaller where the label is."""
        sides = zip(on.size, self.design.size, strict=True)
        same = all(abs(there - drawn) < _SAME_SIZE for there, drawn in sides)
        design = self.design if same else fitted(self.design, on.size)
        return draw_label(lay_out(design, self.facts, self.means), self, on)


def designed(shop: Shop, design: Design, people: Sequence[Customer]) -> list[DesignedLabel]:
    """A label for each of them, in their order."""
    means = means_of(shop, design)
    merged = People(shop, asked(design.texts)).merged(people)
    return [DesignedLabel(design=design, facts=facts, means=means) for facts in merged]


def many(shop: Shop, design: Design, count: int) -> list[DesignedLabel]:
    """The label `count` times, for nobody in particular."""
    means = means_of(shop, design)
    return [DesignedLabel(design=design, facts=one, means=means) for one in copies(shop, count)]


def means_of(shop: Shop, design: Design) -> Means:
    """The pictures that the design shows, out of the book, and the hand of the shop."""
    found = {name: shown(shop.keepsakes, name) for name in design.pictures}
    pictures = {name: picture for name, picture in found.items() if picture}
    return Means(pictures=pictures, styles=_styles(shop, design))


def _styles(shop: Shop, design: Design) -> dict[Pen, Style]:
    """Without a hand that the owner removed: the usual one then stands in."""
    own, found = owned(shop), {}
    for hand, ink in design.pens:
        with suppress(UnknownHand):
            found[hand, ink] = own.style(hand or None, ink, signed=False)
    return found


def preview(label: DesignedLabel) -> tuple[bytes, tuple[Caution, ...]]:
    """The label as a page of its own size, and what to know of it."""
    file, size = BytesIO(), label.design.size
    alone = Paper(name="label", page=size, card=size)
    sheet = Sheet(file, Imprint(), label.language)
    sheet.begin_page(size[0] * MM, size[1] * MM)
    with field(sheet, alone, front(alone.places[0]), label.language) as on:
        cautions = tuple(label.draw(on))
    sheet.end_page()
    sheet.save()
    return file.getvalue(), cautions


def draw_label(label: Label, drawn: DesignedLabel, on: Field) -> tuple[Caution, ...]:
    """Everything on it, from the ground up."""
    for laid in label.laid:
        _draw(laid, drawn, on)
    if not label.laid and not label.cautions:
        return (NothingToWrite(name=drawn.name),)
    return label.cautions


def _draw(laid: Laid, drawn: DesignedLabel, on: Field) -> None:
    box, room = laid.box, (laid.box.place.wide, laid.box.place.high)
    at = _spot(on, box.place)
    if isinstance(box, ShapeBox):
        _shape(box, on)
    elif isinstance(box, PictureBox) and (picture := drawn.means.pictures.get(box.picture)):
        _picture(box, picture, on)
    elif laid.symbol and laid.room:
        place = laid.room
        if laid.covers:  # its quiet zone must be white, whatever lies beneath
            on.box(_spot(on, place), (place.wide, place.high), WHITE)
        on.symbol(laid.symbol, _spot(on, place), (place.wide, place.high))
    elif isinstance(box, TextBox) and laid.block:
        on.block(laid.block, at, room, _written(box))
    elif isinstance(box, TextBox) and box.weight is Weight.HAND:
        scale = laid.scale
        with on.magnified(scale) as wider:
            spot, size = (at[0] / scale, at[1] / scale), (room[0] / scale, room[1] / scale)
            wider.hand(laid.text, spot, size, drawn.means.style(box), drawn.facts.seed)


def _spot(on: Field, place: Place) -> tuple[float, float]:
    """The same spot on the paper for everybody: a field counts from where its language begins."""
    return (on.size[0] - place.right if on.right_to_left else place.left, place.top)


def _written(box: TextBox) -> Written:
    return Written(
        largest=box.largest,
        colour=_COLOURS[box.colour],
        align=box.align,
        sits=_STANDS[box.stands],
    )


def _shape(box: ShapeBox, on: Field) -> None:
    place, colour = box.place, _COLOURS[box.colour]
    radius = min(box.radius, place.wide / 2, place.high / 2)
    if box.look is Look.FILLED:
        on.box(_spot(on, place), (place.wide, place.high), colour, radius=radius)
        return
    inner = Place(
        left=place.left + _HALF_A_LINE,
        top=place.top + _HALF_A_LINE,
        wide=max(place.wide - 2 * _HALF_A_LINE, 0.0),
        high=max(place.high - 2 * _HALF_A_LINE, 0.0),
    )
    rounded = max(radius - _HALF_A_LINE, 0.0)
    on.frame(_spot(on, inner), (inner.wide, inner.high), colour, radius=rounded)


def _picture(box: PictureBox, picture: Picture, on: Field) -> None:
    """In the middle of its box, never out of shape."""
    place = box.place
    sides = (place.wide / picture.size[0], place.high / picture.size[1])
    scale = min(sides) if box.fit is Fit.WHOLE else max(sides)
    wide, high = (side * scale * MM for side in picture.size)
    middle = Place(
        left=place.left + place.wide / 2, top=place.top + place.high / 2, wide=0.0, high=0.0
    )
    with on.drawing(_spot(on, middle)) as canvas:
        if box.fit is Fit.FILLED:
            path = canvas.beginPath()
            across, down = place.wide * MM, place.high * MM
            path.rect(-across / 2, -down / 2, across, down)
            canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawImage(_kept(picture), -wide / 2, -high / 2, wide, high)


def _kept(picture: Picture) -> Any:
    """ReportLab would unpack the picture on every label to see whether it is still the same."""
    from reportlab.lib.utils import ImageReader

    from app.keeping.keepsakes import name_of

    class Kept(ImageReader):  # type: ignore[misc]
        _dataA = None  # noqa: N815

        def getRGBData(self) -> bytes:  # noqa: N802 - ReportLab's name
            return name_of(picture.jpeg).encode()

    return Kept(BytesIO(picture.jpeg))
