"""What a hand cannot write as it stands: set in type where that has its letters, and named in any case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.cautions import Caution, MissingLetters, SetInType
from reports.hand.style import Style
from reports.hand.writing import lacking
from reports.text import paragraph

TYPE = ("Rubik-Regular", "Lora-Regular")


@dataclass(frozen=True, slots=True)
class ByHand:
    """A short text, and whether it is read from the right."""

    text: str
    right_to_left: bool


def is_set_in_type(one: ByHand, style: Style) -> bool:
    """Whether type has more of its letters than the hand has."""
    letters = _lacking(one, style)
    in_type = paragraph(one.text, TYPE, right_to_left=one.right_to_left) if letters else None
    return in_type is not None and len(in_type.missing) < len(letters)


def cautions_by_hand(texts: Iterable[ByHand], style: Style) -> Iterator[Caution]:
    """What is to be said of them before they are written in that style, of each once."""
    for one in dict.fromkeys(texts):
        letters = _lacking(one, style)
        if is_set_in_type(one, style):
            yield SetInType(name=one.text, letters=letters)
        elif letters:
            yield MissingLetters(name=one.text, letters=letters)


def _lacking(one: ByHand, style: Style) -> tuple[str, ...]:
    return lacking(one.text, style.hand_for(right_to_left=one.right_to_left))
