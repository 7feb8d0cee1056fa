"""The birthdays from three days back to thirty ahead, in the order of the days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from app.shop import Shop
from app.thanks.occasions import BirthdayNear, birthdays
from app.thanks.prints import birthdays_printed
from resources.words import Words
from ui.today.days import WEEK, day_said

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One row: a birthday near today."""

    id: int
    uid: str
    name: str
    day: str
    date: str
    turning: str
    printed: bool
    past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    today: date
    near: tuple[BirthdayNear, ...]
    printed: frozenset[int]


class ComingView(Protocol):
    def show_rows(self, ids: Sequence[int], count: str) -> None: ...


class Desk(Protocol):
    """What the list asks of the desk."""

    words: Words

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object: ...

    def show_customer(self, customer: int) -> None: ...

    def write_cards(self, ids: Sequence[int], letter: str = "") -> None: ...


class ComingBirthdays:
    """Reads the list and words the rows that are drawn."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = 0
        self._month: Month | None = None
        self._rows: dict[int, BirthdayNear] = {}

    def show(self, view: ComingView) -> None:
        self._view = view
        self.refresh()

    def refresh(self) -> None:
        self._asked += 1
        asked = self._asked
        self._desk.look_up(read_month, lambda month: self._take(asked, month))

    def rows(self, ids: Sequence[int]) -> Mapping[int, Coming]:
        """The rows of these people, for the few that are drawn."""
        month = self._month
        if month is None:
            return {}
        return {one: self._row(self._rows[one], month) for one in ids if one in self._rows}

    def open(self, customer: int) -> None:
        self._desk.show_customer(customer)

    def write_cards(self, ids: Sequence[int]) -> None:
        """For those chosen; for everybody still to come when nobody is."""
        coming = [one for one, near in self._rows.items() if near.in_days >= 0]
        if chosen := list(ids) or coming:
            self._desk.write_cards(chosen, "birthday")

    def _take(self, asked: int, month: Month) -> None:
        if asked != self._asked:
            return
        self._month = month
        self._rows = {one.customer.id: one for one in month.near}
        count = self._desk.words.plural("{n} person", "{n} people", len(self._rows))
        self._view.show_rows(list(self._rows), count)

    def _row(self, near: BirthdayNear, month: Month) -> Coming:
        words = self._desk.words
        is_near = abs(near.in_days) < WEEK
        return Coming(
            id=near.customer.id,
            uid=near.customer.uid,
            name=near.customer.name,
            day=day_said(near.kept, month.today, words) if is_near else "",
            date=words.date(near.kept, "MMMMd"),
            turning=str(near.turning or ""),
            printed=near.customer.id in month.printed,
            past=near.in_days < 0,
        )


def read_month(shop: Shop) -> Month:
    settings, on = shop.settings.read(), shop.today()
    near = birthdays(shop.book, on, leap_day=settings.leap_day)
    printed = birthdays_printed(shop.book, near)
    return Month(today=on, near=tuple(near), printed=frozenset(printed))
