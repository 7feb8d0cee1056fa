"""Looks into a packed spreadsheet before it is opened, so that a hostile one cannot fill the memory.

A packed file says how large its parts become; first that is added up, then every part is unpacked once in
small pieces to see that it told the truth. The reader lays out a full rectangle from the first used cell to
the last, so the corners of the used cells are looked up beforehand too.
"""

import struct
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.people.exchange.errors import (
    DamagedFile,
    FileTooLarge,
    NotASpreadsheet,
    ProtectedFile,
)
from app.people.exchange.extents import (
    CELL_LIMIT,
    CellLimit,
    Pieces,
    binary_records,
    check_binary_sheet,
    check_document,
    check_shared_texts,
    check_xml_sheet,
)
from app.people.exchange.packed import PIECE, unpacked
from app.people.exchange.sheets import Workbook
from app.people.exchange.shown_zeros import shown_zeros
from app.progress import Report

UNPACKED_LIMIT = 1_000_000_000
PARTS_LIMIT = 20_000
ENCRYPTED_FLAG = 1
PROPERTIES = 0x199
"""BrtWbProp of .xlsb, whose lowest bit says that days count from 1904 ([MS-XLSB] 2.4.822)."""
UNREAD = ("xl/media/", "Pictures/", "Thumbnails/", "xl/embeddings/", "ObjectReplacements/")


def look_into(path: Path, report: Report) -> Workbook:
    """Checks a zipped spreadsheet and tells what it is.

    Raises `DamagedFile`, `FileTooLarge`, `NotASpreadsheet` or `ProtectedFile`.
    """
    try:
        with ZipFile(path) as packed, path.open("rb") as file:
            parts = _parts(packed, path.name)
            _refuse_what_is_no_workbook(packed, path.name)
            for part in parts:
                report(0, 0)
                _check(file, part)
            return _workbook(packed)
    except CellLimit as error:
        raise FileTooLarge(name=path.name, what="cells", limit=CELL_LIMIT) from error
    except (BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        raise DamagedFile(name=path.name) from error
    except (zlib.error, struct.error, KeyError, expat.ExpatError) as error:
        raise DamagedFile(name=path.name) from error


def _parts(packed: ZipFile, name: str) -> list[ZipInfo]:
    parts = packed.infolist()
    if len(parts) > PARTS_LIMIT or sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise FileTooLarge(name=name, what="bytes", limit=UNPACKED_LIMIT)
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise ProtectedFile(name=name)
    return [part for part in parts if not _place(part).startswith(UNREAD)]


def _place(part: ZipInfo) -> str:
    """The part's name as it should be written; some programs use the other stroke, or a leading one."""
    return part.filename.replace("\\", "/").lstrip("/")


def _refuse_what_is_no_workbook(packed: ZipFile, name: str) -> None:
    if b"encryption-data" in _beginning(packed, "META-INF/manifest.xml"):
        raise ProtectedFile(name=name)
    if _workbook_part(packed) or any(_place(part).startswith("xl/") for part in packed.filelist):
        return
    kind = _beginning(packed, "mimetype")
    if _part(packed, "content.xml") is None or (kind and b"spreadsheet" not in kind):
        raise NotASpreadsheet(name=name)


def _part(packed: ZipFile, place: str) -> ZipInfo | None:
    return next((part for part in packed.filelist if _place(part) == place), None)


def _workbook_part(packed: ZipFile) -> ZipInfo | None:
    """Mostly `xl/workbook.xml`, but a package may be laid out otherwise."""
    names = ("workbook.xml", "workbook.bin")
    return next(
        (part for part in packed.filelist if _place(part).rpartition("/")[2] in names), None
    )


def _check(file: BinaryIO, part: ZipInfo) -> None:
    pieces: Pieces = partial(unpacked, file, part)
    check = _check_for(_place(part).lower())
    if check is not None:
        check(pieces)
    else:
        for _ in pieces():
            pass


def _check_for(name: str) -> Callable[[Pieces], None] | None:
    if name == "content.xml":
        return check_document
    if "sharedstrings" in name:
        return check_shared_texts
    if name.endswith(".xml"):
        return check_xml_sheet
    if "worksheets/" in name and name.endswith(".bin"):
        return check_binary_sheet
    return None


def _workbook(packed: ZipFile) -> Workbook:
    part = _workbook_part(packed)
    if part is None:
        return Workbook(suffixes=(".ods",))
    head = _head(packed, part)
    if part.filename.endswith(".xml"):
        from_1904 = b'date1904="1"' in head or b'date1904="true"' in head
        place = {_place(one): one for one in packed.filelist}
        zeros = shown_zeros(packed, place, _place(part))
        return Workbook(suffixes=(".xlsx", ".xlsm"), from_1904=from_1904, zeros=zeros)
    properties = (body for number, body in binary_records(iter([head])) if number == PROPERTIES)
    return Workbook(
        suffixes=(".xlsb",), from_1904=any(body[:1] and body[0] & 1 for body in properties)
    )


def _beginning(packed: ZipFile, place: str) -> bytes:
    """The first bytes of a part; none where there is no such part."""
    part = _part(packed, place)
    return _head(packed, part) if part else b""


def _head(packed: ZipFile, part: ZipInfo) -> bytes:
    with packed.open(part) as file:
        return file.read(PIECE)
