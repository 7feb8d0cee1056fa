"""The counter as one works it with a queue waiting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.loyalty.bills import Order
from app.loyalty.coupon_terms import Terms
from resources.words import words_in
from tests.app.voice.answering import give
from tests.shop import ScenarioShop
from ui.customers.view import CustomersScreen
from ui.desk import Desk
from ui.loyalty.standing import standing
from ui.loyalty.view import LoyaltyScreen
from ui.shared.text import Text
from ui.shell.scanner import FAST
from ui.shell.window import SMALLEST

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def petra(shop: ScenarioShop) -> int:
    """Petra, who has 36 points."""
    one = shop.customer(
        "Petra", "Novotná", form_of_address="f", card_number="3118", emails=("petra@seznam.cz",)
    )
    shop.till.sell(Order(customer=one.id, total=36000), shop.moment())
    return one.id


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    button = screen.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, LEFT)


def points(shop: ScenarioShop, customer: int) -> int:
    return shop.till.points.available(customer, shop.today())


def texts(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(Text) if one.isVisible()]


def test_a_sale_is_a_number_and_enter(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    assert counter.side.amount.hasFocus()
    qtbot.keyClicks(counter.side.amount, "248,00")
    assert counter.side.earned.text() == "+24 points"
    assert counter.side.makes.text() == "makes 60"
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 60
    assert counter.side.balance.text() == "60"
    assert counter.side.amount.text() == ""
    assert desk.window.notice.words == "24 points added for Petra Novotná"


def test_a_balance_of_seven_figures_is_whole_in_the_smallest_window(
    counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    shop.till.adjust(petra, 1_234_531, "Points of the old programme", shop.moment())
    desk.window.resize(SMALLEST)
    desk.serve(petra)
    QApplication.processEvents()
    figure = counter.side.balance
    assert figure.text() == "1,234,567"
    assert QFontMetricsF(figure.font()).horizontalAdvance(figure.text()) <= figure.width()
    assert counter.side.visibleRegion().boundingRect().width() == counter.side.width()


def test_a_note_that_pops_up_is_read_to_its_end_in_the_smallest_window(
    counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    allergy = (
        "Allergic to walnuts, hazelnuts, almonds and peanuts. Never offer her anything to taste, "
        "ask each time, and bring the list of what is in it."
    )
    shop.customers.write_note(petra, allergy, pops_up=True)
    desk.window.resize(SMALLEST)
    desk.serve(petra)
    QApplication.processEvents()
    note = next(one for one in counter.findChildren(Text) if one.text() == allergy)
    assert note.height() >= note.heightForWidth(note.width())


def test_who_may_be_asked_is_asked_once_and_then_left_in_peace(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    give(shop, csat=5)  # the shop has begun to listen
    asked = []
    for _ in range(2):
        desk.serve(petra)
        qtbot.keyClicks(counter.side.amount, "100")
        qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
        asked.append("Ask: “How was your visit today?”" in desk.window.notice.words)
    assert asked == [True, False]


def test_the_keyboard_is_on_the_next_amount_whatever_was_pressed_before(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    type_on(desk, *"100")
    qtbot.mouseClick(counter.side.add, LEFT)
    type_on(desk, *"50", "Return")
    assert points(shop, petra) == 51
    press(qtbot, counter, "loyalty.stamp")
    counter.findChild(QPushButton, "loyalty.stamp").setFocus()
    type_on(desk, *"20")
    assert (counter.side.amount.text(), counter.side.earned.text()) == ("20", "+2 points")


def test_enter_once_more_records_nothing_twice(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "100")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 46
    assert counter.side.earned.text() == "Type the amount, such as 248 or 21.90."


def test_the_last_sale_is_taken_back_with_one_key(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "100")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    QTest.keyClick(counter.side.amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert points(shop, petra) == 36
    assert counter.side.balance.text() == "36"
    assert desk.window.notice.words == "Undone: Sale recorded"


def test_a_reward_is_given_with_one_click_and_taken_back_with_another(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    press(qtbot, counter.panel, "loyalty.give.Free coffee")
    assert points(shop, petra) == 31
    assert desk.window.notice.words == "Free coffee for Petra Novotná"
    assert counter.side.amount.hasFocus()
    qtbot.mouseClick(desk.window.notice.findChild(QPushButton), LEFT)
    assert points(shop, petra) == 36


def test_a_double_click_gives_one_reward(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    for act in (qtbot.mouseClick, qtbot.mouseDClick):
        act(counter.panel.findChild(QPushButton, "loyalty.give.Free coffee"), LEFT)
    assert points(shop, petra) == 31


def test_what_is_not_reached_yet_says_how_much_is_missing(
    counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    assert counter.panel.findChild(QPushButton, "loyalty.give.Whole cake") is None
    names = [one.accessibleName() for one in counter.panel.findChildren(QWidget)]
    assert "364 to go" in names
    assert counter.side.hint.text() == "364 more for Whole cake."


def test_what_is_owed_is_paid_before_a_reward_is_reached(shop: ScenarioShop, petra: int) -> None:
    shop.till.spend(petra, 30, shop.moment())
    shop.till.refund(1, shop.moment())
    now = standing(shop, petra, words_in("en"))
    assert now.hint.startswith("30 points are owed after a refund. 35 more for Free coffee.")
    assert [offer.missing for offer in now.soon] == ["35 to go", "430 to go"]


def test_points_pay_what_they_can(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "100")
    press(qtbot, counter, "loyalty.pay")
    assert counter.side.pays.text() == "To pay: 99.64\u00a0Kč"
    assert "36 points pay 0.36\u00a0Kč" in texts(counter)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 9
    assert not counter.side.pay.isChecked()


def test_a_sale_that_earns_nothing_is_said_to_be_recorded(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "5")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert desk.window.notice.words == "Sale recorded: 5\u00a0Kč"


def test_points_that_pay_are_put_away_again(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "100")
    press(qtbot, counter, "loyalty.pay")
    press(qtbot, counter, "loyalty.taken.points")
    assert not counter.side.pay.isChecked()
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 46


def test_a_waiting_coupon_comes_off_the_bill_and_is_then_gone(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    coupon = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), customer=petra)
    desk.serve(petra)
    press(qtbot, counter.panel, f"loyalty.coupon.{coupon.code}")
    qtbot.keyClicks(counter.side.amount, "100")
    assert counter.side.pays.text() == "To pay: 90\u00a0Kč"
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 45
    left = counter.panel.findChildren(QPushButton, f"loyalty.coupon.{coupon.code}")
    assert not any(one.isVisible() for one in left)


def test_what_is_no_amount_is_said_beneath_the_field_and_nothing_is_written(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "12.345.6")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 36
    assert counter.side.amount.accessibleDescription()
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Escape)
    assert counter.side.amount.text() == ""
    assert not counter.side.amount.accessibleDescription()


def test_a_note_that_pops_up_stands_over_everything(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    shop.customers.write_note(petra, "Allergic to walnuts.", pops_up=True)
    desk.serve(petra)
    qtbot.waitUntil(lambda: "Allergic to walnuts." in texts(counter))


def test_stamps_fill_a_card_and_its_gift_is_given(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    for _ in range(3):
        press(qtbot, counter, "loyalty.stamp")
    assert counter.side.stamps.gift.isVisible()
    press(qtbot, counter, "loyalty.stamp.gift")
    assert not counter.side.stamps.gift.isVisible()
    assert desk.window.notice.words == "A coffee given"


def test_the_next_customer_is_one_of_those_who_were_here(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Escape)
    assert counter.counter.customer is None
    press(qtbot, counter, f"loyalty.served.{petra}")
    assert counter.head.name.text() == "Petra Novotná"


def test_typing_at_the_counter_finds_and_enter_serves(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    qtbot.keyClick(counter.finding, Qt.Key.Key_N)
    qtbot.keyClicks(desk.window.search, "ovot")
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    assert counter.counter.customer == petra
    assert counter.side.amount.hasFocus()


def test_somebody_new_is_added_by_her_name_and_served(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    qtbot.keyClick(counter.finding, Qt.Key.Key_O)
    qtbot.keyClicks(desk.window.search, "lga Mala")
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    assert counter.head.name.text() == "Olga Mala"
    qtbot.keyClicks(counter.side.amount, "50")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert counter.side.balance.text() == "5"


def test_a_customer_who_is_deleted_elsewhere_leaves_the_counter(
    counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.serve(petra)
    shop.customers.delete([petra])
    assert counter.currentWidget() is counter.finding


def test_a_programme_without_rewards_leads_to_setting_them_up(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    from app.loyalty.programme import Programme

    shop.till.programmes.change(Programme())
    desk.serve(petra)
    press(qtbot, counter.panel, "loyalty.rewards")
    assert desk.window.stack.key == "programme"


def test_record_a_sale_serves_whoever_is_at_hand(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, petra: int
) -> None:
    desk.show_customer(petra)
    qtbot.mouseClick(desk.window.findChild(QPushButton, "record a sale"), LEFT)
    assert counter.counter.customer == petra
    assert QApplication.focusWidget() is counter.side.amount


def test_the_pane_of_a_customer_records_a_sale_and_takes_it_back(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop, petra: int
) -> None:
    desk.show_customer(petra)
    customers = desk.window.stack.currentWidget()
    press(qtbot, customers, "person.sale")
    assert counter.counter.customer == petra
    desk.show_customer(petra)
    assert customers.pane.top.points.figure.text() == "36"
    sale = next(one for one in customers.pane.reading.history._told if one.step)
    assert (sale.words, sale.detail) == ("Sale 360\u00a0Kč", "+36 points")
    customers.pane.step_wanted.emit(sale.step)
    assert points(shop, petra) == 0
    assert customers.pane.top.points.figure.text() == "0"


def test_a_sale_without_a_customer_is_f2_a_number_and_enter(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop
) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_F2)
    assert counter.side.amount.hasFocus()
    qtbot.keyClicks(counter.side.amount, "248")
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    row = shop.book.execute("SELECT customer, total FROM sales").fetchone()
    assert tuple(row) == (None, 24800)
    assert desk.window.notice.words == "Sale recorded: 248\u00a0Kč"
    assert counter.beside.past.first_row() is not None
    desk.undo_last()
    assert counter.beside.past.first_row() is None


@pytest.mark.parametrize("place", ["today", "customers", "programme", "loyalty"])
def test_who_was_found_is_sold_to_by_typing_the_amount(
    qtbot: QtBot, desk: Desk, shop: ScenarioShop, petra: int, place: str
) -> None:
    shop.customer("Jana", "Adamová")  # whom the list shows first
    desk.window.go(place)
    type_on(desk, "Ctrl+K")
    type_on(desk, *"novot", "Return")
    type_on(desk, *"248", "Return")
    assert desk.window.stack.key == "loyalty"
    assert points(shop, petra) == 60
    assert desk.window.notice.words == "24 points added for Petra Novotná"


def type_on(desk: Desk, *typed: str) -> None:
    """Keys of the window, each going to whatever has the keyboard by then."""
    for key in typed:
        QTest.keySequence(desk.window.windowHandle(), QKeySequence(key))


def test_who_was_found_has_the_keyboard_on_selling(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, petra: int
) -> None:
    desk.window.go("customers")
    type_on(desk, "Ctrl+K", *"novot", "Return")
    assert desk.window.stack.key == "customers"
    type_on(desk, "Return")
    assert counter.counter.customer == petra


def test_a_letter_typed_at_who_was_found_looks_for_the_next_one(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, shop: ScenarioShop, petra: int
) -> None:
    jana = shop.customer("Jana", "Adamová").id
    desk.window.go("customers")
    type_on(desk, "Ctrl+K", *"novot", "Return")
    for key in (*"adam", "Return", "5"):
        qtbot.wait(FAST + 10)  # as a hand does, not a scanner
        type_on(desk, key)
    assert (counter.counter.customer, counter.side.amount.text()) == (jana, "5")


def test_digits_in_the_list_still_look_for_a_phone(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, petra: int
) -> None:
    desk.show_customer(petra)
    type_on(desk, *"603")
    assert (desk.window.stack.key, desk.window.search.text()) == ("customers", "603")


def test_digits_typed_on_her_e_mail_are_no_sale(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, petra: int
) -> None:
    desk.turn_to(petra)
    customers = desk.window.stack.currentWidget()
    assert isinstance(customers, CustomersScreen)
    customers.pane.reading.contact.email.setFocus()
    assert customers.pane.reading.contact.email.hasFocus()
    type_on(desk, *"777")
    assert desk.window.stack.key == "customers"


@pytest.mark.parametrize("place", ["list", "pane", "line"])
def test_f2_sells_to_the_customer_that_is_shown_wherever_the_keyboard_is(
    qtbot: QtBot, desk: Desk, counter: LoyaltyScreen, petra: int, place: str
) -> None:
    desk.show_customer(petra)
    customers = desk.window.stack.currentWidget()
    assert isinstance(customers, CustomersScreen)
    if place == "pane":
        customers.pane.take_hold()
    elif place == "line":
        customers.pane.reading.contact.email.setFocus()
    type_on(desk, "F2")
    assert desk.window.stack.key == "loyalty"
    assert counter.counter.customer == petra
    assert counter.side.amount.hasFocus()


def test_a_letter_where_the_amount_is_begins_her_name(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    qtbot.keyClick(desk.window, Qt.Key.Key_F2)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_N)
    assert desk.window.search.hasFocus()
    qtbot.keyClicks(desk.window.search, "ovot")
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    assert counter.counter.customer == petra


def test_the_amount_may_come_before_the_customer(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, shop: ScenarioShop, petra: int
) -> None:
    desk.record_sale()
    qtbot.keyClicks(counter.side.amount, "100")
    desk.serve(petra)
    assert counter.side.earned.text() == "+10 points"
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Return)
    assert points(shop, petra) == 46


def test_f2_keeps_what_was_typed_for_her(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClicks(counter.side.amount, "100")
    qtbot.keyClick(desk.window, Qt.Key.Key_F2)
    assert (counter.counter.customer, counter.side.amount.text()) == (petra, "100")


def test_enter_on_one_who_was_here_serves_her(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    qtbot.keyClick(counter.side.amount, Qt.Key.Key_Escape)
    row = counter.findChild(QPushButton, f"loyalty.served.{petra}")
    assert row is not None
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert counter.counter.customer == petra


def test_a_day_with_a_dot_of_its_own_ends_the_sentence(shop: ScenarioShop, petra: int) -> None:
    shop.time.passes(days=20)
    assert standing(shop, petra, words_in("cs")).line.endswith("Naposledy zde: 22. 11.")


def test_tab_goes_from_the_amount_round_to_all_above_it(
    qtbot: QtBot, counter: LoyaltyScreen, desk: Desk, petra: int
) -> None:
    desk.serve(petra)
    reached = names_by_tab(qtbot, counter.side.amount)
    assert {"loyalty.add", "loyalty.another", "loyalty.more"} <= reached


def names_by_tab(qtbot: QtBot, first: QWidget, presses: int = 24) -> set[str]:
    first.setFocus()
    reached = set[str]()
    for _ in range(presses):
        here = QApplication.focusWidget()
        assert here is not None
        reached.add(here.objectName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return reached
