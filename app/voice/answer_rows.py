"""Answers as the book keeps them: rows read and written, within whatever verb asks."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from app.clock import moment
from app.keeping.database import Book
from app.people.folding import words_once
from app.voice.answer import MOODS, Answer, State
from app.voice.questions import Reply
from app.voice.scales import Scale

_BY_NUMBER = {number: mood for mood, number in MOODS.items()}


def read(book: Book, answers: Sequence[int]) -> list[Answer]:
    """Those of `answers` that there are, in the same order."""
    rows = book.execute(
        "SELECT * FROM answers WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(answers)),),
    )
    found = {
        row["id"]: Answer(
            id=row["id"],
            at=moment(row["at"]),
            day=date.fromisoformat(row["day"]),
            by=row["by"],
            customer=row["customer"],
            channel=row["channel"],
            language=row["language"],
            replies=tuple(replies_of(book, row["id"])),
            comment=row["comment"],
            themes=tuple(themes_of(book, row["id"])),
            wants_call=bool(row["wants_call"]),
            contact=row["contact"],
            mood=_BY_NUMBER.get(row["mood"]),
            state=State(row["state"]),
            is_hasty=bool(row["is_hasty"]),
            counts=bool(row["counts"]),
        )
        for row in rows
    }
    return [found[one] for one in answers if one in found]


def of_customer(book: Book, customer: int, limit: int) -> list[Answer]:
    """What she answered, and those who were merged into her; the newest first. What was dropped, came in
    haste or was taken out is no part of it.
    """
    ids = book.column(
        "SELECT id FROM answers WHERE customer IN (SELECT id FROM customers WHERE id = ? OR merged_into = ?)"
        " AND NOT removed AND NOT is_hasty AND state <> 'dropped' ORDER BY at DESC LIMIT ?",
        (customer, customer, limit),
    )
    return read(book, ids)


def replies_of(book: Book, answer: int) -> list[Reply]:
    rows = book.execute("SELECT * FROM replies WHERE answer = ? ORDER BY question", (answer,))
    return [
        Reply(
            question=row["question"],
            scale=Scale(row["scale"]),
            theme=row["theme"],
            score=row["score"],
            chosen=tuple(json.loads(row["chosen"])),
            text=row["text"],
        )
        for row in rows
    ]


def themes_of(book: Book, answer: int) -> list[str]:
    return book.column("SELECT theme FROM answer_themes WHERE answer = ? ORDER BY theme", (answer,))


def write_reply(book: Book, answer: int, reply: Reply) -> None:
    book.execute(
        "INSERT OR REPLACE INTO replies (answer, question, scale, theme, score, chosen, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            answer,
            reply.question,
            reply.scale,
            reply.theme,
            reply.score,
            json.dumps(reply.chosen),
            reply.text,
        ),
    )


def write_themes(book: Book, answer: int, themes: Iterable[str]) -> None:
    """These and no others."""
    book.execute("DELETE FROM answer_themes WHERE answer = ?", (answer,))
    book.connection.executemany(
        "INSERT INTO answer_themes (answer, theme) VALUES (?, ?)",
        [(answer, theme) for theme in dict.fromkeys(one.strip() for one in themes)],
    )


def write_words(book: Book, answer: int, comment: str) -> None:
    """By which the comment is found."""
    book.execute("DELETE FROM answer_words WHERE rowid = ?", (answer,))
    if words := words_once(comment):
        book.execute(
            "INSERT INTO answer_words (rowid, said) VALUES (?, ?)", (answer, " ".join(words))
        )
