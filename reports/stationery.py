"""What a card is written on: paper, where on it the text stands, a picture beneath, and a second side."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from reports.papers import BackPlace, Edge, Paper, Place
from reports.pictures import Picture
from reports.sheet import MM, Sheet
from reports.text import Manner, broken, paragraph

_MARK_WIDTH = 0.25  # points
_LINE_WIDTH, _LINE_GREY = 0.4, 0.62
_LINE_ROOM = 13.0
"""Millimetres that a line for real ink takes away from the text above it."""
_SIGN, _SIGN_ROUND, _SIGN_RISE = 20.0, 4.5, 6.0  # millimetres
_ACCENT = (0xB0 / 255, 0x45 / 255, 0x2A / 255)
_INK2 = (0x65 / 255, 0x5C / 255, 0x54 / 255)
_LETTER = Manner(fonts=("Rubik-Medium",), largest=34.0, smallest=8.0, tiny=6.0, leading=1.2)
_NAME = Manner(fonts=("Rubik-Regular",), largest=13.0, smallest=7.0, tiny=5.0, leading=1.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """How far the text keeps away from the edges of the card, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopMark:
    """The shop's mark with its name beneath, in the shop's language."""

    name: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stationery:
    """A paper as it is dressed: `margins` of one's own, a `ground` beneath the text, a `back`.

    The printer turns two-sided sheets over `edge`. With `own_line` there is room and a fine line for a
    word in real ink below the text.
    """

    paper: Paper
    margins: Margins | None = None
    ground: Picture | None = None
    back: Picture | ShopMark | None = None
    edge: Edge = Edge.LONG
    own_line: bool = False

    def text_margins(self) -> Margins:
        """Where the text may stand; a line for real ink takes its room at the foot."""
        paper = self.paper
        usual = Margins(left=paper.side, top=paper.top, right=paper.side, bottom=paper.bottom)
        chosen = self.margins or usual
        return replace(chosen, bottom=chosen.bottom + _LINE_ROOM * self.own_line)

    def alone(self) -> "Stationery":
        """The front of a single card as a page of its own."""
        return replace(self, paper=self.paper.alone(), back=None)


class Dressing:
    """Draws what belongs to the paper and not to the text; pictures are kept in the file once."""

    def __init__(self, sheet: Sheet, on: Stationery) -> None:
        self._sheet, self._on = sheet, on
        self._forms: set[str] = set()

    def front(self, place: Place) -> None:
        """Beneath the text of the card at `place`."""
        if self._on.ground:
            self._put(
                "Ground", self._on.ground, BackPlace(left=place[0], top=place[1], turned=False)
            )
        if self._on.own_line:
            self._draw_own_line(place)

    def cut_marks(self) -> None:
        """Over everything else: a picture may reach to where the cut is."""
        canvas, height = self._sheet.canvas, self._on.paper.page[1]
        canvas.setStrokeGray(0)
        canvas.setLineWidth(_MARK_WIDTH)
        for x, y, to_x, to_y in self._on.paper.marks:
            canvas.line(x * MM, (height - y) * MM, to_x * MM, (height - to_y) * MM)

    def second_side(self, cards: int) -> None:
        """A page of the backs of the first `cards` places, each behind its card."""
        if self._on.back is None:
            return
        self._sheet.begin_page(self._on.paper.page[0] * MM, self._on.paper.page[1] * MM)
        for place in self._on.paper.back_places(self._on.edge)[:cards]:
            if isinstance(self._on.back, Picture):
                self._put("Back", self._on.back, place)
            else:
                self._draw_mark(self._on.back, place)
        self._sheet.end_page()

    def _draw_own_line(self, place: Place) -> None:
        paper, margins, canvas = self._on.paper, self._on.text_margins(), self._sheet.canvas
        y = (paper.page[1] - place[1] - paper.card[1] + margins.bottom - _LINE_ROOM) * MM
        canvas.setLineWidth(_LINE_WIDTH)
        canvas.setStrokeGray(_LINE_GREY)
        canvas.line(
            (place[0] + margins.left) * MM, y, (place[0] + paper.card[0] - margins.right) * MM, y
        )

    def _put(self, name: str, picture: Picture, place: BackPlace) -> None:
        """Drawn into the file when first wanted, after that only pointed at."""
        canvas, (wide, high) = self._sheet.canvas, self._on.paper.card
        if name not in self._forms:
            self._forms.add(name)
            canvas.beginForm(name, 0, 0, wide * MM, high * MM)
            canvas.drawImage(_read(picture), 0, 0, wide * MM, high * MM)
            canvas.endForm()
        canvas.saveState()
        self._go_to(place)
        canvas.doForm(name)
        canvas.restoreState()

    def _go_to(self, place: BackPlace) -> None:
        """The lower left corner of a card becomes the origin; its upper right one when it is turned."""
        canvas, paper = self._sheet.canvas, self._on.paper
        left, bottom = place.left * MM, (paper.page[1] - place.top - paper.card[1]) * MM
        if place.turned:
            canvas.translate(left + paper.card[0] * MM, bottom + paper.card[1] * MM)
            canvas.rotate(180)
        else:
            canvas.translate(left, bottom)

    def _draw_mark(self, mark: ShopMark, place: BackPlace) -> None:
        canvas, (wide, high) = self._sheet.canvas, self._on.paper.card
        canvas.saveState()
        self._go_to(place)
        left, bottom = (wide - _SIGN) / 2, high / 2 - _SIGN / 2 + _SIGN_RISE
        canvas.setFillColorRGB(*_ACCENT)
        canvas.roundRect(
            left * MM, bottom * MM, _SIGN * MM, _SIGN * MM, _SIGN_ROUND * MM, stroke=0, fill=1
        )
        canvas.setFillColorRGB(1, 1, 1)
        self._centred(mark.name[:1].upper(), _LETTER, mark.language, (bottom, bottom + _SIGN))
        canvas.setFillColorRGB(*_INK2)
        self._centred(mark.name, _NAME, mark.language, (bottom - 12.0, bottom - 2.0))
        canvas.restoreState()

    def _centred(
        self, text: str, manner: Manner, language: str, between: tuple[float, float]
    ) -> None:
        """One line in the middle of the card, between two heights in millimetres."""
        from resources.words import RIGHT_TO_LEFT

        wide = self._on.paper.card[0]
        line = paragraph(text, manner.fonts, right_to_left=language in RIGHT_TO_LEFT)
        box = ((wide - 20.0) * MM, (between[1] - between[0]) * MM)
        block = broken([line], box, manner)
        if block is None or not block.lines:
            return
        width = max(one.width for one in block.lines) * block.size
        free = box[1] - block.height * block.size
        corner = ((wide * MM - width) / 2, between[1] * MM - free / 2)
        self._sheet.write(block, corner=corner, width=width, language=language)


def _read(picture: Picture) -> Any:
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(picture.jpeg))
