"""Money as people write it: in the reader's language, with the sign the shop's own customers know."""

from decimal import Decimal

from app.money import Money, decimals
from resources.words import LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK, Words

# Currencies that other languages call by their code, with the language that knows their sign.
_AT_HOME = {"CZK": "cs", "DKK": "da", "KZT": "kk", "ILS": "he", "PLN": "pl", "HUF": "hu"}


def said(money: Money, words: Words, *, whole: bool = True) -> str:
    """`248 Kč`, `21,90 Kč`; without `whole`, decimals are written even where they are nought."""
    places = _places(money, whole=whole)
    digits = f"0.{'0' * places}" if places else "0"
    return _with_sign(_amount(money), money.currency, words, digits)


def exactly(amount: Decimal, currency: str, words: Words) -> str:
    """An amount that may be less than the smallest coin: `0,005 Kč`."""
    return _with_sign(amount, currency, words, "0.######")


def moved(money: Money, words: Words) -> str:
    """`+160 Kč`, `−40 Kč`: with the sign of the way it went."""
    way = "+" if money.minor > 0 else "\N{MINUS SIGN}"
    shown = said(Money(abs(money.minor), money.currency), words)
    if not words.right_to_left:
        return way + shown
    # Right within the fence, and bound to the number.
    return f"{shown[0]}{LEFT_TO_RIGHT_MARK}{way}{shown[1:].removeprefix(RIGHT_TO_LEFT_MARK)}"


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


def _with_sign(amount: Decimal, currency: str, words: Words, digits: str) -> str:
    from babel.numbers import format_currency, format_decimal, get_currency_symbol

    locale = words.locale
    if get_currency_symbol(currency, locale) == currency:
        number = format_decimal(amount, f"#,##{digits}", locale=locale)
        return words.isolated(f"{number}\u00a0{sign(currency, words)}")
    pattern = str(locale.currency_formats["standard"].pattern).replace("0.00", digits)
    return words.turned(
        format_currency(amount, currency, pattern, locale=locale, currency_digits=False)
    )


def _places(money: Money, *, whole: bool) -> int:
    places = decimals(money.currency)
    return 0 if whole and money.minor % 10**places == 0 else places


def _amount(money: Money) -> Decimal:
    return Decimal(money.minor).scaleb(-decimals(money.currency))
