"""Sheets that come out: what is given out and its paper are one step, or neither is."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.changes import Kind
from app.keeping.history import StepId
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """`make` gives out what stands on them and draws it, and answers how many pieces there are.

    `look` draws the same with nothing given out: where codes will stand it says that they are not drawn yet.
    """

    title: str
    page: tuple[float, float]
    make: Callable[[Shop, BinaryIO, Report], int]
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
    """What cannot be written is not given out either. Raises `CannotWrite`."""
    from reports.files import scratch_file, whole_file

    with scratch_file() as document, shop.book.atomic(*Kind):
        before = _newest(shop)
        n = sheets.make(shop, document, report)
        document.seek(0)
        with whole_file(path) as file:
            shutil.copyfileobj(document, file)
        return Came(n=n, step=_since(shop, before))


def put_aside(shop: Shop, sheets: Sheets, report: Report) -> Came:
    """The pages wait to be printed; taking back what was given out takes them out of the queue, too.

    Raises `CannotWrite`.
    """
    from reports.files import scratch_file
    from reports.papers import page_called
    from ui.printing.queue.makers import Document, wait_for_paper

    edge = sheets.edge.value if sheets.edge else ""
    one = Document(title=sheets.title, paper=page_called(sheets.page), size=sheets.page, edge=edge)
    with scratch_file() as document, shop.book.atomic(*Kind):
        before = _newest(shop)
        n = sheets.make(shop, document, report)
        wait_for_paper(shop, one, document, within=_since(shop, before))
        return Came(n=n, step=_since(shop, before))


def printed(shop: Shop, sheets: Sheets, printer: Printer, report: Report) -> Came:
    """Others may write while the printer works; where it stops, what was given out is taken back."""
    from reports.files import scratch_file

    with scratch_file() as document:
        with shop.book.atomic(*Kind):
            before = _newest(shop)
            n = sheets.make(shop, document, lambda _done, _total: report(0, 0))
            step = _since(shop, before)
        document.seek(0)
        try:
            printer.put(document, report)
        except BaseException:
            if step is not None:
                shop.undo.undo(step)
            raise
    return Came(n=n, step=step)


def issue(shop: Shop, wish: Wish, look: Look, to: BinaryIO, report: Report) -> int:
    """Issues the coupons and writes their sheets. Raises `NobodyOnTheList` and `TextTooLong`."""
    people = receivers(shop, wish)
    return _draw(shop, wish, look, (_issued(shop, wish, people), people), to, report)


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


def _issued(shop: Shop, wish: Wish, people: Sequence["Customer"]) -> list["Coupon"]:
    from app.loyalty.coupons import Purpose

    moment = shop.moment()
    terms, purpose = wish.terms_on(moment.day), Purpose(reason=wish.name, words=wish.words)
    if wish.code:
        return [shop.coupons.issue(terms, moment, code=wish.code, purpose=purpose)]
    if wish.whom == ANYONE:
        return shop.coupons.issue_many(wish.count, terms, moment, purpose=purpose)
    return shop.coupons.issue_to([one.id for one in people], terms, moment, purpose=purpose)


def _newest(shop: Shop) -> StepId | None:
    standing = shop.history.standing(undone=False, limit=1)
    return standing[0].id if standing else None


def _since(shop: Shop, before: StepId | None) -> StepId | None:
    """The step that is newer than `before`; None where nothing was done."""
    newest = _newest(shop)
    return newest if newest != before else None
