"""A whole address in one cell, divided into street, city and postal code where that can be seen."""

import re

from app.people.exchange.countries import country_code

CODE = r"(?P<code>(?:[A-Z]{1,3}-)?\d{3}\s?\d{2}(?!\d)|\d{2}-\d{3}|\d{4,7}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})"
CODE_ALONE = re.compile(CODE, re.IGNORECASE)
CODE_THEN_CITY = re.compile(rf"^{CODE}\s+(?P<city>\D.*)$", re.IGNORECASE)
CITY_THEN_CODE = re.compile(rf"^(?P<city>\D.*?)[\s,]+{CODE}$", re.IGNORECASE)
TRAILING_CODE = re.compile(
    rf"^(?P<before>.*?\d+\w?(?:/\d+\w?)?)\s+{CODE}\s+(?P<city>\D.*)$", re.IGNORECASE
)
HAS_DIGIT = re.compile(r"\d")


def split_city(text: str) -> dict[str, str]:
    """`110 00 Praha 1` or `Praha 110 00` as `postal_code` and `city`; without a code the city."""
    if CODE_ALONE.fullmatch(text):
        return {"postal_code": text}
    found = CODE_THEN_CITY.match(text) or CITY_THEN_CODE.match(text)
    if not found:
        return {"city": text}
    return {"postal_code": found["code"], "city": found["city"].strip(" ,")}


def split_address(text: str) -> dict[str, str]:
    """Street, city, postal code and country; what cannot be divided stays together as the street."""
    parts = [part.strip() for part in re.split(r"[,;\n]+", text) if part.strip()]
    values: dict[str, str] = {}
    if len(parts) > 1 and (code := country_code(parts[-1])):
        values["country"] = code
        parts.pop()
    for at in range(len(parts) - 1, -1, -1):
        divided = split_city(parts[at])
        if "postal_code" in divided and (at > 0 or len(parts) > 1):
            rest = [*parts[:at], *parts[at + 1 :]]
            town = _town_beside(rest, at)
            if "city" not in divided and town is not None:
                divided["city"] = rest.pop(town)
            return values | divided | _street(rest)
    if len(parts) == 1 and (found := TRAILING_CODE.match(parts[0])):
        street = {"street": found["before"]}
        return values | street | {"postal_code": found["code"], "city": found["city"]}
    if len(parts) > 1 and HAS_DIGIT.search(parts[0]) and not HAS_DIGIT.search(parts[-1]):
        return values | {"city": parts[-1]} | _street(parts[:-1])
    return values | {"street": ", ".join(parts)}


def _town_beside(parts: list[str], at: int) -> int | None:
    """Where the town stands beside a code that stood alone before `parts[at]`: behind it, else before it."""
    beside = (where for where in (at, at - 1) if 0 <= where < len(parts))
    return next((where for where in beside if not HAS_DIGIT.search(parts[where])), None)


def _street(parts: list[str]) -> dict[str, str]:
    values = {"street": parts[0]} if parts else {}
    if len(parts) > 1:
        values["street2"] = ", ".join(parts[1:])
    return values
