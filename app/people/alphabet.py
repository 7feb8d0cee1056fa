"""The order of names in a list, as people of the shop's language look them up."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from app.people.folding import in_latin

# Sorts after every letter that may follow: č is `c` and this, so it stands behind all of c.
_AFTER = "\uffff"
_CZECH = {"č": "c", "ř": "r", "š": "s", "ž": "z"}
_SLOVAK = {"č": "c", "š": "s", "ž": "z", "ä": "a", "ô": "o"}
_KAZAKH = {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "һ": "х", "і": "ы"}
_LATER: Mapping[str, Mapping[str, str]] = {
    "cs": {letter: before + _AFTER for letter, before in _CZECH.items()},
    "sk": {letter: before + _AFTER for letter, before in _SLOVAK.items()},
    "kk": {letter: before + _AFTER for letter, before in _KAZAKH.items()} | {"ү": f"у{_AFTER}2"},
    "da": {
        letter: f"z{_AFTER}{place}" for letter, place in zip("æäøöå", (1, 1, 2, 2, 3), strict=True)
    },
}
_ONE_LETTER = {"cs": ("ch", f"h{_AFTER}"), "sk": ("ch", f"h{_AFTER}"), "da": ("aa", f"z{_AFTER}3")}
# Alphabets whose letters stand in Unicode as in a list; elsewhere they are written in Latin.
_OWN_SCRIPT = {"he": "HEBREW", "kk": "CYRILLIC"}


def sort_key(last: str, first: str, company: str, language: str) -> str:
    """Where a name stands: č after c and ch after h in Czech, å last in Danish, ә after а in Kazakh.

    Keys compare as plain text. People go by last name, companies by their own.
    """
    name = "\x01".join(part for part in (last, first) if part)
    return _key(name or company, language)


@lru_cache(maxsize=16_384)
def _key(text: str, language: str) -> str:
    low = unicodedata.normalize("NFC", text.casefold())
    pair, single = _ONE_LETTER.get(language, ("", ""))
    if pair:
        low = low.replace(pair, single)
    if low.isascii():
        return low
    later, own = _LATER.get(language, {}), _OWN_SCRIPT.get(language, "none")
    return "".join(later.get(char) or _plain(char, own) for char in low)


def _plain(char: str, own_script: str) -> str:
    if char.isascii() or char == _AFTER or unicodedata.name(char, "").startswith(own_script):
        return char
    return in_latin(char).lower()
