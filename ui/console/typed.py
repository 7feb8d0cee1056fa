"""What is typed behind an option: days, files, counts and choices, each refused in the owner's own words."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from resources.words import mark

FIRST_YEAR, LAST_YEAR = 1900, 2999
MOST_DAYS = 36_600
"""A hundred years."""


class Mistyped(click.BadParameter):
    """What was typed cannot be meant; `said` is a marked sentence that `facts` fill."""

    def __init__(self, said: str, /, **facts: object) -> None:
        super().__init__(said)
        self.facts = facts


def day(text: str) -> date:
    """A day that a shop may see, `2026-11-22`."""
    try:
        found = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise Mistyped(mark("“{text}” is not a day such as 2026-11-22."), text=text) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        years = {"least": str(FIRST_YEAR), "most": str(LAST_YEAR)}
        raise Mistyped(mark("“{text}” is not between {least} and {most}."), text=text, **years)
    return found


def in_order(first: date | None, last: date | None, *said: str | date) -> None:
    """`said` are the options that these two come from, or the day itself. Raises `Mistyped`."""
    if first and last and first > last:
        raise Mistyped(mark("{first} is after {last}."), first=said[0], last=said[1])


def file_path(text: str) -> Path:
    """The place of a file or folder; no name is none."""
    return Path(filled(text))


def filled(text: str) -> str:
    """A text that is not blank."""
    if not text.strip():
        raise click.MissingParameter
    return text


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """A whole number from `least` to `most`, both included."""

    def n(text: str) -> int:
        found = any_whole(text)
        if most is None and found < least:
            raise Mistyped(mark("“{text}” is less than {least}."), text=text, least=least)
        if most is not None and not least <= found <= most:
            said = mark("“{text}” is not a whole number from {least} to {most}.")
            raise Mistyped(said, text=text, least=least, most=most)
        return found

    return n


def any_whole(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError as error:
        raise Mistyped(mark("“{text}” is not a whole number."), text=text) from error


def figure(least: float, most: float) -> Callable[[str], float]:
    """A number from `least` to `most`, with a point or a comma before its decimals."""

    def x(text: str) -> float:
        try:
            found = float(str(text).replace(",", "."))
        except ValueError:
            found = float("nan")
        if not least <= found <= most:
            said = mark("“{text}” is not a number from {least} to {most}.")
            raise Mistyped(said, text=text, least=least, most=most)
        return found

    return x


class OneOf(click.Choice[str]):
    """One of a few names."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices:
            raise Mistyped(mark("“{text}” is none of {known}."), text=value, known=self.choices)
        return super().convert(value, param, ctx)
