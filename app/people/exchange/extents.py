"""How far the used cells of a packed sheet reach, found without laying the sheet out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.parsers import expat

Pieces = Callable[[], Iterator[bytes]]

CELL_LIMIT = 12_000_000
"""Rows × columns; a laid-out cell costs the reader about 60 bytes."""
MOST_ROWS = 1 << 20
MOST_COLUMNS = 1 << 14
OVERLAP = 1024
ROW_RECORD = 0
VALUE_RECORDS = range(2, 12)  # BrtCellRk … BrtFmlaError; 1 is a cell without a value
LONGEST_PREFIX = 6
MORE = 0x80

# Anything beyond column Z or row 199,999: below that no rectangle can be too large.
FAR_CELL = re.compile(rb' r="[A-Z](?:[A-Z]|[2-9]\d{5}|\d{7})')
CELL = re.compile(
    rb'<(?:\w+:)?c(?:\s[^>]*?)? r="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^>/])?>(?!</(?:\w+:)?c>)'
)
ROW_TAG = re.compile(rb"<(?:\w+:)?row\b")
CELL_TAG = re.compile(rb"<(?:\w+:)?c[ >]")
DECLARED = re.compile(rb'uniqueCount\s*=\s*["\'](\d+)')
ODS_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^>]*?)(/?)>")
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')


class CellLimit(Exception):
    """The rectangle around the used cells has more cells than can be laid out."""


@dataclass(slots=True)
class Corners:
    """The rectangle around the used cells seen so far."""

    top: int = MOST_ROWS
    bottom: int = 0
    first: int = MOST_COLUMNS
    last: int = 0

    def see(self, row: int, column: int) -> None:
        if column > MOST_COLUMNS:
            raise CellLimit
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.first, self.last = min(self.first, column), max(self.last, column)

    def check(self) -> None:
        rows, columns = self.bottom - self.top + 1, self.last - self.first + 1
        if rows > 0 and columns > 0 and rows * columns > CELL_LIMIT:
            raise CellLimit


def check_xml_sheet(pieces: Pieces) -> None:
    """A worksheet of .xlsx. Raises `CellLimit`."""
    far, unplaced = _suspicions(pieces())
    if unplaced:
        _check_unplaced(pieces())
    if far:
        _check_placed(pieces())


def _suspicions(pieces: Iterator[bytes]) -> tuple[bool, bool]:
    """Whether a cell stands far out, and whether cells do not say where they stand; reads to the end."""
    far = unplaced = False
    for window in _whole_tags(pieces):
        far = far or FAR_CELL.search(window) is not None
        plain = window.count(b"<c ") == window.count(b'<c r="') and b"<c>" not in window
        unplaced = unplaced or not plain or b":row" in window
    return far, unplaced


def _check_placed(pieces: Iterator[bytes]) -> None:
    corners = Corners()
    for window in _windows(pieces):
        found = CELL.findall(window)
        columns = {column_number(letters.decode()) for letters in {cell[0] for cell in found}}
        rows = {int(row) for row in {cell[1] for cell in found}}
        if found:
            corners.see(min(rows), min(columns))
            corners.see(max(rows), max(columns))
    corners.check()


def _check_unplaced(pieces: Iterator[bytes]) -> None:
    """Cells without a place follow one another, so the longest row tells how wide the sheet is."""
    rows = widest = width = 0
    for window in _whole_tags(pieces):
        first, *others = ROW_TAG.split(window)
        width += len(CELL_TAG.findall(first))
        for row in others:
            widest, width, rows = max(widest, width), len(CELL_TAG.findall(row)), rows + 1
    corners = Corners(top=1, bottom=rows, first=1, last=max(widest, width))
    corners.check()


def check_shared_texts(pieces: Pieces) -> None:
    """The texts of .xlsx; the reader makes room for as many as they declare. Raises `CellLimit`."""
    declared, size = 0, 0
    for piece in pieces():
        found = None if size else DECLARED.search(piece)
        declared = int(found[1]) if found else declared
        size += len(piece)
    if declared > size:
        raise CellLimit


def check_document(pieces: Pieces) -> None:
    """content.xml of .ods, where one cell or row may stand for many. Raises `CellLimit`, `ExpatError`."""
    corners, row, column, rows = Corners(), 0, 0, 1
    for window in _whole_tags(_well_formed(pieces())):
        for closing, tag, attributes, empty in ODS_TAG.findall(window):
            many = REPEATED.search(attributes)
            times = min(int(many[1]), 10 * MOST_ROWS) if many else 1
            if tag == b"table":
                corners.check()
                corners, row = Corners(), 0
            elif tag == b"table-row":
                row, column, rows = row + (0 if closing else times), 0, times
            elif not closing:
                column += times
                if not empty:
                    corners.see(max(row - rows + 1, 1), column - times + 1)
                    corners.see(row, column)
    corners.check()


def _well_formed(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces of XML that is whole; where it breaks off, the reader of .ods would never end."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_definitions
    for piece in pieces:
        parser.Parse(piece)
        yield piece
    parser.Parse(b"", True)


def _refuse_definitions(*_declared: object) -> None:
    """Definitions of its own have no business in a spreadsheet, and can make it grow without end."""
    raise CellLimit


def check_binary_sheet(pieces: Pieces) -> None:
    """A worksheet of .xlsb: records of number, length and body ([MS-XLSB] 2.1.4). Raises `CellLimit`."""
    corners, row = Corners(), 0
    for number, body in binary_records(pieces()):
        if number == ROW_RECORD:
            row = int.from_bytes(body, "little")
        elif number in VALUE_RECORDS:
            corners.see(min(row, MOST_ROWS), min(int.from_bytes(body, "little"), MOST_COLUMNS))
    corners.check()


def binary_records(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number and first four bytes of each record."""
    waiting = b""
    for piece in pieces:
        waiting += piece
        at = 0
        while at + LONGEST_PREFIX <= len(waiting):
            number, start = _marked(waiting, at)
            length, start = _number(waiting, start)
            if start + length > len(waiting):
                break
            yield number, waiting[start : start + 4]
            at = start + length
        waiting = waiting[at:]


def _marked(data: bytes, at: int) -> tuple[int, int]:
    """A record's number: its bytes as they stand; the high bit says that another follows."""
    number = data[at]
    if number < MORE:
        return number, at + 1
    return number | data[at + 1] << 8, at + 2


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A record's length: seven bits a byte, lowest first."""
    number = 0
    for place in range(4):
        byte = data[at + place]
        number |= (byte & (MORE - 1)) << 7 * place
        if byte < MORE:
            break
    return number, at + place + 1


def _windows(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, each with the end of the last, so that nothing is cut in two."""
    end = b""
    for piece in pieces:
        window = end + piece
        yield window
        end = window[-OVERLAP:]


def _whole_tags(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, cut between tags, so that none is seen twice."""
    waiting = b""
    for piece in pieces:
        window = waiting + piece
        cut = window.rfind(b">") + 1
        yield window[:cut]
        waiting = window[cut:] if len(window) - cut < OVERLAP * 64 else b""


def column_number(letters: str) -> int:
    """`A` is 1, `XFD` is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
