"""Through CUPS, as on a shop's own computer: what comes out of its virtual printer is where it should be."""

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

import pytest

from app.progress import unheard
from reports.correction import Off, put, righting
from reports.labels import LabelFacts, draw_labels
from reports.sheet import Imprint
from reports.stock import stock
from reports.test_page import laid_out
from tests.reports.reading import ink, page_size
from tests.ui.cards.test_printing import drawn
from tests.ui.cards.test_printing_right import crossing, numbered, trial
from tests.ui.printing.printers.virtual import virtual_printers, why_not

A4, A6 = (210.0, 297.0), (148.0, 105.0)
BAD = Off(right_um=1_500, down_um=-2_000, across_ppm=-6_000, along_ppm=4_000, turn_urad=3_000)

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "there is one")


@pytest.fixture(scope="module")
def printers():
    # In a folder of its own, as the path of a socket may have 100 letters only, and not beneath /dev,
    # where CUPS takes every file for a device.
    home = Path(tempfile.mkdtemp(prefix="cups", dir="/var/tmp"))
    home.chmod(0o755)
    try:
        with virtual_printers(home) as there:
            yield there
    finally:
        shutil.rmtree(home)


@pytest.fixture
def file(tmp_path):
    def keep(name, pdf):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        return path

    return keep


def test_the_test_page_comes_out_where_it_was_drawn(printers, file, qapp):
    pdf = printers.print(file("page", trial(A4)), A4)
    assert page_size(pdf) == pytest.approx(A4, abs=0.3)
    for mark in laid_out(A4).marks:
        assert crossing(pdf, mark) == pytest.approx(mark, abs=0.1)


def test_a_corrected_page_comes_out_corrected(printers, file, qapp):
    pdf = printers.print(file("corrected", trial(A4)), A4, f"Way(off={BAD!r})")
    for mark in laid_out(A4).marks:
        wanted = put(righting(BAD, A4), mark)
        assert crossing(pdf, wanted) == pytest.approx(wanted, abs=0.1)


def test_a_sheet_of_labels_comes_out_where_its_labels_are(printers, file):
    sheet, drawn_labels = stock("L7160"), BytesIO()
    facts = [
        LabelFacts(
            name_for_warnings="T",
            lines=("Tereza Horáková", "Dlouhá 1", "602 00 Brno"),
            language="cs",
        )
        for _ in range(sheet.labels)
    ]
    draw_labels(facts, sheet, 1, drawn_labels, unheard, imprint=Imprint())
    pdf = printers.print(file("labels", drawn_labels.getvalue()), sheet.page)
    assert ink(pdf, dots=8) == pytest.approx(ink(drawn_labels.getvalue(), dots=8), abs=0.1)


def test_a_card_on_its_side_is_turned_against_the_clock(printers, file):
    """As its correction reckons with: what is right on the card is up on the paper that is fed."""
    pdf = printers.print(file("card", drawn("A6")), A6)
    assert page_size(pdf) == pytest.approx((105, 148), abs=0.3)
    left, top, right, foot = ink(drawn("A6"), dots=8)
    assert ink(pdf, dots=8) == pytest.approx((top, 148 - right, foot, 148 - left), abs=0.2)


def test_backs_and_trays_are_told_to_the_printer(printers, file):
    out = printers.home / "out" / "office.prn"
    printers.add("Office", f"file:{out}", "-m", "drv:///sample.drv/generic.ppd")
    printers.set("Office", "Option1=True")
    printers.send(file("two", numbered(2)), A4, "Way(edge=Edge.SHORT)", name="Office")
    assert b"%%BeginFeature: *Duplex DuplexTumble" in out.read_bytes()
    printers.send(file("tray", numbered(1)), A4, name="Office", tray="Manual")
    assert b"<</ManualFeed true>>setpagedevice" in out.read_bytes()


def test_a_label_wider_than_high_is_not_turned_where_the_printer_has_it_so(printers):
    printers.add(
        "Labels", f"file:{printers.home}/out/labels.prn", "-m", "drv:///sample.drv/zebra.ppd"
    )
    said = printers.asked(
        "from ui.shared.theme import application\n"
        "app = application()\n"
        "from PySide6.QtGui import QPageSize\n"
        "from ui.cards.printing import PaperPrinter\n"
        "from ui.printing.devices import SystemDevices\n"
        "for name in ('Labels', 'Virtual'):\n"
        "    printer = SystemDevices().printer(name)\n"
        "    PaperPrinter(printer, (101.6, 50.8))\n"
        "    layout = printer.pageLayout()\n"
        "    size = layout.pageSize().size(QPageSize.Unit.Millimeter)\n"
        "    print(layout.orientation().name, round(size.width()), round(size.height()))\n"
    )
    assert said.splitlines() == ["Portrait 102 51", "Landscape 51 102"]


def test_the_system_tells_what_a_printer_can(printers):
    said = printers.asked(
        "from ui.shared.theme import application\n"
        "app = application()\n"
        "from ui.printing.devices import SystemDevices\n"
        "(one,) = [one for one in SystemDevices().all() if one.name == 'Virtual']\n"
        "print(one.takes((210.0, 297.0)), one.takes((63.0, 111.0)))\n"
    )
    assert said.split() == ["True", "True"]
