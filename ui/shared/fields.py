"""Fields: a label above, one line or a few, and below it help or what is wrong."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.shared.easel import Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font
from ui.shared.icons import pixmap
from ui.shared.inputs import Input, paint_frame
from ui.shared.text import Text
from ui.shared.theme import colour, theme


class Area(QWidget):
    """A few lines to type into; Tab leaves it."""

    def __init__(self, placeholder: str = "", *, height: int = 96) -> None:
        super().__init__()
        self._wrong = False
        self.lines = Lines(self)
        self.lines.setPlaceholderText(placeholder)
        self.setFixedHeight(height)
        self.setFocusProxy(self.lines)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 6)
        whole.addWidget(self.lines)

    def setAccessibleName(self, name: str) -> None:
        self.lines.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        super().setAccessibleDescription(words)
        self.lines.setAccessibleDescription(words)

    def mark_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            paint_frame(easel, rect, focused=self.lines.hasFocus(), wrong=self._wrong)


class Lines(QPlainTextEdit):
    """What is typed inside `frame`, which paints the edge."""

    def __init__(self, frame: QWidget) -> None:
        super().__init__()
        self._area = frame
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(14))
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        if self.isRightToLeft():
            # Plain text knows sides only: what it calls trailing is always the right one.
            option = self.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignTrailing)
            self.document().setDefaultTextOption(option)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._area.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._area.update()


class Field(QWidget):
    """A control under its label, with help or an error below; the label names it to a screen reader."""

    edited = Signal(str)

    def __init__(self, label: str, control: QWidget | None = None, *, help_words: str = "") -> None:
        super().__init__()
        self.control = Input() if control is None else control
        self.label = Text(label, 13, 500, ink="ink2")
        self.label.setBuddy(self.control)
        self.control.setAccessibleName(label)
        self._help = help_words
        self._icon = QLabel()
        self._below = Text("", 13, ink="ink2", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.label)
        whole.addWidget(self.control)
        whole.addLayout(below)
        self.setFocusProxy(self.control)
        if isinstance(self.control, QLineEdit):
            self.control.textEdited.connect(self._heard)
        self.show_error("")

    @property
    def text(self) -> str:
        """What stands in the field, without spaces around it."""
        if isinstance(self.control, Area):
            return self.control.lines.toPlainText().strip()
        return self.control.text().strip() if isinstance(self.control, QLineEdit) else ""

    def set_text(self, words: str) -> None:
        if isinstance(self.control, Area):
            self.control.lines.setPlainText(words)
        elif isinstance(self.control, QLineEdit):
            self.control.setText(words)

    def show_error(self, words: str) -> None:
        """Say what is wrong; an empty text brings the help back."""
        said = words or self._help
        self._below.setText(said)
        self._below.paint_in("bad" if words else "ink2")
        self._below.setVisible(bool(said))
        self._icon.setVisible(bool(words))
        if words:
            picture = pixmap(
                "alert-circle-outline", theme().tokens.bad, 16, self.devicePixelRatioF()
            )
            self._icon.setPixmap(picture)
        if isinstance(self.control, Input | Area):
            self.control.mark_wrong(bool(words))
        self.control.setAccessibleDescription(said)

    def _heard(self, words: str) -> None:
        # What was wrong is being mended: the complaint goes at the first key.
        self.show_error("")
        self.edited.emit(words)


class CheckBox(Ringed, QCheckBox):
    """A box of 18 with a tick, and its words."""

    BOX = 18

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setFont(font(14))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self, 4)

    def sizeHint(self) -> QSize:
        wide = self.BOX
        if self.text():
            wide += 10 + self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(wide, max(24, self.BOX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:  # noqa: ARG002 - the words are part of the target
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = (self.height() - self.BOX) / 2
        with Easel.on(self) as easel:
            paint_box(easel, QRectF(0, top, self.BOX, self.BOX), checked=self.isChecked())
            rest = QRectF(self.BOX + 10, 0, self.width() - self.BOX - 10, self.height())
            easel.text(
                rest, self.text(), self.font(), colour("ink" if self.isEnabled() else "ink3")
            )


def paint_box(easel: Easel, rect: QRectF, *, checked: bool) -> None:
    """A tick box filling `rect`."""
    if checked:
        easel.box(rect, 4, colour("accent"))
        easel.icon("check-bold", rect.adjusted(3, 3, -3, -3), colour("on_accent"))
    else:
        easel.box(rect, 4, colour("surface"), colour("edge"))
