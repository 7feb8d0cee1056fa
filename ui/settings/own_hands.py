"""The section of Settings with the hands of the owner's own: each as it writes, and how to add one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.changes import Kind
from resources.words import Words
from ui.cards.ink import sample
from ui.desk import Desk
from ui.settings.owned import OwnThings
from ui.shared.buttons import IN_ROW, Button
from ui.shared.buttons import Kind as Look
from ui.shared.easel import Easel
from ui.shared.headers import Section
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour, theme

if TYPE_CHECKING:
    from reports.hand.style import Hand

HIGH, WIDE = 56, 200
_KINDS = ("ttf", "otf")
AskFont = Callable[[QWidget, Words, Callable[[Path], object]], None]


def ask_font(parent: QWidget, words: Words, chosen: Callable[[Path], object]) -> None:
    """The system's own dialog for a font file; nothing happens when it is left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    kinds, fonts = " ".join(f"*.{kind}" for kind in _KINDS), words("Fonts")
    asked = QFileDialog(parent, words("Choose a font file"), folder, f"{fonts} ({kinds})")
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()


class OwnHandsSection(Section):
    """A row for each of them; where there are none, a line of use."""

    def __init__(self, desk: Desk, ask: AskFont = ask_font) -> None:
        super().__init__(desk.words("Hands of your own"))
        self._desk, self._ask = desk, ask
        self.does = OwnThings(desk)
        self.add_button = Button(desk.words("Add a font file…"), icon="format-font")
        self._error = Text("", 13, ink="bad", wrap=True)
        self._shown = QVBoxLayout()
        self._lay_out()
        self.add_button.clicked.connect(lambda: self._ask(self, desk.words, self._read))
        desk.on_change(self, self._hear)
        self.show_as_kept()

    @property
    def said_wrong(self) -> str:
        return self._error.text()

    def show_as_kept(self) -> None:
        """The hands there are now; the keyboard goes on at the button when its row goes."""
        while item := self._shown.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()
        word = self._desk.shop.settings.read().owner.split(" ")[0] or self._desk.words("Hello")
        for hand in self.does.hands:
            row = HandRow(hand, word, self._desk.words)
            row.remove.clicked.connect(lambda _on, hand=hand: self._remove(hand))
            self._shown.addWidget(row)
        self.show_error("")

    def show_error(self, said: str) -> None:
        """Why a font could not be taken; "" for nothing."""
        self._error.setText(said)
        self._error.setVisible(bool(said))
        self.add_button.setAccessibleDescription(said)

    def _hear(self, changed: frozenset[Kind]) -> None:
        if Kind.SETTINGS in changed:
            self.show_as_kept()

    def _remove(self, hand: "Hand") -> None:
        self.add_button.setFocus()
        self.does.remove_hand(hand)

    def _read(self, file: Path) -> None:
        self.does.add_hand(file, lambda said: self.show_error(said) if isValid(self) else None)

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        said = words(
            "A font made of your own handwriting, or one that you bought."
            " Its letters are varied like those of the other hands."
        )
        column.addWidget(Text(said, 13, ink="ink2", wrap=True))
        self._shown.setSpacing(0)
        column.addLayout(self._shown)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._error)
        self.rows.addLayout(column)


class HandRow(QWidget):
    """A word in the hand, its name, and how to be rid of it."""

    def __init__(self, hand: "Hand", word: str, words: Words) -> None:
        super().__init__()
        self.remove = Button(words("Remove"), Look.QUIET, height=IN_ROW)
        self.remove.setAccessibleName(
            words("Remove the hand {name}", name=words.isolated(hand.name))
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Sample(hand, word, words.language))
        row.addWidget(ElidedText(hand.name, 14, 500), 1)
        row.addWidget(self.remove)


class Sample(QWidget):
    """A word as the hand writes it, from the leading edge."""

    def __init__(self, hand: "Hand", word: str, language: str) -> None:
        super().__init__()
        self._path = sample(word, hand, language)
        self._path.setFillRule(Qt.FillRule.WindingFill)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        word = self._path.boundingRect()
        scale = min(WIDE / word.width(), (HIGH - 20) / word.height())
        with Easel.on(self) as easel:
            place = easel.place(QRectF(0, 0, word.width() * scale, HIGH))
            easel.painter.translate(place.center())
            easel.painter.scale(scale, scale)
            easel.painter.translate(-word.center())
            # The blue of the pen is for paper; on the dark ground it could not be seen.
            easel.painter.fillPath(self._path, colour("ink" if theme().dark else "pen"))


def make_own_hands(desk: Desk) -> QWidget:
    return OwnHandsSection(desk)
