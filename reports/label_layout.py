"""Where everything on a label lies, and in which size, before any of it is drawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reports.cautions import (
    Caution,
    CodeTooSmall,
    MissingLetters,
    NoCode,
    PictureGone,
    TextLeftOut,
    UnwritableCode,
    WrittenSmall,
    cautions_of,
)
from reports.codes import THINNEST, Symbol, bars_of_text, card_bars, card_qr, qr_of_text
from reports.field import BOLD, FONTS
from reports.hand.layout import Box as HandBox
from reports.hand.style import INKS, Style
from reports.hand.writing import DoesNotFit, plan
from reports.label_design import (
    Box,
    CodeBox,
    Design,
    Pen,
    PictureBox,
    Place,
    Sort,
    TextBox,
    Weight,
    moved,
)
from reports.label_fields import Merged, asked, filled
from reports.pictures import Picture
from reports.shaping import starts_right_to_left
from reports.sheet import MM
from reports.text import Block, Manner, Paragraph, broken, paragraph
from resources.words import RIGHT_TO_LEFT, fenced

_LEADING = 1.22
_TINY = 3.0  # points below which nothing can be read, whatever the owner asks for
_THINNEST_QR, _THICKEST_BAR = 0.25, 0.5  # millimetres of a module
_CARD = "{card_number}"
_LONGEST_CODE = 300  # signs; a QR code of more goes on no label
_STACKED = 1.0  # millimetres between boxes that stand one under another
_KEEP_SHORT_WORDS = frozenset({"cs", "sk"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What labels are made with: pictures by their keepsakes, and how is written by hand."""

    pictures: Mapping[str, Picture] = field(default_factory=dict)
    styles: Mapping[Pen, Style] = field(default_factory=dict)

    def style(self, box: TextBox) -> Style:
        """In the usual hand where the owner has none like that any more."""
        return self.styles.get((box.hand, box.ink)) or Style(ink=INKS[box.ink])


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A box with what stands in it for one person: lines, what is written by hand `scale` times as large
    as on a card, or a code in the `room` that it takes.
    """

    box: Box
    block: Block | None = None
    text: str = ""
    scale: float = 1.0
    symbol: Symbol | None = None
    room: Place | None = None
    covers: bool = False
    """Something lies beneath a code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """All that stands on the label of one person, from the ground up, and what to know before it goes."""

    laid: tuple[Laid, ...]
    cautions: tuple[Caution, ...]


def lay_out(design: Design, facts: Merged, means: Means) -> Label:
    """The label as it comes out for the person of `facts`."""
    texts = {
        at: filled(box.text, facts.values)
        for at, box in enumerate(design.boxes)
        if isinstance(box, TextBox)
    }
    boxes = moved_up(design.boxes, {at for at, lines in texts.items() if not lines})
    laid: list[Laid] = []
    cautions: list[Caution] = []
    for at, box in enumerate(boxes):
        if isinstance(box, TextBox):
            done, said = _text(box, texts[at], facts, means)
        elif isinstance(box, CodeBox):
            done, said = _code(box, facts)
            if done and any(_meet(under.box.place, box.place) for under in laid):
                done = replace(done, covers=True)
        else:
            done, said = Laid(box=box), _amiss(box, facts, means)
        laid += [done] if done else []
        cautions += said
    return Label(laid=tuple(laid), cautions=tuple(dict.fromkeys(cautions)))


def length(design: Design, facts: Merged) -> int:
    """How many signs the label of that person has."""
    texts = (box.text for box in design.boxes if isinstance(box, TextBox))
    return sum(len(line) for text in texts for line in filled(text, facts.values))


def moved_up(boxes: Sequence[Box], blank: Collection[int]) -> tuple[Box, ...]:
    """The boxes of text that stand close under one that is `blank` take its place, and so on down."""
    found = list(boxes)
    for at in sorted(blank, key=lambda one: boxes[one].place.foot, reverse=True):
        gone = found[at].place
        rise, edge = 0.0, gone.foot
        for under in sorted(range(len(found)), key=lambda one: found[one].place.top):
            place = found[under].place
            if under == at or not isinstance(found[under], TextBox) or not _beneath(place, gone):
                continue
            if not -_STACKED <= place.top - edge <= _STACKED:
                continue
            rise = rise or place.top - gone.top
            edge = place.foot
            found[under] = moved(found[under], replace(place, top=place.top - rise))
    return tuple(found)


def _beneath(place: Place, above: Place) -> bool:
    """In the same column: they begin or end at the same edge."""
    edges = (place.left - above.left, place.right - above.right)
    return place.top > above.top and min(map(abs, edges)) < _STACKED


def _text(
    box: TextBox, lines: Sequence[str], facts: Merged, means: Means
) -> tuple[Laid | None, list[Caution]]:
    if not lines:
        return None, []
    if box.weight is Weight.HAND:
        return _by_hand(box, lines, facts, means)
    manner = Manner(
        fonts=BOLD if box.weight is Weight.BOLD else FONTS,
        largest=box.largest,
        smallest=box.smallest,
        tiny=min(box.smallest, _TINY),
        leading=_LEADING,
        saves_lines=True,
        keep_short_words=facts.language in _KEEP_SHORT_WORDS,
    )
    is_right = _runs_right_to_left(box, lines, facts.language)
    paragraphs = [_paragraph(line, manner, is_right=is_right) for line in lines]
    block = broken(paragraphs, (box.place.wide * MM, box.place.high * MM), manner)
    if block is None:
        return None, [TextLeftOut(name=facts.name, text=" ".join(lines))]
    sides = tuple(replace(line, right_to_left=is_right) for line in block.lines)
    laid = Laid(box=box, block=replace(block, lines=sides))
    return laid, list(cautions_of(block, paragraphs, manner, facts.name))


def _paragraph(line: str, manner: Manner, *, is_right: bool) -> Paragraph:
    """A line all of whose letters read the other way runs so; it still stands at the side of the box."""
    is_foreign = fenced(line, right_to_left=is_right) != line
    return paragraph(line, manner.fonts, right_to_left=is_right != is_foreign)


def _by_hand(
    box: TextBox, lines: Sequence[str], facts: Merged, means: Means
) -> tuple[Laid | None, list[Caution]]:
    is_right = facts.language in RIGHT_TO_LEFT
    text, style = "\n".join(lines), means.style(box)
    scale = box.largest / style.hand_for(right_to_left=is_right).largest
    wide, high = (side * MM / scale for side in (box.place.wide, box.place.high))
    room = HandBox(left=0.0, bottom=0.0, width=wide, height=high)
    try:
        found = plan(text, style, room, language=facts.language, right_to_left=is_right)
    except DoesNotFit:
        return None, [TextLeftOut(name=facts.name, text=" ".join(lines))]
    if found.sides > 1:
        return None, [TextLeftOut(name=facts.name, text=" ".join(lines))]
    size, said = found.size * scale, list[Caution]()
    if size < box.smallest:
        said.append(WrittenSmall(name=facts.name, size=size, smallest=box.smallest))
    if found.missing:
        said.append(MissingLetters(name=facts.name, letters=found.missing))
    return Laid(box=box, text=text, scale=scale), said


def _code(box: CodeBox, facts: Merged) -> tuple[Laid | None, list[Caution]]:
    text = " ".join(filled(box.text, {**facts.values, **facts.plain}))
    if not text:
        return None, [NoCode(name=facts.name)]
    if box.sort is Sort.BARS and not (text.isascii() and text.isprintable()):
        return None, [UnwritableCode(name=facts.name, text=text)]
    room = _room(box, symbol) if (symbol := _symbol(box, text)) else None
    if symbol is None or room is None:
        return None, [CodeTooSmall(name=facts.name, text=text)]
    return Laid(box=box, text=text, symbol=symbol, room=room), []


def _symbol(box: CodeBox, text: str) -> Symbol | None:
    """A card's number is coded as on her card, anything else letter by letter."""
    if len(text) > _LONGEST_CODE:
        return None
    is_card = box.text.strip() == _CARD
    if box.sort is Sort.BARS:
        return card_bars(text) if is_card else bars_of_text(text)
    return card_qr(text) if is_card else qr_of_text(text, "M")


def _meet(one: Place, other: Place) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.foot and other.top < one.foot


def _room(box: CodeBox, symbol: Symbol) -> Place | None:
    """Where the symbol lies with its quiet zone, in the middle of its box; None where it is too small."""
    place = box.place
    if box.sort is Sort.QR:
        side = min(place.wide, place.high)
        wide, high, thinnest = side, side, _THINNEST_QR
    else:
        wide, high = min(place.wide, symbol.wide * _THICKEST_BAR), place.high
        thinnest = THINNEST
    if wide / symbol.wide < thinnest:
        return None
    left, top = place.left + (place.wide - wide) / 2, place.top + (place.high - high) / 2
    return Place(left=left, top=top, wide=wide, high=high)


def _amiss(box: Box, facts: Merged, means: Means) -> list[Caution]:
    lost = isinstance(box, PictureBox) and box.picture and box.picture not in means.pictures
    return [PictureGone(name=facts.name)] if lost else []


def _runs_right_to_left(box: TextBox, lines: Sequence[str], language: str) -> bool:
    """As its language does; an address as most of its lines, for the post of another country reads it."""
    starts = [starts_right_to_left(line) for line in lines]
    right, left = starts.count(True), starts.count(False)
    if right == left or "address" not in asked((box.text,)):
        return language in RIGHT_TO_LEFT
    return right > left
