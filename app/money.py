"""Money as whole minor units of one currency; never a float, never two currencies in one sum."""

import re

from app.errors import ShopError
from app.values import value


class NotMoney(ShopError):
    """`text` is no amount of `currency`: letters, too many decimals, or a float."""


class CurrenciesDiffer(ShopError):
    """An amount in `one` met an amount in `other`; `field` may say where."""


# Digits with a point: no powers, no digits of other scripts, and none that would be lost in reckoning.
_PLAIN = re.compile(r"-?(?=[\d.]{1,20}$)(\d+\.?\d*|\.\d+)", re.ASCII)
# ISO 4217 minor units; every currency not named here has two.
_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_DECIMALS = dict.fromkeys(_WHOLE.split(), 0) | dict.fromkeys(_THOUSANDTHS.split(), 3)


def decimals(currency: str) -> int:
    return _DECIMALS.get(currency, 2)


def minor_units(text: str | int, currency: str) -> int:
    """The number that `Money.of` would hold. Raises `NotMoney`, as it does."""
    if isinstance(text, bool) or not isinstance(text, (str, int)):
        raise NotMoney(text=str(text), currency=currency)
    places = decimals(currency)
    if isinstance(text, int):
        return text * int(10**places)
    plain = text.strip()
    if not _PLAIN.fullmatch(plain):
        raise NotMoney(text=text, currency=currency)
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    if len(part) > places:
        raise NotMoney(text=text, currency=currency)
    return int(whole + part.ljust(places, "0"))


def plain_text(minor: int, currency: str) -> str:
    """With a point, as files and the till write it: `21.90`."""
    places = decimals(currency)
    if not places:
        return str(minor)
    digits = str(abs(minor)).rjust(places + 1, "0")
    return f"{'-' * (minor < 0)}{digits[:-places]}.{digits[-places:]}"


@value(kw_only=False)
class Money:
    """`minor` units (haléře, cents, agorot) of `currency` (ISO 4217 code)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, text: str | int, currency: str) -> "Money":
        """An amount such as `"21.90"` or `50`. Raises `NotMoney`, for floats too."""
        return cls(minor_units(text, currency), currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other).minor, self.currency)

    def __str__(self) -> str:
        return plain_text(self.minor, self.currency)

    def _same(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise CurrenciesDiffer(one=self.currency, other=other.currency)
        return other
