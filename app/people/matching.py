"""Which customer a row of somebody's list is about, if she is in the book already."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.keeping.database import Book
from app.people import register
from app.people.customer import Customer
from app.people.customers import change_of
from app.people.folding import fold, same_name, words_of
from app.people.plain import as_cells

Values = Mapping[str, Any]
Says = Callable[[Mapping[str, str | bool | None]], Values]
Token = tuple[str, str]
"""Something that may tell who somebody is: (`external_id`, …), (`phone`, …), or (`name`, …)."""

_PERSON = frozenset({"first_name", "last_name"})
_LIKELY = 4_000  # people of a batch that are read together
_MANY = 50  # holders of one phone beyond which the name is looked for first


def tokens_of(values: Values) -> list[Token]:
    """What tells who the row is about; its name only when it has nothing better."""
    found = [(kind, values[kind]) for kind in ("external_id", "card_number") if kind in values]
    for kind, name in (("phone", "phones"), ("email", "emails")):
        if name in values:
            found += [(kind, value) for value in values[name]]
    return found or [name_token(values)]


def name_token(values: Values) -> Token:
    return "name", " ".join(_name_key(name_in(values)))


def name_in(values: Values) -> str:
    person = f"{values.get('first_name', '')} {values.get('last_name', '')}".strip()
    return person or values.get("company", "")


def name_of(one: Customer) -> str:
    person = {"first_name": one.first_name or "", "last_name": one.last_name or ""}
    return name_in({**person, "company": one.company or ""})


def name_field(values: Values) -> str:
    """The field that the name in a row is found by."""
    fields = ("last_name", "first_name", "company")
    return next((name for name in fields if values.get(name)), "")


def is_other_name(one: Customer, values: Values) -> bool:
    """Whether the row names somebody who shares no word with her: perhaps a number that went on."""
    hers, said = words_of(one.name), words_of(name_in(values))
    has_name = bool(one.first_name or one.last_name or one.company)
    return has_name and bool(hers and said) and set(hers).isdisjoint(said)


def merged(one: Customer, values: Values, now: Values) -> dict[str, Any]:
    """The fields to write so that `one`, whose fields are `now`, also has what the row says.

    A blank never erases anything; a new phone or e-mail becomes the main one; tags come together; a
    year of birth is not lost; what is written with fewer accents, in other capitals or in another
    order is nothing new.
    """
    wanted = {
        name: value
        for name, value in values.items()
        if name in register.COLUMNS and not _is_same_text(now[name], value)
    }
    if one.first_name and one.last_name and same_name(one.name, name_in(values)):
        wanted = {
            name: value
            for name, value in wanted.items()
            if name not in _PERSON or fold(value) == fold(now[name])
        }
    if str(wanted.get("birthday", ""))[:1] == "-" and one.birthday:
        wanted = _without_losing_the_year(wanted, str(one.birthday))
    for name in ("phones", "emails", "tags"):
        known = {_told_apart(value) for value in now[name]}
        new = [value for value in values.get(name, ()) if _told_apart(value) not in known]
        if new:
            wanted[name] = [*now[name], *new] if name == "tags" else [*new, *now[name]]
    for purpose in ("post", "email", "phone"):
        said = values.get(f"consent_{purpose}")
        if said is not None:
            wanted[f"consent:{purpose}"] = said
    return wanted


def _is_same_text(hers: Any, said: Any) -> bool:
    """Whether `said` differs at most in capitals and signs, and has no accents that hers has not."""
    if hers == said or not isinstance(hers, str) or not isinstance(said, str):
        return bool(hers == said)
    return fold(hers) == fold(said) and _accents(said) <= _accents(hers)


def _accents(text: str) -> int:
    return sum(not char.isascii() for char in unicodedata.normalize("NFC", text))


def _told_apart(text: str) -> str:
    """What tells a tag, phone or e-mail from another: `#VIP` and `vip` are one."""
    return " ".join(words_of(text)) or text


def has_note(one: Customer, text: str) -> bool:
    """Whether every line of `text` stands in her notes already."""
    known = {line for note in one.notes for line in note.text.splitlines()}
    return known.issuperset(text.splitlines())


class Matcher:
    """Looks for the people of a batch of rows together first, so that a new list is taken fast."""

    def __init__(
        self,
        book: Book,
        contact_headers: Sequence[str] = (),
        says: Says = lambda _fields: {},
        before_names: Callable[[], None] = lambda: None,
    ) -> None:
        """`says` tells how the list would read a row that holds these fields; `before_names` is called
        before somebody is looked for by name, which asks the search.
        """
        self._book = book
        self._says = says
        self._before_names = before_names
        self._in_waiting = _in_waiting(book, contact_headers)
        self._known: set[Token] = set()
        self._people: dict[int, Customer] = {}

    def expect(self, tokens: Iterable[Token]) -> None:
        """Finds out which of the tokens of the coming rows the book knows at all."""
        wanted: dict[str, list[str]] = {}
        for kind, value in tokens:
            wanted.setdefault(kind, []).append(value)
        found = [
            (kind, value, number)
            for kind in wanted
            for value, number in self._there(kind, wanted[kind])
        ]
        self._known = {(kind, value) for kind, value, _ in found}
        self._people.clear()
        likely = list(dict.fromkeys(number for _, _, number in found if number is not None))
        self._people = register.load(self._book, likely[:_LIKELY])

    def person(self, number: int) -> Customer:
        """The customer as she stands in the book now."""
        if number not in self._people:
            self._people |= register.load(self._book, [number])
        return self._people[number]

    def forget(self, number: int) -> None:
        """She was written: what was read of her is old."""
        self._people.pop(number, None)

    def new_of(self, one: Customer, values: Values) -> Values:
        """What of `values` this list would not say of her as she stands: a name as somebody typed it, or
        a phone that could not be read, comes back as it went out.
        """
        now = self._says(as_cells(one))
        return {name: value for name, value in values.items() if now.get(name) != value}

    def _likelier(self, first: int, others: Iterable[int], values: Values) -> int:
        """Of father and son with one name and one phone the one who has all that the row says."""
        several = [first, *others]
        alike = (number for number in several if self._is_all_of(number, values))
        return next(alike, first) if several[1:] else first

    def _is_all_of(self, number: int, values: Values) -> bool:
        one = self.person(number)
        return _says_nothing_new(one, self.new_of(one, values))

    def match(self, values: Values, tokens: Sequence[Token]) -> int | None:
        """The customer with the same external id, else card number, else phone or e-mail together
        with a name that agrees; a row with none of these only matches one who has all it says.
        A corrected row is about the namesake whose phone or e-mail could not be read before.
        """
        for kind, value in self._known.intersection(tokens) and tokens:
            holders = self._holders(kind, value, values)
            about = (number for number in holders if self._is_about(values, kind, number))
            first = next(about, None)
            if first is not None:
                return self._likelier(first, about if kind in {"phone", "email"} else (), values)
        if self._in_waiting and tokens[0][0] != "name":
            return self._in_waiting.pop(_name_key(name_in(values)), None)
        return None

    def somebody_with(self, tokens: Sequence[Token]) -> tuple[str, str, str] | None:
        """Somebody who has the same phone or e-mail: (`phone` or `email`, its value, her name)."""
        for kind, value in tokens:
            if kind in {"phone", "email"} and (kind, value) in self._known:
                for number in self._having(kind, value):
                    return kind, value, self.person(number).name
        return None

    def learn(self, tokens: Iterable[Token]) -> None:
        """The row was written: from now on its tokens are in the book."""
        self._known.update(tokens)

    def _there(self, kind: str, values: Sequence[str]) -> Iterable[tuple[str, int | None]]:
        """Which of the values the book knows, each with one who has it."""
        if kind == "name":
            return [(value, None) for value in values]
        if kind in {"phone", "email"}:
            return self._book.execute(
                "SELECT value, customer FROM particulars WHERE kind = ?"
                " AND value IN (SELECT value FROM json_each(?)) GROUP BY value",
                (kind, json.dumps(values)),
            ).fetchall()
        return self._book.execute(
            f"SELECT {kind}, id FROM customers WHERE NOT removed"
            f" AND {kind} IN (SELECT value FROM json_each(?))",
            (json.dumps(values),),
        ).fetchall()

    def _holders(self, kind: str, value: str, values: Values) -> Iterator[int]:
        if kind in {"phone", "email"}:
            holders = self._having(kind, value)
            if len(holders) > _MANY:
                namesakes = set(self._namesakes(name_in(values)))
                holders = [number for number in namesakes if self._has(number, kind, value)]
            yield from holders
        elif kind == "name":
            yield from self._namesakes(name_in(values), values)
            yield from self._written_otherwise(values)
        else:
            yield from self._book.column(
                f"SELECT id FROM customers WHERE {kind} = ? AND NOT removed", (value,)
            )

    def _having(self, kind: str, value: str) -> list[int]:
        return self._book.column(
            "SELECT p.customer FROM particulars p JOIN customers c ON c.id = p.customer"
            f" WHERE p.kind = ? AND p.value = ? AND NOT c.removed LIMIT {_MANY + 1}",
            (kind, value),
        )

    def _has(self, number: int, kind: str, value: str) -> bool:
        return bool(
            self._book.value(
                "SELECT 1 FROM particulars WHERE customer = ? AND kind = ? AND value = ?",
                (number, kind, value),
            )
        )

    def _namesakes(self, name: str, values: Values | None = None) -> list[int]:
        """People of this name; with `values` only those who may have all of them."""
        self._before_names()
        words = _quoted(words_of(name))
        if not words:  # signs alone, which search does not know
            return self._book.column(
                "SELECT id FROM customers WHERE NOT removed"
                " AND ? IN (trim(ifnull(first_name, '') || ' ' || ifnull(last_name, '')), company)",
                (name,),
            )
        values = values or {}
        plainly = {k: values[k] for k in values if k in register.COLUMNS and k != "birthday"}
        others = [*values.get("tags", ()), values.get("city", "")]
        beside = _quoted(word for text in others for word in words_of(text))
        return self._book.column(
            "SELECT w.rowid FROM customer_words w JOIN customers c ON c.id = w.rowid"
            f" WHERE customer_words MATCH ? {''.join(f' AND c.{name} IS ?' for name in plainly)}",
            (
                f"name : ({words})" + (f" AND other : ({beside})" if beside else ""),
                *plainly.values(),
            ),
        )

    def _written_otherwise(self, values: Values) -> list[int]:
        """Those whose name has the words of the row's and is written otherwise, as somebody typed it."""
        self._before_names()
        words = _quoted(words_of(name_in(values)))
        if not words:
            return []
        return self._book.column(
            "SELECT w.rowid FROM customer_words w JOIN customers c ON c.id = w.rowid"
            " WHERE customer_words MATCH ?"
            f" AND (c.first_name IS NOT ? OR c.last_name IS NOT ?) LIMIT {_MANY}",
            (f"name : ({words})", values.get("first_name"), values.get("last_name")),
        )

    def _is_about(self, values: Values, kind: str, number: int) -> bool:
        if kind == "external_id":
            return True
        one = self.person(number)
        hers = values.get("external_id")
        if hers and one.external_id and one.external_id != hers:
            return False
        if kind == "card_number":
            return True
        if kind == "name":
            return _says_nothing_new(one, values) or self._is_all_of(number, values)
        return _names_agree(name_of(one), values) or self._is_written_so(one, values)

    def _is_written_so(self, one: Customer, values: Values) -> bool:
        """Whether this list would write her name so: a list without names would write none."""
        written = name_in(self._says(as_cells(one)))
        return bool(written) and same_name(written, name_in(values))


def _in_waiting(book: Book, headers: Sequence[str]) -> dict[tuple[str, ...], int]:
    """By name, the people without any phone, e-mail or number, of whom a note keeps what stood under
    one of `headers` (those of phones and e-mails) and could not be read.
    """
    some = list(dict.fromkeys(headers))[:_MANY]
    begins = " OR ".join(["n.text LIKE ? OR n.text LIKE ?"] * len(some))
    likes = [like for one in some for like in (f"{one}: %", f"%\n{one}: %")]
    rows = book.execute(
        "SELECT c.id, c.first_name, c.last_name, c.company FROM notes n"
        f" JOIN customers c ON c.id = n.customer WHERE ({begins or 'FALSE'}) AND NOT c.removed"
        " AND c.external_id IS NULL AND c.card_number IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM particulars WHERE customer = c.id AND kind IN ('phone', 'email'))",
        likes,
    )
    return {
        _name_key(
            f"{row['first_name'] or ''} {row['last_name'] or ''}".strip() or row["company"]
        ): row["id"]
        for row in rows
    }


def _quoted(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"' for word in words)


def _name_key(name: str | None) -> tuple[str, ...]:
    return tuple(sorted(words_of(name or "")))


def _names_agree(hers: str, values: Values) -> bool:
    """A name that is missing on one side contradicts nothing."""
    said = name_in(values)
    return not hers or not said or same_name(hers, said)


def _says_nothing_new(one: Customer, values: Values) -> bool:
    told = not values.get("notes") or has_note(one, values["notes"])
    now = register.fields_of(one)
    return told and change_of(one, merged(one, values, now), now) is None


def _without_losing_the_year(wanted: dict[str, Any], known: str) -> dict[str, Any]:
    """`--11-26` adds nothing to a known `1986-11-26`."""
    if known[-5:] == str(wanted["birthday"])[-5:]:
        return {name: value for name, value in wanted.items() if name != "birthday"}
    return wanted
