"""Labels and envelopes that wait in the queue: the order as it is kept there, and its pages when due."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from app.changes import Kind
from app.keeping.history import StepId
from app.printing.queue import Job
from app.progress import Report
from app.shop import Shop
from reports import besides
from reports.besides import take_back
from reports.mailing import addressed, as_json, from_json
from reports.mixed_sheet import meant_for_nobody, ready
from reports.shop_stock import stock_of
from resources.words import Words, words_in
from ui.printing.labels.besides_said import said
from ui.printing.labels.called import order_called
from ui.printing.labels.laying import Fed, Lie
from ui.printing.labels.posting import Order, draw, standing, use_up
from ui.printing.labels.wish import page_size
from ui.printing.queue.jobs import Maker, Pages, Size, came_out


def as_kept(order: Order) -> dict[str, Any]:
    """What `order_of` reads again."""
    fed = [
        {"part": one.part, "name": one.name, "gone": sorted(one.gone), "torn": sorted(one.torn)}
        for one in order.fed
    ]
    only = None if order.only is None else sorted(order.only)
    rest = {"fed": fed, "keep": order.keep, "rest_name": order.rest_name, "only": only}
    return (
        as_json(order.mailing) | rest | {"besides": [besides.as_json(one) for one in order.besides]}
    )


def order_of(job: Job) -> Order:
    kept = job.order
    only = kept.get("only")
    return Order(
        title=job.title,
        mailing=from_json(kept),
        fed=tuple(map(_fed, kept.get("fed", ()))),
        keep=bool(kept.get("keep")),
        rest_name=str(kept.get("rest_name", "")),
        only=None if only is None else frozenset(only),
        besides=tuple(map(besides.from_json, kept.get("besides", ()))),
    )


def _fed(kept: Mapping[str, Any]) -> Fed:
    return Fed(
        part=kept["part"],
        name=kept["name"],
        gone=frozenset(kept["gone"]),
        torn=frozenset(kept["torn"]),
    )


def _title(shop: Shop, job: Job, words: Words) -> str:
    order = order_of(job)
    return order_called(shop, order.mailing, order.besides, words)


def _size(shop: Shop, job: Job) -> Size:
    mailing = order_of(job).mailing
    if mailing.stock:
        return stock_of(shop, mailing.stock).page
    return page_size(mailing.envelope, mailing.feed)


def _sheets(shop: Shop, job: Job) -> tuple[int, int]:
    order = order_of(job)
    if not order.mailing.stock:
        return job.pieces, 1
    stock = stock_of(shop, order.mailing.stock)
    fed = tuple(Fed(gone=gone) for gone in order.mailing.sheets)
    lie = Lie(stock=stock, pieces=job.pieces, fed=fed)
    return lie.pages, min(lie.page(0).written, default=1)


def _only(order: Mapping[str, Any], ids: Sequence[int]) -> Mapping[str, Any]:
    """On whole sheets: the one that they were on is spoilt."""
    afresh = {"sheets": [], "pages": [], "fed": [], "keep": False}
    return {**order, **afresh, "only": list(ids)}


def _make(shop: Shop, job: Job, to: BinaryIO, report: Report) -> Pages:
    order, is_out = order_of(job), came_out(shop, job)
    found = ready(shop, standing(shop, order), order.besides)
    drawn = draw(shop, order, found, to, report)
    named = said(shop, found, order.besides, words_in(shop.settings.read().language))
    return Pages(
        names=tuple((one.number, name) for one, name in zip(found, named, strict=True)),
        to_look_at=tuple(dict.fromkeys(one.name for one in drawn.cautions)),
        keep=lambda: _written_down(shop, order, drawn.pieces, is_out=is_out),
    )


def _written_down(shop: Shop, order: Order, pieces: int, *, is_out: bool) -> StepId | None:
    """What was used up; and the coupon of whoever was left out is worth nothing, unless her label is out
    already.
    """
    left = [] if is_out else _of_those_left_out(shop, order)
    if not left:
        return use_up(shop, order, pieces)
    words = words_in(shop.settings.read().language)
    reason = words("Left out when it was printed")
    with shop.book.atomic(*Kind), shop.history.as_one("leave out", n=len(left)):
        before = shop.history.newest()
        take_back(shop, left, reason)
        use_up(shop, order, pieces)
        newest = shop.history.newest()
        return newest if newest != before else None


def _of_those_left_out(shop: Shop, order: Order) -> list[int]:
    if not any(one.each and one.given for one in order.besides):
        return []
    pieces = addressed(shop, order.mailing).pieces
    return meant_for_nobody(pieces, order.besides, order.only)


MAILING = Maker(title=_title, size=_size, make=_make, sheets=_sheets, only=_only)
"""Who makes the pages of both kinds."""
