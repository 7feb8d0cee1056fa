"""The book of letters: composes them from all that is known, and keeps word for word what went out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.settings import SettingsBook
from app.keeping.undo import Restore
from app.people.customer import Customer
from app.thanks.along import gone_along, prints_of
from app.thanks.composing import Brief, Composed, Fact, compose
from app.thanks.filed import Filed, file_prints, filed
from app.thanks.heard import heard
from app.thanks.story import stories
from app.thanks.written import (
    Made,
    Written,
    is_withdrawn,
    last_written_to,
    one_written,
    take_back,
    write_down,
    written_to,
)

KIND = "print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Of one person only: facts that her letter tells, and the owner's own `text` for her."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    text: str | None = None


NOTHING_ALONE = Alone()


class LetterBook:
    """Keeping letters is one transaction and one step of history that can be undone."""

    def __init__(
        self, book: Book, history: History, settings: SettingsBook, put_back: Restore
    ) -> None:
        """`put_back` restores the coupons that came along with letters."""
        self._book = book
        self._history = history
        self._settings = settings
        self._put_back = put_back

    def compose(
        self,
        people: Sequence[Customer],
        letter: str,
        on: date,
        *,
        seed: int = 0,
        facts: Mapping[str, Fact] | None = None,
        alone: Mapping[int, Alone] | None = None,
    ) -> list[Composed]:
        """The letter for each of `people`, in their order; `alone` is by customer what is hers only.

        Raises `UnknownLetter`, `UnknownField` and `UnclosedBrace`.
        """
        settings = self._settings.read()
        brief = Brief(letter=letter, on=on, settings=settings, seed=seed, facts=facts or {})
        known = stories(self._book, people, settings.language, on)
        before = written_to(self._book, [one.id for one in people])
        said = heard(self._book, brief.letter, people, known, on)
        hers = {one.id: (alone or {}).get(one.id, NOTHING_ALONE) for one in people}
        return [
            compose(
                one,
                replace(brief, facts={**said[one.id], **brief.facts, **hers[one.id].facts}),
                known[one.id],
                before.get(one.id, ()),
                edited=hers[one.id].text,
            )
            for one in people
        ]

    def keep(
        self,
        letters: Sequence[tuple[Composed, Made]],
        kept: Sequence[Filed] = (),
        came_along: Sequence[Change] = (),
    ) -> StepId | None:
        """Writes down that these letters came out, and where their cards are kept; None for none.

        What `came_along`, as a coupon, is taken back with them.
        """
        if not letters:
            return None
        first, _ = letters[0]
        with self._book.atomic(Kind.PRINTS):
            ids = write_down(self._book, letters)
            file_prints(self._book, ids, kept)
            step = self._history.begin("print", n=len(ids), name=first.name, letter=first.letter)
            self._history.tell(step, [*map(came_out, ids), *came_along])
        return step

    def withdraw(self, step: StepId, customers: Sequence[int]) -> StepId | None:
        """Of what `step` printed the cards of these did not come out after all; None when all did.

        The coupons on them are void, but for what was used up or stands on another card.
        """
        with self._book.atomic(Kind.PRINTS, Kind.COUPONS):
            gone = prints_of(self._book, self._history, step, customers)
            if not gone:
                return None
            later = self._history.begin("withdraw", n=len(gone))
            changes = [did_not_come_out(number) for number in gone]
            for number in gone:
                take_back(self._book, number, withdrawn=True)
            along = gone_along(self._book, self._history, step, customers)
            changes += [one for one in self._put_back(along) if one.after]
            self._history.tell(later, changes)
        return later

    def last_to(self, customer: int) -> Written | None:
        """What did we write last time? None where no words are kept."""
        return last_written_to(self._book, customer)

    def all_to(self, customer: int) -> list[Written]:
        """Everything that stands written to her, the newest first."""
        return written_to(self._book, [customer]).get(customer, [])[::-1]

    def one(self, print_: int) -> tuple[Written, Filed | None] | None:
        """A single card that stands written, and where it is kept."""
        written = one_written(self._book, print_)
        return None if written is None else (written, filed(self._book, print_))

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        wanted = bool(change.before["withdrawn"])
        if is_withdrawn(self._book, change.subject) == wanted:
            return Change(kind=KIND, subject=change.subject, before={}, after={})
        take_back(self._book, change.subject, withdrawn=wanted)
        return Change(kind=KIND, subject=change.subject, before=change.after, after=change.before)


def came_out(number: int) -> Change:
    """Before it came out, it had not: so it is taken back by withdrawing it."""
    return Change(kind=KIND, subject=number, before={"withdrawn": True}, after={"withdrawn": False})


def did_not_come_out(number: int) -> Change:
    return Change(kind=KIND, subject=number, before={"withdrawn": False}, after={"withdrawn": True})
