"""Customers' cards: numbered ahead for a stack of blank ones, given to people, and replaced when lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.loyalty import codes
from app.loyalty.codes import CodeTaken, UnknownCode
from app.loyalty.coupons import ReasonNeeded
from app.loyalty.moment import Moment
from app.people.customers import Customers, DeadCard, card_died


class BlankCard(ShopError):
    """The card `number` was printed and is nobody's yet."""


class NoCard(ShopError):
    """`name` has no card that could be replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A lost card and the one in its place."""

    customer: int
    old: str
    new: str


class Cards:
    """A number once printed is never given a second time, whatever became of its card."""

    def __init__(self, book: Book, customers: Customers) -> None:
        self._book, self._customers = book, customers

    def number_ahead(self, count: int, moment: Moment) -> list[str]:
        """Numbers for blank cards, which become somebody's when they are first handed out."""
        with self._book.atomic(Kind.CUSTOMERS):
            return self._draw([0] * count, moment)

    def give(self, customers: Sequence[int], moment: Moment) -> list[str]:
        """The number of each; who has none is given one, all of them in one step."""
        with self._book.atomic(Kind.CUSTOMERS):
            people = self._customers.several(customers)
            without = [one.id for one in people if not one.card_number]
            drawn = self._draw(without, moment)
            self._customers.give_cards(dict(zip(without, drawn, strict=True)), "give card")
            return [one.card_number or "" for one in self._customers.several(customers)]

    def give_one(self, customer: int, moment: Moment, *, number: str = "") -> str:
        """The card of `number`, or of one drawn, to somebody who has none; answers its number.

        Raises what `replace` does, but for `NoCard` and `ReasonNeeded`.
        """
        with self._book.atomic(Kind.CUSTOMERS):
            new = self.taken_up(number) if number.strip() else self._draw([customer], moment)[0]
            self._customers.get(customer)
            self._customers.give_cards({customer: new}, "give card")
        return new

    def replace(self, customer: int, reason: str, moment: Moment, *, number: str = "") -> Replaced:
        """A new card, the one of `number` or of a number drawn; the old one is dead.

        Raises `NoCard`, `ReasonNeeded`, `UnknownCustomer`, `AlreadyTaken`, `DeadCard`, `CodeTaken`.
        """
        with self._book.atomic(Kind.CUSTOMERS):
            one = self._customers.get(customer)
            if not one.card_number:
                raise NoCard(name=one.name)
            if not reason.strip():
                raise ReasonNeeded
            # Taking the step back brings the card to life: whoever has a number has a living card.
            self._book.execute(
                "INSERT INTO dead_cards (number, customer, at, by, reason) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                (one.card_number, customer, moment.at, moment.by, reason.strip()),
            )
            new = self.taken_up(number) if number.strip() else self._draw([customer], moment)[0]
            self._customers.give_cards({customer: new}, "replace card")
        return Replaced(customer=customer, old=one.card_number, new=new)

    def taken_up(self, text: str) -> str:
        """The number of the card in one's hand as it is kept: a blank one, or one of another maker.

        Raises `AlreadyTaken`, `DeadCard`, and `CodeTaken` for a coupon or gift card.
        """
        written, folded = text.strip(), codes.fold(text)
        kind = self._book.value("SELECT kind FROM codes WHERE code = ?", (folded,))
        if kind not in {None, "card"}:
            raise CodeTaken(code=written)
        number = folded if kind else written
        self._customers.must_be_free(number)
        return number

    def find(self, text: str) -> int:
        """Whose the typed or scanned card is. Raises `DeadCard`, `BlankCard`, `UnknownCode`."""
        written, folded = text.strip(), codes.fold(text)
        owner = self._book.value(
            "SELECT id FROM customers WHERE card_number IN (?, ?) AND NOT removed",
            (written, folded),
        )
        if owner is not None:
            return int(owner)
        for number in (written, folded):
            if died := card_died(self._book, number):
                raise DeadCard(number=codes.grouped(number), day=date.fromisoformat(died[:10]))
        found = codes.find(self._book, text)
        raise (
            BlankCard(number=codes.grouped(found.code)) if found.kind == "card" else _no(written)
        )

    def _draw(self, subjects: Sequence[int], moment: Moment) -> list[str]:
        drawn = codes.free_codes(self._book, len(subjects))
        codes.enter(self._book, "card", zip(drawn, subjects, strict=True), moment.at)
        return drawn


def _no(written: str) -> UnknownCode:
    return UnknownCode(code=written)
