"""The lines of one card's text, in its own direction, with what is wrong underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QVBoxLayout, QWidget

from ui.cards.marks import TextMark
from ui.shared.easel import Easel
from ui.shared.fields import Lines
from ui.shared.inputs import paint_frame
from ui.shared.theme import colour, theme

LEAST = 120


class MarkedArea(QWidget):
    """The frame of a field around `lines`; as high as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = MarkedLines(self)
        self._wrong = False
        self.setMinimumHeight(LEAST)
        self.setFocusProxy(self.lines)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 6)
        whole.addWidget(self.lines)

    def mark_wrong(self, *, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            paint_frame(easel, rect, focused=self.lines.hasFocus(), wrong=self._wrong)


class MarkedLines(Lines):
    """Tells what was typed at once."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._text = ""
        self._marks: list[tuple[QTextCursor, str]] = []
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhMultiLine | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.textChanged.connect(self._tell)
        theme().changed.connect(self._underline)

    @property
    def text(self) -> str:
        """All of it; unlike `toPlainText` with its no-break spaces as they are."""
        return self.document().toRawText().replace("\u2029", "\n")

    def show_text(self, text: str, *, right_to_left: bool) -> None:
        """Another card's text; nobody is told, and nothing can be undone before it."""
        self._text = text
        self.show_marks(())
        option = self.document().defaultTextOption()
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(way)
        # Plain text knows sides only: what it calls trailing is always the right one.
        aligned = Qt.AlignmentFlag.AlignTrailing if right_to_left else Qt.AlignmentFlag.AlignLeading
        option.setAlignment(aligned)
        self.document().setDefaultTextOption(option)
        self.setPlainText(text)

    def write_over(self, text: str) -> None:
        """`text` instead, as if it had been typed: undo takes it back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        self._marks = [(self._span(mark), mark.message) for mark in marks]
        self._underline()

    def message_at(self, place: QPoint) -> str:
        """What is wrong with the letter at `place` of the viewport."""
        at = self.cursorForPosition(place)
        near = self.cursorRect(at).adjusted(-24, 0, 24, 0).contains(place)
        return self._message(at.position()) if near else ""

    def message_here(self) -> str:
        """What is wrong where the text cursor stands, or else with the first mark."""
        here = self._message(self.textCursor().position())
        return here or (self._marks[0][1] if self._marks else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.message_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _tell(self) -> None:
        text = self.text
        if text != self._text:
            self._text = text
            self.typed.emit(text)

    def _span(self, mark: TextMark) -> QTextCursor:
        cursor = QTextCursor(self.document())
        start = _units(self._text[: mark.start])
        end = start + _units(self._text[mark.start : mark.start + mark.length])
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _message(self, position: int) -> str:
        for span, message in self._marks:
            start, end = span.selectionStart(), span.selectionEnd()
            if start <= position <= end and start < end:
                return message
        return ""

    def _underline(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(colour("bad"))
        look.setBackground(colour("bad_tint"))
        shown = []
        for span, _message in self._marks:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = span, look
            shown.append(one)
        self.setExtraSelections(shown)


def _units(text: str) -> int:
    """How many letters of Qt (UTF-16) `text` has."""
    return len(text.encode("utf-16-le")) // 2
