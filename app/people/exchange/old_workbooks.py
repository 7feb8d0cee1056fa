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

FILE_LIMIT = 500_000_000
HEADER = struct.Struct("<30xHH6x8xL4xLL4xL4x")
FIRST_MAP, FIRST_MAP_SECTORS = 76, 109
ENTRY = struct.Struct("<64sHBx48xLQ")
LAST_SECTOR = 0xFFFFFFFA
WORKBOOK_NAMES = frozenset({"Workbook", "Book"})
RECORD = struct.Struct("<HH")
CELL = struct.Struct("<HH")
CELL_RECORDS = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})
SEVERAL_RECORD = 0xBD  # MULRK ends with its last column
BEGINNING, PASSWORD, DATE_MODE = 0x809, 0x2F, 0x22


def look_into_old(path: Path) -> bool:
    """Whether the workbook's dates count from 1904.

    Raises `DamagedFile`, `FileTooLarge`, `NotASpreadsheet` or `ProtectedFile`.
    """
    if path.stat().st_size > FILE_LIMIT:
        raise FileTooLarge(name=path.name, what="bytes", limit=FILE_LIMIT)
    try:
        workbook = _workbook(path.read_bytes())
        if workbook is None:
            raise NotASpreadsheet(name=path.name)
        return _counts_from_1904(workbook, path.name)
    except CellLimit as error:
        raise FileTooLarge(name=path.name, what="cells", limit=CELL_LIMIT) from error
    except (struct.error, IndexError, KeyError, UnicodeError, OverflowError) as error:
        raise DamagedFile(name=path.name) from error


def _counts_from_1904(workbook: bytes, name: str) -> bool:
    from_1904, corners = False, Corners()
    for number, at, length in _records(workbook):
        if number in CELL_RECORDS and length >= CELL.size:
            row, column = CELL.unpack_from(workbook, at)
            corners.see(row, column)
            if number == SEVERAL_RECORD:
                corners.see(row, int.from_bytes(workbook[at + length - 2 : at + length], "little"))
        elif number == BEGINNING:
            corners.check()
            corners = Corners()
        elif number == PASSWORD:
            raise ProtectedFile(name=name)
        elif number == DATE_MODE:
            from_1904 = workbook[at : at + 2] == b"\x01\x00"
    corners.check()
    return from_1904


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
        """The sectors from `first` on, joined; a chain that runs in a ring is broken off."""
        sectors: list[bytes] = []
        most = len(self.data) // self.size + 1
        while first < LAST_SECTOR and len(sectors) <= most:
            sectors.append(self.sector(first))
            first = self.chain[first]
        return b"".join(sectors)


def _workbook(data: bytes) -> bytes | None:
    """The stream that holds the workbook; None when there is none."""
    shift, small_shift, directory, small_limit, small_map, further = HEADER.unpack_from(data)
    size = 1 << min(shift, 16)
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
        data=large.stream(entries["Root Entry"][0]),
        size=1 << min(small_shift, 16),
        chain=_longs(large.stream(small_map)),
    )
    return small.stream(start)[:length]


def _chain(large: _Container, further: int) -> "array[int]":
    places = _longs(large.data[FIRST_MAP : FIRST_MAP + 4 * FIRST_MAP_SECTORS])
    blocks = 0
    while further < LAST_SECTOR and blocks <= len(large.data) // large.size:
        block = _longs(large.sector(further))
        places.extend(block[:-1])
        further, blocks = block[-1], blocks + 1
    chain = array("I")
    for place in places:
        if place < LAST_SECTOR:
            chain.extend(_longs(large.sector(place)))
    return chain


def _longs(data: bytes) -> "array[int]":
    return array("I", data[: len(data) // 4 * 4])


def _entries(directory: bytes) -> Mapping[str, tuple[int, int]]:
    """Start and length of each stream by its name."""
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        name, name_length, _, start, length = ENTRY.unpack_from(directory, at)
        entries[name[: max(name_length - 2, 0)].decode("utf-16-le")] = (start, length & 0xFFFFFFFF)
    return entries
