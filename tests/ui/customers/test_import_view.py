"""The import as a person does it: dropping, choosing, pressing, reading what came of it."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from app.people import directory
from resources.words import words_in
from ui.customers.import_dialogs import Choosers
from ui.customers.import_view import ImportScreen
from ui.customers.view import CustomersScreen
from ui.desk import Desk
from ui.shared.rows import CellRole
from ui.shell.places import Place
from ui.shell.window import Window

HEADER = ["Jméno", "Telefon", "E-mail", "Narozeniny", "Kdo ji přivedl"]
MESSY = [
    ["NOVÁKOVÁ ZDEŇKA", "603 118 274", "zdenka@seznam.cz", "5. března 1958", "Hana"],
    ["Ing. Karel Svoboda, Ph.D.", "+420 777 123 456", None, "1961-12-02", None],
    ["Hana Malá", "72x 114", "hana@centrum.cz", "31. 2. 1980", None],
    [None, None, None, None, "nikdo"],
]
BOTH_WAYS = "Jméno;Telefon;Narozeniny\nJana Nová;603118274;05/03/1980\n"
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
)
LEFT = Qt.MouseButton.LeftButton


class Till:
    """The window with the import in it, and the answers that the system's dialogs give."""

    def __init__(self, qtbot, shop, language: str = "en") -> None:
        self.qtbot, self.shop = qtbot, shop
        self.list: Path | None = None
        self.where: Path | None = None
        self.words = words_in(language)
        choosers = Choosers(
            list=lambda _parent, _words, chosen: chosen(self.list),
            where=lambda _parent, _words, _suggested, chosen: chosen(self.where),
        )
        places = [
            Place("today", "Today", "white-balance-sunny", QLabel),
            Place("customers", "Customers", "account-outline", lambda: CustomersScreen(self.desk)),
            Place("import", "Import", "tray-arrow-down", lambda: self.screen),
            Place("cards", "Cards", "email-edit-outline", QLabel),
        ]
        self.window = Window(self.words, places)
        self.desk = Desk(shop, self.words, self.window)
        self.screen = ImportScreen(self.desk, choosers)

    def open(self) -> None:
        self.qtbot.addWidget(self.window)
        self.window.go("import")
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, LEFT)

    def drop(self, path: Path) -> None:
        """Lets a file fall into the field for it."""
        zone, carried = self.screen.choose.zone, QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(path))])
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(zone, QDragEnterEvent(QPoint(9, 9), copy, carried, LEFT, none))
        QApplication.sendEvent(zone, QDropEvent(QPointF(9, 9), copy, carried, LEFT, none))

    def see(self, page) -> None:
        self.qtbot.waitUntil(lambda: self.screen.pages.currentWidget() is page)

    def give(self, header: str, words: str) -> None:
        """Types the field's name on the column's combo."""
        row = self.column(header)
        row.field.setFocus()
        self.qtbot.keyClicks(row.field, words)
        assert row.field.currentText() == words

    def column(self, header: str):
        rows = self.screen.columns.rows.values()
        return next(row for row in rows if row.header.text() == header)

    def look(self) -> None:
        self.press(self.screen.columns.foot.on)
        self.see(self.screen.look)

    def take_over(self) -> None:
        self.press(self.screen.look.foot.on)
        self.see(self.screen.done)

    def nameless(self) -> list[str]:
        """What can be reached by Tab and is announced as nothing."""
        here = self.screen.findChildren(QWidget)
        reached = [one for one in here if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        seen = [one for one in reached if one.isVisible() and one.isEnabled()]
        return [
            type(one).__name__
            for one in seen
            if not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
        ]

    @property
    def figures(self) -> dict[str, str]:
        return {each.word.text(): each.figure.text() for each in self.screen.done.figures}

    @property
    def people(self) -> list[str]:
        return self.shop.names(directory.ids(self.shop.book, directory.Shown()))

    @property
    def zone(self) -> str:
        return self.screen.choose.zone.title.text()


@pytest.fixture
def till(qtbot, shop) -> Till:
    made = Till(qtbot, shop)
    made.open()
    return made


@pytest.fixture
def workbook(tmp_path) -> Path:
    book = Workbook()
    for row in (HEADER, *MESSY):
        book.active.append(row)
    book.save(tmp_path / "zákaznice.xlsx")
    return tmp_path / "zákaznice.xlsx"


@pytest.fixture
def a_file(tmp_path):
    def write(content: str | bytes, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def cells(table, row: int) -> list[str]:
    model = table.model()
    shown = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    return [str(model.index(row, at).data()) for at in shown]


def test_a_messy_list_goes_from_dropping_to_people_in_the_book(till, workbook, qtbot):
    till.drop(workbook)
    till.see(till.screen.columns)
    assert till.column("Kdo ji přivedl").remark.text() == "Not recognised, so it is left out"
    till.give("Kdo ji přivedl", "Keep as a note")
    qtbot.waitUntil(lambda: not till.column("Kdo ji přivedl").remark.isVisible())
    till.look()
    look = till.screen.look
    assert cells(look.table, 0)[:5] == [
        "2", "Zdeňka Nováková", "603 118 274", "zdenka@seznam.cz", "5 Mar 1958",
    ]  # fmt: skip
    assert look.table.model().index(2, 1).data(CellRole).state.words == "Look here"
    assert look.table.model().index(3, 1).data(CellRole).state.words == "Left out"
    assert look.foot.on.text() == "Add 3 people"
    assert till.people == []
    till.take_over()
    assert till.figures == {"added": "3", "updated": "0", "unchanged": "0", "skipped": "1"}
    assert till.people == ["Hana Malá", "Zdeňka Nováková", "Karel Svoboda"]
    assert cells(till.screen.done.table, 0) == ["4", "Telefon", "72x 114", "not a phone number"]
    assert till.window.notice.words == "3 added, 0 updated"


def test_a_file_is_chosen_by_the_button(till, a_file):
    till.list = a_file("Jméno;Telefon\nJana Nová;603118274\n")
    till.press(till.screen.choose.zone.choose)
    till.see(till.screen.columns)
    assert till.screen.focusProxy() is till.screen.columns.foot.on


def test_the_whole_way_can_be_gone_by_the_keyboard(till, a_file, qtbot):
    till.screen.choose_file(a_file(BOTH_WAYS))
    till.see(till.screen.columns)
    first, _second = till.column("Narozeniny").question.radios.values()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    till.see(till.screen.look)
    go = till.screen.look.foot.on
    qtbot.waitUntil(go.hasFocus)
    qtbot.keyClick(go, Qt.Key.Key_Space)
    till.see(till.screen.done)
    qtbot.waitUntil(till.screen.done.show_new.hasFocus)
    assert till.figures["added"] == "1"


def test_dates_that_read_both_ways_hold_the_list_up_until_they_are_answered(till, a_file):
    till.drop(a_file(BOTH_WAYS))
    till.see(till.screen.columns)
    question = till.column("Narozeniny").question
    assert [radio.text() for radio in question.radios.values()] == [
        "05/03/1980 is 5 March 1980",
        "05/03/1980 is 3 May 1980",
    ]
    till.press(till.screen.columns.foot.on)
    assert till.screen.columns.foot.words.text() == "Please say first how these dates are meant."
    assert till.screen.pages.currentWidget() is till.screen.columns
    till.press(question.radios["mdy"])
    till.look()
    assert "3 May 1980" in cells(till.screen.look.table, 0)


def test_a_locked_file_says_so_with_what_to_do(till, a_file, qtbot):
    till.drop(a_file(ENCRYPTED, "tajné.xlsx"))
    qtbot.waitUntil(lambda: "password" in till.zone)
    assert till.zone == "tajné.xlsx is locked with a password. Save it without one and try again."
    assert till.screen.choose.zone.detail.text().startswith("In Excel:")
    qtbot.waitUntil(till.screen.choose.zone.choose.hasFocus)
    till.list = a_file(BOTH_WAYS)
    till.press(till.screen.choose.zone.choose)
    till.see(till.screen.columns)


def test_what_is_no_list_is_refused_as_it_falls(till, a_file):
    till.drop(a_file(b"x", "photo.jpg"))
    assert till.window.notice.words.startswith("Only lists of customers can be taken in")


def test_a_double_click_on_the_way_on_imports_nothing(till, a_file, qtbot):
    till.drop(a_file("Jméno;Telefon\nJana Nová;603118274\n"))
    till.see(till.screen.columns)
    till.look()
    qtbot.mouseDClick(till.screen.look.foot.on, LEFT)
    assert till.people == []
    assert till.screen.pages.currentWidget() is till.screen.look


def test_stopping_leaves_nothing_behind_and_says_so(till, a_file):
    rows = "".join(f"Anna {chr(65 + n % 26)}{n};60{n:07}\n" for n in range(20_000))
    till.drop(a_file("Jméno;Telefon\n" + rows))
    till.see(till.screen.columns)
    till.look()
    till.press(till.screen.look.foot.on)
    till.see(till.screen.run)
    till.press(till.screen.run.stop)
    till.see(till.screen.look)
    assert till.screen.look.foot.words.text() == "Stopped. Nothing was written."
    assert till.people == []


def test_the_rows_to_correct_are_mended_and_imported_again(till, workbook, tmp_path, qtbot):
    till.drop(workbook)
    till.see(till.screen.columns)
    till.look()
    till.take_over()
    till.where = tmp_path / "mend.xlsx"
    till.press(till.screen.done.save)
    qtbot.waitUntil(lambda: till.window.notice.words == "Saved as mend.xlsx")
    mend(till.where)
    till.press(till.screen.done.another)
    till.see(till.screen.choose)
    till.drop(till.where)
    till.see(till.screen.columns)
    assert till.screen.columns.remembered.isVisible()
    till.look()
    till.take_over()
    assert till.figures == {"added": "1", "updated": "1", "unchanged": "0", "skipped": "0"}
    assert not till.screen.done.save.isVisible()
    assert till.screen.done.calm.isVisible()


def mend(path: Path) -> None:
    book = load_workbook(path)
    sheet = book.active
    sheet["B2"], sheet["D2"] = "603 118 272", "28. 2. 1980"
    sheet["A3"] = "Eva Dlouhá"
    book.save(path)


def test_an_import_is_taken_back_by_its_button(till, workbook, qtbot):
    till.drop(workbook)
    till.see(till.screen.columns)
    till.look()
    till.take_over()
    till.press(till.screen.done.undo)
    qtbot.waitUntil(lambda: till.screen.done.title.text() == "The import was taken back.")
    assert till.people == []
    assert not till.screen.done.undo.isVisible()


def test_an_import_is_taken_back_from_its_notice(till, workbook, qtbot):
    till.drop(workbook)
    till.see(till.screen.columns)
    till.look()
    till.take_over()
    till.press(till.window.notice.findChild(QPushButton, "undo"))
    qtbot.waitUntil(lambda: till.screen.done.title.text() == "The import was taken back.")
    assert till.people == []


def test_the_same_list_twice_says_nothing_new(till, workbook):
    for _ in range(2):
        till.screen.choose_file(workbook)
        till.see(till.screen.columns)
        till.look()
        till.take_over()
    assert till.figures == {"added": "0", "updated": "0", "unchanged": "3", "skipped": "1"}
    assert till.screen.done.title.text().startswith("Nothing new")
    assert not till.screen.done.show_new.isVisible()


def test_the_new_people_are_shown_among_the_customers(till, workbook, shop, qtbot):
    shop.customer("Olga", "Stará")
    till.drop(workbook)
    till.see(till.screen.columns)
    till.look()
    till.take_over()
    till.press(till.screen.done.show_new)
    qtbot.waitUntil(lambda: till.window.stack.key == "customers")
    chosen = till.window.stack.currentWidget().table.selected_ids()
    assert sorted(shop.names(chosen)) == ["Hana Malá", "Karel Svoboda", "Zdeňka Nováková"]


def test_a_sheet_is_chosen_where_several_hold_something(till, tmp_path, qtbot):
    book = Workbook()
    book.active.append(["Jméno", "Telefon"])
    book.active.append(["Mlýn", "603118270"])
    people = book.create_sheet("People")
    people.append(["Jméno", "Telefon"])
    people.append(["Jana Nová", "603118274"])
    book.save(tmp_path / "shop.xlsx")
    till.drop(tmp_path / "shop.xlsx")
    choose = till.screen.choose
    qtbot.waitUntil(choose.sheets.isVisible)
    qtbot.waitUntil(choose.sheets.rows[0].hasFocus)
    till.press(choose.sheets.rows[1])
    till.see(till.screen.columns)
    assert till.column("Jméno").samples.text() == "Jana Nová"


def test_columns_that_begin_empty_are_put_aside_and_can_be_seen(till, a_file):
    till.drop(a_file("Jméno;Telefon;Firma;Ulice\nJana Nová;603118274;;\n"))
    till.see(till.screen.columns)
    assert not till.column("Firma").isVisible()
    assert till.screen.columns.more.text() == "2 more columns, empty at the beginning"
    till.press(till.screen.columns.more)
    assert till.column("Firma").isVisible()


def test_the_wheel_never_changes_what_a_column_holds(till, a_file):
    till.drop(a_file(BOTH_WAYS))
    till.see(till.screen.columns)
    combo = till.column("Telefon").field
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(combo.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.key == "phone"


def test_the_steps_lead_back(till, a_file):
    till.drop(a_file("Jméno;Telefon\nJana Nová;603118274\n"))
    till.see(till.screen.columns)
    till.look()
    marks = till.screen.steps.marks
    assert [mark.isEnabled() for mark in marks] == [True, True, False, False]
    assert marks[2].accessibleName() == "Look, you are here"
    till.press(marks[1])
    till.see(till.screen.columns)
    till.press(till.screen.columns.foot.back)
    till.see(till.screen.choose)
    assert till.zone == "Drop your list of customers here"


def test_the_list_stands_mirrored_in_a_hebrew_window(qtbot, shop, a_file):
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        till = Till(qtbot, shop, "he")
        till.open()
        till.drop(a_file("שם;טלפון\nרחל לוי;603118274\n"))
        till.see(till.screen.columns)
        foot = till.screen.columns.foot
        assert foot.back.x() > foot.on.x()
        row = next(iter(till.screen.columns.rows.values()))
        assert row.header.mapTo(row, QPoint()).x() > row.field.mapTo(row, QPoint()).x()
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_everything_that_takes_the_keyboard_has_a_name(till, workbook):
    nameless = [till.nameless()]
    till.drop(workbook)
    till.see(till.screen.columns)
    nameless.append(till.nameless())
    till.look()
    nameless.append(till.nameless())
    till.take_over()
    nameless.append(till.nameless())
    assert nameless == [[], [], [], []]
