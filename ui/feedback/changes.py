"""You said, we did: what was changed because of what customers said, and who is to be told."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Protocol

from app.errors import ShopError
from app.shop import Shop
from app.thanks.given import day_meant
from app.values import value
from app.voice.improvements import Draft, Improvement
from app.voice.scales import THEMES
from reports.feedback_words import theme_called
from reports.sentences import sentence
from resources.words import mark
from ui.coupons.asked import Asked
from ui.feedback.needs import DeskSide

LETTER = "you_said_we_did"
BACK = timedelta(days=90)
"""So far back one usually looks for those who raised something."""
Wrong = tuple[str, str]


@value
class Told:
    """An improvement, how many raised it, and those who have not been told of it yet."""

    one: Improvement
    raised: int
    to_tell: tuple[int, ...]


@value
class ChangeLine:
    number: int
    theme: str
    said: str
    done: str
    aside: str
    act: str
    """Empty where everybody was told."""


@value
class Read:
    told: tuple[Told, ...]
    themes: tuple[str, ...]
    """Themes that the shop named itself."""


class ChangesView(Protocol):
    """The page."""

    def show_changes(self, lines: Sequence[ChangeLine]) -> None: ...


class Changes:
    """Each is one step; the newest reading wins."""

    def __init__(self, desk: DeskSide, view: ChangesView) -> None:
        self._desk, self._view = desk, view
        self._asked = 0
        self._read = Read(told=(), themes=())

    def refresh(self) -> None:
        self._asked += 1
        asked = self._asked
        self._desk.look_up(_read, lambda read: self._take(asked, read))

    def asked(self) -> Sequence[Asked]:
        """What is asked of a new one."""
        themes = [
            (one, theme_called(one, self._desk.words)) for one in (*THEMES, *self._read.themes)
        ]
        return (
            Asked("theme", mark("What it is about"), tuple(themes)),
            Asked("words", mark("What people said"), help_words=mark("In a few words.")),
            Asked("done", mark("What you changed"), help_words=mark("A whole sentence.")),
            Asked(
                "since",
                mark("Said since"),
                help_words=mark("Everybody who raised it from that day on is told."),
            ),
        )

    def usual(self, theme: str = "") -> Mapping[str, str]:
        """What stands in the fields of a new one."""
        since = self._desk.words.date(self._desk.today() - BACK, "long")
        return {"since": since, **({"theme": theme} if theme else {})}

    def add(self, texts: Mapping[str, str]) -> Wrong:
        """Answers the field that is wrong and why, or two empty texts."""
        desk, words = self._desk, self._desk.words
        settings = desk.shop.settings.read()
        since = day_meant(texts["since"], desk.today(), settings.country or None)
        if since is None:
            return "since", words("Please write a day, such as 24. 12. 2026.")
        if since > desk.today():
            return "since", words("This day is still to come.")
        draft = Draft(
            theme=texts["theme"],
            said=texts["words"],
            done=texts["done"],
            language=settings.language,
            since=since,
        )
        try:
            desk.shop.voice.improvements.add(draft, desk.shop.moment())
        except ShopError as refused:
            field = refused.facts.get("field", "")
            return ("words" if field == "said" else str(field)), sentence(refused, words)
        desk.tell_last()
        return "", ""

    def remove(self, number: int) -> None:
        improvements = self._desk.shop.voice.improvements
        self._desk.tell_step(self._desk.attempt(lambda: improvements.remove(number)))

    def write(self, number: int) -> None:
        """To everybody who raised it and was not told: the letter says what was said and done."""
        told = next((one for one in self._read.told if one.one.id == number), None)
        if told is not None:
            facts = {"said": told.one.said, "changed": told.one.done}
            self._desk.write_cards(told.to_tell, LETTER, facts)

    def _take(self, asked: int, read: Read) -> None:
        if asked == self._asked:
            self._read = read
            self._view.show_changes([self._line(one) for one in read.told])

    def _line(self, told: Told) -> ChangeLine:
        words, one, left = self._desk.words, told.one, len(told.to_tell)
        raised = words.plural("{n} person raised it", "{n} people raised it", told.raised)
        knew = words.plural("{n} was told", "{n} were told", told.raised - left)
        parts = [words.date(one.day, "medium"), raised, *([knew] if told.raised > left else [])]
        return ChangeLine(
            number=one.id,
            theme=theme_called(one.theme, words),
            said=words("You said: {text}", text=one.said),
            done=words("We did: {text}", text=one.done),
            aside=" · ".join(parts),
            act=words.plural("Write to {n} person", "Write to {n} people", left) if left else "",
        )


def _read(shop: Shop) -> Read:
    improvements = shop.voice.improvements
    told = []
    for one in improvements.all():
        raised = improvements.raised_by(one)
        told.append(Told(one=one, raised=len(raised), to_tell=tuple(improvements.to_tell(one))))
    used = shop.voice.scores.names("theme")
    return Read(told=tuple(told), themes=tuple(one for one in used if one not in THEMES))
