"""The Customers screen as a person works it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.demo.filling import fill
from app.people import directory
from app.people.customers import MOST_TOGETHER
from tests.shop import ScenarioShop
from tests.ui.customers.conftest import Elsewhere
from ui.customers import presenter
from ui.customers.fields import FORM
from ui.customers.fitting import FittingRow
from ui.customers.presenter import AT_ONCE
from ui.customers.view import CustomersScreen
from ui.desk import Desk
from ui.shared.notice import REACH
from ui.shared.rows import CHUNK

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def people(shop: ScenarioShop) -> list[int]:
    """Three people, in the order of the list."""
    return [
        shop.customer("Olga", "Benešová", tags=("káva",)).id,
        shop.customer(
            "Tereza",
            "Horáková",
            form_of_address="f",
            birthday="1986-11-26",
            member_since="2021-03-01",
            phones=("+420603118274",),
            emails=("t.horakova@seznam.cz",),
            city="Brno",
            tags=("koláče",),
        ).id,
        shop.customer("Vít", "Kučera", member_since="2020-01-01").id,
    ]


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    button = screen.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, LEFT)


def field(screen: QWidget, name: str) -> QLineEdit:
    found = [one for one in screen.findChildren(QLineEdit, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def choose(qtbot: QtBot, words: str) -> None:
    """Takes `words` from the menu that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    act = next(act for act in menu.actions() if act.text() == words)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(act).center())


def click_row(
    qtbot: QtBot,
    screen: CustomersScreen,
    row: int,
    how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place = screen.table.visualRect(screen.table.rows.index(row, 0)).center()
    qtbot.mouseClick(screen.table.viewport(), LEFT, how, place)


def test_the_list_opens_with_its_first_person_beside_it(
    screen: CustomersScreen, people: list[int]
) -> None:
    assert list(screen.table.rows.ids) == people
    assert screen.table.selected_ids() == people[:1]
    assert screen.pane.top.name.text() == "Olga Benešová"


def test_the_arrows_walk_from_person_to_person(qtbot: QtBot, screen: CustomersScreen) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Down)
    assert screen.pane.top.name.text() == "Tereza Horáková"
    assert screen.pane.reading.contact.birthday.said.text() == "Turns 40 on Thursday"


def test_a_filter_shows_its_people_and_their_number(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    press(qtbot, screen, "filter.birthdays")
    assert list(screen.table.rows.ids) == people[1:2]
    assert screen.pane.top.name.text() == "Tereza Horáková"
    press(qtbot, screen, "filter.birthdays")
    assert list(screen.table.rows.ids) == people[1:2]


def test_a_filter_without_anybody_leads_back_to_everybody(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    press(qtbot, screen, "filter.archived")
    assert screen.side.nobody.isVisible()
    press(qtbot, screen, "everybody")
    assert list(screen.table.rows.ids) == people


def test_a_heads_word_sorts_the_list(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    head = screen.table.horizontalHeader()
    column = [one.key for one in screen.table.rows.columns].index("birthday")
    place = QPoint(head.sectionViewportPosition(column) + 20, 10)
    qtbot.mouseClick(head.viewport(), LEFT, pos=place)
    assert screen.table.rows.ids[0] == people[1]


def test_a_phone_is_changed_where_it_stands(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.show_customer(people[1])
    line = screen.pane.reading.contact.phone
    qtbot.mouseClick(line, LEFT)
    phone = field(line, "phones")
    phone.selectAll()
    qtbot.keyClicks(phone, "777 123 456")
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    assert shop.customers.get(people[1]).phones == ("+420777123456",)
    assert line.field is None
    assert line.accessibleName() == "Phone: 777 123 456"
    column = [one.key for one in screen.table.rows.columns].index("phone")
    assert screen.table.rows.cell(1, column).words == "777 123 456"


def test_escape_leaves_a_field_as_it_was(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.show_customer(people[1])
    line = screen.pane.reading.contact.email
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(field(line, "emails"), "x")
    qtbot.keyClick(field(line, "emails"), Qt.Key.Key_Escape)
    assert line.field is None
    assert shop.customers.get(people[1]).emails == ("t.horakova@seznam.cz",)


def test_what_is_not_understood_is_said_under_the_field(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    screen.show_customer(people[1])
    line = screen.pane.reading.contact.birthday
    qtbot.mouseClick(line, LEFT)
    birthday = field(line, "birthday")
    birthday.clear()
    qtbot.keyClicks(birthday, "soon")
    qtbot.keyClick(birthday, Qt.Key.Key_Return)
    assert birthday.accessibleDescription() == "“soon”: not a date"
    assert line.field is not None


def test_leaving_a_field_saves_it(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.show_customer(people[1])
    line = screen.pane.reading.contact.email
    qtbot.mouseClick(line, LEFT)
    email = field(line, "emails")
    email.clear()
    qtbot.keyClicks(email, "tereza@example.cz")
    screen.table.setFocus()
    assert shop.customers.get(people[1]).emails == ("tereza@example.cz",)
    assert line.field is None


def test_control_z_takes_an_edit_back(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, shop: ScenarioShop, people: list[int]
) -> None:
    screen.pane.person.edit("city", "Praha")
    assert desk.window.notice.words == "Olga Benešová changed"
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    assert shop.customers.get(people[0]).city is None


@pytest.mark.parametrize("key", ["Ctrl+E", "Return"])
def test_the_form_of_every_field_opens_from_the_list(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int], key: str
) -> None:
    qtbot.keySequence(screen.table, QKeySequence(key))
    first = field(screen.pane.editing, "first_name")
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "Olina")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert shop.customers.get(people[0]).first_name == "Olina"
    last = field(screen.pane.editing, "last_name")
    assert last.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Escape)
    assert not screen.pane.is_editing
    qtbot.waitUntil(screen.table.hasFocus)


def test_the_form_opens_where_it_is_typed_into(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk
) -> None:
    desk.window.resize(1024, 680)
    screen.pane.area.verticalScrollBar().setValue(10_000)
    qtbot.keyClick(screen.table, Qt.Key.Key_E, CONTROL)
    first = field(screen.pane.editing, "first_name")
    assert not first.visibleRegion().isEmpty()
    screen.pane.read()
    screen.pane.edit("external_id")
    assert not field(screen.pane.editing, "external_id").visibleRegion().isEmpty()


def test_the_form_holds_every_field(qtbot: QtBot, screen: CustomersScreen) -> None:
    press(qtbot, screen, "person.edit")
    names = {control.objectName() for control in screen.pane.editing.findChildren(QWidget)}
    assert {key for row in FORM for key in row} <= names
    press(qtbot, screen, "person.edit")
    assert not screen.pane.is_editing


def test_escape_in_the_form_first_puts_the_field_back(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.pane.edit("city")
    city = field(screen.pane.editing, "city")
    qtbot.keyClicks(city, "Prag")
    qtbot.keyClick(city, Qt.Key.Key_Escape)
    assert city.text() == ""
    assert screen.pane.is_editing
    qtbot.keyClick(city, Qt.Key.Key_Escape)
    assert not screen.pane.is_editing
    assert shop.customers.get(people[0]).city is None


def test_what_is_typed_is_kept_when_somebody_else_is_shown(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.pane.edit("city")
    qtbot.keyClicks(field(screen.pane.editing, "city"), "Praha")
    click_row(qtbot, screen, 2)
    assert shop.customers.get(people[0]).city == "Praha"
    assert shop.customers.get(people[2]).city is None
    assert screen.pane.top.name.text() == "Vít Kučera"


def test_what_cannot_be_read_stays_with_whom_it_was_typed_for(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, shop: ScenarioShop, people: list[int]
) -> None:
    screen.show_customer(people[1])
    line = screen.pane.reading.contact.phone
    qtbot.mouseClick(line, LEFT)
    phone = field(line, "phones")
    phone.selectAll()
    qtbot.keyClicks(phone, "72x 114")
    click_row(qtbot, screen, 0)
    assert screen.pane.top.name.text() == "Olga Benešová"
    assert line.field is None
    olga, tereza = shop.customers.several(people[:2])
    assert (olga.phones, olga.notes, tereza.phones) == ((), (), ("+420603118274",))
    assert [note.text for note in tereza.notes] == ["Phone: 72x 114"]
    said = "What could not be read stands in the notes of Tereza Horáková"
    assert desk.window.notice.words == said


def test_a_half_written_note_stays_with_whom_it_was_written_on(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen.pane, "note.add")
    qtbot.keyClicks(screen.pane.reading.notes.sheet.area.lines, "Likes poppy seed")
    click_row(qtbot, screen, 2)
    assert not screen.pane.reading.notes.sheet.isVisible()
    olga, vit = shop.customers.several([people[0], people[2]])
    assert [note.text for note in olga.notes] == ["Likes poppy seed"]
    assert vit.notes == ()


def test_what_is_wrong_in_the_form_never_reaches_somebody_else(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    screen.pane.edit("birthday")
    qtbot.keyClicks(field(screen.pane.editing, "birthday"), "31. 2. 1980")
    screen.show_customer(people[2])
    olga, vit = shop.customers.several([people[0], people[2]])
    assert (olga.birthday, vit.birthday) == (None, None)
    assert [note.text for note in olga.notes] == ["Birthday: 31. 2. 1980"]
    screen.pane.edit("birthday")
    assert field(screen.pane.editing, "birthday").text() == ""


def test_a_row_leads_out_of_a_form_that_was_not_begun(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    press(qtbot, screen, "add")
    click_row(qtbot, screen, 1)
    assert screen.pane.top.name.text() == "Tereza Horáková"
    assert screen.pane.isVisible()
    press(qtbot, screen, "add")
    qtbot.keyClicks(field(screen, "new.first_name"), "Z")
    click_row(qtbot, screen, 0)
    assert screen.newcomer.isVisible()


def test_a_tag_is_added_and_taken_away_by_keyboard(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen.pane, "tag.add")
    qtbot.keyClicks(field(screen.pane, "tag"), "VIP")
    qtbot.keyClick(field(screen.pane, "tag"), Qt.Key.Key_Return)
    assert shop.customers.get(people[0]).tags == ("káva", "VIP")
    qtbot.keyClick(field(screen.pane, "tag"), Qt.Key.Key_Escape)
    chip = screen.pane.findChild(QPushButton, "tag.káva")
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert shop.customers.get(people[0]).tags == ("VIP",)


def test_a_tag_leads_to_everybody_who_has_it(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    press(qtbot, screen.pane, "tag.káva")
    choose(qtbot, "Show everybody with “káva”")
    assert list(screen.table.rows.ids) == people[:1]


def test_a_note_is_written_shown_first_and_struck_out(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen.pane, "note.add")
    sheet = screen.pane.reading.notes.sheet
    qtbot.keyClicks(sheet.area.lines, "Allergic to walnuts.")
    qtbot.mouseClick(sheet.pops_up, LEFT)
    qtbot.keyClick(sheet.area.lines, Qt.Key.Key_Return, CONTROL)
    assert shop.customers.get(people[0]).notes[0].pops_up
    assert not sheet.isVisible()
    press(qtbot, screen.pane.top, "note.strike")
    assert shop.customers.get(people[0]).notes == ()


def test_what_she_agrees_to_is_recorded_with_how(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    row = screen.pane.findChild(QPushButton, "consent.post")
    screen.pane.area.ensureWidgetVisible(row)
    qtbot.mouseClick(row, LEFT)
    choose(qtbot, "Yes, on paper")
    (said,) = shop.customers.get(people[0]).consents
    assert (said.purpose, said.granted, said.how) == ("post", True, "paper")
    assert row.accessibleName() == "Post: Yes, Today, on paper"


def test_two_people_are_made_one_household(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen, "person.more")
    choose(qtbot, "Join a household…")
    qtbot.keyClicks(field(screen.pane, "companion"), "tereza")
    qtbot.keyClick(field(screen.pane, "companion"), Qt.Key.Key_Return)
    olga = shop.customers.get(people[0])
    assert [one.id for one in shop.customers.household_of(olga)] == people[:2]
    press(qtbot, screen.pane, f"lives_with.{people[1]}")
    assert screen.pane.top.name.text() == "Tereza Horáková"


def test_a_household_is_joined_and_left_where_it_stands(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen, "person.edit")
    qtbot.keyClicks(field(screen.pane, "companion"), "tereza")
    qtbot.keyClick(field(screen.pane, "companion"), Qt.Key.Key_Return)
    assert field(screen.pane, "companion").text() == ""
    press(qtbot, screen, "person.edit")
    press(qtbot, screen.pane.reading, "household.join")
    qtbot.keyClicks(field(screen.pane, "companion"), "kucera")
    qtbot.keyClick(field(screen.pane, "companion"), Qt.Key.Key_Return)
    together = shop.customers.household_of(shop.customers.get(people[0]))
    assert [one.id for one in together] == people
    press(qtbot, screen.pane.reading, "household.leave")
    assert [one.household is None for one in shop.customers.several(people)] == [True, False, False]


def test_those_who_are_selected_become_one_household(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk, people: list[int]
) -> None:
    click_row(qtbot, screen, 1, SHIFT)
    screen.side.bulk.findChild(QPushButton, "bulk.household").click()
    together = shop.customers.household_of(shop.customers.get(people[0]))
    assert [one.id for one in together] == people[:2]
    assert desk.window.notice.words == "2 people made one household"


def test_half_the_book_is_no_household(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk
) -> None:
    for number in range(MOST_TOGETHER):
        shop.customer(f"Guest {number}")
    qtbot.keyClick(screen.table, Qt.Key.Key_A, CONTROL)
    screen.side.bulk.findChild(QPushButton, "bulk.household").click()
    assert desk.window.notice.words == "A household has at most 30 people."
    assert shop.book.value("SELECT count(*) FROM households") == 0


def test_the_menu_archives_and_the_notice_takes_it_back(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, people: list[int]
) -> None:
    press(qtbot, screen, "person.more")
    choose(qtbot, "Archive")
    assert list(screen.table.rows.ids) == people[1:]
    assert screen.pane.top.name.text() == "Tereza Horáková"
    press(qtbot, desk.window, "undo")
    assert list(screen.table.rows.ids) == people


def test_nobody_writes_to_the_dead(qtbot: QtBot, screen: CustomersScreen) -> None:
    press(qtbot, screen, "person.more")
    choose(qtbot, "Has died")
    assert not screen.pane.top.write.isEnabled()
    assert screen.pane.top.write.toolTip()


def test_delete_is_one_key_and_can_be_undone(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert list(screen.table.rows.ids) == people[1:]
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    assert list(screen.table.rows.ids) == people


def test_a_card_is_written_to_her(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, people: list[int]
) -> None:
    press(qtbot, screen, "person.write")
    cards = desk.window.stack.currentWidget()
    assert isinstance(cards, Elsewhere)
    assert cards.people == people[:1]


def test_import_leads_to_the_import(qtbot: QtBot, screen: CustomersScreen, desk: Desk) -> None:
    press(qtbot, screen, "import")
    assert desk.window.stack.key == "import"


def test_somebody_new_is_added_by_keyboard_alone(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk
) -> None:
    qtbot.keyClick(screen.table, Qt.Key.Key_N, CONTROL)
    first = field(screen, "new.first_name")
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "Lucie")
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.keyClicks(field(screen, "new.last_name"), "Mala")
    qtbot.keyClick(field(screen, "new.last_name"), Qt.Key.Key_Tab)
    qtbot.keyClicks(field(screen, "new.phones"), "777 123 456")
    qtbot.keyClick(field(screen, "new.phones"), Qt.Key.Key_Return)
    assert screen.pane.top.name.text() == "Lucie Mala"
    assert desk.window.notice.words == "Lucie Mala added"
    added = shop.customers.get(screen.table.current_id())
    assert added.phones == ("+420777123456",)


def test_a_possible_double_can_be_looked_at(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    press(qtbot, screen, "add")
    qtbot.keyClicks(field(screen, "new.phones"), "603 118 274")
    doubles = screen.newcomer.doubles
    assert doubles.isVisible()
    (link,) = (one for one in doubles.findChildren(QPushButton) if one.isVisible())
    qtbot.mouseClick(link, LEFT)
    assert screen.pane.top.name.text() == "Tereza Horáková"


def test_escape_gives_up_adding(qtbot: QtBot, screen: CustomersScreen, people: list[int]) -> None:
    press(qtbot, screen, "add")
    qtbot.keyClick(field(screen, "new.first_name"), Qt.Key.Key_Escape)
    assert screen.pane.isVisible()
    qtbot.waitUntil(screen.table.hasFocus)


def test_several_people_take_a_tag_in_one_step(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk, people: list[int]
) -> None:
    click_row(qtbot, screen, 2, SHIFT)
    assert screen.side.bulk.isVisible()
    press(qtbot, screen, "bulk.add_tag")
    qtbot.keyClicks(field(screen.side, "tag"), "Christmas order")
    qtbot.keyClick(field(screen.side, "tag"), Qt.Key.Key_Return)
    assert shop.customers.tags()["Christmas order"] == 3
    assert desk.window.notice.words == "Tag “Christmas order” added to 3 people"
    press(qtbot, desk.window, "undo")
    assert "Christmas order" not in shop.customers.tags()


def test_very_many_are_changed_while_the_shop_goes_on(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk
) -> None:
    for number in range(AT_ONCE):
        shop.customer(f"Guest {number}")
    qtbot.keyClick(screen.table, Qt.Key.Key_A, CONTROL)
    press(qtbot, screen, "bulk.archive")
    qtbot.waitUntil(lambda: desk.window.notice.words == f"{AT_ONCE + 3} people archived")
    qtbot.waitUntil(screen.side.nobody.isVisible)


def test_several_people_are_deleted_and_brought_back(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, people: list[int]
) -> None:
    click_row(qtbot, screen, 1, SHIFT)
    press(qtbot, screen, "bulk.delete")
    assert list(screen.table.rows.ids) == people[2:]
    assert not screen.side.bulk.isVisible()
    press(qtbot, desk.window, "undo")
    assert list(screen.table.rows.ids) == people


def test_what_has_no_room_waits_in_the_menu(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk, people: list[int]
) -> None:
    desk.window.resize(1024, 680)
    click_row(qtbot, screen, 1, SHIFT)
    (row,) = screen.side.bulk.findChildren(FittingRow)
    qtbot.waitUntil(row.more.isVisible)
    qtbot.mouseClick(row.more, LEFT)
    choose(qtbot, "Consent")
    choose(qtbot, "Post: yes")
    assert [one.consent("post") for one in shop.customers.several(people)] == [True, True, None]


def test_the_cross_lets_the_selected_go(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    click_row(qtbot, screen, 2, SHIFT)
    press(qtbot, screen, "let_go")
    assert len(screen.table.selected_ids()) == 1
    assert screen.side.filters.isVisible()


def test_the_second_button_offers_what_can_be_done_with_a_row(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, people: list[int]
) -> None:
    screen.table.menu_asked.emit(people[1], QPoint(300, 300))
    assert screen.pane.top.name.text() == "Tereza Horáková"
    choose(qtbot, "Write a card")
    cards = desk.window.stack.currentWidget()
    assert isinstance(cards, Elsewhere)
    assert cards.people == [people[1]]


def test_the_second_button_on_several_offers_what_can_be_done_with_all(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, people: list[int]
) -> None:
    click_row(qtbot, screen, 1, SHIFT)
    screen.table.menu_asked.emit(people[0], QPoint(300, 300))
    choose(qtbot, "Archive")
    assert desk.window.notice.words == "2 people archived"


def test_a_letter_on_the_list_begins_a_search(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk
) -> None:
    asked: list[str] = []
    desk.window.search.asked.connect(asked.append)
    qtbot.keyClick(screen.table, Qt.Key.Key_T)
    qtbot.waitUntil(desk.window.search.hasFocus)
    qtbot.keyClicks(desk.window.search, "er")
    assert asked == ["t", "te", "ter"]


def test_every_phone_has_a_line_of_its_own(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    numbers = tuple(f"+4206031182{n}" for n in range(70, 76))
    line = screen.pane.reading.contact.phone
    screen.show_customer(people[1])
    before = line.sizeHint().height()
    shop.customers.change(people[1], phones=numbers)
    assert line.sizeHint().height() > 4 * before
    assert not line.toolTip()
    qtbot.mouseClick(line, LEFT)
    assert field(line, "phones").text().count(",") == 5


def test_escape_lets_the_selected_go_one_first_and_then_everybody(
    qtbot: QtBot, screen: CustomersScreen, people: list[int]
) -> None:
    click_row(qtbot, screen, 2, SHIFT)
    qtbot.keyClick(screen.table, Qt.Key.Key_Escape)
    assert len(screen.table.selected_ids()) == 1
    assert screen.side.filters.isVisible()
    qtbot.keyClick(screen.table, Qt.Key.Key_Escape)
    assert screen.table.selected_ids() == []
    assert not screen.pane.isVisible()
    qtbot.keyClick(screen.table, Qt.Key.Key_Up)
    assert screen.pane.isVisible()


def test_undo_takes_whom_it_hides_out_of_the_selection(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, shop: ScenarioShop, people: list[int]
) -> None:
    press(qtbot, screen, "add")
    qtbot.keyClicks(field(screen, "new.first_name"), "Zuzana")
    qtbot.keyClick(field(screen, "new.first_name"), Qt.Key.Key_Return)
    qtbot.keyClick(screen.table, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(screen.table, Qt.Key.Key_Z, CONTROL)
    assert screen.table.selected_ids() == people
    press(qtbot, screen, "bulk.archive")
    assert desk.window.notice.words == "3 people archived"


@pytest.mark.parametrize("size", [(1024, 680), (1920, 1080)])
def test_a_notice_covers_neither_rows_nor_the_person(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk, size: tuple[int, int]
) -> None:
    window = desk.window
    window.resize(*size)
    window.tell("A very long sentence about " + "Tereza Horáková, " * 12, lambda: None)
    notice = window.notice.geometry().adjusted(REACH, REACH, -REACH, -REACH - 4)
    for part in (screen.table, screen.pane):
        place = QRect(part.mapTo(window, QPoint()), part.size())
        assert not place.intersects(notice)


def test_a_notice_of_another_place_covers_nobody_either(
    screen: CustomersScreen, desk: Desk
) -> None:
    window = desk.window
    window.go("cards")
    window.tell("4 cards saved and marked as printed: Birthday, 24 November.pdf", lambda: None)
    window.go("customers")
    notice = window.notice.geometry().adjusted(REACH, REACH, -REACH, -REACH - 4)
    for part in (screen.table, screen.pane):
        assert not QRect(part.mapTo(window, QPoint()), part.size()).intersects(notice)


def test_a_list_is_shown_with_those_alone_who_are_on_it(
    screen: CustomersScreen, people: list[int]
) -> None:
    screen.choose_list("new")  # the two others have been members for years
    assert list(screen.table.rows.ids) == people[:1]
    assert screen.pane.top.name.text() == "Olga Benešová"


def test_what_an_import_brought_can_be_chosen_whatever_the_filter(
    screen: CustomersScreen, people: list[int]
) -> None:
    screen.people.choose("archived")
    screen.choose_people(people[1:])
    assert screen.table.selected_ids() == people[1:]
    assert screen.pane.top.name.text() == "Tereza Horáková"


def test_a_large_book_is_sorted_while_the_table_stays(
    qtbot: QtBot, screen: CustomersScreen, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "LARGE", 2)
    screen.people.sort("birthday", descending=False)
    assert list(screen.table.rows.ids) == people
    qtbot.waitUntil(lambda: screen.table.rows.ids[0] == people[1])
    assert screen.table.selected_ids() == people[:1]


def test_more_tags_than_fit_wait_in_a_menu(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    for number in range(12):
        shop.customers.tag(people[:1], f"a tag with number {number}")
    qtbot.waitUntil(screen.side.filters.more.isVisible)
    qtbot.mouseClick(screen.side.filters.more, LEFT)
    choose(qtbot, "a tag with number 9  1")
    assert list(screen.table.rows.ids) == people[:1]
    chip = screen.findChild(QPushButton, "filter.tag:a tag with number 9")
    assert chip.isVisible()
    assert chip.isChecked()


def test_columns_stay_as_they_were_chosen(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk
) -> None:
    menu = screen.table.columns_menu()
    next(act for act in menu.actions() if act.text() == "City").trigger()
    again = CustomersScreen(desk)
    qtbot.addWidget(again)
    city = [one.key for one in again.table.rows.columns].index("city")
    assert again.table.isColumnHidden(city)
    menu.deleteLater()


def test_a_change_elsewhere_shows_at_the_next_visit(
    screen: CustomersScreen, desk: Desk, shop: ScenarioShop
) -> None:
    desk.window.go("cards")
    shop.customer("Lucie", "Nová")
    desk.window.go("customers")
    assert len(screen.table.rows.ids) == 4


def test_an_empty_book_points_to_import_and_to_adding(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    shop.customers.delete(people)
    assert screen.findChild(QPushButton, "empty.import").isVisible()
    press(qtbot, screen, "empty.add")
    qtbot.keyClicks(field(screen, "new.first_name"), "Anna")
    qtbot.keyClick(field(screen, "new.first_name"), Qt.Key.Key_Return)
    assert screen.pane.top.name.text() == "Anna"


def test_adding_to_an_empty_book_can_be_given_up(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    shop.customers.delete(people)
    press(qtbot, screen, "empty.add")
    press(qtbot, screen, "new.cancel")
    assert screen.findChild(QPushButton, "empty.import").isVisible()


def test_a_hundred_thousand_are_listed_and_few_are_read(
    screen: CustomersScreen, shop: ScenarioShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    look_up = directory.rows

    def noting(book: object, ids: object) -> object:
        read.extend(ids)
        return look_up(book, ids)

    monkeypatch.setattr(directory, "rows", noting)
    screen.show_people(range(1, 100_001))
    screen.table.scrollToBottom()
    screen.table.grab()
    assert len(screen.table.rows.ids) == 100_000
    assert 0 < len(read) <= 4 * CHUNK


def test_tab_goes_through_the_screen_as_it_is_read(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    shop.customers.tag(people[:1], "VIP")
    qtbot.waitUntil(screen.pane.findChild(QPushButton, "tag.VIP").isVisible)
    screen.side.bring.setFocus()
    reached: list[str] = []
    while len(reached) < 40 and "consent.post" not in reached:
        there = QApplication.focusWidget()
        assert there is not None
        reached.append(there.objectName())
        qtbot.keyClick(there, Qt.Key.Key_Tab)
    wanted = (
        "import add filter.all filter.archived filter.tag:VIP customers person.photo person.edit"
        " tag.káva tag.VIP tag.add note.add consent.post"
    ).split()
    assert [name for name in reached if name in wanted] == wanted


def test_the_screen_opens_no_window_of_its_own(screen: CustomersScreen, desk: Desk) -> None:
    screen.pane.edit()
    screen.add_customer()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert windows == [desk.window]


def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, screen: CustomersScreen
) -> None:
    def nameless() -> list[QWidget]:
        return [
            part
            for part in screen.findChildren(QWidget)
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus
            and part.isVisible()
            and not part.accessibleName()
            and not getattr(part, "text", str)()
            and not isinstance(part.parent(), QMenu)
        ]

    assert nameless() == []
    screen.pane.edit()
    assert nameless() == []
    screen.add_customer()
    assert nameless() == []


def test_a_hebrew_shop_has_its_pane_at_the_other_side(
    qtbot: QtBot, screen: CustomersScreen, desk: Desk
) -> None:
    desk.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: screen.pane.mapTo(screen, QPoint()).x() < screen.side.x())
    contact = screen.pane.reading.tags
    chips = [chip for chip in contact.findChildren(QPushButton) if chip.isVisible()]
    assert chips[0].x() > chips[-1].x()


def test_a_large_invented_shop_opens(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, people: list[int]
) -> None:
    shop.customers.delete(people)
    fill(shop, shop.today(), customers=300)
    assert len(screen.table.rows.ids) == 300
    qtbot.keyClick(screen.table, Qt.Key.Key_End)
    assert screen.table.current_id() == screen.table.rows.ids[-1]
