"""The cases of the book: opened by a low score or a wish to be called, answered, closed, opened again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from statistics import median
from typing import Any

from app.changes import Kind
from app.clock import moment as read_moment
from app.keeping.database import Book
from app.keeping.history import Change, History, Step, StepId
from app.keeping.settings import SettingsBook
from app.keeping.uids import new_uid
from app.loyalty.moment import Moment
from app.voice.answer import Answer
from app.voice.case import Case, NotACase, Stage, Times, UnknownCase
from app.voice.scales import Mood

KIND = "case"
NOTE = "note"
"""The field of a change that is nothing but something said; its words are a fact of the step."""
_FIELDS = (
    *("owner", "due", "next_step", "coupon", "answered_at", "closed_at", "reopened_at"),
    *("outcome", "removed"),
)
_LONGEST = 2000
_HOUR = 3600
# A coupon that was used closes its case, whoever used it; one that lapsed or is void opens it again.
_LAST_USE = (
    "(SELECT max(at) FROM coupon_events u WHERE u.coupon = c.coupon AND u.kind = 'use'"
    " AND NOT EXISTS (SELECT 1 FROM coupon_events r WHERE r.reverses = u.id))"
)
_GONE = (
    "(SELECT ifnull(k.valid_to < :on, 0) OR (SELECT count(*) FILTER (WHERE kind = 'void')"
    " > count(*) FILTER (WHERE kind = 'unvoid') FROM coupon_events v WHERE v.coupon = k.id)"
    " FROM coupons k WHERE k.id = c.coupon)"
)
_STAGE = (
    f"CASE WHEN c.closed_at IS NOT NULL THEN 'closed' WHEN {_LAST_USE} IS NOT NULL THEN 'closed'"
    f" WHEN c.coupon IS NOT NULL AND {_GONE} OR c.reopened_at IS NOT NULL THEN 'reopened'"
    " WHEN c.answered_at IS NOT NULL THEN 'waiting' ELSE 'open' END"
)
NOT_CLOSED = f"c.closed_at IS NULL AND NOT c.removed AND {_STAGE} <> 'closed'"
"""Of a case `c`, asked for the day `:on`."""
_SELECT = (
    f"SELECT c.*, {_STAGE} AS stage, ifnull(c.closed_at, {_LAST_USE}) AS solved_at FROM cases c"
)


class Cases:
    """Each verb is one step on one case, and can be undone."""

    def __init__(self, book: Book, history: History, settings: SettingsBook) -> None:
        self._book, self._history, self._settings = book, history, settings

    def look_at(self, answer: Answer, moment: Moment, step: StepId | None) -> int | None:
        """Opens a case where `answer` asks for one and has none yet, within the caller's transaction; one
        that was taken back with its answer stands again.

        What somebody did herself at the counter is nobody's step: then `step` is None.
        """
        why = "call" if answer.wants_call else "low" if answer.mood is Mood.LOW else ""
        if not why or not answer.counts:
            return None
        if known := self._of_answer(answer.id):
            if known["removed"] and step is not None:
                self._write(step, known["id"], {"removed": False})
            return None
        settings = self._settings.read()
        due = moment.day + timedelta(days=settings.case_days)
        return self._insert(
            moment, step, answer=answer.id, customer=answer.customer, why=why, due=due
        )

    def open(self, customer: int | None, said: str, moment: Moment) -> int:
        """A case that was told by word of mouth. Raises `NotACase` where nothing was said."""
        _must(bool(said.strip()) and len(said) <= _LONGEST, "said", said)
        due = moment.day + timedelta(days=self._settings.read().case_days)
        with self._book.atomic(Kind.VOICE):
            step = self._history.begin("open case", by=moment.by, n=1, text=said.strip())
            return self._insert(moment, step, customer=customer, why="told", due=due)

    def assign(self, case: int, owner: str) -> StepId | None:
        return self._change("assign case", case, owner=owner.strip())

    def plan(self, case: int, next_step: str, due: date) -> StepId | None:
        """What is to be done next, and by when."""
        _must(len(next_step) <= _LONGEST, "next_step", next_step)
        return self._change("plan case", case, next_step=next_step.strip(), due=due.isoformat())

    def note(self, case: int, text: str) -> StepId | None:
        """Something said or done about it, for its history."""
        _must(bool(text.strip()) and len(text) <= _LONGEST, "text", text)
        return self._change("note case", case, {"text": text.strip()}, **{NOTE: text.strip()})

    def answer(self, case: int, moment: Moment, how: str = "") -> StepId | None:
        """She was called, written to or spoken with; a coupon that lapsed is no longer its coupon."""
        known = self.get(case, moment.day)
        fields = {NOTE: how.strip(), "answered_at": self._row(case)["answered_at"] or moment.at}
        if known.stage is Stage.REOPENED:
            fields |= {"coupon": None}
        return self._change("answer case", case, {"text": how.strip()}, **fields, reopened_at=None)

    def give_coupon(self, case: int, coupon: int, moment: Moment, step: StepId) -> None:
        """Within the caller's step: a recovery coupon goes out to her, which answers her, too."""
        known = self._row(case)
        answered = known["answered_at"] or moment.at
        fields = {"coupon": coupon, "answered_at": answered, "reopened_at": None}
        self._write(step, case, fields)

    def close(self, case: int, outcome: str, moment: Moment) -> StepId | None:
        """All is well, or nothing more can be done; `outcome` says which."""
        fields = {"closed_at": moment.at, "outcome": outcome.strip()}
        if self._row(case)["answered_at"] is None:
            fields["answered_at"] = moment.at
        return self._change("close case", case, **fields)

    def enter_closed(self, case: int, answered_at: str, closed_at: str) -> None:
        """Within the caller's step, which opened it: it was seen to in the meantime."""
        self._update(case, {"answered_at": answered_at, "closed_at": closed_at})

    def reopen(self, case: int, due: date, moment: Moment) -> StepId | None:
        """The coupon that closed it, or lapsed, is no longer its coupon."""
        back = {"closed_at": None, "coupon": None, "outcome": "", "reopened_at": moment.at}
        return self._change("reopen case", case, due=due.isoformat(), **back)

    def get(self, case: int, on: date) -> Case:
        """Raises `UnknownCase`."""
        found = self._read("c.id = :case", on, case=case)
        if not found:
            raise UnknownCase(id=case)
        return found[0]

    def to_do(self, on: date, limit: int = 200) -> list[Case]:
        """Those that wait for the shop, the longest overdue first, people before nobody."""
        where = f"c.closed_at IS NULL AND {_STAGE} IN ('open', 'reopened')"
        order = "c.due, c.customer IS NULL AND c.why <> 'call', c.id"
        return self._read(where, on, order=order, limit=limit)

    def count_to_do(self, on: date) -> int:
        where = f"c.closed_at IS NULL AND NOT c.removed AND {_STAGE} IN ('open', 'reopened')"
        found = self._book.execute(
            f"SELECT count(*) FROM cases c WHERE {where}", {"on": on.isoformat()}
        ).fetchone()
        return int(found[0])

    def waiting(self, on: date, limit: int = 200) -> list[Case]:
        """Those that wait for the customer."""
        return self._read(
            f"c.closed_at IS NULL AND {_STAGE} = 'waiting'", on, order="c.due, c.id", limit=limit
        )

    def done(self, on: date, limit: int = 200) -> list[Case]:
        """The closed ones, the last first."""
        return self._read(f"{_STAGE} = 'closed'", on, order="solved_at DESC", limit=limit)

    def of_customer(self, customer: int, on: date) -> list[Case]:
        """All of hers, the newest first."""
        where = "c.customer IN (SELECT id FROM customers WHERE id = :who OR merged_into = :who)"
        return self._read(where, on, order="c.id DESC", who=customer)

    def story(self, case: int) -> list[tuple[Step, Change]]:
        """What was done about it and still stands, the first thing first."""
        told = self._history.of(KIND, case)
        return [
            one for one in reversed(told) if not one[0].is_undo and self._history.stands(one[0].id)
        ]

    def times(self, since: date, until: date, on: date) -> Times:
        """Of the cases opened from `since` to `until`, both inclusive."""
        found = self._read(
            "c.day BETWEEN :since AND :until",
            on,
            since=since.isoformat(),
            until=until.isoformat(),
            limit=-1,
        )
        answered = [one.answered_at - one.opened_at for one in found if one.answered_at]
        solved = [one.solved_at - one.opened_at for one in found if one.solved_at]
        return Times(
            cases=len(found),
            open=sum(not one.is_done for one in found),
            to_answer=_hours(answered),
            to_solve=_hours(solved),
        )

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        now = self._plain_row(change.subject)
        back = {
            name: change.before[name]
            for name, value in change.after.items()
            if name == NOTE or now[name] == value
        }
        self._update(change.subject, {name: back[name] for name in back if name != NOTE})
        return replace(change, before={name: change.after[name] for name in back}, after=back)

    def _change(
        self, verb: str, case: int, facts: Mapping[str, Any] | None = None, /, **fields: Any
    ) -> StepId | None:
        with self._book.atomic(Kind.VOICE):
            row = self._row(case)
            if all(name != NOTE and row[name] == value for name, value in fields.items()):
                return None
            step = self._history.begin(verb, n=1, **(facts or {}))
            self._write(step, case, fields)
        return step

    def _write(self, step: StepId, case: int, fields: Mapping[str, Any]) -> None:
        row = self._plain_row(case)
        before = {name: "" if name == NOTE else row[name] for name in fields}
        self._history.tell(
            step, [Change(kind=KIND, subject=case, before=before, after=dict(fields))]
        )
        self._update(case, {name: value for name, value in fields.items() if name != NOTE})

    def _update(self, case: int, fields: Mapping[str, Any]) -> None:
        if fields:
            names = ", ".join(f"{name} = ?" for name in fields)
            self._book.execute(f"UPDATE cases SET {names} WHERE id = ?", (*fields.values(), case))

    def _insert(self, moment: Moment, step: StepId | None, *, due: date, **facts: Any) -> int:
        facts = {
            "uid": new_uid(self._book.now()),
            "at": moment.at,
            "day": moment.day.isoformat(),
            "owner": self._settings.read().owner,
            "due": due.isoformat(),
            **facts,
        }
        names, marks = ", ".join(facts), ", ".join("?" * len(facts))
        written = self._book.execute(
            f"INSERT INTO cases ({names}) VALUES ({marks})", tuple(facts.values())
        )
        case = int(written.lastrowid or 0)
        if step is not None:
            born = Change(
                kind=KIND, subject=case, before={"removed": True}, after={"removed": False}
            )
            self._history.tell(step, [born])
        return case

    def _of_answer(self, answer: int) -> Any:
        return self._book.execute(
            "SELECT id, removed FROM cases WHERE answer = ?", (answer,)
        ).fetchone()

    def _row(self, case: int) -> Any:
        row = self._book.execute("SELECT * FROM cases WHERE id = ?", (case,)).fetchone()
        if row is None:
            raise UnknownCase(id=case)
        return row

    def _plain_row(self, case: int) -> dict[str, Any]:
        """As the history tells of it."""
        row = self._row(case)
        return {name: row[name] for name in _FIELDS} | {"removed": bool(row["removed"])}

    def _read(
        self, where: str, on: date, *, order: str = "c.id", limit: int = 200, **values: Any
    ) -> list[Case]:
        rows = self._book.execute(
            f"{_SELECT} WHERE NOT c.removed AND {where} ORDER BY {order} LIMIT :limit",
            {"on": on.isoformat(), "limit": limit, **values},
        )
        return [_case(row) for row in rows]


def _case(row: Any) -> Case:
    return Case(
        id=row["id"],
        answer=row["answer"],
        customer=row["customer"],
        opened_at=read_moment(row["at"]),
        day=date.fromisoformat(row["day"]),
        why=row["why"],
        owner=row["owner"],
        due=date.fromisoformat(row["due"]),
        next_step=row["next_step"],
        coupon=row["coupon"],
        answered_at=row["answered_at"] and read_moment(row["answered_at"]),
        solved_at=row["solved_at"] and read_moment(row["solved_at"]),
        outcome=row["outcome"],
        stage=Stage(row["stage"]),
    )


def _hours(spans: Sequence[timedelta]) -> float | None:
    return median(span.total_seconds() / _HOUR for span in spans) if spans else None


def _must(holds: bool, field: str, value: str) -> None:
    if not holds:
        raise NotACase(field=field, value=value)
