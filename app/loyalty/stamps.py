"""Stamp cards beside the points: so many stamps and something is given; a running card keeps its deal."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

from app.changes import Kind
from app.clock import moment as read_moment
from app.clock import stamp
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.loyalty.lots import WHO
from app.loyalty.moment import Moment
from app.loyalty.programme import StampDeal
from app.values import value

KIND = "stamp"
_UNDO = "undo "
MOST = 100
"""Stamps that may be given at once; more are a slip of the hand."""


class NoStampCards(ShopError):
    """The programme has no stamp card."""


class TooSoon(ShopError):
    """Another stamp was given less than `minutes` before or after."""


class TooManyStamps(ShopError):
    """`stamps` at once are none, or more than `limit`."""


class NothingWaiting(ShopError):
    """No full card of hers waits for its reward."""


@value
class Card:
    """A stamp card of a customer, the deal it began with, and what of it was given out."""

    number: int
    customer: int
    stamps: int
    deal: StampDeal
    is_given: bool
    is_interim_given: bool

    @property
    def is_full(self) -> bool:
        return self.stamps >= self.deal.goal

    def waits(self) -> list[str]:
        """What she can have for it now."""
        deal, found = self.deal, []
        if deal.interim_at and self.stamps >= deal.interim_at and not self.is_interim_given:
            found.append(deal.interim)
        if self.is_full and not self.is_given:
            found.append(deal.reward)
        return found


class Stamps:
    """A ledger: stamps are added, given out, and taken back by an entry against them."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history

    def cards(self, customer: int) -> list[Card]:
        """All her cards, the first one first; one whose stamps were all taken back is none."""
        rows = self._book.execute(
            "SELECT customer, card, sum(stamps) AS stamps, min(deal) AS deal,"
            " sum((kind = 'given') - (kind = 'undo given')) AS given,"
            " sum((kind = 'interim') - (kind = 'undo interim')) AS interim"
            f" FROM stamp_entries WHERE customer IN {WHO} GROUP BY customer, card ORDER BY min(id)",
            (customer, customer),
        )
        return [
            Card(
                number=row["card"],
                customer=row["customer"],
                stamps=row["stamps"],
                deal=StampDeal(**json.loads(row["deal"])),
                is_given=row["given"] > 0,
                is_interim_given=row["interim"] > 0,
            )
            for row in rows
            if row["stamps"] > 0
        ]

    def running(self, customer: int) -> Card | None:
        """The card that the next stamp goes on; None before the first."""
        open_ = [card for card in self.cards(customer) if not card.is_full]
        return max(open_, key=lambda card: card.stamps, default=None)

    def stamp(
        self, customer: int, deal: StampDeal | None, moment: Moment, *, stamps: int = 1
    ) -> list[Card]:
        """Gives stamps; what is over the goal goes on the next card, with the `deal` that holds now.

        Answers the cards that they went on. Raises `NoStampCards`, `TooSoon`, `TooManyStamps`.
        """
        if deal is None:
            raise NoStampCards
        if not 1 <= stamps <= MOST:
            raise TooManyStamps(stamps=stamps, limit=MOST)
        with self._book.atomic(Kind.LOYALTY):
            self._must_have_passed(customer, deal, moment)
            touched = self.enter(
                self._history.begin("stamp", by=moment.by, n=stamps),
                customer,
                deal,
                moment,
                stamps=stamps,
            )
        return [card for card in self.cards(customer) if (card.customer, card.number) in touched]

    def enter(
        self, step: StepId, customer: int, deal: StampDeal, moment: Moment, *, stamps: int
    ) -> set[tuple[int, int]]:
        """The same within the caller's step; answers whose cards they are, and their numbers."""
        touched = set()
        while stamps:
            card = self.running(customer) or self._begin(step, customer, deal, moment)
            part = min(stamps, card.deal.goal - card.stamps)
            self._write(step, card, "stamp", part, moment)
            touched.add((card.customer, card.number))
            stamps -= part
        return touched

    def give(self, customer: int, moment: Moment) -> str:
        """Gives out what waits the longest, and says what it is. Raises `NothingWaiting`."""
        with self._book.atomic(Kind.LOYALTY):
            card = next((one for one in self.cards(customer) if one.waits()), None)
            if card is None:
                raise NothingWaiting
            what = card.waits()[0]
            is_whole = card.is_full and not card.is_given and what == card.deal.reward
            step = self._history.begin("give for stamps", by=moment.by, n=1, reward=what)
            self._write(step, card, "given" if is_whole else "interim", 0, moment)
        return what

    def restore(self, changes: Sequence[Change], moment: Moment) -> list[Change]:
        """See `app.keeping.undo.Restore`: each entry is met by one against it, or that by another."""
        return [self._restore(change, moment) for change in changes]

    def _begin(self, step: StepId, customer: int, deal: StampDeal, moment: Moment) -> Card:
        known = self._book.value(
            "SELECT ifnull(max(card), 0) FROM stamp_entries WHERE customer = ?", (customer,)
        )
        card = Card(
            number=known + 1,
            customer=customer,
            stamps=0,
            deal=deal,
            is_given=False,
            is_interim_given=False,
        )
        if deal.head_start:
            self._write(step, card, "head start", deal.head_start, moment)
        return replace(card, stamps=deal.head_start)

    def _must_have_passed(self, customer: int, deal: StampDeal, moment: Moment) -> None:
        """A till that catches up stamps earlier times too, so neither before nor after may be one."""
        if not deal.minutes_between:
            return
        at, between = read_moment(moment.at), timedelta(minutes=deal.minutes_between)
        near = self._book.value(
            f"SELECT EXISTS (SELECT 1 FROM stamp_entries e WHERE customer IN {WHO} AND kind = 'stamp'"
            " AND at > ? AND at < ? AND reverses IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM stamp_entries r WHERE r.reverses = e.id))",
            (customer, customer, stamp(at - between), stamp(at + between)),
        )
        if near:
            raise TooSoon(minutes=deal.minutes_between)

    def _write(self, step: StepId, card: Card, kind: str, stamps: int, moment: Moment) -> None:
        entry = self._insert(
            {
                "customer": card.customer,
                "kind": kind,
                "card": card.number,
                "stamps": stamps,
                "deal": json.dumps(asdict(card.deal)),
            },
            moment,
        )
        done = Change(kind=KIND, subject=entry, before={"stands": False}, after={"stands": True})
        self._history.tell(step, [done])

    def _restore(self, change: Change, moment: Moment) -> Change:
        last, stands = change.subject, True
        while (later := self._reversal(last)) is not None:
            last, stands = later, not stands
        if stands != change.after.get("stands"):
            return Change(kind=KIND, subject=change.subject, before={}, after={})
        row = self._book.execute("SELECT * FROM stamp_entries WHERE id = ?", (last,)).fetchone()
        facts = {name: row[name] for name in ("customer", "card", "deal")}
        against = {"kind": _against(row["kind"]), "stamps": -row["stamps"], "reverses": last}
        self._insert(facts | against, moment)
        before, after = {"stands": stands}, {"stands": not stands}
        return Change(kind=KIND, subject=change.subject, before=before, after=after)

    def _reversal(self, entry: int) -> int | None:
        found = self._book.value("SELECT id FROM stamp_entries WHERE reverses = ?", (entry,))
        return None if found is None else int(found)

    def _insert(self, facts: dict[str, Any], moment: Moment) -> int:
        facts = {
            "uid": new_uid(self._book.now()),
            "at": moment.at,
            "day": moment.day.isoformat(),
            "by": moment.by,
            **facts,
        }
        names, marks = ", ".join(facts), ", ".join("?" * len(facts))
        row = self._book.execute(
            f"INSERT INTO stamp_entries ({names}) VALUES ({marks}) RETURNING id",
            tuple(facts.values()),
        ).fetchone()
        return int(row[0])


def _against(kind: str) -> str:
    """`stamp` is met by `undo stamp`, and that by `stamp`."""
    return kind.removeprefix(_UNDO) if kind.startswith(_UNDO) else _UNDO + kind
