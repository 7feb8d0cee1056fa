"""Reads .vcf address books (vCard 2.1, 3.0, 4.0) as a sheet with one column per kind of entry."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.people.exchange.encodings import encoding_of
from app.people.exchange.errors import EmptyList, FileTooLarge
from app.people.exchange.problems import Problem, Reason, cut_to_show
from app.people.exchange.sheets import Cell, NumberedRow, Sheet
from app.progress import Report

if TYPE_CHECKING:
    from vobject.base import Component

FILE_LIMIT = 200_000_000
MOST_LINES = 4000
"""Of one contact, pictures aside; a longer one is damaged, and would keep its reader busy without end."""
HEADERS = (
    "full name", "first name", "middle name", "last name", "title before", "title after", "company",
    "form of address", "language", "phone", "email", "street", "street2", "city", "region",
    "postal code", "country", "birthday", "tags", "notes", "external id",
)  # fmt: skip
GROUP = re.compile(r"^(?:X-ADDRESSBOOKSERVER-)?KIND:\s*group\s*$", re.IGNORECASE)
"""A card that only gathers other cards under a name."""
BEGIN, END = (
    re.compile(r"^\s*BEGIN:VCARD\s*$", re.IGNORECASE),
    re.compile(r"^\s*END:VCARD\s*$", re.IGNORECASE),
)
# Pictures and keys are long and of no use here; some phones fold them in ways that nobody can read.
SKIPPED = re.compile(r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-[\w-]+|AGENT)[;:]", re.IGNORECASE)
LIST = "; "


def read_cards(path: Path, report: Report, *, language: str = "") -> Sheet:
    """Rows are numbered by the line on which their card begins; the headers are row 0."""
    if path.stat().st_size > FILE_LIMIT:
        raise FileTooLarge(name=path.name, what="bytes", limit=FILE_LIMIT)
    encoding = encoding_of(path, language, report)
    rows: list[NumberedRow] = [(0, HEADERS)]
    broken: list[Problem] = []
    for number, lines in _cards(path, encoding):
        report(0, 0)
        if any(map(GROUP.match, lines)):
            continue
        cells = _cells("\r\n".join(lines) + "\r\n") if len(lines) <= MOST_LINES else None
        if cells is None:
            named = next(
                (line for line in lines if line.upper().startswith(("FN", "N:", "N;"))), ""
            )
            broken.append(
                Problem(row=number, field="", value=cut_to_show(named), reason=Reason.BROKEN_CARD)
            )
        elif any(cells):
            rows.append((number, cells))
    if len(rows) == 1 and not broken:
        raise EmptyList(name=path.name)
    return Sheet(name=path.stem, rows=lambda: iter(rows), height=rows[-1][0], broken=tuple(broken))


def _cards(path: Path, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each card, with the number of its first; a card that is never closed ends at the next."""
    card: list[str] | None = None
    start, skipping = 0, False
    with path.open(encoding=encoding, errors="replace", newline=None) as file:
        for number, raw in enumerate(file, start=1):
            line = raw.rstrip("\r\n").replace("\x00", "")
            if BEGIN.match(line.lstrip("\ufeff")):
                if card is not None:
                    yield start, [*card, "END:VCARD"]
                card, start, skipping = ["BEGIN:VCARD"], number, False
            elif card is not None:
                if END.match(line):
                    yield start, [*card, "END:VCARD"]
                    card = None
                elif GROUP.match(line) or (
                    not (skipping := _is_skipped(line, skipping=skipping))
                    and len(card) <= MOST_LINES
                ):
                    card.append(line)
    if card is not None:
        yield start, [*card, "END:VCARD"]


def _is_skipped(line: str, *, skipping: bool) -> bool:
    """Whether the line belongs to a picture or the like: its first line, or one that goes on with it."""
    if SKIPPED.match(line):
        return True
    return skipping and (line[:1] in {" ", "\t", ""} or ":" not in line)


def _cells(text: str) -> tuple[Cell, ...] | None:
    import vobject

    vobject.base.logger.disabled = True  # it writes to the error output of its own accord

    try:
        card = vobject.readOne(text, allowQP=True, ignoreUnreadable=True)
    except Exception:  # noqa: BLE001 - vobject raises whatever its parsing runs into; one card is not the list
        return None
    values = _values(card) if card is not None else {}
    return tuple(values.get(header, "") for header in HEADERS)


def _values(card: "Component") -> dict[str, str]:
    contents: Mapping[str, list[Any]] = card.contents
    values = {
        "full name": _first(contents, "fn"),
        "company": _organization(contents),
        "form of address": _first(contents, "gender").partition(";")[0],
        "language": _first(contents, "lang"),
        "phone": LIST.join(_all(contents, "tel", prefix="tel:")),
        "email": LIST.join(_all(contents, "email", prefix="mailto:")),
        "birthday": _first(contents, "bday"),
        "tags": LIST.join(_all(contents, "categories")),
        "notes": "\n".join(_all(contents, "note")),
        "external id": _first(contents, "uid").removeprefix("urn:uuid:"),
    }
    if values["full name"] == values["company"] and not any(_name(contents).values()):
        del values["full name"]  # a firm, as telephones keep it
    return values | _name(contents) | _address(contents)


def _name(contents: Mapping[str, list[Any]]) -> dict[str, str]:
    if "n" not in contents:
        return {}
    name = contents["n"][0].value
    parts = {
        "first name": _flat(name.given),
        "middle name": _flat(name.additional),
        "last name": _flat(name.family),
        "title before": _flat(name.prefix),
        "title after": _flat(name.suffix),
    }
    return parts | ({"full name": ""} if parts["first name"] or parts["last name"] else {})


def _address(contents: Mapping[str, list[Any]]) -> dict[str, str]:
    """The home address, else the first."""
    entries = contents.get("adr", ())
    home = [entry for entry in entries if "HOME" in map(str.upper, entry.params.get("TYPE", ()))]
    for entry in [*home, *entries]:
        address = entry.value
        return {
            "street": _flat(address.street),
            "street2": _flat(address.extended) or _flat(address.box),
            "city": _flat(address.city),
            "region": _flat(address.region),
            "postal code": _flat(address.code),
            "country": _flat(address.country),
        }
    return {}


def _organization(contents: Mapping[str, list[Any]]) -> str:
    if "org" not in contents:
        return ""
    value = contents["org"][0].value
    return str(value[0]) if isinstance(value, list) and value else _flat(value)


def _first(contents: Mapping[str, list[Any]], name: str) -> str:
    return next(iter(_all(contents, name)), "")


def _all(contents: Mapping[str, list[Any]], name: str, prefix: str = "") -> list[str]:
    texts = (_flat(entry.value).removeprefix(prefix).strip() for entry in contents.get(name, ()))
    return [text for text in texts if text]


def _flat(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value if part)
    return str(value or "")
