"""The page for a word at the end, with the way to be called back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.voice.scales import Mood
from resources.words import mark
from ui.counter.answers_page import done_button, dots, start_over, steps_back
from ui.counter.frame import Frame, Look
from ui.counter.pages import Saying
from ui.counter.parts import Chip
from ui.counter.presenter import LONGEST, Counter
from ui.counter.typing import Typing

_ASKED = {
    Mood.HIGH: mark("What did you like?"),
    Mood.MIDDLE: mark("What could we do better?"),
    Mood.LOW: mark("What should we put right?"),
    None: mark("Would you like to tell us more?"),
}


class WordsPage(Frame):
    """The view of `Saying`."""

    def __init__(self, shown: Saying, look: Look, counter: Counter) -> None:
        super().__init__(look, look.words("Thank you, that helps us."))
        self.rises = True
        asked = self.words(_ASKED[shown.mood])
        self.ask(asked, px=40, gap=20)
        self.typing = Typing(shown.text, self.words, self.m, LONGEST)
        self.typing.sheet.setAccessibleName(asked)
        self.middle.addWidget(self.typing, 0, Qt.AlignmentFlag.AlignHCenter)
        self.done = done_button(self, counter)
        self.done.setEnabled(bool(shown.text.strip()) or shown.wants_call)
        self.typing.changed.connect(counter.write)
        self.typing.changed.connect(
            lambda text: self.done.setEnabled(bool(text.strip()) or shown.wants_call)
        )
        if shown.may_call:
            self.corner.addWidget(self._call(counter, wants=shown.wants_call))
        self.corner.addWidget(start_over(self, counter))
        self.foot.fill(
            steps_back(self, counter), [self.done], dots(self, shown.way.at, shown.way.of)
        )

    def first_focus(self) -> QWidget | None:
        return self.typing.sheet

    def _call(self, counter: Counter, *, wants: bool) -> Chip:
        said = self.words("We will call you") if wants else self.words("Call me back")
        chip = Chip(said, self.m, high=52, px=17)
        chip.setObjectName("call")
        chip.setChecked(wants)
        chip.clicked.connect(counter.ask_call)
        return chip
