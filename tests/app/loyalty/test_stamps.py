"""Stamp cards: filled, carried on, given out, and every step of it taken back and done again."""

from datetime import timedelta

import pytest

from app.loyalty.programme import Programme, StampDeal
from app.loyalty.stamps import NoStampCards, NothingWaiting, TooManyStamps, TooSoon

COFFEE = StampDeal(name="Coffee", goal=5, reward="a coffee", head_start=1)


@pytest.fixture
def till(shop):
    shop.till.programmes.change(Programme(stamps=COFFEE))
    return shop.till


@pytest.fixture
def anna(shop):
    return shop.customer("Anna", "Nováková").id


def state(till, who):
    return [(card.stamps, card.waits()) for card in till.stamps.cards(who)]


def test_a_first_card_has_its_head_start(till, shop, anna):
    till.stamp(anna, shop.moment())
    assert state(till, anna) == [(2, [])]


def test_what_is_over_the_goal_goes_on_the_next_card(till, shop, anna):
    till.stamp(anna, shop.moment(), stamps=6)
    assert state(till, anna) == [(5, ["a coffee"]), (3, [])]


def test_of_one_made_of_two_the_card_that_was_stamped_is_told(till, shop, anna):
    other = shop.customer("Ana", "Nováková").id
    till.stamp(anna, shop.moment(), stamps=3)
    till.stamp(other, shop.moment())
    shop.customers.merge(anna, other)
    assert [card.stamps for card in till.stamp(anna, shop.moment())] == [5]


def test_a_full_card_is_given_out_once(till, shop, anna):
    till.stamp(anna, shop.moment(), stamps=4)
    assert till.stamps.give(anna, shop.moment()) == "a coffee"
    with pytest.raises(NothingWaiting):
        till.stamps.give(anna, shop.moment())


def test_half_way_there_may_be_something_too(till, shop, anna):
    deal = StampDeal(goal=4, reward="a cake", interim_at=2, interim="a roll")
    till.programmes.change(Programme(stamps=deal))
    till.stamp(anna, shop.moment(), stamps=4)
    assert [till.stamps.give(anna, shop.moment()) for _ in range(2)] == ["a roll", "a cake"]


def test_a_running_card_keeps_the_deal_it_began_with(till, shop, anna):
    till.stamp(anna, shop.moment())
    till.programmes.change(Programme(stamps=StampDeal(goal=20, reward="a ship")))
    till.stamp(anna, shop.moment(), stamps=4)
    assert state(till, anna) == [(5, ["a coffee"]), (1, [])]
    assert till.stamps.running(anna).deal.goal == 20


def test_stamps_do_not_come_too_quickly(till, shop, anna):
    till.programmes.change(Programme(stamps=StampDeal(goal=5, minutes_between=30)))
    till.stamp(anna, shop.moment())
    shop.time.passes(minutes=29)
    with pytest.raises(TooSoon):
        till.stamp(anna, shop.moment())
    shop.time.passes(minutes=1)
    till.stamp(anna, shop.moment())
    assert state(till, anna) == [(2, [])]


def test_a_till_that_catches_up_gives_the_stamps_of_earlier_times(till, shop, anna):
    till.programmes.change(Programme(stamps=StampDeal(goal=5, minutes_between=30)))
    now = shop.book.now()
    till.stamp(anna, shop.moment(now))
    till.stamp(anna, shop.moment(now - timedelta(minutes=30)))
    with pytest.raises(TooSoon):
        till.stamp(anna, shop.moment(now - timedelta(minutes=59)))
    assert state(till, anna) == [(2, [])]


def test_a_slip_of_the_hand_gives_no_thousand_stamps(till, shop, anna):
    with pytest.raises(TooManyStamps):
        till.stamp(anna, shop.moment(), stamps=1000)


def test_without_stamp_cards_there_are_none(shop, anna):
    shop.till.programmes.change(Programme())
    with pytest.raises(NoStampCards):
        shop.till.stamp(anna, shop.moment())


def test_stamps_and_gifts_are_undone_and_done_again(till, shop, anna):
    till.stamp(anna, shop.moment(), stamps=4)
    full = state(till, anna)
    till.stamps.give(anna, shop.moment())
    given = state(till, anna)
    for _ in range(2):
        shop.undo.undo_last()
        assert state(till, anna) == full
        shop.undo.redo_last()
        assert state(till, anna) == given
    shop.undo.undo_last()
    shop.undo.undo_last()
    assert state(till, anna) == []
