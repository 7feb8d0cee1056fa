"""Sheets of labels in words: their size, how many are on one, and the paper."""

from decimal import Decimal

from reports.papers import PAGES
from reports.stock import Feed, Stock
from reports.stock_words import sold_for
from resources.words import Words


def millimetres(value: float, words: Words) -> str:
    """`63.5`, as numbers are written here."""
    return words.decimal(Decimal(f"{round(value, 2):g}"))


def size_said(size: tuple[float, float], words: Words) -> str:
    """`63.5 × 38.1 mm`."""
    wide, high = (millimetres(side, words) for side in size)
    return words.isolated(words("{wide} × {high} mm", wide=wide, high=high))


def paper_said(stock: Stock, words: Words) -> str:
    """`A4`, a size, or that it is a roll."""
    if stock.feed is Feed.ROLL:
        return words("a roll")
    if stock.feed is Feed.CONTINUOUS:
        return words("a roll cut to length")
    named = next((name for name, page in PAGES.items() if page == stock.page), "")
    return named or size_said(stock.page, words)


def count_said(stock: Stock, words: Words) -> str:
    """`21 labels on A4`."""
    paper = paper_said(stock, words)
    if stock.feed is not Feed.SHEET:
        return paper
    return words.plural("{n} label on {paper}", "{n} labels on {paper}", stock.labels, paper=paper)


def detail_said(stock: Stock, words: Words) -> str:
    """`63.5 × 38.1 mm · 21 labels on A4`."""
    return f"{size_said(stock.label, words)} · {count_said(stock, words)}"


def purpose_said(stock: Stock, words: Words) -> str:
    purpose = sold_for(stock, words)
    return purpose[:1].upper() + purpose[1:]


def left_said(left: int, words: Words) -> str:
    """How many labels are left."""
    return words.plural("{n} label left", "{n} labels left", left)
