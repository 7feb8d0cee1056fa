"""What the owner may want to think over before a letter goes out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.thanks.greeting import Greeting
from app.thanks.written import Written

if TYPE_CHECKING:
    from app.thanks.composing import Composed

LATELY = timedelta(days=21)


class Doubt(StrEnum):
    """Why one may hesitate."""

    SAME_WORDS = "same_words"
    """The last time she had this letter, it said the very same."""
    LATELY = "lately"
    """She had a card within the last three weeks."""
    NOTHING_PERSONAL = "nothing_personal"
    NO_NAME = "no_name"
    OTHER_LANGUAGE = "other_language"
    """Nobody has written this letter in her language."""
    UNSAID = "unsaid"
    """The letter lacks a fact without which it makes no sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A doubt; `on` and `letter` are of the earlier letter that it is about, `fields` what is unsaid."""

    what: Doubt
    on: date | None = None
    letter: str = ""
    fields: tuple[str, ...] = ()


def doubts_about(
    composed: "Composed", greeting: Greeting, language: str, before: Sequence[Written]
) -> Iterator[Doubted]:
    """What is to be said of a letter wanted in `language`, after those written `before` it."""
    same = next((one for one in reversed(before) if one.letter == composed.letter), None)
    if same and _same_words(same.text, composed):
        yield Doubted(what=Doubt.SAME_WORDS, on=_day(same), letter=same.letter)
    last = before[-1] if before else None
    if last and abs(composed.on - _day(last)) <= LATELY:
        yield Doubted(what=Doubt.LATELY, on=_day(last), letter=last.letter)
    if composed.language != language:
        yield Doubted(what=Doubt.OTHER_LANGUAGE)
    if not greeting.name_in_greeting:
        yield Doubted(what=Doubt.NO_NAME)
    if not composed.points:
        yield Doubted(what=Doubt.NOTHING_PERSONAL)


def _same_words(text: str, composed: "Composed") -> bool:
    said = composed.body if composed.edited is None else _body(composed.text)
    return bool(text) and said.casefold().split() == _body(text).casefold().split()


def _body(text: str) -> str:
    """The letter without its greeting and its sign-off."""
    return "\n\n".join(text.split("\n\n")[1:-1])


def _day(one: Written) -> date:
    return one.on or one.at.date()
