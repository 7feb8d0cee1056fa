"""What `ui.screens` shows of Printing: each part with something in it."""

from collections.abc import Callable, Iterator
from io import BytesIO

from PySide6.QtWidgets import QWidget

from app.thanks.prints import to_print
from reports.sentences import sentence
from ui.cards.making import Making
from ui.cards.order import CardOrder, put_aside
from ui.cards.printing import PrinterRefused
from ui.desk import Desk
from ui.printing.designer.sights import sights as designs
from ui.printing.labels.sights import sights as labels
from ui.printing.queue.makers import wait_for_paper
from ui.printing.screen import PrintingScreen

Settled = Callable[[], QWidget]
"""The window, once nothing is under way any more."""


def sights(desk: Desk, settled: Settled) -> Iterator[tuple[str, QWidget]]:
    """Names and the window that shows it just now."""
    screen = desk.window.go("printing")
    if isinstance(screen, PrintingScreen):
        yield "printing-nothing", settled()
        _let_wait(desk)
        screen.go_to("queue")
        yield "printing-queue", settled()
        yield from labels(desk, screen, settled)
        yield from designs(screen, settled)


def _let_wait(desk: Desk) -> None:
    """Cards for this week, and a poster for the door that the printer refused."""
    shop, words = desk.shop, desk.words
    due = [one.customer.id for one in to_print(shop.book, desk.today())]
    order = CardOrder(
        ids=tuple(due),
        letter="birthday",
        on=desk.today(),
        title=words("Cards"),
        making=Making(paper="A6x2"),
    )
    put_aside(shop, order, lambda _done, _total: None)
    wait_for_paper(shop, words("Results for customers"), "A4", (210.0, 297.0), _page())
    jobs = [job.id for job in shop.printing.queue.all()]
    gone = PrinterRefused(name="Brother HL-L2350DW")
    shop.printing.queue.failed(jobs[-1:], sentence(gone, words))


def _page() -> BytesIO:
    from reports.sheet import MM, Imprint, Sheet

    file = BytesIO()
    sheet = Sheet(file, Imprint(), "en")
    sheet.begin_page(210.0 * MM, 297.0 * MM)
    sheet.end_page()
    sheet.save()
    return file
