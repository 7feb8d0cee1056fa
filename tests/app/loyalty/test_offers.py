"""What is out: coupons summed up by offer, and what happened to one of them."""

from datetime import timedelta

from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.coupons import Purpose
from app.loyalty.offers import Out, letter_of, reason_with
from tests.shop import ScenarioShop

SUMMER = Purpose(reason="Summer")
TENTH = Terms(kind="percent", value=1_000)


def issued(shop: ScenarioShop, terms: Terms = TENTH, purpose: Purpose = SUMMER) -> str:
    return shop.coupons.issue(terms, shop.moment(), purpose=purpose).code


def out(shop: ScenarioShop) -> list[Out]:
    return shop.coupons.out(shop.moment())


def counts(one: Out) -> tuple[int, int, int, int]:
    return one.issued, one.used, one.lapsed, one.off


def test_an_offer_tells_how_many_were_issued_and_used_and_what_they_took_off(shop):
    codes = [issued(shop) for _ in range(4)]
    for code in codes[:2]:
        shop.coupons.use(code, Bill(total=200_00), shop.moment())
    shop.coupons.undo_use(codes[0], "a slip", shop.moment())
    shop.coupons.void(codes[3], "torn", shop.moment())
    (summer,) = out(shop)
    assert counts(summer) == (3, 1, 0, 20_00)


def test_what_nobody_used_in_time_has_lapsed(shop):
    week = TENTH.lasting(7, shop.today())
    codes = [issued(shop, week) for _ in range(3)]
    shop.coupons.use(codes[0], Bill(total=100_00), shop.moment())
    shop.time.at += timedelta(days=7)
    assert counts(out(shop)[0])[2] == 0
    shop.time.at += timedelta(days=1)
    assert counts(out(shop)[0]) == (3, 1, 2, 10_00)


def test_another_deal_under_the_same_name_is_told_by_itself_the_newest_first(shop):
    issued(shop)
    issued(shop, Terms(kind="item", value=1, item="coffee"))
    assert [one.newest.terms.kind for one in out(shop)] == ["item", "percent"]


def test_coupons_that_come_with_a_letter_are_one_offer_whatever_the_year(shop):
    for year in ("2026", "2027"):
        issued(shop, purpose=Purpose(reason=reason_with("birthday", year)))
    issued(shop, purpose=Purpose(reason=reason_with("name_day", "2026")))
    assert [(one.letter, one.issued) for one in out(shop)] == [("name_day", 1), ("birthday", 2)]
    assert letter_of("Summer") == ""


def test_an_offer_of_which_all_are_void_and_none_was_used_is_not_out_any_more(shop):
    shop.coupons.void(issued(shop), "a slip", shop.moment())
    assert out(shop) == []


def test_everything_that_happened_to_a_coupon_is_told_in_its_order(shop):
    jana = shop.customer("Jana")
    code = issued(shop)
    shop.coupons.use(code, Bill(total=100_00), shop.moment(), jana.id)
    shop.coupons.undo_use(code, "wrong till", shop.moment())
    first, second = shop.coupons.events(code)
    assert (first.kind, first.hour, first.customer, first.discount) == (
        "use",
        "09:00",
        jana.id,
        1000,
    )
    assert (second.kind, second.reason, second.by) == ("undo", "wrong till", "Jana")
