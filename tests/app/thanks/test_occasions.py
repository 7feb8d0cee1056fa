from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.people.birthday import Birthday
from app.thanks.occasions import birthdays
from tests.shop import SUNDAY


def near(shop, on=SUNDAY, **how):
    return [
        (one.customer.first_name, one.in_days, one.turning)
        for one in birthdays(shop.book, on, **how)
    ]


def test_birthdays_from_three_days_back_to_thirty_ahead_in_order(shop):
    for name, day in [("Four ago", "1990-11-18"), ("Three ago", "1990-11-19"), ("Today", "1980-11-22"),
                      ("Tomorrow", "--11-23"), ("In thirty", "2000-12-22"), ("In 31", "2000-12-23")]:  # fmt: skip
        shop.customer(name, birthday=day)
    assert near(shop) == [
        ("Three ago", -3, 36),
        ("Today", 0, 46),
        ("Tomorrow", 1, None),
        ("In thirty", 30, 26),
    ]


def test_the_list_runs_over_new_year(shop):
    shop.customer("Sylvester", birthday="1990-12-31")
    shop.customer("Tří králů", birthday="1990-01-06")
    assert near(shop, on=date(2026, 12, 29)) == [("Sylvester", 2, 36), ("Tří králů", 8, 37)]
    assert near(shop, on=date(2027, 1, 1)) == [("Sylvester", -1, 36), ("Tří králů", 5, 37)]


@pytest.mark.parametrize(
    ("on", "leap_day", "in_days"),
    [(date(2027, 2, 28), "02-28", 0), (date(2027, 2, 28), "03-01", 1), (date(2028, 2, 28), "02-28", 1),
     (date(2028, 2, 29), "03-01", 0), (date(2027, 3, 1), "02-28", -1)],
)  # fmt: skip
def test_the_29th_of_february_is_kept_every_year(shop, on, leap_day, in_days):
    shop.customer("Leap", birthday="2004-02-29")
    assert near(shop, on=on, leap_day=leap_day) == [("Leap", in_days, on.year - 2004)]


def test_the_dead_the_archived_and_the_deleted_have_no_birthday(shop):
    shop.customer("Dead", birthday="1950-11-22", deceased=True)
    archived, deleted = (
        shop.customer(name, birthday="1950-11-22") for name in ("Archived", "Deleted")
    )
    shop.customers.archive([archived.id])
    shop.customers.delete([deleted.id])
    assert near(shop) == []


def test_somebody_born_this_year_turns_nothing(shop):
    shop.customer("Baby", birthday="2026-11-22")
    assert near(shop) == [("Baby", 0, None)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(0, 10), st.integers(0, 364))
def test_nobody_is_ever_missed_or_shown_twice(shop, on, back, ahead):
    """Against the plainest model there is: ask each birthday on each day."""
    if not shop.customers.count():
        for day in ("--02-29", "--02-28", "--03-01", "--01-01", "--12-31", "--11-22"):
            shop.customer(day, birthday=day)
    ahead = min(ahead, 364 - back)
    days = [on + timedelta(days=n) for n in range(-back, ahead + 1)]
    expected = {
        (day, (kept - on).days)
        for day in ("--02-29", "--02-28", "--03-01", "--01-01", "--12-31", "--11-22")
        for kept in days
        if Birthday.read(day).kept_in(kept.year) == kept
    }
    found = [(name, n) for name, n, _ in near(shop, on=on, back=back, ahead=ahead)]
    assert sorted(found) == sorted(expected)


def test_within_a_year_everybody_has_her_birthday(shop):
    shop.customer("Ada", birthday="--02-24")
    assert near(shop, on=date(2028, 2, 25), back=0, ahead=365) == [("Ada", 365, None)]
