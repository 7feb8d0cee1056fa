"""Codes for scanners: exactly as large as they are drawn, white around them, and read back every time."""

import io

import pytest
import zxingcpp

from app.loyalty.codes import PLAIN, fold
from reports import codes
from reports.sheet import MM, Imprint, Sheet
from tests.reports import scanning

SOME = [PLAIN.code(n * 7919**3 % PLAIN.capacity) for n in range(40)]


def on_a_page(symbol, size):
    file = io.BytesIO()
    sheet = Sheet(file, Imprint(), "en")
    sheet.begin_page(100 * MM, 60 * MM)
    codes.put(sheet, symbol, (10 * MM, 50 * MM), size)
    sheet.end_page()
    sheet.save()
    return file.getvalue()


@pytest.mark.parametrize("code", SOME)
def test_every_drawn_code_is_read_back_from_both_kinds(code):
    for symbol, size in ((codes.qr(code), (20.0, 20.0)), (codes.bars(code), (42.0, 8.0))):
        ((_, text, _),) = scanning.scanned(on_a_page(symbol, size))
        assert text == code


@pytest.mark.parametrize("own", ["x", "Summer 2026", "LÉTO-10", "20262026", "Ж" * 3, "Q" * 40])
def test_the_owners_own_words_are_coded_as_they_are_compared(own):
    ((_, text, _),) = scanning.scanned(on_a_page(codes.qr(own), (30.0, 30.0)))
    assert text == fold(own)
    ((_, text, _),) = scanning.scanned(on_a_page(codes.bars(own), (80.0, 10.0)))
    assert text == fold(own)


def test_the_quiet_zone_is_four_modules_around_a_qr_code_and_ten_beside_bars():
    ((left, top, right, bottom),) = scanning.shapes(on_a_page(codes.qr(SOME[0]), (29.0, 29.0)))
    assert (left, top, right, bottom) == pytest.approx((14, 14, 35, 35), abs=0.01)
    symbol = codes.bars(SOME[0])
    pdf = on_a_page(symbol, (symbol.wide * 0.25, 8.0))
    ((left, top, right, bottom),) = scanning.shapes(pdf)
    assert (left, top, bottom) == pytest.approx((12.5, 10, 18), abs=0.01)
    assert right == pytest.approx(10 + symbol.wide * 0.25 - 2.5, abs=0.01)


def test_bars_that_would_be_too_thin_are_left_out():
    symbol, module = codes.bars_within(SOME[0], 0.254, 60.0)
    assert (module, symbol.wide) == (0.254, codes.bars(SOME[0]).wide)
    assert codes.bars_within(SOME[0], 0.5, 40.0)[1] == pytest.approx(40 / symbol.wide)
    assert codes.bars_within("Q" * 40, 0.254, 60.0) is None


def test_a_code_of_the_book_takes_the_smallest_qr_code_with_a_quarter_to_spare():
    """So that a crease or a thumb does not matter (level Q)."""
    assert codes.qr(SOME[0]).wide == 21 + 2 * codes.QR_QUIET
    pdf = on_a_page(codes.qr(SOME[0]), (20.0, 20.0))
    (read,) = zxingcpp.read_barcodes(scanning.picture(pdf))
    assert read.ec_level == "Q"
