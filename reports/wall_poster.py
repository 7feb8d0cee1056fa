"""A poster for the wall: how many were satisfied, of how many who answered, and how sure that is."""

from typing import BinaryIO

from app.voice.questions import said
from app.voice.shown import Boast
from reports.faces import COLOURED, draw_face
from reports.field import ACCENT, BOLD, INK2, LINE, Field, Written, field, front
from reports.papers import Paper
from reports.sheet import MM, Imprint, Sheet
from reports.voice_words import face_word, span
from resources.words import Words

PAPERS = {
    name: Paper(name=name, page=size, card=size)
    for name, size in {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}.items()
}
_DRAWN = 297.0  # the height it is drawn at, in millimetres; a larger sheet is the same, larger

_SHOP = Written(largest=22.0, tiny=9.0, fonts=BOLD, sits=1.0)
_SHOP_ALONE = Written(largest=22.0, tiny=9.0, fonts=BOLD)
_SHOP_WORDS = Written(largest=12.0, tiny=7.0, colour=INK2, sits=0.0)
_FIGURE = Written(largest=225.0, tiny=60.0, colour=ACCENT, fonts=BOLD, leading=1.0, sits=1.0)
_SAID = Written(largest=38.0, tiny=14.0, fonts=BOLD, leading=1.15, sits=0.0)
_COUNT = Written(largest=18.0, tiny=9.0, colour=INK2, leading=1.3, sits=0.0)
_FACE_COUNT = Written(largest=13.0, tiny=7.0, fonts=BOLD, align="middle", sits=1.0)
_FACE_WORD = Written(largest=10.5, tiny=5.5, colour=INK2, align="middle", sits=0.0)
_SMALL = Written(largest=8.5, tiny=5.5, colour=INK2, leading=1.45, sits=0.0)

EDGE, _MARK, _BEARING = 20.0, 17.0, 2.0
_SURE = 95  # percent
_FEET, _TALLEST, _BAR, _RADIUS = 225.0, 27.0, 18.0, 8.0


def draw_wall_poster(
    facts: Boast, words: Words, to: BinaryIO, *, paper: str = "A4", imprint: Imprint | None = None
) -> None:
    """Write the poster on `paper`, one of `PAPERS`. Raises `TextTooLong`."""
    sheet = Sheet(to, imprint or _imprint(facts, words), words.language)
    on = PAPERS[paper]
    sheet.begin_page(on.page[0] * MM, on.page[1] * MM)
    scale = on.page[1] / _DRAWN
    with field(sheet, on, front((0.0, 0.0)), words.language, scale=scale) as one:
        draw_head(one, facts.shop, facts.shop_words)
        _boast(one, facts, words)
        _faces(one, facts, words)
        one.line((EDGE, 262.0), wide(one))
        one.text(_small_print(facts, words), (EDGE, 265.0), (wide(one), 18.0), _SMALL)
    sheet.end_page()
    sheet.save()


def draw_head(one: Field, shop: str, shop_words: str) -> None:
    """The shop's mark, its name, and what it says of itself."""
    if not shop:
        return
    one.mark(shop, (EDGE, 20.0), _MARK)
    at, long = EDGE + _MARK + 5.0, wide(one) - _MARK - 5.0
    if shop_words:
        one.text(shop, (at, 19.0), (long, 10.5), _SHOP)
        one.text(shop_words, (at, 30.5), (long, 7.0), _SHOP_WORDS)
    else:
        one.text(shop, (at, 20.0), (long, _MARK), _SHOP_ALONE)


def _boast(one: Field, facts: Boast, words: Words) -> None:
    long = wide(one)
    one.text(
        words.percent(facts.percent), (EDGE - _BEARING, 50.0), (long + _BEARING, 82.0), _FIGURE
    )
    one.text(words("say: good or very good."), (EDGE, 133.0), (long, 27.0), _SAID)
    answers = words.plural("{n} answer", "{n} answers", facts.n)
    one.text(f"{answers}\n{span(facts.days, words)}", (EDGE, 163.0), (long, 18.0), _COUNT)


def _faces(one: Field, facts: Boast, words: Words) -> None:
    """A bar on each face, as high as the share who chose it."""
    column, most = wide(one) / len(facts.faces), max(facts.faces)
    for score, many in enumerate(facts.faces, 1):
        left, tint = EDGE + (score - 1) * column, COLOURED[score]
        middle, high = left + column / 2, max(_TALLEST * many / most, 0.4)
        one.box((middle - _BAR / 2, _FEET - high), (_BAR, high), tint.ground if many else LINE)
        count = words.number(many)
        one.text(count, (left, _FEET - high - 9.0), (column, 8.0), _FACE_COUNT)
        draw_face(one, (middle, _FEET + 3.0 + _RADIUS), _RADIUS, score, tint)
        under = (left, _FEET + 5.0 + 2 * _RADIUS)
        one.text(face_word(score, words), under, (column, 6.0), _FACE_WORD)


def _small_print(facts: Boast, words: Words) -> str:
    asked = said(facts.question, words.language, words.language)
    return words(
        "Question: “{question}” {percent} are those of the two best faces, among everybody who answered"
        " from {since} to {until}; whoever skipped it is not counted. If all our customers had answered, it"
        " would most likely be between {low} and {high} ({sure} confidence, Wilson).",
        question=asked,
        percent=words.percent(facts.percent),
        sure=words.percent(_SURE),
        since=words.date(facts.days.since),
        until=words.date(facts.days.until),
        low=words.percent(facts.low),
        high=words.percent(facts.high),
    )


def _imprint(facts: Boast, words: Words) -> Imprint:
    return Imprint(title=words("What our customers say"), author=facts.shop)


def wide(one: Field) -> float:
    """Between the margins."""
    return one.size[0] - 2 * EDGE
