"""A customer's statement, and what the shop owes in points."""

from datetime import date

from app.loyalty.accounts import liability, statement
from app.loyalty.bills import Order
from app.loyalty.programme import Earn, Expiry, Programme


def buy(shop, who, total):
    shop.till.sell(Order(customer=who, total=total), shop.moment())


def test_a_statement_tells_every_movement_with_what_it_led_to(shop):
    shop.till.programmes.change(Programme(earn=Earn(per=1000)))
    anna = shop.customer("Anna").id
    buy(shop, anna, 10_000)
    shop.time.passes(days=2)
    shop.till.spend(anna, 4, shop.moment())
    shop.till.adjust(anna, 7, "a birthday", shop.moment())
    lines = statement(shop.book, anna, date(2026, 1, 1), date(2026, 12, 31))
    assert [(line.kind, line.points, line.sum, line.reason) for line in lines] == [
        ("earn", 10, 10, ""),
        ("spend", -4, 6, ""),
        ("adjust", 7, 13, "a birthday"),
    ]
    later = statement(shop.book, anna, shop.today(), shop.today())
    assert [line.sum for line in later] == [6, 13]


def test_what_is_owed_is_told_by_the_month_in_which_it_goes(shop):
    months = Expiry(months=2, end_of_month=True)
    shop.till.programmes.change(Programme(earn=Earn(per=1000), expiry=months))
    anna, bella = (shop.customer(name).id for name in ("Anna", "Bella"))
    buy(shop, anna, 10_000)
    buy(shop, bella, 5_000)
    shop.time.passes(days=15)
    buy(shop, anna, 1_000)
    shop.till.programmes.change(Programme(earn=Earn(per=1000)))
    buy(shop, anna, 3_000)
    owed = [(one.month, one.points, one.people) for one in liability(shop.book, shop.today())]
    assert owed == [(date(2027, 1, 1), 15, 2), (date(2027, 2, 1), 1, 1), (None, 3, 1)]
    in_february = liability(shop.book, date(2027, 2, 10))
    assert [one.points for one in in_february] == [1, 3]


def told(shop, who, days=400):
    until = date.fromordinal(shop.today().toordinal() + days)
    lines = statement(shop.book, who, date(2026, 1, 1), until)
    return [(line.day, line.kind, line.points, line.sum) for line in lines]


def test_points_that_expired_are_a_line_of_a_statement_and_count_no_more(shop):
    shop.till.programmes.change(Programme(earn=Earn(per=1000), expiry=Expiry(days=90)))
    anna, bought = shop.customer("Anna").id, shop.today()
    buy(shop, anna, 10_000)
    shop.till.spend(anna, 4, shop.moment())
    gone = date.fromordinal(bought.toordinal() + 91)
    assert told(shop, anna, days=90)[-1] == (bought, "spend", -4, 6)
    assert told(shop, anna, days=91)[-1] == (gone, "lapsed", -6, 0)


def test_what_comes_back_of_points_that_expired_is_not_gone_twice(shop):
    shop.till.programmes.change(Programme(earn=Earn(per=1000), expiry=Expiry(days=90)))
    anna = shop.customer("Anna").id
    sale = shop.till.sell(Order(customer=anna, total=10_000), shop.moment()).sale
    shop.time.passes(days=100)
    shop.till.refund(sale, shop.moment(), total=3_000)
    assert [line[1:] for line in told(shop, anna)] == [
        *(("earn", 10, 10), ("lapsed", -10, 0)),
        *(("taken", -3, -3), ("lapsed", 3, 0)),
    ]


def test_points_lost_by_staying_away_stand_in_a_statement_before_she_comes_again(shop):
    expiry = Expiry(inactivity_days=30)
    shop.till.programmes.change(Programme(earn=Earn(per=1000), expiry=expiry))
    anna, bought = shop.customer("Anna").id, shop.today()
    buy(shop, anna, 10_000)
    gone = date.fromordinal(bought.toordinal() + 31)
    assert told(shop, anna)[-1] == (gone, "lapsed", -10, 0)
    shop.time.passes(days=50)
    buy(shop, anna, 2_000)
    assert [line[1:] for line in told(shop, anna, days=0)] == [
        *(("earn", 10, 10), ("lapsed", -10, 0), ("earn", 2, 2)),
    ]


def test_nothing_is_owed_to_who_is_in_the_book_no_more_and_one_made_of_two_is_one(shop):
    anna, bella, carl = (shop.customer(name).id for name in ("Anna", "Bella", "Carl"))
    for one in (anna, bella, carl):
        buy(shop, one, 10_000)
    shop.customers.merge(anna, bella)
    shop.customers.delete([carl])
    assert [(one.points, one.people) for one in liability(shop.book, shop.today())] == [(20, 1)]
