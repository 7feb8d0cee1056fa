"""The page of all label designs: the owner's own as they look, and those to begin a new one from."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.printing.designer.gallery import Gallery, Tile
from ui.printing.designer.tile import FOOT, TILE, DesignTile
from ui.printing.designer.tile_grid import TileGrid
from ui.printing.labels.sheet_buttons import StockButton
from ui.shared.buttons import IconButton
from ui.shared.fields import Field
from ui.shared.headers import SECTION, Heading
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable


class GalleryPage(QWidget):
    """The view of `Gallery`."""

    opened = Signal(int)
    begun = Signal(str, str)
    """What to begin from, and the sheet."""
    print_wanted = Signal(int)
    removed = Signal(int)
    doubled = Signal(int)
    sheet_wanted = Signal(str)
    """Another one than this is to be chosen."""

    def __init__(self, desk: Desk, gallery: Gallery) -> None:
        super().__init__()
        self._desk, self._gallery = desk, gallery
        words = desk.words
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self.own, self.starts = TileGrid(), TileGrid()
        self.mine = Heading(words("Your designs"), "", SECTION)
        self.stock = StockButton(words)
        self.stock.setObjectName("designs.stock")
        self.sheet = Field(words("Sheet of labels"), self.stock)
        self._shown: tuple[list[Tile], list[Tile]] | None = None
        self._sheet = ""
        self.stock.clicked.connect(lambda: self.sheet_wanted.emit(self._sheet))
        self._lay_out()

    @property
    def is_drawn(self) -> bool:
        tiles = [*self.own.findChildren(DesignTile), *self.starts.findChildren(DesignTile)]
        return all(one.is_drawn for one in tiles)

    def refresh(self) -> None:
        stock = self._gallery.stock(self._sheet)
        if stock is None:
            self._sheet = self._gallery.usual_sheet()
            stock = self._gallery.stock(self._sheet)
        if stock is not None:
            self.stock.show_stock(stock)
        shown = (self._gallery.designs(), self._gallery.begins(self._sheet))
        if shown != self._shown:
            before, self._shown = self._shown or ([], []), shown
            if shown[0] != before[0] or not self.own.tiles:
                self.own.show_tiles([self._own_tile(one) for one in shown[0]])
            if shown[1] != before[1]:
                self.starts.show_tiles([self._start_tile(one) for one in shown[1]])
        for part in (self.mine, self.own):
            part.setVisible(bool(shown[0]))
        self.mine.show_words(self._desk.words("Your designs"), str(len(shown[0])))

    def menu_for(self, tile: Tile) -> QMenu:
        """What can be done with one of the owner's own."""
        words, menu, number = self._desk.words, QMenu(self), int(tile.key)
        if tile.label is not None:
            menu.addAction(words("Open")).triggered.connect(partial(self.opened.emit, number))
            menu.addAction(words("Print labels")).triggered.connect(
                partial(self.print_wanted.emit, number)
            )
        menu.addAction(words("Double")).triggered.connect(partial(self.doubled.emit, number))
        menu.addAction(words("Remove")).triggered.connect(partial(self.removed.emit, number))
        return menu

    def choose_sheet(self, name: str) -> None:
        """What there is to begin from is drawn for that one."""
        self._sheet = name
        self.refresh()

    def _own_tile(self, tile: Tile) -> "OwnTile":
        made = OwnTile(self._desk, self._pool, tile)
        number = int(tile.key)
        if tile.label is None:
            made.open.setEnabled(False)
            made.open.setToolTip(tile.detail)
        made.open.clicked.connect(partial(self.opened.emit, number))
        made.more.clicked.connect(lambda: self._pop_up(tile, made.more))
        made.removed.connect(partial(self.removed.emit, number))
        made.doubled.connect(partial(self.doubled.emit, number))
        return made

    def _start_tile(self, tile: Tile) -> DesignTile:
        made = DesignTile(self._desk, self._pool, tile.title, tile.detail, tile.label)
        made.setObjectName(f"start.{tile.key}")
        made.clicked.connect(lambda: self.begun.emit(tile.key, self._sheet))
        return made

    def _pop_up(self, tile: Tile, button: QWidget) -> None:
        menu = self.menu_for(tile)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _lay_out(self) -> None:
        words = self._desk.words
        self.sheet.setMaximumWidth(400)
        new = QVBoxLayout()
        new.setSpacing(4)
        new.addWidget(Heading(words("Begin a new one"), "", SECTION))
        new.addWidget(
            Text(
                words("Choose the sheet that you have, and what comes nearest to what you want."),
                13,
                ink="ink2",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.sheet, 1)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(16)
        column.addWidget(self.mine)
        column.addWidget(self.own)
        column.addSpacing(8)
        column.addLayout(new)
        column.addLayout(row)
        column.addWidget(self.starts)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(column))


class OwnTile(QWidget):
    """A design of the owner's own with its menu over its corner; Delete and Ctrl+D work on it, too."""

    removed = Signal()
    doubled = Signal()

    def __init__(self, desk: Desk, pool: QThreadPool, tile: Tile) -> None:
        super().__init__()
        self.open = DesignTile(desk, pool, tile.title, tile.detail, tile.label)
        self.open.setParent(self)
        self.open.setObjectName(f"design.{tile.key}")
        said = desk.words("More about {name}", name=tile.title)
        self.more = IconButton("dots-horizontal", said)
        self.more.setParent(self)
        self.setFixedSize(TILE)
        mirrored = desk.words.right_to_left
        self.more.move(
            0 if mirrored else TILE.width() - self.more.width(), TILE.height() - FOOT + 3
        )
        self.setFocusProxy(self.open)

    def sizeHint(self) -> QSize:
        return TILE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[int, Callable[[], object]] = {Qt.Key.Key_Delete: self.removed.emit}
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            acts = {Qt.Key.Key_D: self.doubled.emit}
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
