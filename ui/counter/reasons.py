"""Reasons to touch after an answer: what is asked, and each theme in the words of that mood."""

from collections.abc import Mapping, Sequence

from app.voice.scales import THEMES, Mood
from resources.words import Words, mark

_ASKED: Mapping[Mood, str] = {
    Mood.HIGH: mark("What was best?"),
    Mood.MIDDLE: mark("What could be better?"),
    Mood.LOW: mark("What went wrong?"),
}
_CALLED: Mapping[str, str] = {
    "product": mark("The goods"),
    "staff": mark("The people"),
    "speed": mark("The waiting"),
    "price": mark("The price"),
    "place": mark("The place"),
    "quality": mark("The quality"),
}
_PRAISED: Mapping[str, str] = {"speed": mark("No waiting")}
"""Themes that are called otherwise when they are praised."""
MOST = 9
"""More reasons than that nobody reads at a counter."""


def offered(own: Sequence[str]) -> list[str]:
    """The shop's own themes first, then those that every shop has."""
    return list(dict.fromkeys([*own, *(one for one in _CALLED if one in THEMES)]))[:MOST]


def asked(mood: Mood, words: Words) -> str:
    """The question beside the reasons."""
    return words(_ASKED[mood])


def called(theme: str, mood: Mood, words: Words) -> str:
    """A theme as it stands on its chip; the shop's own are called as the shop calls them."""
    said = _PRAISED.get(theme) if mood is Mood.HIGH else None
    said = said or _CALLED.get(theme)
    return words(said) if said else theme
