import pytest

from app.loyalty.exchange.amounts import read_amount, read_quantity


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1 234,50 Kč", 123450),
        ("1\u00a0234,50", 123450),
        ("1\u202f234,50 Kč", 123450),
        ("1.234,50", 123450),
        ("1,234.50", 123450),
        ("1'234.50", 123450),
        ("1.234.567,89", 123456789),
        ("1,234,567", 123456700),
        ("1.234", 123400),
        ("1,234", 123400),
        ("12,5", 1250),
        ("12.50", 1250),
        ("0,500", 50),
        ("$ 5", 500),
        ("Kč 5", 500),
        ("20,-", 2000),
        ("20,- Kč", 2000),
        ("20,–", 2000),
        ("-50", -5000),
        ("−50,00", -5000),
        ("50-", -5000),
        ("(12.00)", -1200),
        ("- 12,00 Kč", -1200),
        ("₪ 49.90", 4990),
        ("49.90 ₪", 4990),
        ("100 kr.", 10000),
        (21.9, 2190),
        (50, 5000),
        ("21.905", 2190500),
        ("", None),
        ("free", None),
        ("1.2.3", None),
        ("12 and 13", None),
        ("5.3.2026", None),
        ("12:30", None),
        (True, None),
        (float("nan"), None),
        ("9" * 30, None),
    ],
)
def test_an_amount_is_read_in_every_usual_writing(written, minor):
    assert read_amount(written, "CZK") == minor


def test_an_amount_without_decimals_is_whole():
    assert read_amount("1,234", "JPY") == 1234


@pytest.mark.parametrize(
    ("written", "thousandths"),
    [
        ("2", 2000),
        ("1,250", 1250),
        ("0.5 kg", 500),
        (3, 3000),
        (-1, -1000),
        ("2 ks", 2000),
        ("", None),
    ],
)
def test_a_quantity_may_be_a_part(written, thousandths):
    assert read_quantity(written) == thousandths


@pytest.mark.parametrize(
    ("written", "minor"),
    [("1.250", 1250), ("1,250", 1250), ("12,5", 12500), ("1,234.500", 1234500), ("1 234", 1234000)],
)
def test_money_of_three_decimals_is_written_with_all_of_them(written, minor):
    assert read_amount(written, "KWD") == minor
