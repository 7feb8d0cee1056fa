"""A moment knows the shop's own day and hour, and is written down in UTC."""

from datetime import UTC, date, datetime

from app.loyalty.moment import moment_of


def test_late_in_the_evening_in_utc_it_is_the_next_day_in_the_shop():
    late = moment_of(datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "Europe/Prague", "Jana")
    assert (late.day, late.hour, late.by) == (date(2026, 11, 23), "00:30", "Jana")
    assert late.at == "2026-11-22T23:30:00.000Z"


def test_the_shops_hour_follows_its_summer_time():
    noon = moment_of(datetime(2026, 7, 1, 10, 0, tzinfo=UTC), "Europe/Prague", "Jana")
    assert noon.hour == "12:00"
