"""Text to lines of letters: in the right order and typefaces, as large as the card allows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from reports.hand.planning import Planned, Room, parted, pitches
from reports.hand.spelling import Speller, Spelt
from reports.hand.style import Hand
from reports.text import Paragraph, Word, in_sight, leading_on, paragraph, pieces

if TYPE_CHECKING:
    from reports.shaping import Run

_STEP = 4  # sizes are tried in quarters of a point
_PARAGRAPH = 0.5  # of the leading, more between paragraphs
_ASCENT, DESCENT = 0.78, 0.32  # ems that a line reaches above and below its base
_ONE_LETTER = 0.3  # ems that a word of one letter is wide, more or less
_KEEPS_SHORT_WORDS = frozenset({"cs", "sk"})
_SLACK = (
    0.985  # a line is planned a little shorter than its place, as letters do not keep to a plan
)
_CLOSE = 0.7  # of a gap between what a line never parts, as "15 %"
_OF_A_LINE = 0.9  # that a word may be long at the smallest size before it is cut in pieces
MOST_SIDES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where the text may stand, in points from the lower left corner of the card."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(slots=True)
class Line:
    """Letters as they stand from left to right; `order` says where each comes in reading.

    `words` holds for each written word where its first letter stands, `apart` how much of a gap stands before
    it, `pieces` what is read, in order: a text as its glyphs stand, with the letters that show it. `down` is
    the base line below the top of the side in ems.
    """

    forms: list[tuple[int, ...]] = field(default_factory=list)
    advances: list[float] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    apart: list[float] = field(default_factory=list)
    pieces: list[tuple[str, int, int]] = field(default_factory=list)
    down: float = 0.0
    right_to_left: bool = False
    is_mixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Sides of lines at one size in points; `missing` are the letters that no typeface here has.

    So many lines of the last side stand `beneath` a signature.
    """

    sides: tuple[tuple[Line, ...], ...]
    size: float
    missing: tuple[str, ...]
    beneath: int = 0


def laid_out(
    text: str, speller: Speller, room: Room, language: str, *, right_to_left: bool
) -> Layout | None:
    """`text` at the largest size at which it fits, on more sides only where it must; else None."""
    narrowest = room.width / speller.hand.smallest * _OF_A_LINE
    paragraphs = [
        (_cut(one, narrowest), gap)
        for one, gap in _paragraphs(text, speller.faces, right_to_left=right_to_left)
    ]
    speller.prepare([one for one, _ in paragraphs])
    planned = [_planned(one, gap, speller, language) for one, gap in paragraphs]
    beneath = parted(planned, room, speller.hand.leading)
    missing = tuple(dict.fromkeys(sign for one, _ in paragraphs for sign in one.missing))
    for sides in range(1, MOST_SIDES + 1):
        found = _largest(planned, speller.hand, room, sides)
        if found is not None:
            size, rows = found
            lines = _lines(rows, planned, speller)
            return Layout(
                sides=tuple(_sides(lines, speller.hand, size, room)),
                size=size,
                missing=missing,
                beneath=sum(map(len, rows[len(rows) - beneath :])),
            )
    return None


def _paragraphs(
    text: str, faces: tuple[str, ...], *, right_to_left: bool
) -> Iterator[tuple[Paragraph, float]]:
    """The lines that the text has of its own, each with the gap above it; an empty line makes one."""
    gap = 0.0
    for line in text.strip().splitlines():
        if not line.strip():
            gap = _PARAGRAPH
            continue
        yield paragraph(line, faces, right_to_left=right_to_left), gap
        gap = 0.0


def _cut(one: Paragraph, width: float) -> Paragraph:
    """`one` with the words in pieces that would not go into a line even where it is written small."""
    if all(word.width <= width for word in one.words):
        return one
    return replace(one, words=tuple(piece for word in one.words for piece in pieces(word, width)))


def _planned(one: Paragraph, before: float, speller: Speller, language: str) -> Planned:
    return Planned(
        one,
        [speller.width(word) for word in one.words],
        speller.gap,
        before * speller.hand.leading,
        language in _KEEPS_SHORT_WORDS,
    )


def _largest(
    planned: Sequence[Planned], hand: Hand, room: Room, sides: int
) -> tuple[float, list[list[list[Word]]]] | None:
    """The largest size at which the text goes on so many sides, with its rows, found by halving."""
    low, high = int(hand.tiny * _STEP) - 1, int(hand.largest * _STEP)
    best = None
    while low < high:
        tried = (low + high + 1) // 2
        rows = _rows_at(tried / _STEP, planned, hand, room, sides)
        if rows is None:
            high = tried - 1
        else:
            low, best = tried, (tried / _STEP, rows)
    return best


def _rows_at(
    size: float, planned: Sequence[Planned], hand: Hand, room: Room, sides: int
) -> list[list[list[Word]]] | None:
    width = room.width / size * _SLACK
    if any(wide > width for one in planned for wide in one.widths):
        return None
    rows = [_rows(one, width) for one in planned]
    high, side = room.height / size, 1
    down = _ASCENT
    for before, held in pitches(planned, rows, hand.leading):
        down += before
        if down + held + DESCENT > high + 1e-6:
            side, down = side + 1, _ASCENT
        down += hand.leading
    foot = DESCENT if any(one.holds for one in planned) else max(DESCENT, room.under)
    is_over = down - hand.leading + foot > high + 1e-6
    return rows if side <= sides and not is_over else None


def _rows(planned: Planned, width: float) -> list[list[Word]]:
    """Words a line at a time, as many as `width` ems hold."""
    rows: list[list[Word]] = []
    row: list[Word] = []
    reached = -planned.gap
    for word, wide in zip(planned.one.words, planned.widths, strict=True):
        if row and row[-1].goes_on:
            rows.append(row)
            row, reached = [], -planned.gap
        if row and reached + planned.gap + wide > width:
            carried = leading_on(row) if planned.keeps_short else []
            rows.append(row[: len(row) - len(carried)])
            row = carried
            reached = len(carried) * (_ONE_LETTER + planned.gap) - planned.gap
        row.append(word)
        reached += planned.gap + wide
    if row:
        rows.append(row)
    return rows


def _lines(
    rows: Sequence[Sequence[Sequence[Word]]], planned: Sequence[Planned], speller: Speller
) -> list[tuple[Line, float, float]]:
    """Every line with the gap before it, and how far what stays with it reaches under it."""
    places = pitches(planned, rows, speller.hand.leading)
    lines = []
    for one, its_rows in zip(planned, rows, strict=True):
        for row in its_rows:
            line = _line(row, speller, right_to_left=one.one.right_to_left)
            before, held = next(places)
            if line.forms:
                lines.append((line, before, held))
    return lines


def _sides(
    lines: Sequence[tuple[Line, float, float]], hand: Hand, size: float, room: Room
) -> Iterator[tuple[Line, ...]]:
    side: list[Line] = []
    down = _ASCENT
    for line, before, held in lines:
        down += before
        if down + held + DESCENT > room.height / size + 1e-6:
            yield tuple(side)
            side, down = [], _ASCENT
        line.down = down
        side.append(line)
        down += hand.leading
    if side:
        yield tuple(side)


def _line(words: Sequence[Word], speller: Speller, *, right_to_left: bool) -> Line:
    line = Line(right_to_left=right_to_left)
    runs: list[Run] = []
    for word in words:
        runs += (*word.runs, word.space)
    del runs[-1:]
    spelt = [speller.spelt(run) for run in runs]
    places = list(accumulate((len(one.forms) for one in spelt), initial=0))
    shown: dict[int, tuple[int, int]] = {}
    line.is_mixed = any(run.level for run in runs)
    begins = True
    for at in in_sight([run.level for run in runs]):
        start = len(line.forms)
        begins = _set(line, spelt[at], places[at], begins=begins)
        shown[at] = (start, len(line.forms))
    line.pieces = list((_by_runs if line.is_mixed else _whole_words)(words, shown))
    return line


def _by_runs(
    words: Sequence[Word], shown: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Every run of a line of both directions; a word in pieces is read whole where it has but one."""
    at = 0
    for n, word in enumerate(words):
        end = at + len(word.runs)
        ways = {run.level % 2 for run in word.runs}
        if word.said is not None and len(ways) == 1:
            low = min(shown[run][0] for run in range(at, end))
            high = max(shown[run][1] for run in range(at, end))
            yield word.said[::-1] if ways == {1} else word.said, low, high
        else:
            for run, place in zip(word.runs, range(at, end), strict=True):
                yield run.text[::-1] if run.level % 2 else run.text, *shown[place]
        if n < len(words) - 1:
            yield (" ", *shown[end])
        at = end + 1


def _whole_words(
    words: Sequence[Word], shown: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[str, int, int]]:
    """Every word of a line in one direction as one piece, whatever typefaces its letters are from."""
    at = 0
    for n, word in enumerate(words):
        last = at + len(word.runs) - 1
        text = "".join(run.text for run in word.runs) if word.said is None else word.said
        yield text, shown[at][0], shown[last][1]
        if n < len(words) - 1:
            yield (" ", *shown[last + 1])
        at = last + 2


def _set(line: Line, piece: Spelt, place: int, *, begins: bool) -> bool:
    """Adds a run's letters to the line; returns whether the next letter begins a word."""
    count = len(piece.forms)
    if all(piece.forms):
        if begins:
            _begin_word(line, 1.0)
        line.forms += piece.forms
        line.advances += piece.advances
        line.scales += [piece.scale] * count
        line.texts += piece.texts
        line.order += range(place, place + count)[:: -1 if piece.level % 2 else 1]
        return False
    apart = 1.0
    for n, (forms, advance, text) in enumerate(
        zip(piece.forms, piece.advances, piece.texts, strict=True)
    ):
        if not forms:
            begins, apart = True, _CLOSE if text == "\xa0" else 1.0
            continue
        if begins:
            _begin_word(line, apart)
            begins = False
        line.forms.append(forms)
        line.advances.append(advance)
        line.scales.append(piece.scale)
        line.texts.append(text)
        line.order.append(place + (count - 1 - n if piece.level % 2 else n))
    return begins


def _begin_word(line: Line, apart: float) -> None:
    line.words.append(len(line.forms))
    line.apart.append(apart)
