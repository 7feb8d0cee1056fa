"""A scan anywhere: a card, a coupon, a gift card, and a card that nobody has yet."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.loyalty.coupon_terms import Terms
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.loyalty.scanning import listen
from ui.loyalty.view import LoyaltyScreen

NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def listening(desk: Desk) -> None:
    assert listen(desk) is not None


def keys(desk: Desk, text: str, gap: int) -> None:
    """Each sign `gap` milliseconds after the one before, then Enter, as a keyboard sends them."""
    at = 100_000
    for sign in [*text, "\r"]:
        if sign.isupper():
            press(desk, Qt.Key.Key_Shift, "", at)
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key(ord(sign.upper()))
        press(desk, key, sign, at)
        at += gap


def press(desk: Desk, key: Qt.Key, sign: str, at: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, NO, sign)
        event.setTimestamp(at)
        QApplication.sendEvent(desk.window.windowHandle(), event)


def scan(desk: Desk, text: str) -> None:
    keys(desk, text, 4)


def test_a_card_opens_its_customer_wherever_one_is(desk: Desk, shop: ScenarioShop) -> None:
    petra = shop.customer("Petra", card_number="3118").id
    desk.window.go("customers")
    scan(desk, "3118")
    screen = desk.window.stack.currentWidget()
    assert isinstance(screen, LoyaltyScreen)
    assert screen.counter.customer == petra
    assert desk.window.search.text() == ""


def test_a_scan_leaves_the_amount_of_the_one_before_to_her(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra, vit = shop.customer("Petra").id, shop.customer("Vít", card_number="4207").id
    desk.serve(petra)
    scan(desk, "4207")
    assert counter.counter.customer == vit
    assert counter.side.amount.text() == ""
    assert shop.book.value("SELECT count(*) FROM sales") == 0


@pytest.mark.parametrize("card", ["3118", "4207"])
def test_a_scan_at_somebody_s_pane_is_no_amount_of_hers(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop, card: str
) -> None:
    whose = {"3118": shop.customer("Petra", card_number="3118").id}
    whose["4207"] = shop.customer("Vít", card_number="4207").id
    desk.turn_to(whose["3118"])
    scan(desk, card)
    assert counter.counter.customer == whose[card]
    assert counter.side.amount.text() == ""
    assert shop.book.value("SELECT count(*) FROM sales") == 0


@pytest.mark.parametrize("code", ["QQHHTT", "7QHHTT"])
def test_a_coupon_scanned_at_somebody_s_pane_comes_to_the_counter_with_her(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop, code: str
) -> None:
    vit = shop.customer("Vít").id
    terms = Terms(kind="percent", value=10)
    shop.coupons.issue(terms, shop.moment(), code=code)
    desk.turn_to(vit)
    scan(desk, code)
    assert counter.counter.customer == vit
    assert counter.side.amount.text() == ""
    assert [one.objectName() for one in counter.side.taken.findChildren(QPushButton)]


def test_what_a_hand_types_is_no_scan(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    shop.customer("Vít", card_number="4207")
    petra = shop.customer("Petra").id
    desk.serve(petra)
    keys(desk, "4207", 120)
    assert counter.counter.customer == petra
    assert shop.book.value("SELECT total FROM sales") == 420700


def test_a_fresh_card_is_somebody_s_with_one_key(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    scan(desk, "770012345")
    assert counter.currentWidget() is counter.fresh
    qtbot.keyClick(counter.fresh.name.control, Qt.Key.Key_Return)
    customer = counter.counter.customer
    assert customer is not None
    assert shop.customers.get(customer).card_number == "770012345"
    scan(desk, "770012345")
    assert counter.counter.customer == customer


def test_what_happens_at_another_till_takes_nothing_away_that_is_typed_about_a_card(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra").id
    desk.serve(petra)
    scan(desk, "770012345")
    qtbot.keyClicks(counter.fresh.name.control, "Olga")
    shop.till.adjust(petra, 7, "a gift", shop.moment())
    assert counter.currentWidget() is counter.fresh
    qtbot.keyClick(counter.fresh.name.control, Qt.Key.Key_Escape)
    assert counter.side.balance.text() == "7"


def test_a_scan_beside_the_amount_takes_no_figure_of_it_along(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra", card_number="3118").id
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "248")
    counter.side.add.setFocus()
    scan(desk, "3118")
    assert counter.counter.customer == petra
    assert (counter.side.amount.text(), counter.side.earned.text()) == ("248", "+24 points")


def test_a_fresh_card_that_is_scanned_twice_is_no_name(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    scan(desk, "99887766")
    qtbot.keyClicks(counter.fresh.name.control, "Olga")
    scan(desk, "99887766")
    assert counter.currentWidget() is counter.fresh
    assert counter.fresh.name.text == "Olga"
    scan(desk, "99887755")
    assert counter.fresh.title.text() == "Card 99887755 is new"
    qtbot.keyClick(counter.fresh.name.control, Qt.Key.Key_Return)
    (one,) = shop.customers.several([1])
    assert (one.name, one.card_number) == ("Olga", "99887755")


def test_a_fresh_card_may_get_a_name(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    scan(desk, "770012345")
    qtbot.keyClicks(counter.fresh.name.control, "Olga Mala")
    button = counter.findChild(QPushButton, "loyalty.fresh.add")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.head.name.text() == "Olga Mala"


def test_an_unknown_card_in_the_search_is_offered_as_a_new_one(
    desk: Desk, counter: LoyaltyScreen
) -> None:
    desk.window.focus_search()
    scan(desk, "99887766")
    assert counter.currentWidget() is counter.fresh
    assert counter.fresh.title.text() == "Card 99887766 is new"


def test_a_coupon_comes_to_the_counter_with_its_customer(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra").id
    coupon = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), customer=petra)
    scan(desk, coupon.code)
    assert counter.counter.customer == petra
    button = counter.panel.findChild(QPushButton, f"loyalty.coupon.{coupon.code}")
    assert button is not None
    assert button.text() == "Do not use"


def test_a_coupon_for_anyone_needs_nobody_to_be_known(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    coupon = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment())
    scan(desk, coupon.code)
    assert (counter.counter.is_served, counter.counter.customer) == (True, None)
    qtbot.keyClicks(counter.side.amount, "100")
    assert counter.side.pays.text() == "To pay: 90\u00a0Kč"
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert shop.book.value("SELECT coupon_off FROM sales WHERE customer IS NULL") == 1000


def test_a_coupon_that_is_counted_for_each_customer_asks_who_is_there(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    terms = Terms(kind="percent", value=1000, uses_per_customer=1)
    scan(desk, shop.coupons.issue(terms, shop.moment()).code)
    assert "Say first who it is" in desk.window.notice.words
    assert not counter.side.taken.isVisible()


def test_a_used_coupon_says_so(desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop) -> None:
    from app.loyalty.bills import Order

    petra = shop.customer("Petra").id
    coupon = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), customer=petra)
    shop.till.sell(Order(customer=petra, total=10000, coupon=coupon.code), shop.moment())
    scan(desk, coupon.code)
    assert counter.counter.customer == petra
    assert "was used on" in desk.window.notice.words


def row(counter: LoyaltyScreen, what: str) -> str:
    return counter.side.taken._rows[what].accessibleName()


def test_a_gift_card_lies_on_the_counter_and_pays_what_it_can(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    card = shop.gift_cards.sell(5000, shop.moment())
    desk.serve(shop.customer("Petra").id)
    scan(desk, card.code)
    assert "holds 50\u00a0Kč" in row(counter, "gift card")
    qtbot.keyClicks(counter.side.amount, "30")
    assert "pays 30\u00a0Kč, 20\u00a0Kč stays on it" in row(counter, "gift card")
    assert counter.side.pays.text() == "To pay: 0\u00a0Kč"
    qtbot.keyClicks(counter.side.amount, "0")
    assert counter.side.pays.text() == "To pay: 250\u00a0Kč"
    assert counter.side.earned.text() == "+25 points"
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert shop.gift_cards.find(card.code).balance == 0
    assert not counter.side.taken.isVisible()
    desk.undo_last()
    assert shop.gift_cards.find(card.code).balance == 5000


def test_a_code_that_begins_with_a_capital_has_nothing_of_the_amount_typed_before(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    terms = Terms(kind="percent", value=1000)
    shop.coupons.issue(terms, shop.moment(), code="SPRING")
    desk.serve(shop.customer("Petra").id)
    for at, figure in enumerate("100"):
        press(desk, Qt.Key(ord(figure)), figure, 90_000 + 200 * at)
    scan(desk, "SPRING")
    assert counter.side.amount.text() == "100"
    assert counter.side.pays.text() == "To pay: 90\u00a0Kč"


def test_a_gift_card_of_a_passer_by_goes_on_to_whoever_she_is(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra", card_number="3118").id
    scan(desk, shop.gift_cards.sell(5000, shop.moment()).code)
    qtbot.keyClicks(counter.side.amount, "80")
    scan(desk, "3118")
    assert (counter.counter.customer, counter.side.amount.text()) == (petra, "80")
    assert "pays 50\u00a0Kč" in row(counter, "gift card")


def test_a_gift_card_that_is_no_good_says_why(
    desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    sold = shop.gift_cards.sell(5000, shop.moment(), expires=shop.today())
    shop.time.passes(days=1)
    scan(desk, sold.code)
    assert "expired on 22 November 2026" in desk.window.notice.words
    void = shop.gift_cards.sell(5000, shop.moment())
    shop.gift_cards.void(void.code, "stolen", shop.moment())
    scan(desk, void.code)
    assert "was cancelled" in desk.window.notice.words
    empty = shop.gift_cards.sell(5000, shop.moment())
    shop.gift_cards.pay(empty.code, 5000, shop.moment())
    scan(desk, empty.code)
    assert "holds nothing any more" in desk.window.notice.words
    assert not counter.side.taken.isVisible()


def test_a_gift_card_is_put_away_again(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    scan(desk, shop.gift_cards.sell(5000, shop.moment()).code)
    button = counter.findChild(QPushButton, "loyalty.taken.gift card")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not counter.side.taken.isVisible()


def test_a_code_that_is_typed_where_the_amount_is_lies_on_the_counter(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    desk.serve(shop.customer("Petra").id)
    shop.gift_cards.sell(5000, shop.moment(), code="GIFT 47 EVA")
    qtbot.keyClicks(counter.side.amount, "gift-47-eva")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert counter.side.amount.text() == ""
    assert "holds 50\u00a0Kč" in row(counter, "gift card")


@pytest.mark.parametrize("code", ["7kq2m-xa4th", "9TYWT-PYAQN"])
def test_a_code_that_is_mistyped_where_the_amount_is_says_so_and_is_no_sale(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop, code: str
) -> None:
    desk.serve(shop.customer("Petra").id)
    qtbot.keyClicks(counter.side.amount, code)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert counter.side.earned.text().endswith("or two of them are swapped.")
    assert not shop.book.value("SELECT count(*) FROM sales")


def test_a_card_that_was_replaced_says_so_and_leads_to_her(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra", card_number="3118").id
    shop.cards.replace(petra, "lost", shop.moment())
    scan(desk, "3118")
    assert counter.currentWidget() is counter.dead
    assert counter.dead.title.text() == "Card 3118 was replaced"
    assert "22 November 2026. It was the card of Petra" in counter.dead.line.text()
    button = counter.findChild(QPushButton, "loyalty.dead.open")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert counter.counter.customer == petra


def test_a_fresh_card_is_given_to_whoever_is_there(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra", card_number="3118").id
    (blank,) = shop.cards.number_ahead(1, shop.moment())
    desk.serve(petra)
    scan(desk, blank)
    button = counter.findChild(QPushButton, "loyalty.fresh.give")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shop.customers.get(petra).card_number == blank
    assert counter.counter.customer == petra
    desk.undo_last()
    assert shop.customers.get(petra).card_number == "3118"


def test_a_code_that_is_typed_into_the_search_is_found(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop
) -> None:
    petra = shop.customer("Petra").id
    coupon = shop.coupons.issue(Terms(kind="amount", value=5000), shop.moment(), customer=petra)
    desk.window.focus_search()
    qtbot.keyClicks(desk.window.search, coupon.code.lower())
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    assert counter.counter.customer == petra
