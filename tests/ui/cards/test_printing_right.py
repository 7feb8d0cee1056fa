"""What is painted on a printer lies where that printer has to be told to put it, front and back."""

from io import BytesIO

import numpy as np
import pytest
from PySide6.QtPrintSupport import QPrinter

from app.progress import Cancelled, unheard
from reports.correction import Off, landing, put, righting
from reports.papers import Edge
from reports.sheet import Imprint, Sheet
from reports.test_page import Whose, draw_test_page, laid_out
from reports.two_sided import Turning
from resources.words import words_in
from tests.reports.reading import MM
from ui.cards.pages import opened
from ui.cards.printing import PaperPrinter, PrinterGone, Way

A4 = (210.0, 297.0)
BAD = Off(right_um=1_200, down_um=-700, across_ppm=-4_000, along_ppm=3_000, turn_urad=4_000)


def pdf_printer(out):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer


def printed(out, pdf, page, way):
    PaperPrinter(pdf_printer(out), page, way).put(BytesIO(pdf), unheard)
    return out.read_bytes()


def trial(page):
    file = BytesIO()
    draw_test_page(
        laid_out(page), Whose(printer="", tray="", feed="", day=""), words_in("en"), file
    )
    return file.getvalue()


def crossing(pdf, near, dots=600):
    """Where two fine lines cross near a place, measured on the picture of the page, in millimetres."""
    scale = dots / 25.4
    with opened(pdf) as pages:
        wide, high = (round(side * scale) for side in pages.size(0))
        strip = pages.strip(0, (wide, high), round((near[1] - 5) * scale), round(10 * scale))
    left = round((near[0] - 5) * scale)
    part = strip.copy(left, 0, round(10 * scale), strip.height()).convertToFormat(
        strip.Format.Format_Grayscale8
    )
    grey = np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.bytesPerLine())
    dark = grey[:, : part.width()] < 128
    x, y = (middle(dark.sum(axis=axis)) for axis in (0, 1))
    return ((left + x) / scale, (round((near[1] - 5) * scale) + y) / scale)


def middle(sums):
    full = [at for at, one in enumerate(sums) if one > max(sums) / 2]
    return (full[0] + full[-1] + 1) / 2


@pytest.mark.parametrize("page", [A4, (215.9, 279.4), (105.0, 148.0)])
def test_a_corrected_page_lands_in_its_place(qapp, tmp_path, page):
    plan = laid_out(page)
    pdf = printed(tmp_path / "out.pdf", trial(page), page, Way(off=BAD))
    for mark in plan.marks:
        drawn = crossing(pdf, put(righting(BAD, page), mark))
        assert put(landing(BAD, page), drawn) == pytest.approx(mark, abs=0.1)


def test_without_a_correction_nothing_is_moved(qapp, tmp_path):
    pdf = printed(tmp_path / "out.pdf", trial(A4), A4, Way())
    for mark in laid_out(A4).marks:
        assert crossing(pdf, mark) == pytest.approx(mark, abs=0.1)


def numbered(count):
    """Pages with a black bar as many tenths of the page wide as the page is far in the document."""
    file = BytesIO()
    sheet = Sheet(file, Imprint(), "en")
    for at in range(count):
        sheet.begin_page(100 * MM, 150 * MM)
        sheet.canvas.rect(0, 140 * MM, (at + 1) * 10 * MM, 10 * MM, stroke=0, fill=1)
        sheet.end_page()
    sheet.save()
    return file.getvalue()


def bars(pdf):
    """Of each printed page: how wide its bar is, and whether it stands on its head; None for an empty one."""
    found = []
    with opened(pdf) as pages:
        for number in range(len(pages)):
            picture = pages.strip(number, (100, 150), 0, 150)
            rows = {}
            for y in (5, 145):
                dark = [x for x in range(100) if picture.pixelColor(x, y).lightness() < 128]
                rows[y] = len(dark)
            wide = max(rows.values())
            found.append((round(wide / 10), rows[145] > rows[5]) if wide else None)
    return found


def test_by_hand_all_fronts_come_first_and_the_backs_after_the_stack_was_turned(qapp, tmp_path):
    printer = pdf_printer(tmp_path / "fronts.pdf")

    def turn():
        printer.setOutputFileName(str(tmp_path / "backs.pdf"))

    way = Way(edge=Edge.SHORT, turning=Turning(backwards=True), ask_turn=turn)
    told = []
    PaperPrinter(printer, (100.0, 150.0), way).put(
        BytesIO(numbered(5)), lambda *at: told.append(at)
    )
    assert bars((tmp_path / "fronts.pdf").read_bytes()) == [(1, False), (3, False), (5, False)]
    assert bars((tmp_path / "backs.pdf").read_bytes()) == [None, (4, True), (2, True)]
    assert told[-1] == (6, 6)


def test_when_nobody_turns_the_stack_no_back_is_printed(qapp, tmp_path):
    def leave():
        raise Cancelled

    printer = pdf_printer(tmp_path / "fronts.pdf")
    way = Way(edge=Edge.LONG, turning=Turning(), ask_turn=leave)
    with pytest.raises(Cancelled):
        PaperPrinter(printer, (100.0, 150.0), way).put(BytesIO(numbered(2)), unheard)
    assert bars((tmp_path / "fronts.pdf").read_bytes()) == [(1, False)]


def test_a_printer_that_turns_sheets_itself_gets_the_pages_as_they_come(qapp, tmp_path):
    printer = pdf_printer(tmp_path / "out.pdf")
    PaperPrinter(printer, (100.0, 150.0), Way(edge=Edge.SHORT)).put(BytesIO(numbered(3)), unheard)
    assert bars((tmp_path / "out.pdf").read_bytes()) == [(1, False), (2, False), (3, False), None]


def test_a_printer_that_is_gone_is_said_before_anything_is_written(qapp):
    class Gone(QPrinter):
        def printerName(self):  # noqa: N802 - Qt's name
            return "Unplugged"

    with pytest.raises(PrinterGone):
        PaperPrinter(Gone(), A4).put(BytesIO(trial(A4)), unheard)
