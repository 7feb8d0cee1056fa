"""Answers: what is given is on disk and counted once, what is taken back counts no more."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.people.customers import UnknownCustomer
from app.voice import comments, tallies
from app.voice.answer import Given, NothingSaid, NotOnTheScale, State
from app.voice.comments import Wanted
from app.voice.questions import Reply
from app.voice.reading import Period, months, weeks
from app.voice.scales import Mood, Scale
from tests.app.voice.answering import give, replies

ALWAYS = Period()


def nps(shop, period=ALWAYS, of=""):
    found = shop.voice.scores.of(period, of).nps
    return found.n, found.shown


def begin(shop, **more):
    answers = shop.voice.answers
    return answers.begin(shop.moment(), shop.voice.surveys.for_counter(), station="front", **more)


def press(shop, answer, **scores):
    for reply in replies(**scores):
        shop.voice.answers.reply(answer, reply, shop.moment())


def test_four_answers_make_the_score_of_the_book(shop):
    for score in (10, 7, 3, 9):
        give(shop, nps=score)
    assert nps(shop) == (4, 25)


def test_a_skipped_question_is_counted_as_skipped_only(shop):
    give(shop, nps=None, csat=5)
    found = shop.voice.scores.of(ALWAYS)
    assert (found.nps.n, found.nps.skipped, found.csat.n) == (0, 1, 1)


def test_an_answer_says_something(shop):
    with pytest.raises(NothingSaid):
        Given(comment="  ")


@pytest.mark.parametrize(("scale", "score"), [("csat", 0), ("csat", 6), ("nps", 11), ("effort", 8)])
def test_a_figure_is_on_its_scale(scale, score):
    with pytest.raises(NotOnTheScale):
        Given(replies=replies(**{scale: score}))


def test_an_answer_of_nobody_in_the_book_is_refused(shop):
    with pytest.raises(UnknownCustomer):
        give(shop, csat=5, customer=99)
    assert shop.voice.scores.first_day() is None


def test_days_are_inclusive_at_both_ends(shop):
    for days_ago in (0, 1, 2):
        give(shop, days_ago=days_ago, nps=10)
    today = shop.today()
    yesterday = today - timedelta(days=1)
    assert nps(shop, Period(since=yesterday, until=yesterday)) == (1, 100)
    assert nps(shop, Period(since=yesterday)) == (2, 100)
    assert nps(shop, Period(until=yesterday)) == (2, 100)


def test_an_answer_counts_for_its_channel_its_theme_and_its_hour(shop):
    give(shop, nps=10, themes=["staff"], channel="slip")
    for of in ("channel:slip", "theme:staff", "hour:09", "question:nps"):
        assert nps(shop, of=of) == (1, 100), of
    assert set(shop.voice.scores.by_theme(ALWAYS)) == {"staff"}
    assert set(shop.voice.scores.by_shift(ALWAYS, ["12:00", "17:00"])) == {"00:00"}


def test_a_question_about_one_thing_is_no_score_of_the_visit(shop):
    staff = Reply(question="staff", scale=Scale.CSAT, theme="staff", score=1)
    given_ = Given(replies=(*replies(csat=5), staff))
    shop.voice.answers.give(given_, shop.moment())
    found = shop.voice.scores
    assert found.of(ALWAYS).csat.shown == 100
    assert found.by_theme(ALWAYS)["staff"].csat.shown == 0


def test_undo_takes_an_answer_out_and_redo_puts_it_back(shop):
    give(shop, nps=10, comment="Výborný chléb", themes=["product"])
    for counted in ((0, None), (1, 100), (0, None)):
        shop.undo.undo_last() if counted == (0, None) else shop.undo.redo_last()
        assert nps(shop) == counted
        assert nps(shop, of="theme:product") == counted


def test_rubbish_is_taken_out_and_brought_back(shop):
    answer = give(shop, nps=0, comment="aaaa")
    shop.voice.answers.remove([answer])
    assert nps(shop) == (0, None)
    assert comments.count(shop.book, Wanted()) == 0
    shop.undo.undo_last()
    assert nps(shop) == (1, -100)


def test_a_theme_can_be_said_later_and_taken_back(shop):
    answer = give(shop, nps=3, comment="Dlouho jsem čekala")
    answers = shop.voice.answers
    answers.tag(answer, "speed")
    assert nps(shop, of="theme:speed") == (1, -100)
    assert answers.tag(answer, "speed") is None
    shop.undo.undo_last()
    assert nps(shop, of="theme:speed") == (0, None)
    shop.undo.redo_last()
    answers.untag(answer, "speed")
    assert nps(shop, of="theme:speed") == (0, None)


def test_at_the_counter_every_press_is_in_the_book_at_once(shop):
    answer = begin(shop)
    press(shop, answer, csat=4)
    beside = shop.beside()
    try:
        assert beside.voice.answers.get(answer).score(Scale.CSAT) == 4
    finally:
        beside.close()


def test_changing_ones_mind_replaces_the_first_press(shop):
    answer = begin(shop)
    press(shop, answer, csat=1)
    press(shop, answer, csat=5)
    shop.voice.answers.finish(answer, shop.moment())
    counts = shop.voice.scores.of(ALWAYS).csat
    assert (counts.n, counts.shown) == (1, 100)
    assert shop.voice.answers.get(answer).mood is Mood.HIGH


@pytest.mark.parametrize(("keeps", "counted"), [(True, 1), (False, 0)])
def test_what_was_broken_off_counts_where_the_shop_says_so(shop, keeps, counted):
    shop.settings.change(keep_partial=keeps)
    answer = begin(shop)
    press(shop, answer, nps=9)
    shop.voice.answers.leave(answer, shop.moment())
    assert nps(shop)[0] == counted
    assert shop.voice.answers.get(answer).state is State.PARTIAL


@pytest.mark.parametrize("keeps", [True, False])
def test_after_a_power_cut_what_was_given_is_there(shop, keeps):
    shop.settings.change(keep_partial=keeps)
    press(shop, begin(shop), nps=2)
    shop.time.passes(minutes=5)
    assert shop.voice.answers.settle("front", shop.moment()) == 1
    assert shop.voice.answers.settle("front", shop.moment()) == 0
    assert nps(shop)[0] == int(keeps)
    assert shop.voice.cases.count_to_do(shop.today()) == int(keeps)


def test_beginning_anew_leaves_nothing_that_counts(shop):
    answer = begin(shop)
    press(shop, answer, nps=0)
    shop.voice.answers.drop(answer, shop.moment())
    assert nps(shop) == (0, None)
    assert shop.voice.cases.count_to_do(shop.today()) == 0


@pytest.mark.parametrize(("seconds", "is_hasty"), [(0, True), (4, True), (5, False), (60, False)])
def test_who_begins_within_five_seconds_is_a_child(shop, seconds, is_hasty):
    first = begin(shop)
    press(shop, first, nps=9)
    shop.voice.answers.finish(first, shop.moment())
    shop.time.passes(seconds=seconds)
    second = begin(shop)
    press(shop, second, nps=0)
    shop.voice.answers.finish(second, shop.moment())
    assert shop.voice.answers.get(second).is_hasty == is_hasty
    assert nps(shop)[0] == 2 - is_hasty


def test_who_begins_anew_is_no_child(shop):
    first = begin(shop)
    press(shop, first, nps=0)
    shop.voice.answers.drop(first, shop.moment())
    shop.time.passes(seconds=1)
    second = begin(shop)
    press(shop, second, nps=10)
    shop.voice.answers.finish(second, shop.moment())
    assert nps(shop) == (1, 100)


def test_two_screens_do_not_hold_up_each_other(shop):
    press(shop, begin(shop), nps=9)
    other = shop.voice.answers.begin(shop.moment(), None, station="back")
    assert not shop.voice.answers.get(other).is_hasty


def test_elsewhere_answers_count_however_soon(shop):
    for _ in range(3):
        give(shop, nps=9)
    assert nps(shop)[0] == 3


def test_comments_are_found_by_the_beginnings_of_words(shop):
    give(shop, csat=5, comment="Výborný chléb!", themes=["product"])
    give(shop, csat=1, comment="Dlouho jsem čekala", themes=["speed"])
    find = lambda **wanted: [  # noqa: E731
        one.comment for one in comments.comments(shop.book, Wanted(**wanted))
    ]
    assert find(text="vyborn") == ["Výborný chléb!"]
    assert find(theme="speed") == ["Dlouho jsem čekala"]
    assert find(mood=Mood.LOW) == ["Dlouho jsem čekala"]
    assert find(text="?!") == []
    assert find() == ["Dlouho jsem čekala", "Výborný chléb!"]


def test_scores_of_a_list_are_those_of_its_people(shop):
    jana, petr = shop.customer("Jana").id, shop.customer("Petr").id
    give(shop, nps=10, customer=jana)
    give(shop, nps=0, customer=petr)
    assert shop.voice.scores.of_people(ALWAYS, [jana]).nps.shown == 100
    shop.customers.merge(jana, petr)
    assert shop.voice.scores.of_people(ALWAYS, [jana]).nps.n == 2


def test_over_time_each_answer_stands_in_its_month(shop):
    give(shop, days_ago=30, nps=0)
    give(shop, nps=10)
    found = shop.voice.scores.over_time(months(shop.today(), 3))
    assert [one.nps.shown for one in found] == [None, -100, 100]
    assert sum(one.nps.n for one in shop.voice.scores.over_time(weeks(shop.today(), 52))) == 2


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_tallies_follow_from_the_answers_whatever_happens(shop, data):
    answers = shop.voice.answers
    for _ in range(data.draw(st.integers(1, 6))):
        scores = data.draw(
            st.dictionaries(
                st.sampled_from(["csat", "nps", "effort"]),
                st.none() | st.integers(1, 5),
                min_size=1,
            )
        )
        themes = data.draw(st.sets(st.sampled_from(["staff", "speed", "parkování"])))
        number = give(shop, themes=themes, **scores)
        match data.draw(st.sampled_from(["stay", "undo", "tag", "remove", "untag"])):
            case "undo":
                shop.undo.undo_last()
            case "tag":
                answers.tag(number, "price")
            case "untag" if themes:
                answers.untag(number, min(themes))
            case "remove":
                answers.remove([number])
    assert list(tallies.findings(shop.book)) == []


def test_what_was_broken_off_and_does_not_count_counts_no_more_when_it_is_put_back(shop):
    shop.settings.change(keep_partial=False)
    answer = begin(shop)
    press(shop, answer, nps=10)
    shop.voice.answers.leave(answer, shop.moment())
    shop.voice.answers.remove([answer])
    shop.undo.undo_last()
    assert nps(shop) == (0, None)


def test_many_answers_and_their_themes_are_taken_back_and_put_back_together(shop):
    answers = [give(shop, nps=10, themes=("staff",)) for _ in range(3)]
    shop.voice.answers.tag(answers[0], "speed")
    shop.voice.answers.remove(answers)
    for standing in (3, 0, 3):
        (shop.undo.redo_last if standing == 0 else shop.undo.undo_last)()
        assert nps(shop)[0] == nps(shop, of="theme:staff")[0] == standing
        assert nps(shop, of="theme:speed")[0] == standing // 3


def test_what_no_screen_shows_is_left_out_of_a_comment(shop):
    give(shop, comment="\x00\u202eDobrá\x07 káva\n👨‍👩‍👧 a čaj\x1b", csat=5)
    (found,) = comments.comments(shop.book, Wanted(text="káva"))
    assert found.comment == "Dobrá káva\n👨‍👩‍👧 a čaj"
    with pytest.raises(NothingSaid):
        Given(comment="\x00")
