"""Scores are honest: worked cases, how sure they are, and what could be chance."""

from collections import Counter
from decimal import Decimal
from math import isclose
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.voice import intervals
from app.voice.scales import ENDS, Scale
from app.voice.scores import Counts, change, half_up, scored


@pytest.mark.parametrize(
    ("scores", "shown"),
    [
        ([10, 7, 3, 9], 25),
        ([10, 9, 9], 100),
        ([0, 6], -100),
        ([7, 8], 0),
        ([9, 9, 7, 7, 7, 7, 7, 7, 0, 0, 0, 7, 7, 7, 7, 7], -6),  # −1/16 = −6.25
        ([0] + [7] * 7, -13),  # −12.5 goes away from zero
        ([9] + [7] * 7, 13),
        ([9, None, None], 100),
        ([None, None], None),
        ([], None),
    ],
)
def test_the_net_promoter_score_is_promoters_less_detractors(scores, shown):
    assert scored(scores, Scale.NPS).shown == shown


@pytest.mark.parametrize(
    ("scores", "percent", "mean"),
    [
        ([5, 4, 2, 1], 50, "3.00"),
        ([5, 5, 4, 1, 2, 4, 4, 2], 63, "3.38"),  # 62.5 is 63, 3.375 is 3.38
        ([3], 0, "3.00"),
        ([1, None], 0, "1.00"),
    ],
)
def test_satisfied_are_the_fours_and_the_fives(scores, percent, mean):
    counts = scored(scores, Scale.CSAT)
    assert (counts.shown, str(counts.mean)) == (percent, mean)


def test_of_ten_nine_and_ten_are_satisfied():
    assert scored([10, 9, 8, 1], Scale.TEN).shown == 50


def test_effort_is_a_mean_with_two_decimals():
    assert str(scored([7, 6, 6], Scale.EFFORT).shown) == "6.33"


def test_a_skipped_question_never_counts_in_a_score():
    counts = scored([5, None, None, 1], Scale.CSAT)
    assert (counts.n, counts.skipped, counts.shown) == (2, 2, 50)


def test_without_answers_there_is_no_score_and_no_interval():
    for scale in ENDS:
        empty = scored([None], scale)
        assert (empty.shown, empty.mean, empty.interval) == (None, None, None)


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [
        # Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_that_of_the_literature(good, n, low, high):
    found = intervals.wilson(good, n)
    assert isclose(found[0], low, abs_tol=0.00006)
    assert isclose(found[1], high, abs_tol=0.00006)


def test_the_interval_of_four_answers_is_wide():
    low, high = scored([10, 7, 3, 9], Scale.NPS).interval
    assert (low, high) == (Decimal("-56.3"), Decimal("100.0"))
    assert scored([5, 4, 2, 1], Scale.CSAT).interval == (Decimal("15.0"), Decimal("85.0"))


def test_the_interval_of_recommending_is_the_spread_of_the_trinomial():
    promoters, detractors, n = 50, 20, 120
    low, high = intervals.of_promoters(promoters, detractors, n)
    spread = [1.0] * promoters + [-1.0] * detractors + [0.0] * (n - promoters - detractors)
    mean = sum(spread) / n
    error = (sum((one - mean) ** 2 for one in spread) / n / n) ** 0.5
    half = NormalDist().inv_cdf(0.975) * error
    assert isclose(low, mean - half)
    assert isclose(high, mean + half)


@given(st.sampled_from(sorted(ENDS)), st.data())
def test_a_score_lies_within_its_interval_and_on_its_scale(scale, data):
    least, most = ENDS[scale]
    scores = data.draw(st.lists(st.integers(least, most), min_size=2, max_size=300))
    counts = Counts(scale=scale, figures=Counter(scores))
    low, high = counts.interval
    tenth = Decimal("0.1")
    assert low - tenth <= half_up(counts.exact, Decimal("0.1")) <= high + tenth
    bottom, top = {Scale.NPS: (-100, 100), Scale.EFFORT: (1, 7)}.get(scale, (0, 100))
    assert bottom <= counts.shown <= top


def test_a_change_among_few_answers_is_too_few_to_tell():
    assert change(scored([5] * 9, Scale.CSAT), scored([1] * 40, Scale.CSAT)) is None


def test_a_change_that_could_be_chance_is_too_few_to_tell():
    now, before = scored([5] * 8 + [1] * 4, Scale.CSAT), scored([5] * 7 + [1] * 5, Scale.CSAT)
    assert change(now, before) is None


def test_a_change_that_is_no_chance_is_told():
    now, before = scored([5] * 90 + [1] * 10, Scale.CSAT), scored([5] * 60 + [1] * 40, Scale.CSAT)
    assert change(now, before) == 30
    assert change(before, now) == -30


def test_ten_promoters_after_twelve_others_are_not_sure_because_all_agree():
    now, before = scored([10] * 10, Scale.NPS), scored([10] * 11 + [7], Scale.NPS)
    assert change(now, before) is None


def test_there_is_no_minus_nought():
    assert str(half_up(Decimal("-0.04"), Decimal("0.1"))) == "0.0"


@pytest.mark.parametrize(
    ("scores", "low", "high"), [([7], 1, 7), ([7, 7, 7, 6], Decimal("6.3"), 7), ([1, 1, 2], 1, 2)]
)
def test_the_interval_of_a_mean_stays_on_its_scale(scores, low, high):
    assert scored(scores, Scale.EFFORT).interval == (low, high)
