"""What the owner says about the columns of a list, and how the page shows it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.people.birthday import Birthday
from app.people.exchange.mapping import MANY, UNUSED, Order, Told, column_letters
from resources.words import Words
from ui.customers.import_reading import Draft
from ui.customers.import_shown import ColumnLine, Columns, Reading
from ui.customers.saying import birthday_written

if TYPE_CHECKING:
    from app.people.exchange.dates import Day


class Sayings:
    """Fields and orders of dates that were told, by column."""

    def __init__(self, draft: Draft) -> None:
        self.fields: dict[int, str] = {}
        self.orders: dict[int, Order] = {}
        self._examples: dict[int, tuple[str, ...]] = {}
        if draft.remembered:
            columns = draft.opened.columns
            self.fields = {at: role.field for at, role in columns.roles.items()}
            self.orders = {at: each for at, each in columns.orders.items() if at in self.fields}
        self.hear(draft)

    @property
    def anything(self) -> bool:
        return bool(self.fields or self.orders)

    def hear(self, draft: Draft) -> None:
        """Notes which columns of dates are open, for the question stays when it is answered."""
        self._examples.update(draft.opened.doubtful)

    def give(self, at: int, field: str, draft: Draft) -> None:
        """From now on the column `at` holds `field`; where a customer has one of it, no other does."""
        if field != UNUSED and field not in MANY:
            for other, role in draft.opened.columns.roles.items():
                if other != at and role.field == field and other in self.fields:
                    self.fields[other] = UNUSED
        self.fields[at] = field
        self.orders.pop(at, None)
        self._examples.pop(at, None)

    def read(self, at: int, order: str) -> None:
        self.orders[at] = Order(order)

    def told(self, draft: Draft) -> tuple[Told, ...]:
        return draft.told(self.fields, self.orders)

    def columns(self, draft: Draft, words: Words) -> Columns:
        """Every column that has a header or anything in it."""
        lines = tuple(
            self._line(draft, at, words)
            for at in range(draft.width)
            if draft.samples[at] or _header(draft, at)
        )
        known = sum(not line.remark for line in lines)
        count = words.plural(
            "{known} of {n} column recognised",
            "{known} of {n} columns recognised",
            len(lines),
            known=words.number(known),
        )
        return Columns(
            lines=lines,
            count=count,
            remembered=words("Read like last time") if draft.remembered else "",
            names_first=draft.names_first if draft.by_hand else None,
        )

    def _line(self, draft: Draft, at: int, words: Words) -> ColumnLine:
        role = draft.opened.columns.roles.get(at)
        is_known = at in self.fields or (role is not None and role.field != UNUSED)
        header = _header(draft, at)
        return ColumnLine(
            at=at,
            header=header or words("Column {letters}", letters=column_letters(at)),
            samples=tuple(map(words.isolated, draft.samples[at])),
            field=role.field if role else UNUSED,
            remark="" if is_known else words("Not recognised, so it is left out"),
            readings=self._readings(draft, at, words),
            order=self.orders.get(at, ""),
        )

    def _readings(self, draft: Draft, at: int, words: Words) -> tuple[Reading, ...]:
        """The question about a column of dates, best asked of a value that is seen beside it."""
        if at not in self._examples:
            return ()
        examples = (*draft.samples[at], *self._examples[at])
        return readings_said(examples, draft.opened.place.on, words)


def readings_said(examples: Sequence[str], on: date, words: Words) -> tuple[Reading, ...]:
    """What the example that tells most is in each order; orders that agree are said once."""
    from app.people.exchange.dates import readings

    best: Mapping[Order, Day] = {}
    example = ""
    for each in examples:
        found = readings(each, on)
        if len(set(found.values())) > len(set(best.values())):
            best, example = found, each
    first_of: dict[Day, Order] = {}
    for order, day in best.items():
        first_of.setdefault(day, order)
    return tuple(
        Reading(order=order, words=_reading(example, day, words)) for day, order in first_of.items()
    )


def _reading(example: str, day: "Day", words: Words) -> str:
    said = birthday_written(Birthday(month=day.month, day=day.day, year=day.year), words)
    return words("{written} is {day}", written=words.isolated(example), day=said)


def _header(draft: Draft, at: int) -> str:
    headers = draft.opened.columns.headers
    return headers[at] if at < len(headers) else ""
