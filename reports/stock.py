"""Sheets and rolls of labels: where the labels lie, read from `resources/stock` and checked."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from typing import Any

from app.errors import ShopError
from reports.grid import Grid, Shape, overlap, sticks_out
from reports.papers import PAGES
from resources import path

_SLACK = 0.005  # millimetres: our own measures are rounded to hundredths
_LOOSE = 0.2  # those of others are rounded by hand; a printer feeds no sheet more exactly
_CUT_FROM, _CUT_TO = 10.0, 1000.0  # millimetres: what label printers cut off a tape
_SAID_NEAR = 3
_LONGEST_NAME = 60
_LENGTH = re.compile(r"(?P<name>.+?)[\s,]+(?P<length>\d+(?:[.,]\d+)?)\s*mm\s*", re.IGNORECASE)
# One maker under several names: a sheet of either answers to all of them.
_ONE_MAKER = ("Avery", "Zweckform", "Avery Zweckform")


class UnknownStock(ShopError):
    """There is no sheet called `name`; `near` are the three whose names are most like it."""


class BadStock(ShopError):
    """The sheet `name` cannot be as it is written: `why` is off_the_page, overlap or not_positive."""


class NoSuchLabel(ShopError):
    """A sheet of `labels` labels has none numbered `start`."""


class Feed(StrEnum):
    """How the printer takes it: a sheet, a roll of labels of one size, or a tape that it cuts itself."""

    SHEET = "sheet"
    ROLL = "roll"
    CONTINUOUS = "continuous"


class Purpose(StrEnum):
    """What it is sold for."""

    ADDRESS = "address"
    PARCEL = "parcel"
    RETURN = "return"
    SMALL = "small"
    FILE = "file"
    BADGE = "badge"
    STICKER = "sticker"
    CARD = "card"
    POSTCARD = "postcard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A sheet of labels in millimetres; `first` is the left and upper edge of the first one.

    `more` are labels of the same size that stand elsewhere on it. Raises `BadStock` when the labels overlap
    or do not lie on the page; one that was taken `as_written` elsewhere may be so, and `amiss` tells.
    """

    brand: str
    part: str
    aliases: tuple[str, ...]
    page: tuple[float, float]
    label: tuple[float, float]
    columns: int
    rows: int
    first: tuple[float, float]
    pitch: tuple[float, float]
    corner: float = 0.0
    more: tuple[Grid, ...] = ()
    shape: Shape = Shape.RECTANGLE
    feed: Feed = Feed.SHEET
    purpose: Purpose = Purpose.ADDRESS
    as_written: bool = False

    def __post_init__(self) -> None:
        counts = [count for grid in self.grids for count in (grid.columns, grid.rows)]
        sizes = [side for grid in self.grids for side in grid.pitch]
        edges = [side for grid in self.grids for side in grid.first]
        if (
            not min(*self.page, *self.label, *counts, *sizes) > 0
            or not min(self.corner, *edges) >= 0
        ):
            raise BadStock(name=self.name, why="not_positive")
        if not self.as_written:
            self.check()

    @property
    def name(self) -> str:
        return f"{self.brand} {self.part}".strip()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Where its labels stand, in the order in which they are numbered."""
        main = Grid(columns=self.columns, rows=self.rows, first=self.first, pitch=self.pitch)
        return (main, *self.more)

    @property
    def labels(self) -> int:
        """How many there are on a sheet."""
        return sum(grid.labels for grid in self.grids)

    @property
    def amiss(self) -> str:
        """`off_the_page` or `overlap` where its labels cannot lie like this, else nothing."""
        slack = _LOOSE if self.as_written else _SLACK
        if any(sticks_out(grid, self.label, self.page, slack) for grid in self.grids):
            return "off_the_page"
        size = (max(self.label[0] - slack, slack), max(self.label[1] - slack, slack))
        return "overlap" if overlap(self.grids, size, self.shape) else ""

    def check(self) -> None:
        """Raises `BadStock` where its labels cannot lie like this."""
        if why := self.amiss:
            raise BadStock(name=self.name, why=why)

    def place(self, number: int) -> tuple[float, float]:
        """Left and upper edge of a label; 1 is the first, then to the right, then down."""
        for grid in self.grids:
            if number <= grid.labels:
                return grid.place(number)
            number -= grid.labels
        raise IndexError(number)

    def check_start(self, start: int) -> None:
        """Raises `NoSuchLabel` where the sheet has no label numbered `start`."""
        if not 1 <= start <= self.labels:
            raise NoSuchLabel(start=start, labels=self.labels)

    def of_length(self, length: float) -> "Stock":
        """A tape cut every `length` millimetres; anything else stays as it is.

        Raises `BadStock` for a length at which no printer cuts.
        """
        if self.feed is not Feed.CONTINUOUS:
            return self
        if not _CUT_FROM <= length <= _CUT_TO:
            raise BadStock(name=f"{self.name} {length:g} mm", why="off_the_page")
        size = (self.label[0], length)
        return replace(self, page=(self.page[0], length), label=size, pitch=size)


@cache
def stocks() -> tuple[Stock, ...]:
    """Every sheet that is known, by file and in the order of the file."""
    files = sorted(path("stock").glob("*.toml"), key=lambda file: file.name)
    return tuple(sheet for file in files for sheet in _read(file.read_text("utf-8")))


def stock(name: str) -> Stock:
    """The sheet called `name`: by part, alias, or either with the brand before it. Raises `UnknownStock`.

    A length after the name of a tape, as in `DK-22205 60 mm`, is where it is cut.
    """
    if found := _by_name().get(folded(name)):
        return found
    cut = _LENGTH.fullmatch(name.strip())
    tape = _by_name().get(folded(cut["name"])) if cut else None
    if cut and tape and tape.feed is Feed.CONTINUOUS:
        return tape.of_length(float(cut["length"].replace(",", ".")))
    raise UnknownStock(name=name, near=nearest(name, stocks()))


def nearest(name: str, known: Sequence[Stock]) -> tuple[str, ...]:
    """The names of the three that are most like `name`."""
    asked = SequenceMatcher(b=folded(name[:_LONGEST_NAME]))

    def likeness(one: Stock) -> float:
        ratios = []
        for called in names_of(one):
            asked.set_seq1(called)
            ratios.append(asked.ratio())
        return max(ratios)

    return tuple(one.name for one in sorted(known, key=likeness, reverse=True)[:_SAID_NEAR])


def names_of(sheet: Stock) -> tuple[str, ...]:
    """All that it answers to, folded: its number first, then the brand's, then its other names."""
    brands = _ONE_MAKER if sheet.brand in _ONE_MAKER else (sheet.brand,)
    called = (sheet.part, *sheet.aliases)
    branded = (f"{brand} {one}" for one in called for brand in brands)
    return tuple(dict.fromkeys(map(folded, (sheet.part, *branded, *sheet.aliases))))


def folded(name: str) -> str:
    """Letters and digits alone, however they were written."""
    return re.sub(r"[\W_]+", "", name).casefold()


@cache
def _by_name() -> Mapping[str, Stock]:
    """The first sheet of a name wins, and a part comes before any alias."""
    named: dict[str, Stock] = {}
    for sheet in stocks():
        named.setdefault(folded(sheet.part), sheet)
        named.setdefault(folded(sheet.name), sheet)
    for sheet in stocks():
        for called in names_of(sheet):
            named.setdefault(called, sheet)
    return named


def _read(text: str) -> Iterator[Stock]:
    for entry in tomllib.loads(text)["sheet"]:
        yield Stock(
            brand=entry["brand"],
            part=entry["part"],
            aliases=tuple(entry.get("aliases", ())),
            label=tuple(entry["label"]),
            corner=entry.get("corner", 0.0),
            shape=Shape(entry.get("shape", Shape.RECTANGLE)),
            purpose=Purpose(entry["purpose"]),
            **_layout(entry),
        )


def _layout(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """A sheet says where its labels lie; on a roll each is a page of its own."""
    feed = Feed(entry.get("feed", Feed.SHEET))
    if feed is not Feed.SHEET:
        size = tuple(entry["label"])
        alone = {"columns": 1, "rows": 1, "first": (0.0, 0.0), "pitch": size}
        return {"feed": feed, "page": size, **alone}
    page = entry["page"]
    return {
        "page": PAGES[page] if isinstance(page, str) else tuple(page),
        "columns": entry["columns"],
        "rows": entry["rows"],
        "first": tuple(entry["first"]),
        "pitch": tuple(entry["pitch"]),
    }
