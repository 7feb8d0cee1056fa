"""What a coupon is to give, as it is asked for on the command line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.amounts import typed, typed_number
from app.errors import ShopError
from app.loyalty.gift_cards import NotAboveZero
from app.money import Money
from resources.words import mark
from ui.console.typed import Mistyped

if TYPE_CHECKING:
    from app.loyalty.coupon_terms import CouponKind, Terms

FOR_WHOM = mark("Say for whom: --to LIST, or --count N for anyone.")
_SHARE = re.compile(r"([\d.,\s]+)%?\s*")
_POINTED = re.compile(r"\d+\.\d+")
_FULL, _PLACES = 100, 2  # percent


def percent(text: str) -> int:
    """Hundredths of a percent."""
    figures = _SHARE.fullmatch(text)
    share = typed_number(figures[1], _PLACES) if figures else None
    if share is None or not 0 < share <= _FULL:
        said = mark("“{text}” is not a percentage such as 10 or 12.5, at most 100.")
        raise Mistyped(said, text=text)
    return int(share * _FULL)


class NotToGive(ShopError):
    """The offer is called `name`, which would be nothing at all, or more than everything."""


class OverAlready(ShopError):
    """`day` was to be the last on which a coupon is good, and is past."""


class OverBeforeFirst(ShopError):
    """A coupon was to be good from `first` on and to `last`, which is earlier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was asked for on the command line."""

    offer: str
    to_list: str | None
    count: int | None
    percent: int | None
    amount: str | None
    item: str
    buy: int | None
    gets: int | None
    cap: str | None
    min_total: str
    valid_from: date | None
    valid_to: date | None
    days: int | None
    said: str
    hand: str | None
    ink: str
    design: str
    paper: str
    to: Path

    def __post_init__(self) -> None:
        kinds = [self.percent is not None, self.amount is not None, self.is_bundle]
        if sum(kinds) > 1:
            raise Mistyped(mark("Say one of --percent, --amount, --item, or --buy with --get."))
        if self.is_bundle and not (self.buy and self.gets):
            raise Mistyped(mark("--buy and --get belong together."))
        if self.valid_to and self.days is not None:
            raise Mistyped(mark("Say --valid-to or --days."))
        if self.to_list and self.count:
            raise Mistyped(FOR_WHOM)

    @property
    def says_what(self) -> bool:
        """Whether more than the name of the offer tells what it gives."""
        return self.percent is not None or bool(self.amount or self.item.strip() or self.is_bundle)

    @property
    def is_bundle(self) -> bool:
        return bool(self.buy or self.gets)

    @property
    def kind(self) -> "CouponKind":
        if self.percent is not None:
            return "percent"
        if self.amount is not None:
            return "amount"
        return "bundle" if self.is_bundle else "item"

    def terms(self, called: Callable[[str], "Terms"], currency: str, issued: date) -> "Terms":
        """`called` knows what an offer gives by its name alone. Raises `ShopError`."""
        if self.valid_to and self.valid_to < issued:
            raise OverAlready(day=self.valid_to)
        if self.valid_to and self.valid_from and self.valid_to < self.valid_from:
            raise OverBeforeFirst(first=self.valid_from, last=self.valid_to)
        terms = (
            self._said(currency) if self.says_what else self._named(called(self.offer), currency)
        )
        first = self.valid_from or issued
        return terms.lasting(self.days, first)

    def _named(self, known: "Terms", currency: str) -> "Terms":
        """As the offer of that name is, but for what is said besides."""
        return replace(
            known,
            cap=_above_zero(self.cap, currency) or known.cap,
            min_total=minor(self.min_total, currency) or known.min_total,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )

    def _said(self, currency: str) -> "Terms":
        from app.loyalty.coupon_terms import Terms

        off = self.percent or _above_zero(self.amount, currency)
        return Terms(
            kind=self.kind,
            value=(off or 0) if self.kind != "item" else 1,
            item=self.item.strip(),
            buy=self.buy or 0,
            get=self.gets or 0,
            cap=_above_zero(self.cap, currency),
            min_total=minor(self.min_total, currency),
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )


def minor(text: str, currency: str) -> int:
    """A point is before decimals, as at the till; else as people write it. Raises `NotMoney`."""
    if _POINTED.fullmatch(text.strip()):
        Money.of(text, currency)  # which thousands behind a point are not
    return typed(text, currency).minor


def _above_zero(text: str | None, currency: str) -> int | None:
    """Minor units; None where nothing is said. Raises `NotMoney` and `NotAboveZero`."""
    if text is None:
        return None
    amount = minor(text, currency)
    if not amount:
        raise NotAboveZero
    return amount
