"""What was changed is told back, and what is asked is decided by the owner."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.voice.bank import STANDARD, ready_survey, ready_surveys
from app.voice.questions import Condition
from app.voice.scales import Mood, Scale
from app.voice.survey import Every
from tests.app.voice.answering import give
from tests.shop import ScenarioShop
from tests.ui.feedback.acts import press, sees, sees_row, type_in
from ui.desk import Desk
from ui.feedback.view import FeedbackScreen


def test_who_raised_something_is_written_to(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    anna = shop.customer("Anna", "Nová")
    give(shop, csat=2, themes=["speed"], customer=anna.id)
    press(qtbot, feedback, "hint.speed")
    type_in(qtbot, feedback, "ask.words", "the queue was long")
    press(qtbot, feedback, "ask.verb")
    done = feedback.changes.asks.fields["done"].control
    assert "what was changed" in done.accessibleDescription()
    type_in(qtbot, feedback, "ask.done", "There is a second till now.")
    press(qtbot, feedback, "ask.verb")
    (change,) = shop.voice.improvements.all()
    assert (change.theme, change.language) == ("speed", "cs")
    press(qtbot, feedback, f"change.{change.id}.write")
    facts = {"said": "the queue was long", "changed": "There is a second till now."}
    assert desk.window.stack.made("cards").sent == ([anna.id], "you_said_we_did", facts)


def test_a_change_is_taken_out_and_comes_back(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    press(qtbot, feedback, "part.changes")
    press(qtbot, feedback, "change.new")
    type_in(qtbot, feedback, "ask.words", "too hot")
    type_in(qtbot, feedback, "ask.done", "The heating is off.")
    press(qtbot, feedback, "ask.verb")
    (change,) = shop.voice.improvements.all()
    press(qtbot, feedback, f"change.{change.id}.out")
    assert shop.voice.improvements.all() == []
    desk.undo_last()
    sees(qtbot, feedback, "We did: The heating is off.")


def test_a_survey_is_switched_off_and_on(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    press(qtbot, feedback, "part.surveys")
    press(qtbot, feedback, f"survey.{STANDARD}.on")
    assert shop.voice.surveys.for_counter() is None
    desk.undo_last()
    assert shop.voice.surveys.for_counter() is not None


def test_a_survey_asks_a_question_of_the_owners_own_of_the_unhappy(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    (before,) = shop.voice.surveys.all()
    press(qtbot, feedback, "part.surveys")
    press(qtbot, feedback, f"survey.{STANDARD}")
    form = feedback.surveys.form
    form.write(len(before.questions))
    press(qtbot, feedback, "ask.verb")
    assert form.asks.fields["text.cs"].control.accessibleDescription() == "What shall be asked?"
    type_in(qtbot, feedback, "ask.text.cs", "Co se nepovedlo?")
    type_in(qtbot, feedback, "ask.text.en", "What was wrong?")
    type_in(qtbot, feedback, "ask.scale", "choice")
    press(qtbot, feedback, "ask.verb")
    assert form.asks is not None
    type_in(qtbot, feedback, "ask.options", "Kava")
    form.asks.fields["options"].set_text("Kava\nObsluha")
    type_in(qtbot, feedback, "ask.only", f"low:{before.questions[0].key}")
    press(qtbot, feedback, "ask.verb")
    type_in(qtbot, feedback, "ask.every", "nth")
    type_in(qtbot, feedback, "ask.nth", "3")
    type_in(qtbot, feedback, "ask.thanks", "points")
    type_in(qtbot, feedback, "ask.points", "7")
    press(qtbot, feedback, "survey.save")
    (after,) = shop.voice.surveys.all()
    asked = after.questions[-1]
    assert (asked.scale, asked.texts["en"]) == (Scale.CHOICE, "What was wrong?")
    assert [one.key for one in asked.options] == ["Kava", "Obsluha"]
    assert asked.only == Condition(question=before.questions[0].key, moods=(Mood.LOW,))
    assert (after.asking.every, after.asking.nth, after.thanks.points) == (Every.NTH_VISIT, 3, 7)
    sees_row(qtbot, feedback, "At every 3 visits")
    desk.undo_last()
    assert shop.voice.surveys.all()[0].questions == before.questions


def test_questions_are_put_in_order_and_a_condition_that_makes_no_sense_is_dropped(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    (before,) = shop.voice.surveys.all()
    press(qtbot, feedback, "part.surveys")
    press(qtbot, feedback, f"survey.{STANDARD}")
    press(qtbot, feedback, "question.0.down")
    type_in(qtbot, feedback, "ask.thanks", "coupon")
    type_in(qtbot, feedback, "ask.value", "15")
    press(qtbot, feedback, "survey.save")
    (after,) = shop.voice.surveys.all()
    keys = [one.key for one in before.questions]
    assert [one.key for one in after.questions] == [keys[1], keys[0], *keys[2:]]
    assert all(one.only is None or one.only.question in keys for one in after.questions)
    assert "15" in after.thanks.coupon


def test_a_new_survey_begins_with_a_ready_one_and_needs_a_name(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    press(qtbot, feedback, "part.surveys")
    press(qtbot, feedback, "survey.new")
    (menu,) = feedback.findChildren(QMenu, "survey.ready")
    menu.actions()[1].trigger()
    menu.close()
    type_in(qtbot, feedback, "survey.name", " ")
    press(qtbot, feedback, "survey.save")
    name = feedback.surveys.form.name.control
    assert name.accessibleDescription() == "What is the survey called?"
    type_in(qtbot, feedback, "survey.name", "Christmas")
    press(qtbot, feedback, "survey.save")
    sees_row(qtbot, feedback, "Christmas")
    made = shop.voice.surveys.all()[-1]
    ready = ready_survey(ready_surveys()[1], "cs")
    assert (made.name, made.questions) == ("Christmas", ready.questions)
