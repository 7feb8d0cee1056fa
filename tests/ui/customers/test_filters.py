"""The filters above the table that come from sales: who is under them, how many, and why."""

import pytest

from app.loyalty.bills import Order
from app.loyalty.programme import Earn, Programme, Reward
from tests.app.thanks.test_from_sales import somebody
from tests.app.voice.answering import give
from tests.ui.customers.pretence import PretendDesk, PretendList
from ui.customers.presenter import CustomerList


@pytest.fixture
def view():
    return PretendList()


@pytest.fixture
def people(view, shop):
    """One of each kind."""
    somebody(shop, "Regular", 1, 8, 15, 22, paid=100)
    somebody(shop, "Slipping", 40, 47, 54, 61, paid=200)
    somebody(shop, "Lapsed", 300, 307, 314, 321, paid=300)
    fresh = somebody(shop, "Fresh", 2, paid=50, member_since="2026-11-20")
    give(shop, csat=1, comment="Cold coffee", customer=fresh, days_ago=2)
    made = CustomerList(PretendDesk(shop), view)
    made.refresh()
    return made


def why(people, view):
    return {row.name: row.reason for row in people.fetch(view.ids).values()}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "regulars",
            {
                "Regular": "usually every 7 days, 1 day ago",
                "Slipping": "usually every 7 days, 40 days ago",
            },
        ),
        ("slipping", {"Slipping": "usually every 7 days, 40 days ago"}),
        ("lapsed", {"Lapsed": "usually every 7 days, 300 days ago"}),
        ("new", {"Fresh": "first visit: 2 days ago"}),
        ("unhappy", {"Fresh": "“Cold coffee”, 2 days ago"}),
        (
            "best",
            {
                "Lapsed": "12\u00a0Kč, 4 visits",
                "Slipping": "8\u00a0Kč, 4 visits",
                "Regular": "4\u00a0Kč, 4 visits",
                "Fresh": "0.50\u00a0Kč, 1 visit",
            },
        ),
    ],
)
def test_a_filter_counts_shows_and_explains_the_same_people(people, view, key, said):
    people.choose(key)
    assert why(people, view) == said
    assert view.filters[key] == len(view.ids) == len(said)


def test_near_a_reward_follows_what_is_earned(people, view, shop):
    shop.till.programmes.change(
        Programme(earn=Earn(per=1000), rewards=(Reward(name="Cake", points=100),))
    )
    anna = shop.customer("Anna").id
    shop.till.sell(Order(customer=anna, total=95_000), shop.moment())
    people.refresh()
    people.choose("near-reward")
    assert why(people, view) == {"Anna": "95 of 100 points"}


def test_only_lists_with_somebody_on_them_are_offered(view, shop):
    shop.customer("Anna", member_since="2020-01-01")
    CustomerList(PretendDesk(shop), view).refresh()
    assert list(view.filters) == ["all", "new", "birthdays", "archived"]


def test_a_list_comes_in_its_own_order_until_another_is_asked_for(people, view, shop):
    people.choose("best")
    assert view.sorting == ("own", False)
    assert shop.names(view.ids)[0] == "Lapsed"
    people.sort("name", descending=False)
    assert shop.names(view.ids) == ["Fresh", "Lapsed", "Regular", "Slipping"]


def test_under_slipping_no_row_says_again_that_it_is(people, view):
    people.choose("slipping")
    assert [row.state for row in people.fetch(view.ids).values()] == [None]


def test_a_sale_takes_her_off_the_list_of_those_slipping(people, view, shop):
    (slipping,) = [one for one in view.ids if shop.names([one]) == ["Slipping"]]
    people.choose("slipping")
    shop.till.sell(Order(customer=slipping, total=100), shop.moment())
    people.refresh()
    assert view.filters["slipping"] == 0
    assert view.nobody == "Nobody is slipping away"


@pytest.mark.parametrize(
    ("key", "letter"),
    [("slipping", "miss_you"), ("lapsed", "miss_you"), ("new", "first_visit"), ("all", "")],
)
def test_who_is_missed_is_written_that_she_is(people, key, letter):
    people.choose(key)
    assert people.letter() == letter


def test_what_the_settings_say_takes_effect(people, view, shop):
    shop.settings.change(lapsed_months=1)
    people.refresh()
    assert (view.filters["lapsed"], "slipping" in view.filters) == (2, False)
    shop.settings.change(regular_months=1)
    people.refresh()
    assert view.filters["regulars"] == 1
