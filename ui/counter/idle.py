"""Notices that nobody touches the screen any more: warns, counts down, and gives the place up."""

from PySide6.QtCore import QObject, QTimer, Signal

SECOND = 1000


class Idle(QObject):
    """Runs from `begin` until `stop`; each `stay` begins anew."""

    warned = Signal(int)
    """Seconds that are left; told once each second."""
    stayed = Signal()
    """Somebody is still there after a warning."""
    gone = Signal()

    def __init__(self, patience: int, warning: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._warning = warning
        self._quiet = QTimer(self, interval=max(0, patience - warning), singleShot=True)
        self._count = QTimer(self, interval=min(SECOND, warning))
        self._quiet.timeout.connect(self._warn)
        self._count.timeout.connect(self._tell)

    @property
    def is_warning(self) -> bool:
        return self._count.isActive()

    def begin(self) -> None:
        self._count.stop()
        self._quiet.start()

    def stop(self) -> None:
        self._quiet.stop()
        self._count.stop()

    def stay(self) -> None:
        """Somebody touched the screen."""
        if self._quiet.isActive() or self.is_warning:
            was_warning = self.is_warning
            self.begin()
            if was_warning:
                self.stayed.emit()

    def _warn(self) -> None:
        self._left = max(1, round(self._warning / SECOND))
        self._count.start()
        self.warned.emit(self._left)

    def _tell(self) -> None:
        self._left -= 1
        if self._left > 0:
            self.warned.emit(self._left)
        else:
            self.stop()
            self.gone.emit()
