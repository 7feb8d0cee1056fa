"""What designs and the papers of coupons and gift cards are called."""

from collections.abc import Iterable, Mapping, Sequence

from reports.design import designs
from reports.papers import Paper
from resources.words import Words, mark

_DESIGNS: Mapping[str, str] = {
    "calm": mark("Calm"),
    "colour": mark("Colour"),
    "ticket": mark("Ticket"),
    "garden": mark("Garden"),
    "cafe": mark("Café"),
    "certificate": mark("Certificate"),
}
_PAPERS: Mapping[str, str] = {
    "A4x8": mark("A4, eight to cut out"),
    "A4x3": mark("A4, three to cut out"),
    "A4x10": mark("A4, ten of the size of a bank card"),
    "Letterx8": mark("Letter, eight to cut out"),
    "Letterx3": mark("Letter, three to cut out"),
    "Letterx10": mark("Letter, ten of the size of a bank card"),
    "DL": mark("DL, one on each"),
    "DLx2": mark("A4, two of the size DL"),
    "A6": mark("A6, one on each"),
    "A6x2": mark("A4, two of the size A6"),
}


_TABLE_PAPERS: Mapping[str, str] = {
    "A4x4": mark("A4, four of 100 × 50 mm to fold"),
    "A4x6": mark("A4, six of 100 × 45 mm to fold"),
    "A5": mark("A5, one on each"),
    "A5x2": mark("A4, two of the size A5"),
    "DL": mark("DL, one on each"),
    "DLx3": mark("A4, three of the size DL"),
    "A4": mark("A4, one on each"),
    "A6": mark("A4, one of the size A6 to fold"),
    "A6x2": mark("A4, two of the size A6 to fold"),
}


def design_called(name: str, words: Words) -> str:
    return words(_DESIGNS[name])


def named_designs(words: Words) -> Sequence[tuple[str, str]]:
    """Every design and what it is called, in their order."""
    return [(name, design_called(name, words)) for name in designs()]


def named_papers(papers: Mapping[str, Paper], words: Words) -> Sequence[tuple[str, str]]:
    """The same of papers."""
    return [(name, words(_PAPERS[name])) for name in papers]


def named_table_papers(papers: Iterable[str], words: Words) -> Sequence[tuple[str, str]]:
    """The same of what stands on the table."""
    return [(name, words(_TABLE_PAPERS[name])) for name in papers]
