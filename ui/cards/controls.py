"""The trailing column: letter and paper above, how much will come out and the acts at the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.shown import Chosen, Total
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.text import Figure, Text

WIDE = 256


class Controls(QWidget):
    """256 wide, or as wide as its longest button."""

    letter_chosen = Signal(str)
    paper_chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.letter, self.paper = Combo(), Combo()
        self._sheets = Figure("", 14, 500)
        self._scale = Text("", 13, ink="ink2")
        self.print_button = Button("", Kind.PRIMARY, icon="printer-outline", height=MAIN)
        self.save_button = Button(words("Save as PDF"))
        self.labels_button = Button(words("Address labels…"), Kind.QUIET)
        self.letter.activated.connect(lambda: self.letter_chosen.emit(self.letter.key))
        self.paper.activated.connect(lambda: self.paper_chosen.emit(self.paper.key))
        self._lay_out()

    def show_choices(self, letters: Chosen, papers: Chosen) -> None:
        show_in(self.letter, letters)
        show_in(self.paper, papers)

    def show_total(self, total: Total) -> None:
        self._sheets.setText(total.sheets)
        self._scale.setText(total.scale)
        self.print_button.setText(total.act)
        for button in (self.print_button, self.save_button):
            if total.why_not:
                button.disable(total.why_not)
            else:
                button.enable()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Field(self._words("Letter"), self.letter))
        whole.addSpacing(20)
        whole.addWidget(Field(self._words("Paper"), self.paper))
        whole.addStretch()
        whole.addWidget(self._sheets)
        whole.addSpacing(2)
        whole.addWidget(self._scale)
        whole.addSpacing(12)
        for button in (self.print_button, self.save_button, self.labels_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            whole.addWidget(button)
            whole.addSpacing(8)
        whole.addSpacing(-8)
        widest = max(one.sizeHint().width() for one in (self.save_button, self.labels_button))
        self.setFixedWidth(max(WIDE, widest))


def show_in(combo: Combo, chosen: Chosen) -> None:
    """Offer these choices and show which is chosen, silently."""
    quiet = combo.blockSignals(True)
    combo.clear()
    for key, words in chosen.choices:
        combo.addItem(words, key)
    combo.choose(chosen.key)
    combo.blockSignals(quiet)
    combo.update()
