"""A design while it is being changed: which box is chosen, what can be taken back."""

from dataclasses import replace

from reports.label_design import (
    Box,
    CodeBox,
    Design,
    Look,
    PictureBox,
    Place,
    ShapeBox,
    Sort,
    TextBox,
    Tint,
    Weight,
    fitted,
    moved,
)
from reports.label_design_file import MOST_BOXES

KINDS = ("text", "hand", "line", "frame", "picture", "qr", "bars")
_APART = 2.0
"""Millimetres by which a double lies beside its original."""
_LINE = 0.3


class Editing:
    """Changes that belong to one `run`, as the letters of a word, are taken back at once."""

    def __init__(self, design: Design) -> None:
        self._past: list[Design] = []
        self._future: list[Design] = []
        self._run = ""
        self.design = self._saved = design
        self.chosen: int | None = None

    @property
    def box(self) -> Box | None:
        """The box that is chosen."""
        return None if self.chosen is None else self.design.boxes[self.chosen]

    @property
    def changed(self) -> bool:
        """Whether something differs from what was saved."""
        return self.design != self._saved

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    @property
    def is_full(self) -> bool:
        """No label has more boxes."""
        return len(self.design.boxes) >= MOST_BOXES

    def saved(self) -> None:
        self._saved = self.design
        self._run = ""

    def choose(self, at: int | None) -> None:
        if at != self.chosen:
            self._run = ""
        self.chosen = at

    def step(self, way: int) -> bool:
        """Chooses the next box, or the one before; answers whether there is one."""
        last = len(self.design.boxes) - 1
        at = (0 if way > 0 else last) if self.chosen is None else self.chosen + way
        if not 0 <= at <= last:
            return False
        self.choose(at)
        return True

    def put(self, box: Box, run: str = "") -> None:
        """The chosen box becomes `box`."""
        if self.chosen is not None:
            boxes = list(self.design.boxes)
            boxes[self.chosen] = box
            self.become(replace(self.design, boxes=tuple(boxes)), run)

    def place(self, place: Place, run: str = "") -> None:
        if self.box is not None:
            self.put(moved(self.box, place), run)

    def add(self, box: Box) -> None:
        """Above all others, and chosen."""
        self.become(replace(self.design, boxes=(*self.design.boxes, box)))
        self.chosen = len(self.design.boxes) - 1

    def remove(self) -> None:
        if self.chosen is None:
            return
        at, boxes = self.chosen, list(self.design.boxes)
        del boxes[at]
        self.chosen = None
        self.become(replace(self.design, boxes=tuple(boxes)))

    def double(self) -> None:
        if self.box is None or self.is_full:
            return
        place, size = self.box.place, self.design.size
        left = max(0.0, min(place.left + _APART, size[0] - place.wide))
        top = max(0.0, min(place.top + _APART, size[1] - place.high))
        self.add(moved(self.box, replace(place, left=left, top=top)))

    def lift(self, way: int) -> None:
        """One box nearer to the eye, or to the paper."""
        if self.chosen is None or not 0 <= self.chosen + way < len(self.design.boxes):
            return
        boxes, at = list(self.design.boxes), self.chosen
        boxes[at], boxes[at + way] = boxes[at + way], boxes[at]
        self.become(replace(self.design, boxes=tuple(boxes)))
        self.chosen = at + way

    def fit(self, size: tuple[float, float], stock: str) -> None:
        """For the labels of another sheet."""
        same = size == self.design.size
        design = self.design if same else fitted(self.design, size)
        self.become(replace(design, stock=stock))

    def become(self, design: Design, run: str = "") -> None:
        if design == self.design:
            return
        if not (run and run == self._run):
            self._past.append(self.design)
        self._future.clear()
        self._run, self.design = run, design

    def undo(self) -> None:
        if self._past:
            self._future.append(self.design)
            self._go_to(self._past.pop())

    def redo(self) -> None:
        if self._future:
            self._past.append(self.design)
            self._go_to(self._future.pop())

    def _go_to(self, design: Design) -> None:
        self.design, self._run = design, ""
        if self.chosen is not None and self.chosen >= len(design.boxes):
            self.chosen = None


def new_box(kind: str, size: tuple[float, float], text: str) -> Box:
    """What is put on the label by that name: in the middle of it, saying `text` where it says something."""
    if kind in {"qr", "bars"}:
        side = min(size[1] * 0.7, size[0] * 0.5)
        wide = side if kind == "qr" else min(size[0] * 0.8, 50.0)
        high = side if kind == "qr" else min(size[1] * 0.35, 15.0)
        return CodeBox(place=_middle(size, wide, high), sort=Sort(kind))
    if kind == "picture":
        side = min(size) * 0.6
        return PictureBox(place=_middle(size, side, side))
    if kind == "line":
        return ShapeBox(place=_middle(size, size[0] * 0.8, _LINE), colour=Tint.INK)
    if kind == "frame":
        place = _middle(size, size[0] * 0.8, size[1] * 0.8)
        return ShapeBox(place=place, look=Look.FRAME, colour=Tint.INK, radius=2.0)
    place = _middle(size, size[0] * 0.7, min(size[1] * 0.3, 12.0))
    if kind == "hand":
        return TextBox(place=place, text=text, weight=Weight.HAND, largest=18.0, smallest=8.0)
    return TextBox(place=place, text=text)


def _middle(size: tuple[float, float], wide: float, high: float) -> Place:
    wide, high = round(wide, 1), round(high, 1)
    return Place(
        left=round((size[0] - wide) / 2, 2),
        top=round((size[1] - high) / 2, 2),
        wide=wide,
        high=high,
    )
