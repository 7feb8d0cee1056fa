"""What stands on a coupon, a voucher or a gift card, already in words."""

from dataclasses import dataclass

from reports.hand.style import Style

_STYLE = Style()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One of them; its texts are in `language`. The writing of its `line` follows from `seed` alone.

    `kind` says what it is, where that is not plain from what it offers.
    """

    shop: str
    offer: str
    validity: str
    line: str
    code: str
    language: str
    seed: int
    conditions: tuple[str, ...] = ()
    kind: str = ""
    style: Style = _STYLE
