"""Label sheets: where the labels lie on a page, read from `resources/stock` and checked."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.errors import ShopError
from reports.papers import PAGES
from resources import path

_SLACK = 0.005  # templates round to hundredths of a millimetre


class UnknownStock(ShopError):
    """There is no sheet called `name`; `known` lists those there are."""


class BadStock(ShopError):
    """The sheet `name` cannot be as it is written: `why` is off_the_page, overlap or not_positive."""


class NoSuchLabel(ShopError):
    """A sheet of `labels` labels has none numbered `start`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A sheet of labels in millimetres; `first` is the left and upper edge of the first one.

    Raises `BadStock` when the labels overlap or do not lie on the page.
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

    def __post_init__(self) -> None:
        if (
            min(*self.label, *self.pitch, self.columns, self.rows) <= 0
            or min(*self.first, self.corner) < 0
        ):
            raise BadStock(name=self.name, why="not_positive")
        for axis, count in enumerate((self.columns, self.rows)):
            if count > 1 and self.pitch[axis] < self.label[axis] - _SLACK:
                raise BadStock(name=self.name, why="overlap")
            end = self.first[axis] + (count - 1) * self.pitch[axis] + self.label[axis]
            if end > self.page[axis] + _SLACK:
                raise BadStock(name=self.name, why="off_the_page")

    @property
    def name(self) -> str:
        return f"{self.brand} {self.part}"

    @property
    def labels(self) -> int:
        """How many there are on a sheet."""
        return self.columns * self.rows

    def place(self, number: int) -> tuple[float, float]:
        """Left and upper edge of a label; 1 is the first, then to the right, then down."""
        row, column = divmod(number - 1, self.columns)
        return (self.first[0] + column * self.pitch[0], self.first[1] + row * self.pitch[1])

    def check_start(self, start: int) -> None:
        """Raises `NoSuchLabel` where the sheet has no label numbered `start`."""
        if not 1 <= start <= self.labels:
            raise NoSuchLabel(start=start, labels=self.labels)


@cache
def stocks() -> tuple[Stock, ...]:
    """Every sheet that is known, by file and in the order of the file."""
    files = sorted(path("stock").glob("*.toml"))
    return tuple(sheet for file in files for sheet in _read(file.read_text("utf-8")))


def stock(name: str) -> Stock:
    """The sheet called `name`: by part, alias, or either with the brand before it. Raises `UnknownStock`."""
    found = _by_name().get(_folded(name))
    if found is None:
        raise UnknownStock(name=name, known=tuple(sheet.part for sheet in stocks()))
    return found


@cache
def _by_name() -> Mapping[str, Stock]:
    """The first sheet of a name wins, and a part comes before any alias."""
    named: dict[str, Stock] = {}
    for sheet in stocks():
        named.setdefault(_folded(sheet.part), sheet)
        named.setdefault(_folded(sheet.name), sheet)
    for sheet in stocks():
        for alias in sheet.aliases:
            named.setdefault(_folded(alias), sheet)
            named.setdefault(_folded(f"{sheet.brand} {alias}"), sheet)
    return named


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _read(text: str) -> Iterator[Stock]:
    for entry in tomllib.loads(text)["sheet"]:
        page = entry["page"]
        yield Stock(
            brand=entry["brand"],
            part=entry["part"],
            aliases=tuple(entry.get("aliases", ())),
            page=PAGES[page] if isinstance(page, str) else tuple(page),
            label=tuple(entry["label"]),
            columns=entry["columns"],
            rows=entry["rows"],
            first=tuple(entry["first"]),
            pitch=tuple(entry["pitch"]),
            corner=entry.get("corner", 0.0),
        )
