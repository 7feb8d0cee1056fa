"""Postal codes as the post of each country writes them."""

import re
from collections.abc import Mapping

# The two parts of a code, and what is written between them.
SHAPES: Mapping[str, tuple[re.Pattern[str], str]] = {
    country: (re.compile(pattern), written)
    for countries, pattern, written in (
        ("CZ SK SE GR", r"(\d{3})(\d{2})", " "),
        ("PL", r"(\d{2})(\d{3})", "-"),
        ("PT", r"(\d{4})(\d{3})", "-"),
        ("BR", r"(\d{5})(\d{3})", "-"),
        ("IE", r"([A-Z]\d[\dW])([A-Z\d]{4})", " "),
        ("JP", r"(\d{3})(\d{4})", "-"),
        ("NL", r"(\d{4})([A-Z]{2})", " "),
        ("CA", r"([A-Z]\d[A-Z])(\d[A-Z]\d)", " "),
        ("GB", r"([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})", " "),
        ("US", r"(\d{5})(\d{4})", "-"),
    )
    for country in countries.split()
}
# How many digits a code has where it is digits alone.
DIGITS: Mapping[str, int] = {
    "DK": 4, "NO": 4, "AT": 4, "CH": 4, "BE": 4, "HU": 4, "LU": 4, "BG": 4, "AU": 4, "SI": 4,
    "US": 5, "DE": 5, "FR": 5, "IT": 5, "ES": 5, "FI": 5, "UA": 5, "HR": 5, "EE": 5, "CZ": 5, "SK": 5,
    "PL": 5,
    "KZ": 6, "RU": 6, "IL": 7, "RO": 6, "IN": 6, "CN": 6,
}  # fmt: skip
COUNTRY_BEFORE = re.compile(r"^([A-Z]{1,3})-?(?=\d)")
# Letters of cars, written before a code, where they are not those of the country.
ON_CARS: Mapping[str, str] = {
    "D": "DE", "A": "AT", "F": "FR", "I": "IT", "E": "ES", "B": "BE", "S": "SE", "N": "NO", "H": "HU",
    "L": "LU", "P": "PT", "FIN": "FI", "SLO": "SI",
}  # fmt: skip
# Countries with codes that begin with 0, which a spreadsheet takes for a number and drops.
LOSES_ZERO = frozenset("US SK PL DE FR IT ES FI EE DK NO AU KZ RO UA CN".split())
LOSES_TWO = frozenset("FI IT".split())  # all of Helsinki and Rome
FRACTION = re.compile(r"(\d+)[.,]0+$")


def postal_code(text: str, country: str | None) -> str:
    """`text` as the country writes it; unchanged where it does not fit or the country is not known."""
    whole = FRACTION.fullmatch(text) if text.endswith("0") else None
    written = whole[1] if whole else text
    if not country:
        return written
    bare = written.replace(" ", "")
    if not bare.isdigit():
        bare = _without_country(bare.upper(), country).replace("-", "")
    digits = DIGITS.get(country)
    lost = digits - len(bare) if digits and bare.isdigit() else 0
    if country in {1: LOSES_ZERO, 2: LOSES_TWO}.get(lost, ()):
        bare = "0" * lost + bare
    shape = SHAPES.get(country)
    if shape and (found := shape[0].fullmatch(bare)):
        return shape[1].join(found.groups())
    fits = bare.isascii() and bare.isdigit() and len(bare) == digits
    return bare if fits else written


def _without_country(bare: str, country: str) -> str:
    """`CZ-11000` without its letters; another country's are left, for its code is none of ours."""
    found = COUNTRY_BEFORE.match(bare)
    is_ours = found and ON_CARS.get(found[1], found[1]) == country
    return bare[found.end() :] if found and is_ours else bare
