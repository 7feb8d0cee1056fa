"""Pictures of every screen of the demo shop, in several languages and both themes, made without a screen."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, QSize, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.demo.people import Town, read_town
from app.loyalty.programme import Promotion, Window
from app.shop import Shop
from app.thanks.prints import record, to_print
from ui.counter.sights import sights
from ui.desk import Desk
from ui.desktop import Desktop
from ui.printing import sights as printing
from ui.printing.table import sights as table
from ui.shared.theme import Scheme, application, theme
from ui.start.demo import fill_demo

OUT = Path("build", "screens")
SIZE = QSize(1440, 900)
COUNTER = QSize(1280, 800)
"""Of a touch screen on a counter."""
MORNING = datetime(2026, 11, 24, 9)  # noqa: DTZ001 - in the time of whichever shop is shown
QUIET = 4
"""So many looks in a row must find nothing under way before a picture is taken."""
BETWEEN = 40
"""Milliseconds from one look to the next."""
SOON = 500
"""Milliseconds for which something waits that begins when typing pauses; what waits longer is no work."""
MESSY = (
    "Jméno;Telefon;E-mail;Narozeniny;Město\n"
    "NOVÁKOVÁ ZDEŇKA;603 118 274;zdenka@seznam.cz;5. března 1958;Brno\n"
    "Ing. Karel Svoboda, Ph.D.;+420 777 123 456;;1961-12-02;Modřice\n"
    "Hana Malá;72x 114;hana(at)centrum.cz;31. 2. 1980;Brno\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One row of pictures: the words' language, the theme, and whose names stand in the book."""

    language: str
    scheme: Scheme
    people: str


SETTINGS = (
    Setting(language="en", scheme="light", people="cs"),
    Setting(language="en", scheme="dark", people="cs"),
    Setting(language="cs", scheme="light", people="cs"),
    Setting(language="sk", scheme="light", people="sk"),
    Setting(language="da", scheme="light", people="da"),
    Setting(language="kk", scheme="light", people="kk"),
    Setting(language="he", scheme="light", people="he"),
    Setting(language="he", scheme="dark", people="he"),
)


def main(arguments: list[str]) -> int:
    """Takes all the pictures; answers the exit code."""
    asked = argparse.ArgumentParser(prog="ui.screens", description=__doc__)
    asked.add_argument("--out", type=Path, default=OUT)
    out = asked.parse_args(arguments).out
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    out.mkdir(parents=True, exist_ok=True)
    for setting in SETTINGS:
        theme().follow(setting.scheme)
        with TemporaryDirectory() as folder:
            for screen, window in _screens(setting, Path(folder)):
                file = out / f"{screen}.{setting.language}.{setting.scheme}.png"
                window.grab().save(str(file))
                print(file)  # noqa: T201 - said on the command line
    return 0


def _screens(setting: Setting, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Each screen's name and the window that shows it just now."""
    town = read_town(setting.people)
    clock, environ = _clock(town), _environ(setting, town)
    new, home = folder / "new", folder / "shop"
    fill_demo(home, clock, environ, setting.people)
    _busy_days(home, clock, town)
    _wear(home, clock, setting.scheme)
    with _opened(Desktop(new, setting.language, clock=clock, environ=environ)) as desktop:
        yield "questions", _settled(desktop)
    _set_up(new, clock, town)
    _wear(new, clock, setting.scheme)
    with _opened(Desktop(new, setting.language, clock=clock, environ=environ)) as desktop:
        yield "doors", _settled(desktop)
        if desktop.desk is not None:
            desktop.desk.window.go("feedback")
        yield "feedback-empty", _settled(desktop)
    with _opened(Desktop(home, setting.language, clock=clock, environ=environ)) as desktop:
        yield from _places(desktop, folder)
    shop = Shop.open(home, clock, environ)
    shop.settings.change(language=setting.language)
    yield from sights(shop, COUNTER)
    shop.close()


@contextmanager
def _opened(desktop: Desktop) -> Iterator[Desktop]:
    desktop.open()
    try:
        yield desktop
    finally:
        desktop.leave()


def _places(desktop: Desktop, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Every place there is; some are shown with something in them."""
    desk = desktop.desk
    if desk is None:
        return
    due = [one.customer.id for one in to_print(desk.shop.book, desk.today())]
    file = folder / "customers.csv"
    file.write_text(MESSY, "utf-8")
    ways: dict[str, Callable[[], object]] = {
        "customers": lambda: desk.show_customer(due[1]),
        "cards": lambda: desk.write_cards(due),
        "loyalty": lambda: _serve(desk, due[1]),
        "import": lambda: desk.take_in(file),
        "programme": lambda: _plan(desk),
    }
    for key in desk.window.stack.places:
        ways.get(key, partial(desk.window.go, key))()
        yield key, _settled(desktop)
    yield from _feedback(desktop, desk)
    yield from printing.sights(desk, partial(_settled, desktop))
    yield from table.sights(desk, partial(_settled, desktop))


def _feedback(desktop: Desktop, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """The parts of Feedback, with a case open and a survey that is being changed."""
    from ui.feedback.view import FeedbackScreen

    screen = desk.window.go("feedback")
    waiting = desk.shop.voice.cases.to_do(desk.today(), 1)
    if not isinstance(screen, FeedbackScreen) or not waiting:
        return
    desk.open_case(waiting[0].id)
    yield "feedback-case", _settled(desktop)
    for part in ("comments", "changes", "surveys"):
        screen.go_to(part)
        yield f"feedback-{part}", _settled(desktop)
    screen.surveys.surveys.change(desk.shop.voice.surveys.all()[0].key)
    yield "feedback-survey", _settled(desktop)
    screen.write_down()
    yield "feedback-answer", _settled(desktop)


def _serve(desk: Desk, customer: int) -> None:
    """The counter in the middle of a sale."""
    from ui.loyalty.view import LoyaltyScreen

    desk.serve(customer)
    screen = desk.window.stack.currentWidget()
    if isinstance(screen, LoyaltyScreen):
        screen.side.amount.setText("248")
        screen.counter.type("248")


def _plan(desk: Desk) -> None:
    """Dearer points and a promotion wait to be switched on, and are tried on past sales."""
    from ui.loyalty.programme_view import ProgrammeScreen

    programmes = desk.shop.till.programmes
    now, first = programmes.current(), desk.today() + timedelta(days=5)
    window = Window(starts=first, ends=first + timedelta(days=25))
    advent = Promotion(name="Advent", multiplier=Decimal(2), window=window)
    earn = replace(now.earn, per=now.earn.per * 2, visit=1)
    programmes.propose(replace(now, earn=earn, promotions=(advent,)))
    screen = desk.window.go("programme")
    if isinstance(screen, ProgrammeScreen):
        screen.trial.run()


def _settled(desktop: Desktop) -> QWidget:
    """The window, once nothing is under way any more."""
    window = desktop.window
    if window is None:
        raise LookupError
    window.resize(SIZE)
    loop, quiet = QEventLoop(), 0

    def look() -> None:
        nonlocal quiet
        pools = (QThreadPool.globalInstance(), *window.findChildren(QThreadPool))
        is_busy = any(pool.activeThreadCount() for pool in pools)
        soon = any(_is_due(timer) for timer in window.findChildren(QTimer))
        quiet = 0 if is_busy or soon else quiet + 1
        if quiet >= QUIET:
            loop.quit()

    clock = QTimer(interval=BETWEEN)
    clock.timeout.connect(look)
    clock.start()
    loop.exec()
    clock.stop()
    return window


def _is_due(timer: QTimer) -> bool:
    """Something begins in a moment, once typing has paused."""
    return timer.isSingleShot() and timer.isActive() and timer.interval() <= SOON


def _clock(town: Town) -> Clock:
    now = MORNING.replace(tzinfo=ZoneInfo(town.facts["zone"])).astimezone(UTC)
    return lambda: now


def _environ(setting: Setting, town: Town) -> dict[str, str]:
    return {"LANG": f"{setting.language}_{town.facts['country']}", "TZ": town.facts["zone"]}


def _set_up(folder: Path, clock: Clock, town: Town) -> None:
    shop = Shop.open(folder, clock, {})
    facts = {name: town.facts[name] for name in ("country", "zone", "owner")}
    shop.settings.change(name=town.facts["shop"], language=town.language, set_up=True, **facts)
    shop.close()


def _wear(folder: Path, clock: Clock, scheme: Scheme) -> None:
    shop = Shop.open(folder, clock, {})
    shop.settings.change(theme=scheme)
    shop.close()


def _busy_days(folder: Path, clock: Clock, town: Town) -> None:
    """A few newcomers and a card already printed, as in any week of a shop."""
    shop = Shop.open(folder, clock, {})
    try:
        due = to_print(shop.book, shop.today())
        record(shop.book, "birthday", [(one.customer.id, one.kept) for one in due[:1]])
        names = zip(town.women[3:6], town.surnames[7:10], strict=True)
        for ago, (given, surname) in enumerate(names):
            last = surname.rpartition("/")[2]
            day = shop.today() - timedelta(days=ago * 2)
            shop.customers.add(day, first_name=given, last_name=last)
    finally:
        shop.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
