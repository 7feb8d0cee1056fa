"""Another programme, tried on the sales of the past before it is switched on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.loyalty.bills import Order
from app.loyalty.earning import Line
from app.loyalty.programme import Earn, Expiry, Programme, Promotion, Reward, Window
from app.progress import Cancelled

PLAIN = Programme(earn=Earn(points=1, per=1000))


@pytest.fixture
def people(shop):
    shop.till.programmes.change(PLAIN)
    return [shop.customer(name).id for name in ("Anna", "Bella")]


def sell(shop, who, total, **more):
    return shop.till.sell(Order(customer=who, total=total, **more), shop.moment())


def what_if(shop, programme, days=30, **more):
    since = shop.today() - timedelta(days=days)
    return shop.till.what_if(programme, since, shop.today(), "Europe/Prague", **more)


def test_the_same_programme_changes_nothing(shop, people):
    for who, total in zip(people, (10_500, 2_190), strict=True):
        sell(shop, who, total)
    found = what_if(shop, PLAIN)
    assert (found.sales, found.customers) == (2, 2)
    assert (found.today, found.more, found.fewer) == (found.other, 0, 0)
    assert (found.today.points, found.paid) == (12, 12_690)


def test_who_gains_and_who_loses_is_named(shop, people):
    anna, bella = people
    sell(shop, anna, 9_900)
    sell(shop, bella, 50_000)
    found = what_if(shop, Programme(earn=Earn(points=1, per=5_000, visit=10)))
    assert [(one.customer, one.earned, one.would) for one in found.winners] == [(anna, 9, 11)]
    assert [(one.customer, one.earned, one.would) for one in found.losers] == [(bella, 50, 20)]


def test_what_it_would_cost_is_said_in_money(shop, people):
    sell(shop, people[0], 100_000)
    found = what_if(shop, Programme(earn=Earn(points=1, per=1000), value=Decimal("0.5")))
    assert (found.other.points, found.other.cost) == (100, 5_000)


def test_the_cost_is_what_the_points_pay_where_they_pay_most(shop, people):
    sell(shop, people[0], 100_000)
    cake = Reward(name="Cake", points=40, kind="amount", value=30_000)
    found = what_if(shop, Programme(earn=Earn(points=1, per=1000), rewards=(cake,)))
    assert (found.today.cost, found.other.cost) == (100, 60_000)


def test_points_that_would_be_gone_by_now_are_not_owed(shop, people):
    sell(shop, people[0], 10_000)
    shop.time.passes(days=20)
    sell(shop, people[0], 20_000)
    found = what_if(shop, Programme(earn=Earn(per=1000), expiry=Expiry(days=10)))
    assert (found.other.points, found.other.left) == (30, 20)


def test_points_of_who_stayed_away_too_long_are_not_owed(shop, people):
    anna, bella = people
    sell(shop, anna, 10_000)
    sell(shop, bella, 10_000)
    shop.time.passes(days=12)
    sell(shop, anna, 20_000)
    found = what_if(shop, Programme(earn=Earn(per=1000), expiry=Expiry(inactivity_days=10)))
    assert (found.other.points, found.other.left) == (40, 20)


def test_today_s_programme_is_tried_too_on_sales_of_before_it(shop, people):
    sell(shop, people[0], 10_000)
    shop.till.programmes.change(Programme(earn=Earn(points=3, per=1000)))
    found = what_if(shop, PLAIN)
    assert (found.today.points, found.other.points) == (30, 10)


def test_what_came_back_earns_nothing(shop, people):
    sold = sell(shop, people[0], 10_000)
    shop.till.refund(sold.sale, shop.moment(), total=4_000)
    assert what_if(shop, PLAIN).other.points == 6


def test_items_left_out_are_looked_up(shop, people):
    lines = (Line(name="Bread", price=6_000), Line(name="Cigarettes", price=4_000))
    sell(shop, people[0], 10_000, lines=lines)
    assert what_if(shop, Programme(earn=Earn(per=1000, exclude=("cigarettes",)))).other.points == 6


def test_promotions_and_daily_limits_are_part_of_it(shop, people):
    for _ in range(3):
        sell(shop, people[0], 5_000)
    twice = Promotion(name="Advent", multiplier=Decimal(2), window=Window(starts=date(2026, 11, 1)))
    found = what_if(shop, Programme(earn=Earn(per=1000, daily_limit=25), promotions=(twice,)))
    assert found.other.points == 25


def test_nothing_is_written_and_it_can_be_stopped(shop, people):
    sell(shop, people[0], 5_000)
    before = shop.till.points.available(people[0], shop.today())

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        what_if(shop, PLAIN, report=stop)
    what_if(shop, Programme(earn=Earn(points=9, per=1000)))
    assert shop.till.points.available(people[0], shop.today()) == before
    assert shop.till.programmes.current() == PLAIN


def test_the_sales_of_every_month_are_counted_before_they_are_tried(shop, people):
    for _ in range(5):
        shop.time.passes(days=31)
        shop.till.sell(Order(customer=people[0], total=1000), shop.moment())
    told = []
    found = what_if(shop, PLAIN, days=200, report=lambda *how_far: told.append(how_far))
    assert found.sales == 5
    assert told[0] == (0, 0)
    assert told[-1] == (found.sales, found.sales)
