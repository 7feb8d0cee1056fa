"""A name as somebody wrote it into the book, freed of all by which nobody is called."""

import re
from dataclasses import dataclass

from app.people.name_words import GENERATIONS
from app.people.names import with_capitals, without_titles
from app.people.salutations.titles import gender_of_honorific

_SIGNS = re.compile(r"[\s!-/:-@\[-`{-~–—…„“”‚‘’«»־׳״]*")
_BRACKETS = re.compile(r"\([^()]*\)")
_INITIAL = re.compile(r"[A-Za-zÀ-žА-Яа-яӘҒҚҢӨҰҮҺІ]\.?|[א-ת]['׳.]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """`first` and `last` may still be those of a couple; `titles` are all there are."""

    first: str
    last: str
    titles: str


def written(first: str, last: str, *titles: str) -> Written:
    """Brackets, generations (`ml.`) and titles are taken off, wherever they stand."""
    before, first, behind_first = without_ends(_BRACKETS.sub(" ", first))
    before_last, last, behind = without_ends(_BRACKETS.sub(" ", last))
    first, last = _unshouted(first, last)
    all_titles = " ".join((*titles[:1], before, behind_first, before_last, behind, *titles[1:]))
    return Written(first=first, last=last, titles=" ".join(all_titles.split()))


def without_ends(name: str) -> tuple[str, str, str]:
    """Titles, name, titles; no name where there are only signs, or `Dr.` alone; Don alone is one."""
    before, words, behind = without_titles(name)
    while len(words) > 1 and words[-1].rstrip(".").lower() in GENERATIONS:
        words.pop()
    text = " ".join(" ".join(words).split()).strip(", ")
    if not text and not name.rstrip().endswith("."):
        before, text, behind = "", " ".join(name.split()), ""
    return before, "" if is_only_signs(text) else text, behind


def is_only_signs(text: str) -> bool:
    return bool(_SIGNS.fullmatch(text))


def proper(first: str) -> str:
    """The first name in its letters, without initials: nobody is called `J.`"""
    words = with_capitals(first).split()
    while words and _INITIAL.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def without_honorific(first: str, last: str) -> tuple[str, str]:
    """`paní Jana`, `Mrs.`: taken off, with the gender it tells."""
    word, _, others = first.partition(" ")
    gender = gender_of_honorific(word) if others or last else ""
    if not gender or word == "Pan":  # of Pan Li it is the first name
        return first, ""
    return others, gender


def _unshouted(first: str, last: str) -> tuple[str, str]:
    """`BO JENSEN` is Bo, `ANNA A PETR` are two; a BO alone might be initials."""
    if not f"{first}{last}".isupper():
        return first, last
    whole = with_capitals(f"{first} {last}").replace(" A ", " a ")
    words, at = whole.split(), len(first.split())
    return " ".join(words[:at]), " ".join(words[at:])
