"""A sheet to write on with the keyboard of the screen under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.counter import layouts
from ui.counter.keyboard import Keyboard
from ui.counter.measure import Measure
from ui.counter.writing_sheet import Sheet, SheetFrame


class Typing(QWidget):
    """Both together; a real keyboard writes on the same sheet."""

    changed = Signal(str)

    def __init__(self, text: str, words: Words, measure: Measure, longest: int) -> None:
        super().__init__()
        self.sheet = Sheet(text, longest, measure)
        self.keyboard = Keyboard(words, measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measure.px(16))
        column.addWidget(SheetFrame(self.sheet, measure))
        column.addWidget(self.keyboard)
        self.setFocusProxy(self.sheet)
        self.keyboard.typed.connect(self._type)
        self.keyboard.erased.connect(self._erase)
        self.sheet.changed.connect(self.changed)
        self._look()

    def _type(self, text: str) -> None:
        self.sheet.type(text)
        self._look()

    def _erase(self) -> None:
        self.sheet.erase()
        self._look()

    def _look(self) -> None:
        before = self.sheet.before_cursor
        self.keyboard.begin_sentence(begins=layouts.begins_sentence(before))
