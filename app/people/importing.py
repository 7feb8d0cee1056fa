"""Taking over a list: every row added, updated, unchanged or skipped, all of it or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain, islice
from typing import Any

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.people import register, search
from app.people.customer import Customer
from app.people.customers import ADDED, change_of, new_note
from app.people.exchange.lists import OpenedList
from app.people.exchange.problems import Problem, Reason
from app.people.exchange.rows import Row
from app.people.matching import (
    Matcher,
    Token,
    has_note,
    is_other_name,
    merged,
    name_field,
    name_in,
    name_token,
    tokens_of,
)
from app.progress import Report
from app.values import value

_BATCH = 1000
_IMPORTED = register.Said(how="import")
CONSENTS = {f"consent_{purpose}": f"consent:{purpose}" for purpose in ("post", "email", "phone")}


class Mode(StrEnum):
    """What may happen to a row: a new customer, a change to a known one, or either."""

    CREATE = "create"
    UPDATE = "update"
    BOTH = "both"


@dataclass(slots=True, kw_only=True)
class Result:
    """`added + updated + unchanged + skipped` are the data rows; `step` is what undo takes back."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)
    step: StepId | None = None


def import_list(
    book: Book, history: History, opened: OpenedList, *, mode: Mode = Mode.BOTH, report: Report
) -> Result:
    """Takes over every row in one transaction; a row that fails never stops the list.

    Raises `AmbiguousDates`, `Busy`, and `Cancelled` from `report`; then nothing of it remains.
    """
    with book.atomic(Kind.CUSTOMERS, between=lambda: report(0, 0)):
        taking = _TakingOver(book, history, opened, mode)
        taking.take(opened.rows(report))
        return taking.finish(opened)


def rehearse(
    book: Book, history: History, opened: OpenedList, *, mode: Mode = Mode.BOTH, report: Report
) -> Result:
    """What `import_list` would answer; writes nothing."""
    with book.taken_back(between=lambda: report(0, 0)):
        return import_list(book, history, opened, mode=mode, report=report)


class Fate(StrEnum):
    """What becomes of one row."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


@value
class Foreseen:
    """What would become of a row that is about somebody known: her name, and where she is known from.

    `row` is the number of the earlier row that she comes from, None when she is in the book.
    """

    fate: Fate
    name: str
    row: int | None = None


def foresee(
    book: Book, history: History, opened: OpenedList, rows: Sequence[Row]
) -> dict[int, Foreseen]:
    """For the rows that are about somebody known already, by their number; writes nothing.

    Raises `Busy` at once while another till writes.
    """
    found: dict[int, Foreseen] = {}
    with book.taken_back(waits=False):
        taking = _TakingOver(book, history, opened, Mode.BOTH)
        first_of: dict[int, int] = {}
        for row in rows:
            fate, who = taking.take_alone(row)
            if fate is Fate.ADDED:
                first_of[who] = row.number
            elif fate is not Fate.SKIPPED:
                name = taking.name_of(who)
                found[row.number] = Foreseen(fate=fate, name=name, row=first_of.get(who))
    return found


class _TakingOver:
    """One run through a list. New people are written a batch at a time; a row that may be about
    somebody not yet written has the batch written first.
    """

    def __init__(self, book: Book, history: History, opened: OpenedList, mode: Mode) -> None:
        self._book, self._history, self._mode = book, history, mode
        self._matcher = Matcher(
            book, _contact_headers(opened), opened.says, before_names=self._index
        )
        self._new: list[dict[str, Any]] = []
        self._written: dict[int, None] = {}
        self._touched: set[Token] = set()
        self._has_bare_names = True
        self._added: list[int] = []
        self._changes: list[Change] = []
        self.result = Result()

    def take(self, rows: Iterable[Row]) -> None:
        rest = iter(rows)
        while batch := list(islice(rest, _BATCH)):
            tokens = [tokens_of(row.values) for row in batch]
            self._matcher.expect(chain.from_iterable(tokens))
            self._touched.clear()
            self._has_bare_names = any(kind == "name" for (kind, _), *_more in tokens)
            for row, hers in zip(batch, tokens, strict=True):
                self._take_row(row, hers)
            self._write()

    def take_alone(self, row: Row) -> tuple[Fate, int]:
        """What became of the row, and the id of whom it is about (0 for nobody)."""
        tokens = tokens_of(row.values)
        self._matcher.expect(tokens)
        self._touched.clear()
        fate, who = self._take_row(row, tokens)
        self._write()
        return fate, self._added[-1] if fate is Fate.ADDED else who

    def name_of(self, who: int) -> str:
        return self._matcher.person(who).name

    def finish(self, opened: OpenedList) -> Result:
        result = self.result
        self._drop_what_came_back()
        result.problems += opened.broken
        result.skipped += len(opened.broken)
        if self._added or self._changes:
            n = result.added + result.updated
            result.step = self._history.begin("import", n=n)
            # Whoever is new goes first when it is taken back, for her card may have been somebody's before.
            self._history.tell(result.step, self._changes)
            self._history.tell_of_all(result.step, ADDED, self._added)
        return result

    def _take_row(self, row: Row, tokens: Sequence[Token]) -> tuple[Fate, int]:
        """What becomes of the row, and whom it is about, 0 for somebody new or nobody."""
        self.result.problems += row.problems
        if row.is_refused:
            self.result.skipped += 1
            return Fate.SKIPPED, 0
        if not self._touched.isdisjoint(tokens):
            self._write()
        known = self._matcher.match(row.values, tokens)
        one = None if known is None else self._matcher.person(known)
        fate = self._update(one, row) if one else self._add(row, tokens)
        self._touched.update(tokens)
        if self._has_bare_names:
            self._touched.add(name_token(row.values))
        self._matcher.learn(tokens)
        return fate, known or 0

    def _add(self, row: Row, tokens: Sequence[Token]) -> Fate:
        if self._mode is Mode.UPDATE:
            return self._skip(row, Reason.NOT_IN_THE_BOOK)
        other = self._matcher.somebody_with(tokens)
        if other:
            kind, value, name = other
            self._note_problem(row, kind, value, Reason.POSSIBLE_DOUBLE, other=name)
        self._new.append(self._fields(self._freed(row, None)))
        self.result.added += 1
        return Fate.ADDED

    def _update(self, one: Customer, row: Row) -> Fate:
        values = self._freed(row, one)
        now = register.fields_of(one)
        change = self._change(one, now, values)
        if change:
            change = self._change(one, now, self._matcher.new_of(one, values))
        if change is None:
            self.result.unchanged += 1
            return Fate.UNCHANGED
        if self._mode is Mode.CREATE:
            return self._skip(row, Reason.IN_THE_BOOK)
        if register.NAME_FIELDS & change.after.keys() and is_other_name(one, row.values):
            self._note_problem(
                row, name_field(row.values), name_in(row.values), Reason.RENAMED, other=one.name
            )
        register.write_unindexed(self._book, one.id, change.after, _IMPORTED)
        self._written[one.id] = None
        self._matcher.forget(one.id)
        self._changes.append(change)
        self.result.updated += 1
        return Fate.UPDATED

    def _change(
        self, one: Customer, now: Mapping[str, Any], values: Mapping[str, Any]
    ) -> Change | None:
        """What of `values` is new to `one`, whose fields are `now`."""
        wanted = merged(one, values, now)
        if values.get("notes") and not has_note(one, values["notes"]):
            wanted |= new_note(self._book, values["notes"])
        return change_of(one, wanted, now)

    def _drop_what_came_back(self) -> None:
        """Rows that say different things of one person, and leave her as she was, changed nobody."""
        of_one: dict[int, list[Change]] = {}
        for change in self._changes if self.result.updated > 1 else ():
            of_one.setdefault(change.subject, []).append(change)
        back = {who: len(changes) for who, changes in of_one.items() if _lead_back(changes)}
        self._changes = [one for one in self._changes if one.subject not in back]
        self.result.updated -= sum(back.values())
        self.result.unchanged += sum(back.values())

    def _freed(self, row: Row, one: Customer | None) -> dict[str, Any]:
        """The row's values without a card number that is somebody else's; that goes to the notes. One that
        was hers until she lost the card says nothing new.
        """
        values: dict[str, Any] = dict(row.values)
        if one and self._lost.get(values.get("card_number", "")) == one.id:
            del values["card_number"]
        for name in ("card_number", "external_id"):
            value = values.get(name)
            if value and self._belongs_to_another(name, value, one):
                del values[name]
                self._note_problem(row, name, value, Reason.TAKEN)
                values["notes"] = "\n".join(filter(None, [values.get("notes"), f"{name}: {value}"]))
        return values

    def _belongs_to_another(self, name: str, value: str, one: Customer | None) -> bool:
        if one and getattr(one, name) == value:
            return False
        owner = self._book.value(
            f"SELECT id FROM customers WHERE {name} = ? AND NOT removed", (value,)
        )
        if owner is None and name == "card_number":
            owner = self._lost.get(value)
        return owner is not None and (one is None or owner != one.id)

    @cached_property
    def _lost(self) -> Mapping[str, int]:
        """The cards that are dead and nobody's now, and whose they were."""
        rows = self._book.execute(
            "SELECT d.number, ifnull(c.merged_into, c.id) FROM dead_cards d JOIN customers c"
            " ON c.id = d.customer WHERE NOT EXISTS"
            " (SELECT 1 FROM customers o WHERE o.card_number = d.number AND NOT o.removed)"
        )
        return dict(rows.fetchall())

    def _fields(self, values: dict[str, Any]) -> dict[str, Any]:
        """A row's values as `register.insert` takes them."""
        for name in CONSENTS.keys() & values.keys():
            values[CONSENTS[name]] = values.pop(name)
        form = values.pop("form_in_name", None)
        if form:
            values["form_of_address"] = form
        note = values.pop("notes", None)
        return values | new_note(self._book, note) if note else values

    def _skip(self, row: Row, why: Reason) -> Fate:
        kind, value = tokens_of(row.values)[0]
        if kind == "name":
            kind, value = name_field(row.values), name_in(row.values)
        self._note_problem(row, kind, value, why)
        self.result.skipped += 1
        return Fate.SKIPPED

    def _note_problem(self, row: Row, name: str, value: str, why: Reason, **facts: str) -> None:
        self.result.problems.append(
            Problem(row=row.number, field=name, value=value, reason=why, facts=facts)
        )

    def _write(self) -> None:
        """Writes the new people of the batch so far, and what is to be found of those who changed."""
        if self._new:
            self._added += register.insert(self._book, self._new, how="import")
            self._new.clear()
        self._index()

    def _index(self) -> None:
        """Brings up to date what those who changed are found by."""
        if self._written:
            search.index(self._book, list(self._written))
            self._written.clear()


def _lead_back(changes: Sequence[Change]) -> bool:
    """Whether a person's changes, one after the other, leave her as she was."""
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for change in changes:
        before = {**change.before, **before}
        after |= change.after
    return before == after


def _contact_headers(opened: OpenedList) -> list[str]:
    """The headers under which the list has phones and e-mails."""
    columns = opened.columns
    roles = columns.roles.items()
    return [columns.header(at) for at, role in roles if role.field in {"phone", "email"}]
