"""Makes a customer's clean values out of each row; what cannot be read stays with its row as a note."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.people.exchange.cells import Parts, Place, Reader, reader_for
from app.people.exchange.headers import Role
from app.people.exchange.mapping import FIELDS, UNUSED, ColumnMap
from app.people.exchange.no_people import about_nobody
from app.people.exchange.problems import Doubt, Problem, Reason, cut_to_show
from app.people.exchange.sheets import Cell, Sheet
from app.people.exchange.values import text_of
from app.people.postcodes import postal_code

KEYS = {"phone": "phones", "email": "emails"}
"""Fields of which a customer has several are kept under the plural."""
SOMEBODY = ("first_name", "last_name", "company", "phones", "emails", "card_number")
ADDRESS = ("street", "street2", "city", "region", "postal_code", "country")
PLACES = ("1 ", "2 ")
TOLD_BY_NAME = frozenset(FIELDS) - {"title_before", "title_after"}
"""The fields that the command line has a name for."""
REFUSALS = frozenset({Reason.NOBODY, Reason.TOTAL, Reason.HEADERS_AGAIN})
"""Why a whole row is not taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One data row. `values` holds only what is there, under the field names of the command line.

    `phones`, `emails` and `tags` are tuples, `consent_*` True or False, everything else is text.
    `form_in_name` is a form of address that only the name tells, for want of a better word.
    """

    number: int
    values: Mapping[str, object]
    problems: tuple[Problem, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether there is nobody in the row."""
        return bool(self.problems) and self.problems[-1].reason in REFUSALS


class Heading(NamedTuple):
    """How a column is called: its field of the command line, or its header where it has none."""

    field: str
    header: str


class Column(NamedTuple):
    """A mapped column: where it stands, under which key its values go, and what reads them."""

    at: int
    key: str
    read: Reader
    heading: Heading


def read_rows(sheet: Sheet, columns: ColumnMap, place: Place) -> Iterator[Row]:
    """The data rows below the header; wholly blank rows are left out."""
    compiled = _compiled(sheet, columns, place)
    has_further = any(column.key[0].isdigit() for column in compiled)
    for number, cells in sheet.rows():
        if number <= columns.last_header:
            continue
        values, doubts = _values(compiled, cells)
        if not values and not doubts and not any(map(text_of, cells)):
            continue
        why = about_nobody(cells, columns.headers, values)
        if why:
            yield Row(number=number, values={}, problems=(_refusal(number, why, cells),))
            continue
        _finish(values, place, has_further=has_further)
        problems = _problems(number, doubts, values) if doubts else ()
        if not any(map(values.__contains__, SOMEBODY)):
            problems += (Problem(row=number, field="", value="", reason=Reason.NOBODY),)
        yield Row(number=number, values=values, problems=problems)


def rereader(
    sheet: Sheet, columns: ColumnMap, place: Place
) -> Callable[[Mapping[str, str | bool | None]], Mapping[str, object]]:
    """What a row of this list would say that holds what it is given for each field, and part of one."""
    compiled = _compiled(sheet, columns, place)
    fields_of = {column.at: columns.roles[column.at].field for column in compiled}
    width = max((column.at for column in compiled), default=-1) + 1

    def read(fields: Mapping[str, str | bool | None]) -> Mapping[str, object]:
        cells: list[Cell] = [""] * width
        for column in compiled:
            said = fields.get(fields_of[column.at])
            cells[column.at] = ("yes" if said else "no") if isinstance(said, bool) else said
        values, doubts = _values(compiled, cells)
        _finish(values, place, has_further=False)
        if doubts:
            _problems(0, doubts, values)
        return values

    return read


def _refusal(number: int, why: Reason, cells: Sequence[Cell]) -> Problem:
    said = " ".join(filter(None, map(text_of, cells)))
    return Problem(row=number, field="", value=cut_to_show(said), reason=why)


def _compiled(sheet: Sheet, columns: ColumnMap, place: Place) -> list[Column]:
    return [
        Column(
            index,
            _key(role),
            reader_for(
                role.field, place, order=columns.orders.get(index), from_1904=sheet.from_1904
            ),
            _heading(role, columns.header(index)),
        )
        for index, role in sorted(columns.roles.items())
        if role.field != UNUSED
    ]


def _heading(role: Role, header: str) -> Heading:
    return Heading(role.field if role.field in TOLD_BY_NAME else header, header)


def _key(role: Role) -> str:
    key = KEYS.get(role.field, role.field)
    return f"{role.place} {key}" if role.place else key


def _values(
    columns: Sequence[Column], cells: Sequence[Cell]
) -> tuple[dict[str, object], list[tuple[Heading, Doubt]]]:
    values: dict[str, object] = {}
    doubts: list[tuple[Heading, Doubt]] = []
    width = len(cells)
    for at, key, read, heading in columns:
        if at >= width:
            break
        raw = cells[at]
        if raw == "" or raw is None:
            continue
        found = read(raw)
        if found is None:
            continue
        if found.__class__ is Parts:
            doubts.extend((heading, doubt) for doubt in found.doubts)
            _take_parts(values, key, found, heading)
        elif key not in values:
            values[key] = found
        elif found.__class__ is tuple:
            values[key] = _joined(values[key], found)
    return values, doubts


def _take_parts(values: dict[str, object], key: str, parts: Parts, heading: Heading) -> None:
    place = key[:2] if key[0].isdigit() else ""
    for part, value in parts.values.items():
        name = place + part
        if name == "remark":
            values["notes"] = _joined(values.get("notes", ()), (f"{heading.header}: {value}",))
        elif name not in values:
            values[name] = value
        elif isinstance(value, tuple):
            values[name] = _joined(values[name], value)


def _joined(before: object, more: object) -> tuple[object, ...]:
    """Both, each once."""
    return tuple(dict.fromkeys((*before, *more)))  # type: ignore[misc]


def _finish(values: dict[str, object], place: Place, *, has_further: bool) -> None:
    if has_further:
        further = {key: values.pop(key) for key in list(values) if key[0].isdigit()}
        _choose_address(values, further)
        if "1 external_id" in further:
            values.setdefault("external_id", further["1 external_id"])
    if "house_number" in values:
        number = str(values.pop("house_number"))
        values["street"] = f"{values['street']} {number}" if "street" in values else number
    if "middle_name" in values:
        middle = values.pop("middle_name")
        values["first_name"] = (
            f"{values['first_name']} {middle}" if "first_name" in values else middle
        )
    if "form_of_address" in values:
        values.pop("form_in_name", None)
    if "postal_code" in values:
        country = values.get("country", place.country)
        values["postal_code"] = _postal_code(values["postal_code"], country)
    if "notes" in values:
        values["notes"] = "\n".join(values["notes"])  # type: ignore[arg-type]


_postal_code = lru_cache(maxsize=16_384)(postal_code)


def _choose_address(values: dict[str, object], further: Mapping[str, object]) -> None:
    """The home address, else the next that there is; the others are left."""
    if any(key in values for key in ADDRESS):
        return
    for place in PLACES:
        chosen = {
            key[2:]: value
            for key, value in further.items()
            if key.startswith(place) and key[2:] in ADDRESS
        }
        if chosen:
            values.update(chosen)
            return


def _problems(
    number: int, doubts: Sequence[tuple[Heading, Doubt]], values: dict[str, object]
) -> tuple[Problem, ...]:
    """The doubts with their place; what was written is kept in the notes."""
    notes = [str(values["notes"])] if "notes" in values else []
    notes.extend(f"{heading.header}: {doubt.value}" for heading, doubt in doubts)
    values["notes"] = "\n".join(notes)
    return tuple(
        Problem(
            row=number,
            field=heading.field,
            value=cut_to_show(doubt.value),
            reason=doubt.reason,
            facts=doubt.facts,
        )
        for heading, doubt in doubts
    )
