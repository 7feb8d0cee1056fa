"""What an owner chooses from when she says where her shop is: languages, countries, money, time zones."""

from collections.abc import Sequence

from app.keeping.place import currency_of
from resources.words import LANGUAGES, Words

Choice = tuple[str, str]
"""A key and the words for it."""
# Codes that are reserved for parts of countries and unions, where no shop has its address.
_NO_COUNTRY = frozenset("AC CP DG EA EU EZ IC TA UN ZZ".split())


def languages() -> Sequence[Choice]:
    """Each in its own name."""
    return list(LANGUAGES.items())


def countries(words: Words) -> Sequence[Choice]:
    """Every country that has money of its own or another's, in the order of its name (source: CLDR)."""
    return _in_order([(code, words.country(code)) for code in _codes()], words)


def currencies(words: Words) -> Sequence[Choice]:
    """The money in use in those countries: `CZK`, and its name."""
    codes = sorted({currency_of(code) for code in _codes()})
    return [(code, f"{code}  {words.isolated(words.currency(code))}") for code in codes]


def zones(words: Words, country: str, kept: str) -> Sequence[Choice]:
    """Time zones by their best-known town, those of `country` first; `kept` is always among them."""
    from babel.core import get_global

    where = {zone: code for zone, code in get_global("zone_territories").items() if _is_real(code)}
    home = [_zone(zone, country, words) for zone, code in where.items() if code == country]
    rest = [_zone(zone, code, words) for zone, code in where.items() if code != country]
    other = [] if kept in where else [(kept, kept)]
    return [*other, *_in_order(home, words), *_in_order(rest, words)]


def country_of_zone(zone: str) -> str:
    """The country whose time `zone` tells, "" where that is several countries or none (source: CLDR)."""
    from babel.core import get_global

    found = str(get_global("zone_territories").get(zone, ""))
    return found if _is_real(found) else ""


def _zone(zone: str, country: str, words: Words) -> Choice:
    return zone, f"{words.town(zone)}, {words.country(country)}"


def _in_order(choices: Sequence[Choice], words: Words) -> Sequence[Choice]:
    from app.people.alphabet import sort_key

    return sorted(choices, key=lambda choice: sort_key(choice[1], "", "", words.language))


def _is_real(code: str) -> bool:
    return code.isalpha() and code not in _NO_COUNTRY


def _codes() -> Sequence[str]:
    from babel.core import get_global

    in_use = get_global("territory_currencies")
    return [code for code in in_use if code not in _NO_COUNTRY and _has_money(in_use[code])]


def _has_money(ever: Sequence[tuple[str, object, object, bool]]) -> bool:
    return any(end is None and tender for _code, _start, end, tender in ever)
