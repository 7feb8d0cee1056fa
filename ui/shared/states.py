"""The one state that a row may show: a word in its own tint."""

import math
from typing import Literal

from PySide6.QtCore import QRectF

from app.values import value
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font, width
from ui.shared.theme import colour
from ui.shared.tokens import Token

Tone = Literal["good", "warn", "bad", "accent", "plain"]
_GROUNDS: dict[Tone, tuple[Token, Token]] = {
    "good": ("good_tint", "good"),
    "warn": ("warn_tint", "warn"),
    "bad": ("bad_tint", "bad"),
    "accent": ("tint", "accent"),
    "plain": ("sunken", "ink2"),
}


@value(kw_only=False)
class State:
    """What a row may show at most one of: a word in its own tint."""

    words: str
    tone: Tone = "plain"


def state_width(state: State) -> float:
    """How wide the chip of `state` is."""
    return math.ceil(width(state.words, font(12, 500))) + 16


def paint_state(easel: Easel, rect: QRectF, state: State) -> None:
    """The chip of `state`, filling `rect`."""
    ground, ink = _GROUNDS[state.tone]
    easel.box(rect, rect.height() / 2, colour(ground))
    easel.text(rect, state.words, font(12, 500), colour(ink), CENTRE)
