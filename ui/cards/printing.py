"""Puts a PDF on paper through the system's printer: every page whole, at its very size."""

from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from app.errors import ShopError
from app.progress import Cancelled, Report
from ui.cards.pages import Pages, opened

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

COARSEST, FINEST = 300, 600
"""Dots an inch: below, thin strokes break; above, nothing is gained and everything takes longer."""
_INCH = 25.4
_STRIP = 512  # rows drawn at a time, so that a large page at a fine resolution needs little memory


class PrinterRefused(ShopError):
    """The printer called `name` cannot be written to."""


class PaperPrinter:
    """A printer that was chosen, and prepared for pages of one size in millimetres."""

    def __init__(self, printer: "QPrinter", page: tuple[float, float]) -> None:
        self._printer = printer
        # Once more after the dialog, in which another paper may have been picked up.
        prepare(printer, page)

    def put(self, pdf: BinaryIO, report: Report) -> None:
        """Prints every page; may be called in any thread. Raises `PrinterRefused` and `Cancelled`."""
        painter = QPainter()
        if not painter.begin(self._printer):
            raise PrinterRefused(name=self._printer.printerName())
        try:
            with opened(pdf) as pages:
                self._put_pages(pages, painter, report)
        except Cancelled:
            self._printer.abort()
            raise
        finally:
            painter.end()

    def _put_pages(self, pages: Pages, painter: QPainter, report: Report) -> None:
        copies = 1 if self._printer.supportsMultipleCopies() else self._printer.copyCount()
        total = copies * len(pages)
        for number in range(total):
            report(number, total)
            if number:
                self._printer.newPage()
            self._put_page(pages, number % len(pages), painter)
        report(total, total)

    def _put_page(self, pages: Pages, number: int, painter: QPainter) -> None:
        dots = self._printer.resolution() / _INCH
        wide, high = (round(side * dots) for side in pages.size(number))
        for top in range(0, high, _STRIP):
            rows = min(_STRIP, high - top)
            painter.drawImage(0, top, pages.strip(number, (wide, high), top, rows))


def prepare(printer: "QPrinter", page: tuple[float, float]) -> None:
    """The page's size, its whole surface, one side of the paper and a resolution that suits."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setResolution(min(FINEST, max(COARSEST, printer.resolution())))
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    # From the edge of the paper, not of what the printer can reach: else all would be shifted.
    printer.setFullPage(True)
    printer.setPageLayout(_layout(page))


def _layout(page: tuple[float, float]) -> QPageLayout:
    """Printers know their papers upright: one that is wider than high is laid on its side."""
    across = page[0] > page[1]
    size = QSizeF(min(page), max(page))
    fitting = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(fitting, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def ask_printer(parent: "QWidget", page: tuple[float, float], title: str) -> "QPrinter | None":
    """The system's own dialog; None when it was left."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    prepare(printer, page)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    for option in (
        QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
        QAbstractPrintDialog.PrintDialogOption.PrintSelection,
        QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
    ):
        dialog.setOption(option, False)
    taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if taken else None


def has_printer() -> bool:
    """Whether the system knows any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())
