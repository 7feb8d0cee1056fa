"""How long a key in the editor takes until the card on the desk says it, beside merely drawing that card.

A demo shop's Cards screen is opened offscreen; letters are typed into a card's text, and each time we
wait until the new picture lies on the desk. The floor is the same card written and drawn by itself.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
GOAL = 0.1
KEYS = 60


def main() -> int:
    from app.clock import system_clock
    from ui.desktop import Desktop
    from ui.shared.theme import application, theme
    from ui.start.demo import fill_demo

    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--keys", type=int, default=KEYS)
    keys = asked.parse_args().keys
    application()
    theme()
    with tempfile.TemporaryDirectory() as folder:
        environ = {"LANG": "cs_CZ", "TZ": "Europe/Prague"}
        fill_demo(Path(folder), system_clock, environ, "cs")
        desktop = Desktop(Path(folder), "en", environ=environ)
        desktop.open()
        told, drawn = measured(desktop, keys)
        desktop.leave()
    slow = quantiles(told, n=20)[-1]
    print(f"the card alone, written and drawn   {median(drawn) * 1000:6.1f} ms")
    print(
        f"from a key to the card on the desk  {median(told) * 1000:6.1f} ms, 95th {slow * 1000:.1f} ms"
    )
    print(f"ratio {median(told) / median(drawn):.2f}; goal: within {GOAL * 1000:.0f} ms")
    return 0 if slow <= GOAL else 1


def measured(desktop: object, keys: int) -> tuple[list[float], list[float]]:
    from PySide6.QtWidgets import QApplication

    desk = desktop.desk
    desk.write_cards(desk.shop.customers.several(range(1, 9)) and list(range(1, 9)))
    screen = desk.window.stack.currentWidget()
    wait_for(screen)
    screen.presenter.edit()
    text, told, drawn = screen.editor.text, [], []
    for n in range(keys):
        started = time.perf_counter()
        text += " abcdefgh"[n % 9]
        screen.presenter.write(text)
        wait_for(screen)
        QApplication.processEvents()
        told.append(time.perf_counter() - started)
        drawn.append(alone(screen))
    return told, drawn


def wait_for(screen: object) -> None:
    from PySide6.QtWidgets import QApplication

    while not screen.preview.is_drawn:
        QApplication.processEvents()


def alone(screen: object) -> float:
    """The same card once more, without a window."""
    from ui.cards.pictures import Sight, _drawn

    page = screen.preview.page
    started = time.perf_counter()
    _drawn(Sight(facts=page.facts, on=page.on, pixels=(620, 440)), lambda _done, _total: None)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
