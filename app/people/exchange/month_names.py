"""The months by name, in every form that the languages around the shop write them."""

from functools import cache

from app.people.exchange.headers import folded

LANGUAGES = ("en", "cs", "sk", "da", "kk", "he", "ru", "de")
SHORTEST = 3
HEBREW_IN = "ב"


@cache
def month_named(word: str) -> int | None:
    """1 to 12 for `března`, `Mar.`, `5 במרץ`'s `במרץ`; None when it is no month."""
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
def _months() -> dict[str, int]:
    from babel import Locale

    months: dict[str, int] = {}
    for language in LANGUAGES:
        for forms in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in forms[width].items():
                    months.setdefault(folded(name), number)
    return months
