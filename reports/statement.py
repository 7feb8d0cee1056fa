"""A customer's statement: every movement of her points between two days, on as many pages as that takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from app.keeping.settings import Settings
from app.loyalty.accounts import StatementLine, statement
from app.people.customer import Customer
from app.shop import Shop
from reports.coupon_words import language_for
from reports.dress import NAKED, Dress, dress_of
from reports.field import BOLD, INK2, Field, Written, field, front
from reports.list_words import shortened
from reports.mail import imprint
from reports.nameplate import draw_name
from reports.papers import Paper
from reports.sheet import MM, Imprint, Sheet
from resources.words import Words, mark, words_in

KINDS: Mapping[str, str] = {
    "earn": mark("Purchase"),
    "returned": mark("Given back with a refund"),
    "taken": mark("Taken back with a refund"),
    "signup": mark("Welcome"),
    "birthday": mark("Birthday"),
    "reward": mark("Reward"),
    "spend": mark("Paid with points"),
    "adjust": mark("Put right by hand"),
    "lapsed": mark("Expired"),
    "undo": mark("Taken back"),
}

_SHOP = Written(largest=12.0, fonts=BOLD)
_TITLE = Written(largest=24.0, tiny=10.0, fonts=BOLD)
_WHO = Written(largest=11.0, tiny=6.0)
_DAYS = Written(largest=10.0, tiny=6.0, colour=INK2)
_HEAD = Written(largest=8.5, tiny=5.0, colour=INK2, goes_on=True)
_HEAD_END = Written(largest=8.5, tiny=5.0, colour=INK2, align="end", goes_on=True)
_CELL = Written(largest=9.5, tiny=5.0, goes_on=True)
_FIGURE = Written(largest=9.5, tiny=5.0, align="end", goes_on=True)
_SUM = Written(largest=9.5, tiny=5.0, fonts=BOLD, align="end")
_BALANCE = Written(largest=16.0, tiny=8.0, fonts=BOLD)
_FOOT = Written(largest=8.0, tiny=5.0, colour=INK2, align="end")
_EDGE, _ROW, _GAP = 22.0, 7.5, 2.0
_DAY, _NUMBER = 32.0, 20.0
"""How wide the columns are; what is said has what they leave."""
_UNDER_HEAD, _UNDER_TABLE = 66.0, 35.0
_HIGHEST, _AIR = 60.0, 2.2
"""The most that a row takes for what somebody wrote, and what of a row is above and below it."""
_LONGEST = 600  # letters
Texts = tuple[str, str, str, str]
Row = tuple[Texts, float]
"""What stands in it, and how high it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """A head, rows of day, what, points and sum, and what there is at the end; all in `language`."""

    shop: str
    title: str
    name: str
    days: str
    head: Texts
    rows: tuple[Texts, ...]
    balance: str
    language: str


def write_statement(
    shop: Shop, customer: int, days: tuple[date | None, date], to: BinaryIO
) -> None:
    """Writes the statement of `days`, both counted in; without a first one, since the beginning."""
    one, settings = shop.customers.get(customer), shop.settings.read()
    since, until = days
    lines = statement(shop.book, one.id, since or date.min, until)
    first = since or (lines[0].day if lines else until)
    facts = statement_facts(one, lines, (first, until), settings)
    said = imprint(facts.title, settings)
    draw_statement(facts, to, dress=dress_of(shop), imprint=said)


def statement_facts(
    one: Customer, lines: Sequence[StatementLine], days: tuple[date, date], settings: Settings
) -> StatementFacts:
    """`lines` as `app.loyalty.accounts.statement` answers them for those `days`."""
    words = words_in(language_for(one, settings))
    since, until = (words.date(day) for day in days)
    total = lines[-1].sum if lines else 0
    return StatementFacts(
        shop=settings.name,
        title=words("Your points"),
        name=words.own_way(one.name_with_titles),
        days=words("From {since} to {until}", since=since, until=until),
        head=(words("Day"), words("What"), words("Points"), words("Together")),
        rows=tuple(_row(line, words) for line in lines),
        balance=words.plural("You have {n} point.", "You have {n} points.", total)
        if lines
        else words("Nothing happened in this time."),
        language=words.language,
    )


def draw_statement(
    facts: StatementFacts,
    to: BinaryIO,
    *,
    dress: Dress = NAKED,
    imprint: Imprint | None = None,
) -> None:
    """Write the statement on the shop's pages, the last page numbered as all are. Raises `TextTooLong`."""
    title = imprint or Imprint(title=facts.title, author=facts.shop)
    sheet = Sheet(to, title, facts.language)
    paper = Paper(name="statement", page=dress.page, card=dress.page)
    pages = _paged(Field(sheet, paper.page, facts.language), facts.rows)
    for number, rows in enumerate(pages, 1):
        sheet.begin_page(paper.page[0] * MM, paper.page[1] * MM)
        with field(sheet, paper, front(paper.places[0]), facts.language) as one:
            if number == 1:
                _head(one, facts, dress)
            top = _table(one, facts.head, rows, _EDGE if number > 1 else _UNDER_HEAD)
            if number == len(pages):
                how = replace(_BALANCE, colour=dress.colours.accent)
                one.text(facts.balance, (_EDGE, top + 5.0), (_wide(one), 9.0), how)
            if len(pages) > 1:
                foot = f"{number} / {len(pages)}"
                one.text(foot, (_EDGE, one.size[1] - 15.0), (_wide(one), 5.0), _FOOT)
        sheet.end_page()
    sheet.save()


def _paged(one: Field, rows: Sequence[Texts]) -> list[list[Row]]:
    """As many rows on a page as it holds, each so high as what is said in it."""
    pages: list[list[Row]] = [[]]
    reached = _UNDER_HEAD + _ROW
    for texts in rows:
        _, high = one.measured(texts[1], (_widths(one)[1] - _GAP, _HIGHEST), _CELL)
        row = max(_ROW, high + _AIR)
        if reached + row > one.size[1] - _UNDER_TABLE:
            pages.append([])
            reached = _EDGE + _ROW
        pages[-1].append((texts, row))
        reached += row
    return pages


def _head(one: Field, facts: StatementFacts, dress: Dress) -> None:
    draw_name(one, (facts.shop, dress), (_EDGE, 18.0), (_wide(one), 9.0), _SHOP)
    one.text(facts.title, (_EDGE, 35.0), (_wide(one), 12.0), _TITLE)
    one.text(facts.name, (_EDGE, 48.0), (_wide(one), 6.0), _WHO)
    one.text(facts.days, (_EDGE, 54.0), (_wide(one), 6.0), _DAYS)


def _table(one: Field, head: Texts, rows: Sequence[Row], top: float) -> float:
    """How far down it reaches."""
    _cells(one, (head, _ROW), top, (_HEAD, _HEAD, _HEAD_END, _HEAD_END))
    top += _ROW
    for row in rows:
        one.line((_EDGE, top), _wide(one))
        _cells(one, row, top, (_CELL, _CELL, _FIGURE, _SUM))
        top += row[1]
    return top


def _cells(
    one: Field, row: Row, top: float, manners: tuple[Written, Written, Written, Written]
) -> None:
    (texts, high), at = row, _EDGE
    for text, wide, how in zip(texts, _widths(one), manners, strict=True):
        if text:
            room = (wide if how.align == "end" else wide - _GAP, high)
            one.text(text, (at, top), room, how)
        at += wide


def _row(line: StatementLine, words: Words) -> Texts:
    said = shortened(line.reason, _LONGEST) or (
        words(KINDS[line.kind]) if line.kind in KINDS else line.kind
    )
    if line.expires:
        until = words.date(line.expires, "medium")
        said = words("{what}, good until {day}", what=said, day=until)
    sign = "+" if line.points > 0 else "\N{MINUS SIGN}"
    points = words.isolated(f"{sign}{words.number(abs(line.points))}")
    return words.date(line.day, "medium"), said, points, words.number(line.sum)


def _widths(one: Field) -> tuple[float, float, float, float]:
    return _DAY, _wide(one) - _DAY - 2 * _NUMBER, _NUMBER, _NUMBER


def _wide(one: Field) -> float:
    return one.size[0] - 2 * _EDGE
