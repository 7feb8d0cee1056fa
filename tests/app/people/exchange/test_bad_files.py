import os
import random
import resource
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import ShopError
from app.people.exchange.errors import (
    DamagedFile,
    EmptyList,
    FileTooLarge,
    NoHeader,
    NotASpreadsheet,
    PageWithoutTable,
    ProtectedFile,
    UnreadableFile,
)
from app.people.exchange.extents import CELL_LIMIT, CellLimit, check_binary_sheet
from app.people.exchange.readers import read_sheet
from app.progress import unheard
from tests.app.people.exchange.files import (
    SHEET,
    SHEET_END,
    csv_file,
    from_cells,
    inline,
    ods_of,
    ods_row,
    opened,
    rows,
    xlsx_of,
)

HEADER = '<row r="1">' + inline("A1", "Name") + inline("B1", "Phone") + "</row>"
JAN = '<row r="2">' + inline("A2", "Jan Novák") + inline("B2", "603118274") + "</row>"
PRINTED = st.characters(exclude_categories=["Cc", "Cs"])
WITHIN_SECONDS, WITHIN_BYTES = 30, 1_000_000_000


def read_apart(path: Path) -> str:
    """Reads the file in a process of its own with a bounded memory; what came of it."""
    program = f"""
import sys
sys.path.insert(0, {str(Path.cwd())!r})
from pathlib import Path
from app.errors import ShopError
from tests.app.people.exchange.files import rows
try:
    print(len(rows(Path({str(path)!r}))))
except ShopError as error:
    print(type(error).__name__)
"""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=WITHIN_SECONDS,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (WITHIN_BYTES, WITHIN_BYTES)),
    )
    assert time.monotonic() - started < WITHIN_SECONDS
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyList),
        (b"\r\n \n;;;\n", EmptyList),
        (b"\xef\xbb\xbf", EmptyList),
        (b"\x00" * 5000, EmptyList),
        (b"%PDF-1.7\n1 0 obj", NotASpreadsheet),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), NotASpreadsheet),
        (b"<html><body><p>Name</p></body></html>", PageWithoutTable),
        (b"<?xml version='1.0'?><svg></svg>", PageWithoutTable),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x--\n", PageWithoutTable),
        (b"<!doctype html><table><tr><td> </table>", PageWithoutTable),
        (bytes(range(256)) * 40, NotASpreadsheet),
        (b"PK\x03\x04abc", DamagedFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, DamagedFile),
        (b"just words and no list at all", NoHeader),
    ],
)
@pytest.mark.parametrize("name", ["list.xlsx", "list.xls", "list.csv", "list.vcf"])
def test_what_is_no_list_says_so(tmp_path, content, error, name):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(error) as refused:
        rows(path)
    assert refused.value.facts["name"] == name


def test_a_folder_and_a_missing_file_say_so(tmp_path):
    for path, why in ((tmp_path, "folder"), (tmp_path / "none.xlsx", "absent")):
        with pytest.raises(UnreadableFile) as refused:
            read_sheet(path, unheard)
        assert refused.value.facts["why"] == why


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_says_so(tmp_path):
    path = csv_file(tmp_path, "Name;Phone\nJan;1\n")
    path.chmod(0)
    with pytest.raises(UnreadableFile) as refused:
        read_sheet(path, unheard)
    assert refused.value.facts["why"] == "not permitted"


def test_a_locked_file_says_so(tmp_path, monkeypatch):
    path = csv_file(tmp_path, "Name;Phone\nJan;1\n")

    def locked(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(UnreadableFile) as refused:
        read_sheet(path, unheard)
    assert refused.value.facts == {"name": "list.csv", "why": "not permitted"}


def test_a_zip_of_something_else_is_no_spreadsheet(tmp_path):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    with pytest.raises(NotASpreadsheet):
        rows(path)


def test_an_encrypted_workbook_asks_for_no_patience(tmp_path):
    path = tmp_path / "list.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000 + name + b"\x00" * 500)
    with pytest.raises(ProtectedFile):
        rows(path)


def test_an_encrypted_document_asks_for_no_patience(tmp_path):
    path = ods_of(tmp_path / "l.ods", ods_row("Name"), manifest="<manifest:encryption-data/>")
    with pytest.raises(ProtectedFile):
        rows(path)


def test_an_old_workbook_with_a_password_says_so(tmp_path):
    import xlwt

    book = xlwt.Workbook()
    book.add_sheet("L").write(0, 0, "Name")
    path = tmp_path / "list.xls"
    book.save(str(path))
    data = bytearray(path.read_bytes())
    # WINDOW1 (0x3D, 18 bytes) becomes FILEPASS (0x2F) of the same length: RC4 as Excel 97 wrote it
    at = data.index(struct.pack("<HH", 0x3D, 18))
    data[at : at + 4 + 18] = struct.pack("<HHH", 0x2F, 18, 1) + b"\x01" * 16
    path.write_bytes(data)
    with pytest.raises(ProtectedFile):
        rows(path)


def test_a_truncated_workbook_is_damaged(tmp_path):
    path = from_cells(tmp_path, ["Name", "Phone"], ["Jan", "603118274"])
    whole = path.read_bytes()
    for length in range(30, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedFile):
            rows(path)


def test_a_workbook_with_flipped_bytes_never_ends_in_a_traceback(tmp_path):
    path = from_cells(tmp_path, ["Name", "Phone"], ["Jan", "603118274"])
    whole = path.read_bytes()
    chance = random.Random(7)  # noqa: S311 - any damage will do
    refused = 0
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(3):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        try:
            rows(path)
        except ShopError:
            refused += 1
    assert refused > 0


def test_a_broken_old_workbook_never_ends_in_a_traceback(tmp_path, capfd):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("L")
    for row in range(40):
        sheet.write(row, 0, "Name" if row == 0 else f"Jan{row}")
        sheet.write(row, 1, "Phone" if row == 0 else 603118274)
    path = tmp_path / "list.xls"
    book.save(str(path))
    whole = path.read_bytes()
    chance = random.Random(3)  # noqa: S311 - any damage will do
    for _ in range(300):
        broken = bytearray(whole)
        for _ in range(4):
            broken[chance.randrange(len(broken))] = chance.choice([0, 255, chance.randrange(256)])
        path.write_bytes(broken)
        try:
            rows(path)
        except ShopError:
            continue
    assert capfd.readouterr().err == ""


def test_a_document_whose_text_breaks_off_is_damaged(tmp_path):
    path = ods_of(tmp_path / "l.ods", ods_row("Name", "Phone") + ods_row("Jan", "603118274")[:-9])
    with pytest.raises(DamagedFile):
        rows(path)


def test_a_document_with_definitions_of_its_own_is_refused(tmp_path):
    path = ods_of(tmp_path / "l.ods", ods_row("Name"))
    with zipfile.ZipFile(tmp_path / "m.ods", "w") as packed, zipfile.ZipFile(path) as source:
        text = source.read("content.xml")
        packed.writestr("content.xml", b'<!DOCTYPE x [<!ENTITY a "b">]>' + text)
        packed.writestr("mimetype", source.read("mimetype"))
    with pytest.raises(FileTooLarge):
        rows(tmp_path / "m.ods")


def test_shared_texts_that_promise_too_many_are_refused(tmp_path):
    path = xlsx_of(tmp_path / "l.xlsx", SHEET + HEADER + JAN + SHEET_END)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/sharedStrings.xml", '<sst uniqueCount="99999999999"></sst>')
    with pytest.raises(FileTooLarge):
        rows(path)


def with_declared_size(path: Path, size: int) -> Path:
    """The workbook, its sheet said to be `size` bytes long once it is unpacked."""
    with zipfile.ZipFile(path) as packed:
        true = packed.getinfo("xl/worksheets/sheet1.xml").file_size
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", true), struct.pack("<I", size)))
    return path


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path):
    path = xlsx_of(tmp_path / "bomb.xlsx", SHEET + HEADER + JAN + SHEET_END)
    with pytest.raises(FileTooLarge) as refused:
        rows(with_declared_size(path, 2_000_000_000))
    assert refused.value.facts["what"] == "bytes"


def test_a_zip_bomb_that_lies_about_its_size_is_damaged(tmp_path):
    body = ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 680
    path = xlsx_of(tmp_path / "bomb.xlsx", (body for _ in range(150)))
    assert read_apart(with_declared_size(path, 1000)) == "DamagedFile"


def test_a_styled_cell_in_the_last_corner_does_not_matter(tmp_path):
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    path = xlsx_of(tmp_path / "far.xlsx", SHEET + HEADER + JAN + far + SHEET_END)
    assert read_apart(path) == "1"


def test_a_value_in_the_last_corner_is_too_far(tmp_path):
    far = f'<row r="1048576">{inline("XFD1048576", "x")}</row>'
    path = xlsx_of(tmp_path / "far.xlsx", SHEET + HEADER + JAN + far + SHEET_END)
    assert read_apart(path) == "FileTooLarge"
    with pytest.raises(FileTooLarge) as refused:
        rows(path)
    assert refused.value.facts == {"name": "far.xlsx", "what": "cells", "limit": CELL_LIMIT}


def test_a_value_in_the_last_row_of_a_narrow_list_is_read(tmp_path):
    far = f'<row r="1048576">{inline("B1048576", "603118275")}</row>'
    path = xlsx_of(tmp_path / "far.xlsx", SHEET + HEADER + JAN + far + SHEET_END)
    assert read_apart(path) == "2"


def test_cells_that_do_not_say_where_they_stand_are_counted(tmp_path):
    wide = "<row>" + "<c><v>1</v></c>" * 5000 + "</row>"
    path = xlsx_of(tmp_path / "wide.xlsx", SHEET + wide + "<row/>" * 100_000 + wide + SHEET_END)
    assert read_apart(path) == "FileTooLarge"


def test_a_value_in_the_last_corner_of_an_old_workbook_is_read_or_too_far(tmp_path):
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("L")
    for column, text in enumerate(("Name", "Phone")):
        sheet.write(0, column, text)
    sheet.write(1, 0, "Jan")
    sheet.write(65535, 255, "x")
    path = tmp_path / "far.xls"
    book.save(str(path))
    assert read_apart(path) in {"2", "FileTooLarge"}


@pytest.mark.parametrize("columns", [10_000, 16_384])
def test_ten_thousand_columns_are_only_wide(tmp_path, columns):
    from app.people.exchange.mapping import column_letters

    texts = ["Name", "Phone", *(f"Q{number}" for number in range(columns - 2))]
    lines = [texts, ["Jan", "603118274", *("x" for _ in range(columns - 2))]]
    body = "".join(
        f'<row r="{at}">'
        + "".join(inline(f"{column_letters(index)}{at}", text) for index, text in enumerate(line))
        + "</row>"
        for at, line in enumerate(lines, start=1)
    )
    assert read_apart(xlsx_of(tmp_path / "wide.xlsx", SHEET + body + SHEET_END)) == "1"
    path = csv_file(tmp_path, "\n".join(";".join(line) for line in lines * 3))
    assert read_apart(path) == "5"


def test_a_line_of_half_a_million_columns_is_too_wide(tmp_path):
    path = csv_file(tmp_path, "Jméno;Telefon;" * 250_000)
    with pytest.raises(FileTooLarge) as refused:
        opened(path)
    assert refused.value.facts["what"] == "columns"


def test_five_million_empty_rows_are_no_rows(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b"Name;Phone\nJan;603118274\n" + b";\n" * 5_000_000 + b"Eva;603118275\n")
    assert read_apart(path) == "2"


def test_five_million_empty_rows_and_nothing_else_are_an_empty_list(tmp_path):
    path = tmp_path / "empty.csv"
    path.write_bytes(b";;;\r\n" * 5_000_000)
    assert read_apart(path) == "EmptyList"


def test_rows_repeated_in_a_document_are_no_rows(tmp_path):
    body = ods_row("Name", "Phone") + ods_row("Jan", "603118274")
    empty = ods_row("", columns=16384, times=5_000_000)
    assert read_apart(ods_of(tmp_path / "l.ods", body + empty)) == "1"
    assert read_apart(ods_of(tmp_path / "m.ods", body + empty + ods_row("Eva", "7"))) in {"1", "2"}


def test_full_rows_repeated_too_often_are_too_many(tmp_path):
    body = ods_row("Name", "Phone") + ods_row("x", columns=16000, times=100_000)
    assert read_apart(ods_of(tmp_path / "l.ods", body)) == "FileTooLarge"


def test_a_cell_of_a_million_characters_goes_to_the_notes_in_part(tmp_path):
    path = csv_file(
        tmp_path, f"Name;Phone;City\nJan;603118274;{'x' * 1_000_000}\nEva;777123456;Brno\n"
    )
    first, second = rows(path)
    assert first.problems[0].reason == "too_long"
    assert len(first.problems[0].value) <= 200
    assert len(first.values["notes"]) < 31_000
    assert second.values["city"] == "Brno"


def test_a_quote_that_is_never_closed_loses_no_row(tmp_path):
    lines = "".join(f"Jan{number};60311{number:04}\n" for number in range(3000))
    path = csv_file(tmp_path, f'Name;Phone\n"Petr;603118274\n{lines}')
    found = rows(path)
    assert len(found) == 3001
    assert found[0].values["first_name"] == "Petr"


def test_a_long_note_of_many_lines_is_one_note(tmp_path):
    note = "\n".join(f"řádek {number}" for number in range(700))
    path = csv_file(tmp_path, f'Name;Note;Phone\nEva;"{note}";603118274\nJan;;777123456\n')
    eva, jan = rows(path)
    assert eva.values["notes"] == note
    assert jan.values["phones"] == ("+420777123456",)


def test_a_stray_quote_on_every_line_holds_nobody_up(tmp_path):
    lines = "".join(f'"Jan{number};60311{number:04}\n' for number in range(9000))
    path = csv_file(tmp_path, f"Name;Phone\n{lines}")
    began = time.perf_counter()
    assert len(rows(path)) == 9000
    assert time.perf_counter() - began < 5


def test_inside_a_cell_quotes_are_only_signs(tmp_path):
    path = csv_file(tmp_path, 'Name;Note;Phone\nJan;5" pizza;603118274\nEva;"a ""b""";777123456\n')
    assert [row.values["notes"] for row in rows(path)] == ['5" pizza', 'a "b"']


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    start=st.sampled_from(
        [
            b"",
            b"PK\x03\x04",
            b"\xff\xfe",
            b"BEGIN:VCARD\n",
            b"Name;Phone\n",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ]
    ),
)
def test_whatever_the_bytes_it_is_read_or_refused(tmp_path, data, start):
    path = tmp_path / "any.bin"
    path.write_bytes(start + data)
    try:
        for row in opened(path).preview():
            assert row.number >= 0
    except ShopError:
        pass


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.lists(st.text(PRINTED, max_size=30), min_size=3, max_size=3), max_size=6))
def test_whatever_the_cells_say_their_rows_are_kept(tmp_path, cells):
    import csv
    import io

    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([["Name", "Phone", "Birthday"], *cells])
    path = tmp_path / "any.csv"
    path.write_bytes(text.getvalue().encode("utf-8", "replace"))
    for row in opened(path).preview():
        assert row.is_refused or row.values


def binary_records(*records):
    return b"".join(bytes([number, len(body)]) + body for number, body in records)


def test_a_binary_sheet_is_measured_by_the_cells_that_hold_something():
    def row(number):
        return 0, struct.pack("<L", number) + b"\x00" * 13

    def cell(column, kind=5):
        return kind, struct.pack("<LL", column, 0) + b"\x00" * 8

    blank = 1
    near = (
        binary_records(row(0), cell(0), row(1_048_575), cell(16_383, blank), cell(1)) + b"\x00" * 6
    )
    check_binary_sheet(lambda: iter([near]))
    check_binary_sheet(lambda: iter([near[:20], near[20:]]))
    far = binary_records(row(0), cell(0), row(1_048_575), cell(16_383)) + b"\x00" * 6
    with pytest.raises(CellLimit):
        check_binary_sheet(lambda: iter([far]))


def test_a_package_laid_out_in_another_way_is_read(tmp_path):
    usual = xlsx_of(tmp_path / "usual.xlsx", SHEET + HEADER + JAN + SHEET_END)
    path = tmp_path / "other.xlsx"
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.infolist():
            target.writestr(part.filename.replace("/", "\\"), source.read(part))
    (row,) = rows(path)
    assert row.values["last_name"] == "Novák"
