"""A changed programme waits until it is switched on; each step of that can be taken back."""

import pytest

from app.loyalty.programme import Earn, Programme
from app.loyalty.programme_file import read_programme

HOLDS = Programme(earn=Earn(per=1000))
DEARER = Programme(earn=Earn(per=2000))


def undo(shop):
    return shop.undo.undo_last()


def test_a_draft_holds_for_nobody_until_it_is_switched_on(shop):
    programmes = shop.till.programmes
    programmes.change(HOLDS)
    programmes.propose(DEARER)
    assert (programmes.current(), programmes.draft()) == (HOLDS, DEARER)
    programmes.switch_on()
    assert (programmes.current(), programmes.draft()) == (DEARER, None)


def test_what_holds_already_waits_for_nothing(shop):
    programmes = shop.till.programmes
    programmes.change(HOLDS)
    programmes.propose(DEARER)
    programmes.propose(HOLDS)
    assert programmes.draft() is None
    programmes.propose(DEARER)
    programmes.drop()
    assert (programmes.current(), programmes.draft()) == (HOLDS, None)


def test_undo_takes_back_the_switching_on_and_then_the_draft(shop):
    programmes = shop.till.programmes
    programmes.change(HOLDS)
    programmes.propose(DEARER)
    programmes.switch_on()
    undo(shop)
    assert (programmes.current(), programmes.draft()) == (HOLDS, DEARER)
    shop.undo.redo_last()
    assert (programmes.current(), programmes.draft()) == (DEARER, None)
    undo(shop)
    undo(shop)
    assert (programmes.current(), programmes.draft()) == (HOLDS, None)


def test_a_draft_written_in_other_money_is_no_draft_any_more(shop):
    programmes = shop.till.programmes
    programmes.propose(Programme(earn=Earn(per=2550)))
    shop.settings.change(currency="JPY")
    assert programmes.draft() is None


@pytest.mark.parametrize(("currency", "minor"), [("CZK", 1000), ("JPY", 10), ("KWD", 10_000)])
def test_a_file_that_does_not_say_for_how_much_gives_points_for_ten_of_any_money(currency, minor):
    assert read_programme("[earn]\npoints = 1", currency).earn.per == minor
