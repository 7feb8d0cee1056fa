"""Finding a sheet: what was used lately and what lies in the drawer first, then all that is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.shop import Shop
from reports.shop_stock import find
from reports.stock import Stock
from resources.words import Words
from ui.printing.sheets.stock_said import detail_said

_LATELY = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRow:
    """One sheet; `aside` says why it comes early: used lately, or some is left in the drawer."""

    stock: Stock
    name: str
    detail: str
    aside: str = ""


def found(shop: Shop, text: str, words: Words, lately: Sequence[str] = ()) -> list[StockRow]:
    """The rows for what was typed; only where nothing was typed does it matter what was used."""
    there = find(shop, text, words)
    left = _left(shop, there)
    if not text.strip():
        there = sorted(there, key=lambda one: _early(one, left, lately))
    own = {one.name for one in shop.printing.sheets.all()}
    return [_row(one, words, left, lately[:_LATELY], own) for one in there]


def _early(one: Stock, left: Mapping[str, int], lately: Sequence[str]) -> int:
    """What was used last comes first, then what is in the drawer; the others stay as they are."""
    if one.name in lately[:_LATELY]:
        return lately.index(one.name)
    return _LATELY if one.name in left else _LATELY + 1


def _left(shop: Shop, there: Sequence[Stock]) -> Mapping[str, int]:
    """How many labels of a sheet are left in the drawer."""
    known = {one.name: one.labels for one in there}
    left: dict[str, int] = {}
    for sheet in shop.printing.drawer.all():
        if sheet.stock in known:
            free = known[sheet.stock] - len(sheet.missing)
            left[sheet.stock] = left.get(sheet.stock, 0) + free
    return left


def _row(
    one: Stock,
    words: Words,
    left: Mapping[str, int],
    lately: Sequence[str],
    own: set[str],
) -> StockRow:
    aside = ""
    if one.name in left:
        aside = words.plural("{n} left in the drawer", "{n} left in the drawer", left[one.name])
    elif one.name in lately:
        aside = words("used lately")
    elif one.name in own:
        aside = words("your own")
    return StockRow(stock=one, name=one.name, detail=detail_said(one, words), aside=aside)
