"""Looks into an .xls workbook before it is opened: how far its cells reach, and how its dates count.

The container is the compound file of [MS-CFB], the workbook in it a stream of records of [MS-XLS].
"""

import struct
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.people.exchange.errors import (
    DamagedFile,
    FileTooLarge,
    NotASpreadsheet,
    ProtectedFile,
)
from app.people.exchange.extents import CELL_LIMIT, CellLimit, Corners
from app.people.exchange.sheets import Workbook

FILE_LIMIT = 500_000_000
HEADER = struct.Struct("<30xHH6x8xL4xLL4xL4x")
FIRST_MAP, FIRST_MAP_SECTORS = 76, 109
ENTRY = struct.Struct("<64sHBx48xLQ")
SECTOR_SHIFTS = (9, 12)
COUNTS = struct.Struct("<44xL14xL")
"""What calamine makes room for: the sectors of the table, and (from bytes 62 to 65) of its places."""
MOST_PLACES = 100_000_000
LAST_SECTOR = 0xFFFFFFFA
WORKBOOK_NAMES = frozenset({"workbook", "book"})
RECORD = struct.Struct("<HH")
CELL = struct.Struct("<HH")
CELL_RECORDS = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})
SEVERAL_RECORD = 0xBD  # MULRK ends with its last column
DIMENSIONS, LONG_DIMENSIONS = 0x200, struct.Struct("<LLHH")
BEGINNINGS = frozenset({0x809, 0x409, 0x209, 0x009})
OLD_ROWS, OLD_COLUMNS = 1 << 16, 1 << 8
BEGINNING, SHEET, PASSWORD, DATE_MODE = 0x809, 0x85, 0x2F, 0x22


class BrokenContainer(Exception):
    """The sectors contradict one another; following them would never end."""


def look_into_old(path: Path) -> Workbook:
    """Checks an .xls workbook.

    Raises `DamagedFile`, `FileTooLarge`, `NotASpreadsheet` or `ProtectedFile`.
    """
    if path.stat().st_size > FILE_LIMIT:
        raise FileTooLarge(name=path.name, what="bytes", limit=FILE_LIMIT)
    try:
        workbook = _workbook(path.read_bytes())
        if workbook is None:
            raise NotASpreadsheet(name=path.name)
        return Workbook(suffixes=(".xls",), from_1904=_counts_from_1904(workbook, path.name))
    except CellLimit as error:
        raise FileTooLarge(name=path.name, what="cells", limit=CELL_LIMIT) from error
    except (
        BrokenContainer,
        struct.error,
        IndexError,
        KeyError,
        UnicodeError,
        OverflowError,
    ) as error:
        raise DamagedFile(name=path.name) from error


def _counts_from_1904(workbook: bytes, name: str) -> bool:
    from_1904, corners = False, Corners()
    for number, at, length in _records(workbook):
        if number in CELL_RECORDS and length >= CELL.size:
            row, column = CELL.unpack_from(workbook, at)
            corners.see(row, column)
            if number == SEVERAL_RECORD:
                corners.see(row, int.from_bytes(workbook[at + length - 2 : at + length], "little"))
        elif number == SHEET:
            _check_beginning(workbook, int.from_bytes(workbook[at : at + 4], "little"))
        elif number == DIMENSIONS:
            _check_declared(workbook[at : at + length])
        elif number == BEGINNING:
            corners.check()
            corners = Corners()
        elif number == PASSWORD:
            raise ProtectedFile(name=name)
        elif number == DATE_MODE:
            from_1904 = workbook[at : at + 2] == b"\x01\x00"
    corners.check()
    return from_1904


def _check_beginning(workbook: bytes, at: int) -> None:
    """A sheet begins where the workbook says, or calamine breaks off with a fault of its own."""
    number, length = RECORD.unpack_from(workbook, at)
    if number not in BEGINNINGS or length < CELL.size:
        raise BrokenContainer


def _check_declared(body: bytes) -> None:
    """The reader makes room for as many cells as the sheet declares."""
    if len(body) < LONG_DIMENSIONS.size:
        return
    top, bottom, first, last = LONG_DIMENSIONS.unpack_from(body)
    if (
        bottom > OLD_ROWS
        or last > OLD_COLUMNS
        or (bottom and bottom < top)
        or (last and last < first)
    ):
        raise CellLimit


def _records(workbook: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and length of each record's body."""
    at = 0
    while at + RECORD.size <= len(workbook):
        number, length = RECORD.unpack_from(workbook, at)
        at += RECORD.size
        yield number, at, length
        at += length


@dataclass(frozen=True, slots=True, kw_only=True)
class _Container:
    """A compound file: equal sectors, and the table that says which follows which."""

    data: bytes
    size: int
    chain: "array[int]"
    start: int = 0

    def sector(self, number: int) -> bytes:
        at = self.start + number * self.size
        return self.data[at : at + self.size]

    def stream(self, first: int) -> bytes:
        """The sectors from `first` on, joined. Raises `BrokenContainer`."""
        sectors: list[bytes] = []
        while first < LAST_SECTOR:
            if len(sectors) > len(self.data) // self.size:
                raise BrokenContainer
            sectors.append(self.sector(first))
            first = self.chain[first]
        return b"".join(sectors)


def _workbook(data: bytes) -> bytes | None:
    """The stream that holds the workbook; None when there is none."""
    shift, small_shift, directory, small_limit, small_map, further = HEADER.unpack_from(data)
    tables, places = COUNTS.unpack_from(data)
    if shift not in SECTOR_SHIFTS or tables > len(data) or places > MOST_PLACES:
        raise BrokenContainer
    size = 1 << shift
    large = _Container(data=data, size=size, chain=array("I"), start=size)
    large = replace(large, chain=_chain(large, further))
    entries = _entries(large.stream(directory))
    found = next((entries[name] for name in WORKBOOK_NAMES if name in entries), None)
    if found is None:
        return None
    start, length = found
    if length >= small_limit:
        return large.stream(start)[:length]
    small = _Container(
        data=large.stream(entries["root entry"][0]),
        size=1 << min(small_shift, 16),
        chain=_longs(large.stream(small_map)),
    )
    return small.stream(start)[:length]


def _chain(large: _Container, further: int) -> "array[int]":
    places = _longs(large.data[FIRST_MAP : FIRST_MAP + 4 * FIRST_MAP_SECTORS])
    while further < LAST_SECTOR:
        if len(places) > len(large.data):
            raise BrokenContainer
        block = _longs(large.sector(further))
        places.extend(block[:-1])
        further = block[-1]
    chain = array("I")
    for place in places:
        if place < LAST_SECTOR:
            chain.extend(_longs(large.sector(place)))
    return chain


def _longs(data: bytes) -> "array[int]":
    return array("I", data[: len(data) // 4 * 4])


def _entries(directory: bytes) -> Mapping[str, tuple[int, int]]:
    """Start and length of each stream by its name in small letters, which are no different there."""
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        name, name_length, _, start, length = ENTRY.unpack_from(directory, at)
        written = name[: max(name_length - 2, 0)].decode("utf-16-le")
        entries[written.lower()] = (start, length & 0xFFFFFFFF)
    return entries
