"""Sales of before in words: when, how much, what was on the bill, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.loyalty.past_sales import PastSale
from app.money import Money
from app.people import directory
from app.shop import Shop
from reports.amounts import said
from resources.words import Words
from ui.customers.saying import About, gained, past


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSaid:
    """One line of the list; of what `is_gone` nothing is left that could come back."""

    id: int
    amount: str
    detail: str
    aside: str
    is_gone: bool


def past_said(
    shop: Shop, sales: Sequence[PastSale], words: Words, *, named: bool
) -> list[PastSaid]:
    """`named` tells whose each of them was."""
    whose = {one.customer for one in sales if one.customer is not None} if named else set()
    names = {who: row.name for who, row in directory.rows(shop.book, sorted(whose)).items()}
    return [
        PastSaid(
            id=one.id,
            amount=said(Money(one.due, one.currency), words),
            detail=_detail(shop, one, words, names.get(one.customer or 0, "")),
            aside=_aside(one, words),
            is_gone=one.back >= one.due,
        )
        for one in sales
    ]


def when(shop: Shop, one: PastSale, words: Words) -> str:
    """`Yesterday 9:41`."""
    about, zone = About.of(shop, words), ZoneInfo(shop.settings.read().zone)
    return f"{past(one.day, about)} {one.at.astimezone(zone):%H:%M}"


def receipt(one: PastSale, words: Words) -> str:
    """`Receipt R17`; empty where there was none."""
    return words("Receipt {number}", number=words.isolated(one.receipt)) if one.receipt else ""


def _detail(shop: Shop, one: PastSale, words: Words, name: str) -> str:
    items = words.isolated(", ".join(one.items))
    parts = (when(shop, one, words), words.isolated(name), items, receipt(one, words))
    return " · ".join(part for part in parts if part)


def _aside(one: PastSale, words: Words) -> str:
    if one.back >= one.due:
        return words("Came back")
    if one.back:
        back = said(Money(one.back, one.currency), words)
        return words("{amount} came back", amount=back)
    return gained(one.earned, words) if one.earned else ""
