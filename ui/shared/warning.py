"""What needs a look before going on: one line what, one line what happens anyway, two quiet acts."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour

HEIGHT, SHOWN = 60, 2


class Warn(QWidget):
    """One warning strip."""

    def __init__(self, words: str, detail: str = "", icon: str = "alert-outline") -> None:
        super().__init__()
        self._icon = icon
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words} {detail}".strip())
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch()
        lines.addWidget(ElidedText(words, 14, 500))
        if detail:
            lines.addWidget(ElidedText(detail, 13, ink="ink2"))
        lines.addStretch()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(28)
        self._row.addSpacing(48)
        self._row.addLayout(lines, 1)
        self._row.addSpacing(20)

    def add_act(self, words: str) -> Button:
        """A quiet act at the trailing end, at most two."""
        act = Button(words, Kind.LINK, height=32)
        self._row.insertWidget(self._row.count() - 1, act)
        return act

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("warn_tint"))
            easel.icon(self._icon, QRectF(16, self.height() / 2 - 10, 20, 20), colour("warn"))


class Warnings(QWidget):
    """At most two strips; how many more there are is said by `more_words`."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_strips(self, strips: Sequence[Warn], more_words: str = "") -> None:
        """The first two of `strips`; `more_words` tell of the rest."""
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for strip in strips[:SHOWN]:
            self._column.addWidget(strip)
        for strip in strips[SHOWN:]:
            strip.deleteLater()
        if len(strips) > SHOWN:
            self._column.addWidget(Text(more_words, 13, ink="ink2"))
        self.setVisible(bool(strips))
