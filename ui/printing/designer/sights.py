"""What `ui.screens` shows of label designs: the list, and the editor."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from ui.printing.designer.view import DesignsPart
from ui.printing.parts import DESIGNS
from ui.printing.screen import PrintingScreen

Settled = Callable[[], QWidget]
"""The window, once nothing is under way any more."""


def sights(screen: PrintingScreen, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """Names and the window that shows it just now."""
    part = screen.go_to(DESIGNS)
    if not isinstance(part, DesignsPart):
        return
    sheet = part.gallery.usual_sheet()
    made = [part.gallery.begin(start, sheet) for start in ("birthday", "jar", "price", "loyalty")]
    part.visited()
    yield "printing-designs", settled()
    if (last := made[-1]) is not None:
        part.open(last.id)
    part.editor.presenter.choose(1)
    part.editor.presenter.go_to_longest()
    yield "printing-designer", settled()
