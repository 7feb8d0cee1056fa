"""How lively the writing is: a slider between its two ends, and in a word where it stands."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.label_line import LabelLine
from ui.shared.slider import Slider
from ui.shared.text import Text


class LivelyRow(QWidget):
    """0 to 100; `said` puts a value into words."""

    moved = Signal(int)
    """At every step on the way."""
    settled = Signal(int)
    """When the knob was let go, or a key moved it."""

    def __init__(self, words: Words, said: Callable[[int], str]) -> None:
        super().__init__()
        label = words("How lively")
        self._said = said
        self.line, self.slider = LabelLine(label), Slider(label)
        ends = QHBoxLayout()
        ends.addWidget(Text(words("Steady"), 12, ink="ink2"))
        ends.addStretch()
        ends.addWidget(Text(words("Lively"), 12, ink="ink2"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.line)
        whole.addSpacing(4)
        whole.addWidget(self.slider)
        whole.addLayout(ends)
        self.setFocusProxy(self.slider)
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderReleased.connect(lambda: self.settled.emit(self.value))
        self._say()

    @property
    def value(self) -> int:
        return self.slider.value()

    def show_value(self, value: int) -> None:
        """Stand at `value`, silently."""
        quiet = self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(quiet)
        self._say()

    def _move(self, value: int) -> None:
        self._say()
        self.moved.emit(value)
        if not self.slider.isSliderDown():
            self.settled.emit(value)

    def _say(self) -> None:
        said = self._said(self.value)
        self.line.show_aside(said)
        self.slider.setAccessibleDescription(said)
