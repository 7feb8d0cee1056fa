"""An answer that came by phone, in a letter, an online review or a talk, as it is typed and read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.errors import ShopError
from app.loyalty.moment import Moment
from app.thanks.given import day_meant
from app.values import value
from app.voice.answer import Call, Given
from app.voice.questions import Reply
from app.voice.scales import Scale
from reports.sentences import sentence
from ui.coupons.reading import Reader
from ui.feedback.needs import DeskSide
from ui.loyalty.programme_fields import Misread

CHANNELS = ("phone", "review", "letter", "talk", "slip")
"""Where an answer may come from that is typed in."""
SCORES = (Scale.CSAT, Scale.NPS, Scale.EFFORT)
_NOON = time(12)
Wrong = tuple[str, str]


@value
class Typed:
    """What stands in the form; `scores` by scale, those that were named."""

    channel: str
    scores: Mapping[Scale, int]
    comment: str
    themes: Sequence[str]
    who: str
    day: str
    wants_call: bool
    contact: str


class WritingDown:
    """Each answer is one step; a low one opens a case."""

    def __init__(self, desk: DeskSide) -> None:
        self._desk = desk

    def write(self, typed: Typed) -> Wrong:
        """Answers the field that is wrong and why, or two empty texts when it is written down."""
        desk = self._desk
        try:
            given, moment = self._given(typed), self._moment(typed.day)
            desk.shop.voice.answers.give(given, moment)
        except Misread as wrong:
            return wrong.field, wrong.said
        except ShopError as refused:
            return "comment", sentence(refused, desk.words)
        desk.tell_last()
        return "", ""

    def _given(self, typed: Typed) -> Given:
        reader = Reader(self._desk.shop, self._desk.words)
        customer = reader.person("who", {"who": typed.who}) if typed.who else None
        if typed.wants_call and not typed.contact and customer is None:
            raise Misread("contact", self._desk.words("Where can she be reached?"))
        return Given(
            replies=tuple(
                Reply(question=scale.value, scale=scale, score=score)
                for scale, score in typed.scores.items()
            ),
            comment=typed.comment,
            themes=tuple(typed.themes),
            channel=typed.channel,
            customer=customer,
            language=self._desk.words.language,
            call=Call(contact=typed.contact) if typed.wants_call else None,
        )

    def _moment(self, text: str) -> Moment:
        """Now, or the noon of an earlier day."""
        shop, today = self._desk.shop, self._desk.today()
        day = self._day(text, today)
        if day == today:
            return shop.moment()
        zone = ZoneInfo(shop.settings.read().zone)
        return shop.moment(datetime.combine(day, _NOON, zone))

    def _day(self, text: str, today: date) -> date:
        words, country = self._desk.words, self._desk.shop.settings.read().country or None
        if not text:
            return today
        day = day_meant(text, today, country)
        if day is None:
            raise Misread("day", words("Please write a day, such as 24. 12. 2026."))
        if day > today:
            raise Misread("day", words("This day is still to come."))
        return day
