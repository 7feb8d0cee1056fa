"""One coupon or card on a page: what is drawn on it counts from its own upper corner where reading begins."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

from app.errors import ShopError
from reports.by_hand import TYPE, ByHand, is_set_in_type
from reports.codes import Symbol, put
from reports.hand import tokens
from reports.hand.layout import Box
from reports.hand.style import Style
from reports.hand.writing import DoesNotFit, Page, Writing, plan, write
from reports.papers import PAGES, BackPlace, Paper
from reports.sheet import MM, Sheet
from reports.text import Block, Manner, broken, paragraph
from reports.typeset import outlines
from resources.words import RIGHT_TO_LEFT

Colour = tuple[float, float, float]
INK, INK2, LINE = (0.133, 0.114, 0.098), (0.396, 0.361, 0.329), (0.902, 0.878, 0.847)
ACCENT, TINT, WHITE = (0.69, 0.271, 0.165), (0.973, 0.914, 0.886), (1.0, 1.0, 1.0)
FONTS = TYPE
BOLD = ("Rubik-Medium", "Rubik-Regular", "Lora-Regular")
_MARK_WIDTH, _RING, _FRAME = 0.25, 0.9, 0.7  # points
_SIGN = 0.6  # of the side of the shop's mark is the size of its letter
_CAPITALS = 0.7  # of the size of Rubik is the height of its capitals
_LARGER = (5.0, 4.0, 3.4, 3.0, 2.6, 2.3, 2.0, 1.75, 1.5, 1.25, 1.0)
"""How many times as large as on a card a few words may be written."""
_MIDDLE = (0.2, 0.32)
"""Of the size of a hand is the middle of its small letters above their base, and of Hebrew ones."""
_CORNER = 0.225  # of the side of the shop's mark

Align = Literal["start", "middle", "end"]
Spot = tuple[float, float]
"""Millimetres from the upper corner at which reading begins: along the line, and down."""
Room = tuple[float, float]


class TextTooLong(ShopError):
    """`text` does not fit the paper at any size that could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Type as it is to be set: `largest` and `tiny` are the sizes, in points, between which it may be."""

    largest: float
    tiny: float = 5.5
    colour: Colour = INK
    fonts: tuple[str, ...] = FONTS
    leading: float = 1.25
    align: Align = "start"
    sits: float = 0.5
    """How much of the room left over is above: 0 hangs from the top, 1 stands on the foot."""
    goes_on: bool = False
    """More stands beside it on the line: who reads it aloud or copies it finds a space between."""


_IN_TYPE = Written(largest=0.0, tiny=8.0, fonts=TYPE, leading=1.1, align="middle")
_SIGN_OF_A_SHOP = Written(largest=6.0, tiny=3.0, fonts=BOLD)


class Field:
    """Lengths are millimetres. In a language that runs from the right everything is mirrored but codes."""

    def __init__(self, sheet: Sheet, size: Room, language: str) -> None:
        self._sheet, self.size, self.language = sheet, size, language
        self.right_to_left = language in RIGHT_TO_LEFT

    @property
    def sheet(self) -> Sheet:
        """The page, whose origin is the field's lower left corner as long as it is drawn on."""
        return self._sheet

    def text(self, text: str, at: Spot, room: Room, how: Written) -> None:
        """As large as fits the room, in as many lines as that takes. Raises `TextTooLong`."""
        block = _block(text, room, how, right_to_left=self.right_to_left)
        self.block(block, at, room, how)

    def block(self, block: Block, at: Spot, room: Room, how: Written) -> None:
        """Lines that were set before to fit the room; each begins at the side from which it is read."""
        left, top = self._corner(at, room)
        top -= (room[1] * MM - block.height * block.size) * how.sits
        self._sheet.canvas.setFillColorRGB(*how.colour)
        with self._sheet.speaking(self.language):
            for line in block.lines:
                wide = line.width * block.size
                share = _share(how.align, right_to_left=line.right_to_left)
                start = left + (room[0] * MM - wide) * share
                one = Block(lines=(line,), size=block.size, height=block.height)
                self._sheet.write(one, corner=(start, top), width=wide, language=self.language)
                if how.goes_on:
                    after = start - 2 if self.right_to_left else start + wide
                    base = top - line.down * block.size
                    self._sheet.write_unseen([[(" ", after, after + 2, base)]], block.size)

    def hand(
        self,
        text: str,
        at: Spot,
        room: Room,
        style: Style,
        seed: int,
        *,
        in_middle: bool = False,
    ) -> None:
        """Written by hand. Raises `TextTooLong`."""
        left, top = self._corner(at, room)
        box = Box(left=0.0, bottom=0.0, width=room[0] * MM, height=room[1] * MM)
        try:
            done = write(
                text, style, box, seed, language=self.language, right_to_left=self.right_to_left
            )
        except DoesNotFit as refusal:
            raise TextTooLong(text=text) from refusal
        if len(done.pages) > 1:
            raise TextTooLong(text=text)
        canvas = self._sheet.canvas
        with self._sheet.speaking(self.language), self._moved(left, top - room[1] * MM):
            for page in done.pages:
                if in_middle:
                    canvas.translate(room[0] * MM / 2 - sum(_sides(page)) / 2, 0)
                canvas.addLiteral(f"q {tokens.UNIT} 0 0 {tokens.UNIT} 0 0 cm")
                canvas.addLiteral(done.drawn(page).decode("ascii") + "Q")
                self._sheet.write_unseen(page.lines, page.size)

    def large_hand(self, text: str, at: Spot, room: Room, style: Style, seed: int) -> None:
        """Written by hand in the middle of the room, as large as it fits: in one line, else in a few.

        It is set in type where the hand lacks letters that type has. Raises `TextTooLong`.
        """
        if is_set_in_type(ByHand(text, self.right_to_left), style):
            red, green, blue = (part / 1000 for part in style.ink.colour)
            in_type = replace(_IN_TYPE, largest=room[1] * MM, colour=(red, green, blue))
            self.text(text, at, room, in_type)
            return
        done, scale = self._large(text, room, style, seed)
        page = done.pages[0]
        wide = _sides(page)
        bases = [piece[3] for line in page.lines for piece in line]
        left, top = self._corner(at, room)
        across = room[0] * MM / 2 - scale * sum(wide) / 2
        rise = (min(bases) + max(bases)) / 2 + _MIDDLE[self.right_to_left] * page.size
        low, high = _ink(page)
        up = max(min(room[1] * MM / 2 - scale * rise, room[1] * MM - scale * high), -scale * low)
        canvas = self._sheet.canvas
        with self._sheet.speaking(self.language), self._moved(left, top - room[1] * MM):
            canvas.translate(across, up)
            canvas.scale(scale, scale)
            canvas.addLiteral(f"q {tokens.UNIT} 0 0 {tokens.UNIT} 0 0 cm")
            canvas.addLiteral(done.drawn(page).decode("ascii") + "Q")
            self._sheet.write_unseen(page.lines, page.size)

    def _large(self, text: str, room: Room, style: Style, seed: int) -> tuple[Writing, float]:
        way, language, whole = self.right_to_left, self.language, None
        for scale in _LARGER:
            box = Box(left=0.0, bottom=0.0, width=room[0] * MM / scale, height=room[1] * MM / scale)
            try:
                done = write(text, style, box, seed, language=language, right_to_left=way)
            except DoesNotFit:
                continue
            if len(done.pages) == 1 and _high(done.pages[0]) <= box.height:
                if len(done.pages[0].lines) == 1:
                    return done, scale
                whole = whole or (done, scale)
        if whole is None:
            raise TextTooLong(text=text)
        return whole

    def can_set(self, text: str, room: Room, how: Written) -> bool:
        """Whether `text` can be set in that room."""
        try:
            _block(text, room, how, right_to_left=self.right_to_left)
        except TextTooLong:
            return False
        return True

    def can_hold(self, text: str, room: Room, style: Style) -> bool:
        """Whether `text` can be written by hand in that room, on one side."""
        box = Box(left=0.0, bottom=0.0, width=room[0] * MM, height=room[1] * MM)
        way = self.right_to_left
        try:
            return plan(text, style, box, language=self.language, right_to_left=way).sides == 1
        except DoesNotFit:
            return False

    def box(self, at: Spot, room: Room, colour: Colour, *, radius: float = 0.0) -> None:
        left, top = self._corner(at, room)
        wide, high = room[0] * MM, room[1] * MM
        self._sheet.canvas.setFillColorRGB(*colour)
        self._sheet.canvas.roundRect(left, top - high, wide, high, radius * MM, stroke=0, fill=1)

    def frame(self, at: Spot, room: Room, colour: Colour, *, radius: float = 0.0) -> None:
        """A box to tick or to write in: its edge alone."""
        left, top = self._corner(at, room)
        wide, high = room[0] * MM, room[1] * MM
        canvas = self._sheet.canvas
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(_FRAME)
        canvas.roundRect(left, top - high, wide, high, radius * MM, stroke=1, fill=0)

    @contextmanager
    def magnified(self, scale: float) -> Iterator["Field"]:
        """The same field, on which all is drawn `scale` times as large as it says."""
        canvas = self._sheet.canvas
        canvas.saveState()
        canvas.scale(scale, scale)
        yield Field(self._sheet, (self.size[0] / scale, self.size[1] / scale), self.language)
        canvas.restoreState()

    @contextmanager
    def drawing(self, middle: Spot) -> Iterator[Any]:
        """The canvas, in points from `middle`, for what looks the same in every language."""
        left, top = self._corner(middle, (0.0, 0.0))
        with self._moved(left, top):
            yield self._sheet.canvas

    @contextmanager
    def area(self, at: Spot, room: Room) -> Iterator[Any]:
        """The canvas, in points from the lower left corner of an area; what is drawn there is mirrored
        as everything is, and ends at the edges of the field.
        """
        left, top = self._corner(at, room)
        canvas = self._sheet.canvas
        canvas.saveState()
        edges = canvas.beginPath()
        edges.rect(0, 0, self.size[0] * MM, self.size[1] * MM)
        canvas.clipPath(edges, stroke=0, fill=0)
        canvas.translate(left, top - room[1] * MM)
        if self.right_to_left:
            canvas.translate(room[0] * MM, 0)
            canvas.scale(-1, 1)
        yield canvas
        canvas.restoreState()

    def once(self, name: str, draw: Callable[[], None]) -> None:
        """Draws what is the same on many fields of this size: the file keeps it once by its `name`."""
        canvas = self._sheet.canvas
        if not canvas.hasForm(name):
            canvas.beginForm(name, 0, 0, self.size[0] * MM, self.size[1] * MM)
            draw()
            canvas.endForm()
        canvas.doForm(name)

    def picture(self, picture: Any, at: Spot, room: Room) -> None:
        """A picture for ReportLab, which is not mirrored, over the whole of the room."""
        left, top = self._corner(at, room)
        wide, high = room[0] * MM, room[1] * MM
        self._sheet.canvas.drawImage(picture, left, top - high, wide, high, mask="auto")

    def measured(self, text: str, room: Room, how: Written) -> Room:
        """How wide and high a text will be in that room, in millimetres. Raises `TextTooLong`."""
        block = _block(text, room, how, right_to_left=self.right_to_left)
        wide = max((line.width for line in block.lines), default=0.0)
        return wide * block.size / MM, block.height * block.size / MM

    def ring(self, middle: Spot, radius: float, colour: Colour, *, fill: Colour = WHITE) -> None:
        left, top = self._corner((middle[0] - radius, middle[1] - radius), (2 * radius, 2 * radius))
        canvas = self._sheet.canvas
        canvas.setFillColorRGB(*fill)
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(_RING)
        inner = radius * MM - _RING / 2
        canvas.circle(left + radius * MM, top - radius * MM, inner, stroke=1, fill=1)

    def line(self, at: Spot, long: float, colour: Colour = LINE) -> None:
        self.box(at, (long, 0.2), colour)

    def symbol(self, symbol: Symbol, at: Spot, room: Room) -> None:
        """A code, `room` with its quiet zone; scanners read it in one way only, so it is not mirrored."""
        put(self._sheet, symbol, self._corner(at, room), room)

    def mark(
        self, name: str, at: Spot, side: float, colours: tuple[Colour, Colour] = (ACCENT, WHITE)
    ) -> None:
        """The shop's mark: the first letter of its name on a ground, which is drawn and not read."""
        self.box(at, (side, side), colours[0], radius=side * _CORNER)
        letter = next((sign for sign in name if sign.isalnum()), "").upper()
        block = _block(letter, (side, side), _SIGN_OF_A_SHOP, right_to_left=False)
        left, top = self._corner(at, (side, side))
        canvas, size = self._sheet.canvas, side * _SIGN * MM
        canvas.setFillColorRGB(*colours[1])
        for line in block.lines:
            start = left + (side * MM - line.width * size) / 2
            base = top - (side * MM + _CAPITALS * size) / 2
            canvas.addLiteral(b"\n".join(outlines(line, start, base, size)).decode("ascii"))

    @contextmanager
    def _moved(self, left: float, bottom: float) -> Iterator[None]:
        self._sheet.canvas.saveState()
        self._sheet.canvas.translate(left, bottom)
        yield
        self._sheet.canvas.restoreState()

    def _corner(self, at: Spot, room: Room) -> tuple[float, float]:
        """The left upper corner in points from the field's lower left one."""
        left = self.size[0] - at[0] - room[0] if self.right_to_left else at[0]
        return left * MM, (self.size[1] - at[1]) * MM


@contextmanager
def field(
    sheet: Sheet, paper: Paper, place: BackPlace, language: str = "en", *, scale: float = 1.0
) -> Iterator[Field]:
    """The card that lies at `place` on the page, on its head where that says so, all on it `scale` times
    as large as it says.
    """
    wide, high = paper.card
    left, bottom = place.left, paper.page[1] - place.top - high
    sheet.canvas.saveState()
    if place.turned:
        sheet.canvas.translate((left + wide) * MM, (bottom + high) * MM)
        sheet.canvas.rotate(180)
    else:
        sheet.canvas.translate(left * MM, bottom * MM)
    sheet.canvas.scale(scale, scale)
    yield Field(sheet, (wide / scale, high / scale), language)
    sheet.canvas.restoreState()


def front(place: tuple[float, float]) -> BackPlace:
    return BackPlace(left=place[0], top=place[1], turned=False)


def cut_marks(sheet: Sheet, paper: Paper) -> None:
    canvas, height = sheet.canvas, paper.page[1]
    canvas.setStrokeGray(0)
    canvas.setLineWidth(_MARK_WIDTH)
    for x, y, to_x, to_y in paper.marks:
        canvas.line(x * MM, (height - y) * MM, to_x * MM, (height - to_y) * MM)


def touching(name: str, card: Room, columns: int, rows: int, page: Room = PAGES["A4"]) -> Paper:
    """A page of cards that touch, in the middle of it: one cut parts two, and its marks lie outside."""
    left, top = (page[0] - columns * card[0]) / 2, (page[1] - rows * card[1]) / 2
    across = [left + n * card[0] for n in range(columns + 1)]
    down = [top + n * card[1] for n in range(rows + 1)]
    far, near = 6.0, 1.5  # millimetres from the cards at which a mark begins and ends
    above, before = max(top - far, 0.0), max(left - far, 0.0)
    upright = [
        (x, start, x, end)
        for x in across
        for start, end in ((above, top - near), (down[-1] + near, page[1] - above))
    ]
    flat = [
        (start, y, end, y)
        for y in down
        for start, end in ((before, left - near), (across[-1] + near, page[0] - before))
    ]
    return Paper(
        name=name,
        page=page,
        card=card,
        places=tuple((x, y) for y in down[:-1] for x in across[:-1]),
        marks=(*upright, *flat),
    )


def _sides(page: Page) -> tuple[float, float]:
    """Where the writing of a page begins and ends along its lines, in points."""
    pieces = [piece for line in page.lines for piece in line]
    return min(one[1] for one in pieces), max(one[2] for one in pieces)


def _ink(page: Page) -> tuple[float, float]:
    """How far the ink reaches down and up, in points: the accents of capitals rise above all letters."""
    heights = [one.points[:, 1] * tokens.UNIT for one in page.outlines()]
    return float(min(map(min, heights))), float(max(map(max, heights)))


def _high(page: Page) -> float:
    low, high = _ink(page)
    return high - low


def _share(align: Align, *, right_to_left: bool) -> float:
    """How much of the room that is left over lies to the left."""
    return 0.5 if align == "middle" else float((align == "end") != right_to_left)


def _block(text: str, room: Room, how: Written, *, right_to_left: bool) -> Block:
    manner = Manner(
        fonts=how.fonts,
        largest=how.largest,
        smallest=how.tiny,
        tiny=how.tiny,
        leading=how.leading,
    )
    lines: Sequence[str] = text.split("\n")
    paragraphs = [paragraph(one, how.fonts, right_to_left=right_to_left) for one in lines]
    block = broken(paragraphs, (room[0] * MM, room[1] * MM), manner)
    if block is None:
        raise TextTooLong(text=text)
    return block
