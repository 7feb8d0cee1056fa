"""The papers of coupons and gift cards: sheets to cut, and vouchers that fill an envelope."""

from collections.abc import Mapping

from reports.coupon_sheet import PAPER as EIGHT
from reports.gift_cards import PAPER as THREE
from reports.gift_cards import SMALL as TEN
from reports.papers import Paper, UnknownPaper, paper

_VOUCHERS = {name: paper(name) for name in ("DL", "DLx2", "A6", "A6x2")}
COUPON_PAPERS: Mapping[str, Paper] = {"A4x8": EIGHT, **_VOUCHERS}
GIFT_PAPERS: Mapping[str, Paper] = {"A4x3": THREE, "A4x10": TEN, **_VOUCHERS}


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
