"""Room around what a layout holds, in reading order: Qt mirrors what lies in it, but not its margins."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QApplication


def margins(leading: int, top: int, trailing: int, bottom: int) -> QMargins:
    """Margins in pixels for the language the program speaks just now, which a window never outlives."""
    if QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QMargins(trailing, top, leading, bottom)
    return QMargins(leading, top, trailing, bottom)
