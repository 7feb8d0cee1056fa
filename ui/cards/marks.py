"""What is wrong at a place of a card's text, for its editor to underline."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """`length` letters from letter `start` of the text, counted as Python counts them."""

    start: int
    length: int
    message: str
