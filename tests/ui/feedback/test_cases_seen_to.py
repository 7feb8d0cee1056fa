"""Cases: who waits is seen, answered, made up with, settled, and all of it can be taken back."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.voice.bank import STANDARD
from app.voice.case import Stage
from tests.app.voice.answering import give
from tests.shop import ScenarioShop
from tests.ui.feedback.acts import press, sees, sees_row, texts, type_in
from ui.desk import Desk
from ui.feedback.view import FeedbackScreen


def case_of(shop: ScenarioShop, **answer):
    anna = shop.customer("Anna", "Nová")
    give(shop, csat=1, comment="Cold coffee.", customer=anna.id, **answer)
    (case,) = shop.voice.cases.to_do(shop.today())
    return case


def opened(qtbot: QtBot, desk: Desk, feedback: FeedbackScreen, case: int) -> None:
    desk.open_case(case)
    qtbot.waitUntil(feedback.cases.pane.isVisible)


def stage(shop: ScenarioShop, case: int) -> Stage:
    return shop.voice.cases.get(case, shop.today()).stage


def test_an_unhappy_answer_is_a_case_with_her_words_and_its_day(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop, days_ago=5)
    opened(qtbot, desk, feedback, case.id)
    sees_row(qtbot, feedback, "Anna Nová, 1 of 5, “Cold coffee.”, 3 days late")
    assert "“Cold coffee.”" in texts(feedback.cases.pane)
    press(qtbot, feedback, "case.who")
    assert desk.window.stack.made("customers").sent == (case.customer,)


def test_the_sidebar_tells_how_many_wait(qtbot: QtBot, shop: ScenarioShop, desk: Desk):
    case_of(shop)
    button = desk.window.sidebar._entries["feedback"]
    qtbot.waitUntil(lambda: button.accessibleDescription() == "1")


def test_she_is_answered_and_the_case_is_settled(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop).id
    opened(qtbot, desk, feedback, case)
    press(qtbot, feedback, "case.answer")
    type_in(qtbot, feedback, "ask.how", "Called her, she was kind.")
    press(qtbot, feedback, "ask.verb")
    assert stage(shop, case) is Stage.WAITING
    sees(qtbot, feedback.cases.pane, "Called her, she was kind.")
    press(qtbot, feedback, "case.close")
    type_in(qtbot, feedback, "ask.outcome", "All is well")
    press(qtbot, feedback, "ask.verb")
    assert stage(shop, case) is Stage.CLOSED
    desk.undo_last()
    assert stage(shop, case) is Stage.WAITING
    desk.undo_last()
    assert stage(shop, case) is Stage.OPEN


def test_the_next_step_has_a_day_and_somebody(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop).id
    opened(qtbot, desk, feedback, case)
    press(qtbot, feedback, "case.plan")
    type_in(qtbot, feedback, "ask.next_step", "Call again")
    type_in(qtbot, feedback, "ask.due", "never")
    press(qtbot, feedback, "ask.verb")
    due = feedback.cases.pane.asks.fields["due"].control
    assert "a day, such as" in due.accessibleDescription()
    type_in(qtbot, feedback, "ask.due", "1. 12. 2026")
    press(qtbot, feedback, "ask.verb")
    planned = shop.voice.cases.get(case, shop.today())
    assert (planned.next_step, planned.due) == ("Call again", date(2026, 12, 1))
    press(qtbot, feedback, "case.assign")
    type_in(qtbot, feedback, "ask.owner", "Petr")
    press(qtbot, feedback, "ask.verb")
    assert shop.voice.cases.get(case, shop.today()).owner == "Petr"


def test_a_coupon_makes_up_for_it_and_an_apology_is_written(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop)
    opened(qtbot, desk, feedback, case.id)
    press(qtbot, feedback, "case.coupon")
    type_in(qtbot, feedback, "ask.kind", "item")
    press(qtbot, feedback, "ask.verb")
    item = feedback.cases.pane.asks.fields["item"].control
    assert item.accessibleDescription() == "Please say what is free."
    type_in(qtbot, feedback, "ask.item", "coffee")
    press(qtbot, feedback, "ask.verb")
    assert stage(shop, case.id) is Stage.WAITING
    (code,) = shop.book.column("SELECT code FROM coupons")
    qtbot.waitUntil(
        lambda: code.replace("-", "") in "".join(texts(feedback.cases.pane)).replace("-", "")
    )
    press(qtbot, feedback, "case.card")
    assert desk.window.stack.made("cards").sent == ([case.customer], "apology", {})


def test_a_case_is_told_by_word_of_mouth(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    shop.customer("Anna", "Nová")
    press(qtbot, feedback, "part.cases")
    press(qtbot, feedback, "case.new")
    press(qtbot, feedback, "ask.verb")
    type_in(qtbot, feedback, "ask.said", "The door is too heavy.")
    type_in(qtbot, feedback, "ask.who", "Anna")
    press(qtbot, feedback, "ask.verb")
    sees_row(qtbot, feedback, "Anna Nová, “The door is too heavy.”")
    (case,) = shop.voice.cases.to_do(shop.today())
    assert case.why == "told"
    desk.undo_last()
    assert shop.voice.cases.to_do(shop.today()) == []


def test_a_case_is_answered_by_keyboard_alone(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop).id
    press(qtbot, feedback, "part.cases")
    sees_row(qtbot, feedback, "Anna Nová")
    tab_to(qtbot, f"case.{case}")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_shown(feedback, "case.answer"))
    tab_to(qtbot, "case.answer")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    qtbot.keyClicks(QApplication.focusWidget(), "Called her")
    qtbot.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert stage(shop, case) is Stage.WAITING
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stage(shop, case) is Stage.OPEN)


def test_every_stop_of_a_survey_is_reached_and_left_again(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    press(qtbot, feedback, "part.surveys")
    press(qtbot, feedback, f"survey.{STANDARD}")
    for name in ("question.0.edit", "survey.add", "ask.every", "ask.call", "survey.save"):
        tab_to(qtbot, name)
    tab_to(qtbot, "survey.name")


def is_shown(feedback: FeedbackScreen, name: str) -> bool:
    return any(one.isVisible() for one in feedback.findChildren(QWidget, name))


def tab_to(qtbot: QtBot, name: str) -> None:
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget().objectName() == name:
            return
    raise AssertionError(name)


def test_what_is_being_typed_stays_when_somebody_else_changes_the_case(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    case = case_of(shop).id
    opened(qtbot, desk, feedback, case)
    press(qtbot, feedback, "case.note")
    type_in(qtbot, feedback, "ask.text", "Half a sen")
    shop.voice.cases.assign(case, "Petr")
    sees_row(qtbot, feedback, "Anna Nová")
    qtbot.waitUntil(lambda: feedback.cases.cases.read.one.case.owner == "Petr")
    qtbot.keyClicks(QApplication.focusWidget(), "tence")
    assert feedback.cases.pane.asks.texts["text"] == "Half a sentence"
