"""Sheets that come out: what the printer refuses was not given out."""

from io import BytesIO

import pytest

from app.progress import Cancelled, unheard
from tests.shop import ScenarioShop
from tests.ui.cards.pretence import PretendPrinter
from ui.coupons.sheets import Sheets, look_at, printed


def sheets(shop: ScenarioShop) -> Sheets:
    def make(own: ScenarioShop, to, _report) -> int:
        own.gift_cards.sell(500_00, own.moment())
        to.write(b"a page")
        return 1

    return Sheets(title="Gift card", page=(210.0, 297.0), make=make)


def test_what_is_printed_was_given_out_in_one_step(shop: ScenarioShop):
    printer = PretendPrinter()
    came = printed(shop, sheets(shop), printer, unheard)
    assert (came.n, printer.printed) == (1, [b"a page"])
    assert shop.history.standing(undone=False, limit=1)[0].id == came.step


def test_a_look_gives_nothing_out(shop: ScenarioShop):
    seen = BytesIO()
    look_at(shop, sheets(shop), seen)
    assert seen.getvalue() == b"a page"
    assert shop.gift_cards.out() == []
    assert shop.history.standing(undone=False, limit=1) == []


def test_what_the_printer_refuses_is_taken_back(shop: ScenarioShop):
    with pytest.raises(Cancelled):
        printed(shop, sheets(shop), PretendPrinter(refuses=Cancelled()), unheard)
    assert shop.gift_cards.out() == []
    assert shop.gift_cards.liability(shop.today()).minor == 0
