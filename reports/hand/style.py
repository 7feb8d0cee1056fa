"""How a card is written: which hand, how lively, with which pen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reports.hand.signature import Signature

FACE_OF_DRAWINGS = "Drawn"
OWN = "own "
"""The typeface of an owner's hand is called so, and after what is in its file."""
AMOUNT = 0.8
"""How far a hand strays by default: 0 is the bare font, 1 lively, 1.6 hurried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """A typeface and what is peculiar to writing with it.

    Sizes are points on a card of A6: between `largest` and `smallest` it reads well, down to `tiny` it can
    be read. `leading` and `tracking` are ems; `gap` is the ink between words and `least_gap` its least, in
    x-heights. `connect` says how much of its own movement a letter gives up where it meets the next.
    `warp`, `joint` and `bounce` are movements in x-heights, `wander` and `dots` are how far the base line
    and the accents stray beside what is usual, `weight` makes all strokes heavier or lighter.
    """

    name: str
    face: str
    largest: float
    smallest: float
    tiny: float
    leading: float
    gap: float = 0.8
    least_gap: float = 0.58
    tracking: float = 0.0
    spacing: float = 0.008
    connect: float = 0.0
    warp: float = 0.042
    joint: float = 0.03
    bounce: float = 0.05
    wander: float = 1.0
    weight: float = 0.0
    dots: float = 1.0
    right_to_left: bool = False
    both_ways: bool = False
    """Whether it has letters for either direction."""

    @property
    def key(self) -> str:
        """What it is kept by: its name, or the typeface of an owner's own."""
        return self.name if HANDS.get(self.name) == self else self.face


HANDS: Mapping[str, Hand] = {
    hand.name: hand
    for hand in (
        Hand(
            name="Caveat",
            face="Caveat-Regular",
            largest=22.0,
            smallest=14.0,
            tiny=10.0,
            leading=1.12,
            bounce=0.01,
            wander=1.3,
        ),
        Hand(
            name="Zeyada",
            face="Zeyada-Regular",
            largest=22.0,
            smallest=14.0,
            tiny=10.0,
            leading=1.16,
            wander=1.25,
        ),
        Hand(
            name="Kalam",
            face="Kalam-Regular",
            largest=17.0,
            smallest=11.0,
            tiny=8.5,
            leading=1.38,
            wander=1.25,
        ),
        Hand(
            name="Dancing Script",
            face="DancingScript-Regular",
            largest=21.0,
            smallest=14.0,
            tiny=10.0,
            leading=1.2,
            wander=1.25,
            dots=1.3,
            bounce=0.09,
            connect=0.85,
            spacing=0.006,
        ),
        Hand(
            name="Pacifico",
            face="Pacifico-Regular",
            largest=16.5,
            smallest=11.0,
            tiny=8.0,
            leading=1.5,
            wander=1.25,
            bounce=0.08,
            connect=0.85,
            spacing=0.006,
            weight=-0.12,
        ),
        Hand(
            name="Amatic SC",
            face="AmaticSC-Bold",
            largest=25.0,
            smallest=15.0,
            tiny=11.0,
            leading=1.16,
            gap=0.58,
            least_gap=0.5,
            tracking=0.022,
            warp=0.031,
            joint=0.01,
            bounce=0.0,
            wander=3.5,
            right_to_left=True,
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A pen: its colour in thousandths, how much the tone changes from letter to letter, how broad it is."""

    name: str
    pen: str
    colour: tuple[int, int, int]
    tone: float = 0.026
    weight: float = 0.0


INKS: Mapping[str, Ink] = {
    ink.name: ink
    for ink in (
        Ink(name="blue", pen="ballpoint", colour=(98, 137, 365)),
        Ink(name="black", pen="fineliner", colour=(105, 108, 118), weight=0.06),
        Ink(name="brown", pen="fountain pen", colour=(300, 180, 106), weight=0.04),
        Ink(name="pencil", pen="pencil", colour=(355, 355, 365), tone=0.06, weight=-0.05),
        Ink(name="solid", pen="laser", colour=(0, 0, 0), tone=0.0),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the owner chose; no hand means the one that the language is usually written with here.

    So many of a text's last lines stand `beneath` the signature, where there is one.
    """

    hand: Hand | None = None
    ink: Ink = INKS["blue"]
    amount: float = AMOUNT
    signature: "Signature | None" = None
    beneath: int = 0

    def hand_for(self, *, right_to_left: bool) -> Hand:
        """The hand that leads in a text of that direction; of ours Hebrew has only one."""
        if right_to_left and self.hand and self.hand.both_ways:
            return replace(self.hand, right_to_left=True)
        if right_to_left:
            return next(hand for hand in HANDS.values() if hand.right_to_left)
        return self.hand or HANDS["Caveat"]


def hand_called(name: str) -> Hand | None:
    """The hand of that name, however it is spelled; None where there is none."""
    return next((hand for hand in HANDS.values() if is_called(hand, name)), None)


def is_called(hand: Hand, name: str) -> bool:
    return _plain(hand.name) == _plain(name)


def ink_called(name: str) -> Ink | None:
    """The ink of that name, or of the pen that it is in; None where there is none."""
    for ink in INKS.values():
        if _plain(name) in {_plain(ink.name), _plain(ink.pen), _plain(f"{ink.name} {ink.pen}")}:
            return ink
    return None


def faces_for(hand: Hand) -> tuple[str, ...]:
    """The typefaces asked for a letter, one after the other: the hand's own, then those that know more."""
    others = (HANDS[name].face for name in ("Caveat", "Dancing Script", "Amatic SC"))
    return tuple(dict.fromkeys((hand.face, *others, FACE_OF_DRAWINGS)))


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
