"""The part *For the table*: what is typed, the page beside it, and the file that comes out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.reports import reading
from tests.ui.coupons.acts import press
from ui.cards.outlets import Choosers
from ui.printing.table.view import MENUS, NUMBERS, PLACES, TablePart
from ui.shared.choices import Choice
from ui.shared.fields import Area


@pytest.fixture
def table(open_part, saved):
    choosers = Choosers(file=lambda *_: saved, has_printer=lambda: False)
    part = open_part(lambda desk: TablePart(desk, choosers))
    assert isinstance(part, TablePart)
    part.visited()
    return part


def write(qtbot, page, key, text):
    control = page.form.fields[key].control
    assert isinstance(control, Area)
    control.lines.selectAll()
    qtbot.keyClick(control.lines, Qt.Key.Key_Delete)
    QGuiApplication.clipboard().setText(text)
    control.lines.paste()


def choose(qtbot, page, design):
    tile = page.form.designs.findChild(Choice, f"design.{design}")
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def saves(qtbot, page, saved):
    press(qtbot, page, "new.save")
    qtbot.waitUntil(saved.exists)
    qtbot.waitUntil(page.save.isEnabled)
    return saved.read_bytes()


def test_guests_are_pasted_one_a_line_and_come_out_with_a_card_each(qtbot, table, saved):
    page = table.page(PLACES)
    write(qtbot, page, "names", "Jana Nováková\nPetr\n\nנועה")
    qtbot.waitUntil(lambda: page.said.text() == "3 place cards")
    qtbot.waitUntil(lambda: page.is_drawn and page.sheet.isVisible())
    qtbot.waitUntil(lambda: page.form.designs.is_drawn)
    said = reading.words_by_pypdf(saves(qtbot, page, saved))
    assert [said.count(name) for name in ("Jana", "Petr", "נועה")] == [2, 2, 2]


def test_a_name_that_the_hand_cannot_write_is_named_before_it_is_printed(qtbot, table):
    page = table.page(PLACES)
    write(qtbot, page, "names", "Jana\n李小龙")
    qtbot.waitUntil(lambda: "2 place cards" in page.said.text())
    _, caution = page.said.text().splitlines()
    assert "李小龙" in caution
    assert "Jana" not in caution


def test_a_list_from_the_book_sits_at_the_table(qtbot, table, shop, saved):
    shop.customer("Ludmila", "Dvořáková")
    page = table.page(PLACES)
    write(qtbot, page, "names", "")
    assert "choose a list" in page.said.text()
    page.refresh_choices()
    page.form.fields["whom"].control.choose("all")
    page.form.fields["called"].control.choose("first")
    qtbot.waitUntil(lambda: page.said.text() == "1 place card")
    said = reading.words_by_pypdf(saves(qtbot, page, saved))
    assert said.count("Ludmila") == 2
    assert "Dvořáková" not in said


def test_the_design_that_was_printed_is_chosen_the_next_time(qtbot, table, shop, saved):
    page = table.page(PLACES)
    write(qtbot, page, "names", "Petr")
    choose(qtbot, page, "garden")
    saves(qtbot, page, saved)
    qtbot.waitUntil(lambda: shop.settings.recall("design of place cards") == "garden")
    page.begin()
    assert page.form.designs.key == "garden"


def test_a_menu_is_typed_and_drawn_and_what_is_wrong_is_said_at_its_field(qtbot, table, saved):
    table.show_kind(MENUS)
    page = table.page(MENUS)
    write(qtbot, page, "dishes", "")
    press(qtbot, page, "new.save")
    assert "dish" in page.form.fields["dishes"].control.lines.accessibleDescription()
    assert not saved.exists()
    write(qtbot, page, "dishes", "Starters:\nSoup | 4.50 | 1, 9")
    qtbot.waitUntil(lambda: page.said.text() == "1 menu")
    assert {"Soup", "4.50"} <= set(reading.words_by_pdfium(saves(qtbot, page, saved)))


def test_table_numbers_are_counted_and_come_out(qtbot, table, saved):
    table.show_kind(NUMBERS)
    page = table.page(NUMBERS)
    field = page.form.fields["tables"].control
    field.selectAll()
    qtbot.keyClicks(field, "1-3, Window")
    qtbot.waitUntil(lambda: page.said.text() == "4 table numbers")
    pdf = saves(qtbot, page, saved)
    assert reading.pages(pdf) == 4
    field.selectAll()
    qtbot.keyClicks(field, "1-9999")
    assert "500" in page.said.text()
