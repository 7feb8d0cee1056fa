"""The town as its post calls it: `Praha 1` of 110 00, `København K` of 1165."""

import re
from collections.abc import Mapping

_PRAGUE = re.compile(r"1(\d)\d \d\d")
# PostNord: København K is 1000–1499, V 1500–1799; beyond that each part of the town has a code.
_COPENHAGEN = ((1000, 1499, "K"), (1500, 1799, "V"))
_PARTS_OF_COPENHAGEN: Mapping[str, str] = {
    "2100": "Ø", "2200": "N", "2300": "S", "2400": "NV", "2450": "SV",
}  # fmt: skip


def post_town(city: str, postal_code: str, country: str | None) -> str:
    """`city` with the number or letters of its post where a town of that name alone has several."""
    town = city.casefold()
    if country == "CZ" and town == "praha" and (found := _PRAGUE.fullmatch(postal_code)):
        return f"Praha {int(found[1]) or 10}"
    if country == "DK" and town == "københavn" and postal_code.isdecimal():
        part = _part_of_copenhagen(postal_code)
        return f"København {part}" if part else city
    return city


def _part_of_copenhagen(code: str) -> str:
    of_range = (part for least, most, part in _COPENHAGEN if least <= int(code) <= most)
    return next(of_range, _PARTS_OF_COPENHAGEN.get(code, ""))
