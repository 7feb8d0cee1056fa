"""Cards to print: customers' cards, stamp cards and statements."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.loyalty.bills import Order
from app.loyalty.programme import StampDeal
from tests.reports import reading, scanning
from tests.shop import ScenarioShop
from tests.ui.coupons.acts import fill, press, wrong
from ui.coupons.making_page import MakingPage
from ui.coupons.view import CouponsScreen


def page(coupons: CouponsScreen, part: str) -> MakingPage:
    coupons.parts.choose(part)
    coupons.parts.chosen.emit(part)
    return coupons.making(part)


def test_blank_cards_are_numbered_ahead(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, saved: Path
):
    cards = page(coupons, "cards")
    fill(qtbot, cards.form, count="2", backs="long")
    assert cards.said.text() == "2 cards, numbered ahead."
    press(qtbot, cards, "new.save")
    qtbot.waitUntil(lambda: bool(shop.book.column("SELECT code FROM codes")))
    numbers = shop.book.column("SELECT code FROM codes ORDER BY code")
    assert scanning.texts(saved.read_bytes())["QR"] == numbers
    assert reading.pages(saved.read_bytes()) == 2


def test_somebody_gets_her_card_with_her_name(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, saved: Path
):
    jana = shop.customer("Jana", "Malá")
    cards = page(coupons, "cards")
    fill(qtbot, cards.form, whom="one", person="jana")
    press(qtbot, cards, "new.save")
    qtbot.waitUntil(lambda: bool(shop.customers.get(jana.id).card_number))
    assert scanning.texts(saved.read_bytes())["QR"] == [shop.customers.get(jana.id).card_number]


def test_stamp_cards_need_a_deal(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, saved: Path
):
    stamps = page(coupons, "stamps")
    press(qtbot, stamps, "new.save")
    assert wrong(stamps.form, "sheets").startswith("There is no stamp card yet.")
    programmes = shop.till.programmes
    deal = StampDeal(name="Káva", goal=8, reward="káva")
    programmes.change(replace(programmes.current(), stamps=deal))
    fill(qtbot, stamps.form, sheets="2")
    assert stamps.said.text() == "20 stamp cards."
    press(qtbot, stamps, "new.save")
    qtbot.waitUntil(saved.exists)
    assert reading.pages(saved.read_bytes()) == 2


def test_a_statement_tells_what_happened_to_her_points(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, saved: Path
):
    jana = shop.customer("Jana", "Malá")
    shop.till.sell(Order(customer=jana.id, total=100_00), shop.moment())
    points = page(coupons, "points")
    press(qtbot, points, "new.save")
    assert wrong(points.form, "person") == "Please say who."
    fill(qtbot, points.form, person="Jana", first="1. 11. 2026", last="30. 11. 2026")
    press(qtbot, points, "new.save")
    qtbot.waitUntil(saved.exists)
    assert "10" in " ".join(reading.words_by_pypdf(saved.read_bytes()))
