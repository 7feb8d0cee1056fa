"""Reads the table of a web page, which many tills save under the name .xls, and Excel's own XML of 2003."""

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from app.people.exchange.encodings import encoding_of
from app.people.exchange.errors import FileTooLarge, PageWithoutTable
from app.people.exchange.extents import CELL_LIMIT, MOST_COLUMNS, MOST_ROWS
from app.people.exchange.sheets import NumberedRow, Sheet
from app.progress import Report

FILE_LIMIT = 60_000_000
EVERY = 4096
BEGINNING = 4096
TOKEN = re.compile(r"<(/?)(?:\w+:)?(\w+)((?:[\s/][^<>]*)?)>|([^<]+|<)")
ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)\s*=\s*[\"']?(\d{1,9})")
CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
BLANKS = re.compile(r"\s+")
UNSEEN = (
    ("<!--", "-->"),
    ("<script", "</script"),
    ("<style", "</style"),
    ("<comment", "</comment"),
)
TABLE, ROW, CELL, BREAK = "table", "row", "cell", "break"
TAGS = {"table": TABLE, "tr": ROW, "row": ROW, "td": CELL, "th": CELL, "cell": CELL, "br": BREAK}


def read_page(path: Path, report: Report, *, language: str = "") -> Sheet:
    """The largest table of the page. Raises `PageWithoutTable` or `FileTooLarge`."""
    if path.stat().st_size > FILE_LIMIT:
        raise FileTooLarge(name=path.name, what="bytes", limit=FILE_LIMIT)
    text = path.read_bytes().decode(_encoding(path, language, report), errors="replace")
    for start, end in UNSEEN:
        text = _without(text, start, end)
    page = _Page(name=path.name)
    for number, token in enumerate(TOKEN.finditer(text)):
        if number % EVERY == 0:
            report(0, 0)
        page.see(*token.groups())
    rows = max((table.rows for table in page.tables), key=len, default=[])
    if not rows:
        raise PageWithoutTable(name=path.name)
    return Sheet(name=path.stem, rows=lambda: iter(rows), height=rows[-1][0])


def _encoding(path: Path, language: str, report: Report) -> str:
    """What the page says of itself, unless it begins with a mark of Unicode."""
    with path.open("rb") as file:
        head = file.read(BEGINNING)
    said = CHARSET.search(head)
    if said and not head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with suppress(LookupError):
            return codecs.lookup(said[1].decode()).name
    return encoding_of(path, language, report)


def _without(text: str, start: str, end: str) -> str:
    """The text without what lies between `start` and `end`, as comments do."""
    low, at = text.lower(), 0
    kept: list[str] = []
    while (found := low.find(start, at)) >= 0:
        kept.append(text[at:found])
        closed = low.find(end, found + len(start))
        closed = low.find(">", closed) if closed >= 0 else closed
        at = len(text) if closed < 0 else closed + 1
    return "".join([*kept, text[at:]])


@dataclass(slots=True)
class _Table:
    """The rows so far; `spans` tells how far cells reach down into rows to come, by column."""

    rows: list[NumberedRow] = field(default_factory=list)
    number: int = 0
    cells: list[str] | None = None
    spans: dict[int, int] = field(default_factory=dict)

    def begin_row(self, said: dict[str, int]) -> None:
        self.end_row()
        self.number = min(max(said.get("index", 0), self.number + 1), MOST_ROWS)
        self.cells = []

    def end_row(self) -> None:
        if self.cells is not None and any(map(str.strip, self.cells)):
            self.rows.append((self.number, self.cells))
        if self.cells is not None:
            self.spans = {at: left - 1 for at, left in self.spans.items() if left > 1}
        self.cells = None

    def add(self, text: str, said: dict[str, int]) -> int:
        """Places a cell, a merged one once, and answers how wide it is."""
        if self.cells is None:
            self.begin_row({})
        cells: list[str] = self.cells if self.cells is not None else []
        at = len(cells)
        while self.spans.get(at):
            at += 1
        at = min(max(at, said.get("index", 0) - 1), MOST_COLUMNS)
        end = min(at + max(said.get("colspan", 1), said.get("mergeacross", 0) + 1), MOST_COLUMNS)
        cells += [""] * (max(end, at + 1) - len(cells))
        cells[at] = text
        deep = max(said.get("rowspan", 1), said.get("mergedown", 0) + 1)
        if deep > 1:
            self.spans |= dict.fromkeys(range(at, end), deep)
        return end - at


@dataclass(slots=True, kw_only=True)
class _Page:
    """Tables may stand in one another; each is read for itself."""

    name: str
    tables: list[_Table] = field(default_factory=list)
    _open: list[_Table] = field(default_factory=list)
    _cell: tuple[list[str], dict[str, int]] | None = None
    _size: int = 0

    def see(self, closing: str, tag: str | None, attributes: str | None, text: str | None) -> None:
        """One piece of the page. Raises `FileTooLarge`."""
        kind = TAGS.get(tag.lower()) if tag else None
        if kind is None or kind is BREAK:
            if self._cell:
                self._cell[0].append("\n" if kind else BLANKS.sub(" ", text or " "))
            return
        self._end_cell()
        if kind is TABLE:
            self._turn_to_table(closing=bool(closing))
        elif self._open and kind is ROW:
            self._open[-1].end_row() if closing else self._open[-1].begin_row(_said(attributes))
        elif self._open and not closing:
            self._cell = ([], _said(attributes))

    def _turn_to_table(self, *, closing: bool) -> None:
        if not closing:
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open:
            self._open.pop().end_row()

    def _end_cell(self) -> None:
        if self._cell and self._open:
            pieces, said = self._cell
            self._size += self._open[-1].add(unescape("".join(pieces)), said)
            if self._size > CELL_LIMIT:
                raise FileTooLarge(name=self.name, what="cells", limit=CELL_LIMIT)
        self._cell = None


def _said(attributes: str | None) -> dict[str, int]:
    """The numbers among a tag's attributes, by their names in small letters."""
    return {name.lower(): int(number) for name, number in ATTRIBUTE.findall(attributes or "")}
