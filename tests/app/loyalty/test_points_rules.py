"""Every decision about points, a line of the rules each."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from app.loyalty.bills import Back, NotABill, Order, RefundedSince, RefundTooLarge, UnknownSale
from app.loyalty.earning import Bill, Line, Terms, terms
from app.loyalty.points import NoReason, NotEnoughPoints
from app.loyalty.programme import Earn, Expiry, Extra, Programme, Promotion, Reward, Tier, Window

PRAGUE = ZoneInfo("Europe/Prague")
NEW_YEAR = date(2026, 1, 1)
HAS_WHOLE_UNITS = Programme(value=Decimal(1))


@pytest.fixture
def anna(shop):
    return shop.customer("Anna", "Malá").id


def on(shop, day, hour=12):
    """A moment of that day, by the shop's clock; the shop's own time comes along."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    at = datetime(day.year, day.month, day.day, hour, tzinfo=PRAGUE)
    return shop.moment(at)


def sell(shop, who, total, day=NEW_YEAR, **more):
    return shop.till.sell(Order(customer=who, total=total, **more), on(shop, day))


def give(shop, who, points, day=NEW_YEAR):
    shop.till.adjust(who, points, "a gift", on(shop, day))


def spend(shop, who, points, day=NEW_YEAR):
    return shop.till.spend(who, points, on(shop, day))


def balance(shop, who, day=NEW_YEAR):
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return shop.till.points.balance(who, day)


def lots(shop, who, day=NEW_YEAR):
    return [
        (lot.points, str(lot.earned), lot.expires and str(lot.expires))
        for lot in balance(shop, who, day).lots
    ]


def earned(programme, total, day=NEW_YEAR, hour="12:00", lines=()):
    bill = Bill(total=total, base=total, lines=tuple(lines))
    return terms(programme, bill, on=day, hour=hour).earned(total)


def promotion(times="1", bonus=0, **window):
    return Promotion(name=times, multiplier=Decimal(times), bonus=bonus, window=Window(**window))


@pytest.mark.parametrize(
    ("total", "points"),
    [(10500, 10), (2190, 2), (999, 0), (1000, 1), (1999, 1), (0, 0), (10**11, 10**8)],
)
def test_a_point_for_each_ten_that_is_whole(total, points):
    assert earned(Programme(), total) == points


@pytest.mark.parametrize(
    ("total", "times", "points"),
    [
        *((4000, "1.5", 6), (5000, "1.5", 7), (4000, "10", 40)),
        *((8000, "1.125", 9), (7000, "1.125", 7), (999, "10", 0)),
    ],
)
def test_a_promotion_multiplies_and_the_fraction_is_dropped(total, times, points):
    assert earned(Programme(promotions=(promotion(times),)), total) == points


def test_of_several_promotions_one_counts_the_best():
    several = (promotion("1.5"), promotion(bonus=3), promotion("2"))
    assert earned(Programme(promotions=several), 4000) == 8
    assert earned(Programme(promotions=several), 2000) == 5


def test_a_promotion_is_never_worse_than_none():
    assert earned(Programme(promotions=(promotion("0.5"),)), 4000) == 4


@pytest.mark.parametrize(
    ("window", "day", "hour", "holds"),
    [
        ({"starts": NEW_YEAR, "ends": NEW_YEAR}, NEW_YEAR, "12:00", True),
        ({"starts": date(2026, 1, 2)}, NEW_YEAR, "12:00", False),
        ({"ends": date(2025, 12, 31)}, NEW_YEAR, "12:00", False),
        ({"weekdays": ("thu",)}, NEW_YEAR, "12:00", True),
        ({"weekdays": ("fri",)}, NEW_YEAR, "12:00", False),
        ({"from_hour": "14:00", "to_hour": "16:00"}, NEW_YEAR, "13:59", False),
        ({"from_hour": "14:00", "to_hour": "16:00"}, NEW_YEAR, "14:00", True),
        ({"from_hour": "14:00", "to_hour": "16:00"}, NEW_YEAR, "16:00", True),
        ({"from_hour": "14:00", "to_hour": "16:00"}, NEW_YEAR, "16:01", False),
        ({"from_hour": "22:00", "to_hour": "02:00", "weekdays": ("thu",)}, NEW_YEAR, "23:00", True),
        (
            {"from_hour": "22:00", "to_hour": "02:00", "weekdays": ("thu",)},
            date(2026, 1, 2),
            "01:00",
            True,
        ),
        (
            {"from_hour": "22:00", "to_hour": "02:00", "weekdays": ("thu",)},
            NEW_YEAR,
            "01:00",
            False,
        ),
        ({"from_hour": "22:00", "to_hour": "02:00"}, NEW_YEAR, "12:00", False),
    ],
)
def test_days_and_hours_belong_to_a_window_with_both_ends(window, day, hour, holds):
    assert Window(**window).holds(day, hour) is holds
    doubled = Programme(promotions=(promotion("2", **window),))
    assert earned(doubled, 4000, day, hour) == (8 if holds else 4)
    assert earned(Programme(earn=Earn(window=Window(**window))), 4000, day, hour) == 4 * holds


def test_below_the_minimum_nothing_is_earned():
    assert [earned(Programme(earn=Earn(min_total=5000)), total) for total in (4999, 5000)] == [0, 5]


def test_what_is_excluded_earns_nothing():
    lines = [
        Line(name="Bread", category="bakery", price=5000),
        Line(name="Cigarettes", category="Tobacco", price=5000),
    ]
    programme = Programme(earn=Earn(exclude=("tobacco",)))
    assert earned(programme, 10000, lines=lines) == 5
    assert earned(programme, 8000, lines=lines) == 4  # a discount on the bill is shared
    assert earned(Programme(earn=Earn(exclude=("BREAD",))), 10000, lines=lines) == 5


def test_lines_without_prices_earn_what_the_bill_earns():
    assert earned(Programme(), 10000, lines=[Line(name="Bread"), Line(name="Roll")]) == 10
    hidden = Programme(earn=Earn(exclude=("bread",)))
    assert earned(hidden, 10000, lines=[Line(name="Bread")]) == 0


def test_pieces_and_visits_earn_more():
    programme = Programme(
        earn=Earn(visit=3), extras=(Extra(points=2, item="bread"), Extra(points=1, category="Cake"))
    )
    lines = [
        Line(name="Bread", thousandths=2500, price=1000),
        Line(name="Tart", category="cake", price=1000),
    ]
    assert earned(programme, 3500, lines=lines) == 3 + 3 + 4 + 1


def test_points_are_earned_on_money_not_on_what_points_paid(shop, anna):
    shop.till.programmes.change(HAS_WHOLE_UNITS)
    give(shop, anna, 50)
    sold = sell(shop, anna, 10000, points_spent=50)
    assert (sold.to_pay, sold.earned, sold.points) == (5000, 5, 5)
    shop.till.programmes.change(Programme(value=Decimal(1), earn=Earn(on_points_paid=True)))
    give(shop, anna, 45)
    assert sell(shop, anna, 10000, points_spent=50).earned == 10


def test_a_refund_leaves_the_points_of_what_is_kept(shop, anna):
    sale = sell(shop, anna, 2190)
    back = shop.till.refund(sale.sale, on(shop, NEW_YEAR), total=500)
    assert (back.points_taken, back.points) == (1, 1)
    assert shop.till.refund(sale.sale, on(shop, NEW_YEAR)).points == 0


def test_points_spent_on_a_bill_come_back_in_proportion_as_an_entry_of_their_own(shop, anna):
    shop.till.programmes.change(HAS_WHOLE_UNITS)
    give(shop, anna, 50)
    sale = sell(shop, anna, 10000, points_spent=50).sale
    moment = on(shop, NEW_YEAR)
    half = shop.till.refund(sale, moment, total=5000)
    assert (half.points_taken, half.points_returned, half.points) == (3, 25, 27)
    kinds = shop.book.column("SELECT kind FROM points_entries ORDER BY id")
    assert kinds == ["adjust", "spend", "earn", "returned", "taken"]
    rest = shop.till.refund(sale, moment)
    assert (rest.points_taken, rest.points_returned, rest.points) == (2, 25, 50)


def test_points_spent_later_on_a_sale_come_back_with_it(shop, anna):
    give(shop, anna, 40)
    sale = sell(shop, anna, 10000).sale
    shop.till.spend(anna, 40, on(shop, NEW_YEAR), sale=sale)
    assert shop.till.refund(sale, on(shop, NEW_YEAR), total=5000).points_returned == 20


def test_a_sale_takes_no_more_points_than_there_is_to_pay(shop, anna):
    gift = Reward(name="Fifty", kind="amount", value=5000, points=50)
    shop.till.programmes.change(Programme(value=Decimal(1), rewards=(gift,)))
    give(shop, anna, 300)
    sale = sell(shop, anna, 10000, points_spent=30).sale
    first = shop.till.redeem(anna, "Fifty", on(shop, NEW_YEAR), sale=sale)
    spent = [shop.till.spend(anna, 100, on(shop, NEW_YEAR), sale=sale) for _ in range(2)]
    again = shop.till.redeem(anna, "Fifty", on(shop, NEW_YEAR), sale=sale)
    told = [(one.cost, one.off) for one in (first, *spent, again)]
    assert told == [(50, 5000), (20, 2000), (0, 0), (0, 0)]
    with pytest.raises(NotEnoughPoints):
        shop.till.spend(anna, 1000, on(shop, NEW_YEAR), sale=sale)


def test_nobody_pays_with_points_on_the_sale_of_another(shop, anna):
    bella = shop.customer("Bella").id
    give(shop, bella, 40)
    with pytest.raises(NotABill):
        shop.till.spend(bella, 40, on(shop, NEW_YEAR), sale=sell(shop, anna, 10000).sale)


def test_a_refund_may_leave_a_debt_which_later_earnings_pay_first(shop, anna):
    sale = sell(shop, anna, 10000).sale
    spend(shop, anna, 8)
    assert shop.till.refund(sale, on(shop, NEW_YEAR)).points_taken == 10
    assert (balance(shop, anna).points, balance(shop, anna).debt) == (0, 8)
    with pytest.raises(NotEnoughPoints):
        spend(shop, anna, 1)
    assert sell(shop, anna, 5000).points == 0
    assert balance(shop, anna).debt == 3
    assert sell(shop, anna, 5000).points == 2
    assert (balance(shop, anna).debt, lots(shop, anna)) == (0, [(2, "2026-01-01", None)])


def test_a_lot_counts_through_the_whole_of_its_last_day(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(days=90)))
    sell(shop, anna, 10000)
    assert balance(shop, anna, "2026-04-01").points == 10
    assert balance(shop, anna, "2026-04-02").points == 0
    with pytest.raises(NotEnoughPoints):
        spend(shop, anna, 1, "2026-04-02")
    assert spend(shop, anna, 10, "2026-04-01").points == 0


@pytest.mark.parametrize(
    ("expiry", "earned", "last"),
    [
        ({"days": 90}, "2026-01-01", "2026-04-01"),
        ({"months": 1}, "2026-01-31", "2026-02-28"),
        ({"months": 1}, "2028-01-31", "2028-02-29"),
        ({"months": 12}, "2028-02-29", "2029-02-28"),
        ({"months": 48}, "2024-02-29", "2028-02-29"),
        ({"months": 1}, "2026-12-31", "2027-01-31"),
        ({"days": 1}, "2028-02-28", "2028-02-29"),
        ({"days": 30, "end_of_month": True}, "2026-01-10", "2026-02-28"),
        ({"months": 12, "end_of_month": True}, "2026-11-02", "2027-11-30"),
        ({"days": 90, "end_of_month": True}, "2026-12-31", "2027-03-31"),
        ({"end_of_month": True}, "2026-02-10", "2026-02-28"),
        ({}, "2026-01-01", None),
    ],
)
def test_points_live_until_the_day_the_programme_says(expiry, earned, last):
    found = Expiry(**expiry).of(date.fromisoformat(earned))
    assert (found and str(found)) == last


def test_what_goes_soonest_is_spent_first_then_the_oldest_and_what_stays_last(shop, anna):
    for days, day in ((None, "2026-01-01"), (90, "2026-01-02"), (30, "2026-01-03")):
        shop.till.programmes.change(Programme(expiry=Expiry(days=days)))
        give(shop, anna, 10, day)
    shop.till.programmes.change(Programme(expiry=Expiry(days=89)))
    give(shop, anna, 10, "2026-01-03")
    spend(shop, anna, 25, "2026-01-04")
    assert lots(shop, anna, "2026-01-04") == [
        (5, "2026-01-03", "2026-04-02"),
        (10, "2026-01-01", None),
    ]


def test_changing_a_rule_never_touches_points_already_earned(shop, anna):
    sell(shop, anna, 10000)
    shop.till.programmes.change(Programme(earn=Earn(points=5), expiry=Expiry(days=1)))
    assert lots(shop, anna, "2026-06-01") == [(10, "2026-01-01", None)]
    sale = sell(shop, anna, 2190).sale
    shop.till.programmes.change(Programme())
    assert shop.till.refund(sale, on(shop, NEW_YEAR), total=500).points_taken == 10 - 8


def test_more_than_there_is_cannot_be_spent_and_nothing_changes(shop, anna):
    give(shop, anna, 20)
    with pytest.raises(NotEnoughPoints) as refused:
        spend(shop, anna, 40)
    assert refused.value.facts == {"wanted": 40, "available": 20}
    assert balance(shop, anna).points == 20
    assert shop.book.value("SELECT count(*) FROM history_steps WHERE verb = 'spend points'") == 0


@pytest.mark.parametrize(("points", "reason"), [(0, "a gift"), (5, ""), (5, "  ")])
def test_putting_points_right_needs_a_sign_and_a_reason(shop, anna, points, reason):
    with pytest.raises(NoReason):
        shop.till.adjust(anna, points, reason, on(shop, NEW_YEAR))


def test_who_put_points_right_is_written_down(shop, anna):
    give(shop, anna, 5)
    assert shop.book.column("SELECT by FROM points_entries") == ["Jana"]


@pytest.mark.parametrize(("times", "points"), [(1, 3), (2, 3), (3, 6), (4, 6), (5, 9)])
def test_a_pack_that_is_begun_is_paid_whole(times, points):
    assert Reward(name="Rolls", points=3, pack=2).price(times) == points


@pytest.mark.parametrize(
    ("reward", "bill", "cost", "off"),
    [
        ({"kind": "amount", "value": 5000, "points": 100}, 20000, 100, 5000),
        ({"kind": "amount", "value": 5000, "points": 100}, 2000, 40, 2000),
        ({"kind": "amount", "value": 5000, "points": 100, "cap": 1234}, 20000, 25, 1234),
        ({"kind": "percent", "value": 1000, "points": 100}, 20000, 100, 2000),
        ({"kind": "percent", "value": 1000, "points": 100, "cap": 500}, 20000, 25, 500),
        ({"kind": "percent", "value": 1000, "points": 100}, 0, 0, 0),
        ({"kind": "amount", "value": 5000, "points": 100}, 0, 0, 0),
        ({"kind": "item", "points": 100}, 2000, 100, 0),
    ],
)
def test_a_capped_reward_costs_only_what_it_took_off(shop, anna, reward, bill, cost, off):
    shop.till.programmes.change(Programme(rewards=(Reward(name="Gift", **reward),)))
    give(shop, anna, 100)
    sale = sell(shop, anna, bill).sale
    spent = shop.till.redeem(anna, "gift", on(shop, NEW_YEAR), sale=sale)
    assert (spent.cost, spent.off) == (cost, off)


def test_a_percentage_that_is_had_twice_takes_twice_as_much_off(shop, anna):
    gift = Reward(name="Gift", kind="percent", value=1000, points=20)
    shop.till.programmes.change(Programme(rewards=(gift,)))
    give(shop, anna, 100)
    sale = sell(shop, anna, 20000).sale
    spent = shop.till.redeem(anna, "gift", on(shop, NEW_YEAR), times=2, sale=sale)
    assert (spent.cost, spent.off) == (40, 4000)


def told(sold):
    return [(message.what, message.name, message.points) for message in sold.messages]


def test_near_a_reward_is_nine_tenths_of_it(shop, anna):
    shop.till.programmes.change(Programme(rewards=(Reward(name="Coffee", points=15),)))
    assert told(sell(shop, anna, 13000)) == []
    assert told(sell(shop, anna, 1000)) == [("near", "Coffee", 1)]


def test_only_the_highest_reward_reached_is_told_and_falling_never_is(shop, anna):
    rewards = tuple(Reward(name=f"R{points}", points=points) for points in (5, 10, 20))
    shop.till.programmes.change(Programme(rewards=rewards, value=Decimal(1)))
    assert told(sell(shop, anna, 12000)) == [("reward", "R10", 10)]
    assert told(sell(shop, anna, 0)) == []
    assert told(sell(shop, anna, 600, points_spent=6)) == []


def test_inactivity_takes_all_points_the_day_after_the_last_day(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=30)))
    sell(shop, anna, 10000)
    assert [balance(shop, anna, day).points for day in ("2026-01-31", "2026-02-01")] == [10, 0]
    sold = sell(shop, anna, 5000, date(2026, 2, 1))
    assert (sold.earned, sold.points) == (5, 5)
    assert balance(shop, anna, "2026-01-31").points == 10


def test_points_lapse_as_was_promised_when_they_were_earned(shop, anna):
    sell(shop, anna, 10000)
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=30)))
    sell(shop, anna, 5000)
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=90)))
    sell(shop, anna, 2000)
    shop.till.programmes.change(Programme())
    days = ("2026-01-31", "2026-02-01", "2026-04-01", "2026-04-02", "2027-01-01")
    assert [balance(shop, anna, day).points for day in days] == [17, 12, 12, 10, 10]
    assert shop.till.points.of_all(date(2026, 2, 1)) == {anna: 12}
    assert shop.till.points.of_several([anna], date(2026, 4, 2)) == {anna: 10}
    with pytest.raises(NotEnoughPoints):
        spend(shop, anna, 13, date(2026, 2, 1))
    assert spend(shop, anna, 12, date(2026, 2, 1)).points == 0
    assert balance(shop, anna, "2027-01-01").points == 0


def test_what_a_merged_double_buys_keeps_the_points_of_both_alive(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=30)))
    double = shop.customer("Ana", "Malá").id
    sell(shop, double, 10000)
    shop.customers.merge(anna, double)
    sell(shop, anna, 500, date(2026, 1, 20))
    assert balance(shop, anna, "2026-02-10").points == 10
    assert shop.till.points.of_all(date(2026, 2, 10)) == {anna: 10}
    assert shop.till.points.of_all(date(2026, 2, 20)) == {}


def test_a_purchase_too_small_for_points_is_activity_too(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=30)))
    sell(shop, anna, 10000)
    sell(shop, anna, 500, date(2026, 1, 20))
    assert balance(shop, anna, "2026-02-10").points == 10


def test_a_refund_does_not_bring_lapsed_points_to_life(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(inactivity_days=30)))
    give(shop, anna, 50)
    sale = sell(shop, anna, 10000).sale
    shop.till.refund(sale, on(shop, date(2026, 3, 1)), total=5000)
    assert balance(shop, anna, "2026-03-01").points == 0


def test_a_day_earns_no_more_than_its_limit(shop, anna):
    shop.till.programmes.change(Programme(earn=Earn(daily_limit=12)))
    first = sell(shop, anna, 10000)
    assert [first.earned, sell(shop, anna, 10000).earned] == [10, 2]
    assert sell(shop, anna, 10000).earned == 0
    shop.till.refund(first.sale, on(shop, date(2026, 1, 2)))
    assert [sell(shop, anna, 20000, date(2026, 1, 2)).earned for _ in range(2)] == [12, 0]


def test_the_bonus_for_signing_up_comes_once_and_is_outside_the_limit(shop, anna):
    shop.till.programmes.change(Programme(earn=Earn(signup=20, daily_limit=12)))
    assert shop.till.welcome(anna, on(shop, NEW_YEAR)) == 20
    assert sell(shop, anna, 50000).earned == 12


@pytest.mark.parametrize(
    ("born", "day", "bonus"),
    [
        ("1986-01-01", "2026-01-01", 30),
        ("--01-01", "2026-01-01", 30),
        ("1986-01-02", "2026-01-01", 0),
        ("2000-02-29", "2026-02-28", 30),
        ("2000-02-29", "2028-02-28", 0),
        ("2000-02-29", "2028-02-29", 30),
    ],
)
def test_a_birthday_brings_its_bonus_once(shop, born, day, bonus):
    shop.till.programmes.change(Programme(earn=Earn(birthday=30)))
    one = shop.customer("Eva", birthday=born).id
    at = date.fromisoformat(day)
    assert [sell(shop, one, 1000, at).earned for _ in range(2)] == [1 + bonus, 1]


def test_a_birthday_that_is_put_right_brings_no_second_bonus_that_year(shop):
    shop.till.programmes.change(Programme(earn=Earn(birthday=30)))
    one = shop.customer("Eva", birthday="2000-02-29").id
    assert sell(shop, one, 1000, date(2026, 2, 28)).earned == 31
    shop.settings.change(leap_day="03-01")
    assert sell(shop, one, 1000, date(2026, 3, 1)).earned == 1
    shop.customers.change(one, birthday="2000-12-31")
    assert sell(shop, one, 1000, date(2026, 12, 31)).earned == 1
    assert sell(shop, one, 1000, date(2027, 12, 31)).earned == 31


def test_a_birthday_bonus_that_was_taken_back_is_given_with_the_next_sale(shop):
    shop.till.programmes.change(Programme(earn=Earn(birthday=30)))
    one = shop.customer("Eva", birthday="1986-01-01").id
    sell(shop, one, 1000)
    shop.undo.undo_last()
    assert sell(shop, one, 1000).earned == 31


TIERS = (Tier(name="Silver", at=10), Tier(name="Gold", at=20))


def tier(shop, who, day):
    found = shop.till.members.tier(who, shop.till.programmes.current(), date.fromisoformat(day))
    return found and found.name


def test_a_tier_follows_all_that_was_ever_earned_and_spending_lowers_none(shop, anna):
    shop.till.programmes.change(Programme(tiers=TIERS))
    assert told(sell(shop, anna, 9000)) == []
    assert told(sell(shop, anna, 11000)) == [("tier", "Gold", 20)]
    spend(shop, anna, 20)
    assert tier(shop, anna, "2036-01-01") == "Gold"
    assert balance(shop, anna).lifetime == 20


@pytest.mark.parametrize(
    ("day", "name"), [("2026-12-31", "Gold"), ("2027-01-01", None), ("2025-12-31", None)]
)
def test_a_tier_may_follow_the_last_twelve_months(shop, anna, day, name):
    shop.till.programmes.change(Programme(tiers=TIERS, tiers_by="year"))
    sell(shop, anna, 20000)
    assert tier(shop, anna, day) == name


def test_a_tier_is_kept_for_the_days_of_grace(shop, anna):
    shop.till.programmes.change(Programme(tiers=TIERS, tiers_by="year", grace_days=30))
    sell(shop, anna, 20000)
    assert [tier(shop, anna, day) for day in ("2027-01-30", "2027-01-31")] == ["Gold", None]


def test_a_refund_lowers_what_was_earned_in_all(shop, anna):
    sale = sell(shop, anna, 20000).sale
    shop.till.refund(sale, on(shop, NEW_YEAR), total=15000)
    assert balance(shop, anna).lifetime == 5


# Requests that come late


def test_the_balance_of_a_past_day_is_what_it_was(shop, anna):
    sell(shop, anna, 10000, date(2026, 1, 1))
    spend(shop, anna, 4, date(2026, 1, 3))
    sell(shop, anna, 5000, date(2026, 1, 5))
    days = [f"2026-01-0{day}" for day in range(1, 7)]
    assert [balance(shop, anna, day).points for day in days] == [10, 10, 6, 6, 11, 11]
    assert balance(shop, anna, "2025-12-31").points == 0


def test_a_late_spend_takes_nothing_that_came_later_and_nothing_that_went_since(shop, anna):
    give(shop, anna, 10, "2026-01-01")
    give(shop, anna, 50, "2026-01-05")
    with pytest.raises(NotEnoughPoints):
        spend(shop, anna, 11, date(2026, 1, 3))
    spend(shop, anna, 55, date(2026, 1, 6))
    with pytest.raises(NotEnoughPoints):
        spend(shop, anna, 10, date(2026, 1, 3))
    assert balance(shop, anna, "2026-01-03").points == 10


def test_a_late_earning_pays_a_debt_only_from_the_day_it_was_owed(shop, anna):
    sale = sell(shop, anna, 10000, date(2026, 1, 5)).sale
    spend(shop, anna, 10, date(2026, 1, 5))
    shop.till.refund(sale, on(shop, date(2026, 1, 6)))
    sell(shop, anna, 30000, date(2026, 1, 2))
    days = ("2026-01-02", "2026-01-05", "2026-01-06")
    assert [balance(shop, anna, day).points for day in days] == [30, 30, 20]


def test_a_late_refund_takes_from_what_was_earned_since(shop, anna):
    sale = sell(shop, anna, 10000, date(2026, 1, 1)).sale
    spend(shop, anna, 10, date(2026, 1, 2))
    sell(shop, anna, 30000, date(2026, 1, 10))
    shop.till.refund(sale, on(shop, date(2026, 1, 5)))
    assert (balance(shop, anna, "2026-01-05").debt, balance(shop, anna, "2026-01-10").points) == (
        10,
        20,
    )
    assert lots(shop, anna, "2026-01-10") == [(20, "2026-01-10", None)]


def test_points_that_expired_are_not_taken_a_second_time_by_a_refund(shop, anna):
    shop.till.programmes.change(Programme(expiry=Expiry(days=30)))
    sale = sell(shop, anna, 10000, date(2026, 1, 1)).sale
    sell(shop, anna, 5000, date(2026, 3, 1))
    assert shop.till.refund(sale, on(shop, date(2026, 3, 2))).points == 5


# Taking back and doing again


def test_a_sale_is_taken_back_and_done_again_any_number_of_times(shop, anna):
    shop.till.programmes.change(HAS_WHOLE_UNITS)
    give(shop, anna, 30)
    sell(shop, anna, 10000, points_spent=20)
    with_it = balance(shop, anna), lots(shop, anna, "2026-12-01")
    for _ in range(3):
        shop.undo.undo_last()
        assert balance(shop, anna, "2026-12-01").points == 30
        assert balance(shop, anna, "2026-12-01").lifetime == 0
        shop.undo.redo_last()
        assert balance(shop, anna, "2026-12-01").points == with_it[0].points == 18
        assert lots(shop, anna, "2026-12-01") == with_it[1]


@pytest.mark.parametrize("verb", ["spend", "redeem", "adjust down", "adjust up", "refund"])
def test_every_deed_is_taken_back_and_done_again(shop, anna, verb):
    shop.till.programmes.change(Programme(rewards=(Reward(name="Coffee", points=7),)))
    sale = sell(shop, anna, 20000).sale
    before = balance(shop, anna, "2026-12-01")
    moment = on(shop, NEW_YEAR)
    {
        "spend": lambda: shop.till.spend(anna, 5, moment),
        "redeem": lambda: shop.till.redeem(anna, "Coffee", moment),
        "adjust down": lambda: shop.till.adjust(anna, -5, "a mistake", moment),
        "adjust up": lambda: shop.till.adjust(anna, 5, "a gift", moment),
        "refund": lambda: shop.till.refund(sale, moment, total=7777),
    }[verb]()
    after = balance(shop, anna, "2026-12-01")
    assert before.points != after.points
    for _ in range(3):
        shop.undo.undo_last()
        assert balance(shop, anna, "2026-12-01") == before
        shop.undo.redo_last()
        assert balance(shop, anna, "2026-12-01") == after


def test_taking_back_a_sale_whose_points_are_spent_leaves_a_debt(shop, anna):
    sell(shop, anna, 10000)
    step = shop.undo.last()
    spend(shop, anna, 10)
    shop.undo.undo(step)
    assert balance(shop, anna, "2026-12-01").debt == 10


def test_what_was_spent_otherwise_cannot_be_spent_again_by_doing_it_again(shop, anna):
    give(shop, anna, 10)
    spend(shop, anna, 10)
    shop.undo.undo_last()
    undone = shop.undo.last(undone=True)
    spend(shop, anna, 10, date(2026, 12, 1))
    with pytest.raises(NotEnoughPoints):
        shop.undo.undo(undone)
    assert balance(shop, anna, "2026-12-01").debt == 0


def test_a_sale_with_a_refund_is_taken_back_after_its_refund(shop, anna):
    sale = sell(shop, anna, 10000).sale
    step = shop.undo.last()
    shop.till.refund(sale, on(shop, NEW_YEAR), total=5000)
    with pytest.raises(RefundedSince):
        shop.undo.undo(step)
    shop.undo.undo_last()
    shop.undo.undo(step)
    assert balance(shop, anna, "2026-12-01").points == 0
    with pytest.raises(UnknownSale):
        shop.till.refund(sale, on(shop, NEW_YEAR))


def test_refunds_are_taken_back_in_their_order_and_never_exceed_the_sale(shop, anna):
    sale, moment = sell(shop, anna, 10000).sale, on(shop, NEW_YEAR)
    shop.till.refund(sale, moment, total=5000)
    first = shop.undo.last()
    shop.till.refund(sale, moment, total=3000)
    with pytest.raises(RefundedSince):
        shop.undo.undo(first)
    shop.undo.undo_last()
    second = shop.undo.last(undone=True)
    shop.till.refund(sale, moment)
    with pytest.raises(RefundedSince):
        shop.undo.undo(second)
    assert shop.till.sales.refunded(sale) == 10000


def test_a_refund_done_again_is_not_refunded_twice(shop, anna):
    shop.till.programmes.change(HAS_WHOLE_UNITS)
    give(shop, anna, 50)
    sale = sell(shop, anna, 10000, points_spent=50).sale
    shop.till.refund(sale, on(shop, NEW_YEAR), total=5000)
    shop.undo.undo_last()
    shop.undo.redo_last()
    assert shop.till.refund(sale, on(shop, NEW_YEAR)).points_returned == 25
    with pytest.raises(RefundTooLarge):
        shop.till.refund(sale, on(shop, NEW_YEAR), total=1)


def test_a_changed_programme_is_taken_back_and_done_again(shop):
    shop.till.programmes.change(Programme(earn=Earn(points=1)))
    shop.till.programmes.change(Programme(earn=Earn(points=2)))
    for _ in range(2):
        shop.undo.undo_last()
        assert shop.till.programmes.current().earn.points == 1
        shop.undo.redo_last()
        assert shop.till.programmes.current().earn.points == 2


# Merging


def test_merging_moves_every_movement_and_is_taken_back(shop, anna):
    double = shop.customer("A.").id
    sell(shop, anna, 10000)
    sale = sell(shop, double, 20000).sale
    shop.customers.merge(anna, double)
    merged = shop.undo.last()
    assert (balance(shop, anna).points, balance(shop, anna).lifetime) == (30, 30)
    assert shop.till.refund(sale, on(shop, NEW_YEAR), total=5000).points == 25
    shop.undo.undo(merged)
    assert [balance(shop, who).points for who in (anna, double)] == [10, 15]


def test_what_a_double_bought_is_asked_for_by_either_number(shop, anna):
    double = shop.customer("A.").id
    shop.customers.merge(anna, double)
    sell(shop, double, 10000)
    assert balance(shop, anna).points == 10


def test_taking_back_what_a_double_bought_takes_from_her_whom_she_became(shop, anna):
    double = shop.customer("A.").id
    give(shop, anna, 50)
    sell(shop, double, 10000)
    step = shop.undo.last()
    shop.customers.merge(anna, double)
    spend(shop, anna, 10)
    shop.undo.undo(step)
    found = balance(shop, anna, "2026-12-01")
    assert (found.points, found.debt, sum(lot.points for lot in found.lots)) == (40, 0, 40)


# Bills


@pytest.mark.parametrize(
    "order",
    [
        {"total": -1},
        {"total": 1000, "points_spent": -1},
        {"total": 1000, "points_spent": 1, "customer": None},
        {"total": 1000, "lines": (Line(name="Bread", price=100, discount=101),)},
    ],
)
def test_what_is_no_bill_is_refused(shop, anna, order):
    with pytest.raises(NotABill):
        shop.till.sell(Order(**{"customer": anna} | order), on(shop, NEW_YEAR))
    assert shop.book.value("SELECT count(*) FROM sales") == 0


def test_somebody_unknown_buys_without_points(shop):
    sold = sell(shop, None, 10000)
    assert (sold.earned, sold.points, sold.to_pay) == (0, 0, 10000)
    assert shop.till.refund(sold.sale, on(shop, NEW_YEAR), total=5000).points_taken == 0


def test_lines_and_amounts_come_back_mixed_and_never_more_than_was_paid(shop, anna):
    lines = (
        Line(name="Bread", thousandths=2000, price=1095),
        Line(name="Cake", price=10000, discount=1000),
    )
    sale, moment = sell(shop, anna, 11190, lines=lines).sale, on(shop, NEW_YEAR)
    assert shop.till.refund(sale, moment, items=[Back(name="bread")]).total == 1095
    assert shop.till.refund(sale, moment, total=1000).total == 1000
    assert shop.till.refund(sale, moment, items=[Back(name="Cake")]).total == 9000
    last = shop.till.refund(sale, moment, items=[Back(name="Bread")])
    assert (last.total, last.points) == (95, 0)


@pytest.mark.parametrize(("item", "points"), [("Cigarettes", 9), ("Bread", 0)])
def test_what_earned_nothing_takes_nothing_when_it_comes_back(shop, anna, item, points):
    extras = (Extra(points=4, item="Bread"),)
    shop.till.programmes.change(Programme(earn=Earn(exclude=("tobacco",)), extras=extras))
    lines = (
        Line(name="Bread", price=5000),
        Line(name="Cigarettes", category="tobacco", price=5000),
    )
    sold = sell(shop, anna, 10000, lines=lines)
    assert sold.earned == 9
    back = shop.till.refund(sold.sale, on(shop, NEW_YEAR), items=[Back(name=item)])
    assert (back.total, back.points) == (5000, points)
    assert shop.till.refund(sold.sale, on(shop, NEW_YEAR)).points == 0


def test_money_and_points_are_whole_numbers_in_every_table(shop):
    kinds = shop.book.execute(
        "SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND c.type IN ('REAL', 'FLOAT', 'NUMERIC', 'DOUBLE')"
    ).fetchall()
    assert kinds == []


def test_terms_are_kept_exactly():
    assert Terms(points=1, per=1000, base=2190, total=2190, times="1.125").earned(1690) == 1


def test_who_was_parted_again_had_on_a_past_day_what_she_had_then(shop, anna):
    """While the two were merged, points of the double were spent by Anna."""
    double = shop.customer("Anička", "Malá").id
    give(shop, double, 50)
    shop.customers.merge(anna, double)
    merged = shop.undo.last()
    spend(shop, anna, 30, "2026-01-05")
    shop.undo.undo(merged)
    assert balance(shop, double, "2026-01-04").points == 50
    assert balance(shop, double, "2026-01-05").points == 20
