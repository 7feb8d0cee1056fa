"""What a till can tell of what a customer said."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.loyalty.moment import Moment
from app.shop import Shop
from app.voice.answer import Given
from app.voice.questions import Reply
from app.voice.scales import ENDS, Scale
from ui.console.bridge.request import Request

Answer = dict[str, Any]
_SCALES = (Scale.CSAT, Scale.NPS, Scale.EFFORT)


class FeedbackVerbs:
    """Each line is a whole answer, and counts however soon it comes after another."""

    def __init__(self, shop: Shop, moment: Callable[[Request], Moment]) -> None:
        self._shop, self._moment = shop, moment

    def known(self) -> Mapping[str, Callable[[Request], Answer]]:
        """The verbs by the names that a till calls them."""
        return {"feedback": self.feedback}

    def feedback(self, request: Request) -> Answer:
        theme = request.text("theme", "").strip()
        given = Given(
            replies=tuple(_replies(request)),
            comment=request.text("comment", ""),
            themes=(theme,) if theme else (),
            channel=request.text("channel", "").strip() or "till",
            customer=request.whole_or_none("customer"),
        )
        number = self._shop.voice.answers.give(given, self._moment(request))
        return {"ok": True, "feedback": number}


def _replies(request: Request) -> Iterable[Reply]:
    skipped = _skipped(request)
    for scale in _SCALES:
        if request.has(scale):
            if scale in skipped:
                request.refuse("skipped")
            least, most = ENDS[scale]
            score = request.whole(scale, least=least)
            if score > most:
                request.refuse(scale)
            yield Reply(question=scale, scale=scale, score=score)
        elif scale in skipped:
            yield Reply(question=scale, scale=scale)


def _skipped(request: Request) -> set[str]:
    skipped = request.words("skipped")
    if not skipped <= {*_SCALES}:
        request.refuse("skipped")
    return skipped
