"""What people say: found, tagged, taken out, and led on to who said it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.app.voice.answering import give
from tests.shop import ScenarioShop
from tests.ui.feedback.acts import press, sees, texts, type_in
from ui.desk import Desk
from ui.feedback.view import FeedbackScreen


def test_comments_are_found_by_word_and_mood(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    give(shop, csat=1, comment="Studená káva.")
    give(shop, csat=5, comment="Skvělá káva.")
    give(shop, csat=5, comment="Čerstvé rohlíky.", days_ago=3)
    press(qtbot, feedback, "part.comments")
    sees(qtbot, feedback, "Čerstvé rohlíky.")
    type_in(qtbot, feedback, "comments.search", "kava")
    qtbot.waitUntil(lambda: "Čerstvé rohlíky." not in texts(feedback))
    press(qtbot, feedback, "mood.low")
    qtbot.waitUntil(lambda: "Skvělá káva." not in texts(feedback))
    sees(qtbot, feedback, "Studená káva.")


def test_a_theme_is_put_on_and_taken_off_by_one_press_each(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    answer = give(shop, csat=1, comment="Slow.", themes=["speed"])
    press(qtbot, feedback, "part.comments")
    press(qtbot, feedback, f"remark.{answer}.speed")
    qtbot.waitUntil(lambda: shop.voice.answers.get(answer).themes == ())
    desk.undo_last()
    assert shop.voice.answers.get(answer).themes == ("speed",)


def test_rubbish_is_taken_out_and_comes_back(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    answer = give(shop, csat=1, comment="asdfgh")
    press(qtbot, feedback, "part.comments")
    press(qtbot, feedback, f"remark.{answer}.out")
    sees(qtbot, feedback, "No comments in this time.")
    qtbot.keyClicks(feedback.comments.search, "coffee")
    sees(qtbot, feedback, "No comment is like that.")
    feedback.comments.search.selectAll()
    qtbot.keyClick(feedback.comments.search, Qt.Key.Key_Backspace)
    desk.undo_last()
    sees(qtbot, feedback, "asdfgh")


def test_who_said_it_is_a_press_away(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    anna = shop.customer("Anna", "Nová")
    answer = give(shop, csat=5, comment="Lovely.", customer=anna.id)
    press(qtbot, feedback, "part.comments")
    press(qtbot, feedback, f"remark.{answer}.who")
    assert desk.window.stack.made("customers").sent == (anna.id,)


def test_twenty_are_shown_until_more_are_asked_for(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    for n in range(23):
        give(shop, csat=5, comment=f"Word {n}", days_ago=n)
    press(qtbot, feedback, "part.comments")
    press(qtbot, feedback, "comments.more")
    sees(qtbot, feedback, "Word 22")
