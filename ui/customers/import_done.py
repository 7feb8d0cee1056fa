"""The last step: what came of it in four figures, what was not taken, and what to do next."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words, mark
from ui.customers.import_shown import Outcome, ProblemLine
from ui.shared.buttons import Button, Kind
from ui.shared.cells import Column, Said
from ui.shared.headers import SECTION, Heading
from ui.shared.table import Table
from ui.shared.text import Figure, Text

FIGURES = 4
COLUMNS = (
    Column("row", mark("Row"), 72, lambda line: line.row, align="trailing", fixed=True),
    Column("column", mark("Column"), 180, lambda line: Said(line.column, "ink", 500)),
    Column("value", mark("Value"), 240, lambda line: Said(line.value, "ink"), yields=1),
    Column("reason", mark("Reason"), 260, lambda line: line.reason, stretch=True, fixed=True),
)


class DonePage(QWidget):
    """The outcome; acts that lead nowhere just now are not shown."""

    def __init__(
        self, words: Words, problems: Callable[[Sequence[int]], Mapping[int, ProblemLine]]
    ) -> None:
        super().__init__()
        self.words = words
        self.title = Text("", 20, 600, wrap=True)
        self.figures = [FigureWithWord() for _ in range(FIGURES)]
        self.show_new = Button(words("Show the new people"), Kind.PRIMARY)
        self.save = Button(words("Save the rows to correct"), icon="file-excel-outline")
        self.undo = Button(words("Undo the import"), icon="undo")
        self.another = Button(words("Import another list"), Kind.QUIET)
        self.heading = Heading(words("What was not taken"), "", SECTION)
        self.table = Table(COLUMNS, words, problems, label=words("What was not taken"))
        self.calm = Text(words("Every value on the list could be read."), 14, ink="ink2")
        self._lay_out()

    @property
    def main_thing(self) -> QWidget:
        """Where the keyboard belongs."""
        shown = (act for act in (self.show_new, self.save) if act.isVisibleTo(self))
        return next(shown, self.another)

    def show_outcome(self, outcome: Outcome) -> None:
        self.title.setText(outcome.title)
        for figure, (number, said) in zip(self.figures, outcome.figures, strict=True):
            figure.show_words(number, said)
        self.show_new.setVisible(outcome.shows_new)
        self.save.setVisible(outcome.saves)
        self.undo.setVisible(outcome.undoes)
        self.heading.show_words(self.words("What was not taken"), outcome.problems_said)
        for part in (self.heading, self.table):
            part.setVisible(outcome.problems > 0)
        self.calm.setVisible(not outcome.problems)
        self.table.show_ids(range(outcome.problems))

    def _lay_out(self) -> None:
        figures, acts = QHBoxLayout(), QHBoxLayout()
        figures.setSpacing(56)
        for figure in self.figures:
            figures.addWidget(figure)
        figures.addStretch()
        acts.setSpacing(8)
        for act in (self.show_new, self.save, self.undo, self.another):
            acts.addWidget(act)
        acts.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 24, 0, 40)
        whole.setSpacing(0)
        whole.addWidget(self.title)
        whole.addSpacing(16)
        whole.addLayout(figures)
        whole.addSpacing(24)
        whole.addLayout(acts)
        whole.addSpacing(32)
        whole.addWidget(self.calm, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.heading)
        whole.addSpacing(4)
        whole.addWidget(self.table, 1)
        whole.addStretch(0)


class FigureWithWord(QWidget):
    """A big figure over the word that it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.figure, self.word = Figure("", 40, 600), Text("", 14, ink="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figure)
        column.addWidget(self.word)

    def show_words(self, number: str, said: str) -> None:
        self.figure.setText(number)
        self.word.setText(said)
        self.setAccessibleName(f"{number} {said}")
