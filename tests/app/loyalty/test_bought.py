"""What somebody bought, as a letter may say it back to her."""

from datetime import timedelta

import pytest

from app.loyalty.bills import Order
from app.loyalty.bought import bought, spoken
from app.loyalty.earning import Line


@pytest.fixture
def jana(shop):
    return shop.customer("Jana", "Nováková", language="cs", member_since="2026-05-01").id


def buys(shop, who, *items, days_ago=0):
    lines = tuple(
        Line(name=name, category="", thousandths=1000, price=price, discount=0)
        for name, price in items
    )
    order = Order(customer=who, total=sum(price for _, price in items), lines=lines)
    return shop.till.sell(order, shop.moment(shop.book.now() - timedelta(days=days_ago)))


def known(shop, who):
    return bought(shop.book, [who], shop.today()).get(who)


def letter(shop, who, kind="thank_you", seed=0):
    people = shop.customers.several([who])
    (one,) = shop.letters.compose(people, kind, shop.today(), seed=seed)
    return one.text


def test_who_never_bought_anything_has_nothing_to_tell(shop, jana):
    assert known(shop, jana) is None


def test_what_is_on_most_bills_is_her_favourite(shop, jana):
    for days_ago in (30, 20, 10):
        buys(shop, jana, ("Žitný chléb", 5900), ("Rohlík", 350), days_ago=days_ago)
    buys(shop, jana, ("Žitný chléb", 5900), ("Závin", 9000))
    found = known(shop, jana)
    assert (found.visits, found.favourite, found.last) == (4, "Žitný chléb", "Závin")


def test_twice_is_not_yet_a_favourite_and_two_alike_are_none(shop, jana):
    for days_ago in (20, 10):
        buys(shop, jana, ("Rohlík", 350), ("Chléb", 5900), days_ago=days_ago)
    assert known(shop, jana).favourite == ""
    buys(shop, jana, ("Rohlík", 350), ("Chléb", 5900))
    assert known(shop, jana).favourite == ""


def test_two_pieces_on_one_bill_are_one_bill(shop, jana):
    buys(shop, jana, ("Rohlík", 350), ("Rohlík", 350), ("Rohlík", 350))
    assert known(shop, jana).favourite == ""


def test_what_was_bought_long_ago_is_not_her_last_purchase(shop, jana):
    buys(shop, jana, ("Závin", 9000), days_ago=120)
    assert known(shop, jana).last == ""


def test_a_sale_taken_back_was_never_bought(shop, jana):
    buys(shop, jana, ("Závin", 9000))
    shop.undo.undo_last()
    assert known(shop, jana) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Žitný chléb", "Žitný chléb"),
        ("CAPPUCCINO", "Cappuccino"),
        ("ROHL.43G*", ""),
        ("Pivo 0,5 l", ""),
        ("x" * 31, ""),
        ("  ", ""),
        ("לחם שיפון", "לחם שיפון"),
    ],
)
def test_an_item_is_said_only_where_it_reads_like_words(written, said):
    assert spoken(written) == said


def test_a_letter_tells_her_own_story(shop, jana):
    for days_ago in range(60, 0, -5):
        buys(shop, jana, ("Žitný chléb", 5900), days_ago=days_ago)
    told = {text for seed in range(12) for text in [letter(shop, jana, seed=seed)]}
    assert any("Žitný chléb" in text for text in told)
    assert any("12" in text for text in told)


def test_items_are_not_told_in_another_language(shop, jana):
    for days_ago in range(60, 0, -5):
        buys(shop, jana, ("Žitný chléb", 5900), days_ago=days_ago)
    shop.customers.set_language([jana], "da")
    assert not any("chléb" in letter(shop, jana, seed=seed) for seed in range(12))
