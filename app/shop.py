"""The open shop: the book and everybody who works on it, put together once."""

from collections.abc import Callable, Mapping, Sequence
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
from app.keeping.undo import Restore, Undo
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


class Shop:
    """One thread's view of the shop; `beside` gives another thread its own."""

    def __init__(self, book: Book, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.book = book
        self.history = History(book)
        keep_up = partial(order.keep_up, book)
        self.settings = SettingsBook(book, self.history, place_of(environ), spoken=keep_up)
        self.customers = Customers(book, self.history, moved=partial(rhythm.refresh, book))
        self.undo = Undo(book, self.history, self._restorer, self._settle)

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
        """What a list of people depends on besides the book: the day (today unless `on`) and house rules."""
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
        """What an import must know of the shop to read phones, dates and names as they are meant here."""
        from app.people.exchange.cells import Place

        settings = self.settings.read()
        return Place(country=settings.country or None, language=settings.language, on=self.today())

    def beside(self) -> "Shop":
        """The same shop for another thread. Close it there."""
        return Shop(self.book.beside(), self._environ)

    def close(self) -> None:
        self.book.close()

    def _restorer(self, kind: str) -> Restore:
        """Who puts back things of this kind, opened only now. What stands in no list is the print room's."""
        asked = _RESTORERS.get(kind)
        return asked(self) if asked else self.printing.restorers[kind]

    def _restore_coupons_along(self, changes: Sequence[Change]) -> Sequence[Change]:
        return self.coupons.restore_along(changes)

    def _settle(self) -> None:
        if "till" in vars(self):  # without it nothing was put back there
            self.till.sales.settle()

    def _to_ask(self, on: date) -> Sequence[int]:
        return self.voice.asking.to_ask(on)

    def _prices(self) -> Sequence[int]:
        return [reward.points for reward in self.till.programmes.current().rewards]


_RESTORERS: Mapping[str, Callable[[Shop], Restore]] = {
    people.KIND: lambda shop: shop.customers.restore,
    "settings": lambda shop: shop.settings.restore,
    "print": lambda shop: shop.letters.restore,
    "waiting card": lambda shop: shop.waiting.restore,
    "programme": lambda shop: shop.till.programmes.restore,
    "programme draft": lambda shop: shop.till.programmes.restore_draft,
    "points": lambda shop: partial(shop.till.points.restore, moment=shop.moment()),
    "sale": lambda shop: partial(shop.till.sales.restore, moment=shop.moment()),
    "refund": lambda shop: partial(shop.till.sales.restore, moment=shop.moment()),
    "stamp": lambda shop: partial(shop.till.stamps.restore, moment=shop.moment()),
    "coupon": lambda shop: shop.coupons.restore,
    "coupon along": lambda shop: shop.coupons.restore_along,
    "coupon use": lambda shop: shop.coupons.restore_uses,
    "gift card entry": lambda shop: shop.gift_cards.restore,
    "answer": lambda shop: shop.voice.answers.restore,
    "survey": lambda shop: shop.voice.surveys.restore,
    "case": lambda shop: shop.voice.cases.restore,
    "improvement": lambda shop: shop.voice.improvements.restore,
}
