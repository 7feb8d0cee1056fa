"""The customers as a table: which of them, in which order, and the few facts that a row shows."""

import json
from collections.abc import Sequence

from app.keeping.database import Book
from app.people.birthday import Birthday
from app.people.customer import shown_name
from app.people.rankings import FACTS, ranked
from app.values import value

SORTABLE = FACTS | {"name"}
"""What a table may be sorted by; the name breaks every tie, so the order never jumps."""


@value
class Shown:
    """Which customers a table shows. `tag` "" means any; `born` are days as `MM-DD` on which the
    living have their birthday; `year_from` is the day, as `MM-DD`, that birthdays are sorted from.
    """

    tag: str = ""
    archived: bool = False
    new_since: str = ""
    born: tuple[str, ...] = ()
    year_from: str = "01-01"


@value
class Entry:
    """One row of the table."""

    id: int
    uid: str
    name: str
    phone: str
    email: str
    city: str
    card_number: str
    language: str
    member_since: str
    photo: str
    birthday: Birthday | None
    tags: tuple[str, ...]
    deceased: bool
    archived: bool


def ids(book: Book, shown: Shown, *, order: str = "name", descending: bool = False) -> list[int]:
    """Everybody `shown`, sorted by a key of `SORTABLE`; those without the value come last, by name."""
    if order == "name":
        return _by_name(book, shown, "DESC" if descending else "ASC")
    named = _by_name(book, shown, "ASC")
    there = set(named)
    everybody = ranked(book, order, descending=descending, year_from=shown.year_from)
    first = [one for one in everybody if one in there]
    there.difference_update(first)
    return first + [one for one in named if one in there]


def count(book: Book, shown: Shown) -> int:
    found = book.execute(f"SELECT count(*) FROM customers c WHERE {_where(shown)}", _values(shown))
    return int(found.fetchone()[0])


def tags(book: Book) -> dict[str, int]:
    """Every tag in use with the number of rows it would show, the most used first."""
    found = book.execute(
        "SELECT value, count(*) FROM particulars WHERE kind = 'tag' AND customer NOT IN"
        " (SELECT id FROM customers WHERE removed OR archived)"
        " GROUP BY value ORDER BY count(*) DESC, value"
    )
    return dict(found.fetchall())


def tags_of(book: Book, people: Sequence[int]) -> list[str]:
    """The tags that at least one of `people` has."""
    return book.column(
        "SELECT DISTINCT value FROM particulars WHERE kind = 'tag'"
        " AND customer IN (SELECT value FROM json_each(?)) ORDER BY value",
        (json.dumps(list(people)),),
    )


def rows(book: Book, wanted: Sequence[int]) -> dict[int, Entry]:
    """The rows of these customers, for the few that are drawn."""
    found = book.execute(_ROWS, (json.dumps(list(wanted)),))
    return {
        row["id"]: Entry(
            id=row["id"],
            uid=row["uid"],
            name=shown_name(*(row[part] for part in _NAME_PARTS)),
            phone=row["phone"] or "",
            email=row["email"] or "",
            city=row["city"] or "",
            card_number=row["card_number"] or "",
            language=row["language"] or "",
            member_since=row["member_since"] or "",
            photo=row["photo"] or "",
            birthday=Birthday.read(row["birthday"]) if row["birthday"] else None,
            tags=tuple(json.loads(row["tags"])),
            deceased=bool(row["deceased"]),
            archived=bool(row["archived"]),
        )
        for row in found
    }


# As `Customer.name` says it.
_NAME_PARTS = ("first_name", "last_name", "company", "phone", "email", "card_number")
_MAIN = "(SELECT value FROM particulars WHERE customer = c.id AND kind = '{}' AND position = 0)"
_ROWS = (
    f"SELECT c.*, {_MAIN.format('phone')} AS phone, {_MAIN.format('email')} AS email,"
    " (SELECT json_group_array(value) FROM particulars WHERE customer = c.id AND kind = 'tag') AS tags"
    " FROM customers c WHERE c.id IN (SELECT value FROM json_each(?))"
)


def _by_name(book: Book, shown: Shown, way: str) -> list[int]:
    # As one list that SQLite has written: reading it takes half as long as reading rows.
    found = book.execute(
        "SELECT json_group_array(id) FROM (SELECT c.id FROM customers c"
        f" WHERE {_where(shown)} ORDER BY c.sort_key {way}, c.id {way})",
        _values(shown),
    )
    ids: list[int] = json.loads(found.fetchone()[0])
    return ids


def _where(shown: Shown) -> str:
    # Everybody comes sorted out of the index by name. Some are found faster through an index of
    # their own: the + keeps SQLite from the one by name.
    plus = "+" if shown.tag or shown.new_since or shown.born else ""
    where = [f"{plus}c.removed = 0", f"{plus}c.archived = :archived"]
    if shown.tag:
        where.append(
            "c.id IN (SELECT customer FROM particulars WHERE kind = 'tag' AND value = :tag)"
        )
    if shown.new_since:
        where.append("c.member_since >= :new_since")
    if shown.born:
        where.append("c.birthday IS NOT NULL AND c.deceased = 0")
        where.append("substr(c.birthday, -5) IN (SELECT value FROM json_each(:born))")
    return " AND ".join(where)


def _values(shown: Shown) -> dict[str, str | int]:
    return {
        "tag": shown.tag,
        "archived": shown.archived,
        "new_since": shown.new_since,
        "born": json.dumps(shown.born),
    }
