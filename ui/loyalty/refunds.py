"""What comes back of a past sale: by amount or by its lines, foreseen, and done in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from app.amounts import typed
from app.errors import ShopError
from app.keeping.database import NOT_NOW
from app.loyalty.bills import Back, Refunded
from app.loyalty.past_sales import PastSale, one_sale
from app.money import Money
from reports.amounts import said, written
from reports.sentences import sentence
from ui.loyalty.needs import DeskSide
from ui.loyalty.past_said import receipt, when

if TYPE_CHECKING:
    from app.loyalty.till import Till

PIECE = 1000
"""Thousandths of an item in a piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """What was bought of an item, as far as it did not come back: `left` and `back` in words."""

    name: str
    left: str
    back: str
    is_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSaid:
    """A sale of which something comes back: what is typed, and what it will do, or is `wrong` with it."""

    title: str
    line: str
    bought: tuple[Bought, ...]
    amount: str
    effects: tuple[str, ...]
    wrong: str


class RefundView(Protocol):
    """Shows the sale that is taken back."""

    def show_refund(self, refund: RefundSaid) -> None: ...

    def end_refund(self) -> None:
        """It is done, or there is nothing to come back any more."""


class Refunds:
    """One sale at a time."""

    def __init__(self, desk: DeskSide, view: RefundView) -> None:
        self._desk, self._view = desk, view
        self._sale: PastSale | None = None
        self._text = ""
        self._counts: dict[str, int] = {}

    def open(self, sale: int) -> None:
        """All that is left of it is offered."""
        one = self._sale = one_sale(self._desk.shop.book, sale)
        if one is None or one.back >= one.due:
            self._view.end_refund()
            return
        self._counts = {}
        self._text = self._written(one.due - one.back)
        self._show()

    def type(self, text: str) -> None:
        """Another amount; then it is not the items that say it."""
        self._text, self._counts = text, {}
        self._show()

    def count(self, name: str, *, more: bool) -> None:
        """A piece more or less of an item comes back; the amount follows."""
        left = self._left().get(name, 0)
        now = self._counts.get(name, 0) + (PIECE if more else -PIECE)
        self._counts[name], self._text = min(max(now, 0), left), ""
        foreseen = self._foreseen()
        if isinstance(foreseen, Refunded):
            self._text = self._written(foreseen.total)
        self._show()

    def give_back(self) -> None:
        """Does it, and offers to take it back."""
        one, shop = self._sale, self._desk.shop
        asked = self._asked()
        if one is None or asked is None:
            self._show()
            return
        total, items = asked
        back = self._desk.attempt(
            lambda: self._till.refund(one.id, shop.moment(), total=total, items=items)
        )
        if back is not None:
            amount = self._money(back.total)
            told = self._desk.words("Given back: {amount}", amount=amount)
            self._view.end_refund()
            self._desk.tell_step(back.step, " · ".join([told, *self._effects(back)]))

    @property
    def _till(self) -> "Till":
        return self._desk.shop.till

    def _asked(self) -> tuple[int | None, Sequence[Back]] | None:
        """The amount, or the items; None while neither is said."""
        items = [Back(name=name, thousandths=n) for name, n in self._counts.items() if n]
        if items:
            return None, items
        try:
            return typed(self._text, self._till.currency).minor, ()
        except ShopError:
            return None

    def _foreseen(self) -> Refunded | ShopError | None:
        one, asked = self._sale, self._asked()
        if one is None or asked is None:
            return None
        total, items = asked
        try:
            now = self._desk.shop.moment()
            return self._till.foresee_refund(one.id, now, total=total, items=items)
        except ShopError as refused:
            return refused

    def _show(self) -> None:
        one, words = self._sale, self._desk.words
        if one is None:
            return
        foreseen, wrong = self._foreseen(), ""
        if isinstance(foreseen, ShopError) and not isinstance(foreseen, NOT_NOW):
            wrong = sentence(foreseen, words)
        elif foreseen is None and self._text.strip():
            wrong = words("Type the amount, such as 248 or 21.90.")
        self._view.show_refund(
            RefundSaid(
                title=words("Sale {total}", total=said(Money(one.due, one.currency), words)),
                line=self._line(one),
                bought=self._bought(),
                amount=self._text,
                effects=self._effects(foreseen) if isinstance(foreseen, Refunded) else (),
                wrong=wrong,
            )
        )

    def _line(self, one: PastSale) -> str:
        words, shop = self._desk.words, self._desk.shop
        amount = said(Money(one.back, one.currency), words)
        back = words("{amount} came back", amount=amount) if one.back else ""
        parts = (when(shop, one, words), receipt(one, words), back)
        return " · ".join(part for part in parts if part)

    def _effects(self, back: Refunded) -> tuple[str, ...]:
        words, found = self._desk.words, []
        if back.money != back.total and back.money:
            found.append(words("{amount} in money", amount=self._money(back.money)))
        if back.on_card:
            amount = self._money(back.on_card)
            found.append(words("{amount} back on the gift card", amount=amount))
        if back.points_returned:
            found.append(
                words.plural("{n} point comes back", "{n} points come back", back.points_returned)
            )
        if back.points_taken:
            found.append(
                words.plural("{n} point is taken", "{n} points are taken", back.points_taken)
            )
        return tuple(found)

    def _left(self) -> dict[str, int]:
        """Thousandths of each item that did not come back yet."""
        if self._sale is None:
            return {}
        sales, left = self._till.sales, dict[str, int]()
        back = sales.pieces_back(self._sale.id)
        for n, line in enumerate(sales.lines(self._sale.id)):
            there = line.thousandths - back.get(n, 0)
            left[line.name] = left.get(line.name, 0) + there
        return {name: n for name, n in left.items() if n > 0}

    def _bought(self) -> tuple[Bought, ...]:
        return tuple(
            Bought(
                name=name,
                left=self._pieces(left),
                back=self._pieces(self._counts.get(name, 0)),
                is_all=self._counts.get(name, 0) >= left,
            )
            for name, left in self._left().items()
        )

    def _pieces(self, thousandths: int) -> str:
        words = self._desk.words
        if thousandths % PIECE == 0:
            return words.number(thousandths // PIECE)
        from babel.numbers import format_decimal

        exact = Decimal(thousandths) / PIECE
        return str(format_decimal(exact, "#,##0.###", locale=words.locale))

    def _written(self, minor: int) -> str:
        return written(Money(minor, self._till.currency), self._desk.words)

    def _money(self, minor: int) -> str:
        return said(Money(minor, self._till.currency), self._desk.words)
