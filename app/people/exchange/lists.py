"""Opens a shop's list: finds its header, decides how its dates are written, and gives its rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from app.people.exchange.cells import Place
from app.people.exchange.date_orders import (
    MIXED,
    Evidence,
    order_of_country,
    order_said,
    settled_by,
    weigh,
)
from app.people.exchange.errors import AmbiguousDates, NoHeader
from app.people.exchange.headers import (
    ENOUGH,
    FIRST_ROWS,
    HeaderRow,
    Role,
    find_header,
    header_key,
)
from app.people.exchange.mapping import DATES, ColumnMap, Order, Told, map_columns
from app.people.exchange.problems import Problem
from app.people.exchange.readers import read_sheet
from app.people.exchange.rows import Row, read_rows, rereader
from app.people.exchange.sheets import Cell, NumberedRow, Sheet
from app.people.exchange.values import text_of
from app.people.names import last_name_stands_first
from app.progress import Report

SAMPLES = 5
LOOKED_AT = 2000  # rows that show in which order names are written
EVERY = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedList:
    """A list ready to be looked at and taken over.

    `doubtful` are the date columns that can be read both ways, with examples.
    """

    sheet: Sheet
    columns: ColumnMap
    place: Place
    doubtful: Mapping[int, tuple[str, ...]]

    @property
    def key(self) -> str:
        """The same for every file with these headers; under it a mapping is remembered."""
        return header_key(self.columns.headers)

    @property
    def broken(self) -> tuple[Problem, ...]:
        """Cards of an address book that could not be read at all."""
        return self.sheet.broken

    def samples(self, index: int) -> tuple[str, ...]:
        """The first few different values of a column."""
        found: dict[str, None] = {}
        for number, cells in islice(self.sheet.rows(), FIRST_ROWS * SAMPLES):
            if (
                number > self.columns.last_header
                and index < len(cells)
                and (text := text_of(cells[index]))
            ):
                found[text[:100]] = None
            if len(found) == SAMPLES:
                break
        return tuple(found)

    def preview(self, count: int = 50) -> tuple[Row, ...]:
        """The first rows as they will be taken over, doubtful dates read as the shop's country does."""
        usual = order_of_country(self.place.country) or Order.DMY
        orders = dict.fromkeys(self.doubtful, usual) | dict(self.columns.orders)
        columns = replace(self.columns, orders=orders)
        return tuple(islice(read_rows(self.sheet, columns, self.place), count))

    def rows(self, report: Report) -> Iterator[Row]:
        """Every row. Raises `AmbiguousDates` before the first when a column can be read both ways."""
        self.refuse_doubtful()
        for count, row in enumerate(read_rows(self.sheet, self.columns, self.place)):
            if count % EVERY == 0:
                report(row.number, self.sheet.height)
            yield row

    @property
    def says(self) -> Callable[[Mapping[str, str | bool | None]], Mapping[str, object]]:
        """How it reads a row with these fields, such as those of somebody in the book."""
        return rereader(self.sheet, self.columns, self.place)

    def refuse_doubtful(self) -> None:
        for index, examples in self.doubtful.items():
            raise AmbiguousDates(
                field=self.columns.roles[index].field,
                header=self.columns.header(index),
                examples=examples,
            )


def open_list(
    path: Path,
    place: Place,
    told: Sequence[Told],
    report: Report,
    *,
    chosen: str | None = None,
) -> OpenedList:
    """Opens the sheet called `chosen`, or the first that is a list; `told` is what the owner says.

    Raises the errors of `read_sheet`, `NoHeader` and `UnknownHeader`. Doubtful dates are no error yet.
    """
    headers = tuple(said.header for said in told)
    sheet = read_sheet(path, report, chosen=chosen, headers=headers, language=place.language)
    return arrange(sheet, place, told, name=path.name)


def arrange(sheet: Sheet, place: Place, told: Sequence[Told], *, name: str) -> OpenedList:
    """Columns and dates of an open sheet settled, anew whenever the owner says something else.

    `name` is the file's, for the error. Raises `NoHeader` and `UnknownHeader`.
    """
    header = find_header(sheet.rows(), tuple(said.header for said in told))
    if header is None and not told:
        raise NoHeader(name=name)
    columns = map_columns(header, told, _width(sheet, header))
    if not any(said.field.startswith("full_name") for said in told):
        columns = replace(columns, roles=_named_as_written(sheet, columns))
    orders, doubtful = date_orders(sheet, columns, place)
    return OpenedList(
        sheet=sheet, columns=replace(columns, orders=orders), place=place, doubtful=doubtful
    )


def _named_as_written(sheet: Sheet, columns: ColumnMap) -> dict[int, Role]:
    """The roles, last name first where the names of a column show that they are written so."""
    roles = dict(columns.roles)
    for at, role in columns.roles.items():
        if role.field == "full_name":
            names = (text_of(cells[at]) for _, cells in _beginning(sheet, columns, at))
            votes = [last_name_stands_first(name) for name in names]
            if votes.count(True) >= ENOUGH and votes.count(False) <= votes.count(True) * MIXED:
                roles[at] = replace(role, field="full_name_last_first")
    return roles


def _beginning(sheet: Sheet, columns: ColumnMap, at: int) -> Iterator[NumberedRow]:
    rows = (row for row in sheet.rows() if row[0] > columns.last_header and at < len(row[1]))
    return islice(rows, LOOKED_AT)


def _width(sheet: Sheet, header: HeaderRow | None) -> int:
    """How many columns there are, as far as the first rows show."""
    if header:
        return len(header.headers)
    return max((len(cells) for _, cells in islice(sheet.rows(), FIRST_ROWS)), default=0)


def date_orders(
    sheet: Sheet, columns: ColumnMap, place: Place
) -> tuple[dict[int, Order], dict[int, tuple[str, ...]]]:
    """The order of each date column, told or found, and examples of those that stay open."""
    dates = {at for at, role in columns.roles.items() if role.field in DATES}
    headed = {at: order for at in dates if (order := order_said(columns.header(at)))}
    orders = headed | dict(columns.orders)
    found = _evidence(sheet, columns, place, dates - set(orders))
    orders.update((at, each.order) for at, each in found.items() if each.order)
    still_open = {at: each.examples for at, each in found.items() if each.is_open}
    if still_open and order_of_country(place.country):
        width = len(columns.headers)
        others = _evidence(sheet, columns, place, set(range(width)) - set(still_open))
        settled = settled_by(tuple(others.values()), place.country)
        if settled:
            return orders | dict.fromkeys(still_open, settled), {}
    return orders, still_open


def _evidence(
    sheet: Sheet, columns: ColumnMap, place: Place, wanted: set[int]
) -> dict[int, Evidence]:
    """What the cells of the wanted columns say, each different one once."""
    seen: dict[int, dict[Cell, None]] = {at: {} for at in wanted}  # in the order of the file
    if not seen:
        return {}
    for number, cells in sheet.rows():
        if number > columns.last_header:
            width = len(cells)
            for at, different in seen.items():
                if at < width:
                    different[cells[at]] = None
    return {at: weigh(different, place.on) for at, different in seen.items()}
