"""The main window: sidebar, search strip, the places, and the notices at the foot of the page."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from resources.words import Words
from ui.shared.focus import no_short_ways
from ui.shared.search import SearchField
from ui.shared.sidebar import Entry, Sidebar
from ui.shared.strip import Strip
from ui.shared.theme import theme
from ui.shell.keys import Keys
from ui.shell.memory import Forgetful, Memory
from ui.shell.places import Place, Stack

if TYPE_CHECKING:
    from ui.shared.job_strip import JobStrip
    from ui.shared.notice import Notice

SMALLEST = QSize(1024, 680)
USUAL = QSize(1440, 900)
RAIL_BELOW = 1200
DIGITS = 9
NOTICE_BOTTOM = 12
TITLE_BAR = 32
UNSEEN = "offscreen"


def least_size(room: QSize) -> QSize:
    """How small a window may be made where the screen leaves `room`: some leave less than `SMALLEST`."""
    return SMALLEST.boundedTo(room)


def first_size(room: QSize) -> QSize:
    """How large a window opens at first: as usual, and with its title bar within the screen."""
    return USUAL.boundedTo(QSize(room.width(), room.height() - TITLE_BAR))


def room_for(window: QWidget) -> QSize:
    """What the screen leaves; the small one of Qt's that nobody sees leaves as much as is asked."""
    room = window.screen().availableSize()
    is_seen = QApplication.platformName() != UNSEEN or room.width() >= SMALLEST.width()
    return room if is_seen else USUAL + QSize(0, TITLE_BAR)


def open_at_first(window: QWidget) -> None:
    """Gives `window` its first size; it fills a screen that is too small for the usual one."""
    window.resize(first_size(room_for(window)))
    if window.size() != USUAL:
        window.setWindowState(Qt.WindowState.WindowMaximized)


class Window(QWidget):
    """The frame that every screen stands in."""

    files_dropped = Signal(list)
    """Paths of files let fall anywhere in the window."""
    went = Signal(str)

    def __init__(self, words: Words, places: Sequence[Place], memory: Memory | None = None) -> None:
        super().__init__()
        self.words, self.memory = words, memory or Forgetful()
        self.undo: Callable[[], object] | None = None
        """What Ctrl+Z does when no notice offers its own Undo."""
        self._notice_undoes = True
        self._notice: Notice | None = None
        self._job_strip: JobStrip | None = None
        self.sidebar = Sidebar(words("Places"))
        self.search = SearchField(words("Find a customer, card or coupon"))
        self.strip = Strip(self.search)
        self.stack = Stack(places)
        self.keys = Keys()
        for place in places:
            self.sidebar.add(Entry(place.key, words(place.title), place.icon), foot=place.foot)
        self._lay_out()
        self._bind()
        self._restore()

    @property
    def notice(self) -> "Notice":
        """The strip at the foot of the page, made when there is something to tell."""
        if self._notice is None:
            from ui.shared.notice import Notice

            self._notice = Notice(self)
        return self._notice

    @property
    def job_strip(self) -> "JobStrip":
        """Work under way, made when there is some."""
        if self._job_strip is None:
            from ui.shared.job_strip import JobStrip

            self._job_strip = JobStrip(self.words("Stop"))
            self.strip.add_beside_search(self._job_strip)
        return self._job_strip

    def go(self, key: str) -> QWidget:
        """Show the place `key` and mark it in the sidebar; returns its screen."""
        place = self.stack.places[key]
        self.strip.setVisible(place.strip)
        screen = self.stack.go(key)
        self.sidebar.choose(place.within or key)
        self._fit_sidebar()
        screen.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self._place_notice()
        return screen

    def tell(
        self, said: str, undo: Callable[[], object] | None = None, *, icon: str = "check"
    ) -> None:
        """A notice at the foot of the page; with `undo` it can be taken back there or by Ctrl+Z."""
        self._notice_undoes = True
        self.notice.tell(said, self.words("Undo"), undo, icon=icon)
        self._place_notice()

    def tell_undone(self, said: str, redo: Callable[[], object]) -> None:
        """A notice that something was taken back; Ctrl+Z goes on to what was done before that."""
        self._notice_undoes = False
        self.notice.tell(said, self.words("Redo"), redo, icon="undo-variant")
        self._place_notice()

    def name_key(self, key: str, said: str) -> None:
        """List one more key, worked elsewhere, in the overview of F1."""
        self.keys.name(key, said)

    def bind(self, key: str, said: str, act: Callable[[], object]) -> QShortcut:
        """`key` does `act` anywhere in the window, and F1 tells it as `said`."""
        self.keys.name(key, said)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)
        return shortcut

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_keys(self) -> None:
        """The overview of all keys."""
        from ui.shell.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.words, self.keys, self).open()

    def focusNextPrevChild(self, forward: bool) -> bool:
        with no_short_ways(self):
            return super().focusNextPrevChild(forward)

    def sizeHint(self) -> QSize:
        return USUAL

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()
        self._place_notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        shape = bytes(self.saveGeometry().data())
        self.memory.set("window.shape", b64encode(shape).decode("ascii"))
        self.memory.set("window.place", self.stack.key)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.strip)
        page.addWidget(self.stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addLayout(page, 1)
        self.setMinimumSize(least_size(self.screen().availableSize()))
        self.setAcceptDrops(True)

    def _bind(self) -> None:
        words = self.words
        self.bind("Ctrl+K", words("Find"), self.focus_search)
        self.bind("Ctrl+Z", words("Undo"), self._undo)
        self.bind("F1", words("Keys"), self.show_keys)
        for number, place in enumerate(self.stack.places.values(), 1):
            numbered = f"Ctrl+{number}" if number <= DIGITS and not place.foot else ""
            if key := place.shortcut or numbered:
                self.bind(key, words(place.title), partial(self.go, place.key))
        self.sidebar.chosen.connect(self.go)
        self.stack.went.connect(self.went)

    def _undo(self) -> None:
        taken_back = self._notice_undoes and self._notice is not None and self._notice.act()
        if not taken_back and self.undo is not None:
            self.undo()

    def _restore(self) -> None:
        kept = self.memory.get("window.shape")
        if not self.restoreGeometry(b64decode(kept)):
            open_at_first(self)

    def _fit_sidebar(self) -> None:
        place = self.stack.places.get(self.stack.key)
        rail = self.width() < RAIL_BELOW or (place is not None and place.rail)
        if rail != self.sidebar.is_rail:
            self.sidebar.set_rail(rail=rail)

    def _place_notice(self) -> None:
        if self._notice is None or self._is_in_dialog():
            return
        over = getattr(self.stack.currentWidget(), "notice_over", None) or self.stack
        page = QRect(over.mapTo(self, QPoint()), over.size())
        self._notice.lie_over(page, bottom=self.height() - NOTICE_BOTTOM - 1)

    def _is_in_dialog(self) -> bool:
        """Puts the notice into the dialog that is open, behind which nobody would see it."""
        from ui.shared.dialog import Dialog

        dialog, notice = QApplication.activeModalWidget(), self.notice
        ground = dialog.parentWidget() if isinstance(dialog, Dialog) else None
        if not isinstance(dialog, Dialog) or ground is None or ground.window() is not self:
            return False
        if notice.parent() is not dialog:
            self._move_notice(dialog)
            dialog.finished.connect(self._take_notice_back)
        notice.lie_over(dialog.rect(), bottom=dialog.foot_top - 1)
        return True

    def _take_notice_back(self) -> None:
        if isValid(self) and self._notice is not None:
            self._move_notice(self)
            self._place_notice()

    def _move_notice(self, to: QWidget) -> None:
        notice, is_shown = self.notice, not self.notice.isHidden()
        notice.setParent(to)
        if is_shown:
            notice.show()
            notice.raise_()


def show(window: QWidget) -> None:
    """Shows `window` in the whole look."""
    theme().cover()
    window.show()
