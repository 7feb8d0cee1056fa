import random

import pytest

from app.loyalty import rhythm
from app.loyalty.bills import Order
from tests.till import days_ago, refunded, sold, taken_back


@pytest.fixture
def anna(shop):
    return shop.customer("Anna").id


def came(shop, customer, *ago, paid=100):
    """She buys something on each of these days, and her rhythm is kept up."""
    for days in ago:
        sold(shop.book, customer, days_ago(days), paid=paid)
        rhythm.after_sale(shop.book, customer, day=days_ago(days), paid=paid)


def of(shop, customer):
    return rhythm.of(shop.book, [customer]).get(customer)


def everything(shop):
    return [tuple(row) for row in shop.book.execute("SELECT * FROM rhythms ORDER BY customer")]


def test_who_never_bought_anything_has_no_rhythm(shop, anna):
    assert of(shop, anna) is None


def test_a_day_with_several_sales_is_one_visit(shop, anna):
    came(shop, anna, 5, 5, 5)
    assert (of(shop, anna).visits, of(shop, anna).spent) == (1, 300)


def test_two_visits_are_no_rhythm_yet(shop, anna):
    came(shop, anna, 10, 5)
    assert of(shop, anna).half_gap is None
    came(shop, anna, 0)
    assert of(shop, anna).half_gap == 10


def test_the_usual_gap_is_the_median_and_may_be_a_half(shop, anna):
    came(shop, anna, 100, 20, 10, 5, 2)
    assert of(shop, anna).half_gap == 5 + 10


def test_only_the_last_sixty_visits_say_what_is_usual(shop, anna):
    came(shop, anna, *range(1000, 400, -10), *range(180, 0, -3), 0)
    assert of(shop, anna).half_gap == 6
    assert of(shop, anna).visits == 60 + 61


def test_a_sale_that_comes_late_is_set_in_its_place(shop, anna):
    came(shop, anna, 10, 0)
    came(shop, anna, 30, 20)
    assert (of(shop, anna).first_day, of(shop, anna).last_day) == (
        days_ago(30).isoformat(),
        days_ago(0).isoformat(),
    )
    assert of(shop, anna).half_gap == 20


def test_a_sale_taken_back_was_no_visit_until_it_is_given_again(shop, anna):
    came(shop, anna, 30, 20, 10)
    sale = sold(shop.book, anna, days_ago(0))
    for voided, visits in ((True, 3), (False, 4)):
        taken_back(shop.book, "sale", sale, voided=voided)
        rhythm.refresh(shop.book, [anna])
        assert of(shop, anna).visits == visits


def test_what_came_back_was_not_spent(shop, anna):
    sale = sold(shop.book, anna, paid=500)
    rhythm.after_sale(shop.book, anna, day=days_ago(0), paid=500)
    refund = refunded(shop.book, sale, 200)
    rhythm.after_refund(shop.book, anna, paid=200)
    assert of(shop, anna).spent == 300
    taken_back(shop.book, "refund", refund)
    rhythm.refresh(shop.book, [anna])
    assert of(shop, anna).spent == 500


def test_nobody_spent_less_than_nothing_whatever_a_sale_was_paid_with(shop, anna):
    shop.till.adjust(anna, 1000, "a gift", shop.moment())
    sale = shop.till.sell(Order(customer=anna, total=3000, points_spent=1000), shop.moment())
    paid = of(shop, anna).spent
    assert 0 < paid == sale.to_pay < 3000
    shop.till.refund(sale.sale, shop.moment(), total=1500)
    assert of(shop, anna).spent == paid - (paid - 1500 * paid // 3000)
    shop.till.refund(sale.sale, shop.moment())
    assert of(shop, anna).spent == 0
    shop.undo.undo_last()
    assert of(shop, anna).spent == 1500 * paid // 3000


def test_those_who_were_merged_count_with_whom_they_became(shop, anna):
    other = shop.customer("Ana").id
    came(shop, anna, 30, 10)
    came(shop, other, 20, 0)
    shop.book.execute("UPDATE customers SET merged_into = ? WHERE id = ?", (anna, other))
    rhythm.refresh(shop.book, [other])
    assert of(shop, other) is None
    assert (of(shop, anna).visits, of(shop, anna).half_gap) == (4, 20)
    came(shop, other, 5)
    assert of(shop, anna).visits == 5


def test_what_is_kept_up_sale_by_sale_is_what_follows_from_all_sales(shop):
    chance = random.Random(7)  # noqa: S311 - invented sales need no secret
    people = [shop.customer(f"P{n}").id for n in range(8)]
    shop.book.execute("UPDATE customers SET merged_into = 1 WHERE id IN (2, 3)")
    for _ in range(600):
        came(shop, chance.choice(people), chance.choice(range(200)), paid=chance.randint(1, 999))
    kept = everything(shop)
    rhythm.rebuild(shop.book)
    assert everything(shop) == kept
    rhythm.refresh(shop.book, people)
    assert everything(shop) == kept


def test_the_check_tells_of_a_rhythm_that_does_not_follow_from_the_sales(shop, anna):
    sold(shop.book, anna)
    assert [one.facts for one in rhythm.findings(shop.book)] == [{"n": 1}]
    rhythm.rebuild(shop.book)
    assert not list(rhythm.findings(shop.book))
