"""Cards to print: customers' cards numbered ahead or with a name, stamp cards, and statements of points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import BinaryIO

from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.given import day_meant
from app.thanks.lists import people_on
from reports.codes import NOT_DRAWN
from reports.papers import Edge, Size, page_in
from reports.stamp_card import PAPER as STAMPS
from resources.words import Words, mark
from ui.cards.wording import lists
from ui.coupons.asked import ANYONE, ONE, Asked, Texts
from ui.coupons.maker import Made
from ui.coupons.reading import Reader
from ui.coupons.sheets import Came, Drawn, Sheets
from ui.loyalty.programme_fields import Misread

_BACKS = (
    ("", mark("Fronts only")),
    ("long", mark("With backs, turned over the long edge")),
    ("short", mark("With backs, turned over the short edge")),
)
_MOST_SHEETS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Customers' cards: so many blank ones, else one for each of these people."""

    count: int
    people: tuple[int, ...]
    backs: str


class CustomerCardMaker:
    """A `Maker`."""

    parts = (
        (
            "",
            (
                Asked("whom", mark("For whom")),
                Asked("count", mark("How many"), kinds=frozenset({ANYONE})),
                Asked("person", mark("Name, phone or card"), kinds=frozenset({ONE})),
                Asked("backs", mark("Both sides"), _BACKS),
            ),
        ),
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        return {"whom": ANYONE, "count": "10"}

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        if key != "whom":
            return ()
        words = self._words
        listed = lists(list(self._shop.customers.tags()), (), 0, words)
        return [(ANYONE, words("Numbered ahead, for anyone")), (ONE, words("One person")), *listed]

    def is_asked(self, one: Asked, texts: Texts) -> bool:
        return not one.kinds or texts["whom"] in one.kinds

    def read(self, texts: Texts) -> Made:
        reader, words, whom = Reader(self._shop, self._words), self._words, texts["whom"]
        count = reader.whole("count", texts) if whom == ANYONE else 0
        people: Sequence[int] = ()
        if whom == ONE:
            people = [reader.person("person", texts)]
        elif whom != ANYONE:
            people = people_on(self._shop.book, whom, self._shop.asked())
            if not people:
                raise Misread("whom", words("Nobody is on this list"))
        wanted = _Wanted(count=count, people=tuple(people), backs=texts["backs"])
        n = count or len(people)
        said = (
            words.plural("{n} card, numbered ahead", "{n} cards, numbered ahead", n)
            if count
            else words.plural("A card for {n} person", "A card for each of {n} people", n)
        )

        return Made(
            said=f"{said}.",
            act=words("Print"),
            picture=partial(_card_page, wanted),
            sheets=Sheets(
                title=mark("Customer cards"),
                page=_page(self._shop),
                make=partial(_draw_cards, wanted),
                look=partial(_look_at_cards, wanted),
                edge=_edge_of(wanted),
                once=True,
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} card came out", "{n} cards came out", came.n)


class StampCardMaker:
    """A `Maker`: the cards of the deal that holds now."""

    parts = (("", (Asked("sheets", mark("How many sheets")),)),)

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        return {"sheets": "1"}

    def choices(self, _key: str) -> Sequence[tuple[str, str]]:
        return ()

    def is_asked(self, _one: Asked, _texts: Texts) -> bool:
        return True

    def read(self, texts: Texts) -> Made:
        words = self._words
        if self._shop.till.programmes.current().stamps is None:
            raise Misread(
                "sheets",
                words("There is no stamp card yet. One is set up in Loyalty, under Programme."),
            )
        pages = Reader(self._shop, words).whole("sheets", texts, most=_MOST_SHEETS)
        n = pages * len(STAMPS.places)

        return Made(
            said=words.plural("{n} stamp card.", "{n} stamp cards.", n),
            act=words("Print"),
            picture=_stamp_page,
            sheets=Sheets(
                title=mark("Stamp cards"),
                page=_page(self._shop),
                make=lambda shop, to, _report: Drawn(_draw_stamps(shop, pages, to)),
                look=lambda shop, to: _draw_stamps(shop, pages, to),
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} card came out", "{n} cards came out", came.n)


class StatementMaker:
    """A `Maker`: everything that happened to somebody's points between two days."""

    parts = (
        (
            "",
            (
                Asked("person", mark("Name, phone or card")),
                Asked("first", mark("From")),
                Asked("last", mark("To")),
            ),
        ),
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        today = self._shop.today()
        first = date(today.year, 1, 1)
        return {"first": self._words.date(first, "long"), "last": self._words.date(today, "long")}

    def choices(self, _key: str) -> Sequence[tuple[str, str]]:
        return ()

    def is_asked(self, _one: Asked, _texts: Texts) -> bool:
        return True

    def read(self, texts: Texts) -> Made:
        words = self._words
        who = Reader(self._shop, words).person("person", texts)
        days = self._day("first", texts), self._day("last", texts)
        if days[1] < days[0]:
            raise Misread("last", words("That is before it begins."))
        name = words.isolated(self._shop.customers.get(who).name)

        def draw(shop: Shop, to: BinaryIO, _report: Report) -> Drawn:
            from reports.statement import write_statement

            write_statement(shop, who, days, to)
            return Drawn(1)

        return Made(
            said=words("The points of {name}.", name=name),
            act=words("Print the statement"),
            picture=partial(_statement, who, days),
            sheets=Sheets(
                title=mark("Statement"),
                page=_page(self._shop),
                make=draw,
                look=lambda shop, to: draw(shop, to, unheard),
            ),
        )

    def done(self, _came: Came) -> str:
        return self._words("The statement came out")

    def _day(self, key: str, texts: Texts) -> date:
        country = self._shop.settings.read().country or None
        day = day_meant(texts[key], self._shop.today(), country) if texts[key] else None
        if day is None:
            raise Misread(key, self._words("Please write a day, such as 24. 12. 2026."))
        return day


def _page(shop: Shop) -> Size:
    return page_in(shop.settings.read().country)


def _edge_of(wanted: _Wanted) -> Edge | None:
    return Edge(wanted.backs) if wanted.backs else None


def _draw_cards(wanted: _Wanted, shop: Shop, to: BinaryIO, report: Report) -> Drawn:
    cards, moment = shop.cards, shop.moment()
    if wanted.count:
        numbers = cards.drawn(wanted.count)
        n = _draw_numbered(shop, wanted, numbers, to, report)
        return Drawn(n, lambda: cards.enter_ahead(numbers, moment))
    theirs = cards.drawn_for(wanted.people)
    n = _draw_numbered(shop, wanted, list(theirs.values()), to, report)
    return Drawn(n, lambda: cards.give_drawn(theirs, moment))


def _look_at_cards(wanted: _Wanted, shop: Shop, to: BinaryIO) -> int:
    """Nobody is given a number."""
    people = shop.customers.several(wanted.people)
    numbers = [one.card_number or NOT_DRAWN for one in people] or [NOT_DRAWN] * wanted.count
    return _draw_numbered(shop, wanted, numbers, to, unheard)


def _draw_numbered(
    shop: Shop, wanted: _Wanted, numbers: Sequence[str], to: BinaryIO, report: Report
) -> int:
    from reports.dress import dress_of
    from reports.loyalty_cards import draw_loyalty_cards, loyalty_card_facts
    from reports.mail import imprint

    settings, people = shop.settings.read(), shop.customers.several(wanted.people)
    facts = loyalty_card_facts(numbers, people or [None] * len(numbers), settings)
    edge = _edge_of(wanted)
    said, dress = imprint(facts[0].kind, settings), dress_of(shop)
    draw_loyalty_cards(facts, to, report, edge=edge, dress=dress, imprint=said)
    return len(facts)


def _card_page(wanted: _Wanted, shop: Shop) -> bytes:
    from reports.dress import dress_of
    from reports.loyalty_cards import loyalty_card_facts, preview_loyalty_card

    one = next(iter(shop.customers.several(wanted.people[:1])), None)
    number = (one and one.card_number) or NOT_DRAWN
    (facts,) = loyalty_card_facts([number], [one], shop.settings.read())
    return preview_loyalty_card(facts, dress_of(shop))


def _draw_stamps(shop: Shop, pages: int, to: BinaryIO) -> int:
    from reports.dress import dress_of
    from reports.mail import imprint
    from reports.stamp_card import draw_stamp_cards, stamp_card_facts

    settings, deal = shop.settings.read(), shop.till.programmes.current().stamps
    if deal is None:
        return 0
    facts = stamp_card_facts(deal, settings)
    said = imprint(deal.name, settings)
    draw_stamp_cards(facts, pages, to, dress=dress_of(shop), imprint=said)
    return pages * len(STAMPS.places)


def _stamp_page(shop: Shop) -> bytes:
    from reports.dress import dress_of
    from reports.stamp_card import preview_stamp_card, stamp_card_facts

    deal = shop.till.programmes.current().stamps
    if deal is None:
        return b""
    return preview_stamp_card(stamp_card_facts(deal, shop.settings.read()), dress_of(shop))


def _statement(who: int, days: tuple[date, date], shop: Shop) -> bytes:
    from io import BytesIO

    from reports.statement import write_statement

    file = BytesIO()
    write_statement(shop, who, days, file)
    return file.getvalue()
