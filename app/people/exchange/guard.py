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
    check_binary_sheet,
    check_document,
    check_shared_texts,
    check_xml_sheet,
)
from app.people.exchange.packed import PIECE, unpacked
from app.people.exchange.sheets import Workbook
from app.progress import Report

UNPACKED_LIMIT = 1_000_000_000
PARTS_LIMIT = 20_000
ENCRYPTED_FLAG = 1
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
    return [part for part in parts if not part.filename.startswith(UNREAD)]


def _refuse_what_is_no_workbook(packed: ZipFile, name: str) -> None:
    names = packed.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in _beginning(
        packed, "META-INF/manifest.xml"
    ):
        raise ProtectedFile(name=name)
    is_document = "content.xml" in names and (
        "mimetype" not in names or b"spreadsheet" in _beginning(packed, "mimetype")
    )
    if not is_document and not any(part.startswith("xl/") for part in names):
        raise NotASpreadsheet(name=name)


def _check(file: BinaryIO, part: ZipInfo) -> None:
    pieces: Pieces = partial(unpacked, file, part)
    check = _check_for(part.filename.lower())
    if check is not None:
        check(pieces)
    else:
        for _ in pieces():
            pass


def _check_for(name: str) -> Callable[[Pieces], None] | None:
    if name == "content.xml":
        return check_document
    if name.startswith("xl/") and "sharedstrings" in name:
        return check_shared_texts
    if name.startswith("xl/") and name.endswith(".xml"):
        return check_xml_sheet
    if name.startswith("xl/worksheets/") and name.endswith(".bin"):
        return check_binary_sheet
    return None


def _workbook(packed: ZipFile) -> Workbook:
    names = packed.namelist()
    if "xl/workbook.xml" in names:
        head = _beginning(packed, "xl/workbook.xml")
        from_1904 = b'date1904="1"' in head or b'date1904="true"' in head
        return Workbook(suffixes=(".xlsx", ".xlsm"), from_1904=from_1904)
    return Workbook(suffixes=(".ods",) if "content.xml" in names else (".xlsb",))


def _beginning(packed: ZipFile, part: str) -> bytes:
    with packed.open(part) as file:
        return file.read(PIECE)
