"""How an answer can be given, and what a figure on each scale means."""

from collections.abc import Mapping
from enum import StrEnum


class Scale(StrEnum):
    CSAT = "csat"
    """Five faces, 1 to 5."""
    TEN = "ten"
    """1 to 10."""
    NPS = "nps"
    """Would you recommend us, 0 to 10."""
    EFFORT = "effort"
    """How easy it was, 1 (hard) to 7 (easy)."""
    CHOICE = "choice"
    """One of several."""
    CHOICES = "choices"
    """Any of several."""
    TEXT = "text"
    """In words of one's own."""


class Mood(StrEnum):
    """What a figure says: on the scale of recommending these are detractors, passives and promoters."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


ENDS: Mapping[Scale, tuple[int, int]] = {
    Scale.CSAT: (1, 5),
    Scale.TEN: (1, 10),
    Scale.NPS: (0, 10),
    Scale.EFFORT: (1, 7),
}
"""The least and the greatest figure of each scale that has figures."""
# Reichheld, "The One Number You Need to Grow", Harvard Business Review 12/2003, for recommending;
# of the others the lowest two fifths are low, and the highest two fifths, or two tenths, are high.
_BOUNDS: Mapping[Scale, tuple[int, int]] = {
    Scale.CSAT: (2, 4),
    Scale.TEN: (4, 9),
    Scale.NPS: (6, 9),
    Scale.EFFORT: (2, 6),
}
CHANNELS = ("counter", "slip", "phone", "review", "letter", "talk", "till", "file")
"""Where an answer comes from; others may be named."""
THEMES = ("staff", "quality", "speed", "price", "place", "product")
"""What an answer may be about; a shop may name others."""
OWN_WORD = 40
"""The longest name of a theme or channel of one's own."""


def mood(scale: Scale, score: int) -> Mood:
    """What `score` says on a scale that has figures."""
    low, high = _BOUNDS[scale]
    if score <= low:
        return Mood.LOW
    return Mood.HIGH if score >= high else Mood.MIDDLE


def is_on(scale: Scale, score: int) -> bool:
    """Whether the scale has that figure."""
    least, most = ENDS[scale]
    return least <= score <= most
