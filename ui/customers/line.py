"""One fact about a person that turns into its field where it stands, and back when it is saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.customers.fields import Line
from ui.customers.line_field import field_for, typed_in
from ui.shared.combo import Combo
from ui.shared.easel import Easel
from ui.shared.focus import ringed
from ui.shared.fonts import width
from ui.shared.text import ElidedText
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.fields import Field

Save = Callable[[str, str], str]
"""Writes the text typed for a key; answers what is wrong, or ""."""
LABEL_WIDE, ICON_WIDE, HIGH = 128, 26, 28
_STILL_HERE = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class LineView(QWidget):
    """A click, Enter or Space opens its field; Enter or leaving saves it, Esc leaves it as it was."""

    opened = Signal()

    def __init__(self, save: Save, *, icon: str = "", labelled: bool = False) -> None:
        super().__init__()
        self._save, self._icon = save, icon
        self._line: Line | None = None
        self.field: Field | None = None
        self._label = ElidedText("", 13, ink="ink2")
        self._label.setFixedSize(LABEL_WIDE + 8, HIGH)
        if not labelled:
            self._label.hide()
        self._words = ElidedText()
        self._rest = QWidget()
        rest = self._resting = QHBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(0)
        # Space rather than a margin: margins do not change sides where Hebrew reads.
        rest.addSpacing(ICON_WIDE if icon else 0)
        rest.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        rest.addWidget(self._words, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._rest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ringed(self, 6)

    def show_line(self, line: Line) -> None:
        """What is known; a field that is open is left alone."""
        self._line = line
        self.setObjectName(f"line.{line.key}")
        self.setAccessibleName(f"{line.label}: {', '.join(line.shown.splitlines())}")
        self._label.setText(line.label)
        self._words.setText(line.shown)
        self.updateGeometry()

    def open(self) -> None:
        """Turn into the field."""
        if self.field is not None or self._line is None:
            return
        self.field = field_for(self._line)
        self._rest.hide()
        self._whole.addWidget(self.field)
        self.field.show()
        control = self.field.control
        control.installEventFilter(self)
        if isinstance(control, Combo):
            control.activated.connect(lambda _: self._keep(stay=True))
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, QLineEdit):
            control.selectAll()
        self.updateGeometry()
        self.opened.emit()

    def take_typed(self) -> dict[str, str]:
        """Shuts the field; answers what stood in it and is not saved, by its key."""
        if self.field is None or self._line is None:
            return {}
        text, line = typed_in(self.field), self._line
        self._close(stay=False)
        return {line.key: text} if text != line.typed else {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.field is None or watched is not self.field.control:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() not in _STILL_HERE
        ):
            self._keep(stay=False)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.open()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.open()

    def put_at_rest(self, lines: QLayout) -> None:
        """Something else to read than the bare words, while the field is shut."""
        self._words.hide()
        self._resting.addSpacing(32)
        self._resting.addLayout(lines, 1)

    def resting_size(self) -> QSize:
        """How large it is while its field is shut."""
        lines = self._words.text().splitlines() or [""]
        wide = max(width(line, self._words.font()) for line in lines) + 4
        wide += ICON_WIDE if self._icon else 0
        wide += LABEL_WIDE + 8 if self._label.isVisibleTo(self) else 0
        return QSize(int(wide), HIGH + (len(lines) - 1) * self._words.fontMetrics().height())

    def paint_at_rest(self, easel: Easel) -> None:
        """The icon beside the words."""
        if self._icon:
            easel.icon(self._icon, QRectF(0, HIGH / 2 - 9, 18, 18), colour("ink2"))

    def sizeHint(self) -> QSize:
        if self.field is not None:
            return QSize(1000, self._whole.sizeHint().height())
        return self.resting_size()

    def hasHeightForWidth(self) -> bool:
        return self.field is not None

    def heightForWidth(self, wide: int) -> int:
        if self.field is None:
            return self.resting_size().height()
        return max(self._whole.totalHeightForWidth(wide), self._whole.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.field is None:
            with Easel.on(self) as easel:
                self.paint_at_rest(easel)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._close(stay=True)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep(stay=True)
            return True
        return False

    def _keep(self, *, stay: bool) -> None:
        field, line = self.field, self._line
        if field is None or line is None:
            return
        text = typed_in(field)
        wrong = self._save(line.key, text) if text != line.typed else ""
        field.show_error(wrong)
        self.updateGeometry()
        if not wrong:
            self._close(stay=stay)

    def _close(self, *, stay: bool) -> None:
        field, self.field = self.field, None
        if field is None:
            return
        field.control.removeEventFilter(self)
        if stay:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._whole.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._rest.show()
        self.updateGeometry()
