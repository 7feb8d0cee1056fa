"""The names of days and the commonest dates are kept in files, and must be what CLDR says."""

from datetime import date, timedelta

import pytest
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from resources.words import LANGUAGES, words_in

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_said_as_cldr_says_them(language: str) -> None:
    words = words_in(language)
    for day in YEAR:
        for skeleton in ("MMMd", "MMMMd"):
            assert words.date(day, skeleton) == format_skeleton(skeleton, day, locale=words.locale)
        assert words.weekday(day) == words.locale.days["stand-alone"]["wide"][day.weekday()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_grouped_as_cldr_groups_them(language: str) -> None:
    words = words_in(language)
    for number in (0, 999, 1000, 12345, 1234567):
        assert words.number(number) == format_decimal(number, locale=words.locale)
