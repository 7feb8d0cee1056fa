"""Sheets that come out: what the printer refuses was not given out."""

from collections import defaultdict
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from app.loyalty.gift_cards import NotAboveZero
from app.progress import Cancelled, unheard
from resources.words import words_in
from tests.reports import scanning
from tests.reports.reading import words_by_pdfium
from tests.shop import ScenarioShop
from tests.ui.cards.pretence import PretendPrinter
from ui.coupons.card_makers import CustomerCardMaker
from ui.coupons.coupon_maker import CouponMaker
from ui.coupons.gift_maker import GiftMaker
from ui.coupons.sheets import Drawn, Sheets, printed, saved


def sheets(shop: ScenarioShop) -> Sheets:
    def make(own: ScenarioShop, to, _report) -> Drawn:
        to.write(b"a page")
        return Drawn(1, lambda: own.gift_cards.sell(500_00, own.moment()))

    return Sheets(title="Gift card", page=(210.0, 297.0), make=make, look=lambda _shop, _to: None)


def test_what_is_printed_was_given_out_in_one_step(shop: ScenarioShop):
    printer = PretendPrinter()
    came = printed(shop, sheets(shop), printer, unheard)
    assert (came.n, printer.printed) == (1, [b"a page"])
    assert shop.history.standing(undone=False, limit=1)[0].id == came.step


class SellingMeanwhile(BytesIO):
    """Another till sells something with every piece of the document that is written."""

    def __init__(self, shop: ScenarioShop) -> None:
        super().__init__()
        self.till = shop.beside()

    def write(self, data) -> int:
        self.till.gift_cards.sell(100_00, self.till.moment())
        return super().write(data)


MAKERS = (
    (CouponMaker, {"value": "10", "count": "3"}),
    (GiftMaker, {"amount": "500"}),
    (CustomerCardMaker, {"count": "3"}),
)


@pytest.mark.parametrize(("maker", "typed"), MAKERS)
def test_a_look_gives_nothing_out_and_keeps_nobody_waiting(shop, maker, typed):
    made = maker(shop, words_in("en"))
    wanted = made.read(defaultdict(str, {**made.usual(), **typed})).sheets
    seen = SellingMeanwhile(shop)
    wanted.look(shop, seen)
    assert "XXXX" in " ".join(words_by_pdfium(seen.getvalue()))
    assert len(shop.gift_cards.out()) > 0
    verbs = {step.verb for step in shop.history.standing(undone=False, limit=1_000)}
    assert verbs == {"sell gift card"}
    seen.till.close()


@pytest.mark.parametrize(("maker", "typed"), MAKERS)
def test_nobody_waits_while_sheets_are_drawn_and_nothing_is_given_out_before_they_are(
    shop, maker, typed
):
    made = maker(shop, words_in("en"))
    wanted = made.read(defaultdict(str, {**made.usual(), **typed})).sheets
    seen = SellingMeanwhile(shop)
    drawn = wanted.make(shop, seen, unheard)
    codes = scanning.texts(seen.getvalue())["QR"]
    assert len(codes) == drawn.n
    known = "SELECT count(*) FROM codes WHERE code = ?"
    assert not any(shop.book.value(known, (code,)) for code in codes)
    drawn.give()
    assert all(shop.book.value(known, (code,)) for code in codes)
    seen.till.close()


def test_what_the_book_refuses_is_no_file_and_the_old_one_stays(shop: ScenarioShop, tmp_path: Path):
    def make(_own: ScenarioShop, to, _report) -> Drawn:
        to.write(b"a page")
        return Drawn(1, lambda: shop.gift_cards.sell(0, shop.moment()))

    wanted, path = replace(sheets(shop), make=make), tmp_path / "cards.pdf"
    path.write_bytes(b"older")
    with pytest.raises(NotAboveZero):
        saved(shop, wanted, path, unheard)
    assert [one.read_bytes() for one in tmp_path.glob("*.pdf")] == [b"older"]


def test_what_the_printer_refuses_is_taken_back(shop: ScenarioShop):
    with pytest.raises(Cancelled):
        printed(shop, sheets(shop), PretendPrinter(refuses=Cancelled()), unheard)
    assert shop.gift_cards.out() == []
    assert shop.gift_cards.liability(shop.today()).minor == 0
