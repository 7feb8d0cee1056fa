"""Prints the coupon of the thank-you page on the usual printer, without asking and without a dialog."""

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.progress import Report
from app.shop import Shop
from ui.counter.thanks_page import ThanksPage
from ui.shared.jobs import Job

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon
    from app.printing.corrections import Correction

log = logging.getLogger(__name__)


class CouponPrinter(QObject):
    """One coupon on paper of its own size."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self._is_there: bool | None = None

    def is_there(self) -> bool:
        """Whether the system has a usual printer; asked once, for that may take a while."""
        if self._is_there is None:
            from PySide6.QtPrintSupport import QPrinterInfo

            self._is_there = not QPrinterInfo.defaultPrinter().isNull()
        return self._is_there

    def put(self, page: ThanksPage) -> None:
        """Prints what `page` shows, and says there what became of it."""
        coupon = page.coupon
        if coupon is None:
            return
        words = page.words
        page.show_printed(words("Printing…"))
        job = Job(lambda report: self._print(coupon, report))

        def tell(said: str) -> None:
            if isValid(page):
                page.show_printed(said)

        job.done.connect(lambda _nothing: tell(words("Please take it")))
        job.failed.connect(lambda why: tell(self._failed(page, why)))
        job.start()

    def _failed(self, page: ThanksPage, why: Exception) -> str:
        log.warning("a coupon could not be printed: %s", type(why).__name__)
        return page.words("Please take a picture of it")

    def _print(self, coupon: "Coupon", report: Report) -> None:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from ui.cards.pages import opened
        from ui.cards.printing import PaperPrinter, Way

        pdf = BytesIO(coupon_page(self._shop, coupon))
        printer = QPrinter(QPrinterInfo.defaultPrinter(), QPrinter.PrinterMode.HighResolution)
        off = correction_of(self._shop, printer.printerName())
        with opened(pdf) as pages:
            size = pages.size(0)
        PaperPrinter(printer, size, Way(off=off)).put(pdf, report)


def correction_of(shop: Shop, printer: str) -> "Correction | None":
    """What is put right on what it takes from its usual tray; read in another thread, as the coupon is."""
    own = shop.beside()
    try:
        return own.printing.corrections.of(printer)
    finally:
        own.close()


def coupon_page(shop: Shop, coupon: "Coupon") -> bytes:
    """The coupon as a PDF of its own size; read in another thread through its own opening of the shop."""
    from reports.coupon_sheet import preview_promise
    from reports.coupon_words import coupon_facts
    from reports.dress import DESIGN, wearing_of
    from reports.owned import owned

    own = shop.beside()
    try:
        people = [own.customers.get(coupon.customer) if coupon.customer else None]
        style = owned(own).style(signed=False)
        (facts,) = coupon_facts([coupon], people, own.settings.read(), style)
        return preview_promise(facts, wearing_of(own, own.settings.recall(DESIGN)))
    finally:
        own.close()
