"""A survey: its questions in order, when it is asked, and what is given for an answer."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from app.voice.questions import NotAQuestion, Question, from_plain, plain


class Every(StrEnum):
    """How often somebody is asked."""

    VISIT = "visit"
    NTH_VISIT = "nth"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """`nth` counts visits where that is how often."""

    every: Every = Every.VISIT
    nth: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.nth <= _MOST_VISITS:
            raise NotAQuestion(what="nth", name=str(self.nth))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """What an answer is thanked with: `points` for somebody who is known, or a coupon, whose deal is
    written as `app.loyalty.letter_offers` writes it; at most `a_day` coupons for people not known.
    """

    points: int = 0
    coupon: str = ""
    a_day: int = 30

    def __post_init__(self) -> None:
        if not (0 <= self.points <= _MOST_POINTS and 0 <= self.a_day <= _MOST_POINTS):
            raise NotAQuestion(what="points", name=str(self.points))


_MOST_VISITS, _MOST_POINTS = 100, 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """`key` tells it from others through all its versions; `comment` and `call` say whether, at the end,
    a word and a wish to be called back are asked for.
    """

    key: str
    name: str
    questions: tuple[Question, ...]
    asking: Asking = Asking()
    thanks: Thanks = Thanks()
    comment: bool = True
    call: bool = True
    is_on: bool = True
    version: int = 0

    def __post_init__(self) -> None:
        keys = [one.key for one in self.questions]
        if not self.name.strip() or not keys:
            raise NotAQuestion(what="empty", name=self.name)
        if len(set(keys)) < len(keys):
            raise NotAQuestion(what="twice", name=self.name)
        for place, one in enumerate(self.questions):
            if one.only and one.only.question not in keys[:place]:
                raise NotAQuestion(what="order", name=one.key)

    def text(self) -> str:
        """As it is kept."""
        kept: dict[str, Any] = {
            "name": self.name,
            "questions": [plain(one) for one in self.questions],
            "asking": asdict(self.asking),
            "thanks": asdict(self.thanks),
            "comment": self.comment,
            "call": self.call,
            "is_on": self.is_on,
        }
        return json.dumps(kept, ensure_ascii=False)


def read_survey(key: str, version: int, text: str) -> Survey:
    """The survey that `text` keeps."""
    kept = json.loads(text)
    asking = Asking(every=Every(kept["asking"]["every"]), nth=kept["asking"]["nth"])
    return Survey(
        key=key,
        version=version,
        name=kept["name"],
        questions=tuple(from_plain(one) for one in kept["questions"]),
        asking=asking,
        thanks=Thanks(**kept["thanks"]),
        comment=kept["comment"],
        call=kept["call"],
        is_on=kept["is_on"],
    )
