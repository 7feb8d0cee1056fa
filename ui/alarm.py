"""Tells of what broke in this window, or mends it without a word where customers would read it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.shell.crash import Crash


class Alarm(Crash):
    """Looks the program's version up when there is something to report: that takes 30 ms."""

    def __init__(
        self,
        words: Words,
        window: Callable[[], QWidget | None],
        is_mended: Callable[[], bool],
    ) -> None:
        """`is_mended` answers true where nobody is to be told, because customers would read it."""
        super().__init__(words, "", window)
        self._is_mended = is_mended

    def _show(self, report: str) -> None:
        if not self._is_mended():
            super()._show(report)

    def report(self, broken: BaseException) -> str:
        from importlib.metadata import version

        self._version = version("regulars")
        return super().report(broken)
