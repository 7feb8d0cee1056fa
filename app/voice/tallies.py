"""How many gave each figure on each day, kept up so that a score of a million answers is one look.

A *slice* is what a score is asked of: the whole shop (empty), or one channel, theme, question or hour.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from app.keeping.check import Finding
from app.keeping.database import Book
from app.voice.scales import ENDS

SKIPPED = -1
"""Stands for a question that was asked and skipped."""
ANSWERS = "answers"
"""The scale on which whole answers are counted by their mood: -1, 0, 1."""
SCORED = ", ".join(f"'{scale}'" for scale in ENDS)
"""The scales that have figures, as SQL lists them."""
NO_MOOD = 9
"""The mood of an answer without a figure."""


def hour_slice(hour: int) -> str:
    return f"hour:{hour:02}"


@contextmanager
def recounted(book: Book, answers: Sequence[int]) -> Iterator[None]:
    """What `answers` count for is taken out, and put in again as they then stand."""
    _count(book, answers, -1)
    yield
    _count(book, answers, 1)


def put_in(book: Book, answers: Sequence[int]) -> None:
    """Counts new `answers`."""
    _count(book, answers, 1)


def findings(book: Book) -> Iterator[Finding]:
    """Tallies that differ from what is reckoned anew."""
    apart = book.value(
        f"SELECT count(*) FROM (SELECT slice, scale, day, score, sum(n) AS n FROM ("
        "SELECT slice, scale, day, score, n FROM tallies UNION ALL"
        f" SELECT slice, scale, day, score, -count(*) FROM ({_EACH.format(which='')})"
        " GROUP BY slice, scale, day, score) GROUP BY slice, scale, day, score HAVING sum(n) <> 0)"
    )
    if apart:
        yield Finding(what="miscounted", facts={"n": apart})


def _count(book: Book, answers: Sequence[int], sign: int) -> None:
    which = "AND a.id IN (SELECT value FROM json_each(:ids))"
    book.execute(
        "INSERT INTO tallies (slice, scale, day, score, n)"
        f" SELECT slice, scale, day, score, :sign * count(*) FROM ({_EACH.format(which=which)})"
        " GROUP BY slice, scale, day, score"
        " ON CONFLICT (slice, scale, day, score) DO UPDATE SET n = n + excluded.n",
        {"ids": json.dumps(list(answers)), "sign": sign},
    )


_SCORED = (
    f"SELECT {{slice}} AS slice, r.scale, a.day, ifnull(r.score, {SKIPPED}) AS score FROM answers a"
    " JOIN replies r ON r.answer = a.id {join}"
    f" WHERE a.counts AND r.scale IN ({SCORED}) {{{{which}}}} AND {{only}}"
)
_WHOLE = (
    f"SELECT {{slice}} AS slice, 'answers' AS scale, a.day, ifnull(a.mood, {NO_MOOD}) AS score"
    " FROM answers a {join} WHERE a.counts {{which}}"
    " AND (a.comment <> '' OR EXISTS (SELECT 1 FROM replies WHERE answer = a.id))"
)
_THEMES = "JOIN answer_themes t ON t.answer = a.id"
_OVERALL = "r.theme = ''"
_EACH = " UNION ALL ".join(
    (
        _SCORED.format(slice="''", join="", only=_OVERALL),
        _SCORED.format(slice="'channel:' || a.channel", join="", only=_OVERALL),
        _SCORED.format(slice="'hour:' || substr(a.hour, 1, 2)", join="", only=_OVERALL),
        _SCORED.format(slice="'theme:' || t.theme", join=_THEMES, only=_OVERALL),
        _SCORED.format(slice="'theme:' || r.theme", join="", only="r.theme <> ''"),
        _SCORED.format(slice="'question:' || r.question", join="", only="TRUE"),
        _WHOLE.format(slice="''", join=""),
        _WHOLE.format(slice="'channel:' || a.channel", join=""),
        _WHOLE.format(slice="'theme:' || t.theme", join=_THEMES),
    )
)
