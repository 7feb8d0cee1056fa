"""Labels and envelopes that wait in the queue: the order as it is kept there, and its pages when due."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, BinaryIO

from app.keeping.history import StepId
from app.printing.queue import Job
from app.progress import Report
from app.shop import Shop
from reports.mailing import Piece, addressed, as_json, from_json
from reports.mixed_sheet import Besides
from reports.shop_stock import stock_of
from ui.printing.labels.laying import Fed, Lie
from ui.printing.labels.posting import Order, draw, narrowed, use_up
from ui.printing.labels.wish import page_size
from ui.printing.queue.jobs import Maker, Pages, Size

_AGAIN = "again"
"""The pieces, by the numbers of `_numbered`, that are made once more."""
_COPIES = 1000


def as_kept(order: Order) -> dict[str, Any]:
    """What `order_of` reads again."""
    fed = [
        {"part": one.part, "name": one.name, "gone": sorted(one.gone), "torn": sorted(one.torn)}
        for one in order.fed
    ]
    only = None if order.only is None else [list(ids) for ids in sorted(order.only)]
    rest = {"fed": fed, "keep": order.keep, "rest_name": order.rest_name, "only": only}
    return as_json(order.mailing) | rest | {"besides": [asdict(one) for one in order.besides]}


def order_of(job: Job) -> Order:
    kept = job.order
    only = kept.get("only")
    return Order(
        title=job.title,
        mailing=from_json(kept),
        fed=tuple(map(_fed, kept.get("fed", ()))),
        keep=bool(kept.get("keep")),
        rest_name=str(kept.get("rest_name", "")),
        only=None if only is None else frozenset(tuple(ids) for ids in only),
        besides=tuple(
            Besides(**one | {"given": tuple(one["given"])}) for one in kept.get("besides", ())
        ),
    )


def _fed(kept: Mapping[str, Any]) -> Fed:
    return Fed(
        part=kept["part"],
        name=kept["name"],
        gone=frozenset(kept["gone"]),
        torn=frozenset(kept["torn"]),
    )


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
    return {
        **order,
        "sheets": [],
        "pages": [],
        "fed": [],
        "keep": False,
        "besides": [],
        _AGAIN: list(ids),
    }


def _numbered(pieces: Sequence[Piece]) -> Iterator[tuple[int, Piece]]:
    """Under numbers that stay theirs, whoever of the others gets nothing any more."""
    copies: Counter[int] = Counter()
    for piece in pieces:
        place = piece.numbers[0]
        copies[place] += 1
        yield place * _COPIES + copies[place], piece


def _make(shop: Shop, job: Job, to: BinaryIO, report: Report) -> Pages:
    order = order_of(job)
    found = narrowed(addressed(shop, order.mailing), order.only)
    pieces = list(_numbered(found.pieces))
    if again := job.order.get(_AGAIN):
        pieces = [(number, piece) for number, piece in pieces if number in set(again)]
    found = replace(found, pieces=tuple(piece for _, piece in pieces))
    drawn = draw(shop, order, found, to, report)

    def keep() -> StepId | None:
        return None if again else use_up(shop, order, drawn.pieces)

    return Pages(
        names=tuple((number, piece.name) for number, piece in pieces),
        to_look_at=tuple(dict.fromkeys(one.name for one in drawn.cautions)),
        keep=keep,
    )


MAILING = Maker(size=_size, make=_make, sheets=_sheets, only=_only)
"""Who makes the pages of both kinds."""
