"""Scores in words: never a bare figure, always with how many answered."""

from decimal import Decimal

from app.voice.scales import Scale
from app.voice.scores import Counts
from resources.words import Words, mark

NAMES = {
    Scale.NPS: mark("Recommending (NPS)"),
    Scale.CSAT: mark("Satisfied"),
    Scale.TEN: mark("Satisfied (of ten)"),
    Scale.EFFORT: mark("Easy (1 to 7)"),
}


def figure(counts: Counts, words: Words) -> str:
    """The score as it is shown: `+25`, `50 %`, `5.20`; empty where nobody answered."""
    shown = counts.shown
    if shown is None:
        return ""
    if counts.scale is Scale.NPS:
        return words.isolated(signed(int(shown)))
    if counts.scale is Scale.EFFORT:
        return words.decimal(Decimal(shown))
    return words.percent(int(shown))


def signed(score: int) -> str:
    """With a real minus; a plus where it is above nothing."""
    return f"+{score}" if score > 0 else f"−{-score}" if score < 0 else "0"


def score_line(counts: Counts, words: Words) -> str:
    """The score with its n and how sure it is, in one line."""
    name = words(NAMES[counts.scale])
    if not counts.n:
        return words("{name}: no answers yet", name=name)
    answers = words.plural("{n} answer", "{n} answers", counts.n)
    if counts.is_few:
        return words(
            "{name}: {figure} ({answers}, too few to tell)",
            name=name,
            figure=figure(counts, words),
            answers=answers,
        )
    low, high = counts.interval or (Decimal(0), Decimal(0))
    return words(
        "{name}: {figure} ({answers}, between {low} and {high})",
        name=name,
        figure=figure(counts, words),
        answers=answers,
        low=words.isolated(_end(low, words)),
        high=words.isolated(_end(high, words)),
    )


def _end(end: Decimal, words: Words) -> str:
    said = words.decimal(abs(end))
    return f"−{said}" if end < 0 else said
