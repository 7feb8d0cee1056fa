"""Cases: opened by who is unhappy or wants to be called, closed by her coupon, and opened again by none."""

from datetime import timedelta

import pytest

from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.letter_offers import LetterOffer
from app.voice.answer import Call, Given
from app.voice.case import NotACase, Stage, UnknownCase
from tests.app.voice.answering import give, replies

TEN_OFF = LetterOffer(letter="", terms=Terms(kind="percent", value=1000), days=14)


@pytest.fixture
def jana(shop):
    return shop.customer("Jana", "Nováková").id


def to_do(shop):
    return shop.voice.cases.to_do(shop.today())


def only(shop):
    (case,) = to_do(shop)
    return case


def again(shop, case):
    return shop.voice.cases.get(case.id, shop.today())


@pytest.mark.parametrize(
    ("scores", "opens"),
    [
        ({"csat": 2}, True),
        ({"csat": 3}, False),
        ({"nps": 6}, True),
        ({"nps": 7}, False),
        ({"effort": 2}, True),
        ({"csat": 5, "nps": 0}, True),
        ({"csat": None}, False),
    ],
)
def test_a_low_figure_opens_a_case(shop, scores, opens):
    give(shop, comment="Hm", **scores)
    assert bool(to_do(shop)) == opens


def test_a_wish_to_be_called_opens_a_case_however_happy_she_is(shop):
    given = Given(replies=replies(csat=5), call=Call(contact="777 123 456", agreed="Smíte volat."))
    shop.voice.answers.give(given, shop.moment())
    assert only(shop).why == "call"
    assert shop.voice.answers.get(only(shop).answer).contact == "777 123 456"


def test_a_case_is_due_when_the_shop_says(shop, jana):
    shop.settings.change(case_days=3, owner="Jana Malá")
    give(shop, csat=1, customer=jana)
    case = only(shop)
    assert (case.due, case.owner) == (shop.today() + timedelta(days=3), "Jana Malá")


def test_undoing_the_answer_takes_the_case_along(shop, jana):
    give(shop, csat=1, customer=jana)
    shop.undo.undo_last()
    assert to_do(shop) == []
    shop.undo.redo_last()
    assert only(shop).customer == jana


def test_the_case_of_an_answer_that_was_rubbish_goes_with_it(shop, jana):
    answer = give(shop, csat=1, customer=jana)
    case = only(shop)
    shop.voice.answers.remove([answer])
    assert to_do(shop) == []
    shop.undo.undo_last()
    assert only(shop) == case
    shop.undo.redo_last()
    assert to_do(shop) == []


def test_a_coupon_that_is_used_closes_the_case(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    coupon = shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    assert again(shop, case).stage is Stage.WAITING
    shop.time.passes(days=3)
    shop.coupons.use(coupon.code, Bill(total=10_000), shop.moment(), jana)
    closed = again(shop, case)
    assert closed.stage is Stage.CLOSED
    assert closed.solved_at - closed.opened_at == timedelta(days=3)
    shop.undo.undo_last()
    assert again(shop, case).stage is Stage.WAITING


def test_a_coupon_that_lapses_opens_the_case_again(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    shop.time.passes(days=14)
    assert to_do(shop) == []
    shop.time.passes(days=1)
    assert only(shop).stage is Stage.REOPENED


def test_a_coupon_taken_back_is_void_and_the_case_as_it_was(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    coupon = shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    shop.undo.undo_last()
    assert again(shop, case).stage is Stage.OPEN
    assert shop.coupons.look_up(coupon.code, shop.moment(), jana).why_not is not None


def test_nobody_who_is_not_known_gets_a_coupon(shop):
    give(shop, csat=1, comment="Studená káva")
    with pytest.raises(NotACase):
        shop.voice.recovering.give(only(shop).id, TEN_OFF, shop.moment())


def test_nobody_who_was_deleted_gets_a_coupon(shop, jana):
    give(shop, csat=1, comment="Studená káva", customer=jana)
    case = only(shop)
    shop.customers.delete([jana])
    with pytest.raises(NotACase):
        shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())


def test_a_case_is_planned_noted_answered_and_closed(shop, jana):
    give(shop, csat=1, customer=jana)
    case, cases = only(shop).id, shop.voice.cases
    cases.assign(case, "Petr")
    cases.plan(case, "Zavolat ve středu", shop.today() + timedelta(days=5))
    cases.note(case, "Nebere telefon")
    shop.time.passes(hours=2)
    cases.answer(case, shop.moment(), "Zavoláno")
    shop.time.passes(hours=2)
    cases.close(case, "Spokojená", shop.moment())
    told = [step.verb for step, _ in cases.story(case)]
    assert told == [
        "answer",
        "assign case",
        "plan case",
        "note case",
        "answer case",
        "close case",
    ]
    times = cases.times(shop.today(), shop.today(), shop.today())
    assert (times.cases, times.open, times.to_answer, times.to_solve) == (1, 0, 2.0, 4.0)
    for _ in range(5):
        shop.undo.undo_last()
    assert only(shop).owner == shop.settings.read().owner
    assert [step.verb for step, _ in cases.story(case)] == ["answer"]


def test_a_closed_case_can_be_opened_again(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop).id
    shop.voice.cases.close(case, "", shop.moment())
    shop.voice.cases.reopen(case, shop.today(), shop.moment())
    assert only(shop).stage is Stage.REOPENED
    shop.voice.cases.answer(case, shop.moment(), "Zavoláno znovu")
    assert to_do(shop) == []
    assert [one.id for one in shop.voice.cases.waiting(shop.today())] == [case]


def test_what_was_said_by_word_of_mouth_is_a_case_too(shop, jana):
    shop.voice.cases.open(jana, "Rohlíky byly tvrdé", shop.moment())
    assert only(shop).why == "told"
    with pytest.raises(NotACase):
        shop.voice.cases.open(jana, "  ", shop.moment())


def test_cases_go_along_when_customers_are_merged(shop, jana):
    other = shop.customer("Jana", "Novakova").id
    give(shop, csat=1, customer=other)
    shop.customers.merge(jana, other)
    assert len(shop.voice.cases.of_customer(jana, shop.today())) == 1


def test_a_recovery_coupon_is_one_step_whichever_way_it_goes(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    coupon = shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    for turn, stage in (
        (shop.undo.undo_last, Stage.OPEN),
        (shop.undo.redo_last, Stage.WAITING),
    ) * 2:
        assert turn().verb == "make up"
        assert again(shop, case).stage is stage
        state = shop.till.coupons.look_up(coupon.code, shop.moment(), jana)
        assert (state.why_not is None) == (stage is Stage.WAITING)


def test_who_is_called_after_her_coupon_lapsed_is_waited_for(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    shop.time.passes(days=15)
    assert only(shop).stage is Stage.REOPENED
    shop.voice.cases.answer(case.id, shop.moment(), "Zavoláno")
    assert again(shop, case).stage is Stage.WAITING
    shop.undo.undo_last()
    assert again(shop, case).stage is Stage.REOPENED


def test_nobody_makes_up_for_the_same_thing_twice(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    first, second = (shop.voice.recovering.give(case.id, TEN_OFF, shop.moment()) for _ in range(2))
    assert second == first
    shop.time.passes(days=15)
    third = shop.voice.recovering.give(case.id, TEN_OFF, shop.moment())
    assert third != first
    assert again(shop, case).coupon == third.id


def test_a_case_that_went_with_its_answer_is_no_more(shop, jana):
    give(shop, csat=1, customer=jana)
    case = only(shop)
    shop.undo.undo_last()
    with pytest.raises(UnknownCase):
        shop.voice.cases.close(case.id, "Dobré", shop.moment())
