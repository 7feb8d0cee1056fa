"""Something comes back over the counter: her last sale, a part of it, and a sale of nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.loyalty.bills import GiftCardPart, Order
from app.loyalty.earning import Line
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.loyalty.view import LoyaltyScreen

LEFT = Qt.MouseButton.LeftButton
LINES = (Line(name="Rye loaf", price=5000, thousandths=2000), Line(name="Bun", price=2000))


@pytest.fixture
def petra(shop: ScenarioShop) -> int:
    return shop.customer("Petra", "Novotná", form_of_address="f", card_number="3118").id


@pytest.fixture
def sale(shop: ScenarioShop, petra: int) -> int:
    return shop.till.sell(Order(customer=petra, total=12000, lines=LINES), shop.moment()).sale


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    button = screen.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, LEFT)


def points(shop: ScenarioShop, customer: int) -> int:
    return shop.till.points.available(customer, shop.today())


def effects(counter: LoyaltyScreen) -> str:
    return counter.beside.refund.effects.text()


def test_her_last_sale_comes_back_with_two_presses_and_one_undo(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int, sale: int
) -> None:
    desk.serve(petra)
    press(qtbot, counter, "loyalty.sales")
    row = counter.beside.past.first_row()
    assert row is not None
    assert row.hasFocus()
    assert row.accessibleName() == "120\u00a0Kč, Today 09:00 · Rye loaf, Bun, +12 points"
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert effects(counter) == "12 points are taken"
    qtbot.keyClick(counter.beside.refund.amount, Qt.Key.Key_Return)
    assert shop.till.sales.refunded(sale) == 12000
    assert points(shop, petra) == 0
    assert desk.window.notice.words == "Given back: 120\u00a0Kč · 12 points are taken"
    assert counter.side.amount.hasFocus()
    desk.undo_last()
    assert (shop.till.sales.refunded(sale), points(shop, petra)) == (0, 12)


def test_a_part_comes_back_by_its_amount(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int, sale: int
) -> None:
    desk.do_besides(petra, "sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    field = counter.beside.refund.amount
    assert field.text() == "120"
    qtbot.keyClicks(field, "50")
    assert effects(counter) == "5 points are taken"
    qtbot.keyClicks(field, "0")
    assert "cannot come back" in effects(counter)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shop.till.sales.refunded(sale) == 0
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert shop.till.sales.refunded(sale) == 5000


def test_a_part_comes_back_by_the_piece(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int, sale: int
) -> None:
    desk.do_besides(petra, "sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    press(qtbot, counter, "loyalty.refund.more.Rye loaf")
    assert counter.beside.refund.amount.text() == "50"
    press(qtbot, counter, "loyalty.refund.more.Bun")
    press(qtbot, counter, "loyalty.refund.less.Bun")
    press(qtbot, counter, "loyalty.refund.give")
    assert shop.till.sales.pieces_back(sale) == {0: 1000}
    press(qtbot, counter, "loyalty.sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    assert counter.beside.refund.amount.text() == "70"


def test_what_comes_back_as_points_and_on_a_gift_card_is_told_before(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    shop.till.adjust(petra, 1000, "a gift", shop.moment())
    card = shop.gift_cards.sell(3000, shop.moment()).code
    order = Order(
        customer=petra,
        total=12000,
        points_spent=1000,
        gift_card=GiftCardPart(code=card, amount=3000),
    )
    sale = shop.till.sell(order, shop.moment()).sale
    desk.do_besides(petra, "sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    assert effects(counter).splitlines() == [
        "80\u00a0Kč in money",
        "30\u00a0Kč back on the gift card",
        "1,000 points come back",
        "8 points are taken",
    ]


def test_what_came_back_whole_cannot_be_chosen(
    counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int, sale: int
) -> None:
    shop.till.refund(sale, shop.moment())
    desk.do_besides(petra, "sales")
    assert counter.beside.past.first_row() is None


def test_a_sale_of_nobody_is_among_those_of_today(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    sale = shop.till.sell(Order(customer=None, total=5000), shop.moment()).sale
    press(qtbot, counter, "loyalty.finding.sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    qtbot.keyClick(counter.beside.refund.amount, Qt.Key.Key_Return)
    assert shop.till.sales.refunded(sale) == 5000


def test_an_older_sale_of_nobody_is_found_by_its_receipt(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    order = Order(customer=None, total=5000, receipt="R17")
    sale = shop.till.sell(order, shop.moment()).sale
    shop.time.passes(days=3)
    desk.record_sale()
    assert counter.beside.past.first_row() is None
    qtbot.keyClicks(counter.beside.past.receipt, "R17")
    press(qtbot, counter, f"loyalty.past.{sale}")
    assert counter.beside.refund.line.text() == "Sunday 09:00 · Receipt R17"


def test_a_sale_of_today_is_found_by_its_amount(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    sales = [
        shop.till.sell(Order(customer=None, total=total), shop.moment()).sale
        for total in (5000, 24890, *range(1000, 4000, 100))
    ]
    desk.record_sale()
    assert counter.findChild(QPushButton, f"loyalty.past.{sales[1]}") is None
    qtbot.keyClicks(counter.beside.past.receipt, "248,90")
    row = counter.beside.past.first_row()
    assert row is not None
    assert row.objectName() == f"loyalty.past.{sales[1]}"
    qtbot.waitUntil(row.isVisible)
    qtbot.keyClick(counter.beside.past.receipt, Qt.Key.Key_Return)
    assert row.hasFocus()
    qtbot.keyClicks(counter.beside.past.receipt, "9")
    assert counter.beside.past.first_row() is None


def test_esc_leads_back_step_by_step(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int, sale: int
) -> None:
    desk.do_besides(petra, "sales")
    press(qtbot, counter, f"loyalty.past.{sale}")
    amount = counter.beside.refund.amount
    qtbot.keyClick(amount, Qt.Key.Key_Escape)
    qtbot.keyClick(amount, Qt.Key.Key_Escape)
    assert counter.beside.currentWidget() is counter.beside.past
    qtbot.keyClick(counter.beside.past, Qt.Key.Key_Escape)
    assert counter.beside.currentWidget() is counter.panel
    desk.do_besides(petra, "points")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Escape)
    assert counter.beside.currentWidget() is counter.panel
    assert counter.counter.customer == petra
