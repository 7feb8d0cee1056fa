"""Calm dark windows over every other screen, so that nothing of the shop can be reached there."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from ui.counter.resting import night
from ui.shared.easel import Easel

FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)


class Cover(QWidget):
    """Nothing to be seen and nothing to be done."""

    def __init__(self) -> None:
        super().__init__(None, FLAGS)
        self._may_close = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def lie_on(self, screen: QScreen) -> None:
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def lift(self) -> None:
        self._may_close = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), night())


class Covers(QObject):
    """One for each screen but the counter's own, also for those that are plugged in later."""

    made = Signal(QWidget)
    """Before it is shown."""
    changed = Signal()
    """Screens came or went."""

    def __init__(self) -> None:
        super().__init__()
        self.covers: dict[str, Cover] = {}
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._tell)
            app.screenRemoved.connect(self._tell)

    def spread(self, but: QScreen) -> None:
        """Covers every screen but this one."""
        others = {one.name(): one for one in QGuiApplication.screens() if one is not but}
        for name in [name for name in self.covers if name not in others]:
            self.covers.pop(name).lift()
        for name, screen in others.items():
            if name not in self.covers:
                cover = self.covers[name] = Cover()
                self.made.emit(cover)
                cover.lie_on(screen)

    def lift(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._tell)
            app.screenRemoved.disconnect(self._tell)
        for cover in self.covers.values():
            cover.lift()
        self.covers.clear()

    def _tell(self, _screen: QScreen) -> None:
        self.changed.emit()


def screen_called(name: str) -> QScreen:
    """The screen of that name; the first one where it is not plugged in."""
    found = [one for one in QGuiApplication.screens() if one.name() == name]
    return found[0] if found else QGuiApplication.primaryScreen()
