"""The top strip: search at the leading end, work under way and the main act at the trailing end."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.shared.margins import margins
from ui.shared.search import SearchField

HEIGHT = 72
AFTER_SEARCH = 2


class Strip(QWidget):
    """72 high; what is added stands at the trailing end in the order of adding."""

    def __init__(self, search: SearchField) -> None:
        super().__init__()
        self.search = search
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(margins(40, 0, 32, 0))
        self._row.setSpacing(24)
        self._row.addWidget(search, 100)
        self._row.addStretch(1)

    def add_beside_search(self, part: QWidget) -> None:
        """Before all that stands at the trailing end, and so does Tab come to it."""
        self._row.insertWidget(AFTER_SEARCH, part)
        QWidget.setTabOrder(self.search, part.focusProxy() or part)

    def add(self, part: QWidget) -> None:
        self._row.addWidget(part)
