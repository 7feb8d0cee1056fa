"""Puts a PDF on paper through the system's printer: every page whole, at its very size."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from app.errors import ShopError
from app.progress import Cancelled, Report
from reports.correction import Matrix, Misprint, after, righting
from reports.papers import Edge
from reports.two_sided import Pass, Side, Turning, passes
from ui.cards.pages import Pages, opened
from ui.printing.device import ALIKE, LOWEST_SHEET

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

COARSEST, FINEST = 300, 600
"""Dots an inch: below, thin strokes break; above, nothing is gained and everything takes longer."""
_INCH = 25.4
_STRIP = 512  # rows drawn at a time, so that a large page at a fine resolution needs little memory


class PrinterRefused(ShopError):
    """The printer called `name` cannot be written to."""


class PrinterGone(ShopError):
    """The printer called `name` is not there any more."""


class PrinterStopped(ShopError):
    """The printer called `name` took page `page` and then nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a document goes through a printer: put right by `off`, on both sides where `edge` says over which
    the sheet is turned.

    The printer turns it, or, with a `turning`, a person does, whom `ask_turn` asks. That waits for her
    answer, in the thread that prints, and raises `Cancelled`.
    """

    off: Misprint | None = None
    edge: Edge | None = None
    turning: Turning | None = None
    ask_turn: Callable[[], None] | None = None


AS_IT_IS = Way()


class PaperPrinter:
    """A printer that was chosen, and prepared for pages of one size in millimetres."""

    def __init__(self, printer: "QPrinter", page: tuple[float, float], way: Way = AS_IT_IS) -> None:
        self._printer, self._way = printer, way
        # Once more after the dialog, in which another paper may have been picked up.
        prepare(printer, page)
        if way.edge is not None and way.turning is None:
            turn_over(printer, way.edge)

    def put(self, pdf: BinaryIO, report: Report) -> None:
        """Prints every page; may be called in any thread.

        Raises `PrinterRefused`, `PrinterGone`, `PrinterStopped` and `Cancelled`.
        """
        with opened(pdf) as pages:
            rounds = self._rounds(len(pages))
            total = sum(map(len, rounds))
            done = 0
            for at, sides in enumerate(rounds):
                if at and self._way.ask_turn is not None:
                    self._way.ask_turn()
                self._put_round(pages, sides, partial(_report, report, done, total))
                done += len(sides)

    def _rounds(self, pages: int) -> list[Pass]:
        """What goes through the printer without a hand on the paper."""
        way, printer = self._way, self._printer
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        if way.edge is None or way.turning is None:
            whole = tuple(Side(page) for page in range(pages))
            return [self._in_pairs(whole) * copies]
        first, second = passes(pages, way.turning, way.edge)
        return [first * copies, second * copies]

    def _in_pairs(self, sides: Pass) -> Pass:
        """With backs a set that ends on a front gets an empty side, lest the next set begins on its back."""
        is_odd = self._way.edge is not None and len(sides) % 2
        return (*sides, Side(None)) if is_odd else sides

    def _put_round(self, pages: Pages, sides: Pass, report: Callable[[int], None]) -> None:
        name = self._printer.printerName()
        if name and not self._printer.outputFileName() and not is_there(name):
            raise PrinterGone(name=name)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise PrinterRefused(name=name)
        try:
            for at, side in enumerate(sides):
                report(at)
                if at:
                    self._begin_page(at)
                if side.page is not None:
                    self._put_side(pages, side, painter)
            report(len(sides))
        except (Cancelled, PrinterStopped):
            self._printer.abort()
            raise
        finally:
            painter.end()

    def _begin_page(self, at: int) -> None:
        if not self._printer.newPage():
            raise PrinterStopped(name=self._printer.printerName(), page=at)

    @property
    def _is_on_its_side(self) -> bool:
        way = self._printer.pageLayout().orientation()
        return way == QPageLayout.Orientation.Landscape

    def _put_side(self, pages: Pages, side: Side, painter: QPainter) -> None:
        dots = self._printer.resolution() / _INCH
        number = side.page or 0
        page = pages.size(number)
        by = moved_by(self._way.off, side, page, self._is_on_its_side)
        wide, high = size = (round(page[0] * dots), round(page[1] * dots))
        for top in range(0, high, _STRIP):
            rows = min(_STRIP, high - top)
            if by is None:
                strip = pages.strip(number, (wide, high), top, rows)
            else:
                strip = pages.moved(number, size, top, rows, by)
            painter.drawImage(0, top, strip)


def _report(report: Report, done: int, total: int, more: int) -> None:
    report(done + more, total)


def moved_by(
    off: Misprint | None,
    side: Side,
    page: tuple[float, float],
    on_its_side: bool | None = None,
) -> Matrix | None:
    """Where to draw what stands on that page; None for where it is."""
    if off is None and not side.on_its_head:
        return None
    right = righting(off, page, on_its_side=on_its_side)
    return after((-1, 0, 0, -1, *page), right) if side.on_its_head else right


def turn_over(printer: "QPrinter", edge: Edge) -> None:
    """Both sides, turned by the printer itself."""
    from PySide6.QtPrintSupport import QPrinter

    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexLongSide if edge is Edge.LONG else mode.DuplexShortSide)


def is_there(name: str) -> bool:
    """Whether the system still knows the printer of that name."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return name in QPrinterInfo.availablePrinterNames()


def prepare(printer: "QPrinter", page: tuple[float, float]) -> None:
    """The page's size, its whole surface, one side of the paper and a resolution that suits."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setResolution(min(FINEST, max(COARSEST, printer.resolution())))
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    # From the edge of the paper, not of what the printer can reach: else all would be shifted.
    printer.setFullPage(True)
    printer.setPageLayout(_layout(_known_as(printer, page), page))


def _known_as(printer: "QPrinter", page: tuple[float, float]) -> QPageSize | None:
    """A paper wider than high that the printer itself has just so, as printers of labels on rolls have."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if page[0] <= page[1] or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return None
    sizes = QPrinterInfo(printer).supportedPageSizes()
    if page[1] >= LOWEST_SHEET and _among(sizes, (page[1], page[0])) is not None:
        return None  # a sheet that may also be fed by its long edge, which nobody has asked for
    return _among(sizes, page)


def _among(sizes: Iterable[QPageSize], page: tuple[float, float]) -> QPageSize | None:
    for one in sizes:
        size = one.size(QPageSize.Unit.Millimeter)
        if abs(size.width() - page[0]) <= ALIKE and abs(size.height() - page[1]) <= ALIKE:
            return one
    return None


def _layout(known: QPageSize | None, page: tuple[float, float]) -> QPageLayout:
    """Printers know their papers upright: one that is wider than high is laid on its side."""
    across = page[0] > page[1] and known is None
    size = QSizeF(min(page), max(page))
    fitting = known or QPageSize(
        size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(fitting, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def has_printer() -> bool:
    """Whether the system knows any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())
