"""Lists of people by name: `all`, `new`, `birthdays:14`, `name-days:14`, `tag:NAME`, `ids:1,2,3`."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from app.errors import ShopError
from app.keeping.database import Book
from app.people.folding import fold
from app.thanks.anniversaries import anniversaries
from app.thanks.name_days import near_name_days
from app.thanks.occasions import birthdays
from app.values import value

NEW_DAYS = 30
# Who is on these follows from sales alone; a book in which no sale was written has nobody on them.
FROM_SALES = ("regulars", "slipping", "lapsed", "near-reward", "unhappy")
KNOWN = (
    "all",
    "new",
    *FROM_SALES,
    "birthdays:14",
    "name-days:14",
    "anniversaries:14",
    "tag:NAME",
    "ids:1,2,3",
)

_IN_THE_BOOK = "NOT removed AND NOT archived"


class UnknownList(ShopError):
    """There is no list called `name`; `known` are the ones there are."""


@value
class Asked:
    """What the answer depends on besides the book."""

    on: date
    leap_day: str = "02-28"
    language: str = "en"
    """The shop's, for people whose own is not known."""


def people_on(book: Book, name: str, asked: Asked) -> list[int]:
    """Ids of the people on the list `name`, in its own order. Raises `UnknownList`."""
    kind, _, argument = name.partition(":")
    if kind in FROM_SALES and not argument:
        return []
    find = _FINDERS.get(kind)
    if find is None or (kind in _WITH_ARGUMENT) != bool(argument):
        raise UnknownList(name=name, known=", ".join(KNOWN))
    try:
        return find(book, argument, asked)
    except ValueError as error:
        raise UnknownList(name=name, known=", ".join(KNOWN)) from error


def _everybody(book: Book, _argument: str, _asked: Asked) -> list[int]:
    return book.column(f"SELECT id FROM customers WHERE {_IN_THE_BOOK} ORDER BY sort_key, id")


def _new(book: Book, _argument: str, asked: Asked) -> list[int]:
    since = asked.on - timedelta(days=NEW_DAYS)
    return book.column(
        f"SELECT id FROM customers WHERE {_IN_THE_BOOK} AND member_since BETWEEN ? AND ?"
        " ORDER BY member_since DESC, id DESC",
        (since.isoformat(), asked.on.isoformat()),
    )


def _birthdays(book: Book, argument: str, asked: Asked) -> list[int]:
    near = birthdays(book, asked.on, back=0, ahead=_days(argument), leap_day=asked.leap_day)
    return [one.customer.id for one in near]


def _name_days(book: Book, argument: str, asked: Asked) -> list[int]:
    near = near_name_days(book, asked.on, ahead=_days(argument), language=asked.language)
    return [one.customer.id for one in near]


def _anniversaries(book: Book, argument: str, asked: Asked) -> list[int]:
    near = anniversaries(book, asked.on, ahead=_days(argument), leap_day=asked.leap_day)
    return [one.customer.id for one in near]


def _days(argument: str) -> int:
    """How far to look ahead. Raises `ValueError`."""
    ahead = int(argument)
    if ahead < 0:
        raise ValueError(argument)
    return ahead


def _tagged(book: Book, argument: str, _asked: Asked) -> list[int]:
    """Accents and capitals do not matter, as in search."""
    tags = book.column("SELECT DISTINCT value FROM particulars WHERE kind = 'tag'")
    wanted = [tag for tag in tags if fold(tag) == fold(argument)]
    return book.column(
        f"SELECT id FROM customers WHERE {_IN_THE_BOOK} AND id IN (SELECT customer FROM particulars"
        f" WHERE kind = 'tag' AND value IN ({', '.join('?' * len(wanted))})) ORDER BY sort_key, id",
        wanted,
    )


def _named(book: Book, argument: str, _asked: Asked) -> list[int]:
    """In the order asked for; those who are not in the book are left out."""
    asked_for = list(dict.fromkeys(int(number) for number in argument.split(",")))
    there = set(
        book.column(
            "SELECT id FROM customers WHERE NOT removed AND id IN (SELECT value FROM json_each(?))",
            (f"[{','.join(map(str, asked_for))}]",),
        )
    )
    return [number for number in asked_for if number in there]


_FINDERS: Mapping[str, Callable[[Book, str, Asked], list[int]]] = {
    "all": _everybody,
    "new": _new,
    "birthdays": _birthdays,
    "name-days": _name_days,
    "anniversaries": _anniversaries,
    "tag": _tagged,
    "ids": _named,
}
_WITH_ARGUMENT = frozenset({"birthdays", "name-days", "anniversaries", "tag", "ids"})
