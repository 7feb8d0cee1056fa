"""What a card is written on: paper, where on it the text stands, a picture beneath, and a second side."""

from dataclasses import dataclass, replace

from reports.papers import Edge, Paper
from reports.pictures import Picture

LINE_ROOM = 13.0
"""Millimetres that a line for real ink takes away from the text above it."""


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
        return replace(chosen, bottom=chosen.bottom + LINE_ROOM * self.own_line)

    def alone(self) -> "Stationery":
        """The front of a single card as a page of its own."""
        return replace(self, paper=self.paper.alone(), back=None)
