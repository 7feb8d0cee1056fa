from functools import partial

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reports.designed_labels import designed, preview
from reports.label_design import CodeBox, Design, PictureBox, Place, ShapeBox, TextBox, Tint, Weight
from reports.label_design_file import as_parts, from_parts
from tests.reports.reading import pages, words_by_pdfium
from tests.reports.scanning import shapes
from ui.cards.outlets import Choosers
from ui.printing.designer.view import DesignsPart

SIZE = (60.0, 40.0)
ACCENT = (176, 69, 42)


@pytest.fixture
def people(shop):
    shop.customer("Eva", "Malá", city="Brno", street="Hlavní 1", card_number="4207")
    shop.customer("Maximiliána Bohumila", "Nepomucká-Schwarzenbergová")
    shop.customer("Petr", "Novák")


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (40, 20), (0, 0, 200)).save(path)
    return path


@pytest.fixture
def part(open_part, logo, saved_file):
    choosers = Choosers(
        picture=lambda *_: logo, file=lambda *_: saved_file, has_printer=lambda: False
    )
    return open_part(partial(DesignsPart, choosers=choosers))


@pytest.fixture
def saved_file(tmp_path):
    """Where the owner saves whenever she is asked."""
    return tmp_path / "labels.pdf"


@pytest.fixture
def editor(part, shop, people, qtbot):
    boxes = (
        ShapeBox(place=Place(left=10, top=10, wide=15, high=8), colour=Tint.ACCENT),
        TextBox(
            place=Place(left=5, top=25, wide=30, high=10), text="{name}", smallest=8, largest=14
        ),
    )
    number = shop.printing.designs.add("Mine", as_parts(Design(size=SIZE, boxes=boxes)))
    part.open(number)
    qtbot.waitUntil(lambda: part.editor.is_drawn)
    return part.editor


def saved(shop, at=0):
    return from_parts(shop.printing.designs.all()[at].parts)


def mouse(canvas, kind, at, button=Qt.MouseButton.LeftButton, held=Qt.KeyboardModifier.NoModifier):
    where = QPointF(at)
    there = QPointF(canvas.mapToGlobal(at.toPoint() if isinstance(at, QPointF) else at))
    event = QMouseEvent(kind, where, there, button, Qt.MouseButton.LeftButton, held)
    QApplication.sendEvent(canvas, event)


def drag(canvas, start, way, held=Qt.KeyboardModifier.NoModifier):
    mouse(canvas, QEvent.Type.MouseButtonPress, start, held=held)
    for part in (0.3, 0.7, 1.0):
        mouse(canvas, QEvent.Type.MouseMove, start + way * part, held=held)
    mouse(canvas, QEvent.Type.MouseButtonRelease, start + way, held=held)


ALONE = Qt.KeyboardModifier.AltModifier


def test_a_box_that_is_dragged_lands_where_it_was_dropped(editor, shop, qtbot):
    canvas = editor.canvas
    scale = canvas.scale()
    middle = canvas.rect_of(editor.presenter.design.boxes[0].place).center()
    drag(canvas, middle, QPointF(7.3 * scale, 4.6 * scale), held=ALONE)
    assert editor.keep()
    one = shop.customers.several(editor.presenter.people)[0]
    pdf, _ = preview(designed(shop, saved(shop), [one])[0])
    (found,) = shapes(pdf, colour=ACCENT)
    assert found == pytest.approx((17.3, 14.6, 32.3, 22.6), abs=0.1)


def test_a_box_near_the_middle_is_drawn_to_it(editor):
    canvas, box = editor.canvas, editor.presenter.design.boxes[0]
    scale = canvas.scale()
    drag(canvas, canvas.rect_of(box.place).center(), QPointF(12.3 * scale, 6.2 * scale))
    place = editor.presenter.design.boxes[0].place
    assert (place.left + place.right) / 2 == pytest.approx(30)
    assert (place.top + place.foot) / 2 == pytest.approx(20)


def test_a_grip_changes_the_size_and_leaves_the_other_edges(editor):
    canvas = editor.canvas
    editor.presenter.choose(0)
    rect, scale = canvas.rect_of(editor.presenter.design.boxes[0].place), canvas.scale()
    drag(canvas, rect.bottomRight(), QPointF(6 * scale, 3 * scale), held=ALONE)
    assert editor.presenter.design.boxes[0].place == Place(left=10, top=10, wide=21, high=11)
    rect = canvas.rect_of(editor.presenter.design.boxes[0].place)
    drag(canvas, rect.topLeft(), QPointF(2 * scale, -4 * scale), held=ALONE)
    assert editor.presenter.design.boxes[0].place == Place(left=12, top=6, wide=19, high=15)


def test_one_drag_is_taken_back_at_once(editor, qtbot):
    before, canvas = editor.presenter.design, editor.canvas
    drag(canvas, canvas.rect_of(before.boxes[0].place).center(), QPointF(60, 30))
    assert editor.presenter.design != before
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.presenter.design == before
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(canvas, Qt.Key.Key_Z, both)
    assert editor.presenter.design != before


def test_everything_can_be_done_by_keys(editor, qtbot):
    canvas, presenter = editor.canvas, editor.presenter
    canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    press = partial(qtbot.keyClick, canvas)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_Tab)
    assert presenter.editing.chosen == 0
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, shift)
    assert presenter.design.boxes[0].place == Place(left=10.5, top=15, wide=15, high=8)
    press(Qt.Key.Key_Right, control)
    press(Qt.Key.Key_Up, control | shift)
    assert presenter.design.boxes[0].place == Place(left=10.5, top=15, wide=15.5, high=3)
    press(Qt.Key.Key_D, control)
    assert len(presenter.design.boxes) == 3
    press(Qt.Key.Key_Delete)
    assert len(presenter.design.boxes) == 2
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert presenter.editing.chosen == 1
    assert "Text “{name}”" in canvas.accessibleDescription()
    press(Qt.Key.Key_Tab)
    assert not canvas.hasFocus()


def test_enter_goes_to_what_the_box_says(editor, qtbot):
    editor.presenter.choose(1)
    editor.canvas.setFocus()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Return)
    lines = editor.inspector.text.saying.area.lines
    assert lines.hasFocus()
    lines.selectAll()
    qtbot.keyClicks(lines, "Dear ")
    menu = editor.inspector.text.saying.menu()
    person = menu.actions()[0].menu()
    next(act for act in person.actions() if act.text() == "First name").trigger()
    assert editor.presenter.design.boxes[1].text == "Dear {first_name}"
    qtbot.waitUntil(lambda: editor.is_drawn)


def test_what_is_typed_of_a_box_is_done_to_it(editor, qtbot):
    editor.presenter.choose(1)
    page, place = editor.inspector.text, editor.inspector.place.fields
    for field, typed in ((place["left"], "7,5"), (page.largest, "20")):
        field.control.setFocus()
        field.control.selectAll()
        qtbot.keyClicks(field.control, typed)
        qtbot.keyClick(field.control, Qt.Key.Key_Return)
    qtbot.keyClick(page.smallest.control, Qt.Key.Key_Up)
    for choices, key in ((page.align, "middle"), (page.stands, "foot")):
        qtbot.mouseClick(
            next(c for c in choices.choices if c.key == key), Qt.MouseButton.LeftButton
        )
    box = editor.presenter.design.boxes[1]
    assert (box.place.left, box.largest, box.smallest) == (7.5, 20, 8.5)
    assert (box.align, box.stands) == ("middle", "foot")


def test_a_number_that_is_none_comes_back_as_it_was(editor, qtbot):
    editor.presenter.choose(1)
    field = editor.inspector.place.fields["top"]
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, "abc")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.control.text() == "25"


@pytest.mark.parametrize(
    ("kind", "made"),
    [("text", TextBox), ("hand", TextBox), ("qr", CodeBox), ("bars", CodeBox), ("line", ShapeBox)],
)
def test_something_new_is_put_on_the_label_and_chosen(editor, kind, made, qtbot):
    qtbot.mouseClick(editor.inspector.adds[kind], Qt.MouseButton.LeftButton)
    assert isinstance(editor.presenter.editing.box, made)
    assert editor.canvas.hasFocus()
    # A hand opens its letters when it first writes.
    qtbot.waitUntil(lambda: editor.is_drawn, timeout=30_000)


def test_a_picture_is_chosen_and_kept_in_the_book(editor, shop, qtbot):
    qtbot.mouseClick(editor.inspector.adds["picture"], Qt.MouseButton.LeftButton)
    box = editor.presenter.editing.box
    assert isinstance(box, PictureBox)
    assert shop.keepsakes.title(box.picture) == "logo.png"


def test_one_turns_through_real_people_and_finds_the_longest_text(editor, qtbot):
    assert editor.person.text() == "Eva Malá"
    qtbot.mouseClick(editor.after, Qt.MouseButton.LeftButton)
    assert editor.pager.text() == "2 of 3"
    qtbot.keyClick(editor.canvas, Qt.Key.Key_PageUp)
    assert editor.pager.text() == "1 of 3"
    qtbot.mouseClick(editor.longest, Qt.MouseButton.LeftButton)
    assert editor.person.text() == "Maximiliána Bohumila Nepomucká-Schwarzenbergová"


def said(editor):
    return [one.said for one in editor.cautions]


def test_it_is_told_for_whom_the_text_is_too_long(editor, qtbot):
    editor.presenter.choose(1)
    editor.presenter.place(Place(left=5, top=25, wide=20, high=5), "")
    qtbot.waitUntil(lambda: editor.is_drawn)
    qtbot.waitUntil(lambda: any("Maximiliána" in line for line in said(editor)))
    (line,) = editor.cautions
    qtbot.mouseClick(line.show_button, Qt.MouseButton.LeftButton)
    assert editor.person.text().startswith("Maximiliána")


def test_going_back_saves_and_that_can_be_undone(part, editor, shop, qtbot):
    before = saved(shop)
    editor.presenter.choose(0)
    editor.presenter.act("remove")
    editor.name.setText("Gift tags")
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert not part.is_editing
    assert shop.printing.designs.all()[0].name == "Gift tags"
    assert len(saved(shop).boxes) == 1
    qtbot.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: saved(shop) == before)


def test_a_name_that_another_design_has_is_refused_and_said(part, editor, shop, qtbot):
    shop.printing.designs.add("Jars", as_parts(Design(size=SIZE)))
    editor.name.setText("jars")
    qtbot.mouseClick(editor.back, Qt.MouseButton.LeftButton)
    assert part.is_editing
    assert editor.name.hasFocus()


def test_a_new_design_begins_from_one_that_is_there(part, shop, people, qtbot):
    part.visited()
    tile = next(one for one in part.all.starts.tiles if one.objectName() == "start.loyalty")
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert part.is_editing
    assert shop.printing.designs.all()[0].name == "Sticker for a customer card"
    assert part.editor.person.text() == "Eva Malá"
    assert saved(shop).stock == "Avery L7160"
    part.editor.left.emit()
    assert len(part.all.own.tiles) == 1


def test_designs_are_doubled_and_removed_and_that_is_undone(part, editor, shop, qtbot):
    editor.left.emit()
    (tile,) = part.all.own.tiles
    tile.open.setFocus()
    qtbot.keyClick(tile.open, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in shop.printing.designs.all()] == ["Mine", "Mine 2"]
    tile = part.all.own.tiles[0]
    qtbot.keyClick(tile.open, Qt.Key.Key_Delete)
    assert [one.name for one in shop.printing.designs.all()] == ["Mine 2"]
    qtbot.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(part.all.own.tiles) == 2)


def test_a_design_that_cannot_be_read_says_so_and_can_be_removed(part, shop):
    shop.printing.designs.add("Newer", {"format": 99})
    part.visited()
    (tile,) = part.all.own.tiles
    assert not tile.open.isEnabled()
    assert "newer version" in tile.open.toolTip()
    acts = [act.text() for act in part.all.menu_for(part.gallery.designs()[0]).actions()]
    assert acts == ["Double", "Remove"]


def test_without_customers_every_field_says_what_it_is(part, shop, qtbot):
    part.open(
        shop.printing.designs.add(
            "Mine",
            as_parts(
                Design(
                    size=SIZE,
                    boxes=(TextBox(place=Place(left=2, top=2, wide=50, high=20), text="{name}"),),
                )
            ),
        )
    )
    qtbot.waitUntil(lambda: part.editor.is_drawn)
    assert part.editor.person.text() == "Nobody yet"
    assert not part.editor.longest.isVisible()
    pdf, _ = preview(part.editor.shown_label)
    assert words_by_pdfium(pdf) == ["‹Name›"]


def test_for_another_sheet_everything_is_larger_or_smaller(part, editor, qtbot):
    qtbot.mouseClick(editor.sheet, Qt.MouseButton.LeftButton)
    assert part.picker.isVisible()
    qtbot.keyClicks(part.picker.field, "L7163")
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.presenter.design.size == (99.06, 38.1)
    assert editor.presenter.design.stock == "Avery L7163"
    assert "Avery L7163" in editor.sheet.text()


def test_what_one_begins_from_is_drawn_for_the_sheet_that_was_chosen(part, shop, qtbot):
    part.visited()
    qtbot.mouseClick(part.all.stock, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(part.picker.field, "5160")
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Return)
    assert part.all.isVisible()
    qtbot.mouseClick(part.all.starts.tiles[0], Qt.MouseButton.LeftButton)
    assert saved(shop).stock == "Avery 5160"
    part.editor.left.emit()
    qtbot.mouseClick(part.all.stock, Qt.MouseButton.LeftButton)
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Escape)
    assert part.all.isVisible()


def test_what_is_being_made_is_saved_when_one_goes_elsewhere(part, editor, shop, qtbot):
    editor.presenter.choose(0)
    editor.presenter.act("remove")
    part.hide()
    assert len(saved(shop).boxes) == 1
    part.show()
    assert part.is_editing


def test_what_is_no_field_is_said(editor, qtbot):
    editor.presenter.choose(1)
    lines = editor.inspector.text.saying.area.lines
    lines.setFocus()
    lines.selectAll()
    qtbot.keyClicks(lines, "{nmae}")
    assert editor.inspector.text.saying.area.accessibleDescription() == "Not a field: {nmae}"
    lines.selectAll()
    qtbot.keyClicks(lines, "{name}")
    assert editor.inspector.text.saying.area.accessibleDescription() == ""


def test_a_label_that_is_the_same_for_everybody_is_printed_as_often_as_wanted(
    part, shop, qtbot, saved_file
):
    part.visited()
    sheet = part.gallery.usual_sheet()
    one = part.gallery.begin("price", sheet)
    part.visited()
    part.all.print_wanted.emit(one.id)
    dialog = part.copies
    assert dialog.count.value == 21
    fifth = dialog.sheet.label_rect(5).center().toPoint()
    qtbot.mouseClick(dialog.sheet, Qt.MouseButton.LeftButton, pos=fifth)
    dialog.count.control.selectAll()
    qtbot.keyClicks(dialog.count.control, "30")
    qtbot.keyClick(dialog.count.control, Qt.Key.Key_Return)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(saved_file.exists)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    pdf = saved_file.read_bytes()
    assert pages(pdf) == 2
    assert words_by_pdfium(pdf, 0).count("Sourdough") == 17
    assert words_by_pdfium(pdf, 1).count("Sourdough") == 13
    dialog.reject()
    qtbot.waitUntil(lambda: part.copies is None)


def test_a_label_for_people_goes_to_where_people_are_chosen(part, editor, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(part._desk, "print_labels", lambda ids, design: asked.append((ids, design)))
    qtbot.mouseClick(editor.print, Qt.MouseButton.LeftButton)
    assert asked == [((), editor.presenter.id)]


def test_the_picture_is_of_the_newest_design_however_fast_it_changes(editor, qtbot):
    presenter = editor.presenter
    presenter.choose(1)
    before = presenter.design
    presenter.place(Place(left=5, top=2, wide=30, high=10), "")
    presenter.act("undo")
    qtbot.waitUntil(lambda: editor.is_drawn)
    assert presenter.design == before
    assert editor.drawn_design == before


def test_what_is_told_below_leaves_the_label_where_it_is(editor, qtbot):
    before = editor.canvas.geometry()
    editor.presenter.choose(1)
    editor.presenter.place(Place(left=5, top=25, wide=20, high=5), "")
    qtbot.waitUntil(lambda: bool(editor.cautions))
    assert editor.canvas.geometry() == before


def test_escape_goes_from_the_text_to_the_label_and_then_back(part, editor, qtbot):
    editor.presenter.choose(1)
    lines = editor.inspector.text.saying.area.lines
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Escape)
    assert editor.canvas.hasFocus()
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert editor.presenter.editing.chosen is None
    qtbot.keyClick(editor.canvas, Qt.Key.Key_Escape)
    assert not part.is_editing


def test_a_text_is_written_by_hand_in_a_hand_and_an_ink(editor, shop, qtbot):
    editor.presenter.choose(1)
    page = editor.inspector.text
    for combo, key in ((page.weight, "hand"), (page.hand, "Kalam")):
        combo.choose(key)
        combo.activated.emit(combo.currentIndex())
    black = next(dot for dot in page.ink.dots.choices if dot.key == "black")
    qtbot.mouseClick(black, Qt.MouseButton.LeftButton)
    box = editor.presenter.editing.box
    assert (box.weight, box.hand, box.ink) == (Weight.HAND, "Kalam", "black")
    assert not page.colour.isVisible()
    qtbot.waitUntil(lambda: editor.is_drawn, timeout=30_000)
    style = editor.shown_label.means.style(box)
    assert (style.hand.name, style.ink.name) == ("Kalam", "black")


def test_a_box_cannot_be_typed_off_the_label(editor, qtbot):
    editor.presenter.choose(0)
    field = editor.inspector.place.fields["left"]
    field.control.setFocus()
    field.control.selectAll()
    qtbot.keyClicks(field.control, "900")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert editor.presenter.design.boxes[0].place.right == SIZE[0]
    assert field.control.text() == "45"


def test_a_design_is_saved_when_the_window_is_closed(editor, part, shop):
    editor.presenter.add("text")
    part.window().close()
    assert len(saved(shop).boxes) == 3
