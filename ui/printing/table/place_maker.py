"""Place cards to be made: for whom, in which hand, and the sheet of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.post import NobodyOnTheList
from reports.design import designs
from reports.guest_list import guests
from reports.tents import PLACE_CARDS, place_card_paper
from resources.words import Words, mark
from ui.cards.wording import lists
from ui.coupons.asked import Asked, Texts
from ui.coupons.maker import Made, Picture
from ui.coupons.sheets import Came, Drawn, Sheets
from ui.loyalty.programme_fields import Misread
from ui.printing.table import asked

if TYPE_CHECKING:
    from app.people.customer import Customer
    from reports.place_cards import PlaceCard

KIND = "place cards"
NOBODY = ""
_FULL, _FIRST = "full", "first"
MOST = 2_000


@dataclass(frozen=True, slots=True)
class _Wish:
    """A list, guests by name, and how they look."""

    whom: str
    typed: tuple[str, ...]
    first_names: bool
    look: asked.Look

    def cards(self, shop: Shop) -> "list[PlaceCard]":
        """Raises `NobodyOnTheList`."""
        return self.of(guests(shop, self.whom) if self.whom != NOBODY else (), shop)

    def of(self, people: "Sequence[Customer]", shop: Shop) -> "list[PlaceCard]":
        """Those of these people, and of the guests by name."""
        from reports.place_cards import place_cards

        settings, style = shop.settings.read(), self.look.style(shop)
        return place_cards(people, self.typed, settings, style, first_names=self.first_names)


class PlaceMaker:
    """A `Maker`."""

    parts = (
        (
            mark("Who sits there"),
            (
                Asked("whom", mark("People from the book")),
                Asked(
                    "called",
                    mark("What is written of them"),
                    ((_FULL, mark("First name and surname")), (_FIRST, mark("First name"))),
                ),
                Asked(
                    "names",
                    mark("Guests by name"),
                    help_words=mark("One on each line; they need not be in the book."),
                    takes_lines=128,
                ),
            ),
        ),
        asked.LOOKS,
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words
        self._guests: dict[str, Sequence[Customer]] = {}

    def usual(self) -> Texts:
        owner = self._shop.settings.read().owner
        return {"whom": NOBODY, "called": _FULL, "names": owner, **asked.usual(self._shop, KIND)}

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        if key != "whom":
            return asked.choices(self._shop, key, PLACE_CARDS, self._words)
        self._guests.clear()
        listed = lists(list(self._shop.customers.tags()), (), 0, self._words)
        return [(NOBODY, self._words("Nobody from the book")), *listed]

    def is_asked(self, one: Asked, texts: Texts) -> bool:
        return one.key != "called" or texts.get("whom", NOBODY) != NOBODY

    def read(self, texts: Texts) -> Made:
        from reports.place_cards import place_card_cautions

        words = self._words
        typed = tuple(filter(None, map(str.strip, texts["names"].splitlines())))
        wish = _Wish(texts["whom"], typed, texts["called"] == _FIRST, asked.Look.of(texts))
        people = self._people(wish.whom)
        n = len(people) + len(typed)
        if not n:
            raise Misread("names", words("Write who sits there, or choose a list."))
        if n > MOST:
            raise Misread("names", words("Not more than {n} at once.", n=words.number(MOST)))

        def make(shop: Shop, to: BinaryIO, report: Report) -> Drawn:
            wish.look.remember(shop, KIND)
            return Drawn(_draw(wish, shop, to, report))

        looks = [(name, replace(wish.look, design=name)) for name in designs()]
        samples: dict[str, Picture] = {
            name: partial(_face, replace(wish, look=look)) for name, look in looks
        }
        return Made(
            said=asked.with_cautions(
                words.plural("{n} place card", "{n} place cards", n),
                place_card_cautions(wish.of(people, self._shop)),
                words,
            ),
            act=words.plural("Print {n} place card", "Print {n} place cards", n),
            picture=partial(_sheet, wish),
            samples=samples,
            sheets=Sheets(
                title=mark("Place cards"),
                page=place_card_paper(wish.look.paper).page,
                make=make,
                look=lambda shop, to: _draw(wish, shop, to, unheard),
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} place card came out", "{n} place cards came out", came.n)

    def _people(self, whom: str) -> "Sequence[Customer]":
        if whom == NOBODY:
            return ()
        if whom not in self._guests:
            try:
                self._guests[whom] = guests(self._shop, whom)
            except NobodyOnTheList as nobody:
                raise Misread("whom", self._words("Nobody is on this list")) from nobody
        return self._guests[whom]


def _draw(wish: _Wish, shop: Shop, to: BinaryIO, report: Report) -> int:
    from reports.mail import imprint
    from reports.place_cards import draw_place_cards
    from resources.words import words_in

    settings, cards = shop.settings.read(), wish.cards(shop)
    said = imprint(words_in(settings.language)("Place cards"), settings)
    wearing, tents = wish.look.wearing(shop), place_card_paper(wish.look.paper)
    draw_place_cards(cards, wearing, to, report, tents=tents, imprint=said)
    return len(cards)


def _sheet(wish: _Wish, shop: Shop) -> bytes:
    """The first page of them. Raises `TextTooLong`."""
    from reports.place_cards import draw_place_cards

    file, tents = BytesIO(), place_card_paper(wish.look.paper)
    cards = wish.cards(shop)[: len(tents.places)]
    draw_place_cards(cards, wish.look.wearing(shop), file, unheard, tents=tents)
    return file.getvalue()


def _face(wish: _Wish, shop: Shop) -> bytes:
    """The first of them alone."""
    from reports.place_cards import preview_place_card

    card = next(iter(wish.cards(shop)), None)
    if card is None:
        raise NobodyOnTheList(name=wish.whom, left_out=0)
    return preview_place_card(card, wish.look.wearing(shop), place_card_paper(wish.look.paper))
