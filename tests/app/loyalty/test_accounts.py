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
