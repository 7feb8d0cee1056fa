"""Who is asked, how often, and what an answer is thanked with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.loyalty.bills import Order
from app.loyalty.coupon_terms import Terms
from app.loyalty.letter_offers import LetterOffer, offer_text
from app.voice.answer import Given
from app.voice.survey import Asking, Every, Thanks
from tests.app.voice.answering import give, replies

TEN_OFF = offer_text(LetterOffer(letter="", terms=Terms(kind="percent", value=1000), days=30))


@pytest.fixture
def jana(shop):
    return shop.customer("Jana", "Nováková").id


def ask(shop, **how):
    survey = shop.voice.surveys.all()[0]
    return shop.voice.surveys.save(replace(survey, **how))


def visit(shop, who):
    shop.till.sell(Order(customer=who, total=10_000), shop.moment())


def answer(shop, who, survey):
    given = Given(replies=replies(csat=5), customer=who, survey=survey)
    return shop.voice.answers.give(given, shop.moment())


def due(shop, who):
    found = shop.voice.asking.due(who, shop.today())
    return found and found.key


def test_after_a_visit_somebody_may_be_asked_and_then_rests(shop, jana):
    survey = ask(shop, asking=Asking(every=Every.VISIT))
    assert due(shop, jana) is None
    visit(shop, jana)
    assert due(shop, jana) == survey.key
    answer(shop, jana, survey)
    shop.time.passes(days=29)
    visit(shop, jana)
    assert due(shop, jana) is None
    shop.time.passes(days=1)
    assert due(shop, jana) == survey.key


def test_every_third_visit_counts_from_the_last_answer(shop, jana):
    shop.settings.change(rest_days=0)
    survey = ask(shop, asking=Asking(every=Every.NTH_VISIT, nth=3))
    for visited in range(3):
        assert due(shop, jana) is None, visited
        shop.time.passes(days=1)
        visit(shop, jana)
    assert due(shop, jana) == survey.key
    answer(shop, jana, survey)
    assert due(shop, jana) is None


@pytest.mark.parametrize(("every", "days"), [(Every.QUARTER, 92), (Every.YEAR, 365)])
def test_who_was_asked_is_asked_again_when_the_quarter_or_the_year_is_over(shop, jana, every, days):
    survey = ask(shop, asking=Asking(every=every))
    visit(shop, jana)
    assert due(shop, jana) == survey.key
    assert shop.voice.asking.to_ask(shop.today()) == [jana]
    shop.voice.asking.wrote_down(jana, survey, "letter", shop.moment())
    assert due(shop, jana) is None
    assert shop.voice.asking.to_ask(shop.today()) == []
    shop.time.passes(days=days - 1)
    assert due(shop, jana) is None
    assert shop.voice.asking.to_ask(shop.today()) == []
    shop.time.passes(days=1)
    assert due(shop, jana) == survey.key


@pytest.mark.parametrize("every", [Every.QUARTER, Every.YEAR])
@pytest.mark.parametrize("day", [(1, 31), (2, 28), (3, 30), (5, 31), (8, 31), (11, 28), (11, 30)])
def test_the_list_and_the_counter_agree_also_at_the_ends_of_months(shop, jana, every, day):
    shop.settings.change(rest_days=0)
    survey = ask(shop, asking=Asking(every=every))
    today = shop.today()
    asked = date(today.year + 1, *day)
    shop.time.passes(days=(asked - today).days)
    shop.voice.asking.wrote_down(jana, survey, "letter", shop.moment())
    shop.time.passes(days=60)
    visit(shop, jana)
    for days in (*range(86, 96), *range(362, 370)):
        on = asked + timedelta(days=days)
        is_due = shop.voice.asking.due(jana, on) is not None
        assert (jana in shop.voice.asking.to_ask(on)) == is_due, on


def test_the_rest_holds_across_all_surveys(shop, jana):
    ask(shop, asking=Asking(every=Every.VISIT))
    visit(shop, jana)
    give(shop, csat=5, customer=jana)
    assert due(shop, jana) is None


def test_who_was_merged_rests_too(shop, jana):
    ask(shop, asking=Asking(every=Every.YEAR))
    other = shop.customer("Jana", "Novakova").id
    visit(shop, jana)
    give(shop, csat=5, customer=other)
    shop.customers.merge(jana, other)
    assert due(shop, jana) is None
    assert shop.voice.asking.to_ask(shop.today()) == []


def test_a_survey_that_is_off_is_not_asked(shop, jana):
    ask(shop, is_on=False)
    visit(shop, jana)
    assert due(shop, jana) is None
    assert shop.voice.surveys.for_counter() is None


def test_surveys_are_versions_and_can_be_taken_back(shop):
    before = shop.voice.surveys.all()[0]
    ask(shop, name="Návštěva podruhé")
    assert shop.voice.surveys.all()[0].name == "Návštěva podruhé"
    shop.undo.undo_last()
    assert replace(shop.voice.surveys.all()[0], version=0) == before
    shop.undo.redo_last()
    assert shop.voice.surveys.all()[0].name == "Návštěva podruhé"
    shop.voice.surveys.remove(before.key)
    assert shop.voice.surveys.all() == []
    shop.undo.undo_last()
    assert shop.voice.surveys.all()[0].name == "Návštěva podruhé"


def thank(shop, answer_, survey):
    return shop.voice.thank(answer_, survey, shop.moment())


def test_an_answer_is_thanked_with_points_once(shop, jana):
    survey = ask(shop, thanks=Thanks(points=5))
    first = answer(shop, jana, survey)
    assert (thank(shop, first, survey).points, thank(shop, first, survey).points) == (5, 0)
    assert shop.till.points.available(jana, shop.today()) == 5
    second = answer(shop, jana, survey)
    assert thank(shop, second, survey).points == 0
    shop.time.passes(days=30)
    third = answer(shop, jana, survey)
    found = thank(shop, third, survey)
    assert (found.points, found.balance) == (5, 10)


def test_points_of_thanks_can_be_taken_back(shop, jana):
    survey = ask(shop, thanks=Thanks(points=5))
    thank(shop, answer(shop, jana, survey), survey)
    shop.undo.undo_last()
    assert shop.till.points.available(jana, shop.today()) == 0


def test_who_is_not_known_gets_a_coupon_until_they_are_gone_for_the_day(shop):
    survey = ask(shop, thanks=Thanks(coupon=TEN_OFF, a_day=2))
    given = [thank(shop, answer(shop, None, survey), survey).coupon for _ in range(3)]
    assert [bool(one) for one in given] == [True, True, False]
    assert given[0].terms.valid_to == shop.today() + timedelta(days=30)
    shop.time.passes(days=1)
    assert thank(shop, answer(shop, None, survey), survey).coupon


def test_what_does_not_count_is_not_thanked(shop):
    survey = ask(shop, thanks=Thanks(coupon=TEN_OFF))
    number = answer(shop, None, survey)
    shop.voice.answers.remove([number])
    assert thank(shop, number, survey).coupon is None


def test_points_and_a_coupon_of_thanks_are_taken_back_and_put_back_in_one_step(shop, jana):
    survey = ask(shop, thanks=Thanks(points=5, coupon=TEN_OFF))
    given = thank(shop, answer(shop, jana, survey), survey)
    for turn, points in ((shop.undo.undo_last, 0), (shop.undo.redo_last, 5)) * 2:
        assert turn().verb == "thank for answer"
        assert shop.till.points.available(jana, shop.today()) == points
        state = shop.till.coupons.look_up(given.coupon.code, shop.moment(), jana)
        assert (state.why_not is None) == bool(points)
