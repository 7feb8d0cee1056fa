"""A sheet for customers: what they said, what it was about, and what came of it, on one page."""

from collections.abc import Mapping
from typing import BinaryIO

from app.voice.improvements import Improvement
from app.voice.scales import Scale
from app.voice.scores import Counts
from app.voice.shown import Results, filled
from reports.field import ACCENT, BOLD, INK2, LINE, TINT, Colour, Field, Written, field, front
from reports.score_words import figure
from reports.sheet import MM, Imprint, Sheet
from reports.voice_words import span, theme_name
from reports.wall_poster import EDGE, PAPERS, draw_head, wide
from resources.words import Words, mark

NAMES: Mapping[Scale, str] = {
    Scale.CSAT: mark("A good or very good visit"),
    Scale.TEN: mark("9 or 10 points of ten"),
    Scale.NPS: mark("Would send a friend to us (from −100 to +100)"),
    Scale.EFFORT: mark("Easy with us (from 1 to 7)"),
}

_PAPER = PAPERS["A4"]
_TITLE = Written(largest=30.0, tiny=14.0, fonts=BOLD)
_DAYS = Written(largest=11.0, tiny=7.0, colour=INK2)
_SECTION = Written(largest=13.0, tiny=8.0, fonts=BOLD, sits=1.0)
_NAME = Written(largest=10.5, tiny=6.0, sits=1.0, goes_on=True)
_FIGURE = Written(largest=20.0, tiny=9.0, colour=ACCENT, fonts=BOLD, align="end", sits=1.0)
_PART = Written(largest=11.0, tiny=7.0, fonts=BOLD, align="end", sits=1.0, goes_on=True)
_QUIET = Written(largest=8.5, tiny=5.5, colour=INK2, sits=0.0)
_COUNT = Written(largest=8.5, tiny=5.5, colour=INK2, align="end", sits=1.0)
_SAID = Written(largest=10.0, tiny=6.0, colour=INK2, leading=1.3, sits=0.0)
_DONE = Written(largest=10.0, tiny=6.0, fonts=BOLD, leading=1.3, sits=0.0)
_THANKS = Written(largest=13.0, tiny=8.0, fonts=BOLD)
_TOP, _SCORE, _THEME, _CHANGE, _GAP, _HEAD = 71.0, 19.0, 8.5, 12.5, 5.0, 9.0
_BAR, _SLIM = 3.4, 2.6
_MIGHT: Colour = (0.906, 0.722, 0.659)
_MOST_THEMES = 6


def draw_results_sheet(
    facts: Results, words: Words, to: BinaryIO, *, imprint: Imprint | None = None
) -> None:
    """Write it on A4. Raises `TextTooLong`."""
    title = words("What you told us")
    sheet = Sheet(to, imprint or Imprint(title=title, author=facts.shop), words.language)
    sheet.begin_page(_PAPER.page[0] * MM, _PAPER.page[1] * MM)
    with field(sheet, _PAPER, front((0.0, 0.0)), words.language) as one:
        draw_head(one, facts.shop, facts.shop_words)
        one.text(title, (EDGE, 45.0), (wide(one), 13.0), _TITLE)
        answers = words.plural("{n} answer", "{n} answers", facts.n)
        said = f"{answers} · {span(facts.days, words)}"
        one.text(said, (EDGE, 58.0), (wide(one), 6.0), _DAYS)
        top = _scores(one, facts, words, _TOP)
        top = _themes(one, facts, words, top)
        _changes(one, facts.changes, words, top)
        _thanks(one, words)
    sheet.end_page()
    sheet.save()


def _scores(one: Field, facts: Results, words: Words, top: float) -> float:
    for counts in facts.scores:
        name = words(NAMES[counts.scale])
        one.text(name, (EDGE, top), (wide(one) - 40.0, 8.0), _NAME)
        if not counts.is_few:
            said = figure(counts, words)
            one.text(said, (EDGE + wide(one) - 40.0, top - 1.0), (40.0, 9.5), _FIGURE)
        _bar(one, counts, (EDGE, top + 9.0), wide(one), _BAR)
        one.text(_how_many(counts, words), (EDGE, top + 13.0), (wide(one), 4.0), _QUIET)
        top += _SCORE
    return top + _GAP


def _themes(one: Field, facts: Results, words: Words, top: float) -> float:
    """The share of good and very good among those who spoke of a theme."""
    if not facts.themes:
        return top
    _section(one, words("What it was about"), top)
    top += _HEAD + 2.0
    for theme, counts in facts.themes[:_MOST_THEMES]:
        one.text(theme_name(theme, words), (EDGE, top), (44.0, 5.5), _NAME)
        _bar(one, counts, (EDGE + 46.0, top + 1.9), wide(one) - 96.0, _SLIM)
        far = EDGE + wide(one) - 48.0
        if not counts.is_few:
            one.text(figure(counts, words), (far, top), (18.0, 5.5), _PART)
        one.text(_few_or_many(counts, words), (far + 18.0, top), (30.0, 5.5), _COUNT)
        top += _THEME
    return top + _GAP


def _changes(one: Field, changes: tuple[Improvement, ...], words: Words, top: float) -> None:
    if not changes:
        return
    _section(one, words("You said, we did"), top)
    top += _HEAD + 2.0
    half = wide(one) / 2 - 4.0
    for change in changes:
        one.text(words("“{text}”", text=change.said), (EDGE, top), (half, _CHANGE - 2.0), _SAID)
        one.text(change.done, (EDGE + half + 8.0, top), (half, _CHANGE - 2.0), _DONE)
        top += _CHANGE


def _thanks(one: Field, words: Words) -> None:
    one.box((EDGE, 268.0), (wide(one), 15.0), TINT, radius=3.0)
    said = words("Thank you. We read every answer; tell us more at the counter.")
    one.text(said, (EDGE + 6.0, 268.0), (wide(one) - 12.0, 15.0), _THANKS)


def _section(one: Field, title: str, top: float) -> None:
    one.text(title, (EDGE, top), (wide(one), 7.0), _SECTION)
    one.line((EDGE, top + _HEAD - 0.8), wide(one))


def _bar(one: Field, counts: Counts, at: tuple[float, float], long: float, high: float) -> None:
    """Empty where there are too few to tell; of recommending, those who would and those who might."""
    one.box(at, (long, high), LINE, radius=high / 2)
    for colour, share in zip((_MIGHT, ACCENT), filled(counts), strict=True):
        if not counts.is_few and long * share >= high:
            one.box(at, (long * share, high), colour, radius=high / 2)


def _how_many(counts: Counts, words: Words) -> str:
    answers = words.plural("{n} answer", "{n} answers", counts.n)
    if counts.is_few:
        return words("{answers}: too few to tell", answers=answers)
    return answers


def _few_or_many(counts: Counts, words: Words) -> str:
    if counts.is_few:
        return words("{n}: too few to tell", n=words.number(counts.n))
    return words.plural("{n} answer", "{n} answers", counts.n)
