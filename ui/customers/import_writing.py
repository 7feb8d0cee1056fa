"""Writes a list into the book, in another thread than the screens'."""

from typing import TYPE_CHECKING

from app.progress import Report
from app.shop import Shop
from ui.customers.import_reading import Draft

if TYPE_CHECKING:
    from app.people.importing import Result


def take_over(shop: Shop, draft: Draft, mode: str, report: Report, *, keeps: bool) -> "Result":
    """Every row of `draft`, all of it or nothing; with `keeps` its columns are remembered.

    Raises `Busy`, and `Cancelled` from `report`.
    """
    from app.people.importing import Mode, import_list
    from app.people.remembered import remember

    opened, rows = draft.opened, draft.rows

    def told(row: int, _height: int) -> None:
        report(min(max(row - opened.columns.last_header, 0), rows), rows)

    result = import_list(shop.book, shop.history, opened, mode=Mode(mode), report=told)
    if keeps and opened.columns.headers:
        remember(shop.book, opened)
    return result
