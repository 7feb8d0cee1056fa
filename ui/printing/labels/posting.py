"""What happens when labels or envelopes are ordered: drawn, printed or saved, and the drawer told of it."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from app.changes import Kind
from app.keeping.history import StepId
from app.keeping.undo import Deed
from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.post import NobodyOnTheList
from reports.besides import Besides
from reports.mailing import Mailing, MailingDrawn, addressed, draw_pieces
from reports.mixed_sheet import Entry, Mixed, chosen, draw_mixed, entries, give_out, promise
from reports.promised import Promised
from reports.shop_stock import stock_of
from ui.cards.order import Printer
from ui.printing.labels.laying import Fed, Lie

Do = Callable[[Deed], StepId | None]
"""What `Undo.if_all_goes_well` hands out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A mailing and what is `besides` it; perhaps `only` its labels of these numbers, which are those of
    `reports.mixed_sheet.Entry`; and the sheets it is `fed`.

    `keep` says whether what is left of a new sheet goes into the drawer, under `rest_name`.
    """

    title: str
    mailing: Mailing
    fed: tuple[Fed, ...] = ()
    keep: bool = False
    rest_name: str = ""
    only: frozenset[int] | None = None
    besides: tuple[Besides, ...] = ()
    promised: tuple[Promised, ...] = ()
    """Of each kind what is drawn for it and not given out yet."""

    @property
    def is_again(self) -> bool:
        """Something that came out before: what the drawer knows already is not told again."""
        return self.only is not None or bool(self.mailing.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many pieces came out, the names of those that want a look, and the step that takes back what was
    used up and given out for them; `besides` with what was given out, `issued` so many coupons of it.
    """

    n: int
    to_look_at: tuple[str, ...] = ()
    step: StepId | None = None
    besides: tuple[Besides, ...] = ()
    issued: int = 0


def printed(shop: Shop, order: Order, printer: Printer, report: Report) -> Came:
    """The drawer is told at the end. Raises `NobodyOnTheList`, `LabelTooLong`, what the printer says, and
    `CannotWrite` where the disk is full.
    """
    from reports.files import scratch_file

    found = standing(shop, order)
    with scratch_file() as file, shop.undo.if_all_goes_well() as do:
        drawn, came = _drawn(shop, order, found, file, lambda _done, _total: report(0, 0))
        came = _given_out(shop, drawn, came, do)
        printer.put(file, report)
    return replace(came, step=use_up(shop, order, came.n, within=came.step) or came.step)


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """A file uses nothing up. Raises `NobodyOnTheList`, `LabelTooLong` and `CannotWrite`."""
    from reports.files import scratch_file, whole_file

    found = standing(shop, order)
    with scratch_file() as file:
        drawn, came = _drawn(shop, order, found, file, report)
        # Given out when the file is whole and before it has its name: neither is without the other.
        with shop.undo.if_all_goes_well() as do, whole_file(path) as to:
            shutil.copyfileobj(file, to)
            to.flush()
            return _given_out(shop, drawn, came, do)


def look_at(shop: Shop, order: Order, to: BinaryIO) -> None:
    """What would be printed; coupons on it are not given out yet."""
    draw(shop, order, standing(shop, order), to, unheard)


def standing(shop: Shop, order: Order) -> list[Entry]:
    """All that is ordered, in the order of print; who may be written to is asked now.

    Raises `NobodyOnTheList`.
    """
    found = addressed(shop, order.mailing)
    there = chosen(entries(found.pieces, order.besides), order.only)
    if not there:
        raise NobodyOnTheList(name="", left_out=len(found.left_out))
    return there


def use_up(shop: Shop, order: Order, pieces: int, *, within: StepId | None = None) -> StepId | None:
    """The labels of an order are gone now, those of so many `pieces`, perhaps `within` another step."""
    if order.is_again or not order.mailing.stock:
        return None
    stock = stock_of(shop, order.mailing.stock)
    lie = Lie(stock=stock, pieces=pieces, fed=order.fed)
    return shop.printing.drawer.use(lie.used(keep=order.keep, name=order.rest_name), within=within)


def page_drawn(shop: Shop, order: Order, written: Sequence[Entry], gone: frozenset[int]) -> bytes:
    """One page by itself: what is written on it. Raises `LabelTooLong`."""
    from io import BytesIO

    alone = replace(order.mailing, sheets=(gone,) if order.mailing.stock else (), pages=())
    to = BytesIO()
    draw(shop, replace(order, mailing=alone), written, to, unheard)
    return to.getvalue()


def draw(
    shop: Shop, order: Order, found: Sequence[Entry], to: BinaryIO, report: Report
) -> MailingDrawn:
    """What `standing` answered. Raises what its paper refuses."""
    if order.besides:
        return draw_mixed(shop, _mixed(order), found, to, report)
    pieces = tuple(one.piece for one in found if one.piece)
    return draw_pieces(shop, order.mailing, pieces, to, report)


def put_aside(shop: Shop, order: Order) -> Came:
    """It waits with all else that is to be printed. What stands on it is given out now, so that it is the
    same however often it is printed. Raises `NobodyOnTheList`.
    """
    from ui.printing.labels.queued import as_kept

    found, mailing = standing(shop, order), order.mailing
    kind, paper = ("labels", mailing.stock) if mailing.stock else ("envelopes", mailing.envelope)
    with shop.book.atomic(*Kind), shop.history.as_one("print later", name=order.title):
        kept = as_kept(_with_codes(shop, _promising(shop, order, found)))
        shop.printing.queue.add(kind, order.title, paper, len(found), kept)
        return Came(n=len(found), step=shop.history.newest())


def _drawn(
    shop: Shop, order: Order, found: Sequence[Entry], to: BinaryIO, report: Report
) -> tuple[Order, Came]:
    """The pages with codes that are not given out yet: nobody else waits meanwhile."""
    promising = _promising(shop, order, found)
    drawn = draw(shop, promising, found, to, report)
    to.seek(0)
    names = tuple(dict.fromkeys(one.name for one in drawn.cautions))
    return promising, Came(n=drawn.pieces, to_look_at=names, besides=order.besides)


def _given_out(shop: Shop, order: Order, came: Came, do: Do) -> Came:
    """What its pages promise, in one step, which is taken back where they do not come out."""
    if not any(order.promised):
        return came
    given = order

    def give() -> None:
        nonlocal given
        with shop.history.as_one("give out"):
            given = _with_codes(shop, order)

    step = do(give)
    return replace(came, step=step, besides=given.besides, issued=_issued(order, given))


def _promising(shop: Shop, order: Order, found: Sequence[Entry]) -> Order:
    """With codes for all that has none yet."""
    if not any(one.uses_codes for one in order.besides):
        return order
    return replace(order, promised=tuple(promise(shop, _mixed(order), found).promised))


def _with_codes(shop: Shop, order: Order) -> Order:
    """With what it promises given out."""
    return replace(order, besides=give_out(shop, _mixed(order)), promised=())


def _mixed(order: Order) -> Mixed:
    return Mixed(order.mailing, order.besides, order.promised)


def _issued(order: Order, given: Order) -> int:
    """How many coupons were given out for it; a code that everybody may use was out before."""
    before, now = (
        {number for one in some.besides for _, number in one.given} for some in (order, given)
    )
    return len(now - before - {one.coupon for one in given.besides})
