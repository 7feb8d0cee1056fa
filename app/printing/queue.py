"""The print queue: what is to be printed, in the order in which it was asked for."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from app.changes import Kind
from app.clock import moment, stamp
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.printing.rows import Rows, as_text
from app.values import value

KIND = "print job"


class State(StrEnum):
    """A job that failed stays in the queue and says why; a printed one is out of it."""

    WAITING = "waiting"
    PAUSED = "paused"
    FAILED = "failed"
    PRINTED = "printed"


@value
class Job:
    """`order` says all that is needed to make the pages when their time comes; `kind` who reads it.

    `pieces` are so many labels, envelopes or pages, on `paper`.
    """

    id: int
    at: datetime
    by: str
    kind: str
    title: str
    paper: str
    pieces: int
    order: Mapping[str, Any]
    state: State
    why: str


class Queue:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._rows = Rows(book, history, "print_jobs", KIND)
        self.restore = self._rows.restore

    def all(self) -> list[Job]:
        """All that is not printed yet, whether it waits, is paused or failed."""
        return [_job(row) for row in self._rows.standing("state != 'printed'")]

    def lately(self, limit: int = 20) -> list[Job]:
        """What was printed from the queue, the newest first, to be printed again."""
        rows = self._rows.standing(
            "id IN (SELECT id FROM print_jobs WHERE state = 'printed' AND NOT removed"
            " ORDER BY id DESC LIMIT ?)",
            (limit,),
        )
        return [_job(row) for row in reversed(rows)]

    def one(self, number: int) -> Job:
        """Raises `NotInPrinting`."""
        return _job(self._rows.one(number))

    def add(
        self,
        kind: str,
        title: str,
        paper: str,
        pieces: int,
        order: Mapping[str, Any],
        *,
        within: StepId | None = None,
    ) -> int:
        """A step of its own, or a part of the step `within` which something was given out for it."""
        with self._book.atomic(Kind.PRINTING):
            return self._rows.insert(
                within or self._history.begin("print later", name=title),
                at=stamp(self._book.now()),
                by=self._book.by,
                kind=kind,
                title=title,
                paper=paper,
                pieces=pieces,
                order_=as_text(order),
            )

    def pause(self, ids: Sequence[int]) -> StepId | None:
        """They are passed over until they are let go on."""
        return self._turn("pause job", ids, State.PAUSED, {State.WAITING, State.FAILED})

    def resume(self, ids: Sequence[int]) -> StepId | None:
        """Paused and failed ones wait again."""
        return self._turn("resume job", ids, State.WAITING, {State.PAUSED, State.FAILED})

    def printed(self, ids: Sequence[int]) -> StepId | None:
        """They came out; printed twice by two windows, the second changes nothing and answers None."""
        there = {State.WAITING, State.PAUSED, State.FAILED}
        return self._turn("print job", ids, State.PRINTED, there)

    def failed(self, ids: Sequence[int], why: str) -> StepId | None:
        """They did not come out, and `why` is said beside them; printed ones are in the queue again."""
        return self._turn("fail job", ids, State.FAILED, set(State), why=why)

    def again(self, ids: Sequence[int]) -> StepId | None:
        """What was printed waits once more."""
        return self._turn("repeat job", ids, State.WAITING, {State.PRINTED})

    def take_out(self, ids: Sequence[int]) -> StepId | None:
        """None where none of them is there any more."""
        with self._book.atomic(Kind.PRINTING):
            there = [job for job in self._several(ids) if job.state is not State.PRINTED]
            if not there:
                return None
            step = self._history.begin("unqueue", n=len(there), name=there[0].title)
            for job in there:
                self._rows.write(step, job.id, removed=True)
        return step

    def stock_renamed(self, step: StepId, before: str, name: str) -> None:
        """Part of the step that gives a kind of sheets another name."""
        for row in self._rows.standing("json_extract(order_, '$.stock') = ?", (before,)):
            order = json.loads(row["order_"]) | {"stock": name}
            paper = name if row["paper"] == before else row["paper"]
            self._rows.write(step, row["id"], order_=as_text(order), paper=paper)

    def _turn(
        self, verb: str, ids: Sequence[int], to: State, of: set[State], *, why: str = ""
    ) -> StepId | None:
        """Those of `ids` whose state is in `of`; None where there are none."""
        with self._book.atomic(Kind.PRINTING):
            turning = [job for job in self._several(ids) if job.state in of]
            if not turning:
                return None
            step = self._history.begin(verb, n=len(turning), name=turning[0].title)
            for job in turning:
                self._rows.write(step, job.id, state=to, why=why)
        return step

    def _several(self, ids: Iterable[int]) -> list[Job]:
        asked = json.dumps(list(ids))
        rows = self._rows.standing("id IN (SELECT value FROM json_each(?))", (asked,))
        return [_job(row) for row in rows]


def _job(row: Mapping[str, Any]) -> Job:
    return Job(
        id=row["id"],
        at=moment(row["at"]),
        by=row["by"],
        kind=row["kind"],
        title=row["title"],
        paper=row["paper"],
        pieces=row["pieces"],
        order=json.loads(row["order_"]),
        state=State(row["state"]),
        why=row["why"],
    )
