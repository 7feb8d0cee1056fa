"""What somebody said at one time: her replies, her words, and what becomes of them."""

from datetime import date, datetime
from enum import StrEnum
from unicodedata import category

from app.errors import ShopError
from app.values import value
from app.voice.questions import Reply
from app.voice.scales import ENDS, OWN_WORD, Mood, Scale, is_on
from app.voice.survey import Survey


class NothingSaid(ShopError):
    """An answer without a figure, a choice, a skip or a word."""


class NotOnTheScale(ShopError):
    """`value` is no figure of the scale `field`, which goes from `least` to `most`."""


class NotAWord(ShopError):
    """`value` is too long, or empty, for a `field` such as theme or channel."""


class UnknownAnswer(ShopError):
    """There is no answer with that number."""


class State(StrEnum):
    OPEN = "open"
    PARTIAL = "partial"
    WHOLE = "whole"
    DROPPED = "dropped"


@value
class Call:
    """She wants to be called: at `contact`, or where she is known to be reached, having agreed to the words
    `agreed`.
    """

    contact: str = ""
    agreed: str = ""


@value
class Given:
    """A whole answer as it was given on a slip, by phone, through a till or in a file.

    `themes` are what it is about; `said` is a name that follows from what a file says of it, so that the
    same file counts once.
    """

    replies: tuple[Reply, ...] = ()
    comment: str = ""
    themes: tuple[str, ...] = ()
    channel: str = "till"
    customer: int | None = None
    survey: Survey | None = None
    language: str = ""
    call: Call | None = None
    said: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "comment", readable(self.comment))
        for reply in self.replies:
            must_be_on(reply)
        for word, field in ((self.channel, "channel"), *((one, "theme") for one in self.themes)):
            must_be_a_word(word, field)
        if not (self.replies or self.comment or self.call):
            raise NothingSaid


@value
class Answer:
    """An answer as it stands in the book; `mood` is that of its lowest figure, or of all if they agree."""

    id: int
    at: datetime
    day: date
    by: str
    customer: int | None
    channel: str
    language: str
    replies: tuple[Reply, ...]
    comment: str
    themes: tuple[str, ...]
    wants_call: bool
    contact: str
    mood: Mood | None
    state: State
    is_hasty: bool
    counts: bool

    def score(self, scale: Scale) -> int | None:
        """The first figure on that scale about the visit as a whole, else about anything."""
        found = [one for one in self.replies if one.scale is scale and one.score is not None]
        found.sort(key=lambda one: bool(one.theme))
        return found[0].score if found else None


def readable(comment: str) -> str:
    """A comment without what no screen shows, such as the bell of a teletype, and what turns round the
    words that stand behind it.
    """
    return "".join(
        one
        for one in comment
        if one in "\n\t" or (category(one) != "Cc" and one not in _TURNS_ROUND)
    ).strip()


_TURNS_ROUND = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


MOODS = {Mood.LOW: -1, Mood.MIDDLE: 0, Mood.HIGH: 1}
"""How the book writes them."""


def overall(moods: set[Mood]) -> Mood | None:
    """Low as soon as one figure is low, high where all are."""
    if Mood.LOW in moods:
        return Mood.LOW
    if not moods:
        return None
    return Mood.HIGH if moods == {Mood.HIGH} else Mood.MIDDLE


def must_be_on(reply: Reply) -> None:
    if reply.score is not None and not is_on(reply.scale, reply.score):
        least, most = ENDS[reply.scale]
        raise NotOnTheScale(field=reply.scale.value, value=reply.score, least=least, most=most)


def must_be_a_word(word: str, field: str) -> None:
    if not word.strip() or len(word) > OWN_WORD or not word.isprintable():
        raise NotAWord(field=field, value=word)
