"""Cards that wait to be printed together: put aside on one day, printed with others on another."""

import json
from collections.abc import Iterable, Sequence

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.undo import Restore
from app.thanks.along import LET_WAIT, gone_along
from app.thanks.composing import Composed
from app.thanks.filed import Filed, file_prints
from app.thanks.letter_book import KIND as PRINT
from app.thanks.letter_book import came_out, did_not_come_out
from app.thanks.written import (
    Made,
    Written,
    copy_to_prints,
    is_withdrawn,
    read_written,
    take_back,
    write_down,
)

KIND = "waiting card"


class NotWaiting(ShopError):
    """A card is not waiting any more: another window has printed it or put it back."""


class WaitingCards:
    """Each verb is one transaction and one step of history that can be undone."""

    def __init__(self, book: Book, history: History, put_back: Restore) -> None:
        """`put_back` restores the coupons that came along with letters."""
        self._book = book
        self._history = history
        self._put_back = put_back

    def all(self) -> list[Written]:
        """Those that wait, the longest first."""
        rows = self._book.execute("SELECT * FROM waiting_cards WHERE waits ORDER BY id")
        return [read_written(row) for row in rows]

    def several(self, ids: Iterable[int]) -> dict[int, Written]:
        """Those of `ids` that wait, by number."""
        rows = self._book.execute(
            "SELECT * FROM waiting_cards WHERE waits AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row["id"]: read_written(row) for row in rows}

    def count(self) -> int:
        return int(self._book.value("SELECT count(*) FROM waiting_cards WHERE waits"))

    def put_aside(
        self, letters: Sequence[tuple[Composed, Made]], came_along: Sequence[Change] = ()
    ) -> StepId | None:
        """Lets these wait; None for none. What `came_along`, as a coupon, is taken back with them."""
        if not letters:
            return None
        with self._book.atomic(Kind.PRINTS):
            ids = write_down(self._book, letters, "waiting_cards")
            step = self._history.begin(LET_WAIT, n=len(ids), name=letters[0][0].name)
            waiting = [_waits(number, now=True) for number in ids]
            self._history.tell(step, [*waiting, *came_along])
        return step

    def take_out(self, ids: Sequence[int]) -> StepId | None:
        """They wait no longer, and were not printed; None when none of them waits.

        The coupons on them are void, but for what was used up or stands on another card.
        """
        with self._book.atomic(Kind.PRINTS, Kind.COUPONS):
            still = self._still(ids)
            if not still:
                return None
            step = self._history.begin("take out", n=len(still))
            changes = [self._turn(number, waits=False) for number in still]
            changes += [one for one in self._put_back(self._along(still)) if one.after]
            self._history.tell(step, changes)
        return step

    def _along(self, ids: Sequence[int]) -> list[Change]:
        """What came along with these cards when they were put aside."""
        by_step: dict[StepId, set[int]] = {}
        for number in ids:
            customer = self._book.value(
                "SELECT customer FROM waiting_cards WHERE id = ?", (number,)
            )
            put_aside, _ = self._history.of(KIND, number)[-1]
            by_step.setdefault(put_aside.id, set()).add(customer)
        return [
            one
            for step, customers in by_step.items()
            for one in gone_along(self._book, self._history, step, customers)
        ]

    def print_out(
        self, ids: Sequence[int], filed: Sequence[Filed] = (), *, paper: str = ""
    ) -> StepId | None:
        """Writes down that these came out, on `paper` where that is another than they were made for.

        Raises `NotWaiting`, so that no card is printed twice.
        """
        if not ids:
            return None
        with self._book.atomic(Kind.PRINTS):
            if len(self._still(ids)) < len(ids):
                raise NotWaiting
            step = self._history.begin("print", n=len(ids))
            changes = [self._turn(number, waits=False) for number in ids]
            prints = [copy_to_prints(self._book, number, paper) for number in ids]
            file_prints(self._book, prints, filed)
            self._history.tell(step, [*changes, *map(came_out, prints)])
        return step

    def withdraw(self, step: StepId, ids: Sequence[int]) -> StepId | None:
        """Of what `step` printed these did not come out after all: they wait again. None where all did."""
        told = self._history.changes_of(step)
        cards, prints = (
            [change.subject for change in told if change.kind == kind] for kind in (KIND, PRINT)
        )
        gone = [
            (card, number)
            for card, number in zip(cards, prints, strict=True)
            if card in set(ids) and not is_withdrawn(self._book, number)
        ]
        if not gone:
            return None
        with self._book.atomic(Kind.PRINTS):
            later = self._history.begin("withdraw", n=len(gone))
            for card, number in gone:
                take_back(self._book, number, withdrawn=True)
                self._history.tell(later, [self._turn(card, waits=True), did_not_come_out(number)])
        return later

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        wanted = bool(change.before["waits"])
        if bool(self._still([change.subject])) == wanted:
            return Change(kind=KIND, subject=change.subject, before={}, after={})
        return self._turn(change.subject, waits=wanted)

    def _still(self, ids: Iterable[int]) -> list[int]:
        waiting = set(self._book.column("SELECT id FROM waiting_cards WHERE waits"))
        return [number for number in ids if number in waiting]

    def _turn(self, number: int, *, waits: bool) -> Change:
        self._book.execute("UPDATE waiting_cards SET waits = ? WHERE id = ?", (waits, number))
        return _waits(number, now=waits)


def _waits(number: int, *, now: bool) -> Change:
    return Change(kind=KIND, subject=number, before={"waits": not now}, after={"waits": now})
