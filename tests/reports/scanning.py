"""Reads a printed page as a scanner does, and measures what is drawn on it."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp

from tests.reports.reading import MM

DOTS = 300
BLACK = (0, 0, 0)


def picture(pdf, page=0):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=DOTS / 72).to_pil()


def scanned(pdf, page=0):
    """Every code on the page rendered at 300 dots an inch: kind, text and its middle in millimetres."""
    found = []
    for code in zxingcpp.read_barcodes(picture(pdf, page)):
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        middle = (sum(at.x for at in corners) / 4, sum(at.y for at in corners) / 4)
        x, y = (part / DOTS * 25.4 for part in middle)
        found.append((code.format.name, code.text, (x, y)))
    return found


def texts(pdf, page=0):
    """What is on the page by kind of code."""
    kinds = {}
    for kind, text, _ in scanned(pdf, page):
        kinds.setdefault("QR" if kind.startswith("QR") else kind, []).append(text)
    return {kind: sorted(said) for kind, said in kinds.items()}


def shapes(pdf, page=0, *, colour=BLACK):
    """Left, top, right and bottom in millimetres of every shape that is filled with `colour`."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        for one in document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            if _filled(one) == colour:
                left, bottom, right, top = one.get_bounds()
                edges = (left, height - top, right, height - bottom)
                found.append(tuple(edge / MM for edge in edges))
    return found


def boxes(pdf, page=0):
    """Left, top, right and bottom in millimetres of every square that is drawn with a line alone."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        for one in document[page].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = one.get_bounds()
            wide, high = (right - left) / MM, (top - bottom) / MM
            if _filled(one) is None and abs(wide - high) < _SQUARE and wide > _SMALLEST:
                edges = (left, height - top, right, height - bottom)
                found.append(tuple(edge / MM for edge in edges))
    return found


_SQUARE, _SMALLEST = 0.05, 2.0  # millimetres: how far from a square; what is smaller is a mark


def _filled(one):
    """The colour it is filled with; None for what is only a line."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(one, mode, stroke)
    if not mode.value:
        return None
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(one, *parts)
    return tuple(part.value for part in parts[:3])
