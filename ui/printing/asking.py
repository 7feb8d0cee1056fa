"""From a document to the printer that takes it: our dialog, and what follows from what was chosen in it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reports.two_sided import Turning
from ui.cards.printing import PaperPrinter, Way
from ui.cards.shown import Paperwork
from ui.printing.devices import Devices, SystemDevices
from ui.printing.learn_dialog import LearnDialog
from ui.printing.print_choices import BY_HAND, ITSELF, Chosen, PrintChoices, Wanted
from ui.printing.print_dialog import PrintDialog
from ui.printing.turn_dialog import TurnAsker

if TYPE_CHECKING:
    from ui.desk import Desk


def ask_printer(
    desk: "Desk",
    over: QWidget,
    page: tuple[float, float],
    title: str,
    work: Paperwork | None = None,
    devices: Devices | None = None,
) -> PaperPrinter | None:
    """The printer that was chosen, corrected and ready for both sides; None when the dialog was left."""
    work, devices = work or Paperwork(), devices or SystemDevices()
    wanted = Wanted(page=page, title=title, edge=work.edge, paper=work.paper, once=work.once)
    dialog = PrintDialog(desk, devices, wanted, work.draw, over)
    dialog.exec()
    if dialog.chosen is None:
        return None
    if dialog.chosen.sides == BY_HAND and dialog.choices.turning(dialog.chosen) is None:
        asked = LearnDialog(desk, devices, dialog.chosen, page, over)
        asked.exec()
        if asked.turning is None:
            return None
        dialog.choices.keep_turning(dialog.chosen, asked.turning)
    asker = partial(TurnAsker, desk.words, over)
    # The printer may have gone while the dialog was open.
    return desk.attempt(partial(ready, dialog.chosen, dialog.choices, devices, asker))


def ready(
    chosen: Chosen,
    choices: PrintChoices,
    devices: Devices,
    asker: Callable[[Turning], TurnAsker],
) -> PaperPrinter:
    """That printer, as it was chosen. Raises `PrinterGone`."""
    printer = devices.printer(chosen.device.name, chosen.tray)
    printer.setDocName(choices.wanted.title)
    printer.setCopyCount(chosen.copies)
    off = choices.correction(chosen)
    edge = choices.wanted.edge if chosen.sides in {ITSELF, BY_HAND} else None
    way = Way(off=off, edge=edge)
    if chosen.sides == BY_HAND:
        turning = choices.turning(chosen) or Turning()
        way = Way(off=off, edge=edge, turning=turning, ask_turn=asker(turning).ask)
    return PaperPrinter(printer, choices.wanted.page, way)
