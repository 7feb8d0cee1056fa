"""The picture of a sheet of labels, on which a hand says where to begin and what is gone or torn."""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.stock import Feed, Stock
from resources.words import Words
from ui.printing.sheets.stock_drawing import Mark, label_rect, lie, paint_label, paint_stock
from ui.shared.easel import Easel
from ui.shared.theme import colour

AIR = 16
_HIGH = 420
_NONE: frozenset[int] = frozenset()


class Tool(StrEnum):
    """What a press on a label says."""

    BEGIN = "begin"
    GONE = "gone"
    TORN = "torn"


class SheetPicture(QWidget):
    """By a press, a stroke over several, or the keys. Paper is the same in every language, not mirrored."""

    changed = Signal(object, object)
    """Which labels are gone and which are torn, once the hand is lifted."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.stock: Stock | None = None
        self.gone, self.torn = _NONE, _NONE
        self._written: Collection[int] = _NONE
        self._image: QImage | None = None
        self.tool = Tool.BEGIN
        self._at, self._marks, self._stroke = 1, True, False
        self.setAccessibleName(words("The sheet"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 160)

    def show_sheet(
        self,
        stock: Stock,
        gone: Collection[int] = _NONE,
        torn: Collection[int] = _NONE,
        written: Collection[int] = _NONE,
        image: QImage | None = None,
    ) -> None:
        """The sheet as it is; `written` are the labels that will be printed, with the `image` of the page."""
        if self.stock is None or self.stock.name != stock.name:
            self._at = 1
        self.stock, self._written, self._image = stock, written, image
        self.gone, self.torn = frozenset(gone), frozenset(torn)
        self._tell()
        self.update()

    def paper(self) -> QRectF:
        """Where the paper lies in this widget."""
        room = QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)
        return lie(self.stock, room) if self.stock else room

    def label_rect(self, label: int) -> QRectF:
        """Where a label lies in this widget."""
        return label_rect(self.stock, self.paper(), label) if self.stock else QRectF()

    def mark(self, label: int) -> Mark:
        """What became of the label."""
        if label in self.torn:
            return Mark.TORN
        if label in self.gone:
            return Mark.GONE
        return Mark.WRITTEN if label in self._written else Mark.FREE

    def sizeHint(self) -> QSize:
        if self.stock is None:
            return QSize(_HIGH, _HIGH)
        fitted = QSizeF(*self.stock.page).scaled(_HIGH, _HIGH, Qt.AspectRatioMode.KeepAspectRatio)
        return QSize(round(fitted.width()) + 2 * AIR, _HIGH + 2 * AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tools = {
            Qt.Key.Key_B: Tool.BEGIN,
            Qt.Key.Key_G: Tool.GONE,
            Qt.Key.Key_T: Tool.TORN,
            Qt.Key.Key_Space: self.tool,
            Qt.Key.Key_Return: self.tool,
            Qt.Key.Key_Enter: self.tool,
        }
        key = Qt.Key(event.key())
        if not self._can_be_marked:
            super().keyPressEvent(event)
        elif key in tools:
            self._touch(self._at, tools[key])
            self.changed.emit(self.gone, self.torn)
        elif not self._walk(key):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        label = self._label_under(event.position())
        if label and self._can_be_marked and event.button() == Qt.MouseButton.LeftButton:
            self._at, self._stroke = label, True
            self._touch(label, self.tool)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        label = self._label_under(event.position())
        if self._stroke and label and label != self._at:
            self._at = label
            self._set(label, self.tool, on=self._marks)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._stroke:
            self._stroke = False
            self.changed.emit(self.gone, self.torn)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        stock = self.stock
        if stock is None:
            return
        with Easel.on(self) as easel:
            painter, paper = easel.painter, self.paper()
            if self._image is None:
                paint_stock(painter, stock, paper, self.mark)
            else:
                self._paint_image(painter, stock, paper)
            if self.hasFocus() and self._can_be_marked:
                painter.setPen(QPen(colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.label_rect(self._at), 3, 3)

    def _paint_image(self, painter: QPainter, stock: Stock, paper: QRectF) -> None:
        paint_stock(painter, stock, paper, lambda _label: Mark.GONE)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None:
            page = paper if stock.feed is Feed.SHEET else self.label_rect(1)
            painter.drawImage(page, self._image)
        for label in range(1, stock.labels + 1):
            mark = self.mark(label)
            if mark is not Mark.GONE:
                shown = Mark.FREE if mark is Mark.WRITTEN else mark
                paint_label(painter, stock, self.label_rect(label), shown)

    @property
    def _can_be_marked(self) -> bool:
        """Of a roll nothing is ever left over."""
        return self.stock is not None and self.stock.feed is Feed.SHEET and self.isEnabled()

    def _touch(self, label: int, tool: Tool) -> None:
        """Says it of a label, or takes it back where it was said already."""
        marked = self.gone if tool is Tool.GONE else self.torn
        self._marks = tool is Tool.BEGIN or label not in marked
        self._set(label, tool, on=self._marks)

    def _set(self, label: int, tool: Tool, *, on: bool) -> None:
        only = frozenset({label})
        if tool is Tool.BEGIN:
            self.gone = frozenset(range(1, label)) - self.torn
            self.torn -= only
        elif tool is Tool.GONE:
            self.gone, self.torn = (self.gone | only if on else self.gone - only), self.torn - only
        else:
            self.torn, self.gone = (self.torn | only if on else self.torn - only), self.gone - only
        self._image = None
        self._tell()
        self.update()

    def _walk(self, key: Qt.Key) -> bool:
        stock = self.stock
        if stock is None:
            return False
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Up: self._at - stock.columns,
            Qt.Key.Key_Down: self._at + stock.columns,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: stock.labels,
        }
        if key not in moves:
            return False
        if 1 <= moves[key] <= stock.labels:
            self._at = moves[key]
            self._tell()
            self.update()
        return True

    def _label_under(self, spot: QPointF) -> int:
        """0 where there is none."""
        labels = range(1, self.stock.labels + 1) if self.stock else ()
        return next((one for one in labels if self.label_rect(one).contains(spot)), 0)

    def _tell(self) -> None:
        stock, words = self.stock, self._words
        if stock is None:
            return
        row, column = divmod(self._at - 1, stock.columns)
        said = words(
            "Label {start} of {labels}, row {row}, column {column}",
            start=self._at,
            labels=stock.labels,
            row=row + 1,
            column=column + 1,
        )
        became = {
            Mark.FREE: words("free"),
            Mark.WRITTEN: words("will be printed"),
            Mark.GONE: words("gone"),
            Mark.TORN: words("torn"),
        }
        self.setAccessibleDescription(f"{said}: {became[self.mark(self._at)]}")
