from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import pypdfium2
import pytest

from reports.cells import draw_cells, slots
from reports.field import ACCENT
from reports.sheet import MM
from reports.stock import stock

SHEET = stock("Avery L7160")


@dataclass
class Box:
    """Fills its label, so that one can measure where it lies."""

    name: str = ""
    language: str = "en"

    def draw(self, on):
        on.box((0.0, 0.0), on.size, ACCENT)
        return ()


def boxes(file):
    """Of each page where its filled boxes lie: left and upper edge in millimetres."""
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        return [
            [
                (left / MM, SHEET.page[1] - top / MM)
                for left, _bottom, _right, top in (one.get_bounds() for one in page.get_objects())
            ]
            for page in document
        ]


def test_what_is_left_of_used_sheets_goes_first_and_whole_ones_follow():
    rest, torn = set(range(1, 20)), {1}
    first = list(islice(slots(SHEET, [rest, torn]), 24))
    assert first[:4] == [(0, 20), (0, 21), (1, 2), (1, 3)]
    assert first[21:] == [(1, 21), (2, 1), (2, 2)]


def test_a_sheet_with_nothing_left_is_not_fed():
    assert next(slots(SHEET, [set(range(1, 22)), {1}])) == (0, 2)


def test_each_cell_lies_where_the_label_lies_that_is_still_there():
    file = BytesIO()
    gone = {1, 2, *range(5, 22)}
    draw_cells([Box() for _ in range(4)], SHEET, [gone], file)
    pages = boxes(file)
    assert [len(page) for page in pages] == [2, 2]
    for drawn, label in zip([*pages[0], *pages[1]], [3, 4, 1, 2], strict=True):
        assert drawn == pytest.approx(SHEET.place(label), abs=0.05)
