"""A counter in a process of its own: touches faces and numbers without end, and tells each reply that stands.

`python -m tests.ui.counter.answering FOLDER` until somebody ends it.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest

from tests.ui.counter.conftest import QUICK, Finger
from ui.counter.mode import CounterMode
from ui.shared.theme import application, theme


def main(folder: Path) -> None:
    app = application()
    theme().cover()
    from app.clock import system_clock
    from app.shop import Shop

    shop = Shop.open(folder, system_clock, {"USER": "Jana", "TZ": "Europe/Prague"})
    mode = CounterMode(shop, QUICK, full=False)
    mode.window.resize(1280, 800)
    mode.begin()
    app.sendPostedEvents(None, 0)
    finger = Finger(mode, QTest.createTouchDevice())
    for number in count():
        face, figure = number % 5 + 1, number % 11
        finger.on_screen()
        finger.on(f"face.{face}")
        tell(number, "visit", face)
        finger.on(f"number.{figure}")
        tell(number, "friend", figure)
        finger.on("done")
        finger.on("skip")
        finger.on("close")


def tell(visit: int, question: str, score: int) -> None:
    """The person saw that her touch was taken."""
    sys.stdout.write(f"{visit} {question} {score}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
