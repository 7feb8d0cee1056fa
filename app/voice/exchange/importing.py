"""Taking over a file of answers: every row counted once, however often the file is read again."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.loyalty.exchange.buyers import Buyers
from app.loyalty.exchange.opening import Opened
from app.loyalty.moment import Moment, moment_of
from app.people.exchange.problems import Problem, Reason
from app.people.importing import Result
from app.progress import Report
from app.values import value
from app.voice.answer import Given
from app.voice.exchange.rows import Said, read_said
from app.voice.questions import Reply
from app.voice.voice import Voice

FRESH = timedelta(days=30)
"""An unhappy answer that is older opens no case any more."""
_WHY = {
    Reason.UNKNOWN_BUYER: Reason.UNKNOWN_ANSWERER,
    Reason.SEVERAL_BUYERS: Reason.SEVERAL_ANSWERERS,
}


@value
class Whose:
    """The shop that takes a file over, on the day `on`."""

    zone: str
    by: str
    on: date


def import_answers(
    book: Book, history: History, voice: Voice, opened: Opened, whose: Whose, report: Report
) -> Result:
    """Takes over every row in one transaction and one step; a row that fails never stops the file.

    Raises `Cancelled` from `report` and `Busy`; then nothing of it remains.
    """
    with book.atomic(Kind.VOICE, between=lambda: report(0, 0)):
        return _TakingOver(book, history, voice, whose).take(opened, report)


class _TakingOver:
    """One run through a file."""

    def __init__(self, book: Book, history: History, voice: Voice, whose: Whose) -> None:
        self._book, self._history, self._voice, self._whose = book, history, voice, whose
        self._times = Counter[tuple[object, ...]]()
        self.result = Result()

    def take(self, opened: Opened, report: Report) -> Result:
        rows = list(self._read(opened, report))
        kinds = [kinds for _, kinds in opened.people]
        buyers = Buyers(self._book, opened.place.country, kinds, rows)
        new, again = self._sorted([(self._uid(row), row) for row in rows])
        answers = self._voice.answers
        if again:
            answers.stand_again(list(again))
        written = answers.enter_all(
            (self._given(uid, row, buyers), self._moment(row)) for uid, row in new
        )
        stand = again | dict(zip(written, (row for _, row in new), strict=True))
        self.result.added = len(stand)
        if stand:
            self.result.step = self._history.begin("import answers", n=self.result.added)
            answers.tell(self.result.step, stand)
            self._open_cases(self.result.step, stand)
        self.result.problems.sort(key=lambda one: one.row)
        return self.result

    def _read(self, opened: Opened, report: Report) -> Iterator[Said]:
        for found in read_said(opened, ZoneInfo(self._whose.zone), report):
            if isinstance(found, Said):
                self.result.problems += found.problems
                yield found
            else:
                self.result.problems += found
                self.result.skipped += 1

    def _uid(self, row: Said) -> str:
        """The same for the same words; two who said the very same are told apart by their order."""
        said = (row.day, row.clock, row.buyers, row.figures, row.comment, row.themes, row.channel)
        self._times[said] += 1
        digest = blake2b(repr((*said, self._times[said])).encode(), digest_size=16)
        return f"file-{digest.hexdigest()}"

    def _sorted(
        self, rows: Sequence[tuple[str, Said]]
    ) -> tuple[list[tuple[str, Said]], dict[int, Said]]:
        """Rows that the book does not have, and answers that were taken back and stand again."""
        wanted = json.dumps([uid for uid, _ in rows])
        known = {
            row["uid"]: row
            for row in self._book.execute(
                "SELECT uid, id, removed FROM answers"
                " WHERE uid IN (SELECT value FROM json_each(?)) AND uid >= 'file'",
                (wanted,),
            )
        }
        new = [(uid, row) for uid, row in rows if uid not in known]
        again = {
            known[uid]["id"]: row for uid, row in rows if uid in known and known[uid]["removed"]
        }
        self.result.unchanged = len(rows) - len(new) - len(again)
        return new, again

    def _given(self, uid: str, row: Said, buyers: Buyers) -> Given:
        customer, why = buyers.of(row)
        if why:
            self.result.problems.append(
                Problem(row=row.number, field="customer", value=row.buyers[0][1], reason=_WHY[why])
            )
        return Given(
            replies=tuple(
                Reply(question=scale, scale=scale, score=score) for scale, score in row.figures
            ),
            comment=row.comment,
            themes=row.themes,
            channel=row.channel,
            customer=customer,
            said=uid,
        )

    def _moment(self, row: Said) -> Moment:
        local = datetime.fromisoformat(f"{row.day}T{row.clock}")
        zoned = local.replace(tzinfo=ZoneInfo(self._whose.zone))
        return moment_of(zoned, self._whose.zone, self._whose.by)

    def _open_cases(self, step: StepId, stand: Mapping[int, Said]) -> None:
        oldest = (self._whose.on - FRESH).isoformat()
        for answer, row in stand.items():
            if row.day >= oldest:
                # Whoever takes the file over has the shop's days from now on to see to it.
                moment = replace(
                    self._moment(row), day=max(self._whose.on, date.fromisoformat(row.day))
                )
                self._voice.cases.look_at(self._voice.answers.get(answer), moment, step)
