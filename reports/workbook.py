"""Spreadsheets that the shop hands out: every cell is text, so that what is read back is what was written."""

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Cell = str | date | int | None

_LOOKED_AT = 200  # rows that settle how wide the columns are
_NARROWEST, _WIDEST = 8, 46  # in characters
_PALE = "FFF3CD"
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # `_x0041_` would be read as an A


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """A row that an import did not take: its number in the file, its cells, and the column that is why."""

    number: int
    cells: tuple[Cell, ...]
    column: str
    reason: str


def write_customers(
    rows: Iterable[Sequence[Cell]],
    headers: Sequence[str],
    to: BinaryIO,
    *,
    right_to_left: bool = False,
) -> None:
    """A spreadsheet of one sheet; rows are written as they come, dates as `2026-03-05`."""
    _write(headers, ((row, None) for row in rows), to, right_to_left=right_to_left)


def write_refused(
    headers: Sequence[str],
    added: tuple[str, str, str],
    rows: Iterable[RefusedRow],
    to: BinaryIO,
    *,
    right_to_left: bool = False,
) -> None:
    """The rows that an import refused, under their own headers, to be mended and imported again.

    `added` are the headers of three more columns: row number, column, reason. The cell at fault is coloured.
    """
    places = {header: at for at, header in enumerate(headers)}
    marked = ((_with_reason(row, len(headers)), places.get(row.column)) for row in rows)
    _write([*headers, *added], marked, to, right_to_left=right_to_left)


def _with_reason(row: RefusedRow, width: int) -> tuple[Cell, ...]:
    cells = (*row.cells, *(None for _ in range(width - len(row.cells))))
    return (*cells[:width], row.number, row.column, row.reason)


_Marked = tuple[Sequence[Cell], int | None]


def _write(
    headers: Sequence[str], rows: Iterable[_Marked], to: BinaryIO, *, right_to_left: bool
) -> None:
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    sheet.sheet_view.rightToLeft = right_to_left
    sheet.freeze_panes = "A2"
    rows = iter(rows)
    seen = list(islice(rows, _LOOKED_AT))
    _set_widths(sheet, [headers, *(cells for cells, _ in seen)])
    pen = _Pen(sheet)
    sheet.append([pen.heading(header) for header in headers])
    for cells, marked in chain(seen, rows):
        sheet.append(pen.row(cells, marked))
    with tempfile.TemporaryFile() as unpacked:
        ExcelWriter(book, ZipFile(unpacked, "w", ZIP_STORED, allowZip64=True)).save()
        _pack(unpacked, to)


class _Pen:
    """Makes cells of text; what begins with `=`, `+` or `0` stays what it is."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import PatternFill

        self._sheet = sheet
        self._plain = self._cell()
        self._marked = self._cell()
        self._marked.fill = PatternFill("solid", start_color=_PALE)

    def _cell(self) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet)
        cell.number_format = "@"
        return cell

    def heading(self, text: str) -> Any:
        from openpyxl.styles import Font

        cell = self._cell()
        cell.font = Font(bold=True)
        return _lettered(cell, text)

    def row(self, cells: Sequence[Cell], marked: int | None) -> Iterator[Any]:
        """Two cells serve all rows: the sheet writes each one before it asks for the next."""
        for at, value in enumerate(cells):
            text = _text(value)
            if at == marked:
                yield _lettered(self._marked, text)
            else:
                yield _lettered(self._plain, text) if text else None


def _lettered(cell: Any, text: str) -> Any:
    cell.value = text
    cell.data_type = "s"  # after the value, whose first letter may have made it a formula
    return cell


def _text(value: Cell) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    return _ESCAPE.sub("_x005F_", _UNWRITABLE.sub("", text))


def _set_widths(sheet: Any, rows: Sequence[Sequence[Cell]]) -> None:
    from openpyxl.utils import get_column_letter

    for at in range(max(map(len, rows))):
        longest = max(len(_text(row[at]).partition("\n")[0]) for row in rows if at < len(row))
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(
            max(longest + 2, _NARROWEST), _WIDEST
        )


def _pack(unpacked: BinaryIO, to: BinaryIO) -> None:
    """The same parts under one fixed time, so that the same rows always give the same bytes."""
    with ZipFile(unpacked) as source, ZipFile(to, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            part = ZipInfo(name, _EPOCH.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            with source.open(name) as read, target.open(part, "w", force_zip64=True) as written:
                if name == "docProps/core.xml":
                    written.write(_without_times(read.read()))
                    continue
                for chunk in _chunks(read):
                    written.write(chunk)


def _without_times(properties: bytes) -> bytes:
    stamp = _EPOCH.isoformat().encode() + b"Z"
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, properties)


def _chunks(read: Any) -> Iterator[bytes]:
    while chunk := read.read(1 << 20):
        yield chunk
