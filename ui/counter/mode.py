"""Counter mode as a whole: goes in, stays in whatever happens, and is left by the owner's PIN alone."""

import logging
import sqlite3
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.keeping.database import NOT_NOW
from app.shop import Shop
from ui.counter.at_counter import AtCounter
from ui.counter.covers import Covers, screen_called
from ui.counter.lock import Lock
from ui.counter.making import Making
from ui.counter.presenter import Counter
from ui.counter.printing import CouponPrinter
from ui.counter.scans import listen
from ui.counter.thanks_page import ThanksPage
from ui.counter.times import Times
from ui.counter.window import CounterWindow

log = logging.getLogger(__name__)
STILL_HERE, CALM = 10_000, 1_000
"""Milliseconds: after the system said that it shuts down; between two mendings."""
ON, SCREEN = "counter.on", "counter.screen"
"""What the shop remembers: that it is in counter mode, and on which screen."""


class CounterMode(QObject):
    """From `begin` until `left`; the shop's own window is hidden meanwhile by whoever began it."""

    begun = Signal()
    """There is a PIN, and customers may come."""
    left = Signal()

    def __init__(self, shop: Shop, times: Times | None = None, *, full: bool = True) -> None:
        super().__init__()
        self._shop, self._full = shop, full
        self._side = AtCounter(shop)
        self._times = times or Times()
        making = Making(now=self._side.now, currency=shop.settings.read().currency)
        self.window = CounterWindow(self._side.house, Lock(self._side), making, self._times)
        self.printer = CouponPrinter(shop)
        self.counter = Counter(self._side, self.window, can_print=self.printer.is_there)
        self.covers = Covers()
        self._look = QTimer(self, interval=self._times.look)
        self._recovered = QTimer(self, interval=CALM, singleShot=True)
        self._is_on = self._has_left = False
        self._listen()

    def begin(self) -> None:
        """Shows itself; without a PIN the owner chooses one first."""
        screen = screen_called(self._shop.settings.recall(SCREEN))
        if self._full:
            self.window.fill(screen)
        else:
            self.window.show()
        if self._side.pin():
            self._start()
        else:
            self.window.ask_pin()

    def recover(self) -> bool:
        """Something broke that nobody foresaw: whoever was there is let go, and the start is shown.

        Answers whether that is all; while the owner is still choosing her PIN she is told.
        """
        if not self._is_on:
            self._end()
            return False
        if not self._recovered.isActive():
            self._begin_anew()
        return True

    def let_session_end(self) -> None:
        """The system is shut down: it need not wait for a PIN. Where it is not after all, nothing changes."""
        self.window.set_free()
        QTimer.singleShot(STILL_HERE, self, self._stay)

    def leave(self) -> None:
        """The program ends: nothing is shown any more, but it is remembered that counter mode was on."""
        if self._has_left:
            return
        self._has_left = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setAutoSipEnabled(True)
        self._look.stop()
        self.window.guard.leave()
        self.covers.lift()
        self.window.set_free()
        if self._is_on:
            self._side.be_patient(with_customers=False)
            self.counter.leave()
        self._is_on = False
        self.window.close()
        self.window.deleteLater()

    def _begin_anew(self) -> None:
        # What breaks again at once is looked at later: `_look` goes on.
        self._recovered.start()
        log.warning("counter mode begins anew")
        self.window.go_blank()
        for way in (self.counter.leave, self.counter.rest):
            try:
                way()
            except Exception as broken:  # noqa: BLE001 - whatever broke may break again on the way out
                log.warning("it breaks again: %s", type(broken).__name__)
            else:
                return

    def _listen(self) -> None:
        self.window.opened.connect(self._open)
        self.window.given_up.connect(self._end)
        self.window.print_asked.connect(self._print)
        self.covers.made.connect(self.window.guard.let_in)
        self.covers.changed.connect(self._spread)
        self._look.timeout.connect(self.counter.look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.commitDataRequest.connect(self.let_session_end)
            # The system's own keyboard would lie over ours, and learn what people write.
            app.setAutoSipEnabled(False)

    def _stay(self) -> None:
        if self._is_on:
            self.window.lock_in()
            self.counter.rest()

    def _open(self) -> None:
        """The PIN was right: out of counter mode, or into it where it was just chosen."""
        if self._is_on:
            self._end()
        else:
            self._start()

    def _start(self) -> None:
        self._is_on = True
        self._remember(on=True)
        self._side.be_patient(with_customers=True)
        self.window.counter = self.counter
        self.window.lock_in()
        self.window.guard.stand(self.window)
        listen(self.window, self.counter)
        if self._full:
            self._spread()
        self.counter.open()
        self._look.start()
        self.begun.emit()

    def _end(self) -> None:
        self._remember(on=False)
        # First the window behind: the program ends when no window is left.
        self.window.guard.leave()
        self.window.set_free()
        self.left.emit()
        self.leave()

    def _spread(self) -> None:
        """Screens came or went: the counter stays on its own, or goes to one that there is."""
        if not (self._is_on and self._full):
            return
        screen = screen_called(self._shop.settings.recall(SCREEN))
        if self.window.screen() is not screen:
            self.window.fill(screen)
        self.covers.spread(screen)
        self.window.come_to_front()

    def _print(self) -> None:
        if isinstance(self.window.page, ThanksPage):
            self.printer.put(self.window.page)

    def _remember(self, *, on: bool) -> None:
        # A full disk must not keep the owner in.
        with suppress(*NOT_NOW, sqlite3.Error):
            self._shop.settings.remember(ON, "1" if on else "")
