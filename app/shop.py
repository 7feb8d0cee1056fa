"""The open shop: the book and everybody who works on it, put together once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.changes import Kind
from app.clock import Clock, shop_date
from app.keeping.database import Book, open_shop
from app.keeping.history import Change, History
from app.keeping.place import place_of
from app.keeping.settings import Settings, SettingsBook
from app.keeping.undo import Undo
from app.loyalty import rhythm
from app.people import customers as people
from app.people import order
from app.people.customer import Customer
from app.people.customers import Customers
from app.thanks.from_sales import Measures
from app.thanks.lists import Asked

if TYPE_CHECKING:
    from app.keeping.keepsakes import Keepsakes
    from app.loyalty.cards import Cards
    from app.loyalty.coupons import Coupons
    from app.loyalty.gift_cards import GiftCards
    from app.loyalty.letter_offers import LetterOffers
    from app.loyalty.moment import Moment
    from app.loyalty.till import Till
    from app.people.exchange.cells import Place
    from app.printing.print_room import PrintRoom
    from app.thanks.letter_book import LetterBook
    from app.thanks.waiting import WaitingCards
    from app.voice.voice import Voice

PRINTING_KINDS = ("own sheet", "part sheet", "label design", "correction", "print job")
"""The kinds of thing in the print room, which is opened when somebody needs it."""


class Shop:
    """One thread's view of the shop; `beside` gives another thread its own."""

    def __init__(self, book: Book, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.book = book
        self.history = History(book)
        keep_up = partial(order.keep_up, book)
        self.settings = SettingsBook(book, self.history, place_of(environ), spoken=keep_up)
        self.customers = Customers(book, self.history, moved=partial(rhythm.refresh, book))
        self.undo = Undo(
            book,
            self.history,
            {
                people.KIND: self.customers.restore,
                "settings": self.settings.restore,
                "print": self._restore_prints,
                "waiting card": self._restore_waiting,
                "programme": self._restore_programme,
                "programme draft": self._restore_draft,
                "points": self._restore_points,
                "sale": self._restore_sales,
                "refund": self._restore_sales,
                "stamp": self._restore_stamps,
                "coupon": self._restore_coupons,
                "coupon along": self._restore_coupons_along,
                "coupon use": self._restore_coupon_uses,
                "gift card entry": self._restore_gift_cards,
                "answer": self._restore_answers,
                "survey": self._restore_surveys,
                "case": self._restore_cases,
                "improvement": self._restore_improvements,
                **{kind: partial(self._restore_printing, kind) for kind in PRINTING_KINDS},
            },
            self._settle,
        )

    # All that letters are composed of takes a quarter of the start to load, and Today shows without it.
    @cached_property
    def letters(self) -> "LetterBook":
        from app.thanks.letter_book import LetterBook

        along = self._restore_coupons_along
        return LetterBook(self.book, self.history, self.settings, along)

    @cached_property
    def waiting(self) -> "WaitingCards":
        from app.thanks.waiting import WaitingCards

        return WaitingCards(self.book, self.history, self._restore_coupons_along)

    @cached_property
    def coupons(self) -> "Coupons":
        from app.loyalty.coupons import Coupons

        return Coupons(self.book, self.history, self.settings)

    @cached_property
    def letter_offers(self) -> "LetterOffers":
        from app.loyalty.letter_offers import LetterOffers

        return LetterOffers(self.settings)

    @cached_property
    def gift_cards(self) -> "GiftCards":
        from app.loyalty.gift_cards import GiftCards

        return GiftCards(self.book, self.history, self.settings)

    @cached_property
    def cards(self) -> "Cards":
        from app.loyalty.cards import Cards

        return Cards(self.book, self.customers)

    @cached_property
    def keepsakes(self) -> "Keepsakes":
        from app.keeping.keepsakes import Keepsakes

        return Keepsakes(self.book)

    @cached_property
    def till(self) -> "Till":
        from app.loyalty.till import open_till

        return open_till(self.book, self.history, self.settings)

    @property
    def has_changed_money(self) -> bool:
        """Whether the till still reckons in the currency that the shop had before."""
        return self.till.currency != self.settings.read().currency

    def renew_till(self) -> None:
        """The till, and what works with it, is put together by the settings as they are now."""
        for name in ("till", "voice"):
            self.__dict__.pop(name, None)

    @cached_property
    def printing(self) -> "PrintRoom":
        from app.printing.print_room import open_print_room

        return open_print_room(self.book, self.history)

    @cached_property
    def voice(self) -> "Voice":
        from app.voice.voice import open_voice

        return open_voice(self.book, self.history, self.settings, self.till)

    @classmethod
    def open(cls, folder: Path, clock: Clock, environ: Mapping[str, str]) -> "Shop":
        """Opens the shop in `folder`; see `open_shop` for what it may raise."""
        by = environ.get("USER") or environ.get("USERNAME") or ""
        shop = cls(open_shop(folder, clock, by), environ)
        try:
            order.keep_up(shop.book, shop.settings.read().language)
        except BaseException:
            shop.close()
            raise
        return shop

    @property
    def folder(self) -> Path:
        return self.book.path.parent

    def today(self) -> date:
        return shop_date(self.book.now(), self.settings.read().zone)

    def moment(self, at: datetime | None = None) -> "Moment":
        """Now, or `at` (aware), as the till's verbs are told it."""
        from app.loyalty.moment import moment_of

        return moment_of(at or self.book.now(), self.settings.read().zone, self.book.by)

    def enrol(self, moment: "Moment | None" = None, **given: Any) -> Customer:
        """Adds somebody new, who gets what there is for signing up in the same step.

        `given` as `Customers.add` takes it, which also says what is raised; a card as `Cards.taken_up`.
        """
        now = moment or self.moment()
        with self.book.atomic(Kind.CUSTOMERS, Kind.LOYALTY):
            if given.get("card_number"):
                given["card_number"] = self.cards.taken_up(given["card_number"])
            one = self.customers.add(now.day, **given)
            self.till.welcome(one.id, now, self.undo.last())
        return one

    def asked(self, on: date | None = None) -> Asked:
        settings: Settings = self.settings.read()
        return Asked(
            on=on or self.today(),
            leap_day=settings.leap_day,
            language=settings.language,
            currency=settings.currency,
            measures=Measures(
                regular_months=settings.regular_months,
                rhythm_visits=settings.rhythm_visits,
                quiet_weeks=settings.quiet_weeks,
                lapsed_months=settings.lapsed_months,
            ),
            prices=self._prices,
            to_ask=self._to_ask,
        )

    def place(self) -> "Place":
        """Whose list it is when one is taken over."""
        from app.people.exchange.cells import Place

        settings = self.settings.read()
        return Place(country=settings.country or None, language=settings.language, on=self.today())

    def beside(self) -> "Shop":
        """The same shop for another thread. Close it there."""
        return Shop(self.book.beside(), self._environ)

    def close(self) -> None:
        self.book.close()

    def _restore_prints(self, changes: Sequence[Change]) -> list[Change]:
        return self.letters.restore(changes)

    def _restore_waiting(self, changes: Sequence[Change]) -> list[Change]:
        return self.waiting.restore(changes)

    def _restore_programme(self, changes: Sequence[Change]) -> list[Change]:
        return self.till.programmes.restore(changes)

    def _restore_draft(self, changes: Sequence[Change]) -> list[Change]:
        return self.till.programmes.restore_draft(changes)

    def _restore_points(self, changes: Sequence[Change]) -> list[Change]:
        return self.till.points.restore(changes, self.moment())

    def _restore_sales(self, changes: Sequence[Change]) -> list[Change]:
        return self.till.sales.restore(changes, self.moment())

    def _settle(self) -> None:
        if "till" in vars(self):  # without it nothing was put back there
            self.till.sales.settle()

    def _restore_coupons(self, changes: Sequence[Change]) -> list[Change]:
        return self.coupons.restore(changes)

    def _restore_coupons_along(self, changes: Sequence[Change]) -> list[Change]:
        return self.coupons.restore_along(changes)

    def _restore_coupon_uses(self, changes: Sequence[Change]) -> list[Change]:
        return self.coupons.restore_uses(changes)

    def _restore_stamps(self, changes: Sequence[Change]) -> list[Change]:
        return self.till.stamps.restore(changes, self.moment())

    def _restore_gift_cards(self, changes: Sequence[Change]) -> list[Change]:
        return self.gift_cards.restore(changes)

    def _restore_printing(self, kind: str, changes: Sequence[Change]) -> list[Change]:
        return list(self.printing.restorers[kind](changes))

    def _restore_answers(self, changes: Sequence[Change]) -> list[Change]:
        return self.voice.answers.restore(changes)

    def _restore_surveys(self, changes: Sequence[Change]) -> list[Change]:
        return self.voice.surveys.restore(changes)

    def _restore_cases(self, changes: Sequence[Change]) -> list[Change]:
        return self.voice.cases.restore(changes)

    def _restore_improvements(self, changes: Sequence[Change]) -> list[Change]:
        return self.voice.improvements.restore(changes)

    def _to_ask(self, on: date) -> Sequence[int]:
        return self.voice.asking.to_ask(on)

    def _prices(self) -> Sequence[int]:
        return [reward.points for reward in self.till.programmes.current().rewards]
