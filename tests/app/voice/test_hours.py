"""Opening hours as an owner writes them, and when the counter is awake by them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from app.voice.hours import NotHours, read_hours

PRAGUE = ZoneInfo("Europe/Prague")
USUAL = "mo-fr 07:00-18:00, sa 08:00-12:00"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In the week that begins on Monday 23 November 2026."""
    return datetime(2026, 11, 22 + day, hour, minute, tzinfo=PRAGUE)


MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY = 1, 2, 5, 6, 7


def test_with_nothing_written_it_is_always_open() -> None:
    hours = read_hours("  ")
    assert hours.is_open(at(SUNDAY, 3))
    assert hours.opens_next(at(SUNDAY, 3)) is None


@pytest.mark.parametrize(
    ("day", "hour", "minute", "is_open"),
    [
        (MONDAY, 7, 0, True),
        (MONDAY, 6, 59, False),
        (MONDAY, 17, 59, True),
        (MONDAY, 18, 0, False),
        (SATURDAY, 11, 59, True),
        (SATURDAY, 12, 0, False),
        (SUNDAY, 10, 0, False),
    ],
)
def test_it_is_open_from_the_first_minute_until_the_last(
    day: int, hour: int, minute: int, is_open: bool
) -> None:
    assert read_hours(USUAL).is_open(at(day, hour, minute)) is is_open


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (at(MONDAY, 6), at(MONDAY, 7)),
        (at(MONDAY, 19), at(TUESDAY, 7)),
        (at(FRIDAY, 19), at(SATURDAY, 8)),
        (at(SATURDAY, 12), at(SUNDAY + 1, 7)),
        (at(SUNDAY, 12), at(SUNDAY + 1, 7)),
    ],
)
def test_it_says_when_it_opens_next(now: datetime, opens: datetime) -> None:
    assert read_hours(USUAL).opens_next(now) == opens


def test_a_bar_is_open_over_midnight_also_from_sunday_to_monday() -> None:
    hours = read_hours("fr-su 18:00-02:00")
    assert hours.is_open(at(SATURDAY, 1))
    assert hours.is_open(at(MONDAY, 1))
    assert not hours.is_open(at(MONDAY, 2))
    assert not hours.is_open(at(FRIDAY, 1))


def test_a_day_may_have_a_break() -> None:
    hours = read_hours("mo-fr 8-12 13:30-18")
    assert hours.is_open(at(MONDAY, 11, 59))
    assert not hours.is_open(at(MONDAY, 12, 30))
    assert hours.is_open(at(MONDAY, 13, 30))


def test_a_later_part_speaks_for_its_days() -> None:
    hours = read_hours("mo-su 7:00-18:00; we off, su 9-11")
    assert not hours.is_open(at(3, 10))
    assert hours.is_open(at(SUNDAY, 10))
    assert not hours.is_open(at(SUNDAY, 8))


@pytest.mark.parametrize(
    "text", ["07:00–18:00", "MO-SU 7-18", "mo tu we th fr sa su 7-18", "sa-fr 7-18"]
)
def test_the_same_hours_may_be_written_in_many_ways(text: str) -> None:
    assert read_hours(text) == read_hours("mo-su 07:00-18:00")


def test_a_whole_day_is_open_from_midnight_to_midnight() -> None:
    hours = read_hours("mo 0-24")
    assert hours.is_open(at(MONDAY, 0))
    assert hours.is_open(at(MONDAY, 23, 59))
    assert not hours.is_open(at(TUESDAY, 0))


def test_an_hour_that_the_clocks_skip_moves_nothing() -> None:
    """On 29 March 2026 two o'clock is three o'clock."""
    saturday_night = datetime(2026, 3, 28, 22, tzinfo=PRAGUE)
    opens = read_hours("mo-su 8-12").opens_next(saturday_night)
    assert opens is not None
    assert (opens.day, opens.hour) == (29, 8)


def test_a_shop_that_is_never_open_says_nothing_of_when() -> None:
    hours = read_hours("mo-su off")
    assert not hours.is_open(at(MONDAY, 12))
    assert hours.opens_next(at(MONDAY, 12)) is None


@pytest.mark.parametrize(
    "text",
    [
        "when I am here",
        "mo-fr",
        "xx 7-18",
        "mo-fr 7-25",
        "mo 7:60-8",
        "mo 8-8",
        "mo 24-25",
        "mo-fr 7-18,",
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(NotHours) as refused:
        read_hours(text)
    assert refused.value.facts["text"] == text


@pytest.mark.parametrize(
    "text",
    [
        "po-pá 7-18, so 8-12",
        "po-pi 7.00–18.00; so 8-12",
        "ma-fr 7-18, lø 8-12",
        "дс-жм 7-18, сб 8-12",
        "ב׳-ו׳ 7-18, ש׳ 8-12",
    ],
)
def test_days_are_written_in_the_language_of_the_shop(text: str) -> None:
    assert read_hours(text) == read_hours(USUAL)


def test_a_dash_closes_a_day() -> None:
    assert not read_hours("mo-su 7-18, we -").is_open(at(3, 10))
