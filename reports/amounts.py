"""Money as people write it: in the reader's language, with the sign the shop's own customers know."""

from decimal import Decimal

from app.money import Money, decimals
from resources.words import Words

# Currencies that other languages call by their code, with the language that knows their sign.
_AT_HOME = {"CZK": "cs", "DKK": "da", "KZT": "kk", "ILS": "he", "PLN": "pl", "HUF": "hu"}


def said(money: Money, words: Words, *, whole: bool = True) -> str:
    """`248 Kč`, `21,90 Kč`; without `whole`, decimals are written even where they are nought."""
    from babel.numbers import format_currency, get_currency_symbol

    number = written(money, words, whole=whole)
    if get_currency_symbol(money.currency, words.locale) == money.currency:
        return words.isolated(f"{number}\u00a0{sign(money.currency, words)}")
    shown = format_currency(
        _amount(money),
        money.currency,
        _pattern(money, words, whole=whole),
        locale=words.locale,
        currency_digits=False,
    )
    return words.turned(shown)


def written(money: Money, words: Words, *, whole: bool = True) -> str:
    """The number alone, as it may be typed again: `1 234,50`."""
    from babel.numbers import format_decimal

    places = _places(money, whole=whole)
    pattern = "#,##0" + (f".{'0' * places}" if places else "")
    return format_decimal(_amount(money), pattern, locale=words.locale)


def sign(currency: str, words: Words) -> str:
    """`Kč`, `€`, `₪`: as the window's language has it, or as people at home write it."""
    from babel.numbers import get_currency_symbol

    there = str(get_currency_symbol(currency, words.locale))
    at_home = _AT_HOME.get(currency)
    return str(get_currency_symbol(currency, at_home)) if there == currency and at_home else there


def _pattern(money: Money, words: Words, *, whole: bool) -> str:
    places = _places(money, whole=whole)
    usual = str(words.locale.currency_formats["standard"].pattern)
    return usual.replace("0.00", f"0.{'0' * places}" if places else "0")


def _places(money: Money, *, whole: bool) -> int:
    places = decimals(money.currency)
    return 0 if whole and money.minor % 10**places == 0 else places


def _amount(money: Money) -> Decimal:
    return Decimal(money.minor).scaleb(-decimals(money.currency))
