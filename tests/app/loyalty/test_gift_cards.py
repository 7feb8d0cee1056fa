"""Gift cards: what they hold is never below nothing, and never spent twice."""

from datetime import date

import pytest

from app.loyalty.codes import CodeTaken, MistypedCode, UnknownCode
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import ReasonNeeded
from app.loyalty.gift_cards import (
    BalanceTooLow,
    CardRefundTooLarge,
    ExpiryIsPast,
    GiftCardExpired,
    GiftCardVoided,
    NotAboveZero,
)
from app.loyalty.moment import Moment, moment_of
from app.money import CurrenciesDiffer, Money
from app.people.customers import UnknownCustomer
from reports.sentences import sentence
from resources.words import words_in
from tests.shop import SUNDAY, ScenarioShop


def now(shop: ScenarioShop) -> Moment:
    return moment_of(shop.time.at, "Europe/Prague", "Jana")


def sold(shop: ScenarioShop, amount: int = 50_00, **more) -> str:
    return shop.gift_cards.sell(amount, now(shop), **more).code


def balance(shop: ScenarioShop, code: str) -> int:
    return shop.gift_cards.find(code).balance


def kinds(shop: ScenarioShop, code: str) -> list[str]:
    return [entry.kind for entry in shop.gift_cards.entries(code)]


def test_a_card_is_paid_with_bit_by_bit_until_it_is_empty(shop):
    code = sold(shop)
    assert shop.gift_cards.pay(code, 20_00, now(shop)).card.balance == 30_00
    assert shop.gift_cards.pay(f"{code[:5]} {code[5:].lower()}", 30_00, now(shop)).card.balance == 0
    with pytest.raises(BalanceTooLow):
        shop.gift_cards.pay(code, 1, now(shop))


def test_paying_more_than_the_card_holds_is_refused_and_changes_nothing(shop):
    code = sold(shop)
    with pytest.raises(BalanceTooLow) as refused:
        shop.gift_cards.pay(code, 50_01, now(shop))
    facts = {"balance": Money(50_00, "CZK"), "wanted": Money(50_01, "CZK")}
    assert refused.value.facts == {"code": code} | facts
    assert "Kč" in sentence(refused.value, words_in("en"))
    assert balance(shop, code) == 50_00
    assert kinds(shop, code) == ["sale"]


@pytest.mark.parametrize("amount", [0, -5])
def test_nothing_is_sold_loaded_paid_or_refunded_for_no_money(shop, amount):
    code = sold(shop)
    for verb in (shop.gift_cards.reload, shop.gift_cards.pay, shop.gift_cards.refund_payment):
        with pytest.raises(NotAboveZero):
            verb(code, amount, now(shop))
    with pytest.raises(NotAboveZero):
        sold(shop, amount)
    assert kinds(shop, code) == ["sale"]


def test_an_own_code_is_refused_where_a_coupon_has_it(shop):
    shop.coupons.issue(Terms(kind="amount", value=1), now(shop), code="XMAS")
    with pytest.raises(CodeTaken):
        sold(shop, code="xmas")
    assert sold(shop, code="XMAS-2026") == "XMAS-2026"
    with pytest.raises(UnknownCode):
        shop.gift_cards.pay("xmas", 1, now(shop))
    with pytest.raises(UnknownCode):
        shop.coupons.find("xmas2026")


def test_a_mistyped_number_is_told(shop):
    code = sold(shop)
    with pytest.raises(MistypedCode):
        shop.gift_cards.pay(code[:-1] + ("2" if code[-1] != "2" else "3"), 1, now(shop))


def test_a_card_is_loaded_again(shop):
    code = sold(shop)
    assert shop.gift_cards.reload(code, 10_00, now(shop)).card.balance == 60_00
    assert kinds(shop, code) == ["sale", "reload"]


def test_a_card_is_good_through_the_whole_of_its_last_day(shop):
    code = sold(shop, expires=SUNDAY)
    shop.time.passes(hours=14, minutes=59)
    shop.gift_cards.pay(code, 10_00, now(shop))
    assert shop.gift_cards.expire(now(shop)) == []
    assert shop.gift_cards.liability(SUNDAY) == Money(40_00, "CZK")
    shop.time.passes(minutes=1)
    with pytest.raises(GiftCardExpired) as refused:
        shop.gift_cards.pay(code, 1, now(shop))
    assert refused.value.facts["day"] == SUNDAY
    assert shop.gift_cards.liability(date(2026, 11, 23)) == Money(0, "CZK")


def test_what_is_left_on_a_card_past_its_day_is_booked_out_once(shop):
    code, other = sold(shop, expires=SUNDAY), sold(shop)
    shop.time.passes(days=1)
    assert [one.amount for one in shop.gift_cards.expire(now(shop))] == [-50_00]
    assert shop.gift_cards.expire(now(shop)) == []
    assert (balance(shop, code), balance(shop, other)) == (0, 50_00)
    shop.undo.undo_last()
    assert balance(shop, code) == 50_00


def test_a_card_cannot_be_sold_that_is_past_its_day(shop):
    with pytest.raises(ExpiryIsPast):
        sold(shop, expires=date(2026, 11, 21))


def test_nobody_outside_the_book_is_sold_a_card(shop):
    with pytest.raises(UnknownCustomer):
        sold(shop, customer=77)
    assert sold(shop, customer=shop.customer("Anna").id)


def test_a_payment_comes_back_to_the_card_and_no_more_than_it(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 20_00, now(shop))
    shop.gift_cards.refund_payment(code, 15_00, now(shop))
    assert balance(shop, code) == 45_00
    with pytest.raises(CardRefundTooLarge) as refused:
        shop.gift_cards.refund_payment(code, 5_01, now(shop))
    assert refused.value.facts["left"] == Money(5_00, "CZK")


def test_a_payment_whose_refund_stands_is_not_undone_as_well(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 20_00, now(shop))
    paid = shop.undo.last()
    shop.gift_cards.refund_payment(code, 15_00, now(shop))
    with pytest.raises(CardRefundTooLarge):
        shop.undo.undo(paid)
    assert balance(shop, code) == 45_00


def test_refunding_the_sale_of_a_card_takes_off_what_was_loaded(shop):
    code = sold(shop)
    assert shop.gift_cards.refund_sale(code, now(shop)).amount == -50_00
    assert balance(shop, code) == 0
    with pytest.raises(NotAboveZero):
        shop.gift_cards.refund_sale(code, now(shop))


def test_refunding_the_sale_of_a_card_that_was_paid_with_leaves_it_at_nothing(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 20_00, now(shop))
    with pytest.raises(BalanceTooLow):
        shop.gift_cards.refund_sale(code, now(shop), amount=50_00)
    assert shop.gift_cards.refund_sale(code, now(shop)).amount == -30_00
    assert balance(shop, code) == 0


def test_a_void_card_holds_nothing_and_is_good_again_when_that_is_undone(shop):
    code = sold(shop)
    with pytest.raises(ReasonNeeded):
        shop.gift_cards.void(code, " ", now(shop))
    assert shop.gift_cards.void(code, "stolen", now(shop)).card.balance == 0
    for verb in (shop.gift_cards.pay, shop.gift_cards.reload):
        with pytest.raises(GiftCardVoided):
            verb(code, 1, now(shop))
    with pytest.raises(GiftCardVoided):
        shop.gift_cards.void(code, "stolen", now(shop))
    for act, held, is_void in (
        (shop.undo.undo_last, 50_00, False),
        (shop.undo.redo_last, 0, True),
        (shop.undo.undo_last, 50_00, False),
    ):
        act()
        card, why_not = shop.gift_cards.look_up(code, now(shop))
        assert (card.balance, card.is_void, bool(why_not)) == (held, is_void, is_void)
    assert shop.gift_cards.pay(code, 50_00, now(shop)).card.balance == 0


def test_an_empty_card_that_was_declared_void_twice_stays_void_when_one_is_undone(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 50_00, now(shop))
    shop.gift_cards.void(code, "empty", now(shop))
    undone = shop.undo.undo_last()
    shop.gift_cards.void(code, "lost", now(shop))
    second = shop.undo.last()
    shop.undo.undo(undone.step)
    shop.undo.undo(second)
    assert shop.gift_cards.find(code).is_void


def test_a_payment_is_undone_had_again_and_undone_again(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 20_00, now(shop))
    held = []
    for act in (shop.undo.undo_last, shop.undo.redo_last, shop.undo.undo_last):
        assert act().kept == 0
        held.append(balance(shop, code))
    assert held == [50_00, 30_00, 50_00]
    assert kinds(shop, code) == ["sale", "payment", "undo", "payment", "undo"]


def test_a_sale_of_a_card_is_undone_had_again_and_undone_again(shop):
    code = sold(shop)
    for act, is_void in ((shop.undo.undo_last, True), (shop.undo.redo_last, False)) * 2:
        act()
        assert shop.gift_cards.find(code).is_void == is_void
    assert balance(shop, code) == 50_00


def test_the_sale_of_a_card_is_not_undone_when_it_was_paid_with(shop):
    code = sold(shop)
    sale = shop.undo.last()
    shop.gift_cards.pay(code, 1, now(shop))
    with pytest.raises(BalanceTooLow):
        shop.undo.undo(sale)
    assert balance(shop, code) == 49_99


def test_a_payment_is_not_had_again_when_the_card_is_empty_by_now(shop):
    code = sold(shop)
    shop.gift_cards.pay(code, 30_00, now(shop))
    undone = shop.undo.undo_last()
    shop.gift_cards.pay(code, 40_00, now(shop))
    with pytest.raises(BalanceTooLow):
        shop.undo.undo(undone.step)
    assert balance(shop, code) == 10_00


def test_a_card_in_another_currency_pays_for_nothing(shop):
    code = sold(shop)
    shop.settings.change(currency="EUR")
    with pytest.raises(CurrenciesDiffer):
        shop.gift_cards.pay(code, 1, now(shop))
    assert shop.gift_cards.liability(SUNDAY) == Money(0, "EUR")
    assert shop.gift_cards.void(code, "paid out", now(shop)).card.balance == 0


def test_what_the_shop_owes_is_the_sum_of_its_good_cards(shop):
    codes = [sold(shop), sold(shop, 7_00), sold(shop, 3_00, expires=date(2026, 12, 1))]
    shop.gift_cards.pay(codes[0], 20_00, now(shop))
    shop.gift_cards.void(codes[1], "lost", now(shop))
    assert shop.gift_cards.liability(SUNDAY) == Money(33_00, "CZK")
    assert shop.gift_cards.liability(date(2026, 12, 2)) == Money(30_00, "CZK")
