"""The section of those who are slipping away: who, her dots, how long, and *Write*."""

from PySide6.QtCore import QRectF

from resources.words import Words
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.headers import Section
from ui.shared.rhythm import Weeks, paint_weeks
from ui.shared.theme import colour
from ui.today.lines import HIGH, PersonLine
from ui.today.page import Line, Person
from ui.today.presenter import Today
from ui.today.slipping import SlippingLine, SlippingPart

PITCH, DOTS = 10.0, 260
NAMES = 0.35
"""Where the dots begin, as a part of the line."""


class SlippingAway(Section):
    """Hidden while nobody is slipping."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("Slipping away"))
        self._words = words
        self.hide()

    def listen(self, presenter: Today) -> None:
        self._presenter = presenter
        self.link.clicked.connect(presenter.write_to_slipping)

    def show_part(self, part: SlippingPart) -> None:
        words = self._words
        self.show_words(words("Slipping away"), words("longer than their own rhythm"), part.link)
        self.clear()
        for line in part.lines:
            self.add(self._row(line))
        self.setVisible(bool(part.lines))

    def _row(self, line: SlippingLine) -> "AwayLine":
        row = AwayLine(line)
        row.clicked.connect(lambda: self._presenter.open(line.id))
        row.add_act(self._words("Write")).clicked.connect(lambda: self._presenter.write_to(line.id))
        return row


class AwayLine(PersonLine):
    """A person's line with her half-year in the middle."""

    def __init__(self, line: SlippingLine) -> None:
        person = Person(id=line.id, uid=line.uid, name=line.name)
        super().__init__(Line(person=person, detail=line.usual, aside=line.days))
        self._weeks = Weeks(line.weeks, line.missed, line.aloud)
        self.setAccessibleName(line.aloud)

    def _paint_end(self, easel: Easel) -> float:
        end = super()._paint_end(easel)
        face = font(13, 500, tabular=True)
        wide = width(self.line.aside, face) + 2
        easel.text(
            QRectF(end - wide, 0, wide, HIGH), self.line.aside, face, colour("accent"), TRAILING
        )
        start = max(self.width() * NAMES, 150.0)
        room = min(DOTS, end - wide - 16 - start)
        paint_weeks(easel, QRectF(start, 0, room, HIGH), self._weeks, PITCH)
        return start - 12
