"""How well text reads in an encoding: whether its letters are those of a language that uses it."""

import re
import unicodedata
from itertools import pairwise

# Letters beyond ASCII by how often they stand in names and addresses of the languages that use the encoding.
CZECH = "áíéěšřčžýůúňťďó"
SLOVAK = "áíéšľčťžýúňďôäĺŕó"
POLISH_HUNGARIAN = "łęąśćżźńőűöü"
WESTERN = "øæåöäüéßèóáíñçàêôâîëïúõãìòù"
RUSSIAN = "оаеинтрслвкмдпуяыгзбчйхжшюцщэфьъё"
KAZAKH = "ұүәқғңіөһ"
HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
OF_ENCODING = {
    "cp1250": {"cs": CZECH, "sk": SLOVAK, "": POLISH_HUNGARIAN},
    "iso8859_2": {"cs": CZECH, "sk": SLOVAK, "": POLISH_HUNGARIAN},
    "cp1252": {"da": "øæåéöäü", "en": "éèñ", "": WESTERN},
    "cp1251": {"ru": RUSSIAN, "kk": RUSSIAN},
    "kz1048": {"kk": KAZAKH + RUSSIAN},
    "cp1255": {"he": HEBREW},
}
VOWELS = frozenset("aeiouyøæåаеиоуыэюяёұүәіөů")
WORDS = re.compile(r"[^\W\d_]+")
LETTER, STRAY_LETTER, NO_LETTER, CONTROL = 2.0, -1.0, -3.0, -8.0
WRONG_CASE, EVEN_SOUND = -4.0, 0.4
OWN_LANGUAGE = 0.15


def score(words: bytes, encoding: str, language: str) -> float:
    """Larger is likelier, per foreign character; `language` is the shop's."""
    text = words.decode(encoding, errors="replace")
    foreign = [char for char in text if not char.isascii()]
    if not foreign:
        return 0.0
    alphabets = OF_ENCODING[encoding]
    known = set("".join(alphabets.values()))
    total = sum(_letter(char, known) for char in foreign)
    total += sum(_word(word) for word in WORDS.findall(text) if not word.isascii())
    own = OWN_LANGUAGE if language in alphabets else 0.0
    return total / len(foreign) + own


def _letter(char: str, known: set[str]) -> float:
    if char.lower() in known:
        return LETTER
    if unicodedata.category(char) in {"Cc", "Cn"} or char == "\ufffd":
        return CONTROL
    return STRAY_LETTER if char.isalpha() else NO_LETTER


def _word(word: str) -> float:
    """Capitals stand first or throughout; vowels and consonants take turns."""
    total = 0.0
    if not (word.isupper() or word[1:].islower() or word.lower() == word.upper()):
        total += WRONG_CASE
    if word.lower() != word.upper() and word[0].islower() and not word[0].isascii():
        total += WRONG_CASE / 4
    sounds = [_is_vowel(char) for char in word.lower()]
    turns = sum(a != b for a, b in pairwise(sounds))
    return total + EVEN_SOUND * (2 * turns - len(sounds) + 1)


def _is_vowel(char: str) -> bool:
    return char in VOWELS or unicodedata.normalize("NFD", char)[0] in VOWELS
