"""The owner sets a printer up: she prints, measures, types, prints once more, and it is kept."""

from math import hypot

import pytest
from PySide6.QtCore import Qt

from app.printing.corrections import Correction
from reports.correction import Off, after, landing, put, righting
from reports.files import CannotWrite
from reports.test_page import laid_out
from tests.reports.reading import page_size
from tests.reports.test_files import room_for
from tests.ui.cards.test_printing_right import crossing, numbered, trial
from tests.ui.printing.printers.conftest import A4, PretendDevices
from ui.cards.outlets import Choosers
from ui.printing.printers.put_right import write
from ui.printing.printers.setup import Step
from ui.printing.printers.view import PrintersPart
from ui.shared.buttons import Button, IconButton

BAD = Off(right_um=1_200, down_um=-800, across_ppm=-4_000, along_ppm=2_000, turn_urad=1_500)


@pytest.fixture
def open_part(desk, devices, qtbot, tmp_path):
    def opener(devices=devices):
        choosers = Choosers(file=lambda *_asked: tmp_path / "test page.pdf")
        part = PrintersPart(desk, devices, choosers, lambda *_asked: tmp_path / "labels.pdf")
        part.setParent(desk.window)
        part.setGeometry(250, 80, 1000, 700)
        part.show()
        part.visited()
        return part

    return opener


def press(qtbot, part, name):
    qtbot.mouseClick(part.findChild(Button, name), Qt.MouseButton.LeftButton)


def typed(part, printer, qtbot):
    """What a ruler says on the page that came out of `printer`, typed with the keys, to half a millimetre."""
    plan = laid_out(A4)
    lands = landing(printer, A4)
    numbers = []
    for mark in plan.marks:
        x, y = put(lands, mark)
        numbers += [min(x, 210 - x), min(y, 297 - y)]
    for ruler in plan.rulers:
        since, to = put(lands, ruler.begins), put(lands, ruler.ends)
        numbers.append(hypot(to[0] - since[0], to[1] - since[1]))
    for field, number in zip(part.assistant.numbers.fields, numbers, strict=True):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, f"{round(number * 2) / 2:g}".replace(".", ","))


def test_from_the_first_page_to_the_proof(open_part, devices, shop, qtbot, desk):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    assert part.assistant.step is Step.PRINT
    press(qtbot, part, "setup.print")
    qtbot.waitUntil(lambda: part.assistant.step is Step.MEASURE, timeout=30_000)
    assert crossing(devices.last, (15.0, 15.0)) == pytest.approx((15, 15), abs=0.1)
    typed(part, BAD, qtbot)
    qtbot.keyClick(part.assistant.numbers.fields[-1], Qt.Key.Key_Return)
    assert part.assistant.step is Step.FOUND
    press(qtbot, part, "setup.prove")
    qtbot.waitUntil(lambda: part.assistant.step is Step.PROOF, timeout=30_000)
    press(qtbot, part, "setup.yes")
    kept = shop.printing.corrections.of("laser")
    assert kept.proved
    both = after(righting(kept, A4), landing(BAD, A4))
    for mark in laid_out(A4).marks:
        assert put(both, mark) == pytest.approx(mark, abs=0.5)
    assert part.assistant is None
    assert "set up" in desk.window.notice.words
    desk.undo_last()
    assert shop.printing.corrections.of("laser") is None


def test_what_was_found_is_told_in_words(open_part, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    press(qtbot, part, "setup.have")
    typed(part, Off(right_um=1_200, across_ppm=-4_000), qtbot)
    press(qtbot, part, "setup.reckon")
    assert "mm too far right" in part.assistant.found.accessibleName()
    assert "% too narrow" in part.assistant.found.accessibleName()


def test_a_number_that_is_wanting_or_none_is_said_at_its_field(open_part, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    press(qtbot, part, "setup.have")
    qtbot.keyClicks(part.assistant.numbers.fields[0], "abc")
    press(qtbot, part, "setup.reckon")
    numbers = part.assistant.numbers
    assert "“abc” is not a length" in numbers.error.text()
    assert numbers.fields[0].hasFocus()
    assert part.assistant.step is Step.MEASURE


def test_a_page_that_was_fitted_is_refused_with_the_likely_reason(open_part, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    press(qtbot, part, "setup.have")
    typed(part, Off(across_ppm=-60_000, along_ppm=-60_000), qtbot)
    press(qtbot, part, "setup.reckon")
    assert "fit to page" in part.assistant.numbers.error.text()


def test_a_slip_is_shown_where_it_was_typed(open_part, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    press(qtbot, part, "setup.have")
    typed(part, BAD, qtbot)
    field = part.assistant.numbers.fields[3]
    field.selectAll()
    qtbot.keyClicks(field, "34")
    press(qtbot, part, "setup.reckon")
    assert field.hasFocus()
    assert "does not go with the others" in part.assistant.numbers.error.text()


def test_the_drawing_shows_what_is_asked(open_part, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    press(qtbot, part, "setup.have")
    assistant = part.assistant
    before = assistant.drawing.grab().toImage()
    qtbot.keyClick(assistant.numbers.fields[0], Qt.Key.Key_Tab)
    assert assistant.numbers.fields[1].hasFocus()
    assert assistant.drawing.grab().toImage() != before


def test_an_unproved_correction_may_be_kept_and_the_tray_with_it(open_part, qtbot, shop):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    part.assistant.tray.choose("Manual")
    part.assistant.tray.activated.emit(1)
    press(qtbot, part, "setup.have")
    typed(part, BAD, qtbot)
    press(qtbot, part, "setup.reckon")
    press(qtbot, part, "setup.keep")
    assert shop.printing.corrections.of("laser") is None
    assert not shop.printing.corrections.of("laser", "Manual").proved


def test_a_printer_that_is_gone_is_still_listed_and_can_be_forgotten(open_part, shop, qtbot):
    shop.printing.corrections.keep(Correction(printer="Old one", right_um=300))
    part = open_part()
    row = next(one for one in part.rows if one.line.title == "Old one")
    assert row.line.detail == "Not connected now"
    row.stops[-1].click()
    qtbot.waitUntil(lambda: "Old one" not in [one.line.title for one in part.rows])


def test_a_pdf_is_put_right_for_a_printer(open_part, shop, qtbot, tmp_path, desk):
    off = {name: getattr(BAD, name) for name in BAD.__slots__}
    shop.printing.corrections.keep(Correction(printer="laser", proved=True, **off))
    part = open_part()
    (tmp_path / "labels.pdf").write_bytes(trial(A4))
    qtbot.mouseClick(part.findChild(IconButton, "put_right.0"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Saved as" in desk.window.notice.words)
    pdf = (tmp_path / "test page.pdf").read_bytes()
    for mark in laid_out(A4).marks:
        wanted = put(righting(BAD, A4), mark)
        assert crossing(pdf, wanted) == pytest.approx(wanted, abs=0.1)


def test_what_is_no_pdf_is_said_and_nothing_is_written(open_part, shop, qtbot, tmp_path, desk):
    shop.printing.corrections.keep(Correction(printer="laser", right_um=300))
    part = open_part()
    (tmp_path / "labels.pdf").write_bytes(b"no pdf")
    qtbot.mouseClick(part.findChild(IconButton, "put_right.0"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "cannot be read as a PDF" in desk.window.notice.words)
    assert not (tmp_path / "test page.pdf").exists()


def test_without_a_printer_the_test_page_is_saved_instead(open_part, qtbot, tmp_path):
    part = open_part(PretendDevices(tmp_path, ()))
    qtbot.mouseClick(part.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "test page.pdf").read_bytes().startswith(b"%PDF")


def test_a_printer_of_rolls_prints_the_test_page_on_its_own_labels(open_part, devices, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.rolls")
    assert part.assistant.paper.currentText() == "62 × 29 mm"
    press(qtbot, part, "setup.print")
    qtbot.waitUntil(lambda: part.assistant.step is Step.MEASURE, timeout=30_000)
    assert len(part.assistant.numbers.fields) == 8
    assert page_size(devices.last) == pytest.approx((62, 29), abs=0.3)


def test_escape_leaves_the_assistant_and_nothing_is_kept(open_part, qtbot, shop):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    qtbot.keyClick(part.assistant, Qt.Key.Key_Escape)
    assert part.assistant is None
    assert shop.printing.corrections.all() == []


@pytest.mark.filterwarnings("default")
def test_when_the_printer_takes_nothing_the_step_stays_and_says_so(open_part, devices, desk, qtbot):
    part = open_part()
    press(qtbot, part, "set_up.laser")
    devices.folder = devices.folder / "unplugged"
    with qtbot.captureExceptions():
        press(qtbot, part, "setup.print")
        qtbot.waitUntil(lambda: "does not take anything" in desk.window.notice.words)
    assert part.assistant.step is Step.PRINT


def test_a_disk_that_is_full_keeps_the_file_that_was_there(tmp_path):
    source, target = tmp_path / "labels.pdf", tmp_path / "put right.pdf"
    source.write_bytes(numbered(3))
    target.write_bytes(b"the old one")
    with room_for(100), pytest.raises(CannotWrite):
        write(source, Correction(printer="laser", right_um=500), target)
    assert target.read_bytes() == b"the old one"
    assert {one.name for one in tmp_path.iterdir()} == {"labels.pdf", "put right.pdf"}
