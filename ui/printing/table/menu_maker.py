"""Menus to be made: a title by hand, courses and dishes as they are typed, and the sheet of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from app.amounts import typed_number
from app.progress import Report
from app.shop import Shop
from reports.design import designs
from reports.menu_text import courses_in
from resources.words import Words, mark, words_in
from ui.coupons.asked import Asked, Texts
from ui.coupons.maker import Made, Picture
from ui.coupons.sheets import Came, Drawn, Sheets
from ui.loyalty.programme_fields import Misread
from ui.printing.table import asked

if TYPE_CHECKING:
    from reports.menu import Menu

KIND = "menus"
MOST = 1_000
_EXAMPLE = mark(
    "Starters:\nPumpkin soup | 4.50 | 1, 7\nMain courses:\nRoast duck | 14.90 | 1, 3\n"
    "- red cabbage and dumplings\nSweet:\nApple strudel | 4.20 | 1, 3, 7"
)


@dataclass(frozen=True, slots=True)
class _Wish:
    """As it was typed, how many, and how they look."""

    title: str
    text: str
    note: str
    copies: int
    look: asked.Look

    def menu(self, shop: Shop) -> "Menu":
        from reports.menu import read_menu

        language, style = shop.settings.read().language, self.look.style(shop)
        return read_menu(self.title, self.text, self.note, language, style)


class MenuMaker:
    """A `Maker`."""

    parts = (
        (
            mark("The menu"),
            (
                Asked("title", mark("Title, by hand")),
                Asked("copies", mark("How many")),
                Asked(
                    "dishes",
                    mark("Courses and dishes"),
                    help_words=mark(
                        "“Starters:” begins a course, every other line is a dish. Price and allergens"
                        " stand behind bars: Soup | 4.50 | 1, 9. A line that begins with a dash tells"
                        " of the dish above."
                    ),
                    takes_lines=220,
                ),
                Asked("note", mark("A line beneath everything")),
            ),
        ),
        asked.LOOKS,
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        recall = self._shop.settings.recall
        last = {key: recall(f"{key} of {KIND}") for key in ("title", "dishes", "note")}
        if not last["dishes"]:
            words = words_in(self._shop.settings.read().language)
            last |= {"title": words("Welcome"), "dishes": words(_EXAMPLE)}
        return {"copies": "1", **last, **asked.usual(self._shop, KIND)}

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        from reports.menu import PAPERS

        return asked.choices(self._shop, key, PAPERS, self._words)

    def is_asked(self, _one: Asked, _texts: Texts) -> bool:
        return True

    def read(self, texts: Texts) -> Made:
        from reports.menu import menu_cautions, menu_paper

        words, wish = self._words, self._wish(texts)

        def make(shop: Shop, to: BinaryIO, _report: Report) -> Drawn:
            wish.look.remember(shop, KIND)
            for key, value in (("title", wish.title), ("dishes", wish.text), ("note", wish.note)):
                shop.settings.remember(f"{key} of {KIND}", value)
            return Drawn(_draw(wish, shop, to))

        samples: dict[str, Picture] = {
            name: partial(_face, replace(wish, look=replace(wish.look, design=name)))
            for name in designs()
        }
        return Made(
            said=asked.with_cautions(
                words.plural("{n} menu", "{n} menus", wish.copies),
                menu_cautions(wish.menu(self._shop)),
                words,
            ),
            act=words.plural("Print {n} menu", "Print {n} menus", wish.copies),
            picture=partial(_sheet, wish),
            samples=samples,
            sheets=Sheets(
                title=mark("Menu"),
                page=menu_paper(wish.look.paper).page,
                make=make,
                look=partial(_draw, wish),
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} menu came out", "{n} menus came out", came.n)

    def _wish(self, texts: Texts) -> _Wish:
        words, copies = self._words, typed_number(texts["copies"], 0)
        if not courses_in(texts["dishes"]):
            raise Misread("dishes", words("Please write at least one dish."))
        if copies is None or not 1 <= copies <= MOST:
            said = words(
                "Please write a whole number from {least} to {most}.",
                least=1,
                most=words.number(MOST),
            )
            raise Misread("copies", said)
        return _Wish(
            texts["title"], texts["dishes"], texts["note"], int(copies), asked.Look.of(texts)
        )


def _draw(wish: _Wish, shop: Shop, to: BinaryIO) -> int:
    from reports.mail import imprint
    from reports.menu import draw_menus, menu_paper
    from resources.words import words_in

    settings = shop.settings.read()
    said = imprint(words_in(settings.language)("Menu"), settings)
    paper, wearing = menu_paper(wish.look.paper), wish.look.wearing(shop)
    draw_menus(wish.menu(shop), wish.copies, wearing, to, paper=paper, imprint=said)
    return wish.copies


def _sheet(wish: _Wish, shop: Shop) -> bytes:
    """The first page. Raises `TextTooLong`."""
    from reports.menu import draw_menus, menu_paper

    file, paper = BytesIO(), menu_paper(wish.look.paper)
    copies = min(wish.copies, len(paper.places))
    draw_menus(wish.menu(shop), copies, wish.look.wearing(shop), file, paper=paper)
    return file.getvalue()


def _face(wish: _Wish, shop: Shop) -> bytes:
    from reports.menu import menu_paper, preview_menu

    return preview_menu(wish.menu(shop), wish.look.wearing(shop), menu_paper(wish.look.paper))
