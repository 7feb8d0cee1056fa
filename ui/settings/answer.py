"""One question of the Settings with its answer: typed, chosen from a list, or one of a few side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.keeping.settings import Settings
from resources.words import Words
from ui.settings.asked import Question
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.inputs import Input

NUMBER = 120
"""How wide a field is in which only a number stands."""


class Answer(Field):
    """Enter and leaving give what was typed, Esc puts back what stood there; a choice is given at once."""

    given = Signal(str)

    def __init__(self, question: Question, words: Words) -> None:
        title = words(question.title)
        explained = words(question.explained) if question.explained else ""
        super().__init__(title, _control(question, title), help_words=explained)
        self._question, self._say, self._explained = question, words, explained
        self._kept = ""
        self._choices: object = None
        self.control.setObjectName(f"setting.{question.key}")
        self._listen()

    def show_answer(self, settings: Settings) -> None:
        """As it is kept; what is being typed is left alone."""
        before, self._kept = self._kept, str(getattr(settings, self._question.key))
        if self._question.choices is not None:
            self._offer(settings)
            self._choose(self._kept)
        elif self.text == before or not self.control.hasFocus():
            self.set_text(self._kept)
            self.show_error("")

    def remark(self, said: str) -> None:
        """Something to know about it, in place of the explanation."""
        self._help = said or self._explained
        self.show_error("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text != self._kept:
            self.set_text(self._kept)
            self.show_error("")
        else:
            super().keyPressEvent(event)

    def _offer(self, settings: Settings) -> None:
        ask = self._question.choices
        choices = list(ask(self._say, settings)) if ask else []
        if choices == self._choices:
            return
        self._choices = choices
        if isinstance(self.control, Combo):
            self.control.clear()
            for key, words in choices:
                self.control.addItem(words, key)
        elif isinstance(self.control, FilterChips):
            for key, words in choices:
                self.control.add(key, words).setObjectName(f"setting.{self._question.key}.{key}")

    def _choose(self, key: str) -> None:
        if isinstance(self.control, Combo | FilterChips):
            self.control.choose(key)

    def _listen(self) -> None:
        control = self.control
        if isinstance(control, Combo):
            control.activated.connect(lambda _at: self.given.emit(control.key))
        elif isinstance(control, FilterChips):
            control.chosen.connect(self.given)
        elif isinstance(control, QLineEdit):
            control.editingFinished.connect(lambda: self.given.emit(self.text))


def _control(question: Question, title: str) -> QWidget:
    if question.choices is None:
        typed = Input()
        if question.number:
            typed.setMaximumWidth(NUMBER)
        return typed
    return FilterChips(title) if question.few else Combo()
