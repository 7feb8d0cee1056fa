"""The desktop: opens the shop in its window, or asks a new shop its first questions."""

import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.changes import Kind
from app.clock import Clock, system_clock
from app.errors import ShopError
from app.keeping.folders import danger_of
from app.keeping.settings import Settings
from app.shop import Shop
from reports.sentences import folder_warning, sentence
from resources.words import Words, words_in
from ui.desk import Desk
from ui.places import Places
from ui.shared.garbage import GarbageRound
from ui.shared.theme import Scheme, application, theme
from ui.shell.crash import Crash
from ui.shell.memory import ShopMemory
from ui.shell.window import Window, show
from ui.tongue import Tongue

if TYPE_CHECKING:
    from ui.counter.mode import CounterMode

DONE, REFUSED = 0, 1
DEMO = "demo"
COUNTER = "counter.on"
"""What the shop remembers while customers have the screen; see `ui.counter.mode`."""
CALM = 2000
"""Milliseconds between two looks at what changed without us."""
PATIENCE = 2000
"""Milliseconds for which the window stands still at most while another till is writing."""
LOG_FILE, LOG_BYTES = "regulars.log", 200_000
"""A log that has grown so large is put aside when the program starts; one old one is kept."""
LOG_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def open_desktop(folder: Path, language: str | None) -> int:
    """Shows the shop in `folder` until its window is closed; answers the exit code.

    `language` is the one to speak, whatever the shop's own is.
    """
    app = application()
    theme()
    desktop = Desktop(folder, language)
    try:
        desktop.open()
    except ShopError as refused:
        desktop.refuse(refused)
        app.exec()
        return REFUSED
    garbage = GarbageRound()
    try:
        return app.exec()
    finally:
        desktop.leave()
        garbage.leave()


class Desktop:
    """One program on one screen: the shop that is open, and the window it is shown in."""

    def __init__(
        self,
        folder: Path,
        language: str | None = None,
        *,
        clock: Clock = system_clock,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._home, self._language = folder, language
        self._clock, self._environ = clock, environ
        self._tongue = Tongue()
        self._log: logging.FileHandler | None = None
        self._crash: Crash | None = None
        self._watch: Watch | None = None
        self._shop: Shop | None = None
        self._settings: Settings | None = None
        self.counter: CounterMode | None = None
        """While customers have the screen."""
        self.desk: Desk | None = None
        """Of the shop that is shown; None while a new shop is asked its questions."""
        self.window: QWidget | None = None

    def open(self) -> None:
        """Opens the shop and shows it; see `Shop.open` for what it may raise."""
        shop = Shop.open(self._home, self._clock, self._environ)
        self._write_log(shop)
        if shop.settings.read().set_up:
            self._furnish(shop)
        else:
            self._ask(shop)

    def refuse(self, why: ShopError) -> None:
        """Says in one calm dialog why the shop cannot be opened."""
        from PySide6.QtCore import QLocale

        from ui.shared.dialog import Dialog

        language = self._language or QLocale.system().name()
        words = self._tongue.speak(words_in(language))
        dialog = Dialog(words("The shop cannot be opened"))
        dialog.say(sentence(why, words))
        dialog.add_way_out(words("Close"))
        self.window = dialog
        show(dialog)

    def enter_counter(self) -> None:
        """Gives the screen to customers, until the owner types her PIN."""
        desk = self._free_desk()
        if desk is None or self.counter is not None:
            return
        from ui.counter.mode import CounterMode

        self.counter = CounterMode(desk.shop)
        self.counter.begun.connect(desk.window.hide)
        self.counter.left.connect(self._leave_counter)
        self.counter.begin()

    def leave(self) -> None:
        """Closes whatever is open, once the work under way is done."""
        if self.counter is not None:
            self.counter.leave()
            self.counter = None
        if self.window is not None:
            self.window.close()
        if self.desk is not None:
            self.desk.stop_unfinished()
        QThreadPool.globalInstance().waitForDone()
        self._empty_out()
        self._tongue.rest()
        if self._crash is not None:
            self._crash.leave()
            self._crash = None
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()
            self._log = None

    def open_demo(self) -> None:
        """Fills the invented shop beside this one, if it is empty, and shows it in this window."""
        from ui.start.demo import fill_demo

        desk = self._free_desk()
        if desk is None:
            return
        words, folder = desk.words, self._home / DEMO
        desk.work(
            lambda _shop, _report: fill_demo(folder, self._clock, self._environ, words.language),
            lambda _done: QTimer.singleShot(0, lambda: self._move(folder)),
            say=lambda _done, _total: words("Making the demo shop"),
            icon="storefront-outline",
        )

    def back_home(self) -> None:
        """From the demo back to one's own shop."""
        if self._free_desk() is not None:
            self._move(self._home)

    def _leave_counter(self) -> None:
        self.counter = None
        if self.desk is not None:
            show(self.desk.window)
            self._take_on()

    def _is_at_counter(self) -> bool:
        """Whether customers have the screen; what broke is mended there without a word."""
        return self.counter is not None and self.counter.recover()

    def _free_desk(self) -> Desk | None:
        """The desk; None, with a word about it, while work is under way that belongs to its window."""
        desk = self.desk
        if desk is not None and desk.window.job_strip.isVisible():
            desk.window.tell(
                desk.words("Please wait until the work under way is done, or stop it.")
            )
            return None
        return desk

    def _move(self, folder: Path) -> None:
        if self.desk is None:
            return
        shop = self.desk.attempt(lambda: Shop.open(folder, self._clock, self._environ))
        if shop is not None:
            self._furnish(shop)

    def _ask(self, shop: Shop) -> None:
        from ui.start.view import make_questions

        self._watch_for_crashes(self._tongue.speak(self._words_of(shop.settings.read())))
        page = make_questions(shop, self._tongue.speak, self._language)
        page.answered.connect(lambda: self._furnish(shop))
        self._shop, self.window = shop, page
        show(page)

    def _furnish(self, shop: Shop) -> None:
        """Shows `shop` in a window of its own, in the place of the one there was."""
        settings = self._settings = shop.settings.read()
        shop.renew_till()
        shop.book.wait_at_most(PATIENCE)
        theme().follow(cast("Scheme", settings.theme))
        words = self._tongue.speak(self._words_of(settings))
        places = Places()
        window = Window(words, places.in_sidebar(), ShopMemory(shop.settings))
        desk = Desk(shop, words, window)
        desk.open_demo = self.open_demo
        desk.enter_counter = self.enter_counter
        desk.on_change(window, self._follow)
        places.open_in(window, desk)
        self._sign(window, settings, desk)
        self._mark_demo(window, desk)
        before, old = self.window, self._shop
        self._watch_for_crashes(words)
        self._put_in_place(window, desk, before)
        if old is not None and old is not shop:
            old.close()

    def _put_in_place(self, window: Window, desk: Desk, before: QWidget | None) -> None:
        old, thing = self.desk, QApplication.focusWidget()
        if old is not None:
            old.leave()
        if before is not None:
            window.setGeometry(before.geometry())
            window.setWindowState(before.windowState())
        self.window, self.desk, self._shop = window, desk, desk.shop
        self._watch = Watch(desk.shop)
        if old is not None and old.shop is desk.shop:
            screen = window.go(old.window.stack.key)
            desk.take_over(old)
            if thing is not None and (same := screen.findChild(QWidget, thing.objectName())):
                same.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            window.go("today")
        self._show_first(window, desk.shop)
        self._warn_of_the_folder(desk)
        if before is not None:
            before.close()
            before.deleteLater()

    def _show_first(self, window: Window, shop: Shop) -> None:
        """The window; or the counter, where customers had the screen when the program last ended."""
        if shop.settings.recall(COUNTER) != "1" or not shop.settings.read().counter_pin:
            show(window)
            return
        theme().cover()
        # Never shown, it must be there all the same for what hears scans in it later.
        window.winId()
        self.enter_counter()

    def _warn_of_the_folder(self, desk: Desk) -> None:
        danger = danger_of(desk.shop.folder)
        if danger:
            desk.window.tell(folder_warning(danger, desk.words), icon="alert-outline")

    def _sign(self, window: Window, settings: Settings, desk: Desk) -> None:
        words = desk.words
        owner = settings.owner or desk.shop.book.by
        window.setWindowTitle(f"{settings.name} – Regulars" if settings.name else "Regulars")
        window.sidebar.mark.show_shop(settings.name or "Regulars", "Regulars")
        window.sidebar.person.show_person(owner, words("Owner"), owner)

    def _mark_demo(self, window: Window, desk: Desk) -> None:
        if desk.shop.folder != self._home:
            from ui.start.demo import demo_sign

            window.strip.add(demo_sign(desk.words, self.back_home))

    def _follow(self, kinds: frozenset[Kind]) -> None:
        """The window takes on what was decided, also by another window or by undoing."""
        if Kind.SETTINGS in kinds and self.desk is not None:
            settings = self.desk.shop.settings.read()
            if settings != self._settings:
                self._settings = settings
                QTimer.singleShot(0, self._take_on)

    def _take_on(self) -> None:
        desk = self.desk
        if desk is None or self.counter is not None:
            return
        settings = desk.shop.settings.read()
        if self._words_of(settings) is desk.words and not desk.shop.has_changed_money:
            theme().follow(cast("Scheme", settings.theme))
            self._sign(desk.window, settings, desk)
        elif desk.window.job_strip.isVisible():
            # Work under way belongs to its window: the other language waits for it.
            QTimer.singleShot(CALM, self._take_on)
        else:
            self._furnish(desk.shop)

    def _words_of(self, settings: Settings) -> Words:
        return words_in(self._language or settings.language)

    def _watch_for_crashes(self, words: Words) -> None:
        if self._crash is not None:
            self._crash.leave()
        self._crash = Crash(words, lambda: self.window, self._is_at_counter)
        self._crash.watch()

    def _write_log(self, shop: Shop) -> None:
        """A small file beside the book, for the day when somebody asks what happened."""
        file = shop.folder / LOG_FILE
        with suppress(OSError):
            if file.exists() and file.stat().st_size > LOG_BYTES:
                file.replace(file.with_suffix(".old.log"))
            self._log = logging.FileHandler(file, encoding="utf-8", delay=True)
            self._log.setFormatter(logging.Formatter(LOG_LINE))
            logging.getLogger().addHandler(self._log)

    def _empty_out(self) -> None:
        if self._watch is not None:
            self._watch.stop()
        if self.desk is not None:
            self.desk.leave()
        if self._shop is not None:
            self._shop.close()
        self._watch = self.desk = self._shop = None


class Watch(QObject):
    """Notices what changes without us: another program writing in the book, and a new day."""

    def __init__(self, shop: Shop, every: int = CALM) -> None:
        super().__init__()
        self._shop = shop
        self._seen = self._now()
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Publishes every kind of thing as changed, when the book or the day is not that of the last look."""
        now = self._now()
        if now != self._seen:
            self._seen = now
            self._shop.book.changes.publish(Kind)

    def stop(self) -> None:
        self._timer.stop()

    def _now(self) -> tuple[int, object]:
        return self._shop.book.value("PRAGMA data_version"), self._shop.today()
