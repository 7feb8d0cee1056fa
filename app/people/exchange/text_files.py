"""Reads lists kept as text: .csv, .tsv and .txt, in whatever letters and with whatever between the cells."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from app.people.exchange.encodings import encoding_of
from app.people.exchange.errors import DamagedFile, FileTooLarge
from app.people.exchange.extents import MOST_COLUMNS
from app.people.exchange.headers import ENOUGH, FIRST_ROWS, role_of
from app.people.exchange.kinds import raise_if_empty
from app.people.exchange.sheets import NumberedRow, Sheet
from app.people.exchange.values import text_of
from app.progress import Report

FILE_LIMIT = 1_000_000_000
CELL_LIMIT = 5_000_000
SAMPLE = 200_000
MOST_LINES = 2000
"""A cell of more lines than this is none: its quote was never closed."""
FEWER_LINES = 200
"""The same once that has happened in a file, where it may happen on every line."""
AS_TEXT = re.compile(r'^="(.*)"$')
DELIMITERS = ";\t,|"
TIGHT_COMMA = re.compile(r",\S|,$", re.MULTILINE)
NONE = "\x1f"
"""Stands in no text: what it divides is a list of one column, whatever commas its names have."""


def read_text(path: Path, report: Report, *, language: str = "") -> Sheet:
    if path.stat().st_size > FILE_LIMIT:
        raise FileTooLarge(name=path.name, what="bytes", limit=FILE_LIMIT)
    raise_if_empty(path)
    csv.field_size_limit(CELL_LIMIT)
    encoding = encoding_of(path, language, report)
    sample = _sample(path, encoding)
    delimiter, announced = _delimiter(sample)

    def rows() -> Iterator[NumberedRow]:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            if announced:
                file.readline()
            for number, row in _rows(file, delimiter, path.name):
                if any(row[MOST_COLUMNS:]):
                    raise FileTooLarge(name=path.name, what="columns", limit=MOST_COLUMNS)
                yield number, row

    return Sheet(name=path.stem, rows=rows)


def _sample(path: Path, encoding: str) -> str:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        return file.read(SAMPLE).replace("\x00", "")


def _delimiter(sample: str) -> tuple[str, bool]:
    """What stands between cells, and whether the first line announces it (`sep=;`)."""
    first = sample.partition("\n")[0].strip("\r\ufeff\"' ")
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:
        return first[-1], True
    known = {delimiter: _known_headers(sample, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: known[delimiter])
    if known[best] >= ENOUGH:
        return best, False
    best = max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))
    is_in_names = best == "," and _known_headers(sample, NONE) and not TIGHT_COMMA.search(sample)
    return NONE if is_in_names else best, False


def _known_headers(sample: str, delimiter: str) -> int:
    """How many headers the best of the first lines has when it is divided so."""
    first = islice(_rows(io.StringIO(sample, newline=""), delimiter, ""), FIRST_ROWS)
    counts = (sum(role_of(text_of(cell)) is not None for cell in row) for _, row in first)
    return max(counts, default=0)


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    """How evenly `delimiter` divides the lines; more columns break a tie."""
    rows = _rows(io.StringIO(sample, newline=""), delimiter, "")
    widths = [len(row) for _, row in rows]
    if not widths:
        return 0.0, 0
    divided = [width for width in widths[:-1] or widths if width > 1]
    if not divided:
        return 0.0, 0
    usual = max(set(divided), key=divided.count)
    return divided.count(usual) / len(widths), usual


def _rows(file: Iterable[str], delimiter: str, name: str) -> Iterator[NumberedRow]:
    lines = (line.replace("\x00", "") for line in file)
    try:
        for number, row in _records(lines, delimiter):
            if any(row) and any(map(str.strip, row)):
                yield number, _without_formulas(row)
    except csv.Error as error:
        raise DamagedFile(name=name) from error


def _without_formulas(row: list[str]) -> list[str]:
    """`="0042"` is how some programs keep a spreadsheet from eating the zeros."""
    if not any(cell[:2] == '="' for cell in row):
        return row
    return [AS_TEXT.sub(r"\1", cell) for cell in row]


def _records(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers, blank ones left out at once, for there may be millions of them.

    A quote that nobody closes is taken for a sign and swallows no further lines.
    """
    blank = f"{delimiter} \t\r\n"
    number, most = 0, MOST_LINES
    taken: list[str] = []
    waiting: deque[str] = deque()

    def source() -> Iterator[str]:
        nonlocal number
        while len(taken) <= most:
            line = waiting.popleft() if waiting else next(lines, None)
            if line is None:
                return
            if not taken:
                number += 1
                if not line.strip(blank):
                    continue
            taken.append(line)
            yield line

    stray = True
    while stray:
        stray = False
        for row in csv.reader(source(), delimiter=delimiter):
            stray = len(taken) > 1 and (len(taken) > most or _is_open(taken, delimiter))
            if stray:
                most = FEWER_LINES if len(taken) > most else most
                waiting.extendleft(reversed(taken[1:]))
            at, said = number, _without_quotes(taken[0], delimiter) if stray else row
            taken.clear()
            yield at, said
            if stray:
                break


def _is_open(lines: Sequence[str], delimiter: str) -> bool:
    """Whether the quote that goes on below its line is closed by none, or by one that opens another cell."""
    if sum(line.count('"') for line in lines) % 2 == 1:
        return True
    line = next((line for line in lines[1:] if '"' in line), "")
    before, _, behind = line.partition('"')
    return before[-1:] in {"", delimiter} and behind[:1] not in {delimiter, '"', "\r", "\n", ""}


def _without_quotes(line: str, delimiter: str) -> list[str]:
    row = next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return [cell.removeprefix('"') for cell in row]
