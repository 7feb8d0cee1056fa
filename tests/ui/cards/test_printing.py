"""The printed page is the page that was drawn: its size, its place and its letters."""

from io import BytesIO

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.progress import Cancelled, unheard
from reports.cards import CardFacts, draw_cards
from reports.papers import PAPERS, paper
from tests.reports.reading import ink
from ui.cards import printing
from ui.cards.pages import opened
from ui.cards.printing import PaperPrinter, PrinterRefused

TEXT = "Dear Tereza,\n\nall the best, and come again soon.\n\nJana"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "printed.pdf"


def pdf_printer(out):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    return printer


def drawn(name, cards=1):
    file = BytesIO()
    facts = CardFacts(name_for_warnings="Tereza", text=TEXT, language="en", seed=1)
    draw_cards([facts] * cards, paper(name), file)
    return file.getvalue()


def sizes(pdf):
    with opened(pdf) as pages:
        return [pages.size(number) for number in range(len(pages))]


@pytest.mark.parametrize("name", PAPERS)
def test_a_page_is_printed_at_its_exact_size_and_place(qapp, out, name):
    pdf = drawn(name)
    PaperPrinter(pdf_printer(out), paper(name).page).put(BytesIO(pdf), unheard)
    printed = out.read_bytes()
    assert sizes(printed) == [pytest.approx(paper(name).page, abs=0.3)]
    # A tenth of a millimetre is what the picture that is measured can tell, twice that at the edge.
    assert ink(printed) == pytest.approx(ink(pdf), abs=0.2)


def test_an_a6_card_comes_out_as_wide_as_it_is(qapp, out):
    PaperPrinter(pdf_printer(out), (148.0, 105.0)).put(BytesIO(drawn("A6")), unheard)
    assert sizes(out.read_bytes()) == [pytest.approx((148, 105), abs=0.3)]


def test_every_card_gets_its_page_and_progress_is_told(qapp, out):
    told = []
    PaperPrinter(pdf_printer(out), (148.0, 105.0)).put(
        BytesIO(drawn("A6", cards=3)), lambda *at: told.append(at)
    )
    assert len(sizes(out.read_bytes())) == 3
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_what_the_dialog_changed_is_put_right(qapp, out):
    printer = pdf_printer(out)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setResolution(72)
    printer.setFullPage(False)
    PaperPrinter(printer, (148.0, 105.0))
    assert printer.duplex() == QPrinter.DuplexMode.DuplexNone
    assert printer.resolution() == printing.COARSEST
    assert printer.fullPage()


def test_printing_stops_when_it_is_told_to(qapp, out):
    def stop_at_the_second(done, _total):
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        PaperPrinter(pdf_printer(out), (148.0, 105.0)).put(
            BytesIO(drawn("A6", cards=3)), stop_at_the_second
        )


@pytest.mark.filterwarnings("default")
def test_a_printer_that_does_not_answer_is_told(qapp, tmp_path, qtbot):
    printer = pdf_printer(tmp_path / "nowhere" / "printed.pdf")
    with qtbot.captureExceptions(), pytest.raises(PrinterRefused):
        PaperPrinter(printer, (148.0, 105.0)).put(BytesIO(drawn("A6")), unheard)


SHADE = 2
"""Of 255: what the eye does not see."""


def test_a_strip_is_a_part_of_the_page(qapp):
    with opened(drawn("A6")) as pages:
        whole = pages.strip(0, (620, 440), 0, 440)
        part = pages.strip(0, (620, 440), 100, 50)
    # A curve that the upper edge of a strip cuts may be a shade lighter there.
    cut = whole.copy(0, 100, 620, 50)
    apart = [
        abs(part.pixelColor(x, y).lightness() - cut.pixelColor(x, y).lightness())
        for x in range(620)
        for y in range(50)
    ]
    assert max(apart) <= SHADE


def test_the_picture_on_the_desk_has_ink_alone(qapp):
    with opened(drawn("A6")) as pages:
        picture = pages.ink(0, (620, 440))
    assert (picture.width(), picture.height()) == (620, 440)
    assert picture.pixelColor(2, 2).alpha() == 0
    assert any(picture.pixelColor(x, y).alpha() > 200 for x in range(620) for y in range(440))
