"""How a coupon or gift card looks: its design and its paper, remembered for the next of its kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.shop import Shop
from reports.design import USUAL, designs
from reports.design_words import named_designs, named_papers
from reports.papers import Paper
from reports.vouchers import usual_in
from resources.words import Words
from ui.coupons.asked import Texts

COUPONS, GIFTS = "coupons", "gift cards"
"""Kinds that remember a look of their own."""
KEYS = frozenset({"design", "paper"})


@dataclass(frozen=True, slots=True)
class Look:
    """By the names that designs and papers are kept by."""

    design: str
    paper: str

    @classmethod
    def of(cls, texts: Texts) -> "Look":
        """What is chosen in a form."""
        return cls(texts.get("design", ""), texts.get("paper", ""))

    def others(self) -> Iterator["Look"]:
        """The same paper in every design there is."""
        for name in designs():
            yield Look(name, self.paper)


def usual(shop: Shop, kind: str, papers: Mapping[str, Paper]) -> Texts:
    """As the last ones of that kind were; the first are on what printers take there."""
    design = shop.settings.recall(f"design of {kind}")
    paper = shop.settings.recall(f"paper of {kind}")
    if paper not in papers:
        paper = usual_in(shop.settings.read().country, papers)
    return {"design": design if design in designs() else USUAL, "paper": paper}


def remember(shop: Shop, kind: str, look: Look) -> None:
    shop.settings.remember(f"design of {kind}", look.design)
    shop.settings.remember(f"paper of {kind}", look.paper)


def choices(key: str, papers: Mapping[str, Paper], words: Words) -> Sequence[tuple[str, str]]:
    """What there is to choose from in the field of that key."""
    return named_designs(words) if key == "design" else named_papers(papers, words)
