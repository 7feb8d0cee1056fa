"""The sheet on which somebody writes at the counter, with the keyboard of the screen or a real one."""

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.measure import Measure
from ui.shared.easel import Easel
from ui.shared.fonts import font
from ui.shared.inputs import paint_frame
from ui.shared.theme import colour

LINES, LINE = 3, 34


class Sheet(QPlainTextEdit):
    """Remembers nothing: no undo, nothing pasted or dropped, no menu."""

    changed = Signal(str)

    def __init__(self, text: str, longest: int, measure: Measure) -> None:
        super().__init__(text)
        self._longest = longest
        self.setUndoRedoEnabled(False)
        # A finger that slides selects nothing: what is selected can be taken away.
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditable)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(
            hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhMultiLine
        )
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font(measure.px(24)))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, colour("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, colour("ink3"))
        self.setPalette(palette)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.textChanged.connect(self._tell)

    @property
    def before_cursor(self) -> str:
        return self.toPlainText()[: self.textCursor().position()]

    def type(self, text: str) -> None:
        """As if `text` were typed on a keyboard."""
        if len(self.toPlainText()) < self._longest:
            self.insertPlainText(text)
            self.ensureCursorVisible()

    def erase(self) -> None:
        self.textCursor().deletePreviousChar()
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, _source: QMimeData) -> None:
        """Nothing comes here from anywhere else."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing is taken away either."""
        return QMimeData()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if len(self.toPlainText()) < self._longest:
            super().inputMethodEvent(event)

    def _tell(self) -> None:
        text = self.toPlainText()
        if len(text) > self._longest:
            self.setPlainText(text[: self._longest])
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.changed.emit(text)


class SheetFrame(QWidget):
    """The sheet in its edge."""

    def __init__(self, sheet: Sheet, measure: Measure, lines: int = LINES) -> None:
        super().__init__()
        self._m, self._lines = measure, lines
        self.sheet = sheet
        around = QVBoxLayout(self)
        side = measure.px(14)
        around.setContentsMargins(side, measure.px(8), side, measure.px(8))
        around.addWidget(sheet)
        self.setFocusProxy(sheet)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(self._m.px(1100), self._m.px(LINE) * self._lines + self._m.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._m.px(LINE) + self._m.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_frame(easel, QRectF(self.rect()), focused=True)
