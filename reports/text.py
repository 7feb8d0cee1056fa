"""Words to lines: in the right order and fonts, broken to a width, as large as a box allows."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from reports.fonts import typeface
from reports.shaping import Run, graphemes, levelled, plain, shaped, writer

_STEP = 4  # sizes are tried in quarters of a point
_STRONG = frozenset({"L", "R", "AL", "EN", "AN"})
_ROUNDING = 1e-6
_PARTING = frozenset("/.@-_?&=#,;:+~–—")
"""Behind these one parts what is too long for a line."""
_LETTERS = frozenset({"Lu", "Ll", "Lo"})
_OF_FEW_LETTERS = frozenset({"", "LATIN", "CYRILLIC", "HEBREW"})
"""Alphabets of which a typeface may lack a letter and have all others."""
_FULL_ENOUGH = 0.4
_STILL_ALIKE = 0.75  # a size that much smaller does not yet stand out beside its neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a text is to be set: fonts in the order in which they are asked for a letter, sizes in points.

    Between `largest` and `smallest` it reads well; down to `tiny` it can still be read, with a warning.
    Leading is in ems. `saves_lines` takes a somewhat smaller size where that makes fewer lines.
    """

    fonts: tuple[str, ...]
    largest: float
    smallest: float
    tiny: float
    leading: float
    saves_lines: bool = False
    keep_short_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Runs in reading order, widths in ems, and the space that follows in the same line."""

    runs: tuple[Run, ...]
    width: float
    space: Run
    is_short: bool
    said: str | None = None
    """What is read in its place, where that is not what is written: the whole of a word in pieces."""
    goes_on: bool = False
    """The rest of the word stands on the next line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Runs in reading order, each with its distance from the left end of the line; lengths in ems."""

    runs: tuple[tuple[float, Run], ...]
    width: float
    down: float
    right_to_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines set at one size in points; each line's base line is `down` ems below the top of the block."""

    lines: tuple[Line, ...]
    size: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text as it will be written; no font has the letters `missing`, `gap` ems stand above it."""

    words: tuple[Word, ...]
    right_to_left: bool
    missing: tuple[str, ...]
    gap: float


def paragraph(
    text: str, fonts: tuple[str, ...], *, right_to_left: bool, gap: float = 0.0
) -> Paragraph:
    """`text` shaped for writing; a letter that no font has is spelled out in Latin and named as missing."""
    text, missing = _spelled(plain(text), fonts)
    text, levels = levelled(text, right_to_left=right_to_left)
    is_mixed = any(levels)
    words = []
    start = 0
    while start < len(text):
        end = text.find(" ", start)
        end = len(text) if end < 0 else end
        runs = tuple(_runs(text[start:end], levels[start:end], fonts, is_mixed=is_mixed))
        after = levels[end] if end < len(text) else 0
        if runs:
            words.append(
                Word(
                    runs=runs,
                    width=sum(run.width for run in runs),
                    space=shaped(" ", runs[-1].typeface, after),
                    is_short=end - start == 1 and text[start].isalpha(),
                )
            )
        start = end + 1
    return Paragraph(words=tuple(words), right_to_left=right_to_left, missing=missing, gap=gap)


def in_one_line_each(
    paragraphs: Sequence[Paragraph], box: tuple[float, float], manner: Manner
) -> Block | None:
    """Every paragraph on a line of its own at the largest size that fits; None below `manner.smallest`."""
    lines = _stacked([[line.words] for line in paragraphs], paragraphs, manner)
    widest = max((line.width for line in lines), default=0.0)
    height = _height(lines, manner)
    size = min(manner.largest, box[1] / height if lines else manner.largest)
    size = min(size, box[0] / widest) if widest else size
    size = int(size * _STEP + _ROUNDING) / _STEP
    return Block(lines=lines, size=size, height=height) if size >= manner.smallest else None


def broken(
    paragraphs: Sequence[Paragraph], box: tuple[float, float], manner: Manner
) -> Block | None:
    """Paragraphs broken into lines at the largest size that fits the box; None below `manner.tiny`."""
    cut = [_cut(one, box[0] / manner.smallest) for one in paragraphs]
    tried = (_broken_at(size, cut, box, manner) for size in _sizes(manner))
    fitting = (block for block in tried if block)
    best = next(fitting, None)
    if best is None or not manner.saves_lines:
        return best
    least = max(manner.smallest, best.size * _STILL_ALIKE)
    smaller = takewhile(lambda block: block.size >= least, fitting)
    return min([best, *smaller], key=lambda block: len(block.lines))


def _sizes(manner: Manner) -> Iterator[float]:
    for quarters in range(int(manner.largest * _STEP), int(manner.tiny * _STEP) - 1, -1):
        yield quarters / _STEP


def _broken_at(
    size: float, paragraphs: Sequence[Paragraph], box: tuple[float, float], manner: Manner
) -> Block | None:
    width = box[0] / size
    rows = [list(_rows(one.words, width, manner)) for one in paragraphs]
    lines = _stacked(rows, paragraphs, manner)
    height = _height(lines, manner)
    widest = max((line.width for line in lines), default=0.0)
    if height * size > box[1] + _ROUNDING or widest > width + _ROUNDING:
        return None
    return Block(lines=lines, size=size, height=height)


def _cut(one: Paragraph, width: float) -> Paragraph:
    """`one` with the words in pieces that even at a small size would not go into a line."""
    if all(word.width <= width for word in one.words):
        return one
    return replace(one, words=tuple(piece for word in one.words for piece in pieces(word, width)))


def pieces(word: Word, width: float) -> Iterator[Word]:
    """A word in pieces that go into a line of `width` ems, parted after a sign rather than between letters.

    The first piece says the whole word, so that it is read as one.
    """
    if word.width <= width:
        yield word
        return
    letters = [(letter, run) for run in word.runs for letter in graphemes(run.text)]
    said, start = "".join(run.text for run in word.runs), 0
    while start < len(letters):
        end = _end(letters, start, width)
        runs = tuple(_rejoined(letters[start:end]))
        goes_on = end < len(letters)
        yield Word(
            runs=runs,
            width=sum(run.width for run in runs),
            space=replace(word.space, text="", glyphs=(), width=0.0) if goes_on else word.space,
            is_short=False,
            said="" if start else said,
            goes_on=goes_on,
        )
        start = end


def _end(letters: Sequence[tuple[str, Run]], start: int, width: float) -> int:
    """Where the piece that begins at `start` ends: behind a sign, unless that left much of the line empty."""
    reached, end = 0.0, start
    while end < len(letters):
        letter, run = letters[end]
        reached += shaped(letter, run.typeface, run.level).width
        if reached > width and end > start:
            break
        end += 1
    if end == len(letters):
        return end
    least = start + (end - start) * _FULL_ENOUGH
    behind = (at for at in range(end, start, -1) if at > least and _parts(letters, at))
    return next(behind, end)


def _parts(letters: Sequence[tuple[str, Run]], at: int) -> bool:
    """Whether one may part behind a sign there: `https://` stays whole."""
    return letters[at - 1][0] in _PARTING and letters[at][0] not in _PARTING


def _rejoined(letters: Sequence[tuple[str, Run]]) -> Iterator[Run]:
    """Shaped anew, so that letters that join go on joining."""
    for _, group in groupby(letters, key=lambda one: id(one[1])):
        some = list(group)
        run = some[0][1]
        yield shaped("".join(letter for letter, _ in some), run.typeface, run.level)


def _spelled(text: str, fonts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if typeface(fonts[0]).writes(text):
        return text, ()
    signs: list[str] = []
    missing: dict[str, None] = {}
    for letter in graphemes(text):
        kept = letter if _is_written(letter, fonts) else _written_of(letter, fonts)
        signs.append(kept or letter[0])
        missing |= dict.fromkeys(sign for sign in letter if sign not in kept)
    strange = set(map(_alphabet, missing)) - _OF_FEW_LETTERS
    parts: list[str] = []
    for sign in signs:
        if sign not in missing and not (strange and _alphabet(sign) in strange):
            parts.append(sign)
            continue
        missing[sign] = None
        if unicodedata.category(sign[0])[0] != "M":  # a mark alone cannot be spelled
            parts.append(_in_latin(sign, before="".join(parts[-1:])))
    return "".join(parts), tuple(missing)


def _written_of(letter: str, fonts: tuple[str, ...]) -> str:
    """As much of a letter and its marks as one of the fonts has; "" where none has the letter itself."""
    faces = [face for face in map(typeface, fonts) if face.writes(letter[0])]
    return max(("".join(filter(face.writes, letter)) for face in faces), key=len, default="")


def _is_written(sign: str, fonts: tuple[str, ...]) -> bool:
    return bool(sign.isspace() or writer(sign, fonts) or unicodedata.category(sign[0]) == "Cf")


def _alphabet(sign: str) -> str:
    """The alphabet of a letter, of which none is written when some cannot be: `Ερμής` is no `Erμis`."""
    is_letter = unicodedata.category(sign[0]) in _LETTERS
    return unicodedata.name(sign[0], "").partition(" ")[0] if is_letter else ""


def _in_latin(character: str, *, before: str) -> str:
    """A syllable in one sign, as in Chinese, stands apart from the one before it."""
    from anyascii import anyascii

    spelled = anyascii(character) or "?"
    is_syllable = unicodedata.east_asian_width(character[0]) in "WF" and spelled[0].isupper()
    return f" {spelled}" if is_syllable and before[-1:].isalnum() else spelled


def _runs(
    text: str, levels: Sequence[int], fonts: tuple[str, ...], *, is_mixed: bool
) -> Iterator[Run]:
    """The runs of one word. Where directions mix, signs stand alone: then readers keep their places."""
    if not text:  # between two spaces stood something that only told a direction
        return
    first = typeface(fonts[0])
    if not is_mixed and first.writes(text):
        yield shaped(text, first, 0)
        return
    letters = []
    start = 0
    for count, letter in enumerate(graphemes(text)):
        is_letter = unicodedata.bidirectional(letter[0]) in _STRONG
        alone = -1 if is_letter or not is_mixed else count
        letters.append((letter, (levels[start], writer(letter, fonts) or first, alone)))
        start += len(letter)
    for (level, face, _), group in groupby(letters, key=lambda one: one[1]):
        yield shaped("".join(letter for letter, _ in group), face, level)


def _rows(words: Sequence[Word], width: float, manner: Manner) -> Iterator[list[Word]]:
    """Words a line at a time, as many as `width` ems hold."""
    row: list[Word] = []
    reached = 0.0
    for word in words:
        taken = reached + (row[-1].space.width if row else 0.0) + word.width
        if row and taken > width + _ROUNDING:
            carried = leading_on(row) if manner.keep_short_words else []
            yield row[: len(row) - len(carried)]
            row = carried
            taken = sum(one.width + one.space.width for one in carried) + word.width
        row.append(word)
        reached = taken
    if row:
        yield row


def leading_on(row: list[Word]) -> list[Word]:
    """The words of one letter at its end: in Czech and Slovak they go on with the word that they lead."""
    at = len(row)
    while at > 1 and row[at - 1].is_short:
        at -= 1
    return row[at:]


def _stacked(
    rows: Sequence[Sequence[Sequence[Word]]], paragraphs: Sequence[Paragraph], manner: Manner
) -> tuple[Line, ...]:
    lines = []
    down = typeface(manner.fonts[0]).ascent
    for one, its_rows in zip(paragraphs, rows, strict=True):
        down += one.gap
        for row in its_rows:
            lines.append(_line(row, down, right_to_left=one.right_to_left))
            down += manner.leading
    return tuple(lines)


def _height(lines: Sequence[Line], manner: Manner) -> float:
    return lines[-1].down - typeface(manner.fonts[0]).descent if lines else 0.0


def _line(words: Sequence[Word], down: float, *, right_to_left: bool) -> Line:
    runs: list[Run] = []
    for word in words:
        runs += (*word.runs, word.space)
    del runs[-1:]
    places = [0.0] * len(runs)
    reached = 0.0
    for at in in_sight([run.level for run in runs]):
        places[at] = reached
        reached += runs[at].width
    placed = tuple(zip(places, runs, strict=True))
    return Line(runs=placed, width=reached, down=down, right_to_left=right_to_left)


def in_sight(levels: Sequence[int]) -> list[int]:
    """Indexes from left to right as they are seen: every stretch of a level or deeper turned round (L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        for is_deep, group in groupby(list(order), key=lambda at: levels[at] >= level):
            end = start + len(list(group))
            if is_deep:
                order[start:end] = reversed(order[start:end])
            start = end
    return order
