from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.loyalty import rhythm
from app.thanks.from_sales import Measures, months_before, slipping_now
from app.thanks.lists import people_on, why
from reports.list_words import because
from resources.words import words_in
from tests.shop import SUNDAY
from tests.till import days_ago, sold

LONG_AGO = "2019-01-01"


def somebody(shop, name, *ago, paid=100, **more):
    """Who bought something on each of these days."""
    one = shop.customer(name, **({"member_since": LONG_AGO} | more))
    for days in ago:
        sold(shop.book, one.id, days_ago(days), paid=paid)
    rhythm.refresh(shop.book, [one.id])
    return one.id


def points(shop, customer, left, *, expires=None, is_debt=0):
    moved = -left if is_debt else left
    shop.book.execute(
        "INSERT INTO points_entries (uid, customer, at, day, by, kind, points, lifetime, expires, reason,"
        " left) VALUES (hex(randomblob(8)), ?, ?, ?, 'Jana', 'earn', ?, ?, ?, '', ?)",
        (customer, shop.book.stamp(), str(SUNDAY), moved, max(moved, 0), expires, moved),
    )


def on(shop, name, **asked):
    return shop.names(people_on(shop.book, name, replaced(shop, **asked)))


def replaced(shop, **asked):
    return replace(shop.asked(), **asked)


def reason(shop, name, who, language="en", **asked):
    given = replaced(shop, **asked)
    return because(why(shop.book, name, [who], given)[who], words_in(language))


def test_a_regular_came_three_times_within_six_months(shop):
    somebody(shop, "Regular", 1, 90, 184)  # 22 May
    somebody(shop, "One day too early", 1, 90, 185)
    somebody(shop, "Twice", 1, 2)
    somebody(shop, "More often", 1, 2, 3, 4)
    assert on(shop, "regulars") == ["More often", "Regular"]


def test_within_how_many_months_is_the_owners_to_say(shop):
    somebody(shop, "Anna", 1, 90, 185)
    shop.settings.change(regular_months=7)
    assert on(shop, "regulars") == ["Anna"]


def test_who_came_three_times_on_one_day_is_no_regular(shop):
    somebody(shop, "Anna", 1, 1, 1)
    assert on(shop, "regulars") == []


def test_new_is_who_was_first_seen_within_thirty_days(shop):
    somebody(shop, "First sale lately", 30, member_since=None)
    somebody(shop, "First sale before", 31, member_since=None)
    somebody(shop, "Known for years, first sale lately", 2)
    somebody(shop, "No sale", member_since=str(SUNDAY))
    somebody(shop, "Member lately, first sale before", 40, 1, member_since=str(SUNDAY))
    assert on(shop, "new") == ["No sale", "First sale lately"]


def test_slipping_is_who_is_away_for_more_than_twice_as_long_as_usual(shop):
    somebody(shop, "Every five days, 11 ago", 11, 16, 21, 26)
    somebody(shop, "Every five days, 10 ago", 10, 15, 20, 25)
    somebody(shop, "Once a month, 45 ago", 45, 75, 105)
    somebody(shop, "Twice only", 100, 101)
    assert on(shop, "slipping") == ["Every five days, 11 ago"]


def test_where_the_owner_trusts_a_rhythm_only_later_six_weeks_of_quiet_count(shop):
    somebody(shop, "Quiet", 42, 72, 102)
    somebody(shop, "Not yet", 41, 71, 101)
    somebody(shop, "Too long ago", 42, 72, 190)
    asked = {"measures": Measures(rhythm_visits=5)}
    assert on(shop, "slipping", **asked) == ["Quiet"]


def test_who_has_slipped_and_not_come_for_six_months_has_lapsed(shop):
    somebody(shop, "Lapsed", 185, 190, 195)
    somebody(shop, "Slipping", 184, 190, 195)
    somebody(shop, "Comes for every Christmas", 330, 695, 1060)
    assert on(shop, "lapsed") == ["Lapsed"]
    assert on(shop, "slipping") == ["Slipping", "Lapsed"]
    assert shop.names(slipping_now(shop.book, shop.asked())) == ["Slipping"]


def test_the_dead_the_archived_and_those_who_left_are_on_no_list_from_sales(shop):
    for name, more in (("Dead", {"deceased": True}), ("Archived", {}), ("Gone", {})):
        somebody(shop, name, 20, 21, 22, **more)
    shop.customers.archive([2])
    shop.customers.delete([3])
    for name in ("regulars", "slipping", "lapsed", "best"):
        assert on(shop, name) == []


def test_near_a_reward_is_who_holds_nine_tenths_of_its_price(shop):
    for name, left in (("89", 89), ("90", 90), ("99", 99), ("100", 100), ("180", 180)):
        points(shop, somebody(shop, name), left)
    assert on(shop, "near-reward", prices=lambda: (100, 200)) == ["99", "90", "180"]
    assert reason(shop, "near-reward", 3, prices=lambda: (100, 200)) == "99 of 100 points"
    assert on(shop, "near-reward") == []


def test_points_that_expired_or_are_owed_bring_nobody_near(shop):
    expired, owing, last_day = (somebody(shop, name) for name in ("Expired", "Owing", "Last day"))
    points(shop, expired, 95, expires=str(SUNDAY - timedelta(days=1)))
    points(shop, last_day, 95, expires=str(SUNDAY))
    points(shop, owing, 95)
    points(shop, owing, 20, is_debt=1)
    assert on(shop, "near-reward", prices=lambda: (100,)) == ["Last day"]


def test_what_two_held_who_are_one_person_now_counts_together(shop):
    once, again, apart = (somebody(shop, name) for name in ("Once", "Again", "Apart"))
    for who, left in ((once, 60), (again, 35), (apart, 60)):
        points(shop, who, left)
    assert on(shop, "near-reward", prices=lambda: (100,)) == []
    shop.customers.merge(once, again)
    assert on(shop, "near-reward", prices=lambda: (100,)) == ["Once"]
    assert reason(shop, "near-reward", once, prices=lambda: (100,)) == "95 of 100 points"


def test_a_debt_of_one_of_two_who_are_one_person_now_counts(shop):
    owing, holding = (somebody(shop, name) for name in ("Owing", "Holding"))
    points(shop, owing, 10, is_debt=1)
    points(shop, holding, 95)
    assert on(shop, "near-reward", prices=lambda: (100,)) == ["Holding"]
    shop.customers.merge(holding, owing)
    assert on(shop, "near-reward", prices=lambda: (100,)) == []


def test_the_best_are_those_who_spent_the_most(shop):
    somebody(shop, "Little", 3, paid=100)
    somebody(shop, "Much", 300, paid=9000)
    somebody(shop, "Nothing")
    assert on(shop, "best") == ["Much", "Little"]
    assert on(shop, "best:1") == ["Much"]


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        ((29, 34, 39), "usually every 5 days, 29 days ago"),
        ((30, 31, 32), "usually every day, 30 days ago"),
        ((51, 65, 79), "usually every 2 weeks, 51 days ago"),
        ((161, 221, 281), "usually every 2 months, 161 days ago"),
    ],
)
def test_why_somebody_is_slipping_is_said_in_words(shop, ago, said):
    assert reason(shop, "slipping", somebody(shop, "Karel", *ago)) == said


def test_the_best_are_told_by_their_money_in_whole_and_their_visits(shop):
    anna = somebody(shop, "Anna", 1, 2, paid=125_050)
    assert reason(shop, "best", anna) == "2,501\u00a0Kč, 2 visits"
    assert reason(shop, "best", anna, "cs") == "2\u00a0501\u00a0Kč, 2 návštěvy"


def test_the_reason_is_said_in_the_language_of_who_reads_it(shop):
    karel = somebody(shop, "Karel", 29, 34, 39)
    assert reason(shop, "slipping", karel, "cs") == "obvykle každých 5 dní, před 29 dny"


def test_a_month_before_the_last_day_of_a_long_one_is_the_last_of_the_short_one():
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 15), 1) == date(2025, 12, 15)
    assert months_before(date(2026, 12, 31), 12) == date(2025, 12, 31)
