"""Tells in which letters a text file is written: Unicode when it is, else by the likeliest words."""

import codecs
import re
from pathlib import Path

from app.people.exchange.alphabets import ENCODINGS, score
from app.progress import Report

PIECE = 1 << 20
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE_LINES = 400_000
ALPHABETS = bytes(range(7))  # upper bytes of Latin, Greek, Cyrillic, Hebrew, Arabic letters
MOSTLY, SELDOM = 0.9, 0.1
STRAY, FEW = "\ufffd", 10


def encoding_of(path: Path, language: str, report: Report) -> str:
    """A codec's name. `language` decides between readings that are equally likely."""
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    if unmarked := wide(head):
        return unmarked
    if _is_utf_8(path, report) or _is_nearly_utf_8(path):
        return "utf-8"
    return likeliest(_foreign_lines(path), language)


def wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte is the small number of an alphabet. "" when it is not."""
    even, odd = (_share_of_small(part) for part in (head[::2], head[1::2]))
    if max(even, odd) < MOSTLY or min(even, odd) > SELDOM:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _share_of_small(part: bytes) -> float:
    return (len(part) - len(part.translate(None, ALPHABETS))) / max(len(part), 1)


def _is_utf_8(path: Path, report: Report) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                report(0, 0)
                decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf_8(path: Path) -> bool:
    """Whether a few stray bytes stand among very many good letters, as where two files were joined."""
    with path.open("rb") as file:
        text = file.read(PIECE).decode("utf-8", errors="replace")
    foreign = sum(not char.isascii() for char in text)
    return foreign >= FEW and text.count(STRAY) <= foreign * SELDOM


def _foreign_lines(path: Path) -> bytes:
    """The lines that hold more than ASCII, up to a fair sample."""
    sample = bytearray()
    with path.open("rb") as file:
        while len(sample) < SAMPLE_LINES and (piece := file.read(PIECE)):
            sample += (
                b" ".join(re.findall(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*", piece))
                + b" "
            )
    return bytes(sample[:SAMPLE_LINES])


def likeliest(words: bytes, language: str) -> str:
    """The encoding in which `words` (those with foreign letters) read best."""
    return max(ENCODINGS, key=lambda encoding: score(words, encoding, language))
