"""Sales as rows of the book, for tests of what follows from them."""

from datetime import date, timedelta
from typing import Any

from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.loyalty.bills import Back, Order
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.earning import Line
from app.loyalty.programme import Earn, Programme, StampDeal
from app.loyalty.requests import Requests
from tests.shop import SUNDAY


def sold(
    book: Book, customer: int | None, day: date = SUNDAY, *, paid: int = 100, **more: Any
) -> int:
    """A sale, for which nothing else is done."""
    sale = {
        "uid": new_uid(book.now()),
        "customer": customer,
        "at": book.stamp(),
        "day": day.isoformat(),
        "by": "Jana",
        "source": "counter",
        "receipt": None,
        "currency": "CZK",
        "total": paid,
        "coupon_off": 0,
        "points_off": 0,
        "card_paid": 0,
        "paid": paid,
        "points_spent": 0,
        "terms": "{}",
    } | more
    names, places = ", ".join(sale), ", ".join("?" * len(sale))
    added = f"INSERT INTO sales ({names}) VALUES ({places}) RETURNING id"
    return int(book.value(added, list(sale.values())))


def taken_back(book: Book, kind: str, subject: int, *, voided: bool = True) -> None:
    book.execute(
        "INSERT INTO till_voids (kind, subject, voided, at, by) VALUES (?, ?, ?, ?, 'Jana')",
        (kind, subject, voided, book.stamp()),
    )


def refunded(book: Book, sale: int, total: int) -> int:
    added = (
        "INSERT INTO refunds (uid, sale, at, day, by, total)"
        " VALUES (?, ?, ?, ?, 'Jana', ?) RETURNING id"
    )
    at = book.stamp()
    return int(book.value(added, (new_uid(book.now()), sale, at, at[:10], total)))


def days_ago(number: int) -> date:
    return SUNDAY - timedelta(days=number)


def busy_till(shop: Any, customer: int) -> None:
    """A morning on which everything happened that a till writes down."""
    now = shop.moment()
    deal = StampDeal(goal=5, reward="a coffee")
    shop.till.programmes.change(Programme(earn=Earn(per=1000), stamps=deal))
    lines = (Line(name="Bread", price=6_000), Line(name="Cake", price=4_000))
    sale = shop.till.sell(Order(customer=customer, total=10_000, lines=lines), now).sale
    shop.till.refund(sale, now, items=[Back(name="Cake")])
    shop.undo.undo_last()
    shop.till.spend(customer, 3, now)
    shop.till.stamp(customer, now)
    coupon = shop.coupons.issue(Terms(kind="percent", value=1_000), now)
    shop.coupons.use(coupon.code, Bill(total=1_000), now)
    shop.gift_cards.sell(5_000, now)
    Requests(shop.book).once("a key", "{}", lambda: "{}")
    shop.book.execute(
        "INSERT INTO dead_cards VALUES ('C1', ?, ?, 'Jana', 'lost')", (customer, now.at)
    )
