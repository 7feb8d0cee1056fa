"""What `ui.screens` shows of designs: the three kinds for the table, coupons to choose among, Settings."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.coupons.view import CouponsScreen
from ui.desk import Desk
from ui.printing.screen import PrintingScreen
from ui.printing.table.view import MAKERS, TablePart
from ui.settings.on_paper import OnPaperSection

Settled = Callable[[], QWidget]
"""The window, once nothing is under way any more."""


def sights(desk: Desk, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """Names and the window that shows it just now."""
    printing = desk.window.go("printing")
    part = printing.go_to("table") if isinstance(printing, PrintingScreen) else None
    if isinstance(part, TablePart):
        for kind in MAKERS:
            part.show_kind(kind)
            yield f"table-{kind}", settled()
    coupons = desk.window.go("coupons")
    if isinstance(coupons, CouponsScreen):
        coupons.choose_people([])
        page = coupons.making("coupons")
        page.begin({"value": "10"})
        settled()
        designs = page.form.designs
        if designs is not None:
            _into_sight(coupons, designs)
        yield "coupons-designs", settled()
    settings = desk.window.go("settings")
    section = settings.findChild(OnPaperSection)
    if section is not None:
        settled()
        _into_sight(settings, section)
        yield "settings-paper", settled()


def _into_sight(screen: QWidget, part: QWidget) -> None:
    for area in screen.findChildren(QScrollArea):
        if area.isAncestorOf(part):
            area.ensureWidgetVisible(part)
