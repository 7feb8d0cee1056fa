"""What may be boasted of, what is told to customers, and which numbers slips have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.keeping.settings import Settings
from app.voice import intervals
from app.voice.answer import Given
from app.voice.bank import question, standard_survey
from app.voice.improvements import Draft
from app.voice.scales import Scale
from app.voice.scores import Counts
from app.voice.shown import (
    ENOUGH,
    GOOD,
    SURE,
    Days,
    NoAnswersYet,
    NothingToBoast,
    TooFewToBoast,
    boast,
    boast_of,
    filled,
    quarter,
    results_of,
)
from app.voice.slips import FIRST, Slips, SlipTypedIn, UnknownSlip
from tests.app.voice.answering import give, replies

ASKED = question("visit").texts
AUTUMN = Days(since=date(2026, 10, 1), until=date(2026, 11, 22))


def faces(**many):
    names = ("worst", "bad", "fair", "good", "best")
    figures = {place: many.get(name, 0) for place, name in enumerate(names, 1)}
    return Counts(scale=Scale.CSAT, figures=figures)


def boasted(counts):
    return boast(counts, AUTUMN, Settings(name="Mill"), ASKED)


def slips(shop):
    return Slips(book=shop.book, settings=shop.settings, answers=shop.voice.answers)


def test_a_good_score_of_many_is_boasted_of_with_how_sure_it_is():
    facts = boasted(faces(worst=1, bad=2, fair=4, good=58, best=148))
    assert (facts.percent, facts.n, facts.faces) == (97, 213, (1, 2, 4, 58, 148))
    # Wilson: 206 of 213 lies between 93.4 and 98.4 percent; both ends are rounded outwards.
    assert (facts.low, facts.high) == (93, 99)


def test_twenty_nine_are_too_few_however_glad_they_are_and_thirty_are_enough():
    with pytest.raises(TooFewToBoast) as refusal:
        boasted(faces(best=29))
    assert refusal.value.facts == {"n": 29, "needed": 30}
    assert boasted(faces(best=30)).percent == 100


def test_a_score_that_is_not_sure_enough_is_not_boasted_of_and_how_many_it_takes_is_said():
    with pytest.raises(TooFewToBoast) as refusal:
        boasted(faces(best=34, fair=6))
    needed = refusal.value.facts["needed"]
    assert 40 < needed < 60
    low, high = intervals.wilson(round(0.85 * needed), needed)
    assert (high - low) * 100 <= 2 * SURE


def test_nobody_at_all_is_too_few():
    with pytest.raises(TooFewToBoast) as refusal:
        boasted(faces())
    assert refusal.value.facts == {"n": 0, "needed": ENOUGH}


def test_less_than_four_fifths_is_nothing_to_boast_of():
    with pytest.raises(NothingToBoast) as refusal:
        boasted(faces(best=159, fair=41))
    assert refusal.value.facts == {
        "percent": 79,
        "least": GOOD,
    }  # 79.5: it is the exact score that counts, and nobody reads that 80 are too few of 80
    assert boasted(faces(best=160, fair=40)).percent == 80


def test_a_hundred_percent_is_said_only_where_everybody_was_satisfied():
    assert boasted(faces(best=999, worst=1)).percent == 99
    assert boasted(faces(best=1000)).percent == 100


@given(many=some.tuples(*[some.integers(0, 400)] * 5))
def test_what_is_boasted_of_is_always_many_sure_and_good(many):
    counts = Counts(scale=Scale.CSAT, figures=dict(enumerate(many, 1)))
    low, high = counts.interval or (0, 100)
    is_sure = counts.n >= ENOUGH and high - low <= 2 * SURE
    if not is_sure or counts.exact < GOOD:
        with pytest.raises((TooFewToBoast, NothingToBoast)):
            boasted(counts)
        return
    facts = boasted(counts)
    assert facts.low <= facts.percent <= facts.high
    assert facts.percent >= GOOD
    assert facts.low <= low
    assert facts.high >= high


def test_a_quarter_begins_with_its_first_month():
    assert quarter(date(2026, 11, 22)) == AUTUMN
    assert quarter(date(2026, 1, 1)) == Days(since=date(2026, 1, 1), until=date(2026, 1, 1))
    assert quarter(date(2026, 9, 30)).since == date(2026, 7, 1)


def test_the_poster_tells_of_what_the_counter_asked_and_of_its_days_alone(shop):
    for _ in range(35):
        give(shop, csat=5)
    give(shop, csat=1, days_ago=100)
    facts = boast_of(shop.voice, shop.settings.read(), AUTUMN)
    assert (facts.n, facts.percent, facts.shop) == (35, 100, "Pekárna U Mlýna")
    assert facts.question == standard_survey("cs").questions[0].texts


def test_customers_are_told_every_score_and_theme_there_is_and_what_was_changed(shop):
    for score in (5, 4, 2):
        give(shop, csat=score, nps=9, themes=["staff", "speed"] if score == 5 else ["speed"])
    now = shop.moment()
    for language, done in (("cs", "Jsme u pokladny dva."), ("da", "Vi er to ved kassen.")):
        draft = Draft(
            theme="speed", said="Fronta", done=done, language=language, since=AUTUMN.since
        )
        shop.voice.improvements.add(draft, now)
    facts = results_of(shop.voice, shop.settings.read(), AUTUMN, "cs")
    assert [(one.scale, one.n) for one in facts.scores] == [(Scale.CSAT, 3), (Scale.NPS, 3)]
    assert [(theme, one.n) for theme, one in facts.themes] == [("speed", 3), ("staff", 1)]
    assert [one.done for one in facts.changes] == ["Jsme u pokladny dva."]
    assert facts.n == 3


def test_a_time_in_which_nobody_answered_has_no_sheet(shop):
    with pytest.raises(NoAnswersYet):
        results_of(shop.voice, shop.settings.read(), AUTUMN, "cs")


def test_a_bar_is_filled_as_far_as_the_score_goes():
    assert filled(faces(best=3, worst=1)) == (0.0, 0.75)
    friends = Counts(scale=Scale.NPS, figures={10: 5, 8: 3, 2: 2})
    assert filled(friends) == (0.8, 0.5)
    easy = Counts(scale=Scale.EFFORT, figures={7: 1, 1: 1})
    assert filled(easy) == (0.0, 0.5)


def test_no_number_of_a_slip_is_given_twice(shop):
    assert slips(shop).next_numbers(4) == (FIRST, FIRST + 1, FIRST + 2, FIRST + 3)
    assert slips(shop).next_numbers(2) == (FIRST + 4, FIRST + 5)
    assert slips(shop).last() == FIRST + 5


def test_a_slip_is_typed_in_once_and_again_only_when_it_was_taken_back(shop):
    slips(shop).next_numbers(4)
    first = typed(shop, 1001, csat=5)
    assert shop.voice.answers.get(first).channel == "slip"
    with pytest.raises(SlipTypedIn) as refusal:
        typed(shop, 1001, csat=5)
    assert refusal.value.facts == {"number": "1001", "day": shop.today()}
    assert csat(shop).n == 1
    shop.voice.answers.remove([first])
    assert slips(shop).typed_on(1001) is None
    second = typed(shop, 1001, csat=2)
    assert csat(shop).figures == {2: 1}
    with pytest.raises(SlipTypedIn):
        typed(shop, 1001, csat=5)
    assert slips(shop).standing([first, second]) == 1


def test_slips_whose_numbers_begin_alike_are_not_mixed_up(shop):
    slips(shop).next_numbers(20_000)
    for number in (1001, 10010, 10011, None, None):  # without a number as many as there are
        typed(shop, number, csat=5)
    assert csat(shop).n == 5


@pytest.mark.parametrize("number", [0, 1000, 1005])
def test_a_number_that_no_slip_has_is_refused(shop, number):
    slips(shop).next_numbers(4)
    with pytest.raises(UnknownSlip):
        typed(shop, number, csat=5)


def test_a_slip_counts_on_its_day_and_in_no_shift(shop):
    day = date(2026, 11, 20)
    answer = slips(shop).give(None, Given(replies=replies(csat=5)), shop.moment(), day)
    assert shop.voice.answers.get(answer).day == day
    assert shop.voice.scores.by_shift(AUTUMN.period, ["12:00"]) == {}
    assert csat(shop).n == 1


def typed(shop, number, **scores):
    given = Given(replies=replies(**scores))
    return slips(shop).give(number, given, shop.moment(), shop.today())


def csat(shop):
    return shop.voice.scores.of(AUTUMN.period).csat


def test_a_slip_that_was_typed_in_anew_is_not_put_back_beside_it(shop):
    paper, given = slips(shop), Given(replies=replies(csat=4))
    paper.next_numbers(2)
    for number in (FIRST + 1, FIRST, FIRST):
        answer = paper.give(number, given, shop.moment(), shop.today())
        if number == FIRST and answer == 2:
            shop.undo.undo_last()
    assert shop.undo.redo_last().kept == 1
    assert shop.voice.scores.of(AUTUMN.period).csat.n == 2


def test_a_slip_that_was_taken_back_can_be_put_back(shop):
    paper = slips(shop)
    paper.next_numbers(12)
    for number in (FIRST, FIRST + 1, FIRST + 10):
        paper.give(number, Given(replies=replies(csat=4)), shop.moment(), shop.today())
    shop.undo.undo_last()
    assert shop.undo.redo_last().kept == 0
    assert shop.voice.scores.of(AUTUMN.period).csat.n == 3
