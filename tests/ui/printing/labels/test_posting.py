"""Labels on their way to the printer: shown before, and nothing half done when something refuses."""

import tempfile
from io import BytesIO

import pytest

from app.progress import unheard
from reports.files import CannotWrite
from reports.mailing import Mailing
from reports.sentences import sentence
from resources.words import words_in
from tests.reports.reading import pages, words_by_pdfium
from tests.reports.test_files import room_for
from tests.ui.cards.pretence import PretendOutlet, PretendPrinter
from ui.printing.labels.laying import Fed
from ui.printing.labels.output import Output
from ui.printing.labels.posting import Order, printed

STOCK = "Avery L7160"
A4 = (210.0, 297.0)


@pytest.fixture
def order(shop):
    ids = tuple(
        shop.customer(name, "Nová", street="Dlouhá 1", city="Brno", postal_code="602 00").id
        for name in ("Anna", "Dana")
    )
    return Order(title="Address labels", mailing=Mailing(ids=ids, stock=STOCK), fed=(Fed(),))


def test_the_print_dialog_is_given_the_labels_as_they_will_be(shop, order):
    outlet = PretendOutlet(shop)
    Output(words_in("en"), outlet, lambda: None, lambda _order: None).print_out(order, A4)
    seen = BytesIO()
    outlet.paperwork.draw(shop, seen)
    assert pages(seen.getvalue()) == 1
    assert "Anna" in words_by_pdfium(seen.getvalue())
    assert outlet.paperwork.paper == STOCK
    assert shop.history.standing(undone=False, limit=1)[0].verb == "add"


def test_a_full_disk_is_said_and_nothing_is_printed_or_used_up(shop, order):
    part = shop.printing.drawer.put_in(STOCK, gone={1})
    fed = Order(title="x", mailing=order.mailing, fed=(Fed(part=part, gone=frozenset({1})),))
    printer = PretendPrinter()
    with room_for(1_000), pytest.raises(CannotWrite) as refused:
        printed(shop, fed, printer, unheard)
    said = sentence(refused.value, words_in("en"))
    assert "full" in said
    assert tempfile.gettempdir() in said
    assert printer.printed == []
    assert shop.printing.drawer.all()[0].gone == {1}
