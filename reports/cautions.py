"""What the owner should know before a paper goes to a customer; facts without sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.text import Block, Manner, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSmall:
    """The text for `name` is whole, but at `size` points it is smaller than reads well (`smallest`)."""

    name: str
    size: float
    smallest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenOnSides:
    """The text for `name` goes on no single side that could be read; it takes `sides`."""

    name: str
    sides: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingLetters:
    """No font here has these `letters` of the text for `name`; each is spelled out in Latin letters."""

    name: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetInType:
    """The hand lacks these `letters` of `name`, and type has them: it is not written by hand."""

    name: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToWrite:
    """The text for `name` is blank; its place on the sheet stays empty."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLeftOut:
    """The `text` for `name` goes into its box at no size that could be read, and is not there."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTooSmall:
    """In its box no scanner would read the code `text` of `name`; it is not there."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCode:
    """There is nothing that the code for `name` could say."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnwritableCode:
    """Bars have only the letters of the English alphabet, and `text` for `name` has others."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureGone:
    """A picture on the label of `name` is not in the book."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLeftOut:
    """There is no room for the sequence `mark` that stands on the card of `name`."""

    name: str
    mark: str


Caution = (
    WrittenSmall
    | WrittenOnSides
    | MissingLetters
    | SetInType
    | NothingToWrite
    | TextLeftOut
    | CodeTooSmall
    | NoCode
    | UnwritableCode
    | PictureGone
    | MarkLeftOut
)


def cautions_of(
    block: Block, paragraphs: Iterable[Paragraph], manner: Manner, name: str
) -> Iterator[Caution]:
    """What is to be said of a text that was set for `name`."""
    if block.size < manner.smallest:
        yield WrittenSmall(name=name, size=block.size, smallest=manner.smallest)
    letters = dict.fromkeys(letter for one in paragraphs for letter in one.missing)
    if letters:
        yield MissingLetters(name=name, letters=tuple(letters))
