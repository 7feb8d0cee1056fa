"""Titles by which people are spoken to, whatever they are abbreviated to."""

import re

# The highest comes first: `Ing. Jan Novák, Ph.D.` is a doctor.
_RANKS = (
    ("rabbi", re.compile(r"\b(rabbi|rabín|הרב)(?!\w)")),
    ("professor", re.compile(r"\b(prof|проф|פרופ)\b")),
    ("docent", re.compile(r"\b(doc|доц)\b")),
    ("doctor", re.compile(r"\b(\w*dr|dr\.?sc|ph\.?d|th\.?d|др|д-р|ד[\"״']?ר)(?!\w)")),
    ("architect", re.compile(r"\barch\b")),
    ("engineer", re.compile(r"\bing\b")),
    ("magister", re.compile(r"\b(mgr|phmr)\b")),
)
_HONORIFICS = {
    "f": frozenset(
        "paní pani pí slečna mrs ms miss fru frk frøken גברת גב' גב׳ ханым ханум".split()
    ),
    "m": frozenset("pan pán pane mr hr מר мырза".split()),
}


def rank(titles: str) -> str:
    """`professor`, `docent`, `doctor`, `architect`, `engineer`, `magister`, `rabbi`, or ""."""
    written = titles.lower()
    return next((name for name, pattern in _RANKS if pattern.search(written)), "")


def gender_of_honorific(word: str) -> str:
    """`f` of `paní` and `Mrs.`, `m` of `pan` and `Mr.`, else ""."""
    key = word.lower().rstrip(".,")
    return next((gender for gender, words in _HONORIFICS.items() if key in words), "")
