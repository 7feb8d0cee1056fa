"""Where the letters of each language lie on the keyboard of the screen."""

from collections.abc import Mapping, Sequence

Rows = Sequence[str]

_LETTERS: Mapping[str, Rows] = {
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "cs": ("ěščřžýáíé", "qwertzuiopú", "asdfghjklů", "yxcvbnmďťňó"),
    "sk": ("ľščťžýáíéä", "qwertzuiopú", "asdfghjklôň", "yxcvbnmďóĺŕ"),
    "da": ("qwertyuiopå", "asdfghjklæø", "zxcvbnm"),
    "kk": ("әіңғүұқөһё", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    "he": ("קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ"),
}
"""As a keyboard of that country has them; accents stand on keys of their own, for here no key is dead."""
SIGNS: Rows = ("1234567890", "-/:;()&@%+", ".,?!'\"*#=…")
"""The page of digits and signs, the same for all."""
_NO_CAPITALS = frozenset({"he"})


def letters(language: str) -> Rows:
    """The rows of that language; of English where it has none of its own."""
    return _LETTERS.get(language, _LETTERS["en"])


def has_capitals(language: str) -> bool:
    return language not in _NO_CAPITALS


def capital(letter: str) -> str:
    return letter.upper()


def begins_sentence(before: str) -> bool:
    """Whether what is typed after `before` begins a sentence."""
    said = before.rstrip(" ")
    return not said or (said[-1] in ".!?…" and said != before) or said.endswith("\n")
