"""The Cards screen, used as a person uses it."""

from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.thanks import prints
from ui.cards.people_list import ROW
from ui.cards.strips import Strip
from ui.shared.buttons import Button
from ui.shared.dialog import Dialog

LEFT = Qt.MouseButton.LeftButton


def press_box(qtbot, studio, at):
    people = studio.screen.column.people
    wide = people.viewport().width()
    x = 20 if people.layoutDirection() == Qt.LayoutDirection.LeftToRight else wide - 20
    qtbot.mouseClick(people.viewport(), LEFT, pos=QPoint(x, at * ROW + ROW // 2))


def ticked(studio):
    people = studio.screen.column.people.model()
    states = [
        people.index(at, 0).data(Qt.ItemDataRole.CheckStateRole) for at in range(people.rowCount())
    ]
    return [state == Qt.CheckState.Checked for state in states]


def pager(studio):
    return studio.screen.preview.accessibleDescription()


def button(widget, words):
    return next(one for one in widget.findChildren(Button) if one.text() == words)


def pixels(studio):
    return studio.screen.preview.sheet.grab().toImage()


def test_the_card_lies_on_the_desk_as_a_sheet_of_620_by_440(qtbot, studio):
    studio.window.resize(1440, 900)
    qtbot.waitUntil(lambda: studio.screen.preview.sheet.sheet().width() == 620)
    sheet = studio.screen.preview.sheet.sheet()
    assert (sheet.width(), sheet.height()) == (620, 440)
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_what_lies_on_the_desk_is_the_page_that_is_printed(qtbot, studio):
    studio.window.resize(1440, 900)
    sheet = studio.screen.preview.sheet
    qtbot.waitUntil(lambda: sheet.sheet().width() == 620 and studio.screen.preview.is_drawn)
    qtbot.mouseClick(studio.screen.controls.save_button, LEFT)
    qtbot.waitUntil(lambda: "saved" in studio.notice)
    with pypdfium2.PdfDocument(studio.file) as saved:
        page = saved[0].render(scale=620 / saved[0].get_width()).to_pil().convert("L")
    seen, corner = pixels(studio), sheet.sheet().topLeft().toPoint()
    dark = [
        (x, y) for x in range(0, 620, 3) for y in range(0, 440, 3) if page.getpixel((x, y)) < 90
    ]
    assert len(dark) > 200
    assert all(seen.pixelColor(corner + QPoint(x, y)).lightness() < 160 for x, y in dark)


def test_arrows_page_through_the_cards(qtbot, studio):
    people = studio.screen.column.people
    assert people.hasFocus()
    before = pixels(studio)
    qtbot.keyClick(people, Qt.Key.Key_Down)
    assert "Olga Benešová" in pager(studio)
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)
    assert pixels(studio) != before
    qtbot.keyClick(people, Qt.Key.Key_End)
    assert "3 of 3" in pager(studio)
    qtbot.keyClick(people, Qt.Key.Key_Home)
    assert "1 of 3" in pager(studio)


@pytest.mark.parametrize(
    ("key", "where"),
    [
        (Qt.Key.Key_Right, "2 of 3"),
        (Qt.Key.Key_Down, "2 of 3"),
        (Qt.Key.Key_PageDown, "2 of 3"),
        (Qt.Key.Key_End, "3 of 3"),
        (Qt.Key.Key_Left, "1 of 3"),
    ],
)
def test_the_desk_pages_by_keys_too(qtbot, studio, key, where):
    studio.screen.preview.setFocus()
    qtbot.keyClick(studio.screen.preview, key)
    assert where in pager(studio)
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_space_and_a_press_on_the_box_tick(qtbot, studio):
    assert ticked(studio) == [True, True, True]
    qtbot.keyClick(studio.screen.column.people, Qt.Key.Key_Space)
    assert ticked(studio) == [False, True, True]
    press_box(qtbot, studio, 2)
    assert ticked(studio) == [False, True, False]
    assert studio.screen.controls.print_button.text() == "Print 1 card"
    assert "1 of 3" in pager(studio)


def test_a_press_on_a_name_shows_her_card_and_ticks_nothing(qtbot, studio):
    people = studio.screen.column.people
    qtbot.mouseClick(people.viewport(), LEFT, pos=QPoint(120, ROW + ROW // 2))
    assert "Olga Benešová" in pager(studio)
    assert ticked(studio) == [True, True, True]


def test_the_rows_are_read_aloud(studio):
    people = studio.screen.column.people.model()
    said = people.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Tereza Horáková, Thursday, turns 40, ticked"
    assert studio.screen.preview.sheet.accessibleDescription().startswith("Milá paní")


def test_clear_unticks_all_and_nothing_can_be_printed(qtbot, studio):
    qtbot.mouseClick(studio.screen.column.tick, LEFT)
    assert ticked(studio) == [False, False, False]
    assert not studio.screen.controls.print_button.isEnabled()
    assert studio.screen.controls.print_button.toolTip() == "Nobody is ticked"


def test_another_list_is_chosen(qtbot, studio, bakery):
    lists = studio.screen.column.lists
    lists.setFocus()
    qtbot.keyClick(lists, Qt.Key.Key_Up)
    assert lists.key == "birthdays:7"
    assert ticked(studio) == [True, True]
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_another_paper_changes_the_form_of_the_card(qtbot, studio):
    paper = studio.screen.controls.paper
    paper.setFocus()
    qtbot.keyClick(paper, Qt.Key.Key_Home)
    assert paper.key == "A6"
    qtbot.keyClicks(paper, "DL")
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)
    form = studio.screen.preview.sheet.sheet()
    assert form.width() / form.height() == pytest.approx(210 / 99, abs=0.01)


def test_printing_puts_the_cards_on_paper_and_writes_it_down(qtbot, studio, bakery):
    qtbot.mouseClick(studio.screen.controls.print_button, LEFT)
    qtbot.waitUntil(lambda: studio.notice == "3 cards printed")
    with pypdfium2.PdfDocument(studio.printed) as printed:
        assert len(printed) == 3
        wide, high = (side / 72 * 25.4 for side in printed.get_page_size(0))
    assert (wide, high) == (pytest.approx(148, abs=0.3), pytest.approx(105, abs=0.3))
    assert len(prints.printed_lately(bakery.book)) == 3
    assert ticked(studio) == [False, False, False]


def test_saving_tells_the_file(qtbot, studio, bakery):
    qtbot.mouseClick(studio.screen.controls.save_button, LEFT)
    qtbot.waitUntil(lambda: studio.notice == "3 cards saved and marked as printed: cards.pdf")
    assert studio.file.read_bytes().startswith(b"%PDF")
    assert len(prints.printed_lately(bakery.book)) == 3


def test_leaving_the_dialog_for_the_file_saves_nothing(qtbot, studio, bakery):
    studio.file = None
    qtbot.mouseClick(studio.screen.controls.save_button, LEFT)
    assert studio.notice == ""
    assert prints.printed_lately(bakery.book) == []


def test_a_folder_that_is_gone_is_told_in_a_sentence(qtbot, studio, bakery, tmp_path):
    studio.file = tmp_path / "gone" / "cards.pdf"
    qtbot.mouseClick(studio.screen.controls.save_button, LEFT)
    qtbot.waitUntil(lambda: "cannot be written" in studio.notice)
    assert studio.screen.controls.save_button.isEnabled()
    assert prints.printed_lately(bakery.book) == []


def test_without_a_printer_a_file_is_offered(qtbot, studio):
    studio.printers = False
    qtbot.mouseClick(studio.screen.controls.print_button, LEFT)
    dialog = studio.screen.findChild(Dialog)
    assert dialog.windowTitle() == "This computer has no printer"
    qtbot.mouseClick(button(dialog, "Save as PDF"), LEFT)
    qtbot.waitUntil(lambda: studio.notice == "3 cards saved and marked as printed: cards.pdf")


def test_a_remark_leads_to_its_card_and_can_be_settled(qtbot, studio, bakery):
    studio.window.resize(1440, 900)
    bakery.customers.change(3, do_not_post=True)
    strips = studio.screen.strips

    def of_marek():
        return [
            one
            for one in strips.findChildren(Strip)
            if one.isVisible() and "left out" in one.accessibleName()
        ]

    qtbot.waitUntil(lambda: len(of_marek()) == 1)
    (strip,) = of_marek()
    assert strip.accessibleName() == "Marek Šimek is left out Asked not to get post."
    qtbot.mouseClick(button(strip, "Show"), LEFT)
    assert "Marek Šimek, wants no post, 3 of 3" in pager(studio)
    qtbot.mouseClick(button(strip, "Fine as it is"), LEFT)
    qtbot.waitUntil(lambda: not strips.isVisible())


def test_a_box_that_cannot_be_ticked_says_why(qtbot, studio, bakery):
    bakery.customers.change(3, deceased=False, do_not_post=True)
    press_box(qtbot, studio, 2)
    assert studio.notice == "Marek Šimek cannot be ticked: wants no post"
    assert ticked(studio) == [True, True, False]


def test_chosen_people_come_from_elsewhere(qtbot, studio):
    studio.screen.choose_people([3, 1])
    assert "Marek Šimek" in pager(studio)
    assert studio.screen.column.lists.currentText() == "2 chosen people"
    assert ticked(studio) == [True, True]
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_nobody_on_the_list_offers_what_to_do(qtbot, studio, bakery):
    bakery.time.passes(days=60)
    studio.screen.visited()
    assert not studio.screen.preview.isVisible()
    qtbot.mouseClick(button(studio.screen.nobody, "Show everyone"), LEFT)
    assert studio.screen.preview.isVisible()
    assert ticked(studio) == [True, True, True]
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_out_of_sight_the_screen_rests_and_catches_up_at_the_next_visit(qtbot, studio, bakery):
    studio.window.go("customers")
    bakery.customers.change(1, first_name="Terezka")
    assert "Tereza " in pager(studio)
    studio.window.go("cards")
    assert "Terezka " in pager(studio)
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_in_hebrew_the_page_is_mirrored_and_the_card_is_not(qtbot, open_studio):
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        studio = open_studio("he")
        screen = studio.screen
        assert screen.column.x() > screen.notice_over.x() > screen.controls.x()
        screen.preview.setFocus()
        qtbot.keyClick(screen.preview, Qt.Key.Key_Left)
        assert "Olga Benešová" in pager(studio)
        press_box(qtbot, studio, 0)
        assert ticked(studio) == [False, True, True]
        assert screen.preview.sheet.accessibleDescription().startswith("Milá paní")
        qtbot.waitUntil(lambda: screen.preview.is_drawn)
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_address_labels_are_printed_for_those_who_are_ticked(qtbot, studio):
    press_box(qtbot, studio, 0)
    wanted = []
    studio.desk.print_labels = wanted.append
    qtbot.mouseClick(studio.screen.controls.labels_button, LEFT)
    assert wanted == [[2, 3]]


def test_a_picture_that_is_not_chosen_after_all_changes_nothing(qtbot, studio):
    controls = studio.screen.controls
    studio.screen._choosers = replace(studio.screen._choosers, picture=lambda _parent, _title: None)
    controls.ground.choose("picture")
    controls.ground.activated.emit(controls.ground.currentIndex())
    assert controls.ground.key == ""
    assert studio.screen.presenter.tools.making.ground == ""


def test_tab_goes_from_the_list_by_the_hands_to_printing(qtbot, studio):
    there = studio.screen.column.lists
    there.setFocus()
    reached = [there]
    while len(reached) < 40 and there is not studio.screen.controls.print_button:
        qtbot.keyClick(there, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        reached.append(there)
    controls = studio.screen.controls
    stops = (
        studio.screen.column.people,
        controls.letter,
        controls.hands.choices[0],
        controls.inks.dots.choices[0],
        controls.lively.slider,
        controls.paper,
        controls.print_button,
    )
    assert [one for one in reached if one in stops] == list(stops)
