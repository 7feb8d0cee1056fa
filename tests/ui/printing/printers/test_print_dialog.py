"""Printing asks for the right printer, remembers it, warns of what would go wrong, and shows the paper."""

from dataclasses import replace
from io import BytesIO
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer

from app.printing.corrections import Correction
from app.progress import Cancelled, unheard
from reports.correction import put, righting
from reports.field import TextTooLong
from reports.papers import Edge
from reports.sheet import Imprint, Sheet
from reports.test_page import laid_out
from reports.two_sided import Turning
from tests.ui.cards.test_printing import drawn
from tests.ui.cards.test_printing_right import BAD, bars, crossing, numbered, trial
from tests.ui.printing.printers.conftest import A4, INKJET, LASER, ROLLS
from ui.cards.outlets import Choosers, Outlets
from ui.cards.shown import Paperwork
from ui.printing.devices import SystemDevices
from ui.printing.learn_dialog import LearnDialog
from ui.printing.print_choices import BY_HAND, ITSELF, ONE, PrintChoices, Wanted
from ui.printing.print_dialog import PrintDialog
from ui.printing.turn_dialog import TurnAsker
from ui.shared.chips import FilterChip

A6 = (148.0, 105.0)


@pytest.fixture
def open_dialog(desk, devices, qtbot):
    def opener(page=A4, edge=None, draw=None):
        wanted = Wanted(page=page, title="Labels", edge=edge)
        dialog = PrintDialog(desk, devices, wanted, draw, desk.window)
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return opener


def pick(combo, key):
    """As a person does it with the keys."""
    combo.choose(key)
    combo.activated.emit(combo.currentIndex())


def choices(shop, desk, page=A4, edge=None):
    return PrintChoices(
        shop, desk.words, [INKJET, LASER, ROLLS], Wanted(page=page, title="", edge=edge)
    )


def test_the_usual_printer_is_chosen_at_first_and_the_last_one_the_next_time(open_dialog, qtbot):
    dialog = open_dialog()
    assert dialog.printer.key == "laser"
    pick(dialog.printer, "inkjet")
    dialog.copies.setText("3")
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
    assert (dialog.chosen.device, dialog.chosen.copies) == (INKJET, 3)
    assert open_dialog().printer.key == "inkjet"
    assert open_dialog(page=A6).printer.key == "laser"


def test_enter_prints_and_escape_does_not(open_dialog, qtbot):
    dialog = open_dialog()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen is None
    dialog = open_dialog()
    qtbot.keyClick(dialog.copies, Qt.Key.Key_Return)
    assert dialog.chosen.device == LASER


def test_it_says_how_well_the_printer_is_known(open_dialog, shop):
    assert "up to 2 mm off" in open_dialog().standing.text()
    shop.printing.corrections.keep(Correction(printer="laser", right_um=500, proved=True))
    shop.printing.corrections.keep(Correction(printer="laser", tray="Manual", right_um=500))
    dialog = open_dialog()
    assert "proved on" in dialog.standing.text()
    pick(dialog.tray, "Manual")
    assert "not proved yet" in dialog.standing.text()


def test_a_paper_that_the_driver_does_not_know_is_warned_of(open_dialog):
    dialog = open_dialog()
    assert dialog.warnings.isHidden()
    pick(dialog.printer, "rolls")
    assert "does not know paper of A4 · 210 × 297 mm" in dialog.warnings.text()


def test_what_stands_where_the_printer_cannot_reach_is_warned_of(open_dialog, qtbot):
    near = open_dialog((100.0, 150.0), draw=lambda _shop, to: to.write(numbered(1)))
    qtbot.waitUntil(lambda: "4.2 mm at the edges" in near.warnings.text())
    far = open_dialog(A6, draw=lambda _shop, to: to.write(drawn("A6")))
    qtbot.waitUntil(lambda: far.preview.count == 1)
    assert far.warnings.isHidden()


def test_both_sides_are_offered_as_the_printer_can(shop, desk):
    two = choices(shop, desk, edge=Edge.LONG)
    assert two.sides(INKJET) == (ITSELF, BY_HAND, ONE)
    assert two.sides(LASER) == (BY_HAND, ONE)
    assert choices(shop, desk).sides(INKJET) == (ONE,)


def test_what_was_learned_of_a_printer_s_stack_is_kept(shop, desk):
    two = choices(shop, desk, edge=Edge.LONG)
    usual = two.usual()
    assert two.turning(usual) is None
    two.keep_turning(usual, Turning(over=False, backwards=True, upright=False))
    assert two.turning(usual) == Turning(over=False, backwards=True, upright=False)


def test_labels_that_are_put_in_by_hand_change_nothing_for_blank_paper(shop, desk):
    labels = PrintChoices(
        shop,
        desk.words,
        [INKJET, LASER],
        Wanted(page=A4, title="", paper="Avery L7160"),
    )
    labels.keep(replace(labels.usual(), tray="Manual"))
    assert labels.usual().tray == "Manual"
    assert choices(shop, desk).usual().tray == ""


def test_a_printer_that_went_away_meanwhile_is_said_and_no_other_prints(desk, devices, qtbot):
    class Unplugged(type(devices)):
        def printer(self, name, tray=""):
            return SystemDevices().printer(name, tray)

    gone = Unplugged(devices.folder)
    outlets = Outlets(
        desk, desk.window, Choosers(has_printer=lambda: True, devices=gone), lambda: None
    )
    QTimer.singleShot(0, lambda: press_print(desk))
    assert outlets.ask_printer(A4, "Test page") is None
    assert "not there any more" in desk.window.notice.words


def test_with_all_its_warnings_it_is_no_higher_than_a_small_window(desk, devices, qtbot):
    shallow = replace(ROLLS, title="A printer of a long name, for rolls", rims=(30.0,) * 4)
    desk.shop.printing.corrections.keep(Correction(printer="rolls", feed="long"))
    desk.shop.printing.corrections.keep(Correction(printer="rolls"))
    devices.devices = (shallow,)
    desk.window.resize(desk.window.minimumSize())
    wanted = Wanted(page=A4, title="Labels", edge=Edge.LONG)
    dialog = PrintDialog(desk, devices, wanted, lambda _s, to: to.write(drawn("A6")), desk.window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.warnings.text().count("\n") == 1)
    assert dialog.minimumSizeHint().height() <= 520
    assert dialog.warnings.visibleRegion().boundingRect().height() == dialog.warnings.height()


def test_what_has_codes_of_its_own_is_not_copied(desk, devices, qtbot):
    for once in (False, True):
        wanted = Wanted(page=A4, title="Coupons", once=once)
        dialog = PrintDialog(desk, devices, wanted, None, desk.window)
        dialog.open()
        qtbot.waitExposed(dialog)
        assert dialog.copies.isVisible() is not once
        dialog.accept()
        assert dialog.chosen.copies == 1


def test_a_spoilt_memory_is_no_memory(shop, desk):
    asked = choices(shop, desk)
    for spoilt in ("{", "[]", '{"printer": 7}', '{"printer": "gone", "tray": "x"}'):
        shop.settings.remember(asked.wanted.key, spoilt)
        assert asked.usual().device == LASER


def test_the_preview_shows_the_very_bytes(open_dialog, qtbot):
    dialog = open_dialog(A6, draw=lambda _shop, to: to.write(drawn("A6", cards=3)))
    qtbot.waitUntil(lambda: dialog.preview.count == 3)
    assert dialog.preview.pager.text() == "1 of 3"
    dialog.reject()
    assert dialog.preview.count == 0


def test_a_preview_that_nobody_waits_for_any_more_is_not_drawn_to_its_end(open_dialog, qtbot):
    begun, pages = Event(), []

    def draw(_shop, to):
        sheet = Sheet(to, Imprint(), "en")
        for number in range(100_000):
            sheet.begin_page(*A6)
            sheet.end_page()
            pages.append(number)
            begun.set()
        sheet.save()

    dialog = open_dialog(A6, draw=draw)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(dialog.drawing.cancelled):
        dialog.reject()
    assert len(pages) < 100_000


def test_what_is_told_while_the_dialog_is_open_is_seen_in_it(open_dialog, desk, qtbot):
    def draw(_shop, _to):
        raise TextTooLong(text="much too long")

    notice = desk.window.notice
    dialog = open_dialog(A6, draw=draw)
    qtbot.waitUntil(lambda: "too long" in notice.words)
    assert notice.parent() is dialog
    assert not notice.visibleRegion().isEmpty()
    assert notice.geometry().bottom() < dialog.act.geometry().top()
    dialog.reject()
    assert notice.parent() is desk.window
    assert "too long" in notice.words


def test_everything_printed_is_put_right(desk, devices, shop, qtbot):
    off = {name: getattr(BAD, name) for name in BAD.__slots__}
    shop.printing.corrections.keep(Correction(printer="laser", proved=True, **off))
    outlets = Outlets(
        desk, desk.window, Choosers(has_printer=lambda: True, devices=devices), lambda: None
    )
    QTimer.singleShot(0, lambda: press_print(desk))
    printer = outlets.ask_printer(A4, "Test page")
    printer.put(BytesIO(trial(A4)), unheard)
    plan = laid_out(A4)
    for mark in plan.marks:
        wanted = put(righting(BAD, A4), mark)
        assert crossing(devices.last, wanted) == pytest.approx(wanted, abs=0.1)


def press_print(desk):
    dialog = desk.window.findChild(PrintDialog)
    dialog.accept()


def learn(desk, qtbot, *answers):
    """Prints the two sheets, puts them back, prints the letters, and says what there is to be seen."""
    dialog = desk.window.findChild(LearnDialog)
    for said in ("Print the letters", "Keep it"):
        qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda said=said: dialog.act.text() == said and dialog.act.isEnabled())
    for answer in answers:
        qtbot.mouseClick(dialog.findChild(FilterChip, f"learn.{answer}"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.act, Qt.MouseButton.LeftButton)


def test_how_the_stack_is_turned_is_found_out_once_for_each_printer(desk, devices, shop, qtbot):
    outlets = Outlets(
        desk, desk.window, Choosers(has_printer=lambda: True, devices=devices), lambda: None
    )
    QTimer.singleShot(0, lambda: press_print(desk))
    QTimer.singleShot(200, lambda: learn(desk, qtbot, "same", "2", "no"))
    assert outlets.ask_printer((100.0, 150.0), "Cards", Paperwork(edge=Edge.LONG))
    assert len(devices.made) == 3
    two = choices(shop, desk, edge=Edge.LONG)
    # Turned over, the stack also brings its last sheet to the front: so it goes in as it was printed.
    assert two.turning(two.usual()) == Turning(over=True, backwards=False, upright=False)
    QTimer.singleShot(0, lambda: press_print(desk))
    assert outlets.ask_printer((100.0, 150.0), "Cards", Paperwork(edge=Edge.LONG))
    assert len(devices.made) == 4


def test_by_hand_the_owner_is_asked_between_the_sides(desk, devices, shop, qtbot):
    two = choices(shop, desk, edge=Edge.LONG)
    two.keep_turning(two.usual(), Turning())
    outlets = Outlets(
        desk, desk.window, Choosers(has_printer=lambda: True, devices=devices), lambda: None
    )
    QTimer.singleShot(0, lambda: press_print(desk))
    printer = outlets.ask_printer((100.0, 150.0), "Cards", Paperwork(edge=Edge.LONG))
    pdf, done = BytesIO(numbered(4)), []
    desk.look_up(lambda _shop: printer.put(pdf, unheard), done.append)
    asker = desk.window.findChild(TurnAsker)
    qtbot.waitUntil(lambda: asker.dialog is not None and asker.dialog.isVisible())
    assert not done
    assert bars(devices.last) == [(1, False), (3, False)]
    qtbot.mouseClick(asker.dialog.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(done))
    assert bars(devices.last) == [(2, False), (4, False)]


def test_who_prints_no_backs_stops_there(desk, qtbot):
    asker, ended = TurnAsker(desk.words, desk.window, Turning()), []

    def ask(_shop):
        with pytest.raises(Cancelled):
            asker.ask()
        return True

    desk.look_up(ask, ended.append)
    qtbot.waitUntil(lambda: asker.dialog is not None and asker.dialog.isVisible())
    asker.dialog.reject()
    qtbot.waitUntil(lambda: ended == [True])


def test_only_the_edge_that_is_drawn_on_counts(shop, desk):
    asked = choices(shop, desk)
    inkjet = replace(INKJET, rims=(3.0, 3.0, 3.0, 12.7))
    chosen = replace(asked.usual(), device=inkjet)
    assert asked.warnings(chosen, (5.0, 8.0, 5.0, 14.0)) == []
    (warned,) = asked.warnings(chosen, (5.0, 8.0, 5.0, 12.0))
    assert "12.7 mm at the edges" in warned


def test_a_page_on_its_side_has_the_rims_of_the_paper_that_is_fed():
    inkjet = replace(INKJET, rims=(1.0, 2.0, 3.0, 4.0))
    assert inkjet.rims_on(A4) == (1.0, 2.0, 3.0, 4.0)
    assert inkjet.rims_on(A6) == (4.0, 1.0, 2.0, 3.0)
