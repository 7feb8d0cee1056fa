"""One person at the counter, from her first touch until she goes: all that is forgotten afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.voice.questions import Question, Reply, to_ask
from app.voice.scales import Mood
from app.voice.survey import Survey

SAY = "say"
"""The step after the questions: a word at the end, or the wish to be called."""
_WORST_FIRST = (Mood.LOW, Mood.MIDDLE, Mood.HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody who showed her card. Nothing of her but this comes near the screen."""

    id: int
    first_name: str
    language: str = ""


@dataclass(slots=True, kw_only=True)
class Entry:
    """The answer in the book: its number once it was written."""

    number: int | None = None


@dataclass(slots=True, kw_only=True)
class Visit:
    """What she said so far, by question; `entry` once she said anything."""

    survey: Survey
    language: str
    known: Known | None = None
    entry: Entry | None = None
    replies: dict[str, Reply] = field(default_factory=dict)
    why: dict[str, tuple[str, ...]] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    comment: str = ""
    wants_call: bool = False
    contact: str = ""
    agreed: bool = False
    wording: str = ""
    """What she agreed to."""

    @property
    def hello(self) -> str:
        return self.known.first_name if self.known else ""

    @property
    def asked(self) -> list[Question]:
        """The questions for somebody who answered as she did so far."""
        return to_ask(self.survey.questions, self.replies)

    @property
    def steps(self) -> list[str]:
        """Keys of the questions, then the word at the end where one is asked for."""
        ends = [SAY] if self.survey.comment or self.survey.call else []
        return [*(one.key for one in self.asked), *ends]

    @property
    def mood(self) -> Mood | None:
        """The worst of what she said."""
        moods = {reply.mood for reply in self.replies.values()}
        return next((one for one in _WORST_FIRST if one in moods), None)

    @property
    def themes(self) -> tuple[str, ...]:
        """All the reasons she touched, each once."""
        return tuple(dict.fromkeys(one for why in self.why.values() for one in why))

    def question(self, key: str) -> Question | None:
        return next((one for one in self.survey.questions if one.key == key), None)

    def no_longer_asked(self) -> Sequence[Reply]:
        """Answers to questions that she would not be asked after changing an earlier answer."""
        asked = {one.key for one in self.asked}
        return [reply for key, reply in self.replies.items() if key not in asked]
