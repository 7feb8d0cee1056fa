"""The pages of the inspector: what is asked of text, of a code, a shape, a picture, and where a box lies."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reports.field import ACCENT, INK, INK2, LINE, TINT, WHITE, Colour
from reports.label_design import (
    LEAST,
    POINTS,
    Box,
    CodeBox,
    Fit,
    Look,
    PictureBox,
    ShapeBox,
    Sort,
    TextBox,
    Tint,
    Weight,
)
from reports.label_design_file import LONGEST_TEXT
from reports.label_fields import GROUPS, unknown
from resources.words import Words
from ui.cards.ink_dots import InkDots
from ui.cards.tools import INKS
from ui.printing.designer.icon_choices import IconChoices
from ui.printing.designer.number_field import NumberField
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Area, Field
from ui.shared.focus import in_turn

_TINTS: Sequence[tuple[Tint, Colour]] = (
    (Tint.INK, INK),
    (Tint.QUIET, INK2),
    (Tint.ACCENT, ACCENT),
    (Tint.LINE, LINE),
    (Tint.PALE, TINT),
    (Tint.WHITE, WHITE),
)
_RADII = (0.0, 50.0)

Give = Callable[..., None]


class Saying(QWidget):
    """What a box says, with a menu of all that can be put in."""

    def __init__(self, words: Words, label: str, *, height: int) -> None:
        super().__init__()
        self._words = words
        self.area = Area(height=height)
        self.field = Field(label, self.area)
        self.insert = Button(words("Insert field"), Kind.QUIET, icon="code-braces", height=IN_ROW)
        self.insert.clicked.connect(self._open)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.field)
        whole.addWidget(self.insert)
        self.setFocusProxy(self.area)

    def show_text(self, text: str) -> None:
        wrong = unknown(text)
        said = self._words("Not a field: {names}", names=self._words.isolated(", ".join(wrong)))
        self.field.show_error(said if wrong else "")
        if self.area.lines.toPlainText() != text:
            quiet = self.area.lines.blockSignals(True)
            self.area.lines.setPlainText(text)
            self.area.lines.blockSignals(quiet)

    def menu(self) -> QMenu:
        """Every field by its name, in groups."""
        menu = QMenu(self)
        for title, fields in GROUPS.items():
            group = menu.addMenu(self._words(title))
            for name, said in fields.items():
                group.addAction(self._words(said)).triggered.connect(partial(self._put, name))
        return menu

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height() + 4)))

    def _put(self, name: str) -> None:
        self.area.lines.insertPlainText(f"{{{name}}}")
        self.area.setFocus()


class TextPage(QWidget):
    """A box of text."""

    def __init__(self, words: Words, give: Give) -> None:
        super().__init__()
        self.saying = Saying(words, words("Text"), height=104)
        self.weight = Combo(
            [
                (Weight.REGULAR, words.said("weight", "Regular")),
                (Weight.BOLD, words.said("weight", "Bold")),
                (Weight.HAND, words("Handwriting")),
            ]
        )
        self.smallest = NumberField(words, words("Smallest, pt"), limits=POINTS)
        self.largest = NumberField(words, words("Largest, pt"), limits=POINTS)
        starts, ends = "format-align-left", "format-align-right"
        if words.right_to_left:
            starts, ends = ends, starts
        self.align = IconChoices(
            words("Along the line"),
            [
                ("start", starts, words("at the start")),
                ("middle", "format-align-center", words("in the middle")),
                ("end", ends, words("at the end")),
            ],
        )
        self.stands = IconChoices(
            words("Upright"),
            [
                ("top", "format-vertical-align-top", words("at the top")),
                ("middle", "format-vertical-align-center", words("in the middle")),
                ("foot", "format-vertical-align-bottom", words("at the foot")),
            ],
        )
        self.colour = InkDots(words, words("Colour"))
        self.hand, self.ink = Combo(), InkDots(words)
        self._hand = Field(words("Hand"), self.hand)
        self._names = tint_names(words)
        self._inks = [(key, words(said), colour) for key, (said, colour) in INKS.items()]
        self._lay_out(words)
        self._connect(give)
        self.setFocusProxy(self.saying)

    def offer_hands(self, hands: Sequence[tuple[str, str]]) -> None:
        self.hand.clear()
        for key, said in hands:
            self.hand.addItem(said, key)

    def show_box(self, box: TextBox) -> None:
        by_hand = box.weight is Weight.HAND
        self.saying.show_text(box.text)
        self.weight.choose(box.weight)
        self.smallest.show_value(box.smallest)
        self.largest.show_value(box.largest)
        self.align.choose(box.align)
        self.stands.choose(box.stands)
        self.colour.show_inks(_dots(self._names), box.colour)
        self.hand.choose(box.hand)
        self.ink.show_inks(self._inks, box.ink)
        for part in (self.align, self.stands, self.colour):
            part.setVisible(not by_hand)
        self._hand.setVisible(by_hand)
        self.ink.setVisible(by_hand)

    def _lay_out(self, words: Words) -> None:
        sizes = QHBoxLayout()
        sizes.setSpacing(12)
        sizes.addWidget(self.smallest)
        sizes.addWidget(self.largest)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self.align)
        ways.addWidget(self.stands)
        whole = _column(self)
        whole.addWidget(self.saying)
        whole.addWidget(Field(words("Writing"), self.weight))
        whole.addLayout(sizes)
        whole.addLayout(ways)
        for part in (self.colour, self._hand, self.ink):
            whole.addWidget(part)
        in_turn(self.saying.area.lines, self.saying.insert, self.weight)

    def _connect(self, give: Give) -> None:
        lines = self.saying.area.lines
        lines.textChanged.connect(
            lambda: give(lambda box: replace(box, text=lines.toPlainText()[:LONGEST_TEXT]), "text")
        )
        self.weight.activated.connect(
            lambda: give(lambda box: replace(box, weight=Weight(self.weight.key)))
        )
        self.smallest.given.connect(lambda size: give(partial(_at_least, size), "smallest"))
        self.largest.given.connect(lambda size: give(partial(_at_most, size), "largest"))
        self.align.chosen.connect(lambda key: give(lambda box: replace(box, align=key)))
        self.stands.chosen.connect(lambda key: give(lambda box: replace(box, stands=key)))
        self.colour.chosen.connect(lambda key: give(lambda box: replace(box, colour=Tint(key))))
        self.hand.activated.connect(lambda: give(lambda box: replace(box, hand=self.hand.key)))
        self.ink.chosen.connect(lambda key: give(lambda box: replace(box, ink=key)))


class CodePage(QWidget):
    """A box with a code."""

    def __init__(self, words: Words, give: Give) -> None:
        super().__init__()
        self.saying = Saying(words, words("What the code says"), height=72)
        self.sort = Combo([(Sort.QR, words("QR code")), (Sort.BARS, words("Barcode (Code 128)"))])
        whole = _column(self)
        whole.addWidget(self.saying)
        whole.addWidget(Field(words("Kind"), self.sort))
        lines = self.saying.area.lines
        lines.textChanged.connect(
            lambda: give(lambda box: replace(box, text=lines.toPlainText()[:LONGEST_TEXT]), "text")
        )
        self.sort.activated.connect(
            lambda: give(lambda box: replace(box, sort=Sort(self.sort.key)))
        )
        self.setFocusProxy(self.saying)

    def show_box(self, box: CodeBox) -> None:
        self.saying.show_text(box.text)
        self.sort.choose(box.sort)


class ShapePage(QWidget):
    """A frame, a ground or a line."""

    def __init__(self, words: Words, give: Give) -> None:
        super().__init__()
        self.look = Combo([(Look.FILLED, words("Filled")), (Look.FRAME, words("Frame"))])
        self.radius = NumberField(words, words("Rounded corners, mm"), limits=_RADII)
        self.colour = InkDots(words, words("Colour"))
        self._names = tint_names(words)
        whole = _column(self)
        for part in (Field(words("Look"), self.look), self.radius, self.colour):
            whole.addWidget(part)
        self.look.activated.connect(
            lambda: give(lambda box: replace(box, look=Look(self.look.key)))
        )
        self.radius.given.connect(lambda far: give(lambda box: replace(box, radius=far), "radius"))
        self.colour.chosen.connect(lambda key: give(lambda box: replace(box, colour=Tint(key))))
        self.setFocusProxy(self.look)

    def show_box(self, box: ShapeBox) -> None:
        self.look.choose(box.look)
        self.radius.show_value(box.radius)
        self.colour.show_inks(_dots(self._names), box.colour)


class PicturePage(QWidget):
    """A picture of the owner's own."""

    def __init__(self, words: Words, give: Give) -> None:
        super().__init__()
        self.choose = Button(words("Choose a picture"), icon="image-outline")
        self.fit = Combo(
            [(Fit.WHOLE, words("Whole picture")), (Fit.FILLED, words("Fills its box"))]
        )
        whole = _column(self)
        whole.addWidget(self.choose)
        whole.addWidget(Field(words("Picture"), self.fit))
        self.fit.activated.connect(lambda: give(lambda box: replace(box, fit=Fit(self.fit.key))))
        self.setFocusProxy(self.choose)

    def show_box(self, box: PictureBox) -> None:
        self.fit.choose(box.fit)


class PlaceFields(QWidget):
    """Where the box lies on the paper, in millimetres."""

    def __init__(self, words: Words, give: Give) -> None:
        super().__init__()
        far = (0.0, 1000.0)
        self.fields = {
            "left": NumberField(words, words("Across, mm"), limits=far),
            "top": NumberField(words, words("Down, mm"), limits=far),
            "wide": NumberField(words, words("Width, mm"), limits=(LEAST, 1000.0)),
            "high": NumberField(words, words("Height, mm"), limits=(LEAST, 1000.0)),
        }
        whole = _column(self)
        for pair in (("left", "top"), ("wide", "high")):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in pair:
                row.addWidget(self.fields[name])
            whole.addLayout(row)
        for name, field in self.fields.items():
            field.given.connect(partial(_give_side, give, name))

    def show_box(self, box: Box) -> None:
        for name, field in self.fields.items():
            field.show_value(getattr(box.place, name))


def tint_names(words: Words) -> dict[Tint, str]:
    return {
        Tint.INK: words("Black"),
        Tint.QUIET: words("Grey"),
        Tint.ACCENT: words("Brick red"),
        Tint.LINE: words("Light grey"),
        Tint.PALE: words("Pale red"),
        Tint.WHITE: words("White"),
    }


def _dots(names: dict[Tint, str]) -> list[tuple[str, str, str]]:
    return [(tint, names[tint], _hex(colour)) for tint, colour in _TINTS]


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _give_side(give: Give, name: str, far: float) -> None:
    give(lambda box: replace(box, place=replace(box.place, **{name: far})), f"place {name}")


def _at_least(size: float, box: TextBox) -> TextBox:
    return replace(box, smallest=size, largest=max(size, box.largest))


def _at_most(size: float, box: TextBox) -> TextBox:
    return replace(box, largest=size, smallest=min(size, box.smallest))


def _column(page: QWidget) -> QVBoxLayout:
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(14)
    return whole
