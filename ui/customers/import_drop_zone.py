"""The field that a list is dropped on, which also says what has become of it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.easel import Easel
from ui.shared.job_strip import Bar
from ui.shared.text import Text
from ui.shared.theme import colour

WIDE, TALL, RADIUS, ICON = 720, 320, 16, 40
CENTRE = Qt.AlignmentFlag.AlignHCenter


class DropZone(QWidget):
    """A dashed field that takes files."""

    dropped = Signal(list)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._icon, self._over = "tray-arrow-down", False
        self.title = Text("", 20, 600, wrap=True)
        self.detail = Text("", 14, ink="ink2", wrap=True)
        self.bar = Bar(6)
        self.choose = Button("", Kind.PRIMARY, height=MAIN)
        self.stop = Button(words("Stop"))
        self.kinds = Text("", 13, ink="ink2")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, TALL)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_words(self, title: str, detail: str, icon: str = "tray-arrow-down") -> None:
        self._icon = icon
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        self.update()

    def show_acts(self, choose: str, *, kinds: str = "") -> None:
        """The button to choose with; no reading is under way."""
        self.choose.setText(choose)
        self.choose.setAccessibleDescription(self.accessibleName())
        self.choose.updateGeometry()
        self.kinds.setText(kinds)
        self._show_parts(reading=False)

    def show_bar(self, share: float | None, said: str) -> None:
        self.bar.show_share(share, said)
        self._show_parts(reading=True)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, TALL)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        trouble = self._icon == "alert-circle-outline"
        with Easel.on(self) as easel:
            easel.box(rect, RADIUS, colour("tint" if self._over else "surface"))
            edge = QPen(colour("accent") if self._over else colour("edge", 0.7), 1.5)
            edge.setDashPattern([5, 4])
            easel.painter.setPen(edge)
            easel.painter.drawRoundedRect(rect, RADIUS, RADIUS)
            box = QRectF((self.width() - ICON) / 2, 44, ICON, ICON)
            easel.icon(self._icon, box, colour("bad" if trouble else "accent"))

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _show_parts(self, *, reading: bool) -> None:
        self.bar.setVisible(reading)
        self.stop.setVisible(reading)
        self.choose.setVisible(not reading)
        self.kinds.setVisible(not reading and bool(self.kinds.text()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 44 + ICON + 16, 56, 32)
        column.setSpacing(0)
        self.bar.setFixedWidth(320)
        parts = (
            (self.title, 6),
            (self.detail, 24),
            (self.bar, 24),
            (self.stop, 0),
            (self.choose, 16),
            (self.kinds, 0),
        )
        for part, gap in parts:
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                column.addWidget(part)
            else:
                column.addWidget(part, 0, CENTRE)
            column.addSpacing(gap)
        column.addStretch()
