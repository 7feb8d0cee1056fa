"""A changed programme waits until it is switched on; each step of that can be taken back."""

import pytest

from app.loyalty.programme import Earn, Programme, Reward
from app.loyalty.programme_file import read_programme
from app.loyalty.programme_table import WrongProgramme
from app.loyalty.programme_text import written

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


@pytest.mark.parametrize(
    "rules",
    [
        '[[reward]]\nname = "🏴󠁧󠁢󠁥󠁮󠁧󠁿 tea"\npoints = 5',
        '[[reward]]\nname = "a\\u0000b \\u200f"\npoints = 5',
        '[tiers]\nby = "year"\ngrace_days = 30',
        "[expiry]\nend_of_month = true",
    ],
)
def test_what_a_file_says_is_said_again_when_it_is_printed(rules):
    programme = read_programme(rules, "EUR")
    assert programme != Programme()
    assert read_programme(written(programme, "EUR"), "EUR") == programme


@pytest.mark.parametrize(
    ("rules", "line", "key"),
    [
        ("[earn]\npoints = 2\nper = " + "9" * 5000 + "\nvisit = 1", 3, ""),
        ("[earn]\nexclude = " + "[" * 100_000, 2, ""),
        ("[earn]\npoints = 2\n[earn.window]\nfrom = 1", 3, "earn.window"),
        ("[earn]\npoints =", 2, ""),
        ("[stamps]\nminutes_between = 1000000000", 2, "stamps.minutes_between"),
    ],
)
def test_whatever_is_wrong_with_a_file_its_line_is_named(rules, line, key):
    with pytest.raises(WrongProgramme) as refused:
        read_programme(rules, "EUR")
    assert (refused.value.facts["line"], refused.value.facts["key"]) == (line, key)


def test_in_a_shop_with_other_money_the_programme_goes_on_with_amounts_that_come_closest(shop):
    five = Reward(name="Five off", points=5, kind="amount", value=555)
    shop.till.programmes.change(Programme(earn=Earn(per=20), rewards=(five,)))
    shop.settings.change(currency="JPY")
    shop.renew_till()
    now = shop.till.programmes.current()
    assert (now.earn.per, now.rewards[0].value) == (1, 6)


def test_large_amounts_of_small_money_stop_no_till_that_has_dearer_money_now(shop):
    shop.settings.change(currency="VND")
    shop.renew_till()
    shop.till.programmes.change(Programme(earn=Earn(per=10_000, min_total=20_000_000)))
    shop.settings.change(currency="EUR")
    shop.renew_till()
    assert shop.till.programmes.current().earn.per == 1_000_000
