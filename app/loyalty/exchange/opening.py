"""Opens a file in which every row is something that somebody did: sales, or answers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from app.errors import ShopError
from app.people.exchange.cells import Place
from app.people.exchange.errors import AmbiguousDates, NoHeader
from app.people.exchange.headers import (
    FIRST_ROWS,
    HeaderRow,
    Role,
    find_header,
    folded,
    role_of,
)
from app.people.exchange.lists import date_orders
from app.people.exchange.mapping import ColumnMap, Told, column_at
from app.people.exchange.readers import read_sheet
from app.people.exchange.sheets import NumberedRow, Sheet
from app.people.exchange.values import text_of
from app.progress import Report
from app.values import value

WHO = ("external_id", "card_number", "phone", "email")
"""How a customer may be told, in the order in which she is looked for."""
# Under these headers of a list of people a till tells who bought; a mere `ID` there is the row's own.
_PLAIN_WHO = WHO[1:]
_LONGEST_QUESTION = 300
_DECIMALS = re.compile(r"^\D*\d[\d\s.,]*[.,]\d{1,2}\D*$")
_BRACKETS = re.compile(r"[(\[{].*?[)\]}]|\*|:$")


class MissingColumn(ShopError):
    """No column of the file is the rows' `field`. Facts: name, field, headers."""


@dataclass(frozen=True, kw_only=True)
class Headers:
    """What may stand above each field, parted by ` / `; of each of `needed` there is at least one, and of
    `several` there may be more. `asked` are parts of the questions that ask for a field. What stands in
    `last` is taken where no other column is that field, the first of them before the others.
    """

    spellings: Mapping[str, str]
    fields: Sequence[str]
    needed: Sequence[Sequence[str]]
    several: Sequence[str] = ("customer",)
    asked: Sequence[tuple[str, str]] = ()
    last: Sequence[str] = ()

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The field of each spelling, folded."""
        known: dict[str, str] = {}
        for field, spellings in self.spellings.items():
            known[folded(field)] = field
            for spelling in parted(spellings):
                if key := folded(spelling):
                    known.setdefault(key, field)
        return known

    def field_of(self, header: str) -> str | None:
        for key in (folded(header), folded(_BRACKETS.sub("", header))):
            if key in self.known:
                return self.known[key]
        role = role_of(header)
        return "customer" if role and role.field in _PLAIN_WHO else None

    def by_rank(self, headers: Sequence[str]) -> Sequence[tuple[int, str]]:
        """Each with its place, those of `last` at the end."""
        last = [folded(one) for one in self.last]
        bare = {text: folded(_BRACKETS.sub("", text)) for text in headers}
        rank = {text: last.index(name) + 1 for text, name in bare.items() if name in last}
        return sorted(enumerate(headers), key=lambda one: rank.get(one[1], 0))

    def asked_by(self, question: str) -> str | None:
        """The first field of which a part stands in the question."""
        said = folded(question) if " " in question else ""
        for field, parts in self.asked:
            if any(folded(one) in said for one in parted(parts)):
                return field
        return None

    def known_in(self, rows: Iterable[NumberedRow]) -> set[str]:
        """Everything within the first rows that may stand above a column."""
        first = takewhile(lambda row: row[0] <= FIRST_ROWS, rows)
        texts = {text_of(cell) for _, cells in first for cell in cells}
        return {
            text
            for text in texts
            if len(text) <= _LONGEST_QUESTION and (self.field_of(text) or self.asked_by(text))
        }


@value
class Opened:
    """A file whose columns are known; `people` are those that say who, with the kinds of number that each
    may hold.
    """

    sheet: Sheet
    columns: ColumnMap
    place: Place
    people: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, field: str) -> int | None:
        """Where `field` stands; None where the file does not have it."""
        return next(iter(self.all_columns(field)), None)

    def all_columns(self, field: str) -> list[int]:
        """Everywhere that `field` stands."""
        return [at for at, role in self.columns.roles.items() if role.field == field]


def open_rows(
    path: Path, place: Place, told: Sequence[Told], headers: Headers, report: Report
) -> Opened:
    """Opens the file, its columns found by their headers and by what is `told`.

    Raises the errors of `read_sheet`, `NoHeader`, `UnknownHeader`, `MissingColumn` and `AmbiguousDates`.
    """
    known = (*(said.header for said in told), *headers.known)
    sheet = read_sheet(path, report, headers=known, language=place.language)
    header = find_header(sheet.rows(), (*known, *headers.known_in(sheet.rows())))
    if header is None:
        raise NoHeader(name=path.name)
    columns = _mapped(header, told, headers)
    there = {role.field for role in columns.roles.values()}
    for one_of in headers.needed:
        if there.isdisjoint(one_of):
            raise MissingColumn(name=path.name, field=one_of[0], headers=_written(header))
    orders, doubtful = date_orders(sheet, columns, place)
    for at, examples in doubtful.items():
        raise AmbiguousDates(field="date", header=columns.header(at), examples=examples)
    columns = replace(columns, orders=orders)
    people = tuple(_people(sheet, columns, told))
    return Opened(sheet=sheet, columns=columns, place=place, people=people)


def _mapped(header: HeaderRow, told: Sequence[Told], headers: Headers) -> ColumnMap:
    roles: dict[int, Role] = {}
    for find in (headers.field_of, headers.asked_by):
        for at, text in headers.by_rank(header.headers):
            field = None if at in roles else find(text)
            if field and (field in headers.several or Role(field=field) not in roles.values()):
                roles[at] = Role(field=field)
    taken: set[int] = set()
    orders = {}
    for said in told:
        at = column_at(said.header, header.headers, taken, len(header.headers))
        if said.field not in {roles[one].field for one in taken if one in roles}:
            roles = {one: role for one, role in roles.items() if role.field != said.field}
        taken.add(at)
        roles[at] = Role(field=said.field)
        if said.order:
            orders[at] = said.order
    return ColumnMap(
        headers=header.headers,
        roles=dict(sorted(roles.items())),
        orders=orders,
        last_header=header.last,
    )


def _people(
    sheet: Sheet, columns: ColumnMap, told: Sequence[Told]
) -> Iterable[tuple[int, tuple[str, ...]]]:
    """A header that says which kind of number it is has no other; a column that was told may have any.

    Under *Card* some tills write what was paid by card, which says nothing of anybody.
    """
    named = {said.header for said in told}
    for at, role in columns.roles.items():
        if role.field == "customer":
            header = columns.header(at)
            kind = role_of(header)
            is_sure = kind is not None and kind.field in _PLAIN_WHO and header not in named
            is_card = kind is not None and kind.field == "card_number"
            if is_sure and is_card and _is_money(sheet, columns, at):
                continue
            yield at, (kind.field,) if kind and is_sure else WHO


def _is_money(sheet: Sheet, columns: ColumnMap, at: int) -> bool:
    """Whether an amount with decimals stands anywhere in the column; no card's number has any."""
    below = (cells for number, cells in sheet.rows() if number > columns.last_header)
    return any(_DECIMALS.search(text_of(cells[at])) for cells in below if at < len(cells))


def parted(spellings: str) -> Sequence[str]:
    """What is written with ` / ` between, or on lines of its own."""
    return [one for one in re.split(r"\s/\s|\n", spellings) if one.strip()]


def _written(header: HeaderRow) -> tuple[str, ...]:
    return tuple(text for text in header.headers if text)
