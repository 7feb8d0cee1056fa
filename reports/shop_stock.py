"""The sheets that one shop knows: those that everybody knows, and the owner's own."""

from collections.abc import Mapping
from typing import Any

from app.printing.own_sheets import OwnSheet
from app.shop import Shop
from reports.grid import Grid, Shape
from reports.stock import Feed, Purpose, Stock, UnknownStock, folded, nearest, stock, stocks
from reports.stock_search import find_stock
from resources.words import Words


def known(shop: Shop) -> tuple[Stock, ...]:
    """The owner's own first."""
    return (*own(shop), *stocks())


def own(shop: Shop) -> tuple[Stock, ...]:
    """In the order in which she added them."""
    return tuple(read_sheet(one) for one in shop.printing.sheets.all())


def stock_of(shop: Shop, name: str) -> Stock:
    """As `reports.stock.stock`, but a sheet of the owner's own comes first. Raises `UnknownStock`."""
    asked = folded(name)
    for one in own(shop):
        if folded(one.name) == asked:
            return one
    try:
        return stock(name)
    except UnknownStock as unknown:
        raise UnknownStock(name=name, near=nearest(name, known(shop))) from unknown


def find(shop: Shop, text: str, words: Words | None = None) -> list[Stock]:
    """As `reports.stock_search.find_stock`, among all that the shop knows."""
    return find_stock(text, words, known(shop))


def measures_of(sheet: Stock) -> dict[str, Any]:
    """What `read_sheet` makes the sheet of again, apart from its name; millimetres."""
    return {
        "page": list(sheet.page),
        "label": list(sheet.label),
        "grids": [
            {
                "columns": grid.columns,
                "rows": grid.rows,
                "first": list(grid.first),
                "pitch": list(grid.pitch),
            }
            for grid in sheet.grids
        ],
        "corner": sheet.corner,
        "shape": sheet.shape.value,
        "feed": sheet.feed.value,
        "purpose": sheet.purpose.value,
        "aliases": list(sheet.aliases),
        "as_written": sheet.as_written,
    }


def read_sheet(kept: OwnSheet) -> Stock:
    """A sheet of the owner's own, under the name that she gave it."""
    said = kept.measures
    main, *more = [_grid(one) for one in said["grids"]]
    return Stock(
        brand="",
        part=kept.name,
        aliases=tuple(said["aliases"]),
        page=_pair(said["page"]),
        label=_pair(said["label"]),
        columns=main.columns,
        rows=main.rows,
        first=main.first,
        pitch=main.pitch,
        corner=said["corner"],
        more=tuple(more),
        shape=Shape(said["shape"]),
        feed=Feed(said["feed"]),
        purpose=Purpose(said["purpose"]),
        as_written=said["as_written"],
    )


def _grid(said: Mapping[str, Any]) -> Grid:
    return Grid(
        columns=said["columns"],
        rows=said["rows"],
        first=_pair(said["first"]),
        pitch=_pair(said["pitch"]),
    )


def _pair(said: list[float]) -> tuple[float, float]:
    return (float(said[0]), float(said[1]))
