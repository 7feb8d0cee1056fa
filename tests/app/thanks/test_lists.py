from datetime import timedelta

import pytest

from app.thanks.lists import UnknownList, people_on
from app.thanks.post import Why, recipients
from app.thanks.prints import (
    birthdays_printed,
    count_to_print,
    first_to_print,
    printed_lately,
    record,
    to_print,
)
from tests.shop import SUNDAY


def on_list(shop, name):
    return shop.names(people_on(shop.book, name, shop.asked()))


def test_everybody_stands_in_the_order_of_the_alphabet(shop):
    for first, last in [
        ("Petr", "Žák"),
        ("Jan", "Černý"),
        ("Eva", "Chalupová"),
        ("Dan", "Cibulka"),
        ("Ota", "Hrách"),
    ]:
        shop.customer(first, last)
    assert on_list(shop, "all") == [
        "Dan Cibulka",
        "Jan Černý",
        "Ota Hrách",
        "Eva Chalupová",
        "Petr Žák",
    ]


def test_new_are_those_who_came_within_thirty_days(shop):
    shop.customer("Long ago", member_since=(SUNDAY - timedelta(days=31)).isoformat())
    shop.customer("Just", member_since=(SUNDAY - timedelta(days=30)).isoformat())
    shop.customer("Today")
    assert on_list(shop, "new") == ["Today", "Just"]


def test_coming_birthdays_leave_out_those_that_were(shop):
    for day in ("1990-11-21", "1990-11-22", "1990-12-06", "1990-12-07"):
        shop.customer(day, birthday=day)
    assert on_list(shop, "birthdays:14") == ["1990-11-22", "1990-12-06"]


def test_a_tag_is_found_without_accents(shop):
    shop.customer("Tereza", tags=("Koláče",))
    shop.customer("Olga", tags=("káva",))
    assert on_list(shop, "tag:kolace") == ["Tereza"]


def test_named_people_stand_as_asked_for_and_only_once(shop):
    a, b = shop.customer("A").id, shop.customer("B").id
    assert people_on(shop.book, f"ids:{b},{a},999,{b}", shop.asked()) == [b, a]


@pytest.mark.parametrize(
    "name", ["", "friends", "birthdays", "birthdays:soon", "birthdays:-1", "ids:", "all:1", "tag:"]
)
def test_a_list_that_is_none_is_refused_with_those_there_are(shop, name):
    with pytest.raises(UnknownList) as refused:
        people_on(shop.book, name, shop.asked())
    assert "birthdays:14" in refused.value.facts["known"]


@pytest.mark.parametrize(
    "name", ["all", "new", "regulars", "slipping", "birthdays:14", "tag:x", "ids:1"]
)
def test_in_a_new_shop_every_list_is_empty(shop, name):
    assert people_on(shop.book, name, shop.asked()) == []


def test_the_dead_and_those_who_said_no_are_left_out_at_the_moment_of_printing(shop):
    dead, no_post, no = (
        shop.customer("Dead", deceased=True),
        shop.customer("No post", do_not_post=True),
        shop.customer("No"),
    )
    yes = shop.customer("Yes")
    shop.customers.record_consent([no.id], "post", granted=False)
    shop.customers.record_consent([yes.id], "post", granted=True)
    divided = recipients(shop.customers.several([dead.id, no_post.id, no.id, yes.id]))
    assert [one.name for one in divided.chosen] == ["Yes"]
    assert [out.why for out in divided.left_out] == [Why.DECEASED, Why.SAID_NO, Why.SAID_NO]


def test_a_label_needs_an_address(shop):
    shop.customer("Nowhere")
    shop.customer("Somewhere", city="Brno", street="Mlýnská 1")
    divided = recipients(shop.customers.several([1, 2]), needs_address=True)
    assert [out.why for out in divided.left_out] == [Why.NO_ADDRESS]


def test_a_printed_birthday_is_no_longer_to_be_printed_but_next_years_is(shop):
    one = shop.customer("Tereza", birthday="1986-11-26")
    (near,) = to_print(shop.book, SUNDAY)
    record(shop.book, "birthday", [(one.id, near.kept)])
    assert to_print(shop.book, SUNDAY) == []
    assert birthdays_printed(shop.book, [near]) == {one.id}
    assert [(p.name, p.occasion) for p in printed_lately(shop.book)] == [("Tereza", near.kept)]
    assert [n.customer.id for n in to_print(shop.book, SUNDAY + timedelta(days=365))] == [one.id]


def test_the_first_cards_and_their_number_agree_with_the_whole_list(shop):
    for n in range(12):
        shop.customer(f"P{n}", birthday=str((SUNDAY + timedelta(days=n // 2)).replace(year=1986)))
    no = shop.customer("No", birthday="1986-11-22", do_not_post=True)
    shop.customers.record_consent([no.id - 1], "post", granted=False)
    record(shop.book, "birthday", [(1, SUNDAY)])
    whole = to_print(shop.book, SUNDAY)
    assert first_to_print(shop.book, SUNDAY, limit=5) == whole[:5]
    assert sum(count_to_print(shop.book, SUNDAY).values()) == len(whole)
