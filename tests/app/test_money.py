"""Money is whole minor units of one currency."""

import pytest

from app.money import CurrenciesDiffer, Money, NotMoney


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        *(("21.90", "CZK", 2190), ("21.90", "HUF", 2190), (50, "EUR", 5000)),
        *(("500", "JPY", 500), ("500", "XOF", 500)),
        *(("1.234", "KWD", 1234), ("1.234", "OMR", 1234)),
    ],
)
def test_an_amount_is_read_and_written_exactly(text, currency, minor):
    money = Money.of(text, currency)
    assert money.minor == minor
    assert Money.of(str(money), currency) == money


@pytest.mark.parametrize(
    "text",
    [
        *(
            21.9,
            True,
            None,
            "1.005",
            "x",
            "",
            "NaN",
            "Infinity",
            "1e999999",
            "1e1",
            "1_0",
            "١",
            ".",
        ),
        "1.0000000000000000000000000000000001",
    ],
)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(NotMoney):
        Money.of(text, "CZK")


def test_two_currencies_are_never_added_up():
    assert Money.of("1.10", "EUR") + Money.of("2.20", "EUR") == Money(330, "EUR")
    assert Money.of("1", "EUR") - Money.of("2", "EUR") == Money(-100, "EUR")
    with pytest.raises(CurrenciesDiffer):
        Money.of("1", "EUR") + Money.of("1", "CZK")
