"""The customer book: everything the shop can do with the people in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.people import register
from app.people.birthday import Birthday
from app.people.customer import (
    FORMS_OF_ADDRESS,
    LISTS,
    PURPOSES,
    TEXT_FIELDS,
    Customer,
    CustomerFields,
)
from app.people.register import Said

if TYPE_CHECKING:
    from app.people.merging import Moved

KIND = "customer"
_AT_ONCE = 500
ADDED = Change(kind=KIND, subject=0, before={"removed": True}, after={"removed": False})
"""Before she was added, she was not in the book: so adding is taken back by removing."""
_AT_THE_COUNTER = Said(how="counter")
MOST_TOGETHER = 30
"""So many people may live in one household; more are a slip of the hand."""
NEEDED = ("first_name", "last_name", "company", "card_number", "phones", "emails")


class UnknownCustomer(ShopError):
    """There is no customer `id` in the book."""


class NobodyNamed(ShopError):
    """A customer needs a name, a company, a phone, an e-mail or a card number."""


class AlreadyTaken(ShopError):
    """`field` (card_number or external_id) `value` belongs to `owner` already."""


class DeadCard(ShopError):
    """The card `number` was reported lost on `day` and replaced; it is nobody's any more."""


class TooManyTogether(ShopError):
    """More than `limit` people cannot be one household."""


class NotAValue(ShopError):
    """`value` cannot stand in `field`."""


class Customers:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(
        self, book: Book, history: History, moved: "Moved" = lambda _customers: None
    ) -> None:
        self._book = book
        self._history = history
        self._moved = moved

    def get(self, customer: int) -> Customer:
        """Raises `UnknownCustomer` also for one who was deleted."""
        found = register.load(self._book, [customer]).get(customer)
        if found is None or found.removed:
            raise UnknownCustomer(id=customer)
        return found

    def several(self, ids: Sequence[int]) -> list[Customer]:
        """Those of `ids` that are in the book, in the same order."""
        return [one for one in register.load(self._book, ids).values() if not one.removed]

    def everybody(self) -> Iterator[Customer]:
        """All in the book, archived people too, in the order of names; a few hundred at a time."""
        ids = self._book.column("SELECT id FROM customers WHERE NOT removed ORDER BY sort_key, id")
        for start in range(0, len(ids), _AT_ONCE):
            yield from self.several(ids[start : start + _AT_ONCE])

    def count(self) -> int:
        return int(self._book.value("SELECT count(*) FROM customers WHERE removed = 0"))

    def is_anybody_there(self) -> bool:
        """Whether the book has anybody in it; at once, however many there are."""
        return bool(self._book.value("SELECT EXISTS (SELECT 1 FROM customers WHERE removed = 0)"))

    def add(self, on: date, *, note: str = "", **given: Unpack[CustomerFields]) -> Customer:
        """A new customer, a member since `on` unless told otherwise, with `note` if there is one.

        Raises `NobodyNamed`, `AlreadyTaken`, `NotAValue`.
        """
        wanted = cleaned(given)
        if not any(wanted.get(name) for name in NEEDED):
            raise NobodyNamed
        wanted.setdefault("member_since", on.isoformat())
        with self._book.atomic(Kind.CUSTOMERS):
            self._must_be_free(wanted, None)
            wanted |= new_note(self._book, note) if note else {}
            ids = register.insert(self._book, [wanted], how="counter")
            one = register.load(self._book, ids)[ids[0]]
            self._history.tell_of_all(self._history.begin("add", name=one.name, n=1), ADDED, ids)
        return one

    def change(self, customer: int, *, note: str = "", **given: Unpack[CustomerFields]) -> Customer:
        """With `note` the same step also writes that down.

        Raises `UnknownCustomer`, `NobodyNamed`, `AlreadyTaken`, `NotAValue`.
        """
        noted = new_note(self._book, note) if note else {}
        return self._write("change", customer, cleaned(given) | noted)

    def put_aside(self, customer: int, text: str) -> Customer:
        """Keeps what could not be read as a note. Raises `UnknownCustomer`."""
        return self._write("put aside", customer, new_note(self._book, text))

    def tag(self, ids: Sequence[int], tag: str) -> StepId | None:
        """Adds `tag` to all of them; None when all had it."""
        return self._each(
            "tag", ids, lambda one: {"tags": list(dict.fromkeys([*one.tags, tag]))}, tag=tag
        )

    def untag(self, ids: Sequence[int], tag: str) -> StepId | None:
        return self._each(
            "untag", ids, lambda one: {"tags": [t for t in one.tags if t != tag]}, tag=tag
        )

    def set_language(self, ids: Sequence[int], language: str | None) -> StepId | None:
        return self._each("language", ids, lambda _: cleaned({"language": language}))

    def record_consent(
        self,
        ids: Sequence[int],
        purpose: str,
        *,
        granted: bool | None,
        how: str = "counter",
        wording: str = "",
    ) -> StepId | None:
        """Adds a record for each whose last word on `purpose` differs; `wording` is what was asked."""
        if purpose not in PURPOSES:
            raise NotAValue(field="consent", value=purpose)
        field = f"consent:{purpose}"
        said = Said(how=how, wording=wording)
        return self._each("consent", ids, lambda _: {field: granted}, said=said, purpose=purpose)

    def give_cards(self, numbers: Mapping[int, str], verb: str) -> StepId | None:
        """Gives each her new card number, all in one step named `verb`."""
        return self._each(verb, list(numbers), lambda one: {"card_number": numbers[one.id]})

    def must_be_free(self, card_number: str) -> None:
        """Raises `AlreadyTaken`, and `DeadCard` for a lost one that was replaced."""
        self._must_be_free({"card_number": card_number}, None)

    def archive(self, ids: Sequence[int], *, archived: bool = True) -> StepId | None:
        verb = "archive" if archived else "unarchive"
        return self._each(verb, ids, lambda _: {"archived": archived})

    def delete(self, ids: Sequence[int]) -> StepId | None:
        """Takes them out of the book; undo brings them back as they were."""
        return self._each("delete", ids, lambda _: {"removed": True})

    def write_note(self, customer: int, text: str, *, pops_up: bool = False) -> Customer:
        """A dated note by whoever is working."""
        if not text.strip():
            raise NotAValue(field="notes", value=text)
        note = new_note(self._book, text.strip(), pops_up=pops_up)
        return self._write("note", customer, note)

    def strike_note(self, customer: int, uid: str) -> Customer:
        return self._write("strike note", customer, {f"note:{uid}": None})

    def live_together(self, ids: Sequence[int]) -> StepId | None:
        """Makes one household of them. Raises `TooManyTogether`."""
        if len(ids) > MOST_TOGETHER:
            raise TooManyTogether(limit=MOST_TOGETHER)
        with self._book.atomic(Kind.CUSTOMERS):
            household = self._book.value(
                "INSERT INTO households (uid) VALUES (?) RETURNING id", (new_uid(self._book.now()),)
            )
            return self._each("household", ids, lambda _: {"household": household})

    def live_alone(self, customer: int) -> StepId | None:
        """Takes her out of her household; the others stay together."""
        return self._each("change", [customer], lambda _: {"household": None})

    def merge(self, kept: int, other: int) -> Customer:
        """Makes one person of two: `kept` stays, with what only `other` had; `other` leaves the book.

        Nothing of hers is moved: whoever asks for `kept` asks with those who were merged into her.
        Raises `SamePerson`, `UnknownCustomer`.
        """
        # Merging is rare: the window need not wait for it.
        from app.people import merging

        if kept == other:
            raise merging.SamePerson(id=kept)
        with self._book.atomic(Kind.CUSTOMERS):
            one, two = self.get(kept), self.get(other)
            gone = {"removed": True, "merged_into": kept}
            # She goes first, for her card may become the other's.
            wanted = {two.id: gone, **dict.fromkeys(register.merged_into(self._book, other), gone)}
            wanted[one.id] = merging.taken_over(self._book, one, two)
            people = register.load(self._book, list(wanted))
            changes = [c for who, fields in wanted.items() if (c := change_of(people[who], fields))]
            register.write_fields(
                self._book, [(c.subject, c.after) for c in changes], Said(how="merge")
            )
            step = self._history.begin("merge", n=1, name=one.name, other=two.name)
            self._tell(step, changes)
            self._moved(list(wanted))
            return self.get(kept)

    def household_of(self, customer: Customer) -> list[Customer]:
        """Everybody who lives with her, herself included; nobody when she has no household."""
        ids = self._book.column(
            "SELECT id FROM customers WHERE household = ? AND NOT removed ORDER BY id",
            (customer.household,),
        )
        return self.several(ids)

    def tags(self) -> dict[str, int]:
        """Every tag in use with the number of people who have it, the most used first."""
        rows = self._book.execute(
            "SELECT value, count(*) FROM particulars p JOIN customers c ON c.id = p.customer"
            " WHERE kind = 'tag' AND NOT removed GROUP BY value ORDER BY count(*) DESC, value"
        )
        return dict(rows.fetchall())

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`. A card that went to somebody else stays with her."""
        # The window need not wait for what undoing takes.
        from app.people import restoring

        return restoring.restore(self._book, changes, self._moved)

    def _write(self, verb: str, customer: int, wanted: Mapping[str, Any]) -> Customer:
        with self._book.atomic(Kind.CUSTOMERS):
            one = self.get(customer)
            if not any({**register.fields_of(one), **wanted}.get(name) for name in NEEDED):
                raise NobodyNamed
            self._must_be_free(wanted, customer)
            self._each(verb, [customer], lambda _: wanted)
            return self.get(customer)

    def _each(
        self,
        verb: str,
        ids: Sequence[int],
        wanted: Callable[[Customer], Mapping[str, Any]],
        *,
        said: Said = _AT_THE_COUNTER,
        **facts: Any,
    ) -> StepId | None:
        """Writes what `wanted` answers for each; one step for all, none when nothing changes."""
        with self._book.atomic(Kind.CUSTOMERS):
            people = self.several(ids)
            changes = [c for one in people if (c := change_of(one, wanted(one)))]
            if not changes:
                return None
            register.write_fields(self._book, [(c.subject, c.after) for c in changes], said)
            name = next(one.name for one in people if one.id == changes[0].subject)
            step = self._history.begin(verb, n=len(changes), name=name, **facts)
            self._tell(step, changes)
        return step

    def _tell(self, step: StepId, changes: Iterable[Change]) -> None:
        self._history.tell(step, changes)

    def _must_be_free(self, wanted: Mapping[str, Any], customer: int | None) -> None:
        for field in ("card_number", "external_id"):
            owner = register.holder(self._book, field, wanted.get(field), but=customer)
            if owner:
                raise AlreadyTaken(field=field, value=wanted[field], owner=self.get(owner).name)
        self._must_live(wanted.get("card_number"))

    def _must_live(self, number: str | None) -> None:
        """A lost card that was replaced can be nobody's any more."""
        died = card_died(self._book, number) if number else None
        if died and register.holder(self._book, "card_number", number) is None:
            raise DeadCard(number=number, day=date.fromisoformat(died[:10]))


def card_died(book: Book, number: str) -> str | None:
    """When the card was replaced, as the book writes moments; None for one that never was."""
    found: str | None = book.value("SELECT at FROM dead_cards WHERE number = ?", (number,))
    return found


def change_of(
    one: Customer, wanted: Mapping[str, Any], now: Mapping[str, Any] | None = None
) -> Change | None:
    """What would change if `wanted` were written; None when it stands there. `now` are her fields."""
    now = now or register.fields_of(one)
    after = {name: value for name, value in wanted.items() if now.get(name) != value}
    if not after:
        return None
    before = {name: now.get(name) for name in after}
    return Change(kind=KIND, subject=one.id, before=before, after=after)


def cleaned(given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` as `register.fields_of` names it: trimmed, empty as None. Raises `NotAValue`."""
    clean: dict[str, Any] = {}
    for name, value in given.items():
        if name in TEXT_FIELDS:
            clean[name] = (value or "").strip() or None
        elif name in LISTS:
            clean[name] = list(dict.fromkeys(text.strip() for text in value if text.strip()))
        else:
            clean[name] = value
    _must_make_sense(clean)
    return clean


def new_note(book: Book, text: str, *, pops_up: bool = False) -> dict[str, Any]:
    """A note written now by whoever is working, as the field that `register` writes."""
    note = {"at": book.stamp(), "by": book.by, "text": text, "pops_up": pops_up}
    return {f"note:{new_uid(book.now())}": note}


def _must_make_sense(clean: Mapping[str, Any]) -> None:
    if clean.get("birthday"):
        Birthday.read(clean["birthday"])
    form = clean.get("form_of_address")
    if form and form not in FORMS_OF_ADDRESS:
        raise NotAValue(field="form_of_address", value=form)
    country = clean.get("country")
    if country and not (len(country) == 2 and country.isupper()):  # noqa: PLR2004 - ISO alpha-2
        raise NotAValue(field="country", value=country)
    if clean.get("member_since"):
        try:
            date.fromisoformat(clean["member_since"])
        except ValueError as error:
            raise NotAValue(field="member_since", value=clean["member_since"]) from error
