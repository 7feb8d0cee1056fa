"""One line to type into, and the frame around everything that is typed into or chosen from."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.shared.easel import Easel
from ui.shared.fonts import font
from ui.shared.theme import colour

RADIUS = 8
HEIGHT = 40


def paint_frame(easel: Easel, rect: QRectF, *, focused: bool, wrong: bool = False) -> None:
    """The ground and edge of anything that is typed into or chosen from."""
    easel.box(rect, RADIUS, colour("surface"), None if focused or wrong else colour("edge"))
    if focused or wrong:
        easel.ring(rect, RADIUS, colour("bad" if wrong else "accent"), 2 if focused else 1)


class Input(QLineEdit):
    """One line to type into."""

    def __init__(self, placeholder: str = "", *, height: int = HEIGHT) -> None:
        super().__init__()
        self._wrong = False
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        self.setFixedHeight(height)
        self.setFont(font(14))
        self.setTextMargins(10, 0, 10, 0)
        self._turn()

    def mark_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def event(self, event: QEvent) -> bool:
        """In an empty field there is no typing to take back: *Undo* is then that of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def _turn(self) -> None:
        # Left to itself a Latin word typed in a Hebrew window would jump to the other side.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        upright = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(side | upright)

    def paintEvent(self, event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_frame(easel, QRectF(self.rect()), focused=self.hasFocus(), wrong=self._wrong)
        super().paintEvent(event)
