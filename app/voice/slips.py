"""Paper slips: their numbers, and that each is typed in once."""

from dataclasses import dataclass, replace
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.settings import SettingsBook
from app.loyalty.moment import Moment
from app.voice.answer import Given
from app.voice.answers import Answers

FIRST = 1001
_LAST = "last_slip"
_CHANNEL = "slip"


class SlipTypedIn(ShopError):
    """The slip with that `number` was typed in on `day`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slips:
    """Numbers go on from sheet to sheet; none is printed twice."""

    book: Book
    settings: SettingsBook
    answers: Answers

    def next_numbers(self, count: int) -> tuple[int, ...]:
        """For so many slips that are printed now."""
        with self.book.atomic():
            last = self.last()
            self.settings.remember(_LAST, str(last + count))
        return tuple(range(last + 1, last + count + 1))

    def last(self) -> int:
        """The number of the newest slip."""
        return int(self.settings.recall(_LAST) or FIRST - 1)

    def typed_on(self, number: int) -> date | None:
        """The day its answer stands at; None where it was not typed in, or was taken back."""
        found = self.book.value(
            "SELECT day FROM answers WHERE uid BETWEEN ? AND ? AND NOT removed", _names(number)
        )
        return date.fromisoformat(found) if found else None

    def give(self, number: int | None, given: Given, moment: Moment) -> int:
        """Writes it down in one step. Raises `SlipTypedIn`, and what `Answers.give` raises."""
        with self.book.atomic(Kind.VOICE):
            said = self._name(number) if number is not None else ""
            return self.answers.give(replace(given, channel=_CHANNEL, said=said), moment)

    def _name(self, number: int) -> str:
        """A slip that was taken back keeps its name; typed in anew it has the next one."""
        day = self.typed_on(number)
        if day is not None:
            raise SlipTypedIn(number=str(number), day=day)
        before = self.book.value(
            "SELECT count(*) FROM answers WHERE uid BETWEEN ? AND ?", _names(number)
        )
        return f"{_CHANNEL}:{number}:{before:03}"


def _names(number: int) -> tuple[str, str]:
    """All that its answers may be named, from the first to the last."""
    return f"{_CHANNEL}:{number}:", f"{_CHANNEL}:{number};"
