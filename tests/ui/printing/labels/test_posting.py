"""Labels on their way to the printer: shown before, and nothing half done when something refuses."""

import tempfile
from dataclasses import replace
from io import BytesIO

import pytest

from app.loyalty.codes import fold
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from app.progress import unheard
from reports.besides import Besides
from reports.coupon_cells import NoRoomForCoupon
from reports.files import CannotWrite
from reports.mailing import Mailing
from reports.sentences import sentence
from resources.words import words_in
from tests.reports import scanning
from tests.reports.reading import pages, words_by_pdfium
from tests.reports.test_files import room_for
from tests.ui.cards.pretence import PretendOutlet, PretendPrinter
from ui.printing.labels.laying import Fed
from ui.printing.labels.output import Output
from ui.printing.labels.posting import Order, printed, saved

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


@pytest.fixture
def promising(shop, order):
    """Each of them gets her card, and there are two coupons besides."""
    purpose = Purpose(reason="Advent")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=purpose)
    besides = (Besides(each=True, cards=True), Besides(n=2, coupon=offer.id))
    mailing = replace(order.mailing, stock="Avery L7165")
    return replace(order, mailing=mailing, besides=besides)


def codes_out(shop):
    return set(shop.book.column("SELECT code FROM codes"))


def test_the_codes_on_a_sheet_are_given_out_when_it_is_drawn_and_not_before(
    shop, promising, tmp_path
):
    before, seen = codes_out(shop), []
    path = tmp_path / "sheet.pdf"
    came = saved(shop, promising, path, lambda _done, _total: seen.append(codes_out(shop)))
    assert seen
    assert all(one == before for one in seen)
    new = codes_out(shop) - before
    assert (len(new), came.issued) == (4, 2)
    assert {fold(text) for text in scanning.texts(path.read_bytes())["QR"]} == new
    shop.undo.undo(came.step)
    assert not any(one.card_number for one in shop.customers.several(promising.mailing.ids))


def test_a_printer_is_only_given_codes_that_are_in_the_book(shop, promising):
    before, printer = codes_out(shop), PretendPrinter()
    printed(shop, promising, printer, unheard)
    (pdf,) = printer.printed
    assert {fold(text) for text in scanning.texts(pdf)["QR"]} == codes_out(shop) - before


def test_a_sheet_that_cannot_be_drawn_leaves_no_step_behind(shop, promising, tmp_path):
    small = replace(promising.mailing, stock="Avery L4730")
    newest = shop.history.newest()
    order = replace(promising, mailing=small, besides=promising.besides[1:])
    with pytest.raises(NoRoomForCoupon):
        saved(shop, order, tmp_path / "sheet.pdf", unheard)
    assert shop.history.newest() == newest
