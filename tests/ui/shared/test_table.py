"""The table that every list is shown in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from resources.words import words_in
from ui.shared.cells import NAME_START, Column, Said, Someone, is_cut
from ui.shared.fonts import font, width
from ui.shared.rhythm import Weeks
from ui.shared.rows import CHUNK, KEPT
from ui.shared.states import State, state_width
from ui.shared.table import ROW, Table
from ui.shared.tokens import LIGHT

MANY = 100_000


@dataclass(frozen=True)
class Person:
    name: str
    points: int


class People:
    """A book of people that notes who was looked up."""

    def __init__(self) -> None:
        self.fetched: list[int] = []

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Person]:
        self.fetched.extend(ids)
        return {one: Person(f"Person {one}", one * 10) for one in ids if one != 404}


COLUMNS = (
    Column(
        "name",
        "Name",
        200,
        lambda p: Someone(p.name, p.name, State("New", "good")),
        stretch=True,
        fixed=True,
        sortable=True,
    ),
    Column("weeks", "Last half-year", 136, lambda _: Weeks([1] * 26, 2, "every week"), yields=1),
    Column(
        "points",
        "Points",
        64,
        lambda p: Said(str(p.points), "ink", 500, aloud=f"{p.points} points"),
        align="trailing",
        sortable=True,
    ),
    Column("note", "Note", 80, lambda _: "walnuts", shown=False),
)


@pytest.fixture
def people() -> People:
    return People()


@pytest.fixture
def table(qtbot: QtBot, people: People) -> Table:
    made = Table(COLUMNS, words_in("en"), people, label="Customers")
    qtbot.addWidget(made)
    made.resize(720, 36 + 12 * ROW)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_a_hundred_thousand_people_cost_only_those_in_sight(
    qtbot: QtBot, table: Table, people: People
) -> None:
    table.show_ids(range(1, MANY + 1))
    qtbot.waitUntil(lambda: bool(people.fetched))
    table.grab()
    assert len(people.fetched) == CHUNK
    table.scrollToBottom()
    table.grab()
    assert len(people.fetched) <= 3 * CHUNK
    assert MANY in people.fetched


def test_what_was_seen_long_ago_is_let_go(table: Table, people: People) -> None:
    table.show_ids(range(MANY))
    for row in range(0, 3 * KEPT, CHUNK):
        table.rows.cell(row, 0)
    people.fetched.clear()
    table.rows.cell(0, 0)
    assert 0 in people.fetched


def test_a_row_is_fetched_again_only_after_it_changed(table: Table, people: People) -> None:
    table.show_ids([1, 2, 3])
    table.grab()
    people.fetched.clear()
    table.grab()
    assert people.fetched == []
    table.rows.forget([2])
    table.grab()
    assert people.fetched == [2]


def test_someone_who_is_gone_leaves_an_empty_row(table: Table) -> None:
    table.show_ids([404])
    table.grab()
    assert table.rows.index(0, 0).data() == ""


def test_every_cell_can_be_read_aloud(table: Table) -> None:
    table.show_ids([7])
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [table.rows.index(0, column).data(role) for column in range(3)]
    assert said == ["Name: Person 7, New", "Last half-year: every week", "Points: 70 points"]


def test_a_click_chooses_and_shift_chooses_to_there(qtbot: QtBot, table: Table) -> None:
    table.show_ids([10, 20, 30, 40])
    port = table.viewport()

    def at(row: int) -> QPoint:
        return table.visualRect(table.rows.index(row, 0)).center()

    with qtbot.waitSignal(table.current_changed) as told:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at(1))
    assert told.args == [20]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at(3))
    assert table.selected_ids() == [20, 30, 40]
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at(2))
    assert table.selected_ids() == [20, 40]


def test_control_a_chooses_everybody(qtbot: QtBot, table: Table) -> None:
    table.show_ids(range(MANY))
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(table.selected_ids()) == MANY


def test_home_and_end_go_to_the_first_and_last(qtbot: QtBot, table: Table) -> None:
    table.show_ids(range(1, MANY + 1))
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == MANY
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_id() == 1
    qtbot.keyClick(table, Qt.Key.Key_PageDown)
    assert 8 <= table.current_id() <= 13


def test_enter_opens_the_person(qtbot: QtBot, table: Table) -> None:
    table.show_ids([5, 6])
    table.go_to(6)
    with qtbot.waitSignal(table.activated_id) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [6]


def test_the_chosen_stay_chosen_when_the_list_is_ordered_anew(table: Table) -> None:
    table.show_ids([1, 2, 3, 4])
    table.select_ids([2, 3])
    table.show_ids([4, 3, 2, 1])
    assert table.selected_ids() == [3, 2]


def test_a_click_on_a_head_asks_for_the_order_and_never_sorts_by_itself(
    qtbot: QtBot, table: Table
) -> None:
    table.show_ids([1, 2, 3])
    head = table.horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(2) + 30, 18)
    with qtbot.waitSignal(table.sort_asked) as told:
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args[0] == "points"
    assert list(table.rows.ids) == [1, 2, 3]


def test_the_list_is_sorted_from_the_menu_too_and_turned_round(qtbot: QtBot, table: Table) -> None:
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, down: asked.append((key, down)))
    for _ in range(2):
        menu = table.whole_menu()
        by = menu.actions()[-1].menu()
        assert isinstance(by, QMenu)
        next(act for act in by.actions() if act.text() == "Points").trigger()
        menu.deleteLater()
    assert asked == [("points", False), ("points", True)]


def test_what_is_left_of_the_width_is_shared(qtbot: QtBot) -> None:
    columns = (
        Column("name", "Name", 200, lambda _: "", stretch=3),
        Column("tags", "Tags", 100, lambda _: "", stretch=1),
        Column("day", "Day", 80, lambda _: ""),
    )
    table = Table(columns, words_in("en"), People(), label="People")
    qtbot.addWidget(table)
    table.resize(780, 300)
    table.show()
    assert [table.columnWidth(place) for place in range(3)] == [500, 200, 80]


def test_the_menu_key_asks_for_the_menu_of_the_row_one_is_on(qtbot: QtBot, table: Table) -> None:
    table.show_ids([5, 6, 7])
    table.go_to(6)
    asked: list[int] = []
    table.menu_asked.connect(lambda one, _place: asked.append(one))
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(table.viewport(), key)
    assert asked == [6]


def test_letters_typed_on_the_list_look_for_somebody(qtbot: QtBot, table: Table) -> None:
    table.show_ids([5, 6, 7])
    with qtbot.waitSignal(table.typed) as heard:
        qtbot.keyClick(table, Qt.Key.Key_D)
    assert heard.args == ["d"]


def test_a_column_is_added_from_the_menu_and_remembered(qtbot: QtBot, table: Table) -> None:
    assert table.isColumnHidden(3)
    menu = table.columns_menu()
    assert [act.text() for act in menu.actions()] == ["Last half-year", "Points", "Note"]
    with qtbot.waitSignal(table.layout_changed):
        menu.actions()[2].trigger()
    assert not table.isColumnHidden(3)
    kept = table.layout_text()
    menu.actions()[2].trigger()
    table.take_layout(kept)
    assert not table.isColumnHidden(3)
    table.take_layout("nonsense")
    assert not table.isColumnHidden(3)


def test_letters_do_not_jump_between_rows(qtbot: QtBot, table: Table) -> None:
    table.show_ids([1, 2, 3])
    table.go_to(1)
    qtbot.keyClicks(table, "Person 3")
    assert table.current_id() == 1


def test_the_columns_fill_the_width(table: Table) -> None:
    widths = [table.columnWidth(column) for column in range(3)]
    assert sum(widths) == table.viewport().width()


def test_a_narrow_table_lets_a_column_go_and_takes_it_back(table: Table) -> None:
    table.resize(360, 400)
    assert table.isColumnHidden(1)
    assert not table.isColumnHidden(2)
    assert table.layout_text() == '{"hidden": ["note"]}'
    table.resize(720, 400)
    assert not table.isColumnHidden(1)


def test_a_chosen_row_wears_the_tint(table: Table) -> None:
    table.show_ids([1, 2, 3])
    table.go_to(2)
    middle = table.visualRect(table.rows.index(1, 0)).center()
    seen = table.viewport().grab().toImage().pixelColor(700, middle.y() - 18)
    assert seen == QColor(LIGHT.tint)


def test_hebrew_begins_at_the_right(qtbot: QtBot, people: People, hebrew: None) -> None:
    table = Table(COLUMNS, words_in("he"), people, label="Customers")
    qtbot.addWidget(table)
    table.resize(720, 400)
    table.show()
    qtbot.waitExposed(table)
    table.show_ids([1])
    first, last = (table.visualRect(table.rows.index(0, column)) for column in (0, 2))
    assert first.left() > last.left()
    picture = table.viewport().grab().toImage()
    ground = QColor(LIGHT.canvas)
    circle = [x for x in range(700, 720) if picture.pixelColor(x, ROW // 2) != ground]
    assert circle


def test_a_name_is_not_cut_for_the_sake_of_its_state(qapp: QApplication) -> None:
    state = State("Slipping", "accent")
    slipping = Someone("Tereza Svobodová", "u1", state)
    beside = NAME_START + width(slipping.name, font(14, 500)) + state_width(state) + 8
    assert not is_cut(slipping, beside)
    assert not is_cut(slipping, beside - 40)
    assert is_cut(slipping, NAME_START + 60)
