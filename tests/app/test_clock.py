"""Moments are kept in UTC; days are the shop's own."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from app.clock import moment, shop_date, stamp


def test_text_order_is_time_order_and_reads_back():
    late = datetime(2026, 11, 22, 23, 30, 0, 7000, tzinfo=UTC)
    there = late.astimezone(timezone(timedelta(hours=5)))
    assert stamp(there) == stamp(late) == "2026-11-22T23:30:00.007Z"
    assert moment(stamp(late)) == late
    assert stamp(late) < stamp(late + timedelta(milliseconds=1))


def test_the_hour_that_the_clock_strikes_twice_is_two_moments():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Prague"))
    written = [stamp(first), stamp(first.replace(fold=1))]
    assert written == ["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]


def test_the_day_is_the_shops_not_the_computers():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert shop_date(late, "Europe/Prague") == date(2026, 11, 23)
    assert shop_date(late, "America/New_York") == date(2026, 11, 22)
