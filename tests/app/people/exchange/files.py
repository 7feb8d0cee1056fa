"""Makes the files that shops send: spreadsheets, text and address books, whole and broken ones."""

import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from app.people.exchange.cells import Place
from app.people.exchange.lists import OpenedList, open_list
from app.people.exchange.mapping import told_from
from app.people.exchange.rows import Row
from app.progress import unheard

ON = date(2026, 6, 1)
BRNO = Place(country="CZ", language="cs", on=ON)
ODS = "application/vnd.oasis.opendocument.spreadsheet"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
SHEET_END = "</sheetData></worksheet>"


def opened(path: Path, *told: str, place: Place = BRNO, chosen: str | None = None) -> OpenedList:
    return open_list(path, place, tuple(map(told_from, told)), unheard, chosen=chosen)


def rows(path: Path, *told: str, place: Place = BRNO) -> list[Row]:
    return list(opened(path, *told, place=place).rows(unheard))


def csv_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def from_cells(folder: Path, *lines: Sequence[object], name: str = "list.xlsx") -> Path:
    """A workbook as a spreadsheet program saves it."""
    from openpyxl import Workbook

    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    path = folder / name
    book.save(path)
    book.close()
    return path


def xlsx_of(path: Path, sheet: str | Iterable[str], *, workbook: str = "") -> Path:
    """The barest workbook with one sheet, whose XML is given."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packages}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        packed.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{relations}">{workbook}'
            '<sheets><sheet name="People" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        packed.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
            f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            for piece in [sheet] if isinstance(sheet, str) else sheet:
                part.write(piece.encode())
    return path


def inline(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def ods_of(path: Path, body: str, *, manifest: str = "") -> Path:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", ODS)
        packed.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" '
            f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="L">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{ODS}"/>{manifest}</manifest:manifest>',
        )
    return path


def ods_row(*texts: str, times: int = 1, columns: int = 1) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
        if text
        else f'<table:table-cell table:number-columns-repeated="{columns}"/>'
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'
