"""A card before the scanner is heard on every page, and what a scanner types stands nowhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.counter.presenter import Counter
from ui.counter.window import CounterWindow
from ui.shell.scanner import Scanner


def listen(window: CounterWindow, counter: Counter) -> Scanner | None:
    """From now on; None where the window is not shown."""

    def meant(text: str, _field: QWidget | None) -> Callable[[], object] | None:
        # A PIN that is typed fast is a PIN all the same.
        return None if window.pin is not None else lambda: counter.scan(text)

    handle = window.windowHandle()
    return Scanner(handle, meant) if handle else None
