"""Where the shop stands: country, currency, language and time zone, as far as the system tells."""

import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from app.values import value
from resources.words import LANGUAGES, SOURCE_LANGUAGE

_LOCALE = re.compile(r"([a-z]{2,3})(?:[_-]([A-Z]{2}))?(?:[.@].*)?$")
_EUROPEAN_DEFAULT = "EUR"


@value
class Place:
    """`country` is ISO 3166 alpha-2 or "" when nobody knows; `zone` an IANA name."""

    country: str
    currency: str
    language: str
    zone: str


def place_of(environ: Mapping[str, str]) -> Place:
    """What LC_ALL, LC_MESSAGES, LANG and TZ say; with nothing to go by English, EUR and UTC."""
    language, country = _language_and_country(environ)
    return Place(
        country=country,
        currency=currency_of(country),
        language=language,
        zone=_zone(environ),
    )


def currency_of(country: str) -> str:
    """The money in use in `country` today, EUR when that is not known (source: CLDR)."""
    if not country:
        return _EUROPEAN_DEFAULT
    from babel.numbers import get_territory_currencies

    in_use = get_territory_currencies(country)
    return str(in_use[0]) if in_use else _EUROPEAN_DEFAULT


def is_country(code: str) -> bool:
    """Whether there is such a country (source: CLDR)."""
    from babel.core import get_global

    return code in get_global("territory_currencies")


def is_currency(code: str) -> bool:
    """Whether it is, or was, somebody's money (source: CLDR)."""
    from babel.core import get_global

    return code in get_global("all_currencies")


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # not found, not a zone's file, no such name
        return False
    return True


def _language_and_country(environ: Mapping[str, str]) -> tuple[str, str]:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        found = _LOCALE.match(environ.get(name, ""))
        if found:
            language, country = found.groups()
            return (language if language in LANGUAGES else SOURCE_LANGUAGE), country or ""
    return SOURCE_LANGUAGE, ""


def _zone(environ: Mapping[str, str]) -> str:
    for name in (environ.get("TZ", "").lstrip(":"), _linked_zone()):
        if name and is_zone(name):
            return name
    return "UTC"


def _linked_zone() -> str:
    """The zone that `/etc/localtime` links to, "" where there is none (Windows)."""
    try:
        target = Path("/etc/localtime").readlink()
    except OSError:
        return ""
    return target.as_posix().partition("zoneinfo/")[2]
