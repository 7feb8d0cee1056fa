"""Every page of the counter, one after the other, as pictures are taken of them."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.keeping.pins import hashed
from app.shop import Shop
from ui.counter.mode import CounterMode
from ui.counter.times import Times
from ui.shared.theme import theme

PIN = "2468"
FACE, NUMBER = 4, 9
CLOSED = "mo-su 07:00-08:00"


def sights(shop: Shop, size: QSize) -> Iterator[tuple[str, QWidget]]:
    """Each page's name and the window that shows it just now, by whatever the shop asks."""
    shop.settings.change(counter_pin=hashed(PIN), opening_hours="")
    before, moves = QApplication.layoutDirection(), theme().less_motion
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme().less_motion = True
    mode = CounterMode(shop, Times(deaf=0), full=False)
    mode.window.resize(size)
    mode.begin()
    for way in (_visit(mode), _besides(mode, shop)):
        for name in way:
            QApplication.sendPostedEvents()
            yield f"counter-{name}", mode.window
    mode.leave()
    QApplication.setLayoutDirection(before)
    theme().less_motion = moves


def _visit(mode: CounterMode) -> Iterator[str]:
    """Somebody comes, answers, writes, and would like to be called."""
    counter = mode.counter
    yield "attract"
    counter.touch()
    yield "faces"
    counter.ask_card()
    yield "card"
    counter.no_card()
    counter.score(FACE)
    counter.score(NUMBER)
    counter.give_reason("product")
    yield "nps"
    counter.done()
    yield "comment"
    counter.ask_call()
    yield "call"
    counter.no_call()
    counter.skip()
    yield "thanks"


def _besides(mode: CounterMode, shop: Shop) -> Iterator[str]:
    """The owner's way out, and the night."""
    mode.counter.rest()
    mode.window.ask_pin()
    yield "pin"
    mode.counter.rest()
    shop.settings.change(opening_hours=CLOSED)
    mode.window.set_free()
    mode.counter.touch()
    yield "asleep"
