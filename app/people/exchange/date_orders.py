"""Decides for a whole column in which order day and month stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from app.people.exchange.dates import readings
from app.people.exchange.mapping import Order
from app.people.exchange.sheets import Cell

IN_DOUBT = re.compile(r"^\D*\d{1,2}\s*[/\\\s–-]\s*\d{1,2}\b")
MIXED = 0.2
"""From this share of contrary cells on, the column has no order of its own."""
SHOWN_EXAMPLES = 3


@dataclass(slots=True)
class Evidence:
    """What a column's cells say: how many can be read one way only, and some that can be read both."""

    day_first: int = 0
    month_first: int = 0
    examples: tuple[str, ...] = ()

    @property
    def order(self) -> Order | None:
        """None when the cells do not tell."""
        votes = self.day_first + self.month_first
        if not votes or min(self.day_first, self.month_first) >= votes * MIXED:
            return None
        return Order.DMY if self.day_first > self.month_first else Order.MDY

    @property
    def is_open(self) -> bool:
        """Whether the order matters and the cells do not tell it."""
        return bool(self.examples) and self.order is None


def weigh(cells: Iterable[Cell], on: date) -> Evidence:
    """The evidence of distinct `cells`; only figures without points can be in doubt."""
    evidence = Evidence()
    examples: list[str] = []
    for cell in cells:
        if not isinstance(cell, str) or not IN_DOUBT.search(cell):
            continue
        found = readings(cell.strip(), on)
        day_first, month_first = found.get(Order.DMY), found.get(Order.MDY)
        if day_first and not month_first:
            evidence.day_first += 1
        elif month_first and not day_first:
            evidence.month_first += 1
        elif day_first != month_first and len(examples) < SHOWN_EXAMPLES:
            examples.append(cell.strip())
    evidence.examples = tuple(examples)
    return evidence


@cache
def order_of_country(country: str | None) -> Order | None:
    """How dates are written there; None when its languages differ or nobody knows."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    orders = set()
    for language in get_official_languages(country, de_facto=True) if country else ():
        try:
            pattern = Locale.parse(f"{language}_{country}").date_formats["short"].pattern.lower()
        except (UnknownLocaleError, ValueError):
            continue
        orders.add("".join(sorted("dmy", key=pattern.find)))
    known = orders & set(Order)
    return Order(known.pop()) if len(orders) == 1 and known else None


def settled_by(others: Sequence[Evidence], country: str | None) -> Order | None:
    """The order that the country has, if another column of the file bears it out and none denies it."""
    found = {evidence.order for evidence in others} - {None}
    usual = order_of_country(country)
    return usual if usual and found == {usual} else None
