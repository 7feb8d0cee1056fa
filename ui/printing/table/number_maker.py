"""Table numbers to be made: which tables, in type or by hand, and the sheet of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from app.shop import Shop
from reports.design import designs
from reports.sentences import sentence
from reports.tents import TABLE_NUMBERS, table_number_paper
from resources.words import Words, mark
from ui.coupons.asked import Asked, Texts
from ui.coupons.maker import Made, Picture
from ui.coupons.sheets import Came, Drawn, Sheets
from ui.loyalty.programme_fields import Misread
from ui.printing.table import asked

if TYPE_CHECKING:
    from reports.table_numbers import TableNumber

KIND = "table numbers"


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which tables, and how they look."""

    tables: tuple[str, ...]
    look: asked.Look

    def numbers(self, shop: Shop) -> "list[TableNumber]":
        from reports.table_numbers import table_numbers
        from resources.words import words_in

        style = self.look.style(shop) if self.look.hand else None
        return table_numbers(self.tables, words_in(shop.settings.read().language), style)


class NumberMaker:
    """A `Maker`."""

    parts = (
        (
            mark("The tables"),
            (
                Asked(
                    "tables",
                    mark("Numbers and names"),
                    help_words=mark("For example: 1–12, 14, Window"),
                ),
            ),
        ),
        asked.LOOKS,
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        return {"tables": "1\N{EN DASH}8", **asked.usual(self._shop, KIND, in_type=True)}

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        found = asked.choices(self._shop, key, TABLE_NUMBERS, self._words)
        return [(asked.IN_TYPE, self._words("In type")), *found] if key == "hand" else found

    def is_asked(self, one: Asked, texts: Texts) -> bool:
        return one.key != "ink" or bool(texts.get("hand"))

    def read(self, texts: Texts) -> Made:
        from reports.table_numbers import table_cautions

        words = self._words
        wish = _Wish(self._tables(texts), asked.Look.of(texts))
        n = len(wish.tables)

        def make(shop: Shop, to: BinaryIO, report: Report) -> Drawn:
            wish.look.remember(shop, KIND)
            return Drawn(_draw(wish, shop, to, report))

        samples: dict[str, Picture] = {
            name: partial(_face, replace(wish, look=replace(wish.look, design=name)))
            for name in designs()
        }
        return Made(
            said=asked.with_cautions(
                words.plural("{n} table number", "{n} table numbers", n),
                table_cautions(wish.numbers(self._shop)),
                words,
            ),
            act=words.plural("Print {n} table number", "Print {n} table numbers", n),
            picture=partial(_sheet, wish),
            samples=samples,
            sheets=Sheets(
                title=mark("Table numbers"),
                page=table_number_paper(wish.look.paper).page,
                make=make,
                look=lambda shop, to: _draw(wish, shop, to, unheard),
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} table number came out", "{n} table numbers came out", came.n)

    def _tables(self, texts: Texts) -> tuple[str, ...]:
        from reports.table_numbers import tables_in

        if not texts["tables"]:
            raise Misread("tables", self._words("Please say which tables."))
        try:
            return tuple(tables_in(texts["tables"]))
        except ShopError as refused:
            raise Misread("tables", sentence(refused, self._words)) from refused


def _draw(wish: _Wish, shop: Shop, to: BinaryIO, report: Report) -> int:
    from reports.mail import imprint
    from reports.table_numbers import draw_table_numbers
    from resources.words import words_in

    settings, numbers = shop.settings.read(), wish.numbers(shop)
    said = imprint(words_in(settings.language)("Table numbers"), settings)
    wearing, tents = wish.look.wearing(shop), table_number_paper(wish.look.paper)
    draw_table_numbers(numbers, wearing, to, report, tents=tents, imprint=said)
    return len(numbers)


def _sheet(wish: _Wish, shop: Shop) -> bytes:
    """The first page. Raises `TextTooLong`."""
    from reports.table_numbers import draw_table_numbers

    file, tents = BytesIO(), table_number_paper(wish.look.paper)
    some = wish.numbers(shop)[: len(tents.places)]
    draw_table_numbers(some, wish.look.wearing(shop), file, unheard, tents=tents)
    return file.getvalue()


def _face(wish: _Wish, shop: Shop) -> bytes:
    from reports.table_numbers import preview_table_number

    tents = table_number_paper(wish.look.paper)
    return preview_table_number(wish.numbers(shop)[0], wish.look.wearing(shop), tents)
