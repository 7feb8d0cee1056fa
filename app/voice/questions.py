"""One question of a survey: what is asked in each language, how it is answered, and when it is left out."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import ShopError
from app.values import value
from app.voice.scales import ENDS, Mood, Scale, mood

Texts = Mapping[str, str]
"""What is said, by language."""


class NotAQuestion(ShopError):
    """A question or survey cannot be so; `what` is wrong with it, a word such as `empty`."""


@value
class Option:
    """One of what can be chosen."""

    key: str
    texts: Texts


@value
class Condition:
    """Asked only of those who answered `question` in one of these moods."""

    question: str
    moods: tuple[Mood, ...]


@value
class Reply:
    """What somebody answered to one question; a skipped one has neither figure, choice nor text."""

    question: str
    scale: Scale
    theme: str = ""
    score: int | None = None
    chosen: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_skipped(self) -> bool:
        return self.score is None and not self.chosen and not self.text

    @property
    def mood(self) -> Mood | None:
        return None if self.score is None else mood(self.scale, self.score)


@value
class Question:
    """`theme` is what it is about, empty for the visit as a whole; `asks_why` shows reasons to touch
    beside it; `group` is where it stands in the bank: service, product, loyalty, shop.
    """

    key: str
    scale: Scale
    texts: Texts
    theme: str = ""
    group: str = ""
    options: tuple[Option, ...] = ()
    asks_why: bool = False
    only: Condition | None = None

    def __post_init__(self) -> None:
        if not self.key.strip() or not any(text.strip() for text in self.texts.values()):
            raise NotAQuestion(what="empty", name=self.key)
        if self.has_options and len({one.key for one in self.options}) < _FEWEST_OPTIONS:
            raise NotAQuestion(what="options", name=self.key)

    @property
    def has_options(self) -> bool:
        return self.scale in {Scale.CHOICE, Scale.CHOICES}

    @property
    def has_score(self) -> bool:
        return self.scale in ENDS

    def asked_in(self, language: str, shop_language: str) -> str:
        return said(self.texts, language, shop_language)


_FEWEST_OPTIONS = 2


def said(texts: Texts, language: str, shop_language: str) -> str:
    """What is said in `language`, else in the shop's, in English, or in whatever there is."""
    for wanted in (language, shop_language, "en"):
        if texts.get(wanted, "").strip():
            return texts[wanted]
    return next((text for text in texts.values() if text.strip()), "")


def to_ask(questions: Sequence[Question], replies: Mapping[str, Reply]) -> list[Question]:
    """Those that are asked of somebody who has answered so far with `replies` (by question); what she
    replied to a question that is asked no more leads nowhere.
    """
    asked: dict[str, Question] = {}
    for one in questions:
        if one.only is None or (one.only.question in asked and _meets(one.only, replies)):
            asked[one.key] = one
    return list(asked.values())


def _meets(only: Condition, replies: Mapping[str, Reply]) -> bool:
    reply = replies.get(only.question)
    return reply is not None and reply.mood in only.moods


def plain(question: Question) -> dict[str, Any]:
    """A question as JSON knows it."""
    kept: dict[str, Any] = {
        "key": question.key,
        "scale": question.scale.value,
        "texts": dict(question.texts),
        "theme": question.theme,
        "group": question.group,
        "asks_why": question.asks_why,
    }
    if question.options:
        kept["options"] = [{"key": one.key, "texts": dict(one.texts)} for one in question.options]
    if question.only:
        kept["only"] = {"question": question.only.question, "moods": list(question.only.moods)}
    return kept


def from_plain(kept: Mapping[str, Any]) -> Question:
    """The question again. Raises `NotAQuestion`."""
    only = kept.get("only")
    return Question(
        key=kept["key"],
        scale=Scale(kept["scale"]),
        texts=kept["texts"],
        theme=kept.get("theme", ""),
        group=kept.get("group", ""),
        options=tuple(Option(**one) for one in kept.get("options", ())),
        asks_why=kept.get("asks_why", False),
        only=only
        and Condition(question=only["question"], moods=tuple(Mood(one) for one in only["moods"])),
    )
