"""Sheets with real widgets: found, measured, read from a file, kept in the drawer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reports.shop_stock import own, stock_of
from reports.stock import stocks
from ui.printing.sheets.view import SheetsPart

LEFT = Qt.MouseButton.LeftButton
NUMBERS = {
    "labels_across": "3",
    "labels_down": "8",
    "label_width": "64",
    "label_height": "33,9",
    "left_margin": "7",
    "upper_margin": "12.9",
}


@pytest.fixture
def template(tmp_path):
    file = tmp_path / "own.xml"
    file.write_text(
        '<Glabels-templates><Template brand="Maker" part="X1" size="A4"><Label-rectangle id="0"'
        ' width="60mm" height="30mm"><Layout nx="3" ny="9" x0="5mm" y0="5mm" dx="65mm" dy="31mm"/>'
        '</Label-rectangle></Template><Template brand="Maker" part="Bad" size="A4">'
        '<Label-rectangle id="0" width="60mm" height="30mm"><Layout nx="9" ny="9" x0="5mm"'
        ' y0="5mm" dx="65mm" dy="31mm"/></Label-rectangle></Template></Glabels-templates>'
    )
    return file


@pytest.fixture
def part(open_part, template):
    def make(desk):
        made = SheetsPart(desk, lambda _parent, _words, chosen: chosen(template))
        for act in made.acts:  # which stand in the head of the screen
            made.layout().addWidget(act)
        return made

    return open_part(make)


def press(qtbot, part, name):
    found = next(one for one in part.findChildren(QWidget, name) if one.isVisible())
    qtbot.mouseClick(found, LEFT)


def type_in(qtbot, part, **numbers):
    for key, text in numbers.items():
        control = part.measure.fields[key].control
        control.clear()
        qtbot.keyClicks(control, text)


def notice(part):
    return part.window().notice.words


def error_at(part, key):
    return part.measure.fields[key].control.accessibleDescription()


def test_all_known_sheets_are_there_and_filtered_at_once(qtbot, part):
    assert len(part.picker.list.names) == len(stocks())
    qtbot.keyClicks(part.picker.field, "63.5 x 38.1")
    assert part.picker.list.names[0] == "Avery L7160"
    part.picker.field.clear()
    qtbot.keyClicks(part.picker.field, "no such sheet")
    assert part.picker.list.isHidden()
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Escape)
    assert len(part.picker.list.names) == len(stocks())


def test_arrows_walk_the_list_from_the_field(qtbot, part):
    qtbot.keyClicks(part.picker.field, "zweckform 3")
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Down)
    assert part.pane.title.text() == part.picker.list.current != ""


def test_a_sheet_is_measured_and_kept(qtbot, shop, part):
    press(qtbot, part, "sheets.new")
    type_in(qtbot, part, **NUMBERS)
    qtbot.keyClicks(part.measure.name.control, "Blue box")
    press(qtbot, part, "measure.keep")
    sheet = stock_of(shop, "Blue box")
    assert (sheet.labels, sheet.pitch) == (24, (66.0, pytest.approx(33.9, abs=0.01)))
    assert notice(part) == "Sheet “Blue box” added"
    assert part.pane.title.text() == "Blue box"
    part._desk.undo_last()
    assert own(shop) == ()


def test_what_does_not_fit_is_said_at_its_field_while_one_types(qtbot, part):
    press(qtbot, part, "sheets.new")
    type_in(qtbot, part, **{**NUMBERS, "labels_across": "4"})
    assert error_at(part, "labels_across") == "So many do not fit on the sheet: at most 3."
    type_in(qtbot, part, labels_across="3", pitch_across="60")
    assert error_at(part, "labels_across") == ""
    assert (
        error_at(part, "pitch_across") == "The labels would lie over one another: at least 64 mm."
    )
    type_in(qtbot, part, pitch_across="80")
    assert error_at(part, "pitch_across") == "That would lie off the sheet: at most 69.5 mm."
    type_in(qtbot, part, pitch_across="wide")
    assert error_at(part, "pitch_across") == "Please write millimetres, such as 63.5."


def test_the_number_that_has_the_keyboard_is_pointed_out(qtbot, part):
    press(qtbot, part, "sheets.new")
    type_in(qtbot, part, **NUMBERS)
    part.measure.fields["label_width"].control.setFocus()
    start, end = part.measure.drawing.span()
    scale = part.measure.drawing._paper(part.measure.drawing._stock).width() / 210
    assert end.x() - start.x() == pytest.approx(64 * scale, abs=1.5)
    qtbot.keyClick(part.measure.fields["label_width"].control, Qt.Key.Key_Tab)
    assert part.measure.drawing.measured == "label_height"


def test_a_number_that_is_missing_is_asked_for(qtbot, shop, part):
    press(qtbot, part, "sheets.new")
    type_in(qtbot, part, labels_across="3")
    press(qtbot, part, "measure.keep")
    assert part.measure.name.control.accessibleDescription().startswith("Give it a name")
    qtbot.keyClicks(part.measure.name.control, "Blue box")
    qtbot.keyClick(part.measure.name.control, Qt.Key.Key_Return)
    assert error_at(part, "labels_down") == "Please measure this, too."
    assert own(shop) == ()


def test_ones_own_sheet_is_measured_anew_and_removed(qtbot, shop, part):
    press(qtbot, part, "sheets.new")
    type_in(qtbot, part, **NUMBERS)
    qtbot.keyClicks(part.measure.name.control, "Blue box")
    press(qtbot, part, "measure.keep")
    press(qtbot, part, "sheet.change")
    assert part.measure.fields["label_height"].text == "33.9"
    type_in(qtbot, part, labels_down="7")
    press(qtbot, part, "measure.keep")
    assert [one.labels for one in own(shop)] == [21]
    press(qtbot, part, "sheet.remove")
    assert own(shop) == ()
    assert notice(part) == "Sheet “Blue box” removed"


def test_a_template_file_is_read_and_what_does_not_fit_is_named(qtbot, shop, part):
    press(qtbot, part, "sheets.load")
    qtbot.waitUntil(part.templates.isVisible)
    assert part.templates.file.text() == "2 sheets in own.xml. 1 does not fit its page."
    press(qtbot, part, "templates.whole")
    assert part.templates.keep.text() == "Keep 1 sheet"
    press(qtbot, part, "templates.keep")
    assert [one.name for one in own(shop)] == ["Maker X1"]
    assert notice(part) == "Sheet “Maker X1” added"


def test_a_file_that_is_no_template_says_so(qtbot, part, tmp_path):
    wrong = tmp_path / "wrong.xml"
    wrong.write_text("no xml")
    part.read_file(wrong)
    qtbot.waitUntil(lambda: "wrong.xml" in notice(part))
    assert part.templates.isHidden()


def test_marking_a_whole_sheet_puts_it_into_the_drawer(qtbot, shop, part):
    qtbot.keyClicks(part.picker.field, "L7160")
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Down)
    picture = part.pane.picture
    qtbot.mouseClick(picture, LEFT, pos=picture.label_rect(4).center().toPoint())
    (kept,) = shop.printing.drawer.all()
    assert (kept.stock, sorted(kept.gone)) == ("Avery L7160", [1, 2, 3])
    part.pane.name.control.setFocus()
    qtbot.keyClicks(part.pane.name.control, "Blue folder")
    qtbot.keyClick(part.pane.name.control, Qt.Key.Key_Return)
    assert shop.printing.drawer.one(kept.id).name == "Blue folder"
    rows = [
        one.accessibleName() for one in part.pane.findChildren(QPushButton) if one.isCheckable()
    ]
    assert "Blue folder, 18 labels left" in rows
    part.pane.out.click()
    assert shop.printing.drawer.all() == []


def test_what_lies_in_the_drawer_comes_first(qtbot, shop, part):
    shop.printing.drawer.put_in("Herma 4678", gone=[1])
    part.picker.refresh()
    assert part.picker.list.names[0] == "Herma 4678"
