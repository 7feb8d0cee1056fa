"""You said, we did: what was changed because of what customers said, and who is to be told."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.loyalty.moment import Moment
from app.values import value

KIND = "improvement"
_LONGEST = 200


class NotAnImprovement(ShopError):
    """The `field` of what was changed is empty or too long."""


@value
class Improvement:
    """Those who raised `theme` from `since` until `day` are told: `said` is what they said, in a few words,
    and `done` what was changed, a whole sentence; both in `language`.
    """

    id: int
    day: date
    since: date
    theme: str
    said: str
    done: str
    language: str


@value
class Draft:
    theme: str
    said: str
    done: str
    language: str
    since: date


class Improvements:
    """Each is one step, and can be undone."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history

    def add(self, draft: Draft, moment: Moment) -> Improvement:
        """Raises `NotAnImprovement`."""
        for field in ("theme", "said", "done"):
            text = getattr(draft, field).strip()
            if not text or len(text) > _LONGEST:
                raise NotAnImprovement(field=field)
        with self._book.atomic(Kind.VOICE):
            step = self._history.begin("improve", by=moment.by, n=1, theme=draft.theme)
            number = self.enter(step, draft, moment)
        return next(one for one in self.all() if one.id == number)

    def enter(self, step: StepId, draft: Draft, moment: Moment) -> int:
        """The same within the caller's step."""
        number = self._write(draft, moment)
        born = Change(kind=KIND, subject=number, before={"removed": True}, after={"removed": False})
        self._history.tell(step, [born])
        return number

    def remove(self, number: int) -> StepId:
        with self._book.atomic(Kind.VOICE):
            step = self._history.begin("remove improvement", n=1)
            gone = Change(
                kind=KIND, subject=number, before={"removed": False}, after={"removed": True}
            )
            self._history.tell(step, [gone])
            self._put(number, removed=True)
        return step

    def all(self, limit: int = 200) -> list[Improvement]:
        """The newest first."""
        rows = self._book.execute(
            "SELECT * FROM improvements WHERE NOT removed ORDER BY day DESC, id DESC LIMIT ?",
            (limit,),
        )
        return [
            Improvement(
                id=row["id"],
                day=date.fromisoformat(row["day"]),
                since=date.fromisoformat(row["since"]),
                theme=row["theme"],
                said=row["said"],
                done=row["done"],
                language=row["language"],
            )
            for row in rows
        ]

    def raised_by(self, one: Improvement) -> list[int]:
        """Everybody known who raised its theme in that time and still is in the book, by name."""
        return self._book.column(
            "SELECT DISTINCT c.id FROM answer_themes t JOIN answers a ON a.id = t.answer"
            " JOIN customers was ON was.id = a.customer"
            " JOIN customers c ON c.id = ifnull(was.merged_into, was.id)"
            " WHERE t.theme = ? AND a.counts AND a.day BETWEEN ? AND ? AND NOT c.removed"
            " AND NOT c.deceased AND ifnull(a.mood, 0) < 1 ORDER BY c.sort_key, c.id",
            (one.theme, one.since.isoformat(), one.day.isoformat()),
        )

    def to_tell(self, one: Improvement) -> list[int]:
        """Those of them who have had no card since that told of it."""
        return self._book.column(
            f"SELECT DISTINCT c.id {_UNTOLD} AND i.id = ? AND NOT c.removed AND NOT c.deceased"
            " ORDER BY c.sort_key, c.id",
            (one.id,),
        )

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        removed = bool(
            self._book.value("SELECT removed FROM improvements WHERE id = ?", (change.subject,))
        )
        if removed != change.after["removed"]:
            return replace(change, before={}, after={})
        self._put(change.subject, removed=change.before["removed"])
        return replace(change, before=change.after, after=change.before)

    def _put(self, number: int, *, removed: bool) -> None:
        self._book.execute("UPDATE improvements SET removed = ? WHERE id = ?", (removed, number))

    def _write(self, draft: Draft, moment: Moment) -> int:
        written = self._book.execute(
            "INSERT INTO improvements (uid, at, by, day, since, theme, said, done, language)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new_uid(self._book.now()),
                moment.at,
                moment.by,
                moment.day.isoformat(),
                draft.since.isoformat(),
                draft.theme.strip(),
                draft.said.strip(),
                draft.done.strip(),
                draft.language,
            ),
        )
        return int(written.lastrowid or 0)


_UNTOLD = (
    "FROM improvements i"
    " JOIN answer_themes t ON t.theme = i.theme JOIN answers a ON a.id = t.answer"
    " JOIN customers was ON was.id = a.customer"
    " JOIN customers c ON c.id = ifnull(was.merged_into, was.id)"
    " WHERE NOT i.removed AND a.counts AND ifnull(a.mood, 0) < 1 AND a.day BETWEEN i.since AND i.day"
    " AND NOT EXISTS (SELECT 1 FROM cards_out p WHERE p.at >= i.at AND p.customer IN"
    " (SELECT c.id UNION ALL SELECT id FROM customers WHERE merged_into = c.id)"
    " AND (p.letter = 'you_said_we_did' OR p.points LIKE '%\"told.changed\"%'))"
)
"""Improvements `i` with those `c` who raised their theme and have had no card since that told of it."""


def to_tell(book: Book) -> list[int]:
    """Everybody who raised something that was changed and has not been told of it, by name."""
    return book.column(
        f"SELECT DISTINCT c.id {_UNTOLD} AND NOT c.removed AND NOT c.archived AND NOT c.deceased"
        " ORDER BY c.sort_key, c.id"
    )


def what_was_changed(book: Book, customers: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """By customer what she said, what came of it and in which language that is written: the newest
    improvement she raised and has not been told of.
    """
    rows = book.execute(
        f"SELECT c.id AS who, i.said, i.done, i.language {_UNTOLD}"
        " AND c.id IN (SELECT value FROM json_each(?)) ORDER BY i.id",
        (json.dumps(list(customers)),),
    )
    return {row["who"]: (row["said"], row["done"], row["language"]) for row in rows}
