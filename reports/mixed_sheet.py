"""Several kinds on one sheet: the addresses of a mailing, plain or designed, and other things besides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from app.loyalty.coupon import Coupon
from app.loyalty.coupon_rows import read_coupon
from app.loyalty.coupons import Purpose
from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.post import NobodyOnTheList
from reports.codes import NOT_DRAWN
from reports.designed_mailing import designed_pieces
from reports.label_design import Design
from reports.label_design_file import from_parts
from reports.mail import imprint
from reports.mailing import (
    Addressed,
    Mailing,
    MailingDrawn,
    Piece,
    check_pages,
    facts_of,
    sheet_called,
)
from reports.stock import Stock
from reports.taken import taken
from resources.words import words_in

if TYPE_CHECKING:
    from reports.cells import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """`n` labels after the addresses: of the owner's `design` of that number, or coupons of the offer that
    the `coupon` of that number belongs to. `given` are those that were given out for it; until then it
    stands for them, with a code that is not drawn yet.
    """

    n: int
    design: int = 0
    coupon: int = 0
    given: tuple[int, ...] = ()


def give_out(shop: Shop, besides: Sequence[Besides]) -> tuple[Besides, ...]:
    """Issues the coupons that are to be printed, each kind in a step of its own.

    A code that may be used any number of times is the same on each label.
    """
    return tuple(_given(shop, one) if one.coupon and not one.given else one for one in besides)


def _given(shop: Shop, one: Besides) -> Besides:
    like = read_coupon(shop.book, one.coupon)
    if _is_for_everybody(like):
        return replace(one, given=(like.id,) * one.n)
    purpose = Purpose(reason=like.reason, words=like.words)
    coupons = shop.coupons.issue_many(one.n, like.terms, shop.moment(), purpose=purpose)
    return replace(one, given=tuple(coupon.id for coupon in coupons))


def draw_mixed(
    shop: Shop,
    mailing: Mailing,
    found: Addressed,
    besides: Sequence[Besides],
    to: BinaryIO,
    report: Report = unheard,
) -> MailingDrawn:
    """Writes all of it as a PDF. Raises `NobodyOnTheList`, `NotInPrinting` and what a label refuses."""
    from reports.cells import draw_cells

    sheet = sheet_called(shop, mailing.stock)
    cells = list(_cells(shop, mailing, sheet, found.pieces))
    for one in besides:
        cells += _besides(shop, one)
    if not cells:
        raise NobodyOnTheList(name="", left_out=len(found.left_out))
    lie = taken(sheet, mailing.sheets, len(cells), mailing.pages)
    check_pages(mailing, len(lie.pages))
    settings = shop.settings.read()
    said = imprint(words_in(settings.language)("Labels"), settings)
    chosen = [cells[at] for at in lie.which]
    return MailingDrawn(
        pieces=len(chosen),
        pages=len(lie.gone),
        cautions=draw_cells(chosen, sheet, lie.gone, to, report, imprint=said),
        used=lie.used,
        page=sheet.page,
    )


def _cells(shop: Shop, mailing: Mailing, sheet: Stock, pieces: Sequence[Piece]) -> "Iterator[Cell]":
    from reports.labels import AddressCell
    from reports.marked import Marked

    if not mailing.design:
        for piece in pieces:
            yield AddressCell(facts_of(piece, mailing), sheet)
        return
    cells = designed_pieces(shop, mailing.design, pieces)
    for piece, cell in zip(pieces, cells, strict=True):
        yield Marked(cell=cell, mark=piece.mark) if mailing.sequence else cell


def _besides(shop: Shop, one: Besides) -> "Sequence[Cell]":
    from reports.coupon_cells import coupon_cell
    from reports.designed_labels import many

    if one.design:
        return many(shop, _design(shop, one.design), one.n)
    if one.given:
        return [coupon_cell(shop, read_coupon(shop.book, number)) for number in one.given]
    like = read_coupon(shop.book, one.coupon)
    will_be = like if _is_for_everybody(like) else replace(like, code=NOT_DRAWN)
    return [coupon_cell(shop, will_be)] * one.n


def _is_for_everybody(coupon: Coupon) -> bool:
    """Its code is one that everybody may use, and is not drawn anew."""
    return coupon.terms.uses is None and coupon.customer is None


def _design(shop: Shop, number: int) -> Design:
    return from_parts(shop.printing.designs.one(number).parts)
