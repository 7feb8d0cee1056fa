from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.birthday import Birthday, NotABirthday


@pytest.mark.parametrize("text", ["1986-11-26", "--11-26", "2024-02-29", "--02-29", "1904-02-29"])
def test_a_birthday_is_written_as_it_was_read(text):
    assert str(Birthday.read(text)) == text


@pytest.mark.parametrize(
    "text", ["", "1986", "1986-11", "86-11-26", "--13-01", "2023-02-29", "--02-30", "26.11.1986", "-11-26", "1986-1-2",
             "１９８６-11-26", "-0001-01-01", "1986-11-26 ", "--+1-01", "0000-11-26", "99999999999-11-26"]
)  # fmt: skip
def test_what_is_no_birthday_is_refused(text):
    with pytest.raises(NotABirthday):
        Birthday.read(text)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_there_is_can_be_a_birthday(day):
    born = Birthday.read(day.isoformat())
    assert born.kept_in(day.year) == day
    assert born.turning(day.year + 40) == 40


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(1900, 2200))
def test_a_birthday_is_kept_every_year_within_a_day_of_itself(day, year):
    kept = Birthday(month=day.month, day=day.day).kept_in(year)
    assert kept.year == year
    assert (kept.month, kept.day) == (day.month, day.day) or (day.month, day.day) == (2, 29)


def test_the_29th_of_february_is_kept_where_the_shop_says():
    born = Birthday.read("2024-02-29")
    assert born.kept_in(2027) == date(2027, 2, 28)
    assert born.kept_in(2027, "03-01") == date(2027, 3, 1)
    assert born.kept_in(2028, "03-01") == date(2028, 2, 29)


def test_without_a_year_nobody_has_an_age():
    assert Birthday.read("--11-26").turning(2026) is None
