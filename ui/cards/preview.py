"""The card on the desk: the very page that will be printed, with name and size above and the pager below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.last_time import LastLine
from ui.cards.pictures import Pictures, Sight
from ui.cards.preview_head import PreviewHead
from ui.cards.shown import Page
from ui.shared.buttons import IconButton
from ui.shared.easel import Easel
from ui.shared.focus import ringed
from ui.shared.paper import PaperSheet
from ui.shared.text import Figure
from ui.shared.theme import colour

_RADIUS, _SIDE = 16, 26
_ROOMY = 480
"""On a narrower desk the card needs the room more than the air around it."""
_A6 = QSizeF(148, 105)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Preview(QWidget):
    """Keys page: arrows, Page Up and Down, Home and End."""

    stepped = Signal(int)
    """By how many cards; the first and last are asked for with `jumped`."""
    jumped = Signal(int)
    """0 for the first card, -1 for the last."""
    drawn = Signal()
    """The card that is asked for lies there now."""

    def __init__(self, words: Words, explain: Callable[[Exception], None]) -> None:
        super().__init__()
        self.sheet = PaperSheet(words("Greeting card"), _A6)
        self._pager = Figure("", 14, 500)
        self._before = IconButton("chevron-left", words("Card before"), ink="accent")
        self._after = IconButton("chevron-right", words("Next card"), ink="accent")
        self._pictures = Pictures(self, self._show_picture, explain)
        self.last_line = LastLine()
        self._head = PreviewHead(words)
        self.edit_button, self.anew_button = self._head.acts
        self._page: Page | None = None
        self._form = (_A6.width(), _A6.height())
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._ask)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self.setAccessibleName(words("The card as it will be printed"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ringed(self, _RADIUS)
        self._around, self._foot = QVBoxLayout(), QBoxLayout(_ACROSS)
        self._turn()
        self._lay_out()

    @property
    def is_drawn(self) -> bool:
        """Whether the card that is asked for lies there, and no older one."""
        return not self._pictures.waiting

    @property
    def page(self) -> Page | None:
        return self._page

    def show_page(self, page: Page) -> None:
        self._page = page
        self._pager.setText(page.pager)
        self.last_line.say(page.last_line)
        self._before.setEnabled(not page.is_first)
        self._after.setEnabled(not page.is_last)
        self._head.show_page(page)
        self.setAccessibleDescription(f"{page.name}, {page.aside}, {page.pager}")
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        if key in {forward, Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self.stepped.emit(1)
        elif key in {back, Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            self.stepped.emit(-1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.jumped.emit(0 if key == Qt.Key.Key_Home else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_roomy = self.width() >= _ROOMY
        side = _SIDE if is_roomy else 0
        self._foot.setDirection(_ACROSS if is_roomy else _DOWN)
        self._around.setContentsMargins(side, 0, side, 0)
        # The sheet learns its size after this event.
        self._settle.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), _RADIUS, colour("desk"))

    def sizeHint(self) -> QSize:
        return QSize(728, 600)

    def _lay_out(self) -> None:
        last = QHBoxLayout()
        last.addWidget(self.last_line)
        last.addStretch()
        pager = QHBoxLayout()
        pager.setSpacing(12)
        pager.addStretch()
        for part in (self._before, self._pager, self._after):
            pager.addWidget(part)
        pager.addStretch()
        self._foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._foot.addLayout(last, 1)
        self._foot.addLayout(pager)
        self._foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, _SIDE, 0, 22)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        self._around.addWidget(self.sheet)
        whole.addLayout(self._around, 1)
        whole.addLayout(self._foot)

    def _turn(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icons = ("chevron-right", "chevron-left") if mirrored else ("chevron-left", "chevron-right")
        for button, icon in zip((self._before, self._after), icons, strict=True):
            button.show_icon(icon, button.accessibleName())

    def _ask(self) -> None:
        """The card in the size in which it lies here; until it comes the one before stays."""
        page = self._page
        if page is None:
            return
        if page.facts is None or page.paper.card != self._form:
            self._form = page.paper.card
            self._pictures.give_up()
            self._show_picture(None)
        if page.facts is not None and page.on is not None:
            size, ratio = self.sheet.sheet().size(), self.devicePixelRatioF()
            pixels = (round(size.width() * ratio), round(size.height() * ratio))
            self._pictures.ask(Sight(facts=page.facts, on=page.on, pixels=pixels))

    def _show_picture(self, picture: QImage | None) -> None:
        page = self._page
        if page is not None:
            draw = partial(_draw, picture) if picture is not None else None
            words = page.facts.text if page.facts else page.aside
            self.sheet.show_sheet(QSizeF(*page.paper.card), draw, words)
            if self.is_drawn:
                self.drawn.emit()


def _draw(picture: QImage, painter: QPainter, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
