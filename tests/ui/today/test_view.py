"""Today as one sees and presses it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.thanks.occasions import birthdays
from resources.words import LANGUAGES, words_in
from tests.app.voice.answering import give
from tests.shop import SUNDAY, ScenarioShop
from ui.desk import Desk
from ui.feedback.case_row import CaseRow
from ui.shared.fonts import font, width
from ui.shared.table import Table
from ui.shell.places import Place
from ui.shell.window import Window
from ui.today.card_panel import CLOSE
from ui.today.days import day_said
from ui.today.lines import AFTER_CHIP_CLOSE, PersonLine
from ui.today.page import turning_said
from ui.today.ribbon import MIDDLE, DayColumn
from ui.today.view import TodayScreen, make_today

LEFT = Qt.MouseButton.LeftButton


class Elsewhere(QWidget):
    """Stands for Customers and Cards."""

    def __init__(self) -> None:
        super().__init__()
        self.customer = 0
        self.people: list[int] = []

    def show_customer(self, customer: int) -> None:
        self.customer = customer

    def choose_list(self, name: str) -> None:
        self.listed = name

    def choose_people(self, ids: Sequence[int], letter: str = "", _facts: object = None) -> None:
        self.people, self.letter = list(ids), letter


@pytest.fixture
def desk(qtbot: QtBot, shop: ScenarioShop) -> Iterator[Desk]:
    places = [
        Place("today", "Today", "white-balance-sunny", lambda: make_today(made)),
        Place("customers", "Customers", "account-group-outline", Elsewhere),
        Place("cards", "Cards", "email-edit-outline", Elsewhere),
    ]
    window = Window(words_in("en"), places)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made = Desk(shop, words_in("en"), window)
    yield made
    made.leave()


@pytest.fixture
def week(shop: ScenarioShop) -> list[int]:
    """Three people: alone tomorrow, and two on one day."""
    people = (("Olga", "Benešová", 1), ("Vít", "Kučera", 3), ("Marek", "Šimek", 3))
    return [shop.customer(first, last, birthday=str(born(days))).id for first, last, days in people]


def born(days: int) -> date:
    return (SUNDAY + timedelta(days=days)).replace(year=1986)


def opened(qtbot: QtBot, desk: Desk) -> TodayScreen:
    screen = desk.window.go("today")
    assert isinstance(screen, TodayScreen)
    qtbot.waitUntil(lambda: len(screen.findChildren(DayColumn)) == 7)
    qtbot.waitUntil(lambda: bool(screen.page.panel.sheet.accessibleDescription()))
    return screen


def elsewhere(desk: Desk, key: str) -> Elsewhere:
    made = desk.window.stack.made(key)
    assert isinstance(made, Elsewhere)
    return made


def test_a_day_with_one_person_leads_to_her(qtbot: QtBot, desk: Desk, week: list[int]) -> None:
    columns = opened(qtbot, desk).findChildren(DayColumn)
    qtbot.mouseClick(columns[1], LEFT)
    assert elsewhere(desk, "customers").customer == week[0]


def test_three_faces_of_one_day_stay_within_it_in_a_small_window(
    qtbot: QtBot, desk: Desk, shop: ScenarioShop
) -> None:
    for name in ("Olga", "Vít", "Marek"):
        shop.customer(name, birthday=str(born(3)))
    day = opened(qtbot, desk).findChildren(DayColumn)[3]
    day.setFixedWidth(72)
    row = day.grab().toImage()
    ground = row.pixelColor(1, 20)
    assert [row.pixelColor(x, int(MIDDLE)) for x in (0, 2, 69, 71)] == [ground] * 4
    assert row.pixelColor(36, int(MIDDLE)) != ground


def test_a_day_with_several_leads_to_the_list(qtbot: QtBot, desk: Desk, week: list[int]) -> None:
    screen = opened(qtbot, desk)
    qtbot.mouseClick(screen.findChildren(DayColumn)[3], LEFT)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(Table)))


def test_escape_leads_from_the_list_back_to_today(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    screen = opened(qtbot, desk)
    qtbot.mouseClick(screen.page.next_days, LEFT)
    (table,) = screen.findChildren(Table)
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    qtbot.waitUntil(screen.page.isVisible)


def test_an_empty_day_cannot_be_pressed_and_is_read_aloud(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    columns = opened(qtbot, desk).findChildren(DayColumn)
    assert not columns[0].isEnabled()
    assert columns[0].accessibleName() == "Today"
    assert columns[3].accessibleName() == (
        "Wednesday, 2 birthdays, Vít Kučera, Marek Šimek, card to print"
    )


def test_print_on_a_line_leads_to_cards_with_her_chosen(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    lines = opened(qtbot, desk).page.due.findChildren(PersonLine)
    qtbot.mouseClick(lines[1].act, LEFT)
    assert elsewhere(desk, "cards").people == [week[1]]


def test_print_all_leads_to_cards_with_everybody_chosen(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    qtbot.mouseClick(opened(qtbot, desk).page.due.link, LEFT)
    qtbot.waitUntil(lambda: desk.window.stack.made("cards") is not None)
    assert elsewhere(desk, "cards").people == week


def test_the_cards_that_are_not_shown_lead_to_the_list_of_the_next_days(
    qtbot: QtBot, desk: Desk, shop: ScenarioShop
) -> None:
    for name in ("Olga", "Vít", "Marek", "Eva", "Jan", "Adam"):
        shop.customer(name, birthday=str(born(4)))
    screen = opened(qtbot, desk)
    more = screen.page.due.findChild(QPushButton, "more")
    assert more.text() == "and 1 more"
    qtbot.keyClick(more, Qt.Key.Key_Return)
    (table,) = screen.findChildren(Table)
    qtbot.waitUntil(lambda: table.model().rowCount() == 6)


def test_all_who_are_new_are_shown_in_their_list(
    qtbot: QtBot, desk: Desk, shop: ScenarioShop
) -> None:
    for name in ("Olga", "Vít", "Marek", "Eva", "Jan", "Adam"):
        shop.customer(name, member_since="2026-11-20", birthday=str(born(4)))
    qtbot.mouseClick(opened(qtbot, desk).page.newcomers.link, LEFT)
    assert elsewhere(desk, "customers").listed == "new"


def test_a_line_leads_to_the_person_by_keyboard_too(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    line = opened(qtbot, desk).page.due.findChildren(PersonLine)[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert elsewhere(desk, "customers").customer == week[0]


def test_the_next_card_lies_ready_to_be_printed(qtbot: QtBot, desk: Desk, week: list[int]) -> None:
    panel = opened(qtbot, desk).page.panel
    assert "Pekárna U Mlýna" in panel.sheet.accessibleDescription()
    qtbot.mouseClick(panel.print, LEFT)
    assert elsewhere(desk, "cards").people == week[:1]


def test_somebody_new_appears_at_once(
    qtbot: QtBot, desk: Desk, week: list[int], shop: ScenarioShop
) -> None:
    screen = opened(qtbot, desk)
    shop.customer("Lucie", "Dvořáková", birthday=str(born(6)))
    qtbot.waitUntil(lambda: len(screen.page.due.findChildren(PersonLine)) >= 4)


def test_in_a_narrow_window_the_card_lies_under_the_ribbon(
    qtbot: QtBot, desk: Desk, week: list[int]
) -> None:
    page = opened(qtbot, desk).page
    assert page.panel.x() > page.ribbon.geometry().right()
    desk.window.resize(1100, 760)
    qtbot.waitUntil(lambda: page.panel.y() > page.ribbon.geometry().bottom())
    assert page.panel.x() == page.ribbon.x()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_age_is_read_whole_in_a_window_of_1280(
    qtbot: QtBot, desk: Desk, week: list[int], language: str
) -> None:
    screen, words = opened(qtbot, desk), words_in(language)
    desk.window.resize(1280, 800)
    qtbot.waitUntil(lambda: screen.page.panel.width() == CLOSE)
    QApplication.sendPostedEvents()
    room = min(day.width() for day in screen.findChildren(DayColumn)) - 2
    olga = birthdays(desk.shop.book, SUNDAY, back=0, ahead=7)[0]
    ages = (turning_said(replace(olga, turning=age), words) for age in range(1, 120))
    assert [said for said in ages if width(said, font(12)) > room] == []
    line = screen.page.due.findChildren(PersonLine)[0]
    assert line.act is not None
    # The widest chip is as far from the words as any, and the link that prints stands at the end.
    room = line.width() - AFTER_CHIP_CLOSE - line.act.sizeHint().width() - 16
    days = [day_said(SUNDAY + timedelta(days=n), SUNDAY, words) for n in range(7)]
    whens = (words("{day}, turns {age}", day=day, age=88) for day in days)
    assert [said for said in whens if width(said, font(13)) > room] == []


def test_a_card_shown_before_the_window_was_opens_no_window_of_its_own(qapp):
    from types import SimpleNamespace

    from resources.words import words_in
    from ui.today.card_panel import CardPanel

    panel = CardPanel(words_in("en"))
    person = SimpleNamespace(id=1, name="Tereza", uid="1")
    panel.show_card(SimpleNamespace(person=person, detail=""), "")
    assert not [part for part in (panel.sheet, panel.print) if part.isWindow() or part.isVisible()]


class Hears(QWidget):
    """Stands for Feedback."""

    opened = 0

    def open_case(self, case: int) -> None:
        self.opened = case


def test_who_waits_for_an_answer_stands_beside_what_is_to_be_printed(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, week: list[int]
) -> None:
    place = Place("feedback", "Feedback", "message-text-outline", Hears)
    desk.window.stack.places["feedback"] = place
    give(shop, csat=1, comment="Cold coffee.", customer=week[0], days_ago=3)
    screen = opened(qtbot, desk)
    qtbot.waitUntil(lambda: bool(screen.findChildren(CaseRow)))
    (row,) = screen.findChildren(CaseRow)
    printed_last = screen.page.due.findChildren(PersonLine)[-1].act
    assert printed_last is not None
    desk.window.activateWindow()
    printed_last.setFocus()
    qtbot.keyClick(printed_last, Qt.Key.Key_Tab)
    assert row.hasFocus()
    assert row.accessibleName() == "Olga Benešová, 1 of 5, “Cold coffee.”, 1 day late"
    assert row.toolTip() == "Olga Benešová\n“Cold coffee.”"
    qtbot.mouseClick(row, LEFT)
    (case,) = shop.voice.cases.to_do(shop.today())
    assert desk.window.stack.made("feedback").opened == case.id


def test_who_waits_for_an_answer_is_named_whole_beside_how_long(
    qtbot: QtBot, shop: ScenarioShop, desk: Desk, week: list[int]
) -> None:
    who = shop.customer("Michaela", "Nováková-Svobodová").id
    give(shop, csat=1, comment="Cold coffee.", customer=who, days_ago=3)
    screen = opened(qtbot, desk)
    qtbot.waitUntil(lambda: bool(screen.findChildren(CaseRow)))
    (row,) = screen.findChildren(CaseRow)
    row.resize(291, row.height())
    name = QRect(48, 10, int(width("Michaela Nováková-Svobodová", font(14, 500))), 20)
    whole = row.grab(name).toImage()
    row.resize(600, row.height())
    assert row.grab(name).toImage() == whole


def test_nobody_waiting_is_not_told(qtbot: QtBot, desk: Desk, week: list[int]) -> None:
    screen = opened(qtbot, desk)
    assert not screen.findChildren(CaseRow)
