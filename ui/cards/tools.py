"""What cards are made with: hand, ink, liveliness, paper and its dress, remembered from time to time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.keeping.settings import Settings
from app.shop import Shop
from resources.words import RIGHT_TO_LEFT, Words, mark
from ui.cards.making import (
    MARK_BACK,
    NO_BACK,
    PICTURE_BACK,
    REMEMBERED,
    own_hands,
    remembered,
    said,
    stationery,
)
from ui.cards.shown import Choices, Chosen
from ui.cards.wording import papers

if TYPE_CHECKING:
    from reports.hand.style import Hand
    from reports.stationery import Stationery

LINE_ROOM = 13.0
"""See `reports.stationery`, which is loaded when the first card is drawn."""
LIVELIEST = 1.6
"""The amount at which the slider stands at its end; in the middle of it lies the usual .8."""
HANDS = {
    "Caveat": mark("Quick"),
    "Kalam": mark("Round"),
    "Dancing Script": mark("Festive"),
    "Zeyada": mark("Casual"),
    "Pacifico": mark("Bold"),
    "Amatic SC": mark("Narrow"),
}
INKS = {
    "blue": (mark("Blue ballpoint"), "#192360"),
    "black": (mark("Black fineliner"), "#1B1C1E"),
    "brown": (mark("Brown fountain pen"), "#4D2E1B"),
    "pencil": (mark("Pencil"), "#5B5B5D"),
    "solid": (mark("Solid, for laser printers"), "#000000"),
}
_HEBREW = "Amatic SC"
_LIVELINESS = (
    (12, mark("steady")),
    (38, mark("hardly")),
    (62, mark("a little")),
    (88, mark("lively")),
    (101, mark("very lively")),
)
_BACKS = {
    NO_BACK: mark("Back: blank"),
    MARK_BACK: mark("Back: shop mark"),
    PICTURE_BACK: mark("Back: picture…"),
}
_TURNS = {
    "long": mark("Turned over the long edge"),
    "short": mark("Turned over the short edge"),
}
_GROUNDS = {"": mark("Ground: plain paper"), "picture": mark("Ground: picture or PDF…")}
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolsShown:
    """Everything that the controls show; `hands` come with the word that each is shown by."""

    hands: tuple[tuple[str, str], ...]
    hand: str
    sample: str
    inks: tuple[tuple[str, str, str], ...]
    ink: str
    lively: int
    papers: Chosen
    backs: Chosen
    turns: Chosen
    grounds: Chosen
    own_line: bool
    numbered: bool
    signed: bool
    can_be_signed: bool
    """Whether the owner has given her signature."""
    is_two_sided: bool
    is_dressed: bool
    """Whether anything about the paper is not as usual."""


class Tools:
    """Holds the making; `changed` is called whenever it is another."""

    def __init__(self, shop: Shop, words: Words, changed: Callable[[], None]) -> None:
        self._shop, self._words, self._changed = shop, words, changed
        self.making = remembered(shop)

    def change(self, **wanted: Any) -> None:
        """Takes up other tools, and keeps them at hand for the next time."""
        new = replace(self.making, **wanted)
        if new.paper != self.making.paper:
            new = replace(new, margins=None)
        if new != self.making:
            self.making = new
            self._shop.settings.remember(REMEMBERED, said(new))
            self._changed()

    def put_away(self, picture: str) -> None:
        """A picture that cannot be used, wherever it was to stand; all where it is not known which."""
        making = self.making
        if picture not in {making.ground, making.back_picture}:
            self.change(ground="", back=NO_BACK, back_picture="")
            return
        self.change(ground="" if making.ground == picture else making.ground)
        if making.back_picture == picture:
            self.change(back=NO_BACK, back_picture="")

    def choose_lively(self, percent: int) -> None:
        self.change(amount=round(percent / 100 * LIVELIEST, 3))

    def place_text(self, left: float, top: float, right: float, bottom: float) -> None:
        """Margins as they are dragged: a line for real ink has its room below them."""
        room = LINE_ROOM * self.making.own_line
        self.change(margins=(left, top, right, max(0.0, bottom - room)))

    def stationery(self) -> "Stationery":
        """Raises `PictureRefused` where a picture is gone."""
        return stationery(self.making, self._shop.settings.read())

    def shown(self) -> ToolsShown:
        words, making = self._words, self.making
        settings = self._shop.settings.read()
        back = making.back if making.back != PICTURE_BACK or making.back_picture else NO_BACK
        return ToolsShown(
            hands=tuple(self._hands(settings).items()),
            hand=self._hand(settings),
            sample=settings.owner.split(" ")[0] or words("Hello"),
            inks=tuple((key, words(name), colour) for key, (name, colour) in INKS.items()),
            ink=making.ink,
            lively=min(100, round(making.amount / LIVELIEST * 100)),
            papers=Chosen(choices=papers(_papers(settings), words), key=making.paper),
            backs=self._chosen(_BACKS, back),
            turns=self._chosen(_TURNS, making.turns),
            grounds=self._chosen(_GROUNDS, "picture" if making.ground else ""),
            own_line=making.own_line,
            numbered=making.numbered,
            signed=making.signed,
            can_be_signed=bool(settings.signature),
            is_two_sided=bool(back),
            is_dressed=bool(back or making.ground or making.own_line or making.numbered),
        )

    def hand(self, key: str) -> "Hand":
        """The hand of a tile, ours or the owner's own. Raises `UnknownHand`."""
        from reports.owned import owned

        return owned(self._shop).hand(key)

    def _hands(self, settings: Settings) -> dict[str, str]:
        """Hebrew is written in one hand; a shop that writes it otherwise too has that one last.

        The owner's own come after ours.
        """
        right_to_left = settings.language in RIGHT_TO_LEFT
        ours = {
            key: self._words(name)
            for key, name in HANDS.items()
            if (key == _HEBREW) == right_to_left
        }
        return ours | own_hands(self._shop.keepsakes, settings)

    def _hand(self, settings: Settings) -> str:
        known = self._hands(settings)
        return self.making.hand if self.making.hand in known else next(iter(known))

    def liveliness(self, percent: int) -> str:
        """Where the slider stands, in a word."""
        return self._words(next(word for most, word in _LIVELINESS if percent < most))

    def _chosen(self, names: dict[str, str], key: str) -> Chosen:
        choices: Choices = [(one, self._words(name)) for one, name in names.items()]
        return Chosen(choices=choices, key=key)


def _papers(settings: Settings) -> list[str]:
    """Those that are sold in the shop's country first."""
    from reports.papers import PAPERS

    wants_letter = settings.country in _LETTER_COUNTRIES
    return sorted(
        PAPERS, key=lambda name: ("Letter" in name or name.startswith("4x6")) != wants_letter
    )
