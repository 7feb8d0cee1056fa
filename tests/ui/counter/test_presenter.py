"""What counter mode decides: what comes next, what is written when, and what is forgotten."""

import logging
import sqlite3

import pytest

from app.errors import ShopError
from app.keeping.database import Busy, ShopUnreachable
from app.keeping.pins import hashed
from app.voice.answer import NotAWord
from app.voice.bank import STANDARD
from app.voice.questions import Condition, Question
from app.voice.scales import Mood, Scale
from app.voice.survey import Survey
from tests.ui.counter.conftest import FRIEND, TOOK, VISIT, survey
from tests.ui.counter.pretence import PretendedScreen, PretendedShop
from ui.counter.lock import Answered, Lock
from ui.counter.pages import (
    Asking,
    Asleep,
    Attract,
    Calling,
    Saying,
    ShowingCard,
    Thanking,
)
from ui.counter.presenter import UNKNOWN_CARDS, Counter
from ui.counter.shop_side import Gift
from ui.counter.visit import Known

JANA = Known(id=7, first_name="Jana", language="cs")
WHY_BAD = Question(
    key="why",
    scale=Scale.TEXT,
    texts={"en": "What happened?"},
    only=Condition(question="visit", moods=(Mood.LOW,)),
)


@pytest.fixture
def shop() -> PretendedShop:
    return PretendedShop(people={"4711": JANA})


@pytest.fixture
def screen() -> PretendedScreen:
    return PretendedScreen()


@pytest.fixture
def counter(shop: PretendedShop, screen: PretendedScreen) -> Counter:
    made = Counter(shop, screen)
    made.open()
    return made


def asked(screen: PretendedScreen) -> str:
    assert isinstance(screen.page, Asking)
    return screen.page.question.key


def asks(shop: PretendedShop, *questions: Question, **more: bool) -> None:
    shop.asked = survey(*questions, **more)


def test_it_settles_what_was_left_open_and_rests(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    assert shop.settled == 1
    assert screen.page == Attract()


def test_a_touch_asks_the_first_question_and_writes_nothing(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    assert asked(screen) == "visit"
    assert shop.written == []


def test_a_face_is_written_at_once_and_the_next_question_comes(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(4)
    assert [one[:4] for one in shop.told("reply")] == [("reply", 1, "visit", 4)]
    assert asked(screen) == "friend"


def test_where_reasons_are_asked_a_figure_stays_to_be_seen_with_them(
    screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(5)
    counter.score(9)
    page = screen.page
    assert isinstance(page, Asking)
    assert page.mood is Mood.HIGH
    assert next(iter(page.reasons)) == "bread"
    assert page.reply is not None
    assert page.reply.score == 9


@pytest.mark.parametrize(
    ("figure", "mood"), [(0, Mood.LOW), (6, Mood.LOW), (7, Mood.MIDDLE), (10, Mood.HIGH)]
)
def test_the_reasons_follow_the_figure(
    screen: PretendedScreen, counter: Counter, figure: int, mood: Mood
) -> None:
    counter.touch()
    counter.score(5)
    counter.score(figure)
    assert isinstance(screen.page, Asking)
    assert screen.page.mood is mood


def test_a_reason_is_written_when_it_is_touched_and_taken_back_by_a_second_touch(
    shop: PretendedShop, counter: Counter
) -> None:
    counter.touch()
    counter.score(5)
    counter.score(9)
    counter.give_reason("bread")
    counter.give_reason("staff")
    counter.give_reason("bread")
    themes = [one[3] for one in shop.told("say")]
    assert themes == [("bread",), ("bread", "staff"), ("staff",)]


def test_what_was_best_is_not_what_went_wrong(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(5)
    counter.score(9)
    counter.give_reason("bread")
    counter.score(2)
    assert isinstance(screen.page, Asking)
    assert screen.page.why == ()
    assert shop.told("say")[-1][3] == ()


def test_another_figure_takes_the_place_of_the_first_in_the_same_answer(
    shop: PretendedShop, counter: Counter
) -> None:
    counter.touch()
    counter.score(2)
    counter.back()
    counter.score(5)
    assert len(shop.told("begin")) == 1
    assert [one[3] for one in shop.told("reply")] == [2, 5]


def test_a_skip_is_written_as_a_skip(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(4)
    counter.skip()
    assert shop.told("reply")[-1][2:4] == ("friend", ())
    assert isinstance(screen.page, Saying)


def test_of_several_any_may_be_chosen(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    asks(shop, VISIT, TOOK)
    counter.touch()
    counter.score(4)
    for option in ("bread", "cake", "bread"):
        counter.choose(option)
    assert asked(screen) == "took"
    assert [one[3] for one in shop.told("reply")[1:]] == [("bread",), ("bread", "cake"), ("cake",)]
    counter.done()
    assert isinstance(screen.page, Saying)


def test_a_question_for_the_unhappy_is_skipped_by_the_happy(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    asks(shop, VISIT, WHY_BAD, FRIEND)
    counter.touch()
    counter.score(5)
    assert asked(screen) == "friend"
    counter.back()
    counter.score(1)
    assert asked(screen) == "why"


def test_who_becomes_happy_again_has_said_nothing_to_a_question_for_the_unhappy(
    shop: PretendedShop, counter: Counter
) -> None:
    asks(shop, VISIT, WHY_BAD, FRIEND)
    counter.touch()
    counter.score(1)
    counter.write("It was cold")
    counter.done()
    counter.back()
    counter.back()
    counter.score(5)
    assert shop.told("reply")[-1][2:4] == ("why", ())


def test_a_comment_is_written_when_she_is_done_and_ends_the_answer(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(5)
    counter.skip()
    counter.write(" very kind ")
    assert shop.told("say") == []
    counter.done()
    assert shop.told("say")[-1][2] == "very kind"
    assert shop.told("finish") == [("finish", 1)]
    assert isinstance(screen.page, Thanking)


def test_a_survey_without_words_ends_with_its_last_question(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    asks(shop, VISIT, comment=False, call=False)
    counter.touch()
    counter.score(5)
    assert isinstance(screen.page, Thanking)


def test_a_survey_that_asks_for_no_word_but_offers_a_call_can_be_ended_without(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    asks(shop, VISIT, comment=False, call=True)
    counter.touch()
    counter.score(1)
    assert isinstance(screen.page, Calling)
    assert screen.page.can_skip
    counter.skip()
    assert isinstance(screen.page, Thanking)


def test_nobody_is_called_who_did_not_agree(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(1)
    counter.skip()
    counter.ask_call()
    counter.agree("603 118 274", agreed=False)
    counter.want_call("I agree")
    assert isinstance(screen.page, Calling)
    assert shop.told("say", "agree") == []


def test_who_agreed_is_called_and_her_words_of_consent_are_kept_when_she_is_known(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.take_card("4711")
    counter.score(1)
    counter.skip()
    counter.ask_call()
    counter.agree("603 118 274", agreed=True)
    counter.want_call("Souhlasím")
    assert shop.told("say")[-1][4]
    assert shop.told("agree") == [("agree", 7, "Souhlasím")]
    assert isinstance(screen.page, Saying)
    assert screen.page.wants_call


def test_start_over_keeps_the_answer_but_does_not_count_it(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(3)
    counter.start_over()
    assert shop.told("drop") == [("drop", 1)]
    assert screen.page == Attract()


def test_who_goes_away_leaves_what_she_said(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.score(3)
    counter.leave()
    assert shop.told("leave") == [("leave", 1)]
    assert not counter.is_somebody_there


def test_who_goes_away_without_a_word_leaves_nothing(shop: PretendedShop, counter: Counter) -> None:
    counter.touch()
    counter.leave()
    assert shop.written == []


def test_the_next_person_begins_in_the_language_of_the_shop(
    screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.speak("he")
    assert screen.languages[-1] == "he"
    counter.leave()
    counter.touch()
    assert screen.languages[-1] == "en"
    assert isinstance(screen.page, Asking)
    assert screen.page.reply is None


def test_a_card_greets_by_first_name_in_the_language_of_her_book(
    screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.ask_card()
    assert screen.page == ShowingCard()
    counter.take_card("4711")
    assert isinstance(screen.page, Asking)
    assert screen.page.way.hello == "Jana"
    assert screen.page.way.is_named
    assert screen.languages[-1] == "cs"


def test_who_showed_her_card_was_asked_whether_she_answers_or_not(
    shop: PretendedShop, counter: Counter
) -> None:
    counter.touch()
    counter.take_card("4711")
    counter.leave()
    assert shop.written == [("asks", 7, STANDARD)]


def test_who_chose_a_language_keeps_it(screen: PretendedScreen, counter: Counter) -> None:
    counter.touch()
    counter.speak("da")
    counter.take_card("4711")
    assert screen.languages[-1] == "da"


def test_a_number_that_nobody_has_may_be_tried_again_but_not_for_ever(
    screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.ask_card()
    for number in range(UNKNOWN_CARDS - 1):
        counter.take_card(f"99{number}")
        assert screen.page == ShowingCard(unknown=True)
    counter.take_card("999")
    assert asked(screen) == "visit"


def test_one_may_answer_without_ones_name_after_all(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    counter.touch()
    counter.take_card("4711")
    counter.stay_unknown()
    counter.score(5)
    assert shop.told("begin")[0][3] is None


def test_a_card_is_not_taken_once_something_was_answered(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    """What was promised to be without a name stays so."""
    counter.touch()
    counter.score(5)
    counter.scan("4711")
    counter.back()
    assert isinstance(screen.page, Asking)
    assert not screen.page.can_show_card
    assert not screen.page.way.is_named


def test_a_scan_at_rest_greets_and_rubbish_does_nothing(
    screen: PretendedScreen, counter: Counter
) -> None:
    counter.scan("4006381333931")
    assert screen.page == Attract()
    counter.scan("4711")
    assert isinstance(screen.page, Asking)
    assert screen.page.way.hello == "Jana"


def test_while_the_shop_is_closed_nobody_is_asked(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    shop.hours = "mo-fr 12:00-18:00"
    counter.look()
    assert isinstance(screen.page, Asleep)
    assert not screen.page.told
    counter.touch()
    assert isinstance(screen.page, Asleep)
    assert screen.page.told
    counter.scan("4711")
    assert not counter.is_somebody_there


def test_hours_that_cannot_be_read_keep_nobody_out(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    shop.hours = "when I am here"
    counter.look()
    assert screen.page == Attract()


def test_what_stands_on_a_sheet_is_kept_when_she_goes(
    shop: PretendedShop, counter: Counter
) -> None:
    wish = Question(key="wish", scale=Scale.TEXT, texts={"en": "What is missing?"})
    asks(shop, VISIT, wish)
    counter.touch()
    counter.score(4)
    counter.write("Rye")
    counter.leave()
    assert [one[2] for one in shop.told("reply")] == ["visit", "wish"]


def test_where_no_survey_is_on_a_touch_does_nothing(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    shop.asked = None
    counter.touch()
    assert screen.page == Attract()


def test_thanks_say_points_and_how_others_answered_and_offer_reviews_to_everybody(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    shop.gift, shop.shows_results, shop.review = Gift(points=5, balance=120), True, "https://a.b"
    reviews = []
    for face in range(1, 6):
        counter.touch()
        counter.score(face)
        counter.skip()
        counter.skip()
        assert isinstance(screen.page, Thanking)
        assert (screen.page.points, screen.page.balance) == (5, 120)
        assert screen.page.results is not None
        reviews.append(screen.page.review)
        counter.rest()
    assert reviews == ["https://a.b"] * 5


FULL = sqlite3.OperationalError("database or disk is full")


AWAY = ShopUnreachable(path="here", why="no_folder")


@pytest.mark.parametrize("why", [Busy(path="here"), FULL, AWAY])
def test_what_cannot_be_written_is_written_later_and_nobody_at_the_counter_hears_of_it(
    shop: PretendedShop,
    screen: PretendedScreen,
    counter: Counter,
    why: ShopError | sqlite3.Error,
) -> None:
    shop.broken = why
    counter.touch()
    counter.score(5)
    counter.score(9)
    counter.give_reason("bread")
    counter.done()
    counter.skip()
    assert isinstance(screen.page, Thanking)
    assert counter.is_writing
    first = shop.moment().at
    counter.rest()
    shop.broken = None
    shop.passes(minutes=3)
    counter.look()
    assert not counter.is_writing
    assert [one[0] for one in shop.written] == ["begin", "reply", "reply", "say", "finish"]
    assert {one[-1] for one in shop.told("begin", "reply")} == {first}


def test_no_coupon_is_given_to_somebody_who_has_gone_but_points_are(
    shop: PretendedShop, counter: Counter
) -> None:
    for card in ("", "4711"):
        shop.broken = FULL
        counter.touch()
        if card:
            counter.take_card(card)
        counter.score(5)
        counter.skip()
        counter.skip()
        counter.rest()
        shop.broken = None
        counter.look()
    assert shop.told("thank") == [("thank", 2)]


def test_an_answer_that_is_refused_keeps_none_of_the_next_from_being_written(
    shop: PretendedShop, counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    shop.broken = NotAWord(field="theme", value="x")
    counter.touch()
    with caplog.at_level(logging.WARNING):
        counter.score(5)
    shop.broken = None
    counter.leave()
    counter.touch()
    counter.score(4)
    assert [one[3] for one in shop.told("reply")] == [4]
    assert "refused: NotAWord" in caplog.text


def test_the_page_at_the_end_asks_as_the_answer_was(
    screen: PretendedScreen, counter: Counter
) -> None:
    for face, mood in ((1, Mood.LOW), (3, Mood.MIDDLE), (5, Mood.HIGH)):
        counter.touch()
        counter.score(face)
        counter.skip()
        assert isinstance(screen.page, Saying)
        assert screen.page.mood is mood
        counter.leave()


class Safe:
    """Keeps a PIN and its tries."""

    def __init__(self, shop: PretendedShop) -> None:
        self.now = shop.now
        self.kept, self.told = hashed("2468"), ""

    def pin(self) -> str:
        return self.kept

    def keep_pin(self, kept: str) -> None:
        self.kept = kept

    def tries(self) -> str:
        return self.told

    def keep_tries(self, text: str) -> None:
        self.told = text


def test_after_five_wrong_pins_even_the_right_one_waits(shop: PretendedShop) -> None:
    lock = Lock(Safe(shop))
    assert [lock.enter("1111") for _ in range(5)] == [Answered.WRONG] * 4 + [Answered.WAIT]
    assert lock.enter("2468") is Answered.WAIT
    shop.passes(seconds=30)
    assert lock.enter("2468") is Answered.OPEN
    assert lock.enter("1111") is Answered.WRONG


def test_every_question_type_can_be_walked_through_and_back(
    shop: PretendedShop, screen: PretendedScreen, counter: Counter
) -> None:
    easy = Question(key="easy", scale=Scale.EFFORT, texts={"en": "How easy was it?"})
    ten = Question(key="ten", scale=Scale.TEN, texts={"en": "How fresh was it?"})
    wish = Question(key="wish", scale=Scale.TEXT, texts={"en": "What is missing?"})
    asks(shop, VISIT, easy, ten, TOOK, wish, FRIEND)
    counter.touch()
    for act in (
        lambda: counter.score(5),
        lambda: counter.score(7),
        lambda: counter.score(10),
        lambda: counter.choose("cake"),
        counter.done,
        lambda: counter.write("Rye"),
        counter.done,
    ):
        act()
    assert asked(screen) == "friend"
    for key in ("wish", "took", "ten", "easy", "visit"):
        counter.back()
        assert asked(screen) == key
    assert isinstance(shop.asked, Survey)
    assert len(shop.told("begin")) == 1
