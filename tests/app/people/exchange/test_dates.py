from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.exchange.date_orders import (
    order_of_country,
    order_said,
    settled_by,
    weigh,
)
from app.people.exchange.dates import Span, read_date
from app.people.exchange.mapping import Order
from app.people.exchange.problems import Doubt
from tests.app.people.exchange.files import ON

SPAN = Span(on=ON)


def read(raw, order=Order.DMY, span=SPAN):
    found = read_date(raw, order, span)
    return str(found.reason) if isinstance(found, Doubt) else found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("5.3.1980", "1980-03-05"),
        ("05. 03. 1980", "1980-03-05"),
        ("1980-03-05", "1980-03-05"),
        ("1980/3/5", "1980-03-05"),
        ("1980.03.05", "1980-03-05"),
        ("5/3/1980", "1980-03-05"),
        ("5-3-1980", "1980-03-05"),
        ("5 3 1980", "1980-03-05"),
        ("5.3.80", "1980-03-05"),
        ("5.3.26", "2026-03-05"),
        ("5.7.26", "1926-07-05"),
        ("5. března 1980", "1980-03-05"),
        ("5. březen 1980", "1980-03-05"),
        ("5. bře 1980", "1980-03-05"),
        ("5. marca 1980", "1980-03-05"),
        ("5. marts 1980", "1980-03-05"),
        ("den 5. marts 1980", "1980-03-05"),
        ("March 5, 1980", "1980-03-05"),
        ("5 March 1980", "1980-03-05"),
        ("Mar 5th, 1980", "1980-03-05"),
        ("5-Mar-80", "1980-03-05"),
        ("'5.3.1980", "1980-03-05"),
        ("5 наурыз 1980 ж.", "1980-03-05"),
        ("5 марта 1980 г.", "1980-03-05"),
        ("5 במרץ 1980", "1980-03-05"),
        ("5. März 1980", "1980-03-05"),
        ("12. července 1980", "1980-07-12"),
        ("12. června 1980", "1980-06-12"),
        ("5. III. 1980", "1980-03-05"),
        ("5.IX.1980", "1980-09-05"),
        ("středa 5. března 1980", "1980-03-05"),
        ("st 5.3.1980", "1980-03-05"),
        ("Wednesday, March 5, 1980", "1980-03-05"),
        ("Wed 5 Mar 1980", "1980-03-05"),
        ("onsdag den 5. marts 1980", "1980-03-05"),
        ("יום רביעי, 5 במרץ 1980", "1980-03-05"),
        ("ה-5 במרץ", "--03-05"),
        ("5/3-1980", "1980-03-05"),
        ("5.3.'80", "1980-03-05"),
        ("5.3.", "--03-05"),
        ("5. 3.", "--03-05"),
        ("5.3", "--03-05"),
        ("5/3", "--03-05"),
        ("5. března", "--03-05"),
        ("5 март", "--03-05"),
        ("--03-05", "--03-05"),
        ("--0305", "--03-05"),
        ("1604-03-05", "--03-05"),
        (date(1604, 3, 5), "--03-05"),
        ("0000-03-05", "--03-05"),
        ("29.2.", "--02-29"),
        ("29.2.1980", "1980-02-29"),
        (date(1980, 3, 5), "1980-03-05"),
        (datetime(1980, 3, 5, 23, 59), "1980-03-05"),  # noqa: DTZ001 - cells know no zones
        ("5.3.1980 10:30", "1980-03-05"),
        ("1980-03-05T00:00:00Z", "1980-03-05"),
        ("05/03/1980 10:30 AM", "1980-03-05"),
        (29285.0, "1980-03-05"),
        (29285.73, "1980-03-05"),
        ("29285", "1980-03-05"),
        (10_000.0, "1927-05-18"),
        (7306.0, "1920-01-01"),
        ("19800305", "1980-03-05"),
        ("1985 жылғы 5 наурыз", "1985-03-05"),
        ("nar. 5.3.1980", "1980-03-05"),
        ("*5.3.1980", "1980-03-05"),
        ("0/0/00", None),
        ("", None),
        ("-", None),
        (0, "bad_date"),
        (date(1899, 12, 31), None),
        ("neuvedeno", "bad_date"),
        (1980.0, "year_alone"),
        ("1980", "year_alone"),
        ("80", "year_alone"),
        (80.0, "year_alone"),
        ("503", "bad_date"),
        ("2912", "bad_date"),
        ("31.2.1980", "impossible_date"),
        ("29.2.1981", "impossible_date"),
        ("5.13.1980", "impossible_date"),
        ("3/25/1980", "contrary_date"),
        ("5.3.2030", "date_to_come"),
        (date(2026, 6, 2), "date_to_come"),
        (date(2026, 6, 1), "2026-06-01"),
        ("5.3.1850", "date_too_early"),
        ("neví", "bad_date"),
        ("V. ²", "bad_date"),
        ("V 1²", "bad_date"),
        ("5. nesmyslu 1980", "bad_date"),
        (True, "bad_date"),
        (time(10, 30), "bad_date"),
        (5e12, "bad_date"),
    ],
)
def test_a_date_is_read_however_it_is_written(raw, expected):
    assert read(raw) == expected


def test_without_an_order_what_reads_both_ways_is_in_doubt():
    assert read("5/3/1980", None) == "both_ways"
    assert read("5/5/1980", None) == "1980-05-05"
    assert read("25/3/1980", None) == "1980-03-25"


def test_day_numbers_can_count_from_1904():
    assert read(27823.0, span=Span(on=ON, from_1904=True)) == "1980-03-05"


def test_a_told_order_is_kept():
    assert read("03/05/1980", Order.MDY) == "1980-03-05"
    assert read("25/12/1980", Order.MDY) == "contrary_date"
    assert read("80-03-05", Order.YMD) == "1980-03-05"
    assert read("05-03-12", Order.YMD) == "2005-03-12"


@pytest.mark.parametrize(
    ("raw", "order", "expected"),
    [
        ("120365", Order.DMY, "1965-03-12"),
        ("010101", Order.DMY, "2001-01-01"),  # and no day number
        ("12031965", Order.DMY, "1965-03-12"),
        ("031265", Order.MDY, "1965-03-12"),
        ("650312", Order.YMD, "1965-03-12"),
        ("19650312", Order.DMY, "1965-03-12"),
        ("320165", Order.DMY, "bad_date"),
        ("010101", None, "bad_date"),
        ("120365", None, "bad_date"),
    ],
)
def test_figures_without_signs_are_a_day_where_the_order_is_known(raw, order, expected):
    assert read(raw, order) == expected


@given(st.dates(date(1900, 3, 1), ON))
def test_a_day_written_in_any_way_is_the_same_day(day):
    written = {
        f"{day.day}.{day.month}.{day.year}": Order.MDY,
        f"{day.day:02}/{day.month:02}/{day.year}": Order.DMY,
        f"{day.month}/{day.day}/{day.year}": Order.MDY,
        f"{day.isoformat()}": Order.DMY,
        f"{day.day} {day:%B} {day.year}": Order.DMY,
        f"{(day - date(1899, 12, 30)).days}": Order.DMY,
    }
    for text, order in written.items():
        if not (text.isdigit() and len(text) < 5):
            assert read(text, order) == day.isoformat()


@given(st.text(max_size=20))
def test_any_text_is_a_date_a_doubt_or_nothing(text):
    found = read_date(text, None, SPAN)
    assert found is None or isinstance(found, Doubt | str)


@pytest.mark.parametrize(
    ("cells", "order", "is_open"),
    [
        (["25/12/1980", "3/5/1981"], Order.DMY, False),
        (["12/25/1980", "3/5/1981"], Order.MDY, False),
        (["3/5/1981", "4/6/1990"], None, True),
        (["5/5/1980", "6/6/1980"], None, False),
        (["5.3.1980", "1980-03-05", 29285.0], Order.DMY, False),
        (["13.5.1980", "3/5/1981"], Order.DMY, False),  # points say how the slashes are meant
        (["1980-03-05", "3/5/1981", "4/6/1990"], None, True),
        (["25/12/1980", "12/25/1980", "3/5/1981"], None, False),  # not throughout: one is in doubt
        (["25-12-1980", "3-5-1981"], Order.DMY, False),
        (["25/12", "3/5"], Order.DMY, False),
        ([f"{day}/12/1980" for day in range(13, 31)] + ["12/25/1980"], Order.DMY, False),
        (["3 5 1980", "25 12 1980"], Order.DMY, False),
        ([], None, False),
    ],
)
def test_the_whole_column_tells_the_order(cells, order, is_open):
    evidence = weigh(cells, ON)
    assert (evidence.order, evidence.is_open) == (order, is_open)


@pytest.mark.parametrize(
    ("country", "order"),
    [
        ("CZ", "dmy"), ("SK", "dmy"), ("DK", "dmy"), ("KZ", "dmy"), ("IL", "dmy"),
        ("GB", "dmy"), ("US", "mdy"), ("CA", "ymd"), ("HU", "ymd"), (None, None), ("XX", None),
    ],
)  # fmt: skip
def test_a_country_has_its_order_or_none(country, order):
    assert order_of_country(country) == order


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("Date of birth (dd/mm/yyyy)", "dmy"), ("Narozen (DD.MM.RRRR)", "dmy"), ("DOB mm/dd/yyyy", "mdy"),
        ("Born [MM-DD-YYYY]", "mdy"), ("Fødselsdato (dd-mm-åååå)", "dmy"), ("Туған күні (кк.аа.жжжж)", None),
        ("Дата рождения (дд.мм.гггг)", "dmy"), ("birthday yyyy-mm-dd", "ymd"), ("ddmmyyyy", "dmy"),
        ("Narozeniny", None), ("Dámy", None), ("Madam", None), ("d.nar.", None),
    ],
)  # fmt: skip
def test_a_header_may_say_the_order_itself(header, order):
    assert order_said(header) == order


def test_a_country_alone_settles_nothing():
    slash = weigh(["25/12/1980"], ON)
    american = weigh(["12/25/1980"], ON)
    assert settled_by([], "CZ") is None
    assert settled_by([slash], "CZ") == Order.DMY
    assert settled_by([american], "CZ") is None
    assert settled_by([slash, american], "CZ") is None
