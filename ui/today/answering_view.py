"""The section of those who wait for an answer: who, what she said, and until when."""

from typing import TYPE_CHECKING

from resources.words import Words
from ui.feedback.case_row import CaseRow
from ui.shared.headers import Section
from ui.today.answering import AnswerPart
from ui.today.presenter import Today

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ToAnswer(Section):
    """Hidden while nobody waits."""

    def __init__(self, words: Words, presenter: Today) -> None:
        super().__init__(words("To answer"))
        self._words, self._presenter = words, presenter
        self.link.clicked.connect(presenter.show_cases)
        self.stops: list[QWidget] = []
        """In the order of Tab."""
        self.hide()

    def show_part(self, part: AnswerPart) -> None:
        self.show_words(self._words("To answer"), part.count, part.link)
        self.clear()
        self.stops = [self.link]
        for line in part.lines:
            row = CaseRow(line)
            row.setCheckable(False)
            row.clicked.connect(lambda _=False, case=line.case: self._presenter.open_case(case))
            self.add(row)
            self.stops.append(row)
        self.setVisible(bool(part.lines))
