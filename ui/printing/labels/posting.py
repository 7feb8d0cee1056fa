"""What happens when labels or envelopes are ordered: drawn, printed or saved, and the drawer told of it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report, unheard
from app.shop import Shop
from reports.mailing import Addressed, Mailing, MailingDrawn, addressed, draw_pieces
from reports.mixed_sheet import Besides, draw_mixed, give_out
from reports.shop_stock import stock_of
from ui.cards.order import Printer
from ui.printing.labels.laying import Fed, Lie


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A mailing; of its pieces perhaps `only` those for these people, and the sheets it is `fed`.

    `keep` says whether what is left of a new sheet goes into the drawer, under `rest_name`.
    """

    title: str
    mailing: Mailing
    fed: tuple[Fed, ...] = ()
    keep: bool = False
    rest_name: str = ""
    only: frozenset[tuple[int, ...]] | None = None
    besides: tuple[Besides, ...] = ()
    """What stands on the same sheet after the addresses."""

    @property
    def is_again(self) -> bool:
        """Something that came out before: what the drawer knows already is not told again."""
        return self.only is not None or bool(self.mailing.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many pieces came out, the names of those that want a look, and the step of the drawer."""

    n: int
    to_look_at: tuple[str, ...] = ()
    step: StepId | None = None


def printed(shop: Shop, order: Order, printer: Printer, report: Report) -> Came:
    """The drawer is told at the end. Raises `NobodyOnTheList`, `LabelTooLong`, what the printer says, and
    `CannotWrite` where the disk is full.
    """
    from reports.files import scratch_file

    with scratch_file() as file, _given_out(shop, order) as given:
        came = _write(shop, given, file, lambda _done, _total: report(0, 0))
        file.seek(0)
        printer.put(file, report)
    return replace(came, step=use_up(shop, order, came.n))


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """A file uses nothing up. Raises `NobodyOnTheList`, `LabelTooLong` and `CannotWrite`."""
    from reports.files import scratch_file, whole_file

    with scratch_file() as file, _given_out(shop, order) as given:
        came = _write(shop, given, file, report)
        with whole_file(path) as to:
            file.seek(0)
            shutil.copyfileobj(file, to)
    return came


def look_at(shop: Shop, order: Order, to: BinaryIO) -> None:
    """What would be printed; coupons on it are not given out yet."""
    _write(shop, order, to, unheard)


def use_up(shop: Shop, order: Order, pieces: int) -> StepId | None:
    """The labels of an order are gone now, those of so many `pieces`."""
    if order.is_again or not order.mailing.stock:
        return None
    stock = stock_of(shop, order.mailing.stock)
    lie = Lie(stock=stock, pieces=pieces, fed=order.fed)
    return shop.printing.drawer.use(lie.used(keep=order.keep, name=order.rest_name))


def narrowed(found: Addressed, only: frozenset[tuple[int, ...]] | None) -> Addressed:
    """Of the pieces those for these people alone."""
    if only is None:
        return found
    return replace(found, pieces=tuple(one for one in found.pieces if one.ids in only))


def page_drawn(
    shop: Shop, order: Order, found: Addressed, pieces: Sequence[int], gone: frozenset[int]
) -> bytes:
    """One page by itself: those of the pieces (from 0) that lie on it. Raises `LabelTooLong`."""
    from io import BytesIO

    count = len(found.pieces)
    one = replace(found, pieces=tuple(found.pieces[at] for at in pieces if at < count))
    besides = []
    for kind in order.besides:
        there = sum(count <= at < count + kind.n for at in pieces)
        besides += [replace(kind, n=there)] if there else []
        count += kind.n
    alone = replace(order.mailing, sheets=(gone,) if order.mailing.stock else (), pages=())
    to = BytesIO()
    draw(shop, replace(order, mailing=alone, besides=tuple(besides)), one, to, unheard)
    return to.getvalue()


@contextmanager
def _given_out(shop: Shop, order: Order) -> Iterator[Order]:
    """With coupons that were given out for it; where it does not come out they are taken back."""
    # At once, lest what another window does meanwhile be taken for a part of it.
    with shop.book.atomic(*Kind):
        before = shop.history.standing(undone=False, limit=1)
        newest = before[0].id if before else None
        given = replace(order, besides=give_out(shop, order.besides))
        many = len(order.besides) + 1
        steps = [one.id for one in shop.history.standing(undone=False, limit=many)]
    new = steps[: steps.index(newest)] if newest in steps else steps[: len(order.besides)]
    try:
        yield given
    except BaseException:
        for step in new:
            shop.undo.undo(step)
        raise


def draw(shop: Shop, order: Order, found: Addressed, to: BinaryIO, report: Report) -> MailingDrawn:
    """What `addressed` answered, and what stands on the same sheet. Raises what its paper refuses."""
    if order.besides:
        return draw_mixed(shop, order.mailing, found, order.besides, to, report)
    return draw_pieces(shop, order.mailing, found, to, report)


def _write(shop: Shop, order: Order, to: BinaryIO, report: Report) -> Came:
    """Who may be written to is asked again now."""
    found = narrowed(addressed(shop, order.mailing), order.only)
    drawn = draw(shop, order, found, to, report)
    names = tuple(dict.fromkeys(one.name for one in drawn.cautions))
    return Came(n=drawn.pieces, to_look_at=names)
