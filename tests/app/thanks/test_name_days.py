from datetime import date, timedelta

import pytest

from app.thanks.anniversaries import anniversaries, next_anniversary
from app.thanks.lists import people_on
from app.thanks.name_days import name_days, near_name_days, next_name_day
from tests.shop import SUNDAY


def near(shop, ahead=14, on=SUNDAY):
    found = near_name_days(shop.book, on, ahead=ahead, language="cs")
    return [(one.customer.name, one.name, one.in_days) for one in found]


@pytest.mark.parametrize(
    ("name", "language", "day"),
    [("Kateřina", "cs", (11, 25)), ("Katarína", "sk", (11, 25)), ("Ondřej", "cs", (11, 30)),
     ("Ondrej", "sk", (11, 30)), ("Jiří", "cs", (4, 24)), ("Juraj", "sk", (4, 24)), ("Anna", "cs", (7, 26)),
     ("Václav", "cs", (9, 28)), ("Jana", "cs", (5, 24)), ("Jana", "sk", (8, 21)), ("Štefan", "sk", (12, 26)),
     ("Marie", "cs", (9, 12)), ("Mária", "sk", (9, 12)), ("Josef", "cs", (3, 19)), ("Jozef", "sk", (3, 19))],
)  # fmt: skip
def test_the_calendar_knows_whose_day_it_is(name, language, day):
    found, _ = next_name_day(name, language, date(2026, 1, 1))
    assert (found.month, found.day) == day


def test_the_calendars_are_whole():
    for language, names in (("cs", 440), ("sk", 415)):
        assert len(name_days(language)) >= names
        days = {day for found in name_days(language).values() for day in found}
        assert all(date(2024, month, day) for month, day in days)
    of_december = {day: name for name, days in name_days("cs").items() for day in days}
    assert of_december[12, 24] in {"adam", "eva"}
    assert (12, 25) not in of_december


@pytest.mark.parametrize("language", ["da", "he", "kk", "en"])
def test_where_nobody_keeps_name_days_there_are_none(language):
    assert next_name_day("Anna", language, SUNDAY) is None


def test_spelling_without_accents_is_the_same_name():
    assert next_name_day("Katerina", "cs", SUNDAY) == (date(2026, 11, 25), "Katerina")


def test_a_name_that_has_two_days_is_kept_on_the_next():
    assert next_name_day("Petr", "cs", date(2026, 3, 1))[0] == date(2026, 6, 29)
    assert next_name_day("Petr", "cs", date(2026, 7, 1))[0] == date(2027, 2, 22)


def test_the_leap_days_name_waits_for_its_day_or_has_none_in_sight():
    assert next_name_day("Horymír", "cs", date(2027, 6, 1))[0] == date(2028, 2, 29)
    assert next_name_day("Horymír", "cs", date(2028, 3, 1)) is None


def test_name_days_come_in_the_order_of_their_days(shop):
    for first, last in [
        ("Ondřej", "Malý"),
        ("Kateřina", "Bílá"),
        ("Jana", "Nová"),
        ("Eva", "Kateřina"),
    ]:
        shop.customer(first, last)
    shop.customer("Katarína", "Veselá", language="sk")
    shop.customer("Katarina", "Jensen", language="da")
    assert near(shop) == [
        ("Kateřina Bílá", "Kateřina", 3),
        ("Katarína Veselá", "Katarína", 3),
        ("Ondřej Malý", "Ondřej", 8),
    ]


def test_only_the_call_name_counts_but_of_a_couple_both(shop):
    shop.customer("Marie Kateřina", "Nová")
    shop.customer("Jan a Kateřina", "Malí", form_of_address="family")
    assert near(shop) == [("Jan a Kateřina Malí", "Kateřina", 3)]


def test_the_dead_the_archived_and_the_deleted_keep_no_name_day(shop):
    shop.customer("Kateřina", "Dead", deceased=True)
    gone = [shop.customer("Kateřina", name) for name in ("Archived", "Deleted")]
    shop.customers.archive([gone[0].id])
    shop.customers.delete([gone[1].id])
    assert near(shop) == []


def test_name_days_and_anniversaries_are_lists(shop):
    one = shop.customer("Kateřina", "Bílá", member_since="2020-11-24")
    other = shop.customer("Eva", "Malá", member_since="2020-12-07")
    assert people_on(shop.book, "name-days:7", shop.asked()) == [one.id]
    assert people_on(shop.book, "name-days:2", shop.asked()) == []
    assert people_on(shop.book, "anniversaries:14", shop.asked()) == [one.id]
    assert people_on(shop.book, "anniversaries:15", shop.asked()) == [one.id, other.id]


def test_an_anniversary_counts_the_years(shop):
    shop.customer("Just", member_since=SUNDAY.isoformat())
    shop.customer("Soon", member_since="2025-11-23")
    shop.customer("Long", member_since="2016-11-22")
    shop.customer("Leap", member_since="2024-02-29")
    found = anniversaries(shop.book, SUNDAY, ahead=14)
    assert [(one.customer.first_name, one.in_days, one.years) for one in found] == [
        ("Long", 0, 10),
        ("Soon", 1, 1),
    ]
    (leap,) = anniversaries(shop.book, date(2027, 2, 28), ahead=0)
    assert (leap.customer.first_name, leap.years) == ("Leap", 3)


def test_the_next_anniversary_is_never_the_first_day_itself():
    assert next_anniversary("2026-11-22", SUNDAY) == (date(2027, 11, 22), 1)
    assert next_anniversary("2025-11-22", SUNDAY) == (SUNDAY, 1)
    assert next_anniversary("2024-02-29", date(2026, 1, 1), "03-01") == (date(2026, 3, 1), 2)
    assert next_anniversary((SUNDAY + timedelta(days=400)).isoformat(), SUNDAY) is None
