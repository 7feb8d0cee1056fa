"""What is out and what comes with letters, with one coupon at the trailing side."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.coupons.asked import LETTER, Texts
from ui.coupons.find_field import FindField
from ui.coupons.offers import Line, Offers, Shown
from ui.coupons.pane import COUPON_ACTS, CodePane
from ui.coupons.rows import LineRow
from ui.desk import Desk
from ui.shared.buttons import IconButton
from ui.shared.focus import in_turn, turn_of
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text


class OffersPage(QWidget):
    """The view of `Offers`."""

    form_asked = Signal(dict)
    """With what is to stand in its fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.offers = Offers(desk, self)
        self.finding = FindField(words, words("Code of a coupon"), self.offers.find)
        self.out = Section(words("What is out"))
        self._turn = turn_of(self.out)
        self.with_letters = Section(words("Comes with a letter"), link=words("Add"))
        self.with_letters.link.clicked.connect(lambda: self.form_asked.emit({"whom": LETTER}))
        self.with_letters.link.setObjectName("letters.add")
        self.pane = CodePane(words, words("The coupon"), COUPON_ACTS, self._act)
        self.pane.left.connect(self.offers.leave)
        self.pane.hide()
        self._lay_out()
        self.setFocusProxy(self.finding)

    def show_out(self, lines: Sequence[Line]) -> None:
        nothing = self._desk.words("No coupon is out yet. New ones are made above.")
        rows = [self._row(line, self.offers.find) for line in lines]
        fill(self.out, rows, nothing)
        in_turn(self._turn, *rows)

    def show_with_letters(self, lines: Sequence[Line]) -> None:
        nothing = self._desk.words(
            "A small gift with the birthday card, or to whoever stays away: each gets a code of"
            " her own."
        )
        rows: list[QWidget] = []
        for line in lines:
            row = LineRow(line, "pencil-outline")
            row.setObjectName(f"letter.{line.key}")
            row.clicked.connect(partial(self._edit, line.key))
            rows.append(self._with_cross(row, line.key))
        fill(self.with_letters, rows, nothing)

    def show_one(self, shown: Shown | None) -> None:
        self.pane.setVisible(shown is not None)
        if shown is not None:
            self.pane.show_one(shown)

    def _row(self, line: Line, find: Callable[[str], str]) -> QWidget:
        row = LineRow(line)
        row.setObjectName("out")
        row.clicked.connect(lambda: find(line.key))
        return row

    def _with_cross(self, row: LineRow, letter: str) -> QWidget:
        cross = IconButton("close", self._desk.words("No coupon with it any more"))
        cross.setObjectName(f"untie.{letter}")
        cross.clicked.connect(lambda: self.offers.untie(letter))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(row, 1)
        line.addWidget(cross)
        return both

    def _edit(self, letter: str, _on: bool = False) -> None:
        texts: Texts = self.offers.texts_of(letter)
        self.form_asked.emit(dict(texts))

    def _act(self, key: str, answers: dict[str, str]) -> tuple[str, str]:
        said = self.offers.act(key, answers["reason"])
        return ("reason", said) if said else ("", "")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(margins(0, 4, 4, ROOM))
        column.setSpacing(32)
        for part in (self.finding, self.out, self.with_letters):
            column.addWidget(part)
        column.addStretch()
        beside(self, column, self.pane)


def beside(page: QWidget, column: QVBoxLayout, pane: CodePane) -> None:
    """A column that scrolls, and the pane at the trailing side."""
    whole = QHBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(24)
    whole.addWidget(scrolling(column), 1)
    held = QVBoxLayout()
    held.setContentsMargins(0, 0, 0, ROOM)
    held.addWidget(pane)
    whole.addLayout(held)


def fill(section: Section, rows: Sequence[QWidget], nothing: str) -> None:
    section.clear()
    if not rows:
        said = Text(nothing, 14, ink="ink2", wrap=True)
        said.setContentsMargins(0, 12, 0, 0)
        rows = [said]
    for row in rows:
        section.add(row)
