"""The search field, always in the same place, and the list of what it finds."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
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
from ui.shared.buttons import key_words
from ui.shared.easel import CENTRE, TRAILING, Easel, soft_shadow
from ui.shared.fields import Input
from ui.shared.fonts import font, width
from ui.shared.theme import colour

WIDE, HIGH, ROW = 480, 40, 52
MOST = 8
"""Results shown at once; more are scrolled to."""
SHADOW = 16
KeyRole = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Found:
    """One result. With `uid` it shows that person's circle, else `icon`."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    uid: str = ""
    icon: str = "magnify"


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


class SearchField(Input):
    """Finds while one types; arrows walk the results, Enter opens one, Escape clears."""

    asked = Signal(str)
    """The words have changed; answer with `show_found`."""
    submitted = Signal(str)
    """Enter with no result chosen: a scan or a whole word."""
    chosen = Signal(str)
    """The key of the result that was opened."""

    def __init__(self, placeholder: str, key: str = "Ctrl+K") -> None:
        super().__init__(placeholder)
        self._key = key_words(key)
        self.found = FoundModel()
        self._popup: ResultsPopup | None = None
        self.setAccessibleName(placeholder)
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(240)
        self.setMaximumWidth(WIDE)
        self._fit_margins()
        self.textEdited.connect(self._hear)

    def show_found(self, found: Sequence[Found], *, nothing: str = "") -> None:
        """Show what was found; `nothing` is said where the list is empty."""
        self.found.show_found(found)
        if self.hasFocus() and self.text().strip() and (found or nothing):
            self._open().show_below(self, nothing if not found else "")
        else:
            self.close_results()

    def close_results(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @property
    def results_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if (
            key in {Qt.Key.Key_Down, Qt.Key.Key_Up}
            and self._popup is not None
            and self.results_open
        ):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_results()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with Easel.on(self) as easel:
            middle = self.height() / 2
            easel.icon("magnify", QRectF(12, middle - 10, 20, 20), colour("ink2"))
            if not self.text():
                wide = width(self._key, font(12)) + 16
                box = QRectF(self.width() - 8 - wide, middle - 11, wide, 22)
                easel.box(box, 5, colour("sunken"))
                easel.text(box, self._key, font(12), colour("ink2"), CENTRE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit_margins()

    def _fit_margins(self) -> None:
        ends = [38, int(width(self._key, font(12))) + 32]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        self.setTextMargins(ends[0], 0, ends[1], 0)

    def _hear(self, words: str) -> None:
        if not words.strip():
            self.close_results()
        self.asked.emit(words.strip())

    def _enter(self) -> None:
        row = self._popup.current_row if self._popup is not None and self.results_open else -1
        if row >= 0:
            self._choose(self.found.at(row).key)
        elif self.text().strip():
            self.submitted.emit(self.text().strip())

    def _escape(self) -> None:
        if self.results_open:
            self.close_results()
        else:
            self.clear()
            self.asked.emit("")

    def _choose(self, key: str) -> None:
        self.close_results()
        self.clear()
        self.chosen.emit(key)

    def _open(self) -> "ResultsPopup":
        if self._popup is None:
            self._popup = ResultsPopup(self.found, self.window())
            self._popup.opened.connect(lambda row: self._choose(self.found.at(row).key))
        return self._popup


class ResultsPopup(QWidget):
    """The list under the field; it never takes the keyboard away from it."""

    opened = Signal(int)

    def __init__(self, found: FoundModel, window: QWidget) -> None:
        super().__init__(window)
        self._nothing = ""
        self._list = _ResultsList(found)
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
            paint_avatar(
                easel, QRectF(start + 10, middle - 16, 32, 32), initials(one.title), one.uid
            )
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
