"""Gift cards: sold, found, loaded, paid with, put back and cancelled, and what is still owed."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.loyalty.codes import fold
from tests.reports import scanning
from tests.shop import ScenarioShop
from tests.ui.coupons.acts import fill, press, rows, sees, type_into, wrong
from ui.coupons.view import CouponsScreen
from ui.desk import Desk


def go(coupons: CouponsScreen, part: str) -> None:
    coupons.parts.choose(part)
    coupons.parts.chosen.emit(part)


def act(qtbot: QtBot, coupons: CouponsScreen, key: str, **answers: str) -> str:
    """Does it, and answers what is wrong."""
    press(qtbot, coupons, f"act.{key}")
    asks = coupons.gifts.pane.asks
    assert asks is not None
    ((name, text),) = answers.items()
    type_into(qtbot, asks, f"ask.{name}", text)
    still = coupons.gifts.pane.asks
    return still.fields[name].control.accessibleDescription() if still else ""


def test_a_gift_card_is_sold_and_written(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, desk: Desk, saved: Path
):
    jana = shop.customer("Jana", "Malá")
    go(coupons, "gifts")
    press(qtbot, coupons, "coupons.new")
    page = coupons.making("gifts")
    fill(qtbot, page.form, amount="500", person="Jana", last="31. 12. 2027")
    assert page.said.text() == (
        "A gift card over 500\u00a0Kč. For Jana Malá. Valid until 31\u00a0December\u00a02027."
    )
    press(qtbot, page, "new.save")
    qtbot.waitUntil(lambda: len(rows(coupons, "gift")) == 1)
    (card,) = shop.gift_cards.out()
    assert (card.balance, card.customer, card.expires) == (500_00, jana.id, date(2027, 12, 31))
    assert scanning.texts(saved.read_bytes())["QR"] == [fold(card.code)]
    sees(qtbot, coupons, "500\u00a0Kč")
    told = f"Gift card {card.code} sold. Saved as {saved.name}"
    qtbot.waitUntil(lambda: desk.window.notice.words == told)


def test_without_an_amount_nothing_is_sold(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    go(coupons, "gifts")
    press(qtbot, coupons, "coupons.new")
    page = coupons.making("gifts")
    press(qtbot, page, "new.save")
    assert wrong(page.form, "amount") == "Please write an amount."
    assert shop.gift_cards.out() == []


def test_a_card_is_paid_with_loaded_put_back_and_cancelled(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    card = shop.gift_cards.sell(500_00, shop.moment())
    go(coupons, "gifts")
    type_into(qtbot, coupons.gifts, "find.code", card.code)
    assert act(qtbot, coupons, "pay", amount="600").startswith("The gift card")
    coupons.gifts.pane.close_question()
    assert act(qtbot, coupons, "pay", amount="200") == ""
    sees(qtbot, coupons, "300\u00a0Kč left")
    sees(qtbot, coupons, "Paid with it, −200\u00a0Kč")
    assert act(qtbot, coupons, "load", amount="50") == ""
    assert act(qtbot, coupons, "back", amount="100") == ""
    assert shop.gift_cards.find(card.code).balance == 450_00
    assert act(qtbot, coupons, "out", amount="50") == ""
    assert act(qtbot, coupons, "void", reason="") == "Say why, so that it can be understood later."
    coupons.gifts.pane.close_question()
    assert act(qtbot, coupons, "void", reason="lost") == ""
    assert shop.gift_cards.find(card.code).is_void
    sees(qtbot, coupons, "0\u00a0Kč")


def test_a_code_of_something_else_is_no_gift_card(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    go(coupons, "gifts")
    type_into(qtbot, coupons.gifts, "find.code", "NOSUCH")
    field = coupons.gifts.finding.field.control
    assert field.accessibleDescription() == "There is no code NOSUCH."
