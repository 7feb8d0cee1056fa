"""Paper slips: their numbers, and that each is typed in once."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.settings import SettingsBook
from app.loyalty.moment import Moment
from app.people.phones import read_phone
from app.values import value
from app.voice.answer import Given
from app.voice.answers import Answers

FIRST = 1001
_LAST = "last_slip"
_CHANNEL = "slip"
_PHONE = re.compile(r"\+?\d[\d ()/.-]{5,}\d")


class UnknownSlip(ShopError):
    """No slip with that `number` was printed."""


class SlipTypedIn(ShopError):
    """The slip with that `number` was typed in on `day`."""


@value
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

    def check(self, number: int) -> None:
        """Raises `UnknownSlip` and `SlipTypedIn`."""
        if not FIRST <= number <= self.last():
            raise UnknownSlip(number=str(number))
        day = self.typed_on(number)
        if day is not None:
            raise SlipTypedIn(number=str(number), day=day)

    def give(self, number: int | None, given: Given, moment: Moment, day: date) -> int:
        """Writes down in one step what was ticked on `day`; a slip does not tell the hour. Raises what
        `check` and `Answers.give` raise. One without a number may be given any number of times.
        """
        with self.book.atomic(Kind.VOICE):
            said = self._name(number) if number is not None else ""
            on = replace(moment, day=day, hour="")
            return self.answers.give(replace(given, channel=_CHANNEL, said=said), on)

    def whose(self, contact: str) -> int | None:
        """The customer whose phone is in it, where it is that of one alone."""
        found = _PHONE.search(contact)
        phone = read_phone(found[0], self.settings.read().country or None) if found else None
        people = self.book.column(
            "SELECT DISTINCT customer FROM particulars p JOIN customers c ON c.id = p.customer"
            " WHERE kind = 'phone' AND value = ? AND NOT removed LIMIT 2",
            (phone,),
        )
        return people[0] if len(people) == 1 else None

    def standing(self, answers: Sequence[int]) -> int:
        """How many of these were not taken back."""
        return int(
            self.book.value(
                "SELECT count(*) FROM answers WHERE NOT removed"
                " AND id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(answers)),),
            )
        )

    def _name(self, number: int) -> str:
        """A slip that was taken back keeps its name; typed in anew it has the next one."""
        self.check(number)
        before = self.book.value(
            "SELECT count(*) FROM answers WHERE uid BETWEEN ? AND ?", _names(number)
        )
        return f"{_CHANNEL}:{number}:{before:03}"


def _names(number: int) -> tuple[str, str]:
    """All that its answers may be named, from the first to the last."""
    return f"{_CHANNEL}:{number}:", f"{_CHANNEL}:{number};"
