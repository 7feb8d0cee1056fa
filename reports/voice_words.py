"""What stands beside faces, figures and reasons on paper."""

from collections.abc import Mapping
from datetime import timedelta

from app.voice.questions import Option, said
from app.voice.scales import Scale
from app.voice.shown import Days
from resources.words import Words, mark

ENDS: Mapping[Scale, tuple[str, str]] = {
    Scale.NPS: (mark("Never"), mark("Gladly")),
    Scale.TEN: (mark("Least"), mark("Most")),
    Scale.EFFORT: (mark("Very hard"), mark("Very easy")),
}
"""What the least and the greatest figure mean."""
THEMES: Mapping[str, str] = {
    "staff": mark("The people"),
    "quality": mark("The quality"),
    "speed": mark("The waiting"),
    "price": mark("The price"),
    "place": mark("The place"),
    "product": mark("The choice of goods"),
}
LETTERS: Mapping[str, str] = {"he": "אבגדהו", "kk": "АБВГДЕ"}
"""By which a reason is typed in; elsewhere A to F."""
_LATIN = "ABCDEF"


def theme_name(theme: str, words: Words) -> str:
    """A theme of the shop's own is called what the shop calls it."""
    return words(THEMES[theme]) if theme in THEMES else theme


def face_word(score: int, words: Words) -> str:
    return (
        words.said("face", "Very bad"),
        words.said("face", "Bad"),
        words.said("face", "All right"),
        words.said("face", "Good"),
        words.said("face", "Very good"),
    )[score - 1]


def option(one: Option, words: Words, shop_language: str) -> str:
    return said(one.texts, words.language, shop_language)


def agreed(words: Words) -> str:
    """What somebody agrees to who wants to be called back."""
    return words("I agree that the shop keeps my name and phone until it has called me about this.")


def letters(language: str) -> str:
    return LETTERS.get(language, _LATIN)


def span(days: Days, words: Words) -> str:
    """Whole months by their names, else from day to day."""
    from babel.dates import format_interval

    since, until = days.since, days.until
    whole = since.day == 1 and (until + timedelta(days=1)).day == 1
    skeleton = "yMMMM" if whole else "yMMMMd"
    return str(format_interval(since, until, skeleton, locale=words.locale))
