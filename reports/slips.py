"""A survey on paper: slips to tick on busy days, numbered so that each is typed in once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import BinaryIO

from app.errors import ShopError
from app.voice.questions import Question
from app.voice.scales import ENDS, THEMES, Scale
from app.voice.shown import SlipSheet
from reports import voice_words
from reports.faces import PLAIN, draw_face
from reports.field import BOLD, INK2, LINE, Field, Spot, Written, cut_marks, field, front
from reports.papers import Paper
from reports.sheet import MM, Imprint, Sheet
from resources.words import Words


class SlipTooLong(ShopError):
    """The survey `name` does not fit a slip of `paper`."""


_A4 = (210.0, 297.0)
PAPERS: Mapping[str, Paper] = {
    "A6": Paper(
        name="A6",
        page=_A4,
        card=(105.0, 148.5),
        places=((0.0, 0.0), (105.0, 0.0), (0.0, 148.5), (105.0, 148.5)),
        marks=(
            (105.0, 5.0, 105.0, 10.0),
            (105.0, 287.0, 105.0, 292.0),
            (5.0, 148.5, 10.0, 148.5),
            (200.0, 148.5, 205.0, 148.5),
            (102.0, 148.5, 108.0, 148.5),
            (105.0, 145.5, 105.0, 151.5),
        ),
    ),
    "A5": Paper(
        name="A5",
        page=(297.0, 210.0),
        card=(148.5, 210.0),
        places=((0.0, 0.0), (148.5, 0.0)),
        marks=((148.5, 5.0, 148.5, 10.0), (148.5, 200.0, 148.5, 205.0)),
    ),
    "A4": Paper(name="A4", page=_A4, card=_A4),
}
_SCALES: Mapping[str, tuple[float, ...]] = {
    "A6": (1.0,),
    "A5": (sqrt(2), 1.2, 1.0),
    "A4": (1.6, sqrt(2), 1.2, 1.0),
}
"""How large a slip is drawn: as large as its survey fits."""

_SHOP = Written(largest=11.0, tiny=6.0, fonts=BOLD, goes_on=True)
_NUMBER = Written(largest=9.0, tiny=6.0, fonts=BOLD, align="end")
_HINT = Written(largest=7.5, tiny=5.0, colour=INK2, sits=0.0)
_ASKED = Written(largest=10.5, tiny=6.5, fonts=BOLD, leading=1.15, sits=1.0)
_TITLE = Written(largest=8.5, tiny=5.5, fonts=BOLD, sits=1.0)
_IN_BOX = Written(largest=8.5, tiny=4.0, align="middle", goes_on=True)
_SIGN = Written(largest=6.0, tiny=4.0, colour=INK2, align="middle", goes_on=True)
_WORD = Written(largest=6.5, tiny=4.0, colour=INK2, align="middle", sits=0.0, goes_on=True)
_END = Written(largest=6.5, tiny=4.0, colour=INK2, sits=0.0, goes_on=True)
_FAR_END = Written(largest=6.5, tiny=4.0, colour=INK2, align="end", sits=0.0)
_CHOICE = Written(largest=8.0, tiny=4.5, goes_on=True)
_CALL_ME = Written(largest=8.5, tiny=5.5, fonts=BOLD)
_LABEL = Written(largest=6.5, tiny=4.0, colour=INK2, sits=0.0, goes_on=True)
_AGREED = Written(largest=6.0, tiny=4.0, colour=INK2, leading=1.2, sits=0.0)

_EDGE, _TOP, _FOOT, _GAP = 8.0, 7.5, 6.5, 2.0
_HEAD, _QUESTION, _FACES, _FIGURES, _ROW, _HEADING, _CALL = 11.0, 8.5, 20.0, 10.6, 5.2, 5.5, 20.0
_FACE, _TICK, _CELL = 5.2, 4.2, 6.6
_WIDEST, _WIDEST_FACE = 11.0, 26.0
_RULE, _RULES, _RULES_OF_TEXT = 6.2, 3, 2
_COLUMNS = 2

_Draw = Callable[[Field, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Something that stands on a slip: how high it is, and what draws it from its upper edge."""

    high: float
    draw: _Draw


def draw_slips(
    facts: SlipSheet,
    words: Words,
    to: BinaryIO,
    *,
    paper: str = "A6",
    imprint: Imprint | None = None,
) -> None:
    """Write a slip for each number on sheets of A4. Raises `SlipTooLong` and `TextTooLong`."""
    on = PAPERS[paper]
    parts = _parts(facts, words)
    scale = _scale(parts, on, facts)
    sheet = Sheet(
        to, imprint or Imprint(title=facts.survey.name, author=facts.shop), words.language
    )
    for start in range(0, len(facts.numbers), len(on.places)):
        sheet.begin_page(on.page[0] * MM, on.page[1] * MM)
        for number, place in zip(facts.numbers[start:], on.places, strict=False):
            with field(sheet, on, front(place), words.language, scale=scale) as one:
                _slip(one, facts, number, parts, words)
        cut_marks(sheet, on)
        sheet.end_page()
    sheet.save()


def _slip(one: Field, facts: SlipSheet, number: int, parts: Sequence[_Part], words: Words) -> None:
    _head(one, facts.shop, number, words)
    down = _TOP + _HEAD
    for part in parts:
        part.draw(one, down)
        down += part.high + _GAP


def _scale(parts: Sequence[_Part], on: Paper, facts: SlipSheet) -> float:
    needed = _TOP + _HEAD + sum(part.high + _GAP for part in parts) - _GAP + _FOOT
    for scale in _SCALES[on.name]:
        if needed * scale <= on.card[1]:
            return scale
    raise SlipTooLong(name=facts.survey.name, paper=on.name)


def _parts(facts: SlipSheet, words: Words) -> list[_Part]:
    survey = facts.survey
    parts = [_question(one, facts, words) for one in survey.questions]
    if any(one.asks_why for one in survey.questions):
        parts.append(_reasons(words))
    if survey.comment:
        high = _HEADING + _RULES * _RULE
        parts.append(_Part(high=high, draw=partial(_comment, said=words("In your own words"))))
    if survey.call:
        parts.append(_Part(high=_CALL, draw=partial(_call, words=words)))
    return parts


def _head(one: Field, shop: str, number: int, words: Words) -> None:
    if shop:
        one.text(shop, (_EDGE, _TOP), (_wide(one) - 24.0, 5.5), _SHOP)
    said = words("Slip {number}", number=number)
    one.text(said, (one.size[0] - _EDGE - 22.0, _TOP), (22.0, 5.5), _NUMBER)
    one.text(words("Please tick what fits."), (_EDGE, _TOP + 6.0), (_wide(one), 4.0), _HINT)


def _question(asked: Question, facts: SlipSheet, words: Words) -> _Part:
    said = asked.asked_in(words.language, facts.shop_language)
    answered = _answered(asked, facts, words)

    def draw(one: Field, top: float) -> None:
        one.text(said, (_EDGE, top), (_wide(one), _QUESTION - 1.5), _ASKED)
        answered.draw(one, top + _QUESTION)

    return _Part(high=_QUESTION + answered.high, draw=draw)


def _answered(asked: Question, facts: SlipSheet, words: Words) -> _Part:
    if asked.scale is Scale.CSAT:
        return _Part(high=_FACES, draw=partial(_faces, words=words))
    if asked.has_score:
        return _Part(high=_FIGURES, draw=partial(_figures, scale=asked.scale, words=words))
    if asked.has_options:
        texts = [voice_words.option(one, words, facts.shop_language) for one in asked.options]
        signs = [str(place) for place in range(1, len(texts) + 1)]
        return _Part(high=_rows(texts), draw=partial(_ticks, texts=texts, signs=signs))
    return _Part(high=_RULES_OF_TEXT * _RULE, draw=partial(_rules, many=_RULES_OF_TEXT))


def _faces(one: Field, top: float, words: Words) -> None:
    least, most = ENDS[Scale.CSAT]
    column = min(_wide(one) / most, _WIDEST_FACE)
    for score in range(least, most + 1):
        left = _EDGE + (score - least) * column
        draw_face(one, (left + column / 2, top + _FACE), _FACE, score, PLAIN)
        tick = (left + (column - _TICK) / 2, top + 2 * _FACE + 1.0)
        one.frame(tick, (_TICK, _TICK), INK2, radius=0.6)
        one.text(str(score), tick, (_TICK, _TICK), _SIGN)
        under = (left, top + 2 * _FACE + _TICK + 1.6)
        one.text(voice_words.face_word(score, words), under, (column, 3.6), _WORD)


def _figures(one: Field, top: float, scale: Scale, words: Words) -> None:
    """Boxes with the figures in them, from the least to the greatest as one reads."""
    least, most = ENDS[scale]
    cell = min(_wide(one) / (most - least + 1), _WIDEST)
    for score in range(least, most + 1):
        box = (_EDGE + (score - least) * cell + (cell - _CELL) / 2, top)
        one.frame(box, (_CELL, _CELL), INK2, radius=0.8)
        one.text(str(score), box, (_CELL, _CELL), _IN_BOX)
    low, high = (words(one) for one in voice_words.ENDS[scale])
    long = cell * (most - least + 1)
    one.text(low, (_EDGE, top + _CELL + 0.6), (long / 2 - 1.0, 3.4), _END)
    one.text(high, (_EDGE + long / 2 + 1.0, top + _CELL + 0.6), (long / 2 - 1.0, 3.4), _FAR_END)


def _reasons(words: Words) -> _Part:
    texts = [voice_words.theme_name(theme, words) for theme in THEMES]
    signs = voice_words.letters(words.language)

    def draw(one: Field, top: float) -> None:
        one.text(words("What was it about?"), (_EDGE, top), (_wide(one), _HEADING - 1.2), _TITLE)
        _ticks(one, top + _HEADING, texts, signs)

    return _Part(high=_HEADING + _rows(texts), draw=draw)


def _ticks(one: Field, top: float, texts: Sequence[str], signs: Sequence[str]) -> None:
    """Boxes in two columns, down the first one first, each with the sign that is typed for it."""
    column, down = _wide(one) / _COLUMNS, -(-len(texts) // _COLUMNS)
    for place, (text, sign) in enumerate(zip(texts, signs, strict=True)):
        left, high = _EDGE + place // down * column, top + place % down * _ROW
        one.frame((left, high + 0.4), (_TICK, _TICK), INK2, radius=0.6)
        one.text(sign, (left, high + 0.4), (_TICK, _TICK), _SIGN)
        room = (column - _TICK - 3.5, _TICK)
        one.text(text, (left + _TICK + 1.8, high + 0.4), room, _CHOICE)


def _rows(texts: Sequence[str]) -> float:
    return -(-len(texts) // _COLUMNS) * _ROW


def _comment(one: Field, top: float, said: str) -> None:
    one.text(said, (_EDGE, top), (_wide(one), _HEADING - 1.2), _TITLE)
    _rules(one, top + _HEADING - 1.0, _RULES)


def _rules(one: Field, top: float, many: int) -> None:
    for line in range(1, many + 1):
        one.line((_EDGE, top + line * _RULE), _wide(one), LINE)


def _call(one: Field, top: float, words: Words) -> None:
    half = _wide(one) / 2 - 2.0
    one.frame((_EDGE, top), (_TICK, _TICK), INK2, radius=0.6)
    said = (_EDGE + _TICK + 1.8, top)
    one.text(words("Please call me back"), said, (_wide(one) - _TICK - 1.8, _TICK), _CALL_ME)
    labels = (words("Name"), words("Phone"))
    for place, label in enumerate(labels):
        at: Spot = (_EDGE + place * (half + 4.0), top + 11.0)
        one.line(at, half, INK2)
        one.text(label, (at[0], at[1] + 0.6), (half, 3.2), _LABEL)
    one.text(voice_words.agreed(words), (_EDGE, top + 15.2), (_wide(one), 4.8), _AGREED)


def _wide(one: Field) -> float:
    return one.size[0] - 2 * _EDGE
