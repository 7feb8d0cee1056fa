"""Moments are kept in UTC; days are the shop's own."""

from datetime import UTC, date, datetime, timedelta, timezone

from app.clock import moment, shop_date, stamp


def test_text_order_is_time_order_and_reads_back():
    late = datetime(2026, 11, 22, 23, 30, 0, 7000, tzinfo=UTC)
    there = late.astimezone(timezone(timedelta(hours=5)))
    assert stamp(there) == stamp(late) == "2026-11-22T23:30:00.007Z"
    assert moment(stamp(late)) == late
    assert stamp(late) < stamp(late + timedelta(milliseconds=1))


def test_the_day_is_the_shops_not_the_computers():
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert shop_date(late, "Europe/Prague") == date(2026, 11, 23)
    assert shop_date(late, "America/New_York") == date(2026, 11, 22)
