"""What the Programme screen does: says the rules in words, keeps a draft of others, and switches it on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from app.errors import ShopError
from app.keeping.history import StepId
from app.loyalty.programme import Programme
from app.loyalty.programme_file import read_programme
from app.loyalty.programme_text import written
from app.loyalty.programmes import Programmes
from app.people.exchange.errors import UnreadableFile
from reports.files import whole_file
from reports.sentences import sentence
from ui.customers.saying import About, capital
from ui.loyalty.needs import DeskSide
from ui.loyalty.programme_asked import ASKED, SECTIONS
from ui.loyalty.programme_changes import Row, rows_of, with_it_again
from ui.loyalty.programme_fields import Misread, Pen, Texts
from ui.loyalty.programme_month import Month, month_of
from ui.loyalty.programme_reading import Scribe
from ui.loyalty.programme_said import Voice

NEW = -1


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the page with its rules; `can_add` says whether there may be one more."""

    key: str
    rows: Sequence[Row]
    can_add: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A month, the name and what each promotion does, and what is to be said of two at once."""

    month: Month
    today: date
    title: str
    names: Sequence[tuple[str, str]]
    said: str


class ProgrammeView(Protocol):
    """What the page shows."""

    def show_parts(self, parts: Sequence[Part]) -> None: ...

    def show_waiting(self, said: str) -> None:
        """How many changes wait to be switched on; "" for none."""

    def show_calendar(self, calendar: Calendar) -> None: ...


class Rules:
    """Rules are changed in a draft; none of them holds before that is switched on."""

    def __init__(self, desk: DeskSide, view: ProgrammeView) -> None:
        self._desk, self._view = desk, view
        self._month = desk.today()

    def refresh(self) -> None:
        """Shows the draft where there is one, else the programme that holds."""
        now, draft, voice = self._now, self.draft, self._voice()
        parts = [self._part(key, now, draft, voice) for key in SECTIONS]
        self._view.show_parts(parts)
        self._view.show_waiting(self._waiting(parts, now, draft))
        self._show_month()

    @property
    def draft(self) -> Programme:
        """What would hold from now on, were it switched on."""
        return self._programmes.draft() or self._now

    def turn(self, months: int) -> None:
        """Another month of the calendar; 0 is the one of today."""
        ahead = self._month.year * 12 + self._month.month - 1 + months
        year, month = divmod(ahead, 12)
        self._month = date(year, month + 1, 1) if months else self._desk.today()
        self._show_month()

    def texts(self, part: str, index: int, day: date | None = None) -> Texts:
        """What stands in the fields of a rule; `index` -1 is a new one, a promotion from `day` on."""
        nothing = {one.key: one.choices[0][0] if one.choices else "" for one in ASKED[part]}
        first = {"first": self._pen().day(day)} if day else {}
        return nothing | first | dict(self._scribe().texts_of(part, self.draft, index))

    def save(self, part: str, index: int, texts: Texts) -> tuple[str, str]:
        """Changes or adds a rule of the draft; answers the wrong field and why, or two empty texts."""
        fields = {key: text.strip() for key, text in texts.items()}
        try:
            changed = self._scribe().changed(part, self.draft, index, fields)
            read_programme(written(changed, self._currency), self._currency)
        except Misread as misread:
            return misread.field, misread.said
        except ShopError as refused:
            return ASKED[part][0].key, sentence(refused, self._desk.words)
        self._propose(changed)
        return "", ""

    def remove(self, part: str, index: int) -> None:
        self._propose(self._scribe().without(part, self.draft, index))

    def move(self, part: str, index: int, by: int) -> None:
        """The rule stands so many places further down."""
        self._propose(self._scribe().moved(part, self.draft, index, by))

    def keep(self, part: str, index: int) -> None:
        """The rule that was to be gone stays."""
        self._propose(with_it_again(part, self._now, self.draft, index))

    def ends_today(self, index: int) -> None:
        """Today is the last day of the promotion."""
        texts = self.texts("promotions", index)
        self.save("promotions", index, {**texts, "last": self._pen().day(self._desk.today())})

    def can_end(self, index: int) -> bool:
        """Whether it holds today and would go on."""
        window, today = self.draft.promotions[index].window, self._desk.today()
        has_begun = window.starts is None or window.starts <= today
        return has_begun and (window.ends is None or window.ends > today)

    def switch_on(self) -> None:
        """From now on the draft holds; points that were earned stay as they are."""
        self._do(self._programmes.switch_on)

    def drop(self) -> None:
        """What holds now goes on, and nothing waits."""
        self._do(self._programmes.drop)

    def load(self, file: Path) -> None:
        """Takes a draft from a file; a wrong one is refused with its line, and changes nothing."""
        read = self._desk.attempt(lambda: read_programme(_text_of(file), self._currency))
        if read is not None:
            words = self._desk.words
            same = words("{name} says what holds already.", name=words.isolated(file.name))
            self._propose(read, same)

    def write(self, file: Path) -> None:
        """Writes what the page shows into a file."""
        text = written(self.draft, self._currency)

        def put() -> bool:
            with whole_file(file) as to:
                to.write(text.encode("utf-8"))
            return True

        if self._desk.attempt(put):
            words = self._desk.words
            self._desk.tell_step(None, words("{name} written", name=words.isolated(file.name)))

    def _part(self, key: str, now: Programme, draft: Programme, voice: Voice) -> Part:
        rows = [row for part in SECTIONS[key].parts for row in rows_of(part, now, draft, voice)]
        return Part(key, rows, can_add=key != "stamps" or draft.stamps is None)

    def _waiting(self, parts: Sequence[Part], now: Programme, draft: Programme) -> str:
        if draft == now:
            return ""
        n = sum(row.is_changed for part in parts for row in part.rows)
        # Only the order is another one.
        return self._desk.words.plural(
            "{n} change waits to be switched on", "{n} changes wait to be switched on", max(n, 1)
        )

    def _show_month(self) -> None:
        voice, promotions = self._voice(), self.draft.promotions
        today, country = self._desk.today(), self._pen().about.country
        month = month_of(promotions, self._month, country, today)
        words, said = self._desk.words, ""
        if month.together:
            first, second = (words.isolated(promotions[n].name) for n in month.together)
            said = words(
                "“{first}” and “{second}” hold at once. The one that gives more counts, not both.",
                first=first,
                second=second,
            )
        self._view.show_calendar(
            Calendar(
                month=month,
                today=today,
                title=capital(words.date(month.first, "yMMMM")),
                names=[(one.name, voice.gives(one)) for one in promotions],
                said=said,
            )
        )

    def _propose(self, programme: Programme, same: str = "") -> None:
        if programme == self.draft:
            self._desk.tell_step(None, same)
        else:
            self._do(lambda: self._programmes.propose(programme))

    def _do(self, act: Callable[[], StepId]) -> None:
        self._desk.tell_step(self._desk.attempt(act))

    def _pen(self) -> Pen:
        return Pen(About.of(self._desk.shop, self._desk.words), self._currency)

    def _voice(self) -> Voice:
        return Voice(self._desk.words, self._currency, self._desk.today())

    def _scribe(self) -> Scribe:
        return Scribe(self._pen())

    @property
    def _programmes(self) -> Programmes:
        return self._desk.shop.till.programmes

    @property
    def _now(self) -> Programme:
        return self._programmes.current()

    @property
    def _currency(self) -> str:
        return self._desk.shop.till.currency


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(name=file.name, why="format") from error
