"""A raw cell made clean: tidy text, numbers without a tail of zeros, no invisible characters."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from app.people.exchange.sheets import Cell

# soft hyphen, zero-width characters, direction marks and fences, byte order mark, NUL
INVISIBLE = dict.fromkeys(
    [0, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)
CONTROLS = dict.fromkeys([*range(1, 9), *range(14, 32), *range(127, 160)], " ")
TIDY = INVISIBLE | CONTROLS
SPACES = re.compile(r"\s+")
SPACES_IN_LINE = re.compile(r"[^\S\n]+")
_MANY_LINES = re.compile(r"\n{3,}")
SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_IN_FULL = re.compile(r"(\d)[.,](\d+)[eE]\+?(\d{1,2})")
EXACT = 2**53


def text_of(raw: Cell) -> str:
    """What the cell says, on one line. A whole number has no decimals: 4207.0 is `4207`."""
    if isinstance(raw, str):
        return tidy(raw)
    return _text_of_other(raw)


def lines_of(raw: Cell) -> str:
    """What the cell says, its line breaks kept."""
    if not isinstance(raw, str):
        return _text_of_other(raw)
    text = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    lines = SPACES_IN_LINE.sub(" ", text.translate(TIDY)).split("\n")
    return _MANY_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


def tidy(text: str) -> str:
    """One line, single spaces, nothing invisible, letters composed (NFC)."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return (SPACES.sub(" ", text) if "  " in text else text).strip()
    text = unicodedata.normalize("NFC", text).translate(TIDY)
    return SPACES.sub(" ", text).strip()


def number_text(raw: Cell) -> str:
    """A number that names something (a card, a customer) as text: `4207.0` is `4207`, `0042` stays.

    A sign before it that only keeps a spreadsheet from eating the zeros, `'0042`, is none of it.
    """
    text = text_of(raw)
    if text[:1] == "'" and text[1:2].isalnum() and not text.endswith("'"):
        text = text[1:]
    whole = _WHOLE.fullmatch(text) if text.endswith("0") else None
    return whole[1] if whole else written_out(text)


def written_out(text: str) -> str:
    """`6.03118274E8`, as some programs write a number of which no digit is lost, is `603118274`."""
    found = _IN_FULL.fullmatch(text)
    return found[1] + found[2] if found and len(found[2]) == int(found[3]) else text


def _text_of_other(raw: Cell) -> str:
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        whole = raw.is_integer() and abs(raw) < EXACT
        return str(int(raw)) if whole else repr(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ")
    if isinstance(raw, date | time):
        return raw.isoformat()
    if isinstance(raw, timedelta):
        return str(raw)
    return str(raw)
