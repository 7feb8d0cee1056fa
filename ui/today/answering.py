"""Who waits for an answer: read once the page itself is to be seen, and said in words."""

from typing import TYPE_CHECKING

from app.shop import Shop
from app.values import value
from resources.words import Words
from ui.feedback.reading import Seen, seen
from ui.feedback.said import case_line

if TYPE_CHECKING:
    from datetime import date

    from ui.feedback.shown import CaseLine

SHOWN = 3
"""Lines of the section; the rest is a link away."""


@value
class Answering:
    """The first few cases to see to, and how many there are."""

    today: "date"
    first: tuple[Seen, ...]
    count: int


@value
class AnswerPart:
    """The section; without lines it is not shown."""

    lines: "tuple[CaseLine, ...]" = ()
    count: str = ""
    link: str = ""
    said: str = ""
    """As one more sentence of the totals."""


def read_answering(shop: Shop) -> Answering:
    today, cases = shop.today(), shop.voice.cases
    return Answering(
        today=today,
        first=tuple(seen(shop, cases.to_do(today, SHOWN))),
        count=cases.count_to_do(today),
    )


def answer_part(read: Answering, words: Words) -> AnswerPart:
    return AnswerPart(
        lines=tuple(case_line(one, read.today, words) for one in read.first),
        count=words.plural("{n} case", "{n} cases", read.count) if read.count else "",
        link=words("All {n}", n=words.number(read.count)) if read.count > SHOWN else "",
        said=words.plural(
            "{n} person is waiting for an answer.",
            "{n} people are waiting for an answer.",
            read.count,
        )
        if read.count
        else "",
    )
