"""Lists of people by name: `all`, `new`, `slipping`, `best:20`, `birthdays:14`, `tag:NAME`, `ids:1,2,3`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.errors import ShopError
from app.keeping.database import Book
from app.people.folding import fold
from app.thanks import from_sales
from app.thanks.anniversaries import anniversaries
from app.thanks.from_sales import Measures, Reason
from app.thanks.name_days import near_name_days
from app.thanks.occasions import birthdays
from app.values import value

KNOWN = (
    "all",
    "new",
    "regulars",
    "slipping",
    "lapsed",
    "near-reward",
    "best:50",
    "unhappy",
    "to-ask",
    "to-tell",
    "birthdays:14",
    "name-days:14",
    "anniversaries:14",
    "tag:NAME",
    "ids:1,2,3",
)

_MOST = 10**9  # people are fewer
_IN_THE_BOOK = "NOT removed AND NOT archived"


class UnknownList(ShopError):
    """There is no list called `name`; `known` are the ones there are."""


def _nobody(_on: date) -> Sequence[int]:
    return ()


@value
class Asked:
    """What the answer depends on besides the book."""

    on: date
    leap_day: str = "02-28"
    language: str = "en"
    """The shop's, for people whose own is not known."""
    currency: str = "EUR"
    measures: Measures = Measures()
    prices: Callable[[], Sequence[int]] = tuple
    """Tells what the rewards of the programme cost, in points; the programme is read only when asked."""
    to_ask: Callable[[date], Sequence[int]] = _nobody
    """Tells who may be asked how they like the shop, on a day."""


def people_on(book: Book, name: str, asked: Asked) -> list[int]:
    """Ids of the people on the list `name`, in its own order. Raises `UnknownList`."""
    kind, _, argument = name.partition(":")
    find = _FINDERS.get(kind)
    is_whole = bool(argument) == (kind in _WITH_ARGUMENT) or kind in _WITH_OR_WITHOUT
    if find is None or not is_whole:
        raise UnknownList(name=name, known=", ".join(KNOWN))
    try:
        return find(book, argument, asked)
    except ValueError as error:
        raise UnknownList(name=name, known=", ".join(KNOWN)) from error


def why(book: Book, name: str, ids: Sequence[int], asked: Asked) -> dict[int, Reason]:
    """Why each of `ids` is on the list `name`, where what they bought or said is the reason."""
    if name == "unhappy":
        from app.voice.unhappy import unhappy

        return {
            one.customer: Reason(kind=name, ago=(asked.on - one.day).days, said=one.comment)
            for one in unhappy(book, asked.on, ids)
        }
    return from_sales.reasons(book, name.partition(":")[0], ids, asked)


def _everybody(book: Book, _argument: str, _asked: Asked) -> list[int]:
    return book.column(f"SELECT id FROM customers WHERE {_IN_THE_BOOK} ORDER BY sort_key, id")


def _best(book: Book, argument: str, asked: Asked) -> list[int]:
    limit = min(_whole(argument), _MOST) if argument else from_sales.BEST
    return from_sales.best(book, asked, limit=limit)


def _from_sales(find: Callable[[Book, Asked], list[int]]) -> "Finder":
    return lambda book, _argument, asked: find(book, asked)


# What listens is loaded when it is asked: Today shows without it.
def _unhappy(book: Book, _argument: str, asked: Asked) -> list[int]:
    from app.voice.unhappy import unhappy

    return [one.customer for one in unhappy(book, asked.on)]


def _to_tell(book: Book, _argument: str, _asked: Asked) -> list[int]:
    from app.voice.improvements import to_tell

    return to_tell(book)


def _to_ask(_book: Book, _argument: str, asked: Asked) -> list[int]:
    return list(asked.to_ask(asked.on))


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
    return _whole(argument)


def _whole(argument: str) -> int:
    number = int(argument)
    if number < 0:
        raise ValueError(argument)
    return number


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


Finder = Callable[[Book, str, Asked], list[int]]
_FINDERS: Mapping[str, Finder] = {
    "all": _everybody,
    "new": _from_sales(from_sales.new),
    "regulars": _from_sales(from_sales.regulars),
    "slipping": _from_sales(from_sales.slipping),
    "lapsed": _from_sales(from_sales.lapsed),
    "near-reward": _from_sales(from_sales.near_reward),
    "best": _best,
    "unhappy": _unhappy,
    "to-ask": _to_ask,
    "to-tell": _to_tell,
    "birthdays": _birthdays,
    "name-days": _name_days,
    "anniversaries": _anniversaries,
    "tag": _tagged,
    "ids": _named,
}
_WITH_ARGUMENT = frozenset({"birthdays", "name-days", "anniversaries", "tag", "ids"})
_WITH_OR_WITHOUT = frozenset({"best"})
