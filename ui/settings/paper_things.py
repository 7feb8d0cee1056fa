"""What the section of Settings about paper does: the shop's colour, its logo, its words."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from app.errors import ShopError
from app.keeping.colours import read_colour
from app.keeping.settings import Settings
from app.shop import Shop
from reports.sentences import sentence
from resources.words import Words, mark

Result = TypeVar("Result")
Told = Callable[[str], None]
"""Told what is wrong with a file, or "" when it is used from now on."""
COLOURS = (
    ("#B0452A", mark("Terracotta")),
    ("#7A2350", mark("Plum")),
    ("#1F5266", mark("Petrol")),
    ("#2E6B50", mark("Forest")),
    ("#4A5A2A", mark("Olive")),
    ("#8A5A00", mark("Honey")),
    ("#33405E", mark("Slate")),
    ("#221D19", mark("Black")),
)
"""Colours that look well on paper, for those who have none yet."""


class DeskSide(Protocol):
    """What this section asks of the desk."""

    shop: Shop
    words: Words

    def tell_last(self) -> None:
        """Says what was done last, and offers to undo it."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object:
        """Reads on the side, with nothing said about it, and hands the result over here."""


class PaperThings:
    """Each answer is kept at once and can be undone; a logo that was used before stays in the book."""

    def __init__(self, desk: DeskSide) -> None:
        self._desk = desk

    @property
    def settings(self) -> Settings:
        """As the shop is set now."""
        return self._desk.shop.settings.read()

    @property
    def colours(self) -> list[tuple[str, str]]:
        """Those to choose from, each with its name; a colour of the shop's own is the last."""
        words = self._desk.words
        found = [(colour, words(name)) for colour, name in COLOURS]
        own = self.colour
        return found if own in dict(found) else [*found, (own, own)]

    @property
    def colour(self) -> str:
        """The one that is worn now."""
        return self.settings.shop_colour or COLOURS[0][0]

    def choose_colour(self, text: str) -> None:
        colour = read_colour(text)
        if colour is not None and colour != self.colour:
            self._decide(shop_colour=colour)

    def say(self, text: str) -> None:
        """The shop's own words, such as its address."""
        if text.strip() != self.settings.paper_words:
            self._decide(paper_words=text.strip())

    def take_logo(self, file: Path, told: Told) -> None:
        """Takes the logo in a file, which is read on the side."""
        from ui.settings.logo_file import read_logo

        def attempt(_shop: Shop) -> bytes | ShopError:
            try:
                return read_logo(file)
            except ShopError as refused:
                return refused

        def show(found: bytes | ShopError) -> None:
            if isinstance(found, ShopError):
                told(sentence(found, self._desk.words))
                return
            self._decide(logo=self._desk.shop.keepsakes.keep(file.stem, found))
            told("")

        self._desk.look_up(attempt, show)

    def leave_logo(self) -> None:
        """The mark with the first letter of the shop's name stands there again."""
        if self.settings.logo:
            self._decide(logo="")

    def _decide(self, **wanted: str) -> None:
        self._desk.shop.settings.change(**wanted)
        self._desk.tell_last()
