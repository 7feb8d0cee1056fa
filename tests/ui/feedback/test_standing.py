"""How the shop stands: honest figures, their trend and what they are made of."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.app.voice.answering import give
from tests.reports import reading
from tests.shop import ScenarioShop
from tests.ui.feedback.acts import press, rows, sees, sees_row, texts, type_in
from ui.desk import Desk
from ui.feedback.figures import ScoreFigure
from ui.feedback.view import FeedbackScreen


def figure(screen: FeedbackScreen, key: str) -> ScoreFigure:
    return next(one for one in screen.findChildren(ScoreFigure, f"score.{key}") if one.isVisible())


def shown(qtbot: QtBot, screen: FeedbackScreen, key: str, said: str) -> None:
    def is_said() -> bool:
        found = screen.findChildren(ScoreFigure, f"score.{key}")
        return any(one.isVisible() and said in one.accessibleName() for one in found)

    qtbot.waitUntil(is_said)


def test_without_answers_it_says_what_to_do_next_and_never_nought(
    qtbot: QtBot, feedback: FeedbackScreen
):
    sees(qtbot, feedback, "No answers yet")
    assert not [one for one in texts(feedback) if one in {"0", "0%"}]
    press(qtbot, feedback, "nothing.write")
    sees(qtbot, feedback, "What was said")


def test_a_score_is_shown_with_its_number_and_how_sure_it_is(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    for nps in (10, 7, 3, 9) * 5:
        give(shop, nps=nps)
    give(shop, nps=None)
    shown(qtbot, feedback, "nps", "Recommending (NPS): +25, 20 answers, 1 skipped, 95% sure: ")
    assert not figure(feedback, "nps").shown.is_grey
    assert figure(feedback, "csat").accessibleName() == "Satisfied: No answers yet"


def test_few_answers_are_grey_and_too_few_to_tell_is_said(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    give(shop, csat=5)
    give(shop, csat=2, days_ago=40)
    shown(qtbot, feedback, "csat", "100%, 1 answer")
    assert figure(feedback, "csat").shown.is_grey
    assert "Before: 0%. Too few to tell whether it changed." in figure(feedback, "csat").shown.lines


def test_a_true_change_is_told(qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen):
    for _ in range(40):
        give(shop, csat=5)
        give(shop, csat=1, days_ago=40)
    shown(qtbot, feedback, "csat", "Before: 0%. Better now.")


def test_the_owner_chooses_the_time(qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen):
    give(shop, csat=5)
    give(shop, csat=2, days_ago=200)
    shown(qtbot, feedback, "csat", "1 answer")
    feedback.period.choose("ever")
    feedback.period.activated.emit(feedback.period.currentIndex())
    shown(qtbot, feedback, "csat", "2 answers")
    feedback.period.choose("own")
    feedback.period.activated.emit(feedback.period.currentIndex())
    type_in(qtbot, feedback, "period.first", "1. 1. 2026")
    type_in(qtbot, feedback, "period.last", "mud")
    field = feedback.days.fields["last"].control
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "a day, such as" in field.accessibleDescription()
    type_in(qtbot, feedback, "period.last", "30. 6. 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    shown(qtbot, feedback, "csat", "0%, 1 answer")


def test_the_chart_is_read_by_keyboard_and_leaves_empty_months_open(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    give(shop, csat=5)
    give(shop, csat=4, days_ago=70)
    give(shop, csat=4, days_ago=200)
    chart = feedback.overview.chart
    qtbot.waitUntil(
        lambda: chart.accessibleDescription().startswith("November 2026: 100%, 1 answer")
    )
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "October 2026: nobody answered"
    feedback.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription().startswith("September 2026: 100%")
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.said.startswith("November 2026")


def test_a_young_shop_sees_its_weeks(qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen):
    give(shop, csat=5, days_ago=10)
    chart = feedback.overview.chart
    qtbot.waitUntil(lambda: chart.accessibleName() == "Satisfied, week by week")
    assert chart.accessibleDescription().startswith("Week from 9 Nov: 100%, 1 answer")


def test_a_score_is_broken_down_and_a_theme_leads_to_its_comments(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    give(shop, csat=1, themes=["speed"], comment="Slow.")
    give(shop, csat=5, themes=["staff"], comment="Friendly.", channel="phone")
    sees_row(qtbot, feedback, "Speed: 0%, 1 answer, Few answers yet")
    press(qtbot, feedback, "by.channel")
    sees_row(qtbot, feedback, "By phone: 100%, 1 answer")
    press(qtbot, feedback, "by.shift")
    sees_row(qtbot, feedback, "Before 12:00: 50%, 2 answers")
    press(qtbot, feedback, "by.theme")
    sees_row(qtbot, feedback, "Speed: 0%")
    (row,) = (one for one in feedback.overview.bars.children() if _says(one, "Speed"))
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    sees(qtbot, feedback, "Slow.")
    qtbot.waitUntil(lambda: "Friendly." not in texts(feedback))


def _says(part, said) -> bool:
    return hasattr(part, "accessibleName") and part.accessibleName().startswith(said)


def test_customers_are_told_apart_by_their_lists(
    qtbot: QtBot, shop: ScenarioShop, feedback: FeedbackScreen
):
    give(shop, csat=5, customer=shop.customer("Anna", "Nová", member_since="2026-11-20").id)
    press(qtbot, feedback, "by.list")
    sees_row(qtbot, feedback, "New: 100%, 1 answer")


def test_an_answer_typed_in_counts_and_is_undone(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, feedback: FeedbackScreen
):
    anna = shop.customer("Anna", "Nová")
    press(qtbot, feedback, "nothing.write")
    type_in(qtbot, feedback, "answer.channel", "letter")
    press(qtbot, feedback, "answer.csat.2")
    type_in(qtbot, feedback, "answer.comment", "Cold coffee.")
    press(qtbot, feedback, "answer.theme.quality")
    type_in(qtbot, feedback, "answer.who", "Anna")
    type_in(qtbot, feedback, "answer.day", "20. 11. 2026")
    press(qtbot, feedback, "answer.save")
    (answer,) = shop.book.column("SELECT id FROM answers")
    given = shop.voice.answers.get(answer)
    assert (given.channel, given.customer, given.day.day) == ("letter", anna.id, 20)
    assert (given.comment, given.themes) == ("Cold coffee.", ("quality",))
    qtbot.waitUntil(lambda: desk.window.notice.words == "Answer written down")
    desk.undo_last()
    assert shop.voice.answers.get(answer).counts is False


def test_a_form_says_what_is_wrong_where_it_is_wrong(qtbot: QtBot, feedback: FeedbackScreen):
    press(qtbot, feedback, "nothing.write")
    form = feedback._stack.currentWidget()  # the form that is shown
    press(qtbot, feedback, "answer.save")
    assert form.comment.control.lines.accessibleName() == "What was said"
    assert "needs at least a figure" in form.comment._below.text()
    type_in(qtbot, feedback, "answer.comment", "Fine.")
    type_in(qtbot, feedback, "answer.day", "1. 12. 2026")
    press(qtbot, feedback, "answer.save")
    assert form.day.control.accessibleDescription() == "This day is still to come."
    press(qtbot, feedback, "feedback.back")
    assert rows(feedback) == []


def test_a_file_of_answers_is_read_and_taken_back_whole(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, tmp_path: Path
):
    file = tmp_path / "answers.csv"
    file.write_text("date;csat;comment\n2026-11-20;5;Lovely\n2026-11-21;9;Odd\n", "utf-8")
    made = FeedbackScreen(desk, lambda _parent, _words, chosen: chosen(file))
    qtbot.addWidget(made)
    made.show()
    made.visited()
    press(qtbot, made, "nothing.read")
    qtbot.waitUntil(lambda: "2 answers read. To look at, rows 3" in desk.window.notice.words)
    shown(qtbot, made, "csat", "100%, 1 answer")
    desk.undo_last()
    sees(qtbot, made, "No answers yet")


def test_a_list_that_is_none_is_refused_in_words(qtbot: QtBot, desk: Desk, tmp_path: Path):
    file = tmp_path / "answers.xlsx"
    file.write_bytes(b"no spreadsheet")
    made = FeedbackScreen(desk, lambda _parent, _words, chosen: chosen(file))
    qtbot.addWidget(made)
    made.take_in()
    qtbot.waitUntil(lambda: bool(desk.window.notice.words))
    assert shop_is_empty(desk)


def shop_is_empty(desk: Desk) -> bool:
    return not desk.shop.book.column("SELECT id FROM answers")


@pytest.fixture
def saving(qtbot: QtBot, desk: Desk, tmp_path: Path) -> FeedbackScreen:
    """Whatever is saved becomes the same file."""
    made = FeedbackScreen(desk, ask_where=lambda *_: tmp_path / "paper.pdf")
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.visited()
    return made


def chosen(qtbot: QtBot, screen: FeedbackScreen, said: str) -> None:
    press(qtbot, screen, "feedback.more")
    (menu,) = screen.findChildren(QMenu, "feedback.menu")
    next(act for act in menu.actions() if act.text() == said).trigger()
    menu.close()


def test_slips_are_printed_for_a_busy_day(
    qtbot: QtBot, desk: Desk, saving: FeedbackScreen, tmp_path: Path
):
    chosen(qtbot, saving, "Print slips to tick")
    qtbot.waitUntil(lambda: desk.window.notice.words == "Saved as paper.pdf", timeout=20_000)
    assert reading.pages((tmp_path / "paper.pdf").read_bytes()) == 10


def test_a_poster_refuses_to_boast_of_few_answers(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, saving: FeedbackScreen, tmp_path: Path
):
    give(shop, csat=5)
    chosen(qtbot, saving, "A poster for the wall")
    qtbot.waitUntil(lambda: bool(desk.window.notice.words), timeout=20_000)
    assert not (tmp_path / "paper.pdf").exists()


def test_slips_are_typed_in_and_left_again(qtbot: QtBot, saving: FeedbackScreen):
    chosen(qtbot, saving, "Type in slips")
    sees(qtbot, saving, "Day of these slips")
    qtbot.keyClick(saving._stack.currentWidget(), Qt.Key.Key_Escape)
    sees(qtbot, saving, "No answers yet")
