"""One refund while it is written down: points stay as the rule gives for what is still kept."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.keeping.history import StepId
from app.loyalty import rhythm
from app.loyalty.bills import Back, NothingToRefund, Refunded, RefundTooLarge
from app.loyalty.earning import Terms, terms_of
from app.loyalty.gift_cards import stands
from app.loyalty.lots import of_sale
from app.loyalty.moment import Moment
from app.loyalty.paid_later import due_of, in_money, paid_later
from app.loyalty.points import Movement
from app.money import CurrenciesDiffer

if TYPE_CHECKING:
    from app.loyalty.till import Till


@dataclass(frozen=True, slots=True)
class Refunding:
    """Works within the caller's transaction on the row of a sale."""

    till: "Till"
    sale: sqlite3.Row
    moment: Moment

    def refunded(self, total: int | None, items: Sequence[Back]) -> Refunded:
        till, sale = self.till, self.sale
        if sale["currency"] != till.currency:
            raise CurrenciesDiffer(one=sale["currency"], other=till.currency, field="sale")
        left = self._due - till.sales.refunded(sale["id"])
        pieces = self._pieces(items)
        amount = left if total is None else total
        if items:  # where they have no prices, the total must be said
            amount = self._worth(pieces, left) or total or 0
        if not 0 < amount <= left:
            raise RefundTooLarge(wanted=amount, available=left)
        step = till.history.begin("refund", by=self.moment.by, n=1, total=amount)
        refund = till.sales.add_refund(step, sale["id"], amount, pieces, self.moment)
        on_card, instead = self._give_back_to_card(step, left, left - amount)
        later = paid_later(till.book, till.points, sale["id"])
        found = Refunded(
            refund=refund,
            total=amount,
            points_taken=0,
            points_returned=0,
            points=0,
            on_card=on_card,
            money=in_money(sale, left, later) - in_money(sale, left - amount, later) + instead,
            step=step,
        )
        whose = self._whose()
        return found if whose is None else self._with_points(step, found, left - amount, whose)

    @property
    def _due(self) -> int:
        return due_of(self.sale)

    def _by(self, kept: int, column: str) -> int:
        """What of the part that is `kept` was paid by one means; it never grows while less is kept."""
        return int(self.sale[column]) * kept // self._due if self._due else 0

    def _in_money(self, kept: int) -> int:
        """What of the part that is `kept` was paid with neither points nor a gift card."""
        return self._by(kept, "paid")

    def _on_card(self, kept: int) -> int:
        """The gift card's share: all that is not money, unless points paid, which take what is left over."""
        return (
            self._by(kept, "card_paid") if self.sale["points_off"] else kept - self._in_money(kept)
        )

    def _whose(self) -> int | None:
        """Who bought; of nobody known, who spent points on it afterwards."""
        found = self.sale["customer"]
        if found is None:
            found = self.till.book.value(_SPENT_ON_IT, (self.sale["id"],))
        return None if found is None else self.till.members.now(found)

    def _with_points(self, step: StepId, found: Refunded, kept: int, customer: int) -> Refunded:
        till = self.till
        till.points.lapse(step, customer, self.moment)
        if self.sale["customer"] is not None:
            rhythm.after_refund(
                till.book, customer, paid=self._in_money(kept + found.total) - self._in_money(kept)
            )
        returned = self._return(step, customer, found.refund, kept)
        standing, lots = self._earned()
        taken = max(0, standing - self._terms().earned(kept))
        if taken:
            entry = Movement(
                customer=customer,
                kind="taken",
                points=-taken,
                lifetime=-taken,
                sale=self.sale["id"],
                refund=found.refund,
            )
            till.points.take(step, entry, self.moment, first=lots)
        return replace(
            found,
            points_taken=taken,
            points_returned=returned,
            points=till.points.available(customer, self.moment.day),
        )

    def _terms(self) -> Terms:
        """The deal by which the sale earned, for the lines that stay."""
        sales, sale = self.till.sales, self.sale["id"]
        return terms_of(self.sale["terms"]).without(sales.lines(sale), sales.pieces_back(sale))

    def _give_back_to_card(self, step: StepId, left: int, kept: int) -> tuple[int, int]:
        """The gift card's share of what came back, with the last of it all that it paid; and what of it
        is paid out instead, as the card is not good any more.
        """
        paid, gift_cards = int(self.sale["card_paid"]), self.till.gift_cards
        if not paid:
            return 0, 0
        code = self.till.book.value(
            "SELECT g.code FROM gift_card_entries e JOIN gift_cards g ON g.id = e.card"
            " WHERE e.sale = ? AND e.kind = 'payment'",
            (self.sale["id"],),
        )
        card, why_not = gift_cards.look_up(code, self.moment)
        rest = self._on_card(kept)
        amount = min(gift_cards.paid(card, self.sale["id"]), self._on_card(left)) - rest
        if amount <= 0:
            return 0, 0
        if why_not:
            return 0, amount
        booked = gift_cards.enter_refund(code, amount, self.moment, self.sale["id"])
        self.till.history.tell(step, [stands(booked)])
        return amount, 0

    def _return(self, step: StepId, customer: int, refund: int, kept: int) -> int:
        """Points spent on what came back, in proportion; with the last of it all of them."""
        spent, before = self._spent()
        points = spent * (self._due - kept) // self._due - before
        expiry = self.till.programmes.current().expiry
        if points > 0:
            entry = Movement(
                customer=customer,
                kind="returned",
                points=points,
                expires=expiry.of(self.moment.day),
                idle_days=expiry.inactivity_days,
                sale=self.sale["id"],
                refund=refund,
            )
            self.till.points.give(step, entry, self.moment)
        return max(points, 0)

    def _spent(self) -> tuple[int, int]:
        """Points that were spent on the sale, and those of them that came back; undone ones are no more."""
        row = self.till.book.execute(
            "SELECT ifnull(sum(CASE WHEN refund IS NULL THEN -points END), 0),"
            " ifnull(sum(CASE WHEN refund IS NOT NULL THEN points END), 0)"
            f" FROM points_entries WHERE id IN {of_sale(':sale')} AND lifetime = 0",
            {"sale": self.sale["id"]},
        ).fetchone()
        return row[0], row[1]

    def _earned(self) -> tuple[int, list[int]]:
        """What the sale earned so far, refunds taken off, and the lots that it made."""
        rows = self.till.book.execute(
            f"SELECT id, lifetime, kind FROM points_entries WHERE id IN {of_sale(':sale')}",
            {"sale": self.sale["id"]},
        ).fetchall()
        return sum(row["lifetime"] for row in rows), [r["id"] for r in rows if r["kind"] == "earn"]

    def _pieces(self, items: Sequence[Back]) -> dict[int, int]:
        """The lines that the items are taken from, with thousandths of each."""
        lines = self.till.sales.lines(self.sale["id"])
        back = self.till.sales.pieces_back(self.sale["id"])
        found: dict[int, int] = {}
        for item in items:
            wanted = item.thousandths
            for n, line in enumerate(lines):
                there = line.thousandths - back.get(n, 0) - found.get(n, 0)
                part = min(wanted, there) if line.name.casefold() == item.name.casefold() else 0
                if part > 0:
                    found[n] = found.get(n, 0) + part
                    wanted -= part
            if wanted or item.thousandths <= 0:
                raise NothingToRefund(item=item.name)
        return found

    def _worth(self, pieces: dict[int, int], left: int) -> int:
        """What the pieces cost, with their share of what came off the bill; the last take what is left."""
        lines = self.till.sales.lines(self.sale["id"])
        back = self.till.sales.pieces_back(self.sale["id"])
        if all(
            back.get(n, 0) + pieces.get(n, 0) == line.thousandths for n, line in enumerate(lines)
        ):
            return left
        whole = sum(line.amount for line in lines)
        parts = sum(
            lines[n].amount * count * self._due // (lines[n].thousandths * max(whole, 1))
            for n, count in pieces.items()
        )
        return min(parts, left)


_SPENT_ON_IT = (
    f"SELECT customer FROM points_entries WHERE id IN {of_sale('?1')}"
    " AND kind IN ('spend', 'reward') AND reverses IS NULL ORDER BY id LIMIT 1"
)
