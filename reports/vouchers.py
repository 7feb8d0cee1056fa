"""The papers of coupons and gift cards: sheets to cut, and vouchers that fill an envelope."""

from collections.abc import Mapping

from reports import coupon_sheet, gift_cards
from reports.papers import Paper, UnknownPaper, page_in, paper

_VOUCHERS = {name: paper(name) for name in ("DL", "DLx2", "A6", "A6x2")}
COUPON_PAPERS: Mapping[str, Paper] = {
    "A4x8": coupon_sheet.PAPER,
    "Letterx8": coupon_sheet.LETTER,
    **_VOUCHERS,
}
GIFT_PAPERS: Mapping[str, Paper] = {
    "A4x3": gift_cards.PAPER,
    "A4x10": gift_cards.SMALL,
    "Letterx3": gift_cards.LETTER,
    "Letterx10": gift_cards.SMALL_ON_LETTER,
    **_VOUCHERS,
}


def usual_in(country: str, papers: Mapping[str, Paper]) -> str:
    """The first of `papers` that printers take there."""
    return next(name for name, one in papers.items() if one.page == page_in(country))


def coupon_paper(name: str) -> Paper:
    """The paper of coupons that is called so, the usual for none. Raises `UnknownPaper`."""
    return _called(name, COUPON_PAPERS)


def gift_paper(name: str) -> Paper:
    """The same of gift cards. Raises `UnknownPaper`."""
    return _called(name, GIFT_PAPERS)


def _called(name: str, known: Mapping[str, Paper]) -> Paper:
    wanted = name.strip().casefold()
    for key, one in known.items():
        if key.casefold() == wanted or not wanted:
            return one
    raise UnknownPaper(name=name, known=tuple(known))
