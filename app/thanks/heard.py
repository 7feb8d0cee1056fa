"""What the book heard from each person that a letter may say back to her, in her own words."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from unicodedata import category

from app.keeping.database import Book
from app.people.customer import Customer
from app.thanks.story import Story
from app.voice.unhappy import unhappy

APOLOGY = "apology"
_LONGEST = 90
_DRAWN = {"So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn"}
"""The categories of what no hand writes: pictures, their colours, and what cannot be seen."""
_LOOKS = re.compile("[\ufe00-\ufe0f\u20e3]")
_GAP = re.compile(r" (?=[.,;:!?…])")


def heard(
    book: Book, letter: str, people: Sequence[Customer], known: Mapping[int, Story], on: date
) -> dict[int, dict[str, str]]:
    """By customer the facts `said` and `changed`: in an apology what she complained of, elsewhere what she
    raised and what came of it.
    """
    if letter == APOLOGY:
        waiting = {one.customer: one.comment for one in unhappy(book, on, [p.id for p in people])}
        found = {one.id: {"said": cited(waiting.get(one.id, ""))} for one in people}
    else:
        found = {
            one.id: {"said": known[one.id].said, "changed": known[one.id].changed} for one in people
        }
    return {
        who: {name: text for name, text in facts.items() if text} for who, facts in found.items()
    }


def cited(comment: str) -> str:
    """In one line as a hand would write it, without pictures and its full stop, cut at a word where it is
    long; nothing where it has no words.
    """
    written = "".join(" " if category(char) in _DRAWN else char for char in comment)
    line = _GAP.sub("", " ".join(_LOOKS.sub("", written).split()))
    if not any(map(str.isalnum, line)):
        return ""
    if len(line) > _LONGEST:
        return f"{line[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:–-')}…"
    return line if line.endswith("..") else line.removesuffix(".")
