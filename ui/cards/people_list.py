"""The people who may get a card: a box, the face, the name, and why she is here."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui.cards.shown import Row
from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import Easel
from ui.shared.fields import paint_box
from ui.shared.fonts import font, width
from ui.shared.row_list import NOWHERE, Index, RowList
from ui.shared.theme import colour

ROW, WIDE, BOX, FACE = 56, 248, 18, 32
_START, _FACE_AT, _NAME_AT = 12, 42, 86
_TARGET = 40
"""How far from the leading edge a press still means the box."""
_TOLD_AT_MOST = 1000
"""A longer list is only painted again: told of a change, Qt would lay every row out anew."""
RowRole = int(Qt.ItemDataRole.UserRole)


class PeopleList(RowList):
    """Arrows page, Space ticks; rows are asked for only when they are drawn."""

    came_to = Signal(int)
    """The place in the list to which the keyboard or the mouse came."""
    ticked = Signal(int)
    """The place whose box was pressed."""

    def __init__(self, label: str, row: Callable[[int], Row]) -> None:
        super().__init__(label)
        self._people = _People(row)
        self.by_keyboard = False
        self.setModel(self._people)
        self.setItemDelegate(_RowPainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_people(self, count: int) -> None:
        self._people.show_people(count)

    def show_ticks(self) -> None:
        """The rows say something else now."""
        if self._people.rowCount() <= _TOLD_AT_MOST:
            self._people.change_all()
        self.viewport().update()

    def go_to(self, at: int) -> None:
        """Mark this place as the one whose card lies on the desk, and tell nobody."""
        index = self._people.index(at)
        if index != self.currentIndex():
            quiet = self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(quiet)
            self.scrollTo(index)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.ticked.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Typing letters belongs to the search field above, not to the rows."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            place = event.position().x()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place = self.viewport().width() - place
            if place <= _TARGET:
                self.ticked.emit(index.row())
                return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        unseen = {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        self.by_keyboard = event.reason() not in unseen
        super().focusInEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.came_to.emit(current.row())


class _People(QAbstractListModel):
    def __init__(self, row: Callable[[int], Row]) -> None:
        super().__init__()
        self._row, self._count = row, 0

    def show_people(self, count: int) -> None:
        self.beginResetModel()
        self._count = count
        self.endResetModel()

    def change_all(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Row | str | Qt.CheckState | None:
        if not index.isValid() or index.row() >= self._count:
            return None
        row = self._row(index.row())
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.aloud
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, people: PeopleList) -> None:
        super().__init__(people)
        self._people = people

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(RowRole)
        direction = self._people.layoutDirection()
        rect = _beside_the_bar(QRectF(option.rect), direction)
        painter.save()
        easel = Easel(painter, rect, direction)
        # The first and last pixel row belong to the space between two grounds.
        self._paint_ground(easel, rect.adjusted(0, 1, 0, -1), option, index)
        _paint_box(easel, rect, row)
        _paint_face(easel, rect, row)
        _paint_words(easel, rect, row)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row: Row = index.data(RowRole)
        room = _words_room(QRectF(0, 0, WIDE, ROW), row).width()
        cut = width(row.name, font(14, 500)) > room or width(row.reason, font(13)) > room
        QToolTip.showText(event.globalPos(), f"{row.name}\n{row.reason}" if cut else "", view)
        return True

    def _paint_ground(
        self, easel: Easel, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        current = index == self._people.currentIndex()
        if current:
            easel.box(rect, 8, colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            easel.box(rect, 8, colour("ink", 0.03))
        if current and self._people.hasFocus() and self._people.by_keyboard:
            easel.ring(rect, 8, colour("accent"))


def _beside_the_bar(rect: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """The row itself, whether or not the scroll bar takes its room beside it."""
    if direction == Qt.LayoutDirection.RightToLeft:
        return QRectF(rect.right() - WIDE, rect.top(), WIDE, rect.height())
    return QRectF(rect.left(), rect.top(), WIDE, rect.height())


def _paint_box(easel: Easel, rect: QRectF, row: Row) -> None:
    box = QRectF(rect.left() + _START, rect.center().y() - BOX / 2, BOX, BOX)
    if row.fixed:
        easel.box(box, 4, colour("sunken"), colour("line"))
    else:
        paint_box(easel, box, checked=row.ticked)


def _paint_face(easel: Easel, rect: QRectF, row: Row) -> None:
    box = QRectF(rect.left() + _FACE_AT, rect.center().y() - FACE / 2, FACE, FACE)
    easel.painter.setOpacity(1 if row.ticked else 0.55)
    paint_avatar(easel, box, initials(row.name), row.uid)
    easel.painter.setOpacity(1)


def _paint_words(easel: Easel, rect: QRectF, row: Row) -> None:
    room = _words_room(rect, row)
    middle = rect.center().y()
    high = 20 if row.reason else rect.height()
    name = QRectF(room.left(), middle - 19 if row.reason else rect.top(), room.width(), high)
    weight, ink = (500, colour("ink")) if row.ticked else (400, colour("ink2"))
    easel.text(name, row.name, font(14, weight), ink)
    if row.reason:
        below = QRectF(room.left(), middle, room.width(), 18)
        easel.text(below, row.reason, font(13), colour("ink2"))
    if row.mark:
        easel.icon(row.mark, QRectF(rect.right() - 30, middle - 9, 18, 18), colour("warn"))


def _words_room(rect: QRectF, row: Row) -> QRectF:
    return rect.adjusted(_NAME_AT, 0, -36 if row.mark else -8, 0)
