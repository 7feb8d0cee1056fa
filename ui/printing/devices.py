"""The printers of this computer, asked of the system, and what is sent to one of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from reports.papers import Edge
from ui.cards.printing import PrinterGone
from ui.printing.device import TRAYS, USUAL, Device, Rims

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo


_CUPS_OPTIONS = 0xFE00  # PPK_CupsOptions of Qt's `qcups_p.h`; other engines pass it by


class Devices(Protocol):
    """Where printers come from; a test brings its own."""

    def all(self) -> Sequence[Device]: ...

    def printer(self, name: str, tray: str = USUAL) -> "QPrinter":
        """That one, ready to be prepared for a page. Raises `PrinterGone`."""


class SystemDevices:
    """Those that the system knows."""

    def all(self) -> Sequence[Device]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return [device(one) for one in QPrinterInfo.availablePrinters()]

    def printer(self, name: str, tray: str = USUAL) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        info = QPrinterInfo.printerInfo(name)
        if info.isNull():  # Qt would take another one in its place
            raise PrinterGone(name=name)
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        if tray:
            printer.setPaperSource(QPrinter.PaperSource[tray])
            _tell_cups(printer, tray)
        return printer


def _tell_cups(printer: "QPrinter", tray: str) -> None:
    """Qt tells the tray to Windows alone; CUPS takes it as an option, as Qt's own dialog gives it."""
    from PySide6.QtPrintSupport import QPrintEngine

    printer.printEngine().setProperty(
        QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS), ["InputSlot", tray]
    )


def device(info: "QPrinterInfo") -> Device:
    """What the system says of a printer."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    mm = QPageSize.Unit.Millimeter
    least = info.minimumPhysicalPageSize().size(mm)
    most = info.maximumPhysicalPageSize().size(mm)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    modes = set(info.supportedDuplexModes())
    by_edge = {
        Edge.LONG: QPrinter.DuplexMode.DuplexLongSide,
        Edge.SHORT: QPrinter.DuplexMode.DuplexShortSide,
    }
    sizes = [one.size(mm) for one in info.supportedPageSizes()]
    return Device(
        name=info.printerName(),
        title=info.description() or info.printerName(),
        is_default=info.isDefault(),
        trays=_trays(printer),
        turns=frozenset(edge for edge, mode in by_edge.items() if mode in modes),
        sizes=tuple((one.width(), one.height()) for one in sizes),
        takes_any_size=info.supportsCustomPageSizes(),
        smallest=(least.width(), least.height()),
        largest=(most.width() or 10_000.0, most.height() or 10_000.0),
        rims=_rims(printer),
    )


def _trays(printer: "QPrinter") -> tuple[str, ...]:
    """Qt tells them on Windows alone; everywhere else the hand is told from the usual tray."""
    from PySide6.QtPrintSupport import QPrinter

    asked = getattr(printer, "supportedPaperSources", None)
    known = asked() if asked is not None else [QPrinter.PaperSource.Manual]
    names = dict.fromkeys(one.name for one in known)
    return (USUAL, *(name for name in names if name in TRAYS))


def _rims(printer: "QPrinter") -> Rims:
    """Of the paper that lies in it by default."""
    from PySide6.QtGui import QPageLayout

    layout = QPageLayout(printer.pageLayout())
    layout.setUnits(QPageLayout.Unit.Millimeter)
    near = layout.minimumMargins()
    return (near.left(), near.top(), near.right(), near.bottom())
