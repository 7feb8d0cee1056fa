"""How cards are to be made: hand, pen and stationery, as the owner chose them last."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.keeping.settings import Settings
from app.shop import Shop
from reports.hand.style import OWN

if TYPE_CHECKING:
    from app.keeping.keepsakes import Keepsakes
    from reports.hand.style import Style
    from reports.pictures import Picture
    from reports.stationery import Stationery

REMEMBERED = "cards"
NO_BACK, MARK_BACK, PICTURE_BACK = "", "mark", "picture"
_PICTURES = 8
Millimetres = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Names of a hand, an ink and a paper; no hand is the usual one. Pictures are paths of files.

    `turns` is the edge over which the printer turns a sheet: long or short. `numbered` cards have the small
    number that their envelopes and labels have, too.
    """

    hand: str = ""
    ink: str = "blue"
    amount: float = 0.8
    paper: str = "A6"
    margins: Millimetres | None = None
    ground: str = ""
    back: str = NO_BACK
    back_picture: str = ""
    turns: str = "long"
    own_line: bool = False
    signed: bool = True
    numbered: bool = False

    @property
    def is_two_sided(self) -> bool:
        """Whether something stands on the back."""
        return bool(self.back and (self.back != PICTURE_BACK or self.back_picture))

    def on(self, paper: str) -> "Making":
        """On another paper; what was dragged on the one before means nothing there."""
        return self if paper == self.paper else replace(self, paper=paper, margins=None)


def remembered(shop: Shop) -> Making:
    """As the owner made cards last."""
    return recalled(shop.settings.recall(REMEMBERED))


def said(making: Making) -> str:
    """As it is remembered."""
    return json.dumps(asdict(making))


def recalled(text: str) -> Making:
    """What was remembered; the usual where nothing was, or where another version wrote it."""
    with suppress(ValueError, TypeError):
        kept = json.loads(text)
        known = {field.name: kept[field.name] for field in fields(Making) if field.name in kept}
        if known.get("margins"):
            known["margins"] = tuple(map(float, known["margins"]))
        return Making(**known)
    return Making()


def style(making: Making, shop: Shop) -> "Style":
    """In the usual hand where the owner removed her own. Raises `UnknownHand` and `UnknownInk`."""
    from reports.owned import owned

    settings, hand = shop.settings.read(), making.hand
    if hand.startswith(OWN) and hand not in own_hands(shop.keepsakes, settings):
        hand = ""
    return owned(shop).style(hand or None, making.ink, making.amount, signed=making.signed)


def own_hands(keepsakes: "Keepsakes", settings: Settings) -> dict[str, str]:
    """The keys and names of the hands that the owner added."""
    return {OWN + name: keepsakes.title(name) for name in settings.own_hands.split()}


def stationery(making: Making, settings: Settings) -> "Stationery":
    """Raises `UnknownPaper` and `PictureRefused`."""
    from reports.papers import Edge, paper
    from reports.stationery import Margins, Stationery

    sheet = paper(making.paper)
    margins = making.margins and Margins(
        left=making.margins[0],
        top=making.margins[1],
        right=making.margins[2],
        bottom=making.margins[3],
    )
    return Stationery(
        paper=sheet,
        margins=margins or None,
        ground=_picture(making.ground, sheet.card) if making.ground else None,
        back=_back(making, settings, sheet.card),
        edge=Edge(making.turns),
        own_line=making.own_line,
    )


def _back(making: Making, settings: Settings, form: tuple[float, float]) -> Any:
    from reports.stationery import ShopMark

    if making.back == PICTURE_BACK and making.back_picture:
        return _picture(making.back_picture, form)
    if making.back == MARK_BACK:
        return ShopMark(name=settings.name or "Regulars", language=settings.language)
    return None


def _picture(path: str, form: tuple[float, float]) -> "Picture":
    file = Path(path)
    return _opened(file, file.stat().st_mtime if file.is_file() else 0.0, form)


@lru_cache(maxsize=_PICTURES)
def _opened(path: Path, _changed: float, form: tuple[float, float]) -> "Picture":
    """Opened anew only when it has changed or another form is wanted."""
    from reports.pictures import picture

    return picture(path, form)
