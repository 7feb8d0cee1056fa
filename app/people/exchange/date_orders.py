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
POINTED = re.compile(r"^\D*\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}\b")
PLAINLY_DAY_FIRST = re.compile(r"^\D*(?:1[3-9]|2\d|3[01])\.\s*\d{1,2}\.\s*\d{2,4}\b")
YEAR_FIRST = re.compile(r"^\s*\d{4}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}")
MIXED = 0.2
"""From this share of contrary cells on, the column has no order of its own."""
SHOWN_EXAMPLES = 3
# `Born (dd/mm/yyyy)`, `datum (DD.MM.RRRR)`, `дата (дд.мм.гггг)`
SAID_IN_HEADERS = (
    (Order.DMY, re.compile(r"(?<![^\W_])(?:dd?|дд?)\W{0,3}(?:mm?|мм?)(?:[yrågгж]|[\W_]|$)")),
    (Order.MDY, re.compile(r"(?<![^\W_])mm?\W{0,3}dd?(?:y|[\W_]|$)")),
    (Order.YMD, re.compile(r"(?<![^\W_])(?:y{2,4}|r{2,4})\W{0,3}mm?\W{0,3}dd?(?:[\W_]|$)")),
)


@dataclass(slots=True)
class Evidence:
    """What a column's different cells say.

    `day_first` and `month_first` can be read one way only, `pointed` are written with points as only
    people do who put the day first, `certain` have no order, `in_doubt` can be read both ways.
    """

    day_first: int = 0
    month_first: int = 0
    pointed: int = 0
    certain: int = 0
    in_doubt: int = 0
    examples: tuple[str, ...] = ()

    @property
    def order(self) -> Order | None:
        """None when the cells do not tell."""
        usual = Order.DMY if self.pointed else None
        return self.proven or (None if self.day_first + self.month_first else usual)

    @property
    def proven(self) -> Order | None:
        """The order of those cells that can be read one way only."""
        votes = self.day_first + self.month_first
        if not votes or min(self.day_first, self.month_first) >= votes * MIXED:
            return None
        return Order.DMY if self.day_first > self.month_first else Order.MDY

    @property
    def is_open(self) -> bool:
        """Whether the order matters for most of the column and the cells do not tell it."""
        sure = self.day_first + self.month_first + self.certain
        return self.in_doubt > sure and self.order is None


def order_said(header: str) -> Order | None:
    """The order that a header itself names, as `Born (dd/mm/yyyy)` does."""
    low = header.casefold()
    found = [order for order, pattern in SAID_IN_HEADERS if pattern.search(low)]
    return Order.YMD if Order.YMD in found else next(iter(found), None)


def weigh(cells: Iterable[Cell], on: date) -> Evidence:
    """The evidence of distinct `cells`; only figures without points can be in doubt."""
    evidence = Evidence()
    examples: list[str] = []
    for cell in cells:
        if not isinstance(cell, str):
            evidence.certain += isinstance(cell, date)
        elif not IN_DOUBT.search(cell):
            evidence.day_first += PLAINLY_DAY_FIRST.search(cell) is not None
            evidence.pointed += POINTED.search(cell) is not None
            evidence.certain += YEAR_FIRST.search(cell) is not None
        elif _weigh_figures(cell.strip(), on, evidence) and len(examples) < SHOWN_EXAMPLES:
            examples.append(cell.strip())
    evidence.examples = tuple(examples)
    return evidence


def _weigh_figures(cell: str, on: date, evidence: Evidence) -> bool:
    """Adds one cell to the evidence; whether it can be read both ways."""
    found = readings(cell, on)
    day_first, month_first = found.get(Order.DMY), found.get(Order.MDY)
    if day_first == month_first:
        evidence.certain += day_first is not None
    elif not month_first:
        evidence.day_first += 1
    elif not day_first:
        evidence.month_first += 1
    else:
        evidence.in_doubt += 1
        return True
    return False


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
    found = {evidence.proven for evidence in others} - {None}
    usual = order_of_country(country)
    return usual if usual and found == {usual} else None
