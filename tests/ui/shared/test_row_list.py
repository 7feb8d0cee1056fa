"""Lists whose rows each say something of one thing."""

from PySide6.QtCore import Qt

from ui.shared.row_list import RowList, Rows

SAYS = {Qt.ItemDataRole.DisplayRole: str.title, Qt.ItemDataRole.AccessibleTextRole: len}


def test_a_row_says_of_its_thing_what_it_is_asked_and_nothing_else(qtbot):
    rows = Rows(None, SAYS)
    rows.show_rows(["bread", "rye"])
    first = rows.index(0)
    roles = (*SAYS, Qt.ItemDataRole.ToolTipRole)
    assert [rows.data(first, role) for role in roles] == ["Bread", 5, None]
    assert rows.rowCount() == 2
    assert rows.rowCount(first) == 0


def test_other_rows_let_go_of_the_place_that_was_come_to(qtbot):
    shown = RowList("What there is")
    qtbot.addWidget(shown)
    rows = Rows(shown, SAYS)
    shown.setModel(rows)
    rows.show_rows(["bread", "rye"])
    shown.setCurrentIndex(rows.index(1))
    rows.show_rows(["cake"])
    assert not shown.currentIndex().isValid()
    assert shown.accessibleName() == "What there is"
