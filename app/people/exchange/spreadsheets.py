"""Reads .xlsx, .xlsb, .xls and .ods through calamine, after the guard has looked them over."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import python_calamine as calamine

from app.people.exchange.errors import (
    DamagedFile,
    EmptyList,
    NoSuchSheet,
    NotASpreadsheet,
    ProtectedFile,
)
from app.people.exchange.guard import look_into
from app.people.exchange.headers import find_header
from app.people.exchange.kinds import Kind
from app.people.exchange.old_workbooks import look_into_old
from app.people.exchange.sheets import Cell, NumberedRow, Sheet, Wanted, Workbook
from app.progress import Report

ERROR_OUTPUT = 2
PANIC = "PanicException"
"""What calamine's own faults are raised as; it has no name that could be imported."""


def read_spreadsheet(path: Path, kind: Kind, wanted: Wanted, report: Report) -> Sheet:
    """The sheet that is `wanted`; a hidden one only where those that are seen hold nothing."""
    known = look_into(path, report) if kind is Kind.ZIPPED else look_into_old(path)
    try:
        with _quietly(kind), path.open("rb") as file, _book(path, known, file) as book:
            reading = _Reading(book, wanted, known, report)
            found = reading.first(path.name)
    except calamine.PasswordError as error:
        raise ProtectedFile(name=path.name) from error
    except calamine.CalamineError as error:
        raise _as_said(error, path, kind) from error
    except OSError as error:
        raise DamagedFile(name=path.name) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise DamagedFile(name=path.name) from error
    if found is None:
        raise EmptyList(name=path.name)
    return found


@contextmanager
def _quietly(kind: Kind) -> Iterator[None]:
    """Over a broken .xls calamine may stumble, and say so on the error output; that is kept back."""
    if kind is not Kind.OLD_EXCEL:
        yield
        return
    try:
        kept = os.dup(ERROR_OUTPUT)
    except OSError:
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), ERROR_OUTPUT)
    try:
        yield
    finally:
        os.dup2(kept, ERROR_OUTPUT)
        os.close(kept)


def _book(path: Path, known: Workbook, file: BinaryIO) -> calamine.CalamineWorkbook:
    """Opened by its name when that can be believed, else by what it is."""
    if path.suffix.lower() in known.suffixes:
        return calamine.CalamineWorkbook.from_path(path)
    return calamine.CalamineWorkbook.from_filelike(file)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A workbook that is open, and which of its sheets is wanted."""

    book: calamine.CalamineWorkbook
    wanted: Wanted
    known: Workbook
    report: Report

    def first(self, file: str) -> Sheet | None:
        """Raises `NoSuchSheet`; `file` is the name to say."""
        seen, hidden = self._names(hidden=False), self._names(hidden=True)
        if self.wanted.name is not None and self.wanted.name not in seen + hidden:
            raise NoSuchSheet(name=file, sheet=self.wanted.name, sheets=seen)
        return self._first_of(seen) or self._first_of(hidden)

    def _names(self, *, hidden: bool) -> tuple[str, ...]:
        """Sheets of cells; those of charts and macros hold nobody."""
        return tuple(
            one.name
            for one in self.book.sheets_metadata
            if one.typ == calamine.SheetTypeEnum.WorkSheet
            and (one.visible != calamine.SheetVisibleEnum.Visible) is hidden
        )

    def _first_of(self, names: tuple[str, ...]) -> Sheet | None:
        first: Sheet | None = None
        for name in names:
            self.report(0, 0)
            if self.wanted.name not in {None, name}:
                continue
            found = self.book.get_sheet_by_name(name)
            if found.start is None or not any(any(row) for row in found.iter_rows()):
                continue
            sheet = _sheet(found, names, self.known)
            if self.wanted.headers is None or find_header(sheet.rows(), self.wanted.headers):
                return sheet
            first = first or sheet
        return first


def _as_said(error: Exception, path: Path, kind: Kind) -> Exception:
    said = str(error).lower()
    if "password" in said or "encrypt" in said:
        return ProtectedFile(name=path.name)
    if kind is Kind.OLD_EXCEL and "workbook" in said:
        return NotASpreadsheet(name=path.name)
    return DamagedFile(name=path.name)


def _sheet(found: calamine.CalamineSheet, names: tuple[str, ...], known: Workbook) -> Sheet:
    before: list[Cell] = [""] * (found.start or (0, 0))[1]
    zeros = known.zeros.get(found.name, {})

    def rows() -> Iterator[NumberedRow]:
        for number, row in enumerate(found.iter_rows(), start=1):
            if any(row):
                cells = [*before, *row] if before else row
                yield number, _as_shown(cells, zeros) if zeros else cells

    return Sheet(
        name=found.name,
        names=names,
        rows=rows,
        height=found.total_height,
        from_1904=known.from_1904,
    )


def _as_shown(cells: Sequence[Cell], zeros: Mapping[int, int]) -> list[Cell]:
    """The row with the zeros before its numbers that the spreadsheet shows."""
    shown = list(cells)
    for at, figures in zeros.items():
        number = shown[at] if at < len(shown) else None
        if (
            isinstance(number, float | int)
            and not isinstance(number, bool)
            and number == int(number)
        ):
            shown[at] = str(int(number)).zfill(figures)
    return shown
