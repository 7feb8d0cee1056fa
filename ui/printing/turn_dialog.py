"""Between fronts and backs: how the stack goes back into the printer, with a picture of it."""

from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.progress import Cancelled
from reports.two_sided import Turning
from resources.words import Words
from ui.shared.buttons import Kind
from ui.shared.dialog import Dialog
from ui.shared.easel import Easel, soft_shadow
from ui.shared.theme import colour

_SIZE = QSize(432, 190)
_LEAF = (84.0, 118.0)


class TurnAsker(QObject):
    """Asks in the window's thread, while the thread that prints waits for the answer."""

    _asked = Signal()

    def __init__(self, words: Words, over: QWidget, turning: Turning) -> None:
        super().__init__(over)
        self._words, self._turning, self._over = words, turning, over
        self._answered, self._turned = Event(), False
        self.dialog: TurnDialog | None = None
        self._asked.connect(self._open, Qt.ConnectionType.QueuedConnection)
        over.destroyed.connect(self._answered.set)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self._answered.set)

    def ask(self) -> None:
        """Waits until the stack lies in the printer again. Raises `Cancelled`."""
        self._answered.clear()
        self._turned = False
        self._asked.emit()
        self._answered.wait()
        if not self._turned:
            raise Cancelled

    def _open(self) -> None:
        if not isValid(self._over):
            self._answered.set()
            return
        dialog = self.dialog = TurnDialog(self._words, self._turning, self._over)
        dialog.finished.connect(self._answer)
        dialog.open()

    def _answer(self, result: int) -> None:
        self.dialog = None
        self._turned = result == TurnDialog.DialogCode.Accepted
        self._answered.set()


class TurnDialog(Dialog):
    """Accepted when the stack was turned."""

    def __init__(self, words: Words, turning: Turning, over: QWidget) -> None:
        super().__init__(words("Now turn the stack like this"), over)
        said = (
            words(
                "Take the printed sheets out together and turn them over like the leaf of a book."
            )
            if turning.over
            else words("Take the printed sheets out together and do not turn them.")
        )
        self.body.addWidget(StackDrawing(said, over=turning.over))
        self.say(said)
        self.say(words("Put them into the tray just so, and print the backs."))
        self.add_way_out(words("Print no backs")).setObjectName("turn.stop")
        self.act = self.add_verb(words("Print the backs"), Kind.PRIMARY)
        self.act.setObjectName("turn.act")
        self.act.clicked.connect(self.accept)


class StackDrawing(QWidget):
    """The printed stack, the way it is turned, and how it lies then; paper is not mirrored."""

    def __init__(self, label: str, *, over: bool) -> None:
        super().__init__()
        self._over = over
        self.setFixedSize(_SIZE)
        self.setAccessibleName(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            painter = easel.painter
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._paint_stack(painter, QPointF(60, 44), is_written=True)
            self._paint_stack(painter, QPointF(288, 44), is_written=not self._over)
            self._paint_way(painter)

    def _paint_stack(self, painter: QPainter, corner: QPointF, *, is_written: bool) -> None:
        sheet = QRectF(corner.x(), corner.y(), *_LEAF)
        soft_shadow(painter, sheet, 2, reach=10, fall=4)
        for off in (8, 4, 0):
            painter.setPen(QPen(colour("edge", 0.5), 1))
            painter.setBrush(colour("paper"))
            painter.drawRoundedRect(sheet.translated(off, off), 2, 2)
        if not is_written:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("pen", 0.75))
        for at, share in enumerate((0.5, 0.8, 0.75, 0.8, 0.4)):
            painter.drawRoundedRect(
                QRectF(sheet.left() + 12, sheet.top() + 20 + at * 16, 60 * share, 4), 2, 2
            )

    def _paint_way(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(164, 100))
        tip = QPointF(276, 100)
        if self._over:
            path.cubicTo(QPointF(180, 10), QPointF(260, 10), tip)
            heads = (QPointF(-12, -8), QPointF(4, -14))
        else:
            path.lineTo(tip)
            heads = (QPointF(-11, -8), QPointF(-11, 8))
        painter.drawPath(path)
        for head in heads:
            painter.drawLine(tip, tip + head)
