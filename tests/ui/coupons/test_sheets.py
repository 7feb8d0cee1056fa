"""Sheets that come out: what the printer refuses was not given out."""

import sqlite3
from collections import defaultdict
from contextlib import contextmanager
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
from ui.cards.order import CardOrder
from ui.cards.order import saved as save_cards
from ui.coupons.card_makers import CustomerCardMaker
from ui.coupons.coupon_maker import CouponMaker
from ui.coupons.gift_maker import GiftMaker
from ui.coupons.sheets import Drawn, Sheets, printed, put_aside, saved


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


@contextmanager
def full_disk(shop: ScenarioShop):
    """The book has all the pages that it will get."""
    shop.book.execute(f"PRAGMA max_page_count = {shop.book.value('PRAGMA page_count')}")
    yield
    shop.book.execute("PRAGMA max_page_count = 1000000")


def many(shop: ScenarioShop) -> Sheets:
    """More than the book has room for."""
    made = CouponMaker(shop, words_in("en"))
    return made.read(defaultdict(str, {**made.usual(), "value": "10", "count": "40"})).sheets


@pytest.mark.parametrize("way", ["saved", "put aside"])
def test_a_disk_that_is_full_when_the_book_is_written_leaves_no_file(shop, tmp_path, way):
    wanted, path = many(shop), tmp_path / "coupons.pdf"
    with full_disk(shop), pytest.raises(sqlite3.OperationalError):
        saved(shop, wanted, path, unheard) if way == "saved" else put_aside(shop, wanted, unheard)
    assert [*tmp_path.rglob("*.pdf")] == [*tmp_path.rglob("*.part")] == []
    assert shop.coupons.out(shop.moment()) == []
    assert not shop.printing.queue.all()


def test_cards_that_cannot_be_written_down_are_no_file_either(shop, tmp_path):
    ids = tuple(shop.customer(f"Eva {n}", "Malá").id for n in range(60))
    order = CardOrder(letter="thank-you", title="Cards", ids=ids, on=shop.today())
    with full_disk(shop), pytest.raises(sqlite3.OperationalError):
        save_cards(shop, order, tmp_path / "cards.pdf", unheard)
    assert not (tmp_path / "cards.pdf").exists()
