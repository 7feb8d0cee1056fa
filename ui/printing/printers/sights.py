"""What `ui.screens` shows of printers: three invented ones, the assistant, the dialog, the turned stack."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtWidgets import QWidget

from app.printing.corrections import Correction
from app.shop import Shop
from app.thanks.prints import to_print
from reports.mailing import Mailing, draw_mailing
from reports.papers import Edge
from reports.two_sided import Turning
from ui.desk import Desk
from ui.printing.device import USUAL, Device
from ui.printing.print_choices import Wanted
from ui.printing.print_dialog import PrintDialog
from ui.printing.printers.view import PrintersPart
from ui.printing.screen import PrintingScreen
from ui.printing.turn_dialog import TurnDialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Settled = Callable[[], QWidget]
_LASER, _PHOTOS, _ROLLS = "Brother HL-L2350DW", "EPSON ET-2850", "Brother QL-700"
_MEASURED = ("16,2", "14,3", "13,8", "14,3", "14,2", "15,8", "16,8", "15,8", "149,4", "150,3")


class InventedDevices:
    """A laser printer, one for photos and one for rolls; nothing is printed on them."""

    def all(self) -> Sequence[Device]:
        return (
            Device(
                name=_LASER,
                title=_LASER,
                is_default=True,
                trays=(USUAL, "Manual"),
                turns=frozenset(Edge),
                rims=(4.2, 4.2, 4.2, 4.2),
            ),
            Device(name=_PHOTOS, title=_PHOTOS, rims=(3.0, 3.0, 3.0, 3.0)),
            Device(name=_ROLLS, title=_ROLLS, sizes=((62.0, 29.0),), takes_any_size=False),
        )

    def printer(self, name: str, tray: str = USUAL) -> "QPrinter":
        raise LookupError(name, tray)


def sights(desk: Desk, screen: PrintingScreen, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """Names and the window or dialog that shows it just now."""
    part = screen.go_to("printers")
    if not isinstance(part, PrintersPart):
        return
    yield "printers-none", settled()
    part.devices = InventedDevices()
    corrections = desk.shop.printing.corrections
    corrections.keep(Correction(printer=_PHOTOS, right_um=800, across_ppm=-3_000, proved=True))
    part.visited()
    yield "printers", settled()
    part.set_up(_LASER)
    yield "printers-setup", settled()
    yield from _measured(part, settled)
    yield from _dialogs(desk, settled)


def _measured(part: PrintersPart, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    page = part.assistant
    if page is None:
        return
    page.setup.measure()
    for field, text in zip(page.numbers.fields, _MEASURED, strict=True):
        field.setText(text)
    page.numbers.fields[3].setFocus()
    yield "printers-measure", settled()
    page.setup.reckon(page.numbers.of_edges, page.numbers.of_rulers)
    yield "printers-found", settled()
    page.leave()


def _dialogs(desk: Desk, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    words, due = desk.words, to_print(desk.shop.book, desk.today())
    title = words("Address labels")
    order = Mailing(ids=tuple(one.customer.id for one in due), stock="L7160")
    wanted = Wanted(page=(210.0, 297.0), title=title)
    dialog = PrintDialog(desk, InventedDevices(), wanted, partial(_draw, order), desk.window)
    dialog.open()
    settled()
    yield "print-dialog", dialog
    dialog.reject()
    turn = TurnDialog(words, Turning(), desk.window)
    turn.open()
    yield "print-turn", turn
    turn.reject()


def _draw(order: Mailing, shop: Shop, to: BinaryIO) -> None:
    draw_mailing(shop, order, to)
