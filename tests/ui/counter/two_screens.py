"""Counter mode with a second screen, in a process of its own: only there can screens be made up.

`python -m tests.ui.counter.two_screens FOLDER` says as JSON what lies on which screen.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.counter.covers import Cover
from ui.counter.mode import SCREEN, CounterMode
from ui.counter.window import CounterWindow
from ui.shared.theme import application, theme


def main(folder: Path) -> None:
    application()
    theme().cover()
    from app.clock import system_clock
    from app.shop import Shop

    shop = Shop.open(folder, system_clock, {"USER": "Jana"})
    shop.settings.remember(SCREEN, "counter")
    mode = CounterMode(shop)
    mode.begin()
    pause()
    told = {"begun": shown()}
    for step, name in (("moved", "till"), ("unplugged", "a screen that is gone")):
        shop.settings.remember(SCREEN, name)
        mode.covers.changed.emit()
        pause()
        told[step] = shown()
    told["escaped"] = {"closed": [one.close() for one in windows()]}
    pause()
    told["closed"] = shown()
    mode.leave()
    pause()
    told["left"] = shown()
    sys.stdout.write(json.dumps(told))
    shop.close()


def windows() -> list[QWidget]:
    kinds = (Cover, CounterWindow)
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, kinds) and one.isVisible()
    ]


def shown() -> dict[str, object]:
    """By screen: what lies there, and whether it covers the whole of it."""
    return {
        one.screen().name(): [type(one).__name__, one.geometry() == one.screen().geometry()]
        for one in windows()
    }


def pause() -> None:
    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
