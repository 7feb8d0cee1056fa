"""What happens when labels or envelopes are ordered: drawn, printed or saved, and the drawer told of it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from reports.mailing import Addressed, Mailing, addressed, draw_pieces
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
    """Raises `NobodyOnTheList`, `LabelTooLong` and what the printer says; the drawer is told at the end."""
    with TemporaryFile() as file:
        came = _write(shop, order, file, lambda _done, _total: report(0, 0))
        file.seek(0)
        printer.put(file, report)
    return replace(came, step=use_up(shop, order, came.n))


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """A file uses nothing up. Raises `NobodyOnTheList`, `LabelTooLong` and `CannotWrite`."""
    from reports.files import whole_file

    with TemporaryFile() as file:
        came = _write(shop, order, file, report)
        with whole_file(path) as to:
            file.seek(0)
            shutil.copyfileobj(file, to)
    return came


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
    shop: Shop, mailing: Mailing, found: Addressed, pieces: Sequence[int], gone: frozenset[int]
) -> bytes:
    """One page by itself: those of the pieces (from 0) that lie on it. Raises `LabelTooLong`."""
    from io import BytesIO

    one = replace(found, pieces=tuple(found.pieces[at] for at in pieces))
    to = BytesIO()
    draw_pieces(shop, replace(mailing, sheets=(gone,) if mailing.stock else (), pages=()), one, to)
    return to.getvalue()


def _write(shop: Shop, order: Order, to: BinaryIO, report: Report) -> Came:
    """Who may be written to is asked again now."""
    found = narrowed(addressed(shop, order.mailing), order.only)
    drawn = draw_pieces(shop, order.mailing, found, to, report)
    names = tuple(dict.fromkeys(one.name for one in drawn.cautions))
    return Came(n=drawn.pieces, to_look_at=names)
