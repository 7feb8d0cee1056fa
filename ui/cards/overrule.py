"""A small question beside a warning that is overruled: the reason, if one is to be kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCompleter,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from resources.words import Words
from ui.shared.buttons import Button
from ui.shared.chips import TagChip
from ui.shared.easel import Easel, soft_shadow
from ui.shared.fonts import font
from ui.shared.inputs import Input
from ui.shared.text import Text
from ui.shared.theme import colour

WIDE, SHADOW, AWAY, RADIUS = 384, 16, 6, 10
OFFERED, CHIP_WIDEST = 3, 296
"""So many remembered reasons stand there to be pressed; all complete what is typed."""


class Overrule(QWidget):
    """Enter overrules, with a reason typed or without; a remembered one does at a press; Esc leaves it."""

    overruled = Signal(str, str)
    """The key it was asked for, and the reason or ""."""

    def __init__(self, words: Words, window: QWidget) -> None:
        super().__init__(window)
        self._key = ""
        self._beside: QAbstractButton | None = None
        title = words("Why? It is kept with the card.")
        self.reason = Input(words("Reason, if you like"))
        self.act = Button("")
        self.remembered: list[TagChip] = []
        self._chips, self._whole = QVBoxLayout(), QVBoxLayout(self)
        self._chips.setSpacing(6)
        self.setAccessibleName(title)
        self.reason.setAccessibleName(title)
        self.reason.returnPressed.connect(self._overrule)
        self.act.clicked.connect(self._overrule)
        self._lay_out(title)
        self.hide()

    def ask(self, key: str, beside: QAbstractButton, remembered: Sequence[str] = ()) -> None:
        """Next to the button `beside`, whose words the act takes; earlier reasons, the likeliest first."""
        self._key, self._beside = key, beside
        self.act.setText(beside.text())
        self.reason.clear()
        self._offer(remembered)
        self._stand_beside(beside)
        self.show()
        self.raise_()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere in the window leaves it, and does what it does there; so does another size."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self.hide()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            here = watched.window() is self.window()
            if here and watched is not self and not self.isAncestorOf(watched):
                self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        with Easel.on(self) as easel:
            soft_shadow(easel.painter, rect, RADIUS)
            easel.box(rect, RADIUS, colour("surface"), colour("line"))

    def _overrule(self) -> None:
        self._give(self.reason.text().strip())

    def _give(self, reason: str) -> None:
        self._leave()
        self.overruled.emit(self._key, reason)

    def _leave(self) -> None:
        self.hide()
        if self._beside is not None and isValid(self._beside):
            self._beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, remembered: Sequence[str]) -> None:
        for old in self.remembered:
            old.hide()
            old.deleteLater()
        metrics = QFontMetrics(font(13, 500))
        self.remembered = []
        for reason in remembered[:OFFERED]:
            cut = metrics.elidedText(reason, Qt.TextElideMode.ElideRight, CHIP_WIDEST)
            chip = TagChip(cut)
            chip.setAccessibleName(reason)
            chip.setToolTip(reason if cut != reason else "")
            chip.clicked.connect(partial(self._give, reason))
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeading)
            self.remembered.append(chip)
        completer = QCompleter(list(remembered), self.reason)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.reason.setCompleter(completer)

    def _stand_beside(self, button: QAbstractButton) -> None:
        """Ends meet at the trailing side; above where there is no room below."""
        self._whole.activate()
        size = QSize(WIDE + 2 * SHADOW, self._whole.sizeHint().height())
        corner = button.mapTo(self.window(), QPoint(0, 0))
        room = self.window().rect()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = corner.x() - SHADOW
        else:
            x = corner.x() + button.width() - size.width() + SHADOW
        y = corner.y() + button.height() + AWAY - SHADOW
        if y + size.height() > room.height():
            y = corner.y() - AWAY - size.height() + SHADOW
        x = max(0, min(x, room.width() - size.width()))
        self.setGeometry(x, max(0, y), size.width(), size.height())

    def _lay_out(self, title: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.act)
        whole = self._whole
        edge = SHADOW + 16
        whole.setContentsMargins(edge, edge - 2, edge, edge)
        whole.setSpacing(8)
        whole.addWidget(Text(title, 13, 500, ink="ink2"))
        whole.addLayout(line)
        whole.addLayout(self._chips)
