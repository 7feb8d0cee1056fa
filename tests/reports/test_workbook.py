import io
from datetime import date

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from reports.workbook import RefusedRow, write_customers, write_refused

HEADERS = ("Jméno", "Telefon", "Narozeniny")


def read(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def written(rows, **how):
    file = io.BytesIO()
    write_customers(rows, HEADERS, file, **how)
    return file.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+420 777 123 456",
        "-5",
        "@SUM(A1)",
        "007",
        "1e5",
        "TRUE",
        "#REF!",
        "2026-01-02",
        "2/3",
        "נועה",
    ],
)
def test_what_is_text_stays_text_whatever_it_looks_like(text):
    content = written([(text, None, None)])
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert read(content)[1][0] == text


def test_dates_are_written_so_that_they_read_back_exactly():
    assert read(written([("Jan", None, date(1980, 3, 5))]))[1] == ["Jan", "", "1980-03-05"]


def test_the_header_is_bold_and_stays_in_sight():
    sheet = openpyxl.load_workbook(io.BytesIO(written([("Jan", "1", None)]))).active
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert [cell.value for cell in sheet[1]] == list(HEADERS)


@pytest.mark.parametrize("way", [True, False])
def test_a_hebrew_sheet_runs_from_right_to_left(way):
    sheet = openpyxl.load_workbook(io.BytesIO(written([], right_to_left=way))).active
    assert bool(sheet.sheet_view.rightToLeft) is way


def test_a_column_is_as_wide_as_its_words():
    sheet = openpyxl.load_workbook(
        io.BytesIO(written([("x" * 30, "1", None), ("y", "z" * 900, None)]))
    ).active
    assert sheet.column_dimensions["A"].width == 32
    assert sheet.column_dimensions["B"].width == 46


def test_characters_that_a_spreadsheet_cannot_hold_are_left_out():
    assert read(written([("a\x07b\ud800c", "1\n2", None)]))[1][:2] == ["abc", "1\n2"]


def test_the_same_rows_make_the_same_bytes():
    assert written([("Jan", "1", None)]) == written([("Jan", "1", None)])


def test_rows_are_taken_as_they_are_written():
    alive = []

    def rows():
        for number in range(5000):
            alive.append(number)
            yield (f"Jan {number}", "1", None)

    assert len(read(written(rows()))) == 5001


def test_refused_rows_come_back_under_their_own_headers_with_the_reason():
    rows = [
        RefusedRow(
            number=7, cells=("Jan", "x", "31.2."), column="Narozeniny", reason="No such day"
        ),
        RefusedRow(number=9, cells=("Eva",), column="", reason="Empty"),
    ]
    file = io.BytesIO()
    write_refused(HEADERS, ("Řádek", "Sloupec", "Proč"), rows, file)
    assert read(file.getvalue()) == [
        ["Jméno", "Telefon", "Narozeniny", "Řádek", "Sloupec", "Proč"],
        ["Jan", "x", "31.2.", "7", "Narozeniny", "No such day"],
        ["Eva", "", "", "9", "", "Empty"],
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(file.getvalue())).active
    assert sheet["C2"].fill.start_color.rgb == "00FFF3CD"
    assert sheet["B2"].fill.fill_type is None
