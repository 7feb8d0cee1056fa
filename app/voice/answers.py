"""The answers of the book: given at the counter reply by reply, or whole from anywhere else."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.changes import Kind
from app.clock import moment as read_moment
from app.clock import stamp
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.settings import SettingsBook
from app.keeping.uids import new_uid
from app.loyalty.moment import Moment
from app.people.customers import UnknownCustomer
from app.voice import answer_rows, tallies
from app.voice.answer import (
    MOODS,
    Answer,
    Call,
    Given,
    State,
    UnknownAnswer,
    must_be_a_word,
    must_be_on,
    overall,
    readable,
)
from app.voice.cases import Cases
from app.voice.questions import Reply
from app.voice.scales import ENDS, mood
from app.voice.survey import Survey

KIND = "answer"
HASTY = timedelta(seconds=5)
"""Who begins so soon after the last press at the same screen is a child playing with it."""
_COUNTER = "counter"


class Answers:
    """At the counter every reply is on disk when its verb returns; elsewhere an answer is one step."""

    def __init__(self, book: Book, history: History, settings: SettingsBook, cases: Cases) -> None:
        self._book, self._history, self._settings, self._cases = book, history, settings, cases

    # At the counter

    def begin(
        self,
        moment: Moment,
        survey: Survey | None,
        *,
        customer: int | None = None,
        language: str = "",
        station: str = "",
    ) -> int:
        """An answer that is being given on the screen called `station`. Raises `UnknownCustomer`.

        Too soon after the last press there, it is kept and marked, and never counts.
        """
        with self._book.atomic(Kind.VOICE):
            is_hasty = self._is_hasty(station, moment)
            keeps = self._settings.read().keep_partial
            return self._insert(
                moment,
                {
                    "customer": self._known(customer),
                    "channel": _COUNTER,
                    "survey": _version(survey),
                    "language": language,
                    "station": station,
                    "state": State.OPEN,
                    "is_hasty": is_hasty,
                    "counts": keeps and not is_hasty,
                },
            )

    def reply(self, answer: int, reply: Reply, moment: Moment) -> None:
        """What is replied to a question again takes the place of what was replied before."""
        must_be_on(reply)
        with self._book.atomic(Kind.VOICE), tallies.recounted(self._book, [answer]):
            answer_rows.write_reply(self._book, answer, reply)
            self._press(answer, moment, mood=self._mood(answer))

    def say(
        self,
        answer: int,
        moment: Moment,
        *,
        comment: str = "",
        themes: Sequence[str] = (),
        call: Call | None = None,
    ) -> None:
        """Her words, what they are about, and her wish to be called; all of it anew each time."""
        for theme in themes:
            must_be_a_word(theme, "theme")
        with self._book.atomic(Kind.VOICE), tallies.recounted(self._book, [answer]):
            answer_rows.write_themes(self._book, answer, themes)
            answer_rows.write_words(self._book, answer, readable(comment))
            self._press(answer, moment, comment=readable(comment), **_called(call))

    def finish(self, answer: int, moment: Moment) -> None:
        """It is whole; a low figure or a wish to be called opens a case."""
        self._end(answer, moment, State.WHOLE)

    def leave(self, answer: int, moment: Moment) -> None:
        """She went away; what she said until then counts where the shop keeps partial answers."""
        self._end(answer, moment, State.PARTIAL)

    def drop(self, answer: int, moment: Moment) -> None:
        """She began anew: this one is kept and counts for nothing."""
        self._end(answer, moment, State.DROPPED)

    def settle(self, station: str, moment: Moment) -> int:
        """Ends what a power cut left open at `station`; answers how many."""
        left = self._book.column(
            "SELECT id FROM answers WHERE station = ? AND state = 'open'", (station,)
        )
        for answer in left:
            self.leave(answer, moment)
        return len(left)

    # Whole answers

    def give(self, given: Given, moment: Moment, verb: str = "answer") -> int:
        """Writes it down in one step. Raises `UnknownCustomer`."""
        with self._book.atomic(Kind.VOICE):
            step = self._history.begin(verb, by=moment.by, n=1)
            answer = self.enter(given, moment)
            self.tell(step, [answer])
            self._cases.look_at(self.get(answer), moment, step)
        return answer

    def enter(self, given: Given, moment: Moment) -> int:
        """The same within the caller's step, which tells of it; opens no case."""
        return self.enter_all([(given, moment)])[0]

    def enter_all(self, several: Iterable[tuple[Given, Moment]]) -> list[int]:
        """Many at once, as of a file."""
        written = [self._enter(given, moment) for given, moment in several]
        tallies.put_in(self._book, written)
        return written

    def _enter(self, given: Given, moment: Moment) -> int:
        moods = {mood(one.scale, one.score) for one in given.replies if one.score is not None}
        found = overall(moods)
        facts: dict[str, Any] = {
            "customer": self._known(given.customer),
            "channel": given.channel,
            "survey": _version(given.survey),
            "language": given.language,
            "station": "",
            "comment": given.comment,
            **_called(given.call),
            "mood": None if found is None else MOODS[found],
            "state": State.WHOLE,
            "counts": True,
        }
        answer = self._insert(moment, facts | ({"uid": given.said} if given.said else {}))
        for reply in given.replies:
            answer_rows.write_reply(self._book, answer, reply)
        answer_rows.write_themes(self._book, answer, given.themes)
        if given.comment:
            answer_rows.write_words(self._book, answer, given.comment)
        return answer

    def tell(self, step: StepId, answers: Iterable[int]) -> None:
        """The step wrote these answers."""
        self._history.tell_of_all(step, _GIVEN, answers)

    def stand_again(self, answers: Sequence[int]) -> None:
        """Within the caller's step: what was taken back counts again."""
        self._set_removed(answers, removed=False)

    def remove(self, answers: Sequence[int]) -> StepId:
        """Takes answers out, such as rubbish; undo brings them back."""
        with self._book.atomic(Kind.VOICE):
            step = self._history.begin("remove answer", n=len(answers))
            out = Change(kind=KIND, subject=0, before={"removed": False}, after={"removed": True})
            self._set_removed(answers, removed=True)
            self._history.tell_of_all(step, out, answers)
        return step

    def tag(self, answer: int, theme: str) -> StepId | None:
        """Says what an answer is about; None where it was said already."""
        must_be_a_word(theme, "theme")
        return self._tag("tag answer", answer, theme, is_about=True)

    def untag(self, answer: int, theme: str) -> StepId | None:
        return self._tag("untag answer", answer, theme, is_about=False)

    def get(self, answer: int) -> Answer:
        """Raises `UnknownAnswer`."""
        found = answer_rows.read(self._book, [answer])
        if not found:
            raise UnknownAnswer(id=answer)
        return found[0]

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`: fields are `removed` and `about:THEME`. A slip that was typed in
        anew meanwhile does not count twice.
        """
        anew = self._typed_anew(
            [one.subject for one in changes if one.before.get("removed") is False]
        )
        standing = [self._standing(one) for one in changes if one.subject not in anew]
        for removed in (False, True):
            back = [one.subject for one in standing if one.before.get("removed") is removed]
            if back:
                self._set_removed(back, removed=removed)
        for change in standing:
            for name, value in change.before.items():
                if name.startswith(_ABOUT):
                    self._put_theme(change.subject, name, is_about=bool(value))
        done = {one.subject: replace(one, before=one.after, after=one.before) for one in standing}
        return [done.get(one.subject, replace(one, before={}, after={})) for one in changes]

    def _typed_anew(self, answers: Sequence[int]) -> set[int]:
        """Those of slips of which another answer stands."""
        found = self._book.column(
            "SELECT a.id FROM answers a, answers other WHERE a.id IN (SELECT value FROM json_each(?))"
            " AND a.uid BETWEEN 'slip:' AND 'slip;' AND other.uid >= 'file' AND NOT other.removed"
            " AND other.uid BETWEEN substr(a.uid, 1, length(a.uid) - 3)"
            " AND substr(a.uid, 1, length(a.uid) - 3) || ':'"
            " AND other.id <> a.id",
            (json.dumps(list(answers)),),
        )
        return set(found)

    def _standing(self, change: Change) -> Change:
        """What of it is still so."""
        names = [
            name
            for name, value in change.after.items()
            if self._field(change.subject, name) == value
        ]
        return replace(
            change,
            before={name: change.before[name] for name in names},
            after={name: change.after[name] for name in names},
        )

    def _field(self, answer: int, name: str) -> bool:
        if name == "removed":
            return bool(self._book.value("SELECT removed FROM answers WHERE id = ?", (answer,)))
        theme = name.removeprefix(_ABOUT)
        return theme in answer_rows.themes_of(self._book, answer)

    def _put_theme(self, answer: int, name: str, *, is_about: bool) -> None:
        themes = answer_rows.themes_of(self._book, answer)
        theme = name.removeprefix(_ABOUT)
        wanted = [*themes, theme] if is_about else [one for one in themes if one != theme]
        with tallies.recounted(self._book, [answer]):
            answer_rows.write_themes(self._book, answer, wanted)

    def _tag(self, verb: str, answer: int, theme: str, *, is_about: bool) -> StepId | None:
        theme = theme.strip()
        field = f"{_ABOUT}{theme}"
        with self._book.atomic(Kind.VOICE):
            self.get(answer)
            if self._field(answer, field) == is_about:
                return None
            self._put_theme(answer, field, is_about=is_about)
            step = self._history.begin(verb, n=1, theme=theme)
            before, after = {field: not is_about}, {field: is_about}
            self._history.tell(
                step, [Change(kind=KIND, subject=answer, before=before, after=after)]
            )
        return step

    def _set_removed(self, answers: Sequence[int], *, removed: bool) -> None:
        ids, keeps = json.dumps(list(answers)), self._settings.read().keep_partial
        with tallies.recounted(self._book, answers):
            self._book.execute(
                "UPDATE answers SET removed = ?, counts = ? AND NOT is_hasty AND"
                " (state = 'whole' OR state <> 'dropped' AND ?)"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (removed, not removed, keeps, ids),
            )

    def _end(self, answer: int, moment: Moment, state: State) -> None:
        counts = state is State.WHOLE or (
            state is State.PARTIAL and self._settings.read().keep_partial
        )
        with self._book.atomic(Kind.VOICE):
            with tallies.recounted(self._book, [answer]):
                self._book.execute(
                    "UPDATE answers SET state = ?, counts = ? AND NOT is_hasty AND NOT removed,"
                    " last_at = max(last_at, ?) WHERE id = ?",
                    (state, counts, moment.at, answer),
                )
            if counts:
                self._cases.look_at(self.get(answer), moment, None)

    def _press(self, answer: int, moment: Moment, **fields: Any) -> None:
        fields["last_at"] = moment.at
        names = ", ".join(f"{name} = ?" for name in fields)
        self._book.execute(f"UPDATE answers SET {names} WHERE id = ?", (*fields.values(), answer))

    def _mood(self, answer: int) -> int | None:
        scored = [one for one in answer_rows.replies_of(self._book, answer) if one.scale in ENDS]
        found = overall({one.mood for one in scored if one.mood is not None})
        return None if found is None else MOODS[found]

    def _is_hasty(self, station: str, moment: Moment) -> bool:
        last = self._book.value(
            "SELECT max(last_at) FROM answers WHERE station = ? AND station <> ''"
            # Who begins anew herself is not playing; what she dropped counts for nothing anyway.
            " AND state <> 'dropped'",
            (station,),
        )
        if last is None:
            return False
        at = read_moment(moment.at)
        return bool(last <= moment.at and stamp(at - HASTY) < last)

    def _known(self, customer: int | None) -> int | None:
        """Who she is now, where she was merged into another."""
        if customer is None:
            return None
        row = self._book.execute(
            "SELECT now.id, now.removed FROM customers c"
            " JOIN customers now ON now.id = ifnull(c.merged_into, c.id) WHERE c.id = ?",
            (customer,),
        ).fetchone()
        if row is None or row["removed"]:
            raise UnknownCustomer(id=customer)
        return int(row["id"])

    def _insert(self, moment: Moment, facts: dict[str, Any]) -> int:
        whole = {
            "uid": new_uid(self._book.now()),
            "at": moment.at,
            "day": moment.day.isoformat(),
            "hour": moment.hour,
            "by": moment.by,
            "last_at": moment.at,
            **facts,
        }
        names, marks = ", ".join(whole), ", ".join("?" * len(whole))
        written = self._book.execute(
            f"INSERT INTO answers ({names}) VALUES ({marks})", tuple(whole.values())
        )
        return int(written.lastrowid or 0)


_ABOUT = "about:"
_GIVEN = Change(kind=KIND, subject=0, before={"removed": True}, after={"removed": False})


def _called(call: Call | None) -> dict[str, Any]:
    if call is None:
        return {"wants_call": False, "contact": "", "agreed": ""}
    return {"wants_call": True, "contact": call.contact.strip(), "agreed": call.agreed}


def _version(survey: Survey | None) -> int | None:
    """The version that was asked; the standard one, which nobody saved, has none."""
    return survey.version or None if survey else None
