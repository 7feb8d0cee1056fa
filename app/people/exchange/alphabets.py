"""How well text reads in an encoding: whether its letters are those of a language that uses it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

# Letters beyond ASCII in names and addresses, the most frequent first.
CZECH = "áíéěýřšžčůúňóťď"
SLOVAK = "áíéýšžčúľťňôóďäĺŕ"
NEIGHBOURS = "łóężąśćńźőüöűä"
DANISH = "øåæé"
GERMAN = "üäöß"
WESTERN = "éèçáñóíãêàúëïôâîõ"
RUSSIAN = "аоеинртлсвкмдуягпбзыьчхжюшйцщфэёъ"
KAZAKH = "аеынтрлсідмқукйбшзғпоұгжәөңүияьхвюцчщфэёһъ"
HEBREW = "יוהלארתבמםשנקחדעכטפגסצזןךףץ"

VOWELS = frozenset("aeiouyøæåаеиоуыэюяёұүәіөў")
FINALS, BEFORE_FINALS = frozenset("םןךףץ"), frozenset("מנכפצ")
WORDS = re.compile(r"[^\W\d_]+")
FOREIGN_RUN = re.compile(r"[^\x00-\x7f]{3,}")

COMMON, RARE = 2.0, 0.5
STRAY_LETTER, NO_LETTER, CONTROL = -1.5, -3.0, -8.0
WRONG_CASE, WRONG_FINAL, EVEN_SOUND, LONG_RUN, MIXED = -4.0, -4.0, 0.5, -3.0, -6.0
# What is likely before anything is read counts as much as so many letters, and less the longer the list is.
OWN_LANGUAGE, WINDOWS, OF_OLD = 1.0, 1.0, -2.0
"""Far more lists come from Windows than from where ISO 8859-2 was at home, and few from an old Mac or DOS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """What is written in an encoding: its languages' letters, each most frequent first."""

    languages: Mapping[str, str]
    likely: float
    own_script: bool = False


_CENTRAL = {"cs": CZECH, "sk": SLOVAK, "pl hu": NEIGHBOURS}
_WESTERN = {"da": DANISH, "de": GERMAN, "fr es": WESTERN}
_RUSSIAN = {"ru": RUSSIAN, "kk": RUSSIAN + "і"}
ENCODINGS: Mapping[str, Encoding] = {
    "cp1250": Encoding(languages=_CENTRAL, likely=WINDOWS),
    "iso8859_2": Encoding(languages=_CENTRAL, likely=0.0),
    "cp1252": Encoding(languages=_WESTERN, likely=WINDOWS),
    "cp1251": Encoding(languages=_RUSSIAN, likely=WINDOWS, own_script=True),
    "kz1048": Encoding(languages={"kk": KAZAKH}, likely=0.0, own_script=True),
    "cp1255": Encoding(languages={"he": HEBREW}, likely=WINDOWS, own_script=True),
    "mac_latin2": Encoding(languages=_CENTRAL, likely=OF_OLD),
    "cp852": Encoding(languages=_CENTRAL, likely=OF_OLD),
    "mac_roman": Encoding(languages=_WESTERN, likely=OF_OLD),
    "cp850": Encoding(languages=_WESTERN, likely=OF_OLD),
    "mac_cyrillic": Encoding(languages=_RUSSIAN, likely=OF_OLD, own_script=True),
    "cp866": Encoding(languages=_RUSSIAN, likely=OF_OLD, own_script=True),
}


def score(words: bytes, encoding: str, language: str) -> float:
    """Larger is likelier, for each foreign letter; `language` is the shop's and tips the scales."""
    text = words.decode(encoding, errors="replace")
    foreign = [char for char in text if not char.isascii()]
    if not foreign:
        return 0.0
    use = ENCODINGS[encoding]
    total = _best_letters(foreign, use)
    total += sum(_word(word, use) for word in WORDS.findall(text) if not word.isascii())
    if not use.own_script:
        total += LONG_RUN * sum(len(run) - 2 for run in FOREIGN_RUN.findall(text))
    own = OWN_LANGUAGE if language in use.languages else 0.0
    return (total + own + use.likely) / len(foreign)


def _best_letters(foreign: list[str], use: Encoding) -> float:
    """By the letters of the one language that fits best; a list is seldom written in two."""
    everything = frozenset("".join(use.languages.values()))
    return max(
        sum(_letter(char, letters, everything) for char in foreign)
        for letters in use.languages.values()
    )


def _letter(char: str, letters: str, everything: frozenset[str]) -> float:
    low = char.lower()
    rank = letters.find(low)
    if rank >= 0:
        return COMMON - (COMMON - RARE) * rank / len(letters)
    if low in everything:
        return 0.0
    if unicodedata.category(char) in {"Cc", "Cn"} or char == "\ufffd":
        return CONTROL
    return STRAY_LETTER if char.isalpha() else NO_LETTER


def _word(word: str, use: Encoding) -> float:
    if use.own_script and any(map(str.isascii, word)):
        return MIXED
    if "he" in use.languages:
        wrong = sum(char in FINALS for char in word[:-1]) + (word[-1] in BEFORE_FINALS)
        return WRONG_FINAL * wrong
    total = 0.0
    if not (word.isupper() or word[1:].islower() or len(word) == 1):
        total += WRONG_CASE
    if use.own_script and word[0].islower():
        total += WRONG_CASE / 4
    sounds = [_is_vowel(char) for char in word.lower()]
    turns = sum(one != other for one, other in pairwise(sounds))
    return total + EVEN_SOUND * (2 * turns - len(sounds) + 1)


def _is_vowel(char: str) -> bool:
    return char in VOWELS or unicodedata.normalize("NFD", char)[0] in VOWELS
