"""What is wrong at a place of a card's text, for its editor to underline."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.thanks.fields import What, faults
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """`length` letters from letter `start` of the text, counted as Python counts them."""

    start: int
    length: int
    message: str


def marks_of(text: str, words: Words) -> Iterator[TextMark]:
    """Fields that there are not, and braces that are never closed."""
    begins = [0]
    for line in text.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    for fault in faults(text):
        if fault.what is What.UNCLOSED_BRACE:
            message = words("This brace is not closed.")
        else:
            message = words("There is no field “{field}”.", field=words.isolated(fault.text))
        start = begins[fault.line - 1] + fault.column - 1
        yield TextMark(start=start, length=fault.length, message=message)
