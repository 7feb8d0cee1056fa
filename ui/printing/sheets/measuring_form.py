"""What is measured of a new sheet: its numbers, read with every key, and what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from app.amounts import typed_number
from reports.grid import Grid, Shape
from reports.measuring import WrongMeasure, measured
from reports.papers import PAGES
from reports.stock import Stock
from resources.words import Words, mark
from ui.loyalty.programme_fields import Misread
from ui.printing.sheets.stock_said import millimetres

OWN_PAGE = "own"
PAGE, LABEL = ("page_width", "page_height"), ("label_width", "label_height")
MARGIN, PITCH = ("left_margin", "upper_margin"), ("pitch_across", "pitch_down")
COUNT = ("labels_across", "labels_down")
NUMBERS: Mapping[str, str] = {
    "page_width": mark("Width of the sheet"),
    "page_height": mark("Height of the sheet"),
    "labels_across": mark("Labels side by side"),
    "labels_down": mark("Labels below one another"),
    "label_width": mark("Width of a label"),
    "label_height": mark("Height of a label"),
    "left_margin": mark("From the left edge to the first label"),
    "upper_margin": mark("From the upper edge to the first label"),
    "pitch_across": mark("From one label to the next, across"),
    "pitch_down": mark("From one label to the next, down"),
}
"""In millimetres, but for the counts."""
_WHOLE = frozenset(COUNT)
_EXAMPLE = {"page": (210.0, 297.0), "label": (63.5, 38.1)}
"""What is drawn as long as a number is not known."""
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The sheet as far as it is known; `wrong` is the field that does not fit, and `said` why."""

    stock: Stock | None
    wrong: str = ""
    said: str = ""


class Measuring:
    """Reads the form."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def read(self, texts: Texts, *, name: str, is_round: bool) -> Stock:
        """The sheet that was measured. Raises `Misread`."""
        known = {key: self._number(key, texts) for key in NUMBERS}
        for key in (*COUNT, *LABEL, *MARGIN):
            if known[key] is None:
                raise Misread(key, self._words("Please measure this, too."))
        return self._measured(known, name=name, is_round=is_round)

    def look(self, texts: Texts, *, is_round: bool) -> Drawn:
        """The same while it is being typed: what is not known yet is taken as on most sheets."""
        try:
            known = {key: self._number(key, texts) for key in NUMBERS}
            filled = {**known, **_filled(0, known), **_filled(1, known)}
            return Drawn(stock=self._measured(filled, name="", is_round=is_round))
        except Misread as wrong:
            is_said = bool(texts.get(wrong.field, "").strip())
            return Drawn(
                stock=None, wrong=wrong.field if is_said else "", said=wrong.said if is_said else ""
            )

    def usual_pitch(self, texts: Texts) -> tuple[float | None, float | None]:
        """The pitch across and down that has the same margin at both sides, where enough is known."""
        found: list[float | None] = []
        for axis in (0, 1):
            try:
                keys = (PAGE[axis], LABEL[axis], MARGIN[axis], COUNT[axis])
                page, label, margin, count = (self._number(key, texts) for key in keys)
            except Misread:
                page = label = margin = count = None
            if page and label and margin is not None and count and count > 1:
                found.append(round((page - 2 * margin - label) / (count - 1), 2))
            else:
                found.append(None)
        return found[0], found[1]

    def _measured(self, known: Mapping[str, float | None], *, name: str, is_round: bool) -> Stock:
        sides = {key: known[key] or 0.0 for key in known}
        pitch = (self._pitch(0, known), self._pitch(1, known))
        grid = Grid(
            columns=int(sides["labels_across"]),
            rows=int(sides["labels_down"]),
            first=(sides["left_margin"], sides["upper_margin"]),
            pitch=pitch,
        )
        try:
            return measured(
                (sides["page_width"], sides["page_height"]),
                (sides["label_width"], sides["label_height"]),
                grid,
                name=name,
                shape=Shape.ROUND if is_round else Shape.RECTANGLE,
            )
        except WrongMeasure as wrong:
            raise Misread(str(wrong.facts["what"]), self._wrong(wrong)) from wrong

    def _pitch(self, axis: int, known: Mapping[str, float | None]) -> float:
        """As it was measured, else so that both margins are the same."""
        if (typed := known[PITCH[axis]]) is not None:
            return typed
        page, label = known[PAGE[axis]] or 0.0, known[LABEL[axis]] or 0.0
        margin, count = known[MARGIN[axis]] or 0.0, known[COUNT[axis]] or 1.0
        return (page - 2 * margin - label) / (count - 1) if count > 1 else label

    def _number(self, key: str, texts: Texts) -> float | None:
        """None where nothing is typed. Raises `Misread`."""
        text = _page_side(key, texts) if key in PAGE else texts.get(key, "").strip()
        if not text:
            return None
        number = typed_number(text, 0 if key in _WHOLE else 2)
        if number is None or (key in _WHOLE and number < 1):
            said = (
                self._words("Please write how many there are.")
                if key in _WHOLE
                else self._words("Please write millimetres, such as 63.5.")
            )
            raise Misread(key, said)
        return float(number)

    def _wrong(self, wrong: WrongMeasure) -> str:
        """What does not fit, and what would."""
        what, words = str(wrong.facts["what"]), self._words
        value, least_of_all, most_of_all = (
            _float(wrong, one) for one in ("value", "least", "most")
        )
        least, most = (millimetres(side, words) for side in (least_of_all, most_of_all))
        is_less = value < least_of_all
        if what in COUNT:
            return words("So many do not fit on the sheet: at most {most}.", most=most)
        if what in PITCH and is_less:
            return words("The labels would lie over one another: at least {least} mm.", least=least)
        if is_less:
            return words("That is too small: at least {least} mm.", least=least)
        return words("That would lie off the sheet: at most {most} mm.", most=most)


def _float(wrong: WrongMeasure, fact: str) -> float:
    return float(str(wrong.facts[fact]))


def texts_of(sheet: Stock, words: Words) -> dict[str, str]:
    """What stands in the fields of a sheet that is measured anew."""
    page = next((name for name, size in PAGES.items() if size == sheet.page), OWN_PAGE)
    sides = {
        "page_width": sheet.page[0],
        "page_height": sheet.page[1],
        "label_width": sheet.label[0],
        "label_height": sheet.label[1],
        "left_margin": sheet.first[0],
        "upper_margin": sheet.first[1],
        "pitch_across": sheet.pitch[0],
        "pitch_down": sheet.pitch[1],
    }
    counts = {"labels_across": str(sheet.columns), "labels_down": str(sheet.rows)}
    said = {key: millimetres(side, words) for key, side in sides.items()}
    return {"page": page, "name": sheet.name} | counts | said


def _filled(axis: int, known: Mapping[str, float | None]) -> dict[str, float]:
    """What is not known yet along an axis, so that it fits what is."""
    page = known[PAGE[axis]] or _EXAMPLE["page"][axis]
    margin = known[MARGIN[axis]]
    label = known[LABEL[axis]] or min(_EXAMPLE["label"][axis], page - (margin or 0.0))
    count = known[COUNT[axis]] or max(1, floor((page - 2 * (margin or 0.0)) / label))
    if margin is None:
        margin = max(0.0, (page - count * label) / 2)
    return {PAGE[axis]: page, LABEL[axis]: label, COUNT[axis]: count, MARGIN[axis]: margin}


def _page_side(key: str, texts: Texts) -> str:
    page = PAGES.get(texts.get("page", ""))
    return f"{page[PAGE.index(key)]:g}" if page else texts.get(key, "").strip()
