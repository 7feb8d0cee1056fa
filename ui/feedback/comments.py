"""What people say: comments found by word, mood, theme and channel, tagged, and taken out."""

from collections.abc import Sequence
from typing import Protocol

from app.shop import Shop
from app.values import value
from app.voice import comments
from app.voice.comments import Wanted
from app.voice.reading import Period
from app.voice.scales import CHANNELS, THEMES, Mood
from reports.feedback_words import channel_called, theme_called
from ui.feedback.needs import DeskSide
from ui.feedback.reading import Heard, heard
from ui.feedback.said import remark_of
from ui.feedback.shown import Remark

AT_ONCE = 20
"""Comments that are shown before more are asked for."""


@value
class Found:
    """The newest of them, how many there are in all, and themes and channels that are in use."""

    heard: tuple[Heard, ...]
    count: int
    themes: tuple[str, ...]
    channels: tuple[str, ...]


class CommentsView(Protocol):
    """The page."""

    def show_remarks(self, remarks: Sequence[Remark], count: str, more: str) -> None: ...

    def show_choices(
        self, themes: Sequence[tuple[str, str]], channels: Sequence[tuple[str, str]]
    ) -> None:
        """Names and words of what can be chosen, `""` for all."""


class Comments:
    """What is wanted is kept; the newest reading wins."""

    def __init__(self, desk: DeskSide, view: CommentsView) -> None:
        self._desk, self._view = desk, view
        self._wanted = Wanted()
        self._limit, self._asked = AT_ONCE, 0

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def want(
        self,
        *,
        period: Period | None = None,
        text: str | None = None,
        mood: str | None = None,
        theme: str | None = None,
        channel: str | None = None,
    ) -> None:
        """Changes what is named and leaves the rest; an empty text is everything."""
        before = self._wanted
        self._wanted = Wanted(
            period=before.period if period is None else period,
            text=before.text if text is None else text,
            theme=before.theme if theme is None else theme,
            mood=before.mood if mood is None else (Mood(mood) if mood else None),
            channel=before.channel if channel is None else channel,
        )
        self._limit = AT_ONCE
        self.refresh()

    def show_more(self) -> None:
        self._limit += AT_ONCE
        self.refresh()

    def refresh(self) -> None:
        self._asked += 1
        asked, wanted, limit = self._asked, self._wanted, self._limit
        self._desk.look_up(
            lambda shop: _read(shop, wanted, limit), lambda found: self._take(asked, found)
        )

    def theme(self, answer: int, theme: str, *, is_about: bool) -> None:
        """Says that an answer is about `theme`, or that it is not."""
        answers = self._desk.shop.voice.answers
        verb = answers.tag if is_about else answers.untag
        self._desk.tell_step(self._desk.attempt(lambda: verb(answer, theme)))

    def take_out(self, answer: int) -> None:
        """Rubbish counts no more and is not shown."""
        self._desk.tell_step(
            self._desk.attempt(lambda: self._desk.shop.voice.answers.remove([answer]))
        )

    def _take(self, asked: int, found: Found) -> None:
        if asked != self._asked:
            return
        words, today = self._desk.words, self._desk.today()
        own = tuple(one for one in found.themes if one not in THEMES)
        remarks = [remark_of(one, today, words, own) for one in found.heard]
        left = found.count - len(remarks)
        count = words.plural("{n} comment", "{n} comments", found.count) if found.count else ""
        themes = [(one, theme_called(one, words)) for one in (*THEMES, *own)]
        channels = [(one, channel_called(one, words)) for one in found.channels]
        self._view.show_choices(
            [("", words("Every theme")), *themes], [("", words("From everywhere")), *channels]
        )
        self._view.show_remarks(
            remarks, count, words.plural("{n} more", "{n} more", left) if left else ""
        )


def _read(shop: Shop, wanted: Wanted, limit: int) -> Found:
    used, themes = (shop.voice.scores.names(kind) for kind in ("channel", "theme"))
    return Found(
        heard=tuple(heard(shop, comments.comments(shop.book, wanted, limit))),
        count=comments.count(shop.book, wanted),
        themes=tuple(one for one in themes if one not in THEMES),
        channels=tuple(one for one in (*CHANNELS, *(set(used) - set(CHANNELS))) if one in used),
    )
