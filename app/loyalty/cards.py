"""Customers' cards: numbered ahead for a stack of blank ones, given to people, and replaced when lost."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.loyalty import codes
from app.loyalty.codes import CodeTaken, UnknownCode
from app.loyalty.coupons import ReasonNeeded
from app.loyalty.moment import Moment
from app.people.customers import AlreadyTaken, Customers, DeadCard, card_died
from app.values import value


class BlankCard(ShopError):
    """The card `number` was printed and is nobody's yet."""


class NoCard(ShopError):
    """`name` has no card that could be replaced."""


@value
class Replaced:
    """A lost card and the one in its place."""

    customer: int
    old: str
    new: str


class Cards:
    """A number once printed is never given a second time, whatever became of its card."""

    def __init__(self, book: Book, customers: Customers) -> None:
        self._book, self._customers = book, customers

    def drawn(self, count: int) -> list[str]:
        """Numbers that nobody has and that are not given out yet."""
        return codes.free_codes(self._book, count)

    def drawn_for(self, customers: Sequence[int]) -> dict[int, str]:
        """The number of each; for who has none, one that is not given out yet."""
        people = self._customers.several(customers)
        free = iter(self.drawn(sum(not one.card_number for one in people)))
        return {one.id: one.card_number or next(free) for one in people}

    def number_ahead(self, count: int, moment: Moment) -> list[str]:
        """Numbers for blank cards, which become somebody's when they are first handed out."""
        with self._book.atomic(Kind.CUSTOMERS):
            numbers = self.drawn(count)
            self.enter_ahead(numbers, moment)
        return numbers

    def enter_ahead(self, numbers: Sequence[str], moment: Moment) -> None:
        """The same of numbers that were `drawn` before. Raises `CodeTaken`."""
        with self._book.atomic(Kind.CUSTOMERS):
            codes.enter(self._book, "card", [(number, 0) for number in numbers], moment.at)

    def give(self, customers: Sequence[int], moment: Moment) -> list[str]:
        """The number of each; who has none is given one, all of them in one step."""
        with self._book.atomic(Kind.CUSTOMERS):
            theirs = self.drawn_for(customers)
            self.give_drawn(theirs, moment)
        return list(theirs.values())

    def give_drawn(self, numbers: Mapping[int, str], moment: Moment) -> None:
        """To each her number, as `drawn_for` answered, all of them in one step.

        Raises `CodeTaken`, and `AlreadyTaken` for the number that somebody was given meanwhile.
        """
        with self._book.atomic(Kind.CUSTOMERS):
            people = self._customers.several(list(numbers))
            for one in people:
                if one.card_number and one.card_number != numbers[one.id]:
                    facts = {"value": one.card_number, "owner": one.name}
                    raise AlreadyTaken(field="card_number", **facts)
            new: dict[int, str] = {one.id: numbers[one.id] for one in people if not one.card_number}
            codes.enter(self._book, "card", zip(new.values(), new, strict=True), moment.at)
            self._customers.give_cards(new, "give card")

    def give_one(self, customer: int, moment: Moment, *, number: str = "") -> str:
        """The card of `number`, or of one drawn, to somebody who has none; answers its number.

        Raises what `replace` does, but for `NoCard` and `ReasonNeeded`.
        """
        with self._book.atomic(Kind.CUSTOMERS):
            new = self.taken_up(number) if number.strip() else self._draw(customer, moment)
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
            new = self.taken_up(number) if number.strip() else self._draw(customer, moment)
            self._customers.give_cards({customer: new}, "replace card")
        return Replaced(customer=customer, old=one.card_number, new=new)

    def taken_up(self, text: str, held: str | None = None) -> str:
        """The number of the card in one's hand as it is kept: a blank one, one of another maker, or the
        one that is `held` already.

        Raises `AlreadyTaken`, `DeadCard`, and `CodeTaken` for a coupon or gift card.
        """
        written, folded = text.strip(), codes.fold(text)
        kind = self._book.value("SELECT kind FROM codes WHERE code = ?", (folded,))
        if kind not in {None, "card"}:
            raise CodeTaken(code=written)
        number = folded if kind else written
        if number != held:
            self._customers.must_be_free(number)
        return number

    def find(self, text: str) -> int:
        """Whose the typed or scanned card is. Raises `DeadCard`, `BlankCard`, `UnknownCode`."""
        written, folded = text.strip(), codes.fold(text)
        owner = self._book.value(
            "SELECT id FROM customers WHERE card_number IN (?1, ?2) AND NOT removed"
            " ORDER BY card_number = ?1 DESC",
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

    def _draw(self, customer: int, moment: Moment) -> str:
        (number,) = self.drawn(1)
        codes.enter(self._book, "card", [(number, customer)], moment.at)
        return number


def _no(written: str) -> UnknownCode:
    return UnknownCode(code=written)
