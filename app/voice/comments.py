"""What people say: comments found by word, theme, mood or channel, the newest first."""

from collections.abc import Sequence
from typing import Any

from app.keeping.database import Book
from app.people.folding import words_of
from app.values import value
from app.voice import answer_rows
from app.voice.answer import MOODS, Answer
from app.voice.reading import Period
from app.voice.scales import Mood

_ALWAYS = Period()


@value
class Wanted:
    """Every fact that is named must hold; `text` is found by the beginnings of its words."""

    period: Period = _ALWAYS
    text: str = ""
    theme: str = ""
    mood: Mood | None = None
    channel: str = ""


def comments(book: Book, wanted: Wanted, limit: int = 50, offset: int = 0) -> Sequence[Answer]:
    """Answers with a comment, the newest first."""
    where, values = _where(wanted)
    ids = book.column(
        f"SELECT a.id FROM answers a WHERE {where} ORDER BY a.day DESC, a.id DESC LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return answer_rows.read(book, ids)


def count(book: Book, wanted: Wanted) -> int:
    where, values = _where(wanted)
    return int(book.value(f"SELECT count(*) FROM answers a WHERE {where}", values))


def _where(wanted: Wanted) -> tuple[str, list[Any]]:
    parts = ["a.comment <> '' AND NOT a.removed AND a.day BETWEEN ? AND ?"]
    values: list[Any] = [*wanted.period.values()]
    if typed := words_of(wanted.text):
        parts.append("a.id IN (SELECT rowid FROM answer_words WHERE answer_words MATCH ?)")
        values.append(" ".join(f'"{word}"*' for word in typed))
    elif wanted.text.strip():
        parts.append("FALSE")
    if wanted.theme:
        parts.append("EXISTS (SELECT 1 FROM answer_themes WHERE answer = a.id AND theme = ?)")
        values.append(wanted.theme)
    if wanted.mood is not None:
        parts.append("a.mood = ?")
        values.append(MOODS[wanted.mood])
    if wanted.channel:
        parts.append("a.channel = ?")
        values.append(wanted.channel)
    return " AND ".join(parts), values
