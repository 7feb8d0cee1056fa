"""Where a box on the canvas is taken hold of: its eight grips, and what the pointer says over each."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt

GRIP = 8
"""Pixels of a grip's side."""
_REACH = 4
"""Pixels beside a grip, or a thin box, that still count."""
_SPREAD = 30
"""Pixels of a side below which it has no grip in its middle."""
_CURSORS: Mapping[str, Qt.CursorShape] = {
    "lt": Qt.CursorShape.SizeFDiagCursor,
    "rf": Qt.CursorShape.SizeFDiagCursor,
    "rt": Qt.CursorShape.SizeBDiagCursor,
    "lf": Qt.CursorShape.SizeBDiagCursor,
    "l": Qt.CursorShape.SizeHorCursor,
    "r": Qt.CursorShape.SizeHorCursor,
    "t": Qt.CursorShape.SizeVerCursor,
    "f": Qt.CursorShape.SizeVerCursor,
}


def grips(rect: QRectF) -> Iterator[tuple[str, QRectF]]:
    """The edges that each moves (l, r, t, f), and where it is drawn."""
    across, down = rect.width() >= _SPREAD, rect.height() >= _SPREAD
    for edges, at in _spots(rect):
        if (edges in {"t", "f"} and not across) or (edges in {"l", "r"} and not down):
            continue
        yield edges, QRectF(at.x() - GRIP / 2, at.y() - GRIP / 2, GRIP, GRIP)


def grip_at(rect: QRectF, at: QPointF) -> str:
    """The edges that are taken hold of there; "" for none."""
    for edges, spot in grips(rect):
        if spot.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(at):
            return edges
    return ""


def is_over(rect: QRectF, at: QPointF) -> bool:
    """Whether the pointer is over a box, however thin it is."""
    wide, high = max(0.0, _REACH - rect.width() / 2), max(0.0, _REACH - rect.height() / 2)
    return rect.adjusted(-wide, -high, wide, high).contains(at)


def cursor_over(edges: str) -> Qt.CursorShape:
    return _CURSORS[edges]


def _spots(rect: QRectF) -> Iterator[tuple[str, QPointF]]:
    middle = rect.center()
    yield "lt", rect.topLeft()
    yield "t", QPointF(middle.x(), rect.top())
    yield "rt", rect.topRight()
    yield "r", QPointF(rect.right(), middle.y())
    yield "rf", rect.bottomRight()
    yield "f", QPointF(middle.x(), rect.bottom())
    yield "lf", rect.bottomLeft()
    yield "l", QPointF(rect.left(), middle.y())
