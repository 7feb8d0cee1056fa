"""What `ui.screens` shows of labels, envelopes and sheets."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from reports.stock import stock
from ui.desk import Desk
from ui.printing.labels.besides_said import CARDS, offered
from ui.printing.labels.view import LabelsPart
from ui.printing.parts import LABELS, SHEETS
from ui.printing.screen import PrintingScreen
from ui.printing.sheets.view import SheetsPart

Settled = Callable[[], QWidget]
"""The window, once nothing is under way any more."""
_SHEET = "Avery L7160"
_MEASURED = {
    "labels_across": "3",
    "labels_down": "8",
    "label_width": "64",
    "label_height": "33.9",
    "left_margin": "7",
    "upper_margin": "12.9",
}


def sights(desk: Desk, screen: PrintingScreen, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """Names and the window that shows it just now."""
    drawer = desk.shop.printing.drawer
    drawer.put_in(_SHEET, gone=range(1, 13))
    kept = drawer.put_in(_SHEET, gone=range(1, 4), torn=[9])
    labels = screen.go_to(LABELS)
    if isinstance(labels, LabelsPart):
        settled()
        labels.presenter.use(kept)
        yield "printing-labels", settled()
        yield "printing-mixed", _mixed(labels, desk, settled)
        labels.presenter.change(besides=())
        labels.choose_stock(_SHEET)
        labels.choices.stock.click()
        yield "printing-picker", settled()
        labels.picker.left.emit()
        labels.people.lists.setFocus()
        labels.presenter.change(kind="envelopes", postage_box=True)
        yield "printing-envelopes", settled()
    sheets = screen.go_to(SHEETS)
    if isinstance(sheets, SheetsPart):
        sheets.presenter.choose(_SHEET)
        sheets.presenter.choose_part(kept)
        yield "printing-sheets", settled()
        sheets.begin()
        for key, text in _MEASURED.items():
            sheets.measure.fields[key].set_text(text)
        sheets.measure.look()
        sheets.measure.drawing.measure("label_width")
        yield "printing-measuring", settled()


def _mixed(labels: LabelsPart, desk: Desk, settled: Settled) -> QWidget:
    """For three people an address, a card and a coupon each, on a sheet of cards."""
    labels.choose_people(desk.shop.book.column("SELECT id FROM customers LIMIT 3"))
    labels.choose_stock("Avery C32011")
    settled()
    offers = [one.key for one in offered(desk.shop, stock("Avery C32011"), desk.words)]
    coupons = [key for key in offers if key.startswith("coupon:")]
    for key in (*coupons[:1], CARDS):
        labels.presenter.add_besides(key, 0)
    labels.choices.besides.begin.click()
    return settled()
