"""The list under the search field: what was found, best first."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import TRAILING, Easel, soft_shadow
from ui.shared.fonts import font, width
from ui.shared.found import Found
from ui.shared.theme import colour

ROW, MOST = 52, 8
"""Height of a result; how many are shown at once, more are scrolled to."""
SHADOW = 16
KeyRole = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


class FoundModel(QAbstractListModel):
    """What was found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[Found] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def at(self, row: int) -> Found:
        return self._found[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        one = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (one.title, one.detail, one.aside) if part)
        return one.key if role == KeyRole else None


class ResultsPopup(QWidget):
    """The list under the field; it never takes the keyboard away from it."""

    opened = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._nothing = ""
        self.found = FoundModel()
        self._list = _ResultsList(self.found)
        self._list.clicked.connect(lambda index: self.opened.emit(index.row()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SHADOW + 6, SHADOW + 6, SHADOW + 6, SHADOW + 6)
        whole.addWidget(self._list)
        self.hide()

    @property
    def current_row(self) -> int:
        return self._list.currentIndex().row()

    def step(self, by: int) -> None:
        rows = self._list.model().rowCount()
        if rows:
            row = min(max(self.current_row + by, 0), rows - 1)
            self._list.setCurrentIndex(self._list.model().index(row, 0))

    def show_below(self, field: QLineEdit, nothing: str) -> None:
        """Lie under `field`, best result chosen; or say that there is nothing."""
        self._nothing = nothing
        rows = self._list.model().rowCount()
        high = ROW * min(rows, MOST) if rows else ROW
        corner = field.mapTo(self.window(), QPoint(0, field.height() + 6))
        around = QRect(corner, QSize(field.width(), high + 12))
        self.setGeometry(around.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        self._list.setVisible(bool(rows))
        if rows:
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        with Easel.on(self) as easel:
            soft_shadow(easel.painter, rect, 10)
            easel.box(rect, 10, colour("surface"), colour("line"))
            easel.text(rect.adjusted(16, 0, -16, 0), self._nothing, font(14), colour("ink2"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.hide()
        return super().event(event)


class _ResultsList(QListView):
    def __init__(self, found: FoundModel) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setItemDelegate(_ResultPainter(self))
        self.setModel(found)


class _ResultPainter(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(option.rect.width(), ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        if not isinstance(model, FoundModel):
            return
        one, rect = model.at(index.row()), QRectF(option.rect)
        painter.save()
        easel = Easel(painter, rect, self._view.layoutDirection())
        if option.state & QStyle.StateFlag.State_Selected:
            easel.box(rect, 8, colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            easel.box(rect, 8, colour("sunken"))
        self._paint_words(easel, rect, one)
        painter.restore()

    def _paint_words(self, easel: Easel, rect: QRectF, one: Found) -> None:
        middle, start = rect.center().y(), rect.left()
        if one.uid:
            box = QRectF(start + 10, middle - 16, 32, 32)
            paint_avatar(easel, box, initials(one.title), one.uid, one.photo)
        else:
            easel.icon(one.icon, QRectF(start + 16, middle - 10, 20, 20), colour("ink2"))
        aside = width(one.aside, font(13)) + 1 if one.aside else 0
        room = rect.width() - 54 - 20 - aside
        lift = 18 if one.detail else 10
        easel.text(
            QRectF(start + 54, middle - lift, room, 20), one.title, font(14, 500), colour("ink")
        )
        if one.detail:
            easel.text(QRectF(start + 54, middle, room, 18), one.detail, font(13), colour("ink2"))
        end = QRectF(rect.right() - 12 - aside, rect.top(), aside, rect.height())
        easel.text(end, one.aside, font(13), colour("ink2"), TRAILING)
