"""The section of what the shop owes in points, a line for each month in which some lapse."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import Words
from ui.loyalty.owed import OwedLine, OwedSum
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.headers import Section
from ui.shared.text import Text
from ui.shared.theme import colour

HIGH, APART, INSET = 40, 24, 12
_PEOPLE_AT, _WORTH = 0.36, 120


class OwedSection(Section):
    """Read on the side; until then its place is kept by its title."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("Points that are out"))
        self._words = words
        self.setObjectName("programme.owed")

    def show_owed(self, owed: OwedSum) -> None:
        words = self._words
        said = owed.total and words("{points}, by the month in which they lapse", points=owed.total)
        self.show_words(words("Points that are out"), said)
        self.clear()
        for line in owed.lines:
            self.add(OwedRow(line))
        if not owed.lines:
            nobody = Text(words("Nobody has points that could be spent."), ink="ink2", wrap=True)
            nobody.setMinimumHeight(48)
            self.add(nobody)


class OwedRow(QWidget):
    """When they lapse, whose they are, how many, and what they pay."""

    def __init__(self, line: OwedLine) -> None:
        super().__init__()
        self.line = line
        self.setAccessibleName(line.aloud)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(320, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line, wide = self.line, self.width() - INSET
        with Easel.on(self) as easel:
            easel.text(
                QRectF(INSET, 0, wide * _PEOPLE_AT, HIGH), line.when, font(14), colour("ink")
            )
            face = font(14, 500, tabular=True)
            end = wide - (_WORTH if line.worth else 0)
            points = width(line.points, face) + 2
            easel.text(
                QRectF(end - points, 0, points, HIGH), line.points, face, colour("ink"), TRAILING
            )
            worth = QRectF(wide - _WORTH, 0, _WORTH, HIGH)
            easel.text(worth, line.worth, font(13, tabular=True), colour("ink2"), TRAILING)
            start = wide * _PEOPLE_AT + APART
            people = QRectF(start, 0, max(0.0, end - points - APART - start), HIGH)
            easel.text(people, line.people, font(13), colour("ink2"))
