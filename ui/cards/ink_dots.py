"""The inks to write with: a dot of each, a ring around the one that is chosen, its name above."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.choices import Choice, Choices
from ui.shared.easel import Easel
from ui.shared.label_line import LabelLine
from ui.shared.theme import colour, theme
from ui.shared.tokens import contrast

DOT, CELL, GAP = 24, 36, 4
SEEN = 3.0
"""WCAG 2 contrast of what must be told from its ground; a fainter dot gets an edge."""

Ink = tuple[str, str, QColor | str]
"""Key, name and colour."""


class InkDots(QWidget):
    """Label, name and dots; `chosen` tells the key. They may be colours of another kind than inks."""

    chosen = Signal(str)

    def __init__(self, words: Words, label: str = "") -> None:
        super().__init__()
        label = label or words("Ink")
        self.line = LabelLine(label)
        self.dots = _Dots(label)
        self.dots.chosen.connect(self._tell)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.line)
        whole.addWidget(self.dots)
        self.setFocusProxy(self.dots)

    @property
    def key(self) -> str:
        return self.dots.key

    def show_inks(self, inks: Sequence[Ink], chosen: str) -> None:
        self._names = {key: name for key, name, _ in inks}
        self.dots.show_inks(inks)
        self.dots.choose(chosen)
        self.line.show_aside(self._names.get(chosen, ""))

    def _tell(self, key: str) -> None:
        self.line.show_aside(self._names[key])
        self.chosen.emit(key)


class _Dots(Choices):
    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._inks: dict[str, InkDot] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch()

    def show_inks(self, inks: Sequence[Ink]) -> None:
        keys = [key for key, _name, _colour in inks]
        if keys != list(self._inks):
            self._inks = {key: InkDot(key) for key in keys}
            self.offer(self._inks.values())
            for at, dot in enumerate(self._inks.values()):
                self._row.insertWidget(at, dot)
        for key, name, ink in inks:
            self._inks[key].show_ink(name, QColor(ink))


class InkDot(Choice):
    """An ink."""

    def __init__(self, key: str) -> None:
        super().__init__(key, QSize(CELL, CELL), CELL / 2)
        self._ink = QColor(Qt.GlobalColor.black)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_ink(self, name: str, ink: QColor) -> None:
        self._ink = ink
        self.name(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        centre = QPointF(CELL / 2, CELL / 2)
        with Easel.on(self) as easel:
            easel.dot(centre.x(), centre.y(), DOT / 2, self._ink)
            if contrast(self._ink.name(), theme().tokens.canvas) < SEEN:
                easel.circle(centre, DOT / 2, colour("edge"), 1)
            if self.isChecked():
                easel.circle(centre, CELL / 2, colour("accent"), 2)
            elif self.underMouse():
                easel.circle(centre, CELL / 2, colour("edge", 0.55), 1)
