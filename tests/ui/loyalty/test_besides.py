"""What is done for a customer more rarely: points by hand, a new card, a statement."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.loyalty.accounts import statement
from app.loyalty.bills import Order
from app.loyalty.programme import Earn, Programme
from tests.reports.reading import words_by_pypdf
from tests.shop import ScenarioShop
from ui.cards.outlets import Choosers
from ui.customers.view import CustomersScreen
from ui.desk import Desk
from ui.loyalty.by_hand import signed_number
from ui.loyalty.side_acts import ACTS
from ui.loyalty.view import LoyaltyScreen


@pytest.fixture
def petra(shop: ScenarioShop) -> int:
    """Petra, who has 36 points."""
    one = shop.customer("Petra", "Novotná", form_of_address="f", card_number="3118")
    shop.till.sell(Order(customer=one.id, total=36000), shop.moment())
    return one.id


def points(shop: ScenarioShop, customer: int) -> int:
    return shop.till.points.available(customer, shop.today())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("+10", 10), ("-5", -5), ("−5", -5), ("\u2066+ 10\u2069", 10), ("10", None), ("+", None)],
)
def test_points_are_put_right_with_a_sign(typed: str, meant: int | None) -> None:
    assert signed_number(typed) == meant


def test_points_are_put_right_with_a_number_and_a_reason(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.do_besides(petra, "points")
    page = counter.beside.by_hand
    assert page.points.control.hasFocus()
    qtbot.keyClicks(page.points.control, "+10")
    assert page.makes.text() == "makes 46"
    qtbot.keyClick(page.points.control, Qt.Key.Key_Return)
    assert page.reason.control.hasFocus()
    qtbot.keyClicks(page.reason.control, "old paper card")
    qtbot.keyClick(page.reason.control, Qt.Key.Key_Return)
    assert points(shop, petra) == 46
    assert counter.side.amount.hasFocus()
    (*_, last) = statement(shop.book, petra, shop.today(), shop.today())
    assert (last.points, last.reason) == (10, "old paper card")
    desk.undo_last()
    assert points(shop, petra) == 36


def test_more_points_than_there_are_cannot_be_taken(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.do_besides(petra, "points")
    page = counter.beside.by_hand
    qtbot.keyClicks(page.points.control, "50")
    qtbot.keyClick(page.points.control, Qt.Key.Key_Return)
    assert "Begin with + or −" in page.points.control.accessibleDescription()
    page.points.set_text("−50")
    qtbot.keyClicks(page.reason.control, "a slip")
    qtbot.keyClick(page.reason.control, Qt.Key.Key_Return)
    assert "50 points are wanted" in page.points.control.accessibleDescription()
    assert points(shop, petra) == 36


def test_a_lost_card_is_replaced_by_a_number_that_is_typed(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    shop.customer("Vít", card_number="4207")
    desk.do_besides(petra, "card")
    page = counter.beside.card
    qtbot.keyClicks(page.number.control, "4207")
    qtbot.keyClick(page.number.control, Qt.Key.Key_Return)
    assert "already belongs to Vít" in page.number.control.accessibleDescription()
    page.number.set_text("5210")
    qtbot.keyClick(page.number.control, Qt.Key.Key_Return)
    assert shop.customers.get(petra).card_number == "5210"
    assert desk.window.notice.words == "Petra Novotná has the card 5210 now"
    assert "Card 5210." in counter.head.line.text()


def test_a_first_card_takes_the_next_free_number(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    vit = shop.customer("Vít").id
    desk.do_besides(vit, "card")
    assert not counter.beside.card.reason.isVisible()
    qtbot.keyClick(counter.beside.card.number.control, Qt.Key.Key_Return)
    number = shop.customers.get(vit).card_number
    assert number
    assert shop.cards.find(number) == vit


def test_a_statement_is_saved_for_a_time(
    qtbot: QtBot, desk: Desk, shop: ScenarioShop, petra: int, tmp_path: Path
) -> None:
    file = tmp_path / "statement.pdf"
    counter = desk.window.go("loyalty")
    assert isinstance(counter, LoyaltyScreen)
    counter.beside.choosers = Choosers(file=lambda *_: file)
    desk.do_besides(petra, "statement")
    button = counter.findChild(QPushButton, "loyalty.statement.save")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.window.notice.words == "Saved as statement.pdf")
    assert {"Petra", "Novotná", "+36"} <= set(words_by_pypdf(file.read_bytes()))


def test_all_of_it_is_reached_from_her_pane(desk: Desk, petra: int) -> None:
    desk.show_customer(petra)
    screen = desk.window.stack.currentWidget()
    assert isinstance(screen, CustomersScreen)
    acts = {one.objectName(): one for one in screen.pane.top.menu().actions()}
    assert ACTS.keys() <= acts.keys()
    acts["points"].trigger()
    counter = desk.window.stack.currentWidget()
    assert isinstance(counter, LoyaltyScreen)
    assert counter.counter.customer == petra
    assert counter.beside.by_hand.points.control.hasFocus()


def test_whoever_is_newly_added_gets_what_there_is_for_signing_up(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    shop.till.programmes.change(Programme(earn=Earn(signup=20)))
    qtbot.keyClick(counter.finding, Qt.Key.Key_O)
    qtbot.keyClicks(desk.window.search, "lga Mala")
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    assert counter.side.balance.text() == "20"
    desk.undo_last()
    assert shop.customers.count() == 0
    assert counter.currentWidget() is counter.finding
