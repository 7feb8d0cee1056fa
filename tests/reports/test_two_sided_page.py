"""The two sheets that show how a stack is turned can be read, and say where their head is."""

from io import BytesIO

from reports.two_sided_page import FIGURES, draw_two_sided
from resources.words import words_in
from tests.reports.reading import ink, page_size, pages, words_by_pypdf

A6 = (105.0, 148.0)


def test_each_sheet_has_its_sign_and_an_arrow_to_its_head():
    file = BytesIO()
    draw_two_sided(A6, FIGURES, words_in("cs"), file)
    pdf = file.getvalue()
    assert pages(pdf) == 2
    assert [words_by_pypdf(pdf, page) for page in range(2)] == [["1"], ["2"]]
    assert [round(side) for side in page_size(pdf)] == [105, 148]
    _, top, _, foot = ink(pdf)
    assert top < 15
    assert foot < 110
