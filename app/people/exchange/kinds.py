"""What a file really is, told by its first bytes and not by its name."""

from enum import Enum
from pathlib import Path

from app.people.exchange.encodings import wide
from app.people.exchange.errors import (
    EmptyList,
    NotASpreadsheet,
    ProtectedFile,
    UnreadableFile,
)

HEAD = 8192
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# first bytes of files that people mistake for a list: PDF, pictures, archives, sound, programs, databases
FOREIGN = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"Rar!",
    b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"ID3", b"\x7fELF", b"MZ", b"SQLite format 3",
    b"{\\rtf", b"PK\x05\x06", b"OggS", b"\x00\x00\x01\x00", b"\xca\xfe\xba\xbe",
)  # fmt: skip
# how a web page, XML, or a page packed for the post begins
PAGES = tuple(
    b"<!doctype html/<html/<head/<meta/<style/<body/<div/<table/<?xml/mime-version:".split(b"/")
)
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTROL_SHARE, FEW_CONTROLS = 0.05, 3
CONTROLS = bytes({*range(1, 9), *range(14, 27), *range(28, 32)})


class Kind(Enum):
    ZIPPED = "zipped"
    OLD_EXCEL = "old excel"
    TEXT = "text"
    CARDS = "cards"
    PAGE = "page"


def kind_of(path: Path) -> Kind:
    """Raises `UnreadableFile`, `EmptyList`, `ProtectedFile` or `NotASpreadsheet`."""
    head = _head(path)
    if not head.strip(b"\x00\r\n\t ;,\xef\xbb\xbf\xff\xfe"):
        raise_if_empty(path)
    if head.startswith(ZIP):
        return Kind.ZIPPED
    if head.startswith(OLE):
        _refuse_encrypted_package(path)
        return Kind.OLD_EXCEL
    if head.startswith(FOREIGN) and not _is_plain(head):
        raise NotASpreadsheet(name=path.name)
    if b"BEGIN:VCARD" in head[:1024].replace(b"\x00", b"").upper():
        return Kind.CARDS
    if not _is_text(head):
        raise NotASpreadsheet(name=path.name)
    return Kind.PAGE if _is_page(head) else Kind.TEXT


def raise_if_empty(path: Path) -> None:
    """A file of nothing but blanks and separators is an empty list, however long it is."""
    blanks = bytes({0, 9, 10, 13, 32, *b';,"', 0xEF, 0xBB, 0xBF, 0xFF, 0xFE})
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            if piece.translate(None, blanks):
                return
    raise EmptyList(name=path.name)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile(name=path.name or str(path), why="folder")
        if not path.is_file():
            raise UnreadableFile(name=path.name, why="special" if path.exists() else "absent")
        with path.open("rb") as file:
            return file.read(HEAD)
    except PermissionError as error:
        raise UnreadableFile(name=path.name, why="not permitted") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(name=path.name, why="unreadable") from error


def _refuse_encrypted_package(path: Path) -> None:
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            if ENCRYPTED_PACKAGE in piece:
                raise ProtectedFile(name=path.name)


def _is_page(head: bytes) -> bool:
    return (
        head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower().startswith(PAGES)
    )


def _is_plain(head: bytes) -> bool:
    """Words that only happen to begin like a foreign file: `BMW; MZ; ...`."""
    return (
        head.isascii()
        and head.decode("ascii").replace("\n", "").replace("\r", "").isprintable()
        and not head.startswith((b"%PDF", b"{\\rtf"))
    )


def _is_text(head: bytes) -> bool:
    if head.startswith(UTF_16_MARKS) or wide(head):
        return True
    body = head.replace(b"\x00", b"")
    if len(body) < len(head) / 2:
        return False
    return len(body) - len(body.translate(None, CONTROLS)) <= FEW_CONTROLS + CONTROL_SHARE * len(
        body
    )
