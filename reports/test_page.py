"""The page by which a printer is set up: crosses near the corners and rulers; and the one that proves it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, BinaryIO

from reports.correction import Measured, Point
from reports.field import BOLD, INK, INK2, Field, TextTooLong, Written, field, front
from reports.lengths import INCH, Unit
from reports.papers import Paper, Size
from reports.sheet import MM, Imprint, Sheet
from resources.words import Words

HALF_BOX = 0.5
"""Millimetres by which a mark of the second page may miss its place."""
_INSET, _INSET_IN_INCHES = 15.0, 5 / 8 * INCH
_SHARE = 8.0  # of the shorter side is the furthest that a mark lies from the edge
_LONGEST = {Unit.MM: 150.0, Unit.INCH: 6 * INCH}
_STEP = {Unit.MM: 10.0, Unit.INCH: INCH}
_ARM, _HAIR, _BOLD_LINE = 6.0, 0.2, 0.5  # millimetres; the hair is what a ruler can tell
_CLEAR = 12.0  # what a ruler keeps away from the marks and the text beside it
_ROOMY = 120.0  # on a shorter page there is no room for words
_LEAST_RULER, _LOW = 30.0, 50.0

_NUMBER = Written(largest=11.0, tiny=6.0, fonts=BOLD, align="middle")
_TICK = Written(largest=7.0, tiny=4.0, colour=INK2, align="middle")
_TITLE = Written(largest=17.0, tiny=8.0, fonts=BOLD, sits=1.0)
_SAID = Written(largest=10.5, tiny=6.0, leading=1.45, sits=0.0)
_WHOSE = Written(largest=9.0, tiny=5.5, colour=INK2, leading=1.45, sits=0.0)
_UP = Written(largest=9.0, tiny=5.5, colour=INK2, align="middle", sits=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """A line from `begins`, `long` millimetres to the right (axis 0) or down (1)."""

    axis: int
    begins: Point
    long: float

    @property
    def ends(self) -> Point:
        x, y = self.begins
        return (x + self.long, y) if self.axis == 0 else (x, y + self.long)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What stands where on the test page of a paper, in millimetres from its upper left corner."""

    page: Size
    inset: float
    marks: tuple[Point, ...]
    """From the left upper corner as the hands of a clock go."""
    rulers: tuple[Ruler, ...]
    unit: Unit

    def measures(self, from_edges: Sequence[float], along: Sequence[float]) -> list[Measured]:
        """What was measured: of each mark how far from the nearest upright and the nearest level edge, in
        turn, then how long the rulers are; all in millimetres.
        """
        told = []
        for at, far in enumerate(from_edges):
            mark, axis = self.marks[at // 2], at % 2
            is_beyond = mark[axis] > self.page[axis] / 2
            told.append(
                Measured(axis=axis, drawn=mark, is_at=self.page[axis] - far if is_beyond else far)
            )
        for ruler, long in zip(self.rulers, along, strict=False):
            told.append(Measured(axis=ruler.axis, drawn=ruler.ends, since=ruler.begins, is_at=long))
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """What the page says of itself, in words: the printer, its tray and how paper is put in, and the day."""

    printer: str
    tray: str
    feed: str
    day: str


def laid_out(page: Size, unit: Unit = Unit.MM) -> Layout:
    """Where everything stands on paper of that size, in millimetres, read upright."""
    inset = _INSET_IN_INCHES if unit is Unit.INCH else _INSET
    if inset > min(page) / _SHARE:
        inset = float(int(min(page) / _SHARE))
    right, foot = page[0] - inset, page[1] - inset
    marks = ((inset, inset), (right, inset), (right, foot), (inset, foot))
    return Layout(
        page=page, inset=inset, marks=marks, rulers=tuple(_rulers(page, inset, unit)), unit=unit
    )


def _rulers(page: Size, inset: float, unit: Unit) -> Iterator[Ruler]:
    """One across below the upper marks, one along below its beginning."""
    if min(page) < _LOW:
        return  # on a small label the crosses lie near enough to tell by themselves
    left, top = inset + _CLEAR, 2 * inset + _CLEAR
    for axis, start in ((0, (left, top)), (1, (left, top + _CLEAR))):
        room = page[axis] - inset - _CLEAR / 2 - start[axis]
        long = min(room // _STEP[unit] * _STEP[unit], _LONGEST[unit])
        if long >= _LEAST_RULER:
            yield Ruler(axis=axis, begins=start, long=long)


def draw_test_page(plan: Layout, whose: Whose, words: Words, to: BinaryIO) -> None:
    """What is printed first, without any correction."""
    with _paper(plan, words, to, words("Test page")) as on:
        for number, mark in enumerate(plan.marks, 1):
            on.cross(mark)
            on.say(str(number), _inwards(plan, mark, 7.0), (6.0, 6.0), _NUMBER)
        for ruler in plan.rulers:
            on.ruler(ruler, plan.unit)
        on.arrow(words("This edge is the top of the page"))
        how = words(
            "Measure with a ruler how far the middle of each cross is from the two edges nearest to it, and"
            " how long the two rulers are, from the first line to the last. Type the numbers into Regulars"
            " beside the drawing."
        )
        on.explain(words("Test page of the printer"), how, whose)


def draw_proof(plan: Layout, whose: Whose, words: Words, to: BinaryIO) -> None:
    """What is printed to see whether the correction holds: boxes into which the ruler's line must fall."""
    with _paper(plan, words, to, words("Proof")) as on:
        for mark in plan.marks:
            on.cross(mark, gap=2.0)
            on.target(mark)
        on.arrow(words("This edge is the top of the page"))
        how = words(
            "Lay a ruler against the edges of the paper: at each corner its {length} must fall inside the"
            " small box, from the side and from above or below. The box is one millimetre wide, so nothing"
            " is further than half a millimetre from its place.",
            length=said_length(plan.inset, plan.unit, words),
        )
        on.explain(words("Proof of the printer's correction"), how, whose)


def said_length(millimetres: float, unit: Unit, words: Words) -> str:
    """`15 mm`, or `⅝ in` as rulers there are divided."""
    if unit is Unit.INCH:
        eighths = round(millimetres / INCH * 8)
        whole, part = divmod(eighths, 8)
        fraction = ("", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞")[part]
        number = f"{whole or ''}{fraction}" or "0"
        return words("{n} in", n=words.isolated(number))
    from decimal import Decimal

    exact = Decimal(f"{millimetres:.1f}")
    shown = words.decimal(exact) if exact % 1 else words.number(int(exact))
    return words("{n} mm", n=words.isolated(shown))


class _Drawing:
    """The page's canvas in millimetres from the upper left corner: nothing on it is mirrored."""

    def __init__(self, plan: Layout, one: Field, canvas: Any) -> None:
        self._plan, self._field, self._canvas = plan, one, canvas

    def cross(self, at: Point, gap: float = 0.0) -> None:
        x, y = at
        for near, far in ((-_ARM, -gap), (gap, _ARM)) if gap else ((-_ARM, _ARM),):
            self.line((x + near, y), (x + far, y))
            self.line((x, y + near), (x, y + far))

    def target(self, at: Point) -> None:
        x, y = at
        left, right, top, foot = x - HALF_BOX, x + HALF_BOX, y - HALF_BOX, y + HALF_BOX
        corners = ((left, top), (right, top), (right, foot), (left, foot), (left, top))
        for near, far in pairwise(corners):
            self.line(near, far, 0.1)

    def ruler(self, ruler: Ruler, unit: Unit) -> None:
        """Its ticks, the first and last of them longer, and the numbers of the larger ones."""
        self.line(ruler.begins, ruler.ends)
        parts = 1.0 if unit is Unit.MM else INCH / 8
        group = 10 if unit is Unit.MM else 8
        count = round(ruler.long / parts)
        for at in range(count + 1):
            is_end = at in {0, count}
            reach = (
                6.0
                if is_end
                else 4.0
                if at % group == 0
                else 2.8
                if at % (group // 2) == 0
                else 1.8
            )
            self._tick(ruler, at * parts, reach)
            if at % group == 0:
                said = str(at) if unit is Unit.MM else str(at // group)
                self._number(ruler, at * parts, said)

    def _tick(self, ruler: Ruler, far: float, reach: float) -> None:
        x, y = ruler.begins
        if ruler.axis == 0:
            self.line((x + far, y), (x + far, y + reach))
        else:
            self.line((x, y + far), (x + reach, y + far))

    def _number(self, ruler: Ruler, far: float, said: str) -> None:
        x, y = ruler.begins
        corner = (x + far - 4, y + 6.2) if ruler.axis == 0 else (x + 6.2, y + far - 2)
        self.say(said, corner, (8.0, 4.0), _TICK)

    def arrow(self, said: str) -> None:
        middle, top = self._plan.page[0] / 2, self._plan.inset / 3
        self.line((middle, top), (middle, top + 8), _BOLD_LINE)
        for side in (-2.5, 2.5):
            self.line((middle, top), (middle + side, top + 3), _BOLD_LINE)
        wide = self._plan.page[0] - 2 * (self._plan.inset + _ARM + 8)
        if wide > _LEAST_RULER:
            self.say(said, (middle - wide / 2, top + 9), (wide, 5.0), _UP)

    def explain(self, title: str, how: str, whose: Whose) -> None:
        """Where there is room for words; the line of the printer stands on every page that has any."""
        plan = self._plan
        left = plan.inset + 2 * _CLEAR + 6
        wide = plan.page[0] - left - plan.inset
        about = " · ".join(filter(None, (whose.printer, whose.tray, whose.feed, whose.day)))
        if plan.page[1] < _ROOMY:
            top = plan.page[1] - plan.inset - 5
            with suppress(TextTooLong):
                self.say(
                    about, (plan.inset + 9, top), (plan.page[0] - 2 * plan.inset - 18, 5.0), _WHOSE
                )
            return
        top = 2 * plan.inset + 2 * _CLEAR + 10
        self.say(title, (left, top), (wide, 12.0), _TITLE)
        self.say(how, (left, top + 15), (wide, 38.0), _SAID)
        self.say(about, (left, top + 56), (wide, 14.0), _WHOSE)

    def say(self, said: str, at: Point, room: Size, how: Written) -> None:
        """Words within a room whose left upper corner lies `at`, whatever the way they run."""
        if not said:
            return
        wide = self._plan.page[0]
        start = wide - at[0] - room[0] if self._field.right_to_left else at[0]
        self._field.text(said, (start, at[1]), room, how)

    def line(self, since: Point, to: Point, thick: float = _HAIR) -> None:
        canvas, high = self._canvas, self._plan.page[1]
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(thick * MM)
        canvas.line(since[0] * MM, (high - since[1]) * MM, to[0] * MM, (high - to[1]) * MM)


@contextmanager
def _paper(plan: Layout, words: Words, to: BinaryIO, title: str) -> Iterator[_Drawing]:
    """A page of the plan's size to draw on, whole when the block ends."""
    sheet = Sheet(to, Imprint(title=title), words.language)
    paper = Paper(name="", page=plan.page, card=plan.page)
    sheet.begin_page(plan.page[0] * MM, plan.page[1] * MM)
    with field(sheet, paper, front((0.0, 0.0)), words.language) as one:
        yield _Drawing(plan, one, sheet.canvas)
    sheet.end_page()
    sheet.save()


def _inwards(plan: Layout, mark: Point, far: float) -> Point:
    """The corner of a small room beside a mark, towards the middle of the page."""
    x, y = mark
    wide = 6.0
    return (
        x + 2 if x < plan.page[0] / 2 else x - 2 - wide,
        y + 2 if y < plan.page[1] / 2 else y - far - 1,
    )
