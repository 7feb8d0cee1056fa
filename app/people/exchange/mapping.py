"""Which column of a list goes to which field, by its headers and by what the owner says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.people.exchange.errors import BadMapping, NotAField, UnknownHeader
from app.people.exchange.extents import column_number
from app.people.exchange.headers import HeaderRow, Role, folded, role_of

FIELDS = (
    "external_id", "first_name", "last_name", "title_before", "title_after", "company",
    "form_of_address", "language", "phone", "email", "street", "street2", "city", "region",
    "postal_code", "country", "birthday", "card_number", "tags", "notes", "member_since",
    "consent_post", "consent_email", "consent_phone",
)  # fmt: skip
PARTS = (
    "full_name", "full_name_last_first", "middle_name", "title", "house_number", "city_postal",
    "address", "consent",
)  # fmt: skip
UNUSED = "unused"
DATES = ("birthday", "member_since", "date")
MANY = frozenset({"phone", "email", "tags", "notes", "title"})
MOST_LETTERS = 3
_VORNAME = "vorname"


class Order(StrEnum):
    """In which order day, month and year stand in a written date."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing the owner said: `birthday:dmy=Born`. `order` only with a date."""

    field: str
    header: str
    order: Order | None = None

    def __str__(self) -> str:
        order = f":{self.order}" if self.order else ""
        return f"{self.field}{order}={self.header}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Columns by index, with their headers, roles and, for dates that were settled, their order.

    `last_header` is the number of the last row above the data, 0 when the list begins with data.
    """

    headers: tuple[str, ...]
    roles: Mapping[int, Role]
    orders: Mapping[int, Order] = field(default_factory=dict)
    last_header: int = 0

    def header(self, index: int) -> str:
        """The header of a column; its letter where it has none."""
        written = self.headers[index] if index < len(self.headers) else ""
        return written or column_letters(index)

    def told(self) -> tuple[Told, ...]:
        """The whole mapping as the owner would say it, to be remembered for the next such file."""
        return tuple(
            Told(field=role.field, header=self.header(index), order=self.orders.get(index))
            for index, role in sorted(self.roles.items())
        )


def told_from(text: str, fields: Sequence[str] = (*FIELDS, *PARTS, UNUSED)) -> Told:
    """`FIELD=HEADER`, `birthday:dmy=HEADER`. Raises `BadMapping` or `NotAField`."""
    left, sign, header = text.partition("=")
    name, colon, order = left.strip().lower().partition(":")
    if not sign or not name or not header.strip():
        raise BadMapping(text=text)
    if name not in fields:
        raise NotAField(field=name, fields=tuple(one for one in fields if one != UNUSED))
    if colon and (order not in set(Order) or name not in DATES):
        raise BadMapping(text=text)
    return Told(field=name, header=header.strip(), order=Order(order) if colon else None)


def map_columns(header: HeaderRow | None, told: Sequence[Told], width: int) -> ColumnMap:
    """What the headers say, overruled by what the owner says. Raises `UnknownHeader`.

    `width` is the number of columns, for lists without a header.
    """
    headers = header.headers if header else ()
    roles = _recognised(headers)
    orders: dict[int, Order] = {}
    taken: set[int] = set()
    for said in told:
        index = column_at(said.header, headers, taken, width)
        taken.add(index)
        if said.field not in MANY:
            roles = {
                at: role for at, role in roles.items() if at in taken or role.field != said.field
            }
        roles[index] = Role(field=said.field)
        if said.order:
            orders[index] = said.order
    return ColumnMap(
        headers=headers,
        roles=_without_repeats(_settled(roles, headers), taken),
        orders=orders,
        last_header=header.last if header else 0,
    )


def _recognised(headers: Iterable[str]) -> dict[int, Role]:
    found = {index: role_of(header) for index, header in enumerate(headers)}
    return {index: role for index, role in found.items() if role is not None}


def _settled(roles: Mapping[int, Role], headers: Iterable[str]) -> dict[int, Role]:
    """`Name` is the first name where a column for the last name stands beside it, the last name beside a
    German `Vorname`, else the whole name.
    """
    present, full = {role.field for role in roles.values()}, "full_name"
    if "last_name" in present and "first_name" not in present:
        full = "first_name"
    elif "last_name" not in present and _VORNAME in map(folded, headers):
        full = "last_name"
    return {
        index: replace(role, field=full) if role.field == "name" else role
        for index, role in roles.items()
    }


def _without_repeats(roles: Mapping[int, Role], told: set[int]) -> dict[int, Role]:
    """Only the first column of a kind, but every phone, e-mail, tag and note; what was told goes first."""
    kept: dict[int, Role] = {}
    seen: set[Role] = set()
    for index, role in sorted(roles.items(), key=lambda item: (item[0] not in told, item[0])):
        if role.field in MANY or role.field == UNUSED or role not in seen:
            kept[index] = role
            seen.add(role)
    return dict(sorted(kept.items()))


def column_at(header: str, headers: Sequence[str], taken: set[int], width: int) -> int:
    """The column under this header, or with these letters. Raises `UnknownHeader`."""
    for same in (lambda text: text == header, lambda text: folded(text) == folded(header)):
        for index, text in enumerate(headers):
            if text and index not in taken and same(text):
                return index
    letters = header.upper()
    if letters.isascii() and letters.isalpha() and len(letters) <= MOST_LETTERS:
        index = column_number(letters) - 1
        if index < max(width, len(headers)):
            return index
    raise UnknownHeader(header=header, headers=tuple(text for text in headers if text))


def column_letters(index: int) -> str:
    """0 is `A`, 26 is `AA`."""
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
