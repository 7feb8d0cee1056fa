"""Reads .xlsx, .xlsb, .xls and .ods through calamine, after the guard has looked them over."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
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
from app.people.exchange.kinds import Kind
from app.people.exchange.old_workbooks import look_into_old
from app.people.exchange.sheets import Cell, NumberedRow, Sheet, Workbook
from app.progress import Report

ERROR_OUTPUT = 2
PANIC = "PanicException"
"""What calamine's own faults are raised as; it has no name that could be imported."""


def read_spreadsheet(path: Path, kind: Kind, chosen: str | None, report: Report) -> Sheet:
    """The sheet called `chosen`, or the first that holds anything."""
    known = look_into(path, report) if kind is Kind.ZIPPED else look_into_old(path)
    try:
        with _quietly(kind), path.open("rb") as file, _book(path, known, file) as book:
            names = tuple(
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet
            )
            found = _first_with_rows(book, _wanted(names, chosen, path.name), report)
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
    return _sheet(found, names, from_1904=known.from_1904)


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


def _wanted(names: tuple[str, ...], chosen: str | None, file: str) -> tuple[str, ...]:
    if chosen is None:
        return names
    if chosen not in names:
        raise NoSuchSheet(name=file, sheet=chosen, sheets=names)
    return (chosen,)


def _first_with_rows(
    book: calamine.CalamineWorkbook, names: tuple[str, ...], report: Report
) -> calamine.CalamineSheet | None:
    for name in names:
        report(0, 0)
        sheet = book.get_sheet_by_name(name)
        if sheet.start is not None and any(any(row) for row in sheet.iter_rows()):
            return sheet
    return None


def _as_said(error: Exception, path: Path, kind: Kind) -> Exception:
    said = str(error).lower()
    if "password" in said or "encrypt" in said:
        return ProtectedFile(name=path.name)
    if kind is Kind.OLD_EXCEL and "workbook" in said:
        return NotASpreadsheet(name=path.name)
    return DamagedFile(name=path.name)


def _sheet(found: calamine.CalamineSheet, names: tuple[str, ...], *, from_1904: bool) -> Sheet:
    before: list[Cell] = [""] * (found.start or (0, 0))[1]

    def rows() -> Iterator[NumberedRow]:
        for number, row in enumerate(found.iter_rows(), start=1):
            if any(row):
                yield number, [*before, *row] if before else row

    return Sheet(
        name=found.name, names=names, rows=rows, height=found.total_height, from_1904=from_1904
    )
