"""The section of Settings about paper: the shop's colour, logo and words, and a coupon in them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QColorDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.changes import Kind
from app.shop import Shop
from resources.words import Words
from ui.cards.ink_dots import InkDot
from ui.coupons.making_page import pictured, put
from ui.desk import Desk
from ui.settings.logo_file import KINDS
from ui.settings.paper_things import PaperThings
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.choices import Choices
from ui.shared.fields import Field
from ui.shared.headers import Section
from ui.shared.inputs import Input
from ui.shared.paper import PaperSheet
from ui.shared.text import Text

HIGH, AIR = 236, 20
_CARD = QSizeF(96, 66)
AskLogo = Callable[[QWidget, Words, Callable[[Path], object]], None]
AskColour = Callable[[QWidget, Words, str, Callable[[str], object]], None]


def ask_logo(parent: QWidget, words: Words, chosen: Callable[[Path], object]) -> None:
    """The system's own dialog for a picture; nothing happens when it is left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = " ".join(f"*.{kind}" for kind in KINDS)
    title, pictures = words("Choose a logo"), words("Pictures")
    asked = QFileDialog(parent, title, folder, f"{pictures} ({kinds})")
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()


def ask_colour(parent: QWidget, words: Words, now: str, chosen: Callable[[str], object]) -> None:
    """The system's own dialog for a colour; nothing happens when it is left."""
    asked = QColorDialog(QColor(now), parent)
    asked.setWindowTitle(words("Choose the shop's colour"))
    asked.colorSelected.connect(lambda colour: chosen(colour.name()))
    asked.finished.connect(asked.deleteLater)
    asked.open()


class OnPaperSection(Section):
    """Everything is kept as soon as it is chosen, and the coupon beside it is drawn anew."""

    def __init__(
        self, desk: Desk, logo: AskLogo = ask_logo, colour: AskColour = ask_colour
    ) -> None:
        words = desk.words
        super().__init__(words("On paper"))
        self._desk, self._ask_logo, self._ask_colour = desk, logo, colour
        self.does = PaperThings(desk)
        self.sheet = PaperSheet(words("A coupon in your colours"), _CARD, air=AIR)
        self.dots = Swatches(words("The shop's colour"))
        self.other = Button(words("Another colour…"), Look.QUIET, icon="palette-outline")
        self.take = Button(words("Choose a logo…"), icon="image-outline")
        self.leave = Button(words("Leave it off"), Look.QUIET)
        self.own = Field(
            words("Words under things"),
            Input(),
            help_words=words("For example: www.example.com · Mill Street 4"),
        )
        self._error = Text("", 13, ink="bad", wrap=True)
        self._lay_out()
        self._connect()
        self.show_as_kept()

    @property
    def said_wrong(self) -> str:
        return self._error.text()

    def show_as_kept(self) -> None:
        """As the shop is dressed now."""
        settings = self.does.settings
        self.dots.show_colours(self.does.colours, self.does.colour)
        self.leave.setVisible(bool(settings.logo))
        if not self.own.control.hasFocus():
            self.own.set_text(settings.paper_words)
        self.show_error("")
        self._desk.look_up(_sample, self._show_sample)

    def show_error(self, said: str) -> None:
        """Why a logo could not be taken; "" for nothing."""
        self._error.setText(said)
        self._error.setVisible(bool(said))
        self.take.setAccessibleDescription(said)

    def _show_sample(self, found: tuple[QSizeF, QImage] | None) -> None:
        if isValid(self) and found is not None:
            size, image = found
            self.sheet.show_sheet(size, partial(put, image), self.does.settings.name)

    def _hear(self, changed: frozenset[Kind]) -> None:
        if Kind.SETTINGS in changed:
            self.show_as_kept()

    def _read(self, file: Path) -> None:
        self.does.take_logo(file, lambda said: self.show_error(said) if isValid(self) else None)

    def _connect(self) -> None:
        words = self._desk.words
        self.dots.chosen.connect(self.does.choose_colour)
        self.other.clicked.connect(
            lambda: self._ask_colour(self, words, self.does.colour, self.does.choose_colour)
        )
        self.take.clicked.connect(lambda: self._ask_logo(self, words, self._read))
        self.leave.clicked.connect(self.does.leave_logo)
        typed = self.own.control
        if isinstance(typed, Input):
            typed.setObjectName("setting.paper_words")
            typed.editingFinished.connect(lambda: self.does.say(typed.text()))
        self._desk.on_change(self, self._hear)

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        said = words(
            "What coupons, gift cards, menus and table cards wear. Codes stay black on white."
        )
        column.addWidget(Text(said, 13, ink="ink2", wrap=True))
        self.sheet.setFixedHeight(HIGH)
        column.addWidget(self.sheet)
        colour, logo = words("The shop's colour"), words("Logo")
        for label, parts in ((colour, (self.dots, self.other)), (logo, (self.take, self.leave))):
            column.addWidget(Text(label, 13, 500, ink="ink2"))
            row = QHBoxLayout()
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            row.addStretch()
            column.addLayout(row)
        column.addWidget(self._error)
        column.addWidget(self.own)
        self.rows.addLayout(column)


class Swatches(Choices):
    """A dot of each colour, a ring around the one that is worn."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._dots: dict[str, InkDot] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeading)

    def show_colours(self, colours: list[tuple[str, str]], worn: str) -> None:
        if [key for key, _ in colours] != list(self._dots):
            self._dots = {key: InkDot(key) for key, _ in colours}
            self.offer(self._dots.values())
            for at, (key, name) in enumerate(colours):
                self._row.insertWidget(at, self._dots[key])
                self._dots[key].show_ink(name, QColor(key))
        self.choose(worn)


def make_on_paper(desk: Desk) -> QWidget:
    return OnPaperSection(desk)


def _sample(shop: Shop) -> tuple[QSizeF, QImage]:
    from reports.sampling import sample_coupon

    return pictured(sample_coupon(shop))
