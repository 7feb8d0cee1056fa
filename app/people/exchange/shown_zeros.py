"""Finds the columns of .xlsx whose numbers are shown with zeros before them: 42 that looks like 0042."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from posixpath import join, normpath
from zipfile import ZipFile, ZipInfo

from app.people.exchange.extents import column_number

Shown = Mapping[str, Mapping[int, int]]
"""By the name of the sheet and the index of the column, how many figures are shown at least."""

LOOKED_AT = 1 << 20
MOST_FIGURES = 30
TAG = re.compile(r"<(?:\w+:)?(numFmt|cellXfs|/cellXfs|xf|sheet|Relationship|c)\b([^<>]*)>")
ATTRIBUTE = re.compile(r"(?:\w+:)?(\w+)\s*=\s*\"([^\"]*)\"")
SIGNS = re.compile(r"\\.|\"[^\"]*\"|\s")
PLACE = re.compile(r"([A-Z]{1,3})\d+")


def shown_zeros(packed: ZipFile, place: Mapping[str, ZipInfo], workbook: str) -> Shown:
    """`place` are the parts by name, `workbook` that of the main one. Nothing where it cannot be told."""
    folder = workbook.rpartition("/")[0]
    styles = _zero_styles(packed, place.get(join(folder, "styles.xml")))
    if not styles:
        return {}
    relations = place.get(join(folder, "_rels", f"{workbook.rpartition('/')[2]}.rels"))
    targets = {said.get("Id"): said.get("Target", "") for _, said in _tags(packed, relations)}
    found: dict[str, Mapping[int, int]] = {}
    for tag, said in _tags(packed, place.get(workbook)):
        target = targets.get(said.get("id"), "").replace("\\", "/") if tag == "sheet" else ""
        path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        if target and path in place:
            found[unescape(said.get("name", ""))] = _columns(packed, place[path], styles)
    return found


def _zero_styles(packed: ZipFile, part: ZipInfo | None) -> dict[str, int]:
    """How many figures each style shows at least, where it shows nothing but figures."""
    formats: dict[str, int] = {}
    styles: dict[str, int] = {}
    number = -1
    for tag, said in _tags(packed, part):
        if tag == "numFmt":
            bare = SIGNS.sub("", unescape(said.get("formatCode", "")).partition(";")[0])
            if 1 < len(bare) <= MOST_FIGURES and not bare.strip("0"):
                formats[said.get("numFmtId", "")] = len(bare)
        elif tag == "cellXfs":
            number = 0
        elif tag == "/cellXfs":
            break
        elif tag == "xf" and number >= 0:
            if said.get("numFmtId") in formats:
                styles[str(number)] = formats[said["numFmtId"]]
            number += 1
    return styles


def _columns(packed: ZipFile, part: ZipInfo, styles: Mapping[str, int]) -> dict[int, int]:
    """By the first cells, for a column is mostly formatted as a whole."""
    columns: dict[int, int] = {}
    for tag, said in _tags(packed, part):
        found = PLACE.fullmatch(said.get("r", "")) if tag == "c" else None
        if found and said.get("s") in styles:
            at = column_number(found[1]) - 1
            columns[at] = max(columns.get(at, 0), styles[said["s"]])
    return columns


def _tags(packed: ZipFile, part: ZipInfo | None) -> Iterator[tuple[str, dict[str, str]]]:
    """The tags of interest at the beginning of a part, with their attributes."""
    if part is None:
        return
    with packed.open(part) as file:
        text = file.read(LOOKED_AT).decode("utf-8", errors="replace")
    for tag in TAG.finditer(text):
        yield tag[1], dict(ATTRIBUTE.findall(tag[2]))
