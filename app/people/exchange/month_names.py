"""Months and days of the week by name, in every form that the languages around the shop write them."""

from functools import cache

from app.people.exchange.headers import folded

LANGUAGES = ("en", "cs", "sk", "da", "kk", "he", "ru", "de")
SHORTEST = 3
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
HEBREW_IN = "ב"


@cache
def month_named(word: str) -> int | None:
    """1 to 12 for `března`, `Mar.`, `III`, `5 במרץ`'s `במרץ`; None when it is no month."""
    if word in ROMAN:
        return ROMAN.index(word) + 1
    key = folded(word)
    months = _months()
    if key in months:
        return months[key]
    if key.startswith(HEBREW_IN) and key[1:] in months:
        return months[key[1:]]
    if len(key) < SHORTEST:
        return None
    begun = {month for name, month in months.items() if name.startswith(key)}
    return begun.pop() if len(begun) == 1 else None


@cache
def is_weekday(word: str) -> bool:
    """Whether it is `středa`, `Wed`, `יום` or the like, which says nothing new beside a date."""
    return folded(word) in _weekdays()


@cache
def _weekdays() -> frozenset[str]:
    from babel import Locale

    names = [
        name
        for language in LANGUAGES
        for forms in Locale.parse(language).days.values()
        for width in ("wide", "abbreviated")
        for name in forms[width].values()
    ]
    return frozenset(folded(word) for name in names for word in name.split())


@cache
def _months() -> dict[str, int]:
    from babel import Locale

    months: dict[str, int] = {}
    for language in LANGUAGES:
        for forms in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms[width].items():
                    months.setdefault(folded(name), number)
    return months
