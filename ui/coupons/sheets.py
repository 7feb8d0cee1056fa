"""Sheets that come out: what is given out and its paper are one step, or neither is."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.keeping.history import StepId
from app.loyalty.moment import Moment
from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.lists import people_on
from ui.cards.order import Printer
from ui.coupons.asked import ANYONE, ONE
from ui.coupons.looks import Look
from ui.coupons.reading import Wish

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon
    from app.people.customer import Customer
    from reports.papers import Edge


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many pieces were drawn, and what gives them out."""

    n: int
    give: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """`make` draws them, their codes drawn and not given out yet: nobody else waits meanwhile.

    `look` draws the same without codes: where they will stand it says that they are not drawn yet. `title`
    is marked text.
    """

    title: str
    page: tuple[float, float]
    make: Callable[[Shop, BinaryIO, Report], Drawn]
    look: Callable[[Shop, BinaryIO], object]
    edge: "Edge | None" = None
    """Over which the sheets are turned, where something stands on their backs."""
    once: bool = False
    """Whether each piece has a code of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many pieces came out, and the step that gave them out; None where nothing was given."""

    n: int
    step: StepId | None


def saved(shop: Shop, sheets: Sheets, path: Path, report: Report) -> Came:
    """What cannot be written is not given out, and what is not given out is not written.

    Raises `CannotWrite`.
    """
    from reports.files import scratch_file, whole_file

    with scratch_file() as document:
        drawn = _drawn(shop, sheets, document, report)
        with shop.undo.if_all_goes_well() as do, whole_file(path) as file:
            shutil.copyfileobj(document, file)
            file.flush()
            step = do(drawn.give)
    return Came(n=drawn.n, step=step)


def put_aside(shop: Shop, sheets: Sheets, report: Report) -> Came:
    """The pages wait to be printed; taking back what was given out takes them out of the queue, too.

    Raises `CannotWrite`.
    """
    from reports.files import scratch_file
    from reports.papers import page_called
    from resources.words import words_in
    from ui.printing.queue.makers import Document, kept_waiting

    one = Document(
        title=words_in(shop.settings.read().language)(sheets.title),
        paper=page_called(sheets.page),
        size=sheets.page,
        edge=sheets.edge.value if sheets.edge else "",
        called=sheets.title,
    )
    with scratch_file() as document:
        drawn = _drawn(shop, sheets, document, report)
        _, step = kept_waiting(shop, one, document, drawn.give)
    return Came(n=drawn.n, step=step)


def printed(shop: Shop, sheets: Sheets, printer: Printer, report: Report) -> Came:
    """Where the printer stops, what was given out is taken back."""
    from reports.files import scratch_file

    with scratch_file() as document, shop.undo.if_all_goes_well() as do:
        drawn = _drawn(shop, sheets, document, lambda _done, _total: report(0, 0))
        step = do(drawn.give)
        printer.put(document, report)
    return Came(n=drawn.n, step=step)


def _drawn(shop: Shop, sheets: Sheets, document: BinaryIO, report: Report) -> Drawn:
    drawn = sheets.make(shop, document, report)
    document.seek(0)
    return drawn


def issue(shop: Shop, wish: Wish, look: Look, to: BinaryIO, report: Report) -> Drawn:
    """The sheets, and what issues their coupons. Raises `NobodyOnTheList` and `TextTooLong`."""
    people, moment = receivers(shop, wish), shop.moment()
    coupons = _unissued(shop, wish, people, moment)
    n = _draw(shop, wish, look, (coupons, people), to, report)
    return Drawn(n, lambda: shop.coupons.issue_drawn(coupons, moment))


def look_at(shop: Shop, wish: Wish, look: Look, to: BinaryIO) -> None:
    """The sheets as they will be, their codes not drawn yet. Raises as `issue` does."""
    people = receivers(shop, wish)
    n = len(people) or (1 if wish.code else wish.count)
    _draw(shop, wish, look, ([not_drawn(shop, wish)] * n, people), to, unheard)


def not_drawn(shop: Shop, wish: Wish) -> "Coupon":
    """A coupon of that offer which is not in the book."""
    from app.loyalty.coupon import Coupon
    from reports.codes import NOT_DRAWN

    moment = shop.moment()
    return Coupon(
        id=0,
        code=wish.code or NOT_DRAWN,
        at=moment.at,
        by=moment.by,
        customer=None,
        reason=wish.name,
        words=wish.words,
        terms=wish.terms_on(moment.day),
    )


def _draw(
    shop: Shop,
    wish: Wish,
    look: Look,
    whose: "tuple[Sequence[Coupon], Sequence[Customer]]",
    to: BinaryIO,
    report: Report,
) -> int:
    from reports.coupon_sheet import draw_promises
    from reports.coupon_words import coupon_facts
    from reports.dress import wearing_of
    from reports.mail import imprint
    from reports.owned import owned
    from reports.vouchers import coupon_paper
    from resources.words import words_in

    settings, (coupons, people) = shop.settings.read(), whose
    facts = coupon_facts(
        coupons, people or [None] * len(coupons), settings, owned(shop).style(signed=False)
    )
    if wish.code:
        facts *= wish.count
    said = imprint(words_in(settings.language)("Coupons"), settings)
    wearing, paper = wearing_of(shop, look.design), coupon_paper(look.paper)
    draw_promises(facts, to, report, wearing=wearing, paper=paper, imprint=said)
    return len(facts)


def receivers(shop: Shop, wish: Wish, most: int | None = None) -> Sequence["Customer"]:
    """Who of the list (of its first `most`) may be written to, asked now; nobody where it is for anyone."""
    from app.thanks.post import NobodyOnTheList, recipients

    if wish.whom == ANYONE:
        return ()
    ids = wish.people if wish.whom == ONE else people_on(shop.book, wish.whom, shop.asked())
    divided = recipients(shop.customers.several(ids[:most]))
    if not divided.chosen:
        raise NobodyOnTheList(name=wish.name, left_out=len(divided.left_out))
    return divided.chosen


def _unissued(
    shop: Shop, wish: Wish, people: Sequence["Customer"], moment: Moment
) -> "Sequence[Coupon]":
    from app.loyalty.coupons import Purpose
    from app.loyalty.unissued import unissued

    terms, purpose = wish.terms_on(moment.day), Purpose(reason=wish.name, words=wish.words)
    if wish.code:
        return unissued(shop.book, terms, moment, purpose, code=wish.code)
    whose = [None] * wish.count if wish.whom == ANYONE else [one.id for one in people]
    return unissued(shop.book, terms, moment, purpose, whose=whose)
