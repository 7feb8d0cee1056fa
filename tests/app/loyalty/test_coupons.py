"""Coupons: who may use them, when, how often, and that a use can be taken back and had again."""

from datetime import date

import pytest

from app.keeping.database import Busy
from app.loyalty.codes import CodeTaken, MistypedCode, Pattern, PatternUsedUp, UnknownCode, is_whole
from app.loyalty.coupon import (
    CouponExpired,
    CouponVoided,
    CustomerNeeded,
    MinimumNotMet,
    NotAtThisHour,
    NothingToTakeOff,
    NotOnThisWeekday,
    NotYetValid,
    TooFewPieces,
    UsedUp,
    WrongCustomer,
)
from app.loyalty.coupon_terms import Bill, BillLine, Terms
from app.loyalty.coupons import NotUsed, Purpose, ReasonNeeded
from app.loyalty.moment import Moment, moment_of
from app.loyalty.unissued import unissued
from app.money import CurrenciesDiffer, Money
from app.people.customers import UnknownCustomer
from reports.sentences import sentence
from resources.words import words_in
from tests.shop import SUNDAY, ScenarioShop

TEN_PERCENT = Terms(kind="percent", value=1_000)
HUNDRED = Bill(total=100_00)


def now(shop: ScenarioShop) -> Moment:
    return moment_of(shop.time.at, "Europe/Prague", "Jana")


def issue(shop: ScenarioShop, customer: int | None = None, **terms) -> str:
    deal = {"kind": "percent", "value": 1_000} | terms
    return shop.coupons.issue(Terms(**deal), now(shop), customer=customer).code


def use(shop: ScenarioShop, code: str, customer: int | None = None, bill: Bill = HUNDRED):
    return shop.coupons.use(code, bill, now(shop), customer)


def refusal(shop: ScenarioShop, kind: type, code: str, *more) -> dict:
    with pytest.raises(kind) as refused:
        use(shop, code, *more)
    said = sentence(refused.value, words_in("en"))
    assert "{" not in said
    return refused.value.facts


def events(shop: ScenarioShop) -> list[str]:
    return shop.book.column("SELECT kind FROM coupon_events ORDER BY id")


def test_a_coupon_that_is_used_once_takes_off_its_discount_and_is_used_up(shop):
    code = issue(shop)
    assert is_whole(code)
    used = use(shop, f" {code.lower()[:5]}-{code[5:]} ")
    assert (used.discount, used.left) == (10_00, 0)
    shop.time.passes(days=2)
    assert refusal(shop, UsedUp, code) == {"code": code, "day": SUNDAY, "hour": "09:00"}
    assert len(events(shop)) == 1


def test_a_refused_coupon_changes_nothing(shop):
    code = issue(shop, min_total=150_00)
    steps = shop.book.value("SELECT count(*) FROM history_steps")
    facts = refusal(shop, MinimumNotMet, code)
    assert facts["missing"] == Money(50_00, "CZK")
    assert events(shop) == []
    assert shop.book.value("SELECT count(*) FROM history_steps") == steps


def test_a_coupon_from_today_to_today_is_good_today(shop):
    code = issue(shop, valid_from=SUNDAY, valid_to=SUNDAY)
    assert use(shop, code).discount == 10_00


def test_a_coupon_is_good_through_the_whole_of_its_last_day_and_no_longer(shop):
    code = issue(shop, valid_to=SUNDAY, uses=None)
    shop.time.passes(hours=14, minutes=59)
    assert now(shop).hour == "23:59"
    use(shop, code)
    shop.time.passes(minutes=1)
    assert refusal(shop, CouponExpired, code) == {"code": code, "day": SUNDAY}


def test_a_coupon_says_from_which_day_on_it_is_good(shop):
    code = issue(shop, valid_from=date(2026, 12, 1))
    assert refusal(shop, NotYetValid, code) == {"code": code, "day": date(2026, 12, 1)}
    assert "1 December 2026" in sentence(
        shop.coupons.look_up(code, now(shop)).why_not, words_in("en")
    )


def test_a_coupon_for_weekdays_says_when_it_is_good_again(shop):
    code = issue(shop, weekdays=frozenset({1, 3}))
    assert refusal(shop, NotOnThisWeekday, code)["day"] == date(2026, 11, 23)
    shop.time.passes(days=1)
    assert use(shop, code).discount == 10_00


def test_a_coupon_for_the_afternoon_is_refused_in_the_morning(shop):
    code = issue(shop, from_hour="14:00", to_hour="16:00")
    assert refusal(shop, NotAtThisHour, code) == {"code": code, "first": "14:00", "last": "16:00"}
    shop.time.passes(hours=7)
    use(shop, code)


def test_a_coupon_for_one_person_is_refused_to_everybody_else(shop):
    anna, petr = shop.customer("Anna").id, shop.customer("Petr").id
    code = issue(shop, anna)
    assert refusal(shop, WrongCustomer, code, petr) == {"code": code}
    refusal(shop, WrongCustomer, code)
    assert shop.coupons.look_up(code, now(shop)).why_not is None
    assert use(shop, code, anna).discount == 10_00


def test_a_limit_for_each_customer_counts_each_by_herself(shop):
    anna, petr = shop.customer("Anna").id, shop.customer("Petr").id
    code = issue(shop, uses=None, uses_per_customer=1)
    use(shop, code, anna)
    use(shop, code, petr)
    refusal(shop, UsedUp, code, anna)
    refusal(shop, CustomerNeeded, code)


def test_a_total_limit_counts_everybody(shop):
    anna, petr = shop.customer("Anna").id, shop.customer("Petr").id
    code = issue(shop, uses=3, uses_per_customer=2)
    assert [use(shop, code, one).left for one in (anna, anna, petr)] == [2, 1, 0]
    refusal(shop, UsedUp, code, petr)


def test_who_was_merged_keeps_her_coupons_and_what_she_used(shop):
    anna, double = shop.customer("Anna").id, shop.customer("Anna").id
    hers = issue(shop, double)
    once = issue(shop, uses=None, uses_per_customer=1)
    use(shop, once, double)
    shop.book.execute("UPDATE customers SET merged_into = ? WHERE id = ?", (anna, double))
    refusal(shop, UsedUp, once, anna)
    assert [one.coupon.code for one in shop.coupons.of_customer(anna, now(shop))] == [hers]
    assert use(shop, hers, anna).discount == 10_00


def test_nobody_outside_the_book_is_given_a_coupon_or_uses_one(shop):
    with pytest.raises(UnknownCustomer):
        issue(shop, 77)
    refusal(shop, UnknownCustomer, issue(shop), 77)
    assert shop.book.value("SELECT count(*) FROM codes") == 1


def test_a_code_that_is_wrong_is_told_from_one_that_nobody_has(shop):
    code = issue(shop)
    refusal(shop, MistypedCode, ("2" if code[0] != "2" else "3") + code[1:])
    refusal(shop, UnknownCode, "SUMMER")


def test_an_own_code_belongs_to_one_coupon_for_good(shop):
    coupon = shop.coupons.issue(TEN_PERCENT, now(shop), code="Léto 10")
    assert coupon.code == "Léto 10"
    shop.coupons.void("leto10", "printed twice", now(shop))
    with pytest.raises(CodeTaken):
        shop.coupons.issue(TEN_PERCENT, now(shop), code="1ET0-1O")


def test_a_bundle_with_too_few_pieces_is_not_used(shop):
    code = issue(shop, kind="bundle", value=0, buy=3, get=1, item="roll")
    two = Bill(total=8_00, lines=(BillLine(item="Roll", thousandths=2_000, amount=8_00),))
    facts = refusal(shop, TooFewPieces, code, None, two)
    assert (facts["needed"], facts["pieces"]) == (3, 2)
    many = Bill(total=300_00, lines=(BillLine(item="Roll", thousandths=75_000, amount=300_00),))
    assert use(shop, code, None, many).discount == 100_00


def test_a_free_item_may_be_handed_over_beside_the_bill(shop):
    code = issue(shop, kind="item", value=1, item="coffee")
    line = BillLine(item="Roll", amount=100_00)
    refusal(shop, NothingToTakeOff, code, None, Bill(total=100_00, lines=(line,)))
    used = use(shop, code)
    assert (used.discount, used.left) == (0, 0)


def test_taking_back_a_use_gives_it_back_and_stays_in_the_history(shop):
    code = issue(shop)
    use(shop, code)
    with pytest.raises(ReasonNeeded):
        shop.coupons.undo_use(code, "  ", now(shop))
    state = shop.coupons.undo_use(code, "rung up twice", now(shop))
    assert (state.used, state.left, state.why_not) == (0, 1, None)
    assert (
        shop.book.value("SELECT reason FROM coupon_events WHERE kind = 'undo'") == "rung up twice"
    )
    with pytest.raises(NotUsed):
        shop.coupons.undo_use(code, "again", now(shop))
    use(shop, code)
    assert events(shop) == ["use", "undo", "use"]


def test_the_use_of_one_customer_is_taken_back_and_no_others(shop):
    anna, petr = shop.customer("Anna").id, shop.customer("Petr").id
    code = issue(shop, uses=2, uses_per_customer=1)
    use(shop, code, anna)
    use(shop, code, petr)
    assert shop.coupons.undo_use(code, "hers", now(shop), anna).left == 1
    refusal(shop, UsedUp, code, petr)
    use(shop, code, anna)


def test_a_use_is_undone_had_again_and_undone_again(shop):
    code = issue(shop)
    use(shop, code)
    lefts = []
    for act in (shop.undo.undo_last, shop.undo.redo_last, shop.undo.undo_last):
        undone = act()
        assert undone.kept == 0
        lefts.append(shop.coupons.look_up(code, now(shop)).left)
    assert lefts == [1, 0, 1]


def test_a_use_is_not_had_again_when_somebody_else_had_it_since(shop):
    code = issue(shop)
    use(shop, code)
    undone = shop.undo.undo_last()
    use(shop, code)
    with pytest.raises(UsedUp):
        shop.undo.undo(undone.step)
    assert shop.coupons.look_up(code, now(shop)).used == 1


def test_undoing_a_step_whose_use_was_taken_back_already_takes_nothing_more(shop):
    code = issue(shop, uses=3)
    use(shop, code)
    step = shop.undo.last()
    shop.coupons.undo_use(code, "mistake", now(shop))
    assert shop.undo.undo(step).kept == 1
    assert shop.coupons.look_up(code, now(shop)).left == 3


def test_a_void_coupon_is_refused_with_its_day_until_it_is_good_again(shop):
    code = issue(shop)
    shop.coupons.void(code, "lost", now(shop))
    assert refusal(shop, CouponVoided, code) == {"code": code, "day": SUNDAY, "reason": "lost"}
    with pytest.raises(CouponVoided):
        shop.coupons.void(code, "again", now(shop))
    assert shop.coupons.unvoid(code, "found", now(shop)).why_not is None
    assert shop.coupons.unvoid(code, "found", now(shop)).why_not is None
    shop.undo.undo_last()
    refusal(shop, CouponVoided, code)
    shop.undo.redo_last()
    use(shop, code)
    assert events(shop) == ["void", "unvoid", "void", "unvoid", "use"]


def test_issuing_is_undone_had_again_and_undone_again(shop):
    people = [shop.customer(name).id for name in ("Anna", "Petr", "Eva")]
    given = shop.coupons.issue_to(people, TEN_PERCENT, now(shop))
    assert [one.customer for one in given] == people
    assert len({one.code for one in given}) == 3
    for act, is_good in ((shop.undo.undo_last, False), (shop.undo.redo_last, True)) * 2:
        act()
        states = [shop.coupons.look_up(one.code, now(shop)).why_not for one in given]
        assert [state is None for state in states] == [is_good] * 3


def test_an_occasion_brings_each_one_coupon_and_no_second(shop):
    anna, petr = shop.customer("Anna").id, shop.customer("Petr").id
    birthday = Purpose(reason="birthday 2026", words="All the best")
    drawn, again = (
        unissued(shop.book, TEN_PERCENT, now(shop), birthday, whose=whose)
        for whose in ([anna], [anna, petr])
    )
    (first,) = shop.coupons.issue_once(drawn, now(shop))
    assert (first.code, first.reason, first.words) == (
        drawn[0].code,
        "birthday 2026",
        "All the best",
    )
    with pytest.raises(Busy):
        shop.coupons.issue_once(again, now(shop))
    assert shop.coupons.with_reason([anna, petr], "birthday 2026") == {anna: first}


def test_a_sheet_of_coupons_follows_its_pattern_and_asks_for_no_more_than_it_has(shop):
    sheet = shop.coupons.issue_many(20, TEN_PERCENT, now(shop), pattern=Pattern("JAR-*"))
    assert all(one.code.startswith("JAR") and is_whole(one.code) for one in sheet)
    with pytest.raises(PatternUsedUp):
        shop.coupons.issue_many(10, TEN_PERCENT, now(shop), pattern=Pattern("JAR-*"))
    assert shop.book.value("SELECT count(*) FROM coupons") == 20


def test_the_deal_is_read_back_as_it_was_issued(shop):
    deal = Terms(
        kind="percent", value=1_250, item="tea", cap=50, min_total=100, valid_from=SUNDAY,
        valid_to=date(2026, 12, 31), weekdays=frozenset({1, 7}), from_hour="08:00",
        to_hour="10:00", uses=None, uses_per_customer=2,
    )  # fmt: skip
    code = shop.coupons.issue(deal, now(shop)).code
    assert shop.coupons.find(code).terms == deal


def test_a_use_reckoned_before_somebody_had_the_last_one_is_refused_when_it_is_written(shop):
    code = issue(shop)
    early, late = (shop.coupons.reckon(code, HUNDRED, now(shop)) for _ in range(2))
    assert shop.coupons.enter(early, now(shop)).left == 0
    with pytest.raises(UsedUp):
        shop.coupons.enter(late, now(shop))
    assert events(shop) == ["use"]


def test_a_coupon_that_tells_an_amount_is_good_in_the_money_it_was_issued_in_alone(shop):
    of_money = [issue(shop, kind="amount", value=50_00), issue(shop, min_total=10_00)]
    percent = issue(shop)
    shop.settings.change(currency="EUR")
    later = issue(shop, kind="amount", value=5_00)
    shop.settings.change(zone="Europe/Vienna")
    for code in of_money:
        assert refusal(shop, CurrenciesDiffer, code) == {
            "one": "CZK",
            "other": "EUR",
            "field": "code",
        }
        assert shop.coupons.look_up(code, now(shop)).why_not is not None
    assert [use(shop, code).discount for code in (percent, later)] == [10_00, 5_00]
    shop.settings.change(currency="CZK")
    assert [use(shop, code).discount for code in of_money] == [50_00, 10_00]
