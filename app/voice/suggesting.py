"""Suggests what a comment is about, from the beginnings of its words; nothing of it leaves the shop's PC."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from app.people.folding import words_once
from app.values import value
from app.voice.scales import THEMES
from resources import path

LONGEST_READ = 4_000
"""Signs of a comment that are looked at."""
_NO_CHANCE = 2
"""So many words of another language with the same letters are not there by chance."""
_NOTHING = "nothing"
_WHOLE = "$"
# Kazakh as it is typed on a Russian keyboard.
_PLAIN_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")
# Hebrew keeps its letters, as particles lead its words; those at the end of a word become plain.
_HEBREW_WORD = re.compile(r"[\u05d0-\u05ea]+")
_HEBREW_MARKS = re.compile(r"[\u0591-\u05c7\"'\u05f3\u05f4]")
_PLAIN_HEBREW = str.maketrans("ךםןףץ", "כמנפצ")
_LEADING, _MOST_LEADING, _SHORTEST = "והשבלמכ", 3, 2
_SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "he": _HEBREW_WORD,
    "kk": re.compile(r"[\u0400-\u04ff]"),
}
_LATIN = re.compile(r"[a-zA-Z]")


@value
class _Vocabulary:
    """Folded: words that stand whole, beginnings of words, and phrases, each with its theme."""

    whole: Mapping[str, str]
    begun: Mapping[str, str]
    phrases: Mapping[str, str]
    longest: int

    def theme_of(self, word: str) -> str:
        """Empty where the word tells nothing."""
        for form in _forms(word):
            if form in self.whole:
                return self.whole[form]
            for end in range(min(len(form), self.longest), 0, -1):
                if form[:end] in self.begun:
                    return self.begun[form[:end]]
        return ""


def suggest(comment: str, language: str) -> list[str]:
    """The themes that `comment` speaks of, likeliest first. It need not be in `language`."""
    told = comment[:LONGEST_READ].lower()
    vocabularies = _vocabularies()
    found = _found(told, language) if language in vocabularies else Counter()
    if not found:
        others = [_found(told, other) for other in vocabularies if _writes(other, told)]
        best = max(others, key=Counter.total, default=found)
        may_be_chance = language in vocabularies and _writes(language, told)
        found = Counter() if may_be_chance and best.total() < _NO_CHANCE else best
    return [theme for theme, _ in found.most_common()]


@cache
def _vocabularies() -> Mapping[str, _Vocabulary]:
    text = path("questions", "themes.toml").read_text("utf-8")
    return {language: _vocabulary(told, language) for language, told in tomllib.loads(text).items()}


def _vocabulary(told: Mapping[str, str], language: str) -> _Vocabulary:
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for theme in (*THEMES, _NOTHING):
        for entry in filter(None, map(str.strip, told[theme].split(","))):
            folded = " ".join(_folded(entry.removesuffix(_WHOLE), language))
            kept = phrases if " " in folded else whole if entry.endswith(_WHOLE) else begun
            kept[folded] = theme
    return _Vocabulary(whole=whole, begun=begun, phrases=phrases, longest=max(map(len, begun)))


def _found(told: str, language: str) -> "Counter[str]":
    """How often the comment tells of each theme; of as many the one told first, phrases before words."""
    vocabulary = _vocabularies()[language]
    said = " " + " ".join(_folded(told, language))
    themes: list[str] = []
    for phrase, theme in vocabulary.phrases.items():
        if f" {phrase}" in said:
            said = said.replace(f" {phrase}", " ")
            themes.append(theme)
    themes += map(vocabulary.theme_of, said.split())
    return Counter(theme for theme in themes if theme and theme != _NOTHING)


def _folded(text: str, language: str) -> list[str]:
    """Its words, as they are compared."""
    if language == "he":
        return _HEBREW_WORD.findall(_HEBREW_MARKS.sub("", text).translate(_PLAIN_HEBREW))
    return words_once(text.lower().translate(_PLAIN_KAZAKH))


def _forms(word: str) -> Iterator[str]:
    """The word, and in Hebrew what it is without one, two, three letters that may be particles."""
    yield word
    for _ in range(_MOST_LEADING):
        if word[0] not in _LEADING or len(word) <= _SHORTEST:
            return
        word = word[1:]
        yield word


def _writes(language: str, told: str) -> bool:
    """Whether the comment has letters of that language's script."""
    return bool(_SCRIPTS.get(language, _LATIN).search(told))
