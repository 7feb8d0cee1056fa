"""The window that customers see: the whole screen, one page at a time, and no way out but the owner's."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from resources.words import words_in
from ui.counter.covers import FLAGS
from ui.counter.fading import Fading, fade
from ui.counter.frame import Look
from ui.counter.guard import Guard
from ui.counter.idle import Idle
from ui.counter.lock import Lock
from ui.counter.making import Making, make
from ui.counter.measure import is_narrow, measure_of
from ui.counter.pages import Asking, Asleep, Attract, Page, Thanking
from ui.counter.pin_page import PinPage
from ui.counter.resting import Resting
from ui.counter.shop_side import House
from ui.counter.still_there import StillThere
from ui.counter.thanks_page import ThanksPage
from ui.counter.times import Times

if TYPE_CHECKING:
    from ui.counter.presenter import Counter

SOON, AGAIN = 150, 1000
"""Milliseconds after which the window comes to the front, and tries again."""


class CounterWindow(QWidget):
    """The view of `Counter`. Every page is made anew, so that no widget has seen two people."""

    opened = Signal()
    """The owner typed her PIN."""
    given_up = Signal()
    """She left the choice of a PIN."""
    print_asked = Signal()

    def __init__(
        self, house: Callable[[], House], lock: Lock, making: Making, times: Times
    ) -> None:
        super().__init__(None, FLAGS)
        self._house, self._lock, self._making, self._times = house, lock, making, times
        self.counter: Counter | None = None
        self.page: QWidget | None = None
        self.pin: PinPage | None = None
        self.still: StillThere | None = None
        self.guard = Guard(times.deaf)
        self.idle = Idle(times.idle, times.warning, self)
        self._closing = QTimer(self, singleShot=True)
        self._front = QTimer(self, singleShot=True)
        self._fading: Fading | None = None
        self._shown: tuple[object, ...] = ()
        self._key, self._language = "", "en"
        self._is_free, self._is_full = True, False
        self.setObjectName("counter")
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._listen()

    def lock_in(self) -> None:
        """From now on only the PIN opens."""
        self._is_free = False

    def set_free(self) -> None:
        """It may be closed."""
        self._is_free = True
        if self.pin is not None:
            self.pin.hide()
        for clock in (self.idle, self._closing, self._front):
            clock.stop()

    def fill(self, screen: QScreen) -> None:
        """Takes the whole of `screen`, over everything else."""
        self._is_full = True
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.come_to_front()

    def show_page(self, page: Page, language: str) -> None:
        house = self._house()
        shown = (page, language, house, self.size())
        if shown == self._shown and isinstance(page, Attract | Asleep):
            return
        self._shown, self._language = shown, language
        right = words_in(language).right_to_left
        way = Qt.LayoutDirection
        self.setLayoutDirection(way.RightToLeft if right else way.LeftToRight)
        key, before = _key_of(page), self._key
        self._put(self._made(page), fades=bool(before) and key != before)
        self._time(page)
        if key != before:
            self.guard.be_deaf()
        self._key = key

    def forget(self) -> None:
        self._closing.stop()
        self.idle.stop()
        self._hide_still()
        self._end_fading()
        self._key, self._shown = "", ()
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def go_blank(self) -> None:
        """Nothing at all is shown, when not even the start can be."""
        self.forget()
        self._put(QWidget(), fades=False)

    def ask_pin(self) -> None:
        """The owner wants to get out; or, where there is none yet, chooses a PIN to get in."""
        if self.pin is not None:
            return
        self._closing.stop()
        self._hide_still()
        pin = self.pin = PinPage(self.look_of(self._house().language), self._lock)
        pin.opened.connect(self._open)
        pin.cancelled.connect(self._give_up)
        self._lay_over(pin)
        self.idle.begin()

    def come_to_front(self) -> None:
        """Whatever was laid over it, and even if it was made small."""
        if self._is_free:
            return
        if self._is_full and not self.isFullScreen():
            self.showFullScreen()
        elif self.isMinimized() or not self.isVisible():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        # Some systems let no window push itself to the front at once: it is tried again until it is there.
        self._front.start(AGAIN)

    def look_of(self, language: str) -> Look:
        house = self._house()
        return Look(
            words=words_in(language),
            measure=measure_of(self.size()),
            shop=house.name,
            shop_words=house.words,
            hold=self._times.hold,
            narrow=is_narrow(self.size()),
        )

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._is_free)
        self._come_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._come_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.WindowStateChange, QEvent.Type.ActivationChange}:
            self._come_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.page, self.pin, self.still):
            if part is not None:
                part.setGeometry(self.rect())
        old, new = event.oldSize(), self.size()
        is_other = measure_of(old) != measure_of(new) or is_narrow(old) != is_narrow(new)
        if self.counter is not None and is_other:
            QTimer.singleShot(0, self, self.counter.show_again)

    def _listen(self) -> None:
        self.guard.touched.connect(self._hear_touch)
        self.guard.called.connect(self.ask_pin)
        self.idle.warned.connect(self._warn)
        self.idle.stayed.connect(self._hide_still)
        self.idle.gone.connect(self._go)
        self._closing.timeout.connect(self._rest)
        self._front.timeout.connect(self._look)

    def _made(self, page: Page) -> QWidget:
        if self.counter is None:
            raise LookupError
        made = make(page, self.look_of(self._language), self.counter, self._making)
        if isinstance(made, Resting):
            made.touched.connect(self.counter.touch)
        if isinstance(made, ThanksPage):
            made.closed.connect(self._rest)
            made.printed.connect(self.print_asked)
        held = made if isinstance(made, Resting) else made.head
        held.held.connect(self.ask_pin)
        return made

    def _put(self, page: QWidget, *, fades: bool) -> None:
        old, self.page = self.page, page
        self._end_fading()
        self._fading = fade(old, self) if fades else None
        page.setParent(self)
        page.setGeometry(self.rect())
        page.show()
        if self._fading is not None:
            self._fading.raise_()
        if self.pin is not None:
            self.pin.raise_()
        else:
            self._focus(page)
        if old is not None:
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def _end_fading(self) -> None:
        fading, self._fading = self._fading, None
        if fading is not None and isValid(fading):
            fading.end()

    def _focus(self, page: QWidget) -> None:
        first = page.first_focus() if hasattr(page, "first_focus") else None
        (first or self).setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _lay_over(self, page: QWidget) -> None:
        page.setParent(self)
        page.setGeometry(self.rect())
        page.show()
        page.raise_()
        self._focus(page)

    def _time(self, page: Page) -> None:
        """Each page gives its place up by itself."""
        if isinstance(page, Thanking):
            takes_time = isinstance(self.page, ThanksPage) and self.page.takes_time
            self._closing.start(self._times.gift if takes_time else self._times.thanks)
        elif not isinstance(page, Attract | Asleep):
            self.idle.begin()
        elif isinstance(page, Asleep) and page.told:
            self._closing.start(self._times.thanks)

    def _hear_touch(self) -> None:
        # While it is asked whether anybody is there, the answer is the touch of that page.
        if not self.idle.is_warning:
            self.idle.stay()

    def _warn(self, seconds: int) -> None:
        if self.still is None:
            look = self.look_of(self._language)
            self.still = StillThere(look.words, look.measure, self)
            self.still.stays.connect(self.idle.stay)
            self.still.setGeometry(self.rect())
            self.still.show()
            self.still.raise_()
        self.still.count(seconds)

    def _hide_still(self) -> None:
        still, self.still = self.still, None
        if still is not None:
            still.hide()
            still.deleteLater()

    def _go(self) -> None:
        """Nobody is there any more."""
        self._hide_still()
        self._close_pin()
        if self.counter is not None:
            self.counter.leave()
        else:
            self.given_up.emit()

    def _rest(self) -> None:
        if self.counter is not None:
            self.counter.rest()

    def _open(self) -> None:
        self._close_pin()
        self.opened.emit()

    def _give_up(self) -> None:
        self._close_pin()
        if self.counter is None:
            self.given_up.emit()
        elif self.page is not None:
            self._focus(self.page)
            if not self.counter.is_somebody_there:
                self.counter.rest()

    def _close_pin(self) -> None:
        pin, self.pin = self.pin, None
        if pin is not None:
            pin.hide()
            pin.deleteLater()
        self.idle.stay()

    def _come_soon(self) -> None:
        if not self._is_free:
            self._front.start(SOON)

    def _look(self) -> None:
        """Whether it is seen, whole, and has the keyboard."""
        is_there = self.isVisible() and not self.isMinimized() and self.isActiveWindow()
        if not is_there or (self._is_full and not self.isFullScreen()):
            self.come_to_front()


def _key_of(page: Page) -> str:
    """The same for a page that is only shown anew, as after a touch on one of its chips."""
    question = page.question.key if isinstance(page, Asking) else ""
    return f"{type(page).__name__} {question}"
