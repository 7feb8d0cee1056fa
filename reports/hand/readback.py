"""What a written page says to those who read it back: its lines piece by piece, each above its ink."""

from collections.abc import Iterator, Sequence

from reports.hand.features import Array
from reports.hand.layout import Line

Piece = tuple[str, float, float, float]
"""What a part of a line says, as its glyphs stand, with the left, right and base of its ink in points."""


def starts(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Every line with the number of its first letter."""
    at = 0
    for line in lines:
        yield at, line
        at += len(line.forms)


def pieces_of(lines: Sequence[Line], ink: Array) -> Iterator[list[Piece]]:
    """Every line as pieces in the order of reading, spaces between them."""
    left, right, base = ink.T.tolist()
    for start, line in starts(lines):
        pieces: list[Piece] = []
        is_same_word = False
        letters = base[start : start + len(line.forms)]
        height = sum(letters) / len(
            letters
        )  # one for all: readers take what stands lower for another line
        for text, low, high in line.pieces:
            if low < high:
                span = slice(start + low, start + high)
                piece = (text, min(left[span]), max(right[span]), height)
                pieces.append(_touching(pieces[-1], piece) if is_same_word else piece)
                is_same_word = True
            elif pieces:
                is_same_word = False
                pieces[len(pieces) - (not line.is_mixed) :] = [_spaced(pieces[-1], line)]
        yield pieces


def _touching(before: Piece, piece: Piece) -> Piece:
    """The next piece of a word reaches as far as the one before it: readers take a gap for a space."""
    text, left, right, base = piece
    near = (before[2] - before[1]) / max(len(before[0]), 1)
    if before[1] - near < right < before[1]:
        right = before[1]
    elif before[2] < left < before[2] + near:
        left = before[2]
    return text, left, right, base


def _spaced(before: Piece, line: Line) -> Piece:
    """The space after a piece: part of it, or where directions mix a piece of its own.

    Readers turn round what they take for one piece.
    """
    text, left, right, base = before
    if not line.is_mixed:
        return f"{text} " if text else text, left, right, base
    wide = (right - left) / (5 * max(len(text), 1))
    return (
        (" ", left - wide, left, base) if line.right_to_left else (" ", right, right + wide, base)
    )
