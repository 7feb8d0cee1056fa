"""A layout that sets its parts in rows like words, each row in the middle, from the leading side."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.shared.flow import Parts

Row = list[tuple[QLayoutItem, QSize]]


class Wrapping(Parts):
    """Rows of what fits beside each other; in the middle, or from the `leading` edge."""

    def __init__(self, gap: int, *, leading: bool = False) -> None:
        super().__init__()
        self._gap, self._leading = gap, leading

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def heightForWidth(self, wide: int) -> int:
        rows = self._rows(wide)
        high = sum(max(size.height() for _one, size in row) for row in rows)
        return high + self._gap * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:
        sizes = [one.sizeHint() for one in self._items]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [one.sizeHint() for one in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            self._set(row, rect, top)
            top += max(size.height() for _one, size in row) + self._gap

    def _set(self, row: Row, rect: QRect, top: int) -> None:
        wide = sum(size.width() for _one, size in row) + self._gap * (len(row) - 1)
        high = max(size.height() for _one, size in row)
        holder = self.parentWidget()
        mirrored = isinstance(holder, QWidget) and (
            holder.layoutDirection() == Qt.LayoutDirection.RightToLeft
        )
        x = 0 if self._leading else max(0, (rect.width() - wide) // 2)
        for one, size in row:
            left = rect.right() + 1 - x - size.width() if mirrored else rect.left() + x
            one.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
            x += size.width() + self._gap

    def _rows(self, wide: int) -> list[Row]:
        rows: list[Row] = []
        room = 0
        for one in self._items:
            size = one.sizeHint()
            size.setWidth(min(size.width(), max(wide, 1)))
            if not rows or size.width() > room:
                rows.append([])
                room = wide
            rows[-1].append((one, size))
            room -= size.width() + self._gap
        return rows
