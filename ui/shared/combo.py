"""A choice of one among some, opened by a press."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QToolTip

from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.inputs import HEIGHT, paint_frame
from ui.shared.theme import colour


class Combo(QComboBox):
    """Choices given as pairs of key and words; `aside` is a quiet word at the trailing edge."""

    def __init__(self, choices: list[tuple[str, str]] | None = None, *, aside: str = "") -> None:
        super().__init__()
        self._aside = aside
        self._widest: float | None = None
        self.setFont(font(14))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMaxVisibleItems(12)
        for key, words in choices or []:
            self.addItem(words, key)

    def addItem(self, words: str, key: object = None) -> None:  # type: ignore[override] # no icons here
        self._widest = None
        super().addItem(words, key)

    def offer(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Others to choose from, and which is chosen, silently."""
        quiet = self.blockSignals(True)
        self.clear()
        for one, words in choices:
            self.addItem(words, one)
        self.choose(key)
        self.blockSignals(quiet)
        self.update()

    @property
    def key(self) -> str:
        """The key of what is chosen; empty when there is nothing to choose from."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page; it never chooses something else unseen."""
        event.ignore()

    def sizeHint(self) -> QSize:
        if self._widest is None:  # measured once: all countries are many words
            words = (self.itemText(i) for i in range(self.count()))
            self._widest = max((width(one, self.font()) for one in words), default=0)
        return QSize(int(self._widest + width(self._aside, font(13))) + 64, HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip():
            cut = width(self.currentText(), self.font()) > self._room().width()
            QToolTip.showText(event.globalPos(), self.currentText() if cut else "", self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, enabled = QRectF(self.rect()), self.isEnabled()
        with Easel.on(self) as easel:
            paint_frame(easel, rect, focused=self.hasFocus())
            end = rect.width() - 12 - 18
            easel.icon("chevron-down", QRectF(end, rect.height() / 2 - 9, 18, 18), colour("ink2"))
            aside = self._aside_width()
            easel.text(
                QRectF(end - 10 - aside, 0, aside, rect.height()),
                self._aside,
                font(13),
                colour("ink2"),
                TRAILING,
            )
            ink = colour("ink" if enabled else "ink3")
            easel.text(self._room(), self.currentText(), self.font(), ink)

    def _room(self) -> QRectF:
        taken = 62 + self._aside_width() if self._aside else 50
        return QRectF(12, 0, self.width() - taken, self.height())

    def _aside_width(self) -> float:
        return width(self._aside, font(13)) + 1 if self._aside else 0.0
