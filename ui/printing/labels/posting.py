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
from app.thanks.post import NobodyOnTheList
from reports.besides import Besides
from reports.mailing import Mailing, MailingDrawn, addressed, draw_pieces
from reports.mixed_sheet import Entry, chosen, draw_mixed, entries, give_out
from reports.shop_stock import stock_of
from ui.cards.order import Printer
from ui.printing.labels.laying import Fed, Lie


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
    with scratch_file() as file, _given_out(shop, order, found) as (given, step):
        came = _write(shop, given, found, file, lambda _done, _total: report(0, 0))
        file.seek(0)
        printer.put(file, report)
    step = use_up(shop, order, came.n, within=step) or step
    return replace(came, step=step, issued=_issued(order, given))


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """A file uses nothing up. Raises `NobodyOnTheList`, `LabelTooLong` and `CannotWrite`."""
    from reports.files import scratch_file, whole_file

    found = standing(shop, order)
    with scratch_file() as file, _given_out(shop, order, found) as (given, step):
        came = _write(shop, given, found, file, report)
        with whole_file(path) as to:
            file.seek(0)
            shutil.copyfileobj(file, to)
    return replace(came, step=step, issued=_issued(order, given))


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
        return draw_mixed(shop, order.mailing, found, order.besides, to, report)
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
        kept = as_kept(_with_codes(shop, order, found))
        shop.printing.queue.add(kind, order.title, paper, len(found), kept)
        return Came(n=len(found), step=shop.history.newest())


@contextmanager
def _given_out(
    shop: Shop, order: Order, found: Sequence[Entry]
) -> Iterator[tuple[Order, StepId | None]]:
    """With what had to be given out for it, in one step; where it does not come out that is taken back."""
    if not any(one.uses_codes for one in order.besides):
        yield order, None
        return
    given = order

    def give() -> None:
        nonlocal given
        with shop.history.as_one("give out"):
            given = _with_codes(shop, order, found)

    with shop.undo.if_all_goes_well() as do:
        step = do(give)
        yield given, step


def _with_codes(shop: Shop, order: Order, found: Sequence[Entry]) -> Order:
    if not order.besides:
        return order
    return replace(order, besides=give_out(shop, order.mailing, found, order.besides))


def _issued(order: Order, given: Order) -> int:
    """How many coupons were given out for it; a code that everybody may use was out before."""
    before, now = (
        {number for one in some.besides for _, number in one.given} for some in (order, given)
    )
    return len(now - before - {one.coupon for one in given.besides})


def _write(shop: Shop, order: Order, found: Sequence[Entry], to: BinaryIO, report: Report) -> Came:
    drawn = draw(shop, order, found, to, report)
    names = tuple(dict.fromkeys(one.name for one in drawn.cautions))
    return Came(n=drawn.pieces, to_look_at=names, besides=order.besides)
