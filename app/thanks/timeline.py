"""Everything that happened with one customer, newest first: steps of history, cards, the till, feedback."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.keeping.database import Book
from app.keeping.history import Change, History, Step, StepId
from app.loyalty.deeds import Deed, deeds
from app.people.customers import KIND
from app.thanks.prints import printed_for
from app.voice import answer_rows

CASE = "case"
OF_A_CASE = frozenset({"open case", "answer case", "make up", "close case", "reopen case"})
"""What is told of a case in her history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """`what` is a verb of history, or `printed` or `answered`; `facts` are the step's own, the letter's name
    or the answer;
    `fields` are the names of what changed, without those that mean the verb itself. `points` is what
    she gained or lost at the till by it.
    """

    at: datetime
    by: str
    what: str
    facts: dict[str, Any]
    fields: tuple[str, ...] = ()
    occasion: date | None = None
    print: int | None = None
    """The number of the card that came out."""
    points: int | None = None
    step: StepId | None = None
    """Takes back what was done at the till."""
    case: int | None = None
    """The number of the case that it belongs to."""


def timeline(book: Book, history: History, customer: int, limit: int = 100) -> list[Happened]:
    """At most `limit` things that happened with her."""
    done = deeds(book, customer, limit)
    gained = {deed.step: deed.points for deed in done}
    steps = history.of(KIND, customer, limit)
    told = [_told(step, change, gained.get(step.id)) for step, change in steps]
    known = {step.id for step, _ in steps}
    printed = [
        Happened(
            at=one.at,
            by="",
            what="printed",
            facts={"letter": one.letter},
            occasion=one.occasion,
            print=one.id,
        )
        for one in printed_for(book, customer)[:limit]
    ]
    sold = [_at_the_till(one) for one in done if one.step not in known]
    heard = [*_answered(book, customer, limit), *_cases(book, history, customer, limit)]
    return sorted(told + printed + sold + heard, key=lambda one: one.at, reverse=True)[:limit]


def _answered(book: Book, customer: int, limit: int) -> Iterator[Happened]:
    answers = answer_rows.of_customer(book, customer, limit)
    ids = json.dumps([one.id for one in answers])
    cases = dict(
        book.execute(
            "SELECT answer, id FROM cases WHERE NOT removed"
            " AND answer IN (SELECT value FROM json_each(?))",
            (ids,),
        ).fetchall()
    )
    for one in answers:
        case = cases.get(one.id)
        yield Happened(at=one.at, by="", what="answered", facts={"answer": one}, case=case)


def _cases(book: Book, history: History, customer: int, limit: int) -> Iterator[Happened]:
    """What was done about her cases and still stands; that an answer opened one is told by the answer."""
    ids = book.column(
        "SELECT id FROM cases WHERE NOT removed AND customer IN"
        " (SELECT id FROM customers WHERE id = ? OR merged_into = ?) ORDER BY id DESC LIMIT ?",
        (customer, customer, limit),
    )
    for case in ids:
        for step, change in history.of(CASE, case, limit):
            if step.verb in OF_A_CASE and not step.is_undo and history.stands(step.id):
                facts = {**step.facts, "outcome": change.after.get("outcome", "")}
                yield Happened(at=step.at, by=step.by, what=step.verb, facts=facts, case=case)


def _at_the_till(deed: Deed) -> Happened:
    facts = {"total": deed.total, "name": deed.name}
    return Happened(
        at=deed.at, by=deed.by, what=deed.verb, facts=facts, points=deed.points, step=deed.step
    )


def _told(step: Step, change: Change, points: int | None) -> Happened:
    facts = {name: value for name, value in step.facts.items() if name != "n"}
    what = "undo" if step.is_undo else step.verb
    return Happened(
        at=step.at,
        by=step.by,
        what=what,
        facts=facts,
        fields=tuple(change.after),
        points=points,
    )
