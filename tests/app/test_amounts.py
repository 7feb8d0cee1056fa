"""Amounts as people type them, read exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.amounts import MOST, typed
from app.money import Money, NotMoney
from reports.amounts import said, written
from resources.words import LANGUAGES, words_in

WRITTEN = {
    "1 234,50": 123450,
    "1\u00a0234,50": 123450,
    "1234.5": 123450,
    "1,234.50": 123450,
    "1.234,50": 123450,
    "1.234": 123400,
    "1 234 567": 123456700,
    "0,5": 50,
    ",5": 50,
    "248 Kč": 24800,
    "248,-": 24800,
    "kr. 12,50": 1250,
    "€5": 500,
    "R5": 500,
    "5 F": 500,
    "5€": 500,
    "5kr": 500,
    "248 CZK": 24800,
    "248 korun": 24800,
    "248 теңге": 24800,
    "₪ 248": 24800,
    "248 ש״ח": 24800,
    "248,\N{EN DASH}": 24800,
    "٢٤٨": 24800,
}
NO_AMOUNT = ("", "abc", "-5", "+5", "1.2.3", "12.345.6", "12.3456", "1e5", "1_000", "1" * 20)
CODES = ("9TYWTPYAQN", "TY9WTPYAQN", "9TYWT-PYAQN", "5ADVENT", "2 x coffee")
SLIPS = (
    "24o",
    "2oo",
    "2ОО",
    "12x",
    "1l",
    "\N{MINUS SIGN}5",
    "\N{MINUS SIGN}40 Kč",
    "\N{EN DASH}5",
    "(5)",
    "5 %",
    "5%",
)


@pytest.mark.parametrize(("text", "minor"), WRITTEN.items())
def test_an_amount_is_read_however_it_is_written(text: str, minor: int) -> None:
    assert typed(text, "CZK") == Money(minor, "CZK")


@pytest.mark.parametrize("text", [*NO_AMOUNT, *SLIPS, *CODES])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotMoney):
        typed(text, "CZK")


def test_a_currency_without_decimals_has_none_and_one_with_three_has_three() -> None:
    assert typed("1,234", "JPY") == Money(1234, "JPY")
    assert typed("1.234", "KWD") == Money(1234, "KWD")
    with pytest.raises(NotMoney):
        typed("12.5", "JPY")


@pytest.mark.parametrize("language", LANGUAGES)
@given(minor=st.integers(0, MOST))
def test_what_the_shop_writes_can_be_typed_again(language: str, minor: int) -> None:
    words = words_in(language)
    for currency in ("CZK", "EUR", "ILS", "JPY"):
        money = Money(minor, currency)
        assert typed(written(money, words, whole=False), currency) == money
        assert typed(said(money, words), currency) == money


def test_money_is_said_as_the_shop_s_customers_write_it() -> None:
    assert said(Money(24800, "CZK"), words_in("en")) == "248\u00a0Kč"
    assert said(Money(123450, "CZK"), words_in("cs")) == "1\u00a0234,50\u00a0Kč"
    assert said(Money(500, "EUR"), words_in("en")) == "€5"
