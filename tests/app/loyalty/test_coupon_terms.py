"""What a coupon takes off a bill."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.loyalty.coupon_terms import (
    Bill,
    BillLine,
    NotTerms,
    Terms,
    discount,
    free_pieces,
)

TEN_PERCENT = Terms(kind="percent", value=1_000)


def rolls(pieces: int, price: int = 100, item: str = "Roll") -> Bill:
    line = BillLine(item=item, category="bakery", thousandths=pieces * 1_000, amount=pieces * price)
    return Bill(total=pieces * price, lines=(line,))


def test_ten_percent_of_a_hundred_are_ten():
    assert discount(TEN_PERCENT, Bill(total=100_00)) == 10_00


@given(st.integers(0, 10**9), st.integers(1, 10_000))
def test_a_percentage_is_rounded_half_up(total, hundredths):
    exact = Decimal(total) * hundredths / 10_000
    rounded = int(exact.quantize(Decimal(1), ROUND_HALF_UP))
    assert discount(Terms(kind="percent", value=hundredths), Bill(total=total)) == rounded


def test_a_cap_holds_a_percentage_back():
    terms = Terms(kind="percent", value=5_000, cap=20_00)
    assert discount(terms, Bill(total=100_00)) == 20_00
    assert discount(terms, Bill(total=30_00)) == 15_00


def test_an_amount_takes_no_more_than_the_bill():
    terms = Terms(kind="amount", value=50_00)
    assert discount(terms, Bill(total=30_00)) == 30_00
    assert discount(terms, Bill(total=80_00)) == 50_00


@pytest.mark.parametrize(
    ("buy", "get", "pieces", "free"),
    [
        *((3, 1, 75, 25), (3, 1, 2, 0), (3, 1, 3, 1), (3, 1, 5, 1)),
        *((2, 1, 3, 1), (5, 2, 10, 4), (1, 1, 1, 0), (1, 1, 2, 1), (1, 1, 5, 2), (1, 2, 3, 2)),
    ],
)
def test_a_bundle_counts_whole_sets(buy, get, pieces, free):
    terms = Terms(kind="bundle", buy=buy, get=get, item="Roll")
    assert free_pieces(terms, pieces) == free
    assert discount(terms, rolls(pieces)) == free * 100


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 200))
def test_a_bundle_never_gives_everything_away(buy, get, pieces):
    terms = Terms(kind="bundle", buy=buy, get=get, item="Roll")
    assert free_pieces(terms, pieces) < max(pieces, 1)


def test_the_cheapest_pieces_of_a_bundle_are_free():
    cheap, dear = rolls(2, price=50, item="roll"), rolls(4, price=90, item="ROLL")
    bill = Bill(total=460, lines=(*dear.lines, *cheap.lines))
    assert discount(Terms(kind="bundle", buy=2, get=1, item="Roll"), bill) == 50 + 50 + 90


def test_a_free_item_costs_nothing_whatever_it_is_called_on_the_bill():
    coffee = BillLine(item="Café au lait", category="Coffee", thousandths=2_000, amount=110_00)
    bill = Bill(total=150_00, lines=(*rolls(1, 40_00).lines, coffee))
    assert discount(Terms(kind="item", item="cafe au lait", value=1), bill) == 55_00
    assert discount(Terms(kind="item", item="coffee", value=1), bill) == 55_00
    assert discount(Terms(kind="item", item="coffee", value=1, cap=50_00), bill) == 50_00
    assert discount(Terms(kind="item", item="tea", value=1), bill) == 0


def test_a_bottle_given_back_is_no_free_item():
    back = BillLine(item="Bottle", category="drinks", amount=-300)
    bill = Bill(total=200, lines=(back, BillLine(item="Tea", category="drinks", amount=500)))
    assert discount(Terms(kind="item", item="drinks", value=1, cap=150), bill) == 150


def test_a_percentage_of_one_item_leaves_the_others_alone():
    bill = Bill(total=500, lines=(*rolls(3).lines, BillLine(item="Tea", amount=200)))
    assert discount(Terms(kind="percent", value=5_000, item="tea"), bill) == 100
    assert discount(Terms(kind="amount", value=300, item="tea"), bill) == 200


KINDS_OF_DEAL = st.one_of(
    st.builds(Terms, kind=st.just("percent"), value=st.integers(1, 10_000)),
    st.builds(Terms, kind=st.just("amount"), value=st.integers(1, 10**6)),
    st.builds(Terms, kind=st.just("item"), item=st.sampled_from("ab"), value=st.integers(1, 9)),
    st.builds(
        Terms,
        kind=st.just("bundle"),
        item=st.sampled_from(["a", "b", ""]),
        buy=st.integers(1, 5),
        get=st.integers(1, 5),
        cap=st.none() | st.integers(1, 500),
    ),
)
LINES = st.lists(
    st.builds(
        BillLine,
        item=st.sampled_from("abc"),
        amount=st.integers(0, 10**5),
        thousandths=st.integers(1, 10**5),
    ),
    max_size=6,
)


@given(KINDS_OF_DEAL, LINES, st.integers(0, 100))
def test_no_coupon_takes_more_than_the_bill_or_its_cap(terms, lines, taken_off):
    total = max(0, sum(line.amount for line in lines) - taken_off)
    off = discount(terms, Bill(total=total, lines=lines))
    assert 0 <= off <= total
    assert terms.cap is None or off <= terms.cap


def test_hours_may_run_past_midnight():
    evening = Terms(kind="amount", value=1, from_hour="22:00", to_hour="02:00")
    assert [evening.is_open_at(hour) for hour in ("21:59", "22:00", "00:10", "02:00", "02:01")] == [
        *(False, True, True, True, False)
    ]
    afternoon = Terms(kind="amount", value=1, from_hour="14:00")
    assert [afternoon.is_open_at(hour) for hour in ("13:59", "14:00", "23:59")] == [
        False,
        True,
        True,
    ]


def test_days_after_issue_are_counted_from_the_day_it_is_issued():
    assert TEN_PERCENT.lasting(30, date(2026, 11, 22)).valid_to == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "percent", "value": 10_001}, "value"),
        ({"kind": "percent", "value": 0}, "value"),
        ({"kind": "amount", "value": -1}, "value"),
        ({"kind": "gift", "value": 1}, "kind"),
        ({"kind": "item", "value": 1}, "item"),
        ({"kind": "bundle", "buy": 0, "get": 1}, "buy"),
        ({"kind": "bundle", "buy": 1, "get": 0}, "get"),
        ({"kind": "amount", "value": 1, "buy": 1}, "buy"),
        ({"kind": "amount", "value": 1, "cap": 0}, "cap"),
        ({"kind": "amount", "value": 1, "min_total": -1}, "min_total"),
        ({"kind": "amount", "value": 1, "weekdays": frozenset({0})}, "weekdays"),
        ({"kind": "amount", "value": 1, "from_hour": "24:00"}, "from_hour"),
        ({"kind": "amount", "value": 1, "uses": 0}, "uses"),
        ({"kind": "amount", "value": 1, "uses_per_customer": -1}, "uses_per_customer"),
    ],
)
def test_terms_that_make_no_sense_are_refused_by_their_field(wrong, field):
    with pytest.raises(NotTerms) as refused:
        Terms(**wrong)
    assert refused.value.facts["field"] == field


def test_a_coupon_cannot_end_before_it_begins():
    today = date(2026, 11, 22)
    Terms(kind="amount", value=1, valid_from=today, valid_to=today)
    with pytest.raises(NotTerms):
        Terms(kind="amount", value=1, valid_from=today, valid_to=date(2026, 11, 21))
