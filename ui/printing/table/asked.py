"""What is asked of everything for the table: its design, its paper, and the hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from app.shop import Shop
from reports.design import USUAL, designs
from reports.design_words import named_designs, named_table_papers
from reports.hand.style import HANDS
from resources.words import Words, mark
from ui.cards.tools import INKS
from ui.coupons.asked import Asked, Texts

if TYPE_CHECKING:
    from reports.cautions import Caution
    from reports.dress import Wearing
    from reports.hand.style import Style

IN_TYPE = ""
"""No hand at all."""
DESIGN, PAPER = Asked("design", mark("Design")), Asked("paper", mark("Paper"))
HAND, INK = Asked("hand", mark("Hand")), Asked("ink", mark("Ink"))
LOOKS = (mark("How it looks"), (DESIGN, PAPER, HAND, INK))
_MOST_TOLD = 6
_USUAL_HAND = next(iter(HANDS))


@dataclass(frozen=True, slots=True)
class Look:
    """By the names that they are kept by."""

    design: str
    paper: str
    hand: str
    ink: str

    @classmethod
    def of(cls, texts: Texts) -> "Look":
        """What is chosen in a form."""
        return cls(*(texts.get(key, "") for key in ("design", "paper", "hand", "ink")))

    def wearing(self, shop: Shop) -> "Wearing":
        from reports.dress import wearing_of

        return wearing_of(shop, self.design)

    def style(self, shop: Shop) -> "Style":
        from reports.owned import owned

        return owned(shop).style(self.hand or None, self.ink or "blue", signed=False)

    def remember(self, shop: Shop, kind: str) -> None:
        """For the next of its kind."""
        for key in ("design", "paper", "hand", "ink"):
            shop.settings.remember(f"{key} of {kind}", getattr(self, key))


def with_cautions(said: str, cautions: "Iterable[Caution]", words: Words) -> str:
    """What will be printed, and beneath it what to know before."""
    from reports.sentences import caution

    told = [caution(one, words) for one in islice(cautions, _MOST_TOLD)]
    return "\n".join([said, *told])


def usual(shop: Shop, kind: str, *, in_type: bool = False) -> Texts:
    """As the last ones of that kind looked."""
    kept = {key: shop.settings.recall(f"{key} of {kind}") for key in ("design", "paper", "ink")}
    hand = shop.settings.recall(f"hand of {kind}")
    design = kept["design"] if kept["design"] in designs() else USUAL
    return {**kept, "design": design, "hand": hand or ("" if in_type else _USUAL_HAND)}


def choices(
    shop: Shop, key: str, papers: Mapping[str, object], words: Words
) -> Sequence[tuple[str, str]]:
    """What there is to choose from in the field of that key."""
    from reports.owned import owned

    if key == "design":
        return named_designs(words)
    if key == "paper":
        return named_table_papers(papers, words)
    if key == "ink":
        return [(name, words(said)) for name, (said, _colour) in INKS.items()]
    if key == "hand":
        own = [(hand.key, hand.name) for hand in owned(shop).hands()]
        return [*((key, hand.name) for key, hand in HANDS.items()), *own]
    return ()
