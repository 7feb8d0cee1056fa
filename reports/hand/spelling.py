"""Words to letterforms of one hand: which forms each letter has, and how wide a word is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reports.fonts import add_typeface, typeface
from reports.hand.borrowing import with_apostrophe
from reports.hand.drawings import drawn_font
from reports.hand.letterforms import Letter, Letterforms
from reports.hand.style import FACE_OF_DRAWINGS, HANDS, Hand, faces_for
from reports.shaping import Glyph, Run
from reports.text import Paragraph, Word

_DRAWN_BESIDE = 22.0  # points: the size of a drawn heart beside the largest writing


@dataclass(frozen=True, slots=True)
class Spelt:
    """A run as letters from left to right: the forms of each, how far it takes the pen, its text.

    `ink` is how wide it is drawn, in ems.
    """

    forms: list[tuple[int, ...]]
    advances: list[float]
    texts: list[str]
    scale: float
    ink: float
    level: int


class Speller:
    """Turns words into letterforms of one hand, and remembers how."""

    def __init__(self, hand: Hand, letterforms: Letterforms, gap: float) -> None:
        add_typeface(FACE_OF_DRAWINGS, drawn_font())
        self.hand, self.letterforms, self.gap = hand, letterforms, gap
        self.faces = faces_for(hand)
        sizes = {one.face: one.largest for one in HANDS.values()}
        self._scales = {
            face: sizes.get(face, _DRAWN_BESIDE) / hand.largest for face in self.faces[1:]
        }
        self._spelt: dict[tuple[str, str, int], Spelt] = {}

    def prepare(self, paragraphs: Sequence[Paragraph]) -> None:
        """Makes all letterforms that the paragraphs need at once."""
        runs = [run for one in paragraphs for word in one.words for run in (*word.runs, word.space)]
        new = {key: run for run in runs if (key := _key(run)) not in self._spelt}
        letters = {key: self._letters(run) for key, run in new.items()}
        self.letterforms.numbers(letter for some in letters.values() for letter in some)
        for key, run in new.items():
            self._spelt[key] = self._spell(run, letters[key])

    def spelt(self, run: Run) -> Spelt:
        return self._spelt[_key(run)]

    def width(self, word: Word) -> float:
        """How wide its ink is, in ems, as gaps are between ink; in several typefaces their whole way."""
        runs = [self.spelt(run) for run in word.runs]
        return runs[0].ink if len(runs) == 1 else sum(sum(run.advances) * run.scale for run in runs)

    def _letters(self, run: Run) -> list[Letter]:
        """The letters of a run; what only lacks its apostrophe in the hand itself is made up from it."""
        own = typeface(self.faces[0])
        if run.typeface is own:
            return _letters(run)
        borrowed = [with_apostrophe(letter, own) for letter in run.text]
        known = [letter for letter in borrowed if letter is not None]
        return known if known and len(known) == len(borrowed) else _letters(run)

    def _spell(self, run: Run, letters: list[Letter]) -> Spelt:
        forms = self.letterforms.numbers(letters)
        advances = [letter.advance + self.hand.tracking for letter in letters]
        scale = self._scales.get(letters[0].face, 1.0) if letters else 1.0
        return Spelt(
            forms=forms,
            advances=advances,
            texts=[letter.text for letter in letters],
            scale=scale,
            ink=self._ink(forms, advances) * scale,
            level=run.level,
        )

    def _ink(self, forms: Sequence[tuple[int, ...]], advances: Sequence[float]) -> float:
        """From where the usual forms begin to where they end; where one draws nothing, their whole way."""
        if not all(forms) or not forms:
            return sum(advances)
        _, left, right = self.letterforms.measured[[form[0] for form in forms], :3].T
        begun = np.cumsum(advances) - advances
        return float((begun + right).max() - (begun + left).min())


def _key(run: Run) -> tuple[str, str, int]:
    return run.text, run.typeface.name, run.level


def _letters(run: Run) -> list[Letter]:
    """The glyphs of a run gathered into letters with their marks, from left to right."""
    letters: list[Letter] = []
    group: list[Glyph] = []
    for glyph in run.glyphs:
        is_mark = glyph.advance == 0.0
        # Marks follow their letter, but in a run from right to left they stand before it.
        if group and not (is_mark if run.level % 2 == 0 else _is_all_marks(group)):
            letters.append(_letter(group, run))
            group = []
        group.append(glyph)
    if group:
        letters.append(_letter(group, run))
    return letters


def _is_all_marks(group: list[Glyph]) -> bool:
    return all(glyph.advance == 0.0 for glyph in group)


def _letter(group: list[Glyph], run: Run) -> Letter:
    reached = 0.0
    parts: list[tuple[int, float, float]] = []
    marks: list[tuple[int, float, float]] = []
    for glyph in group:
        place = (glyph.number, round(reached + glyph.dx, 5), round(glyph.dy, 5))
        (marks if glyph.advance == 0.0 else parts).append(place)
        reached += glyph.advance
    texts = [glyph.text for glyph in group]
    return Letter(
        text="".join(texts if run.level % 2 == 0 else reversed(texts)),
        face=run.typeface.name,
        parts=(*parts, *marks),
        advance=reached,
    )
