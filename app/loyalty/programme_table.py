"""One table of a programme's file: values by their kind, refused with the line and key where they stand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.errors import ShopError
from app.loyalty.programme import WEEKDAYS
from app.loyalty.programme_lines import line_of
from app.money import Money, NotMoney, decimals

MOST = 10**9
"""No number or amount of a programme is greater."""
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


class WrongProgramme(ShopError):
    """The file is no programme: at `line` (0 when unknown) `key` is wrong, as `why` says.

    `why` is one of `syntax`, `unknown`, `missing`, `money`, `number`, `text`, `date`, `hour`, `weekday`,
    `choice`, `multiplier`, `twice`, `both`.
    """


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file while it is read: each value is taken out once, and what nobody asked for is
    refused at the end.

    `nth` counts the tables of one `name` from 0, `text` is the whole file. Amounts are in minor units of
    `currency`; with `is_rounded` they may be of a currency with smaller coins, and become what comes closest.
    Whatever is wrong raises `WrongProgramme`.
    """

    name: str
    nth: int
    values: dict[str, Any]
    text: str
    currency: str
    is_rounded: bool

    def wrong(self, key: str, why: str) -> WrongProgramme:
        return WrongProgramme(
            line=line_of(self.text, self.name, self.nth, key), key=_key(self.name, key), why=why
        )

    def whole(self, key: str, usual: Any = None, *, least: int = 0, most: int = MOST) -> Any:
        if key not in self.values:
            return usual
        value = self.values.pop(key)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, "number")
        return value

    def needed(self, key: str, take: Callable[[str], Any]) -> Any:
        """What `take` reads of a key that must be there."""
        if key not in self.values:
            raise self.wrong(key, "missing")
        return take(key)

    def truth(self, key: str) -> bool:
        value = self.values.pop(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "choice")
        return value

    def written(self, key: str, usual: str = "") -> str:
        value = self.values.pop(key, usual)
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        return value.strip()

    def name_(self, key: str = "name") -> str:
        found = self.written(key)
        if not found:
            raise self.wrong(key, "missing")
        return found

    def money(self, key: str, usual: Any = 0, *, least: int = 0) -> Any:
        """An amount in minor units; `usual` where the file names none."""
        if key not in self.values:
            return usual
        said = self.values.pop(key)
        try:
            minor = Money.of(said, self.currency).minor
        except NotMoney as error:
            if not self.is_rounded:
                raise self.wrong(key, "money") from error
            minor = self._rounded(said)
        if self.is_rounded:
            minor = min(max(minor, least), MOST)
        if not least <= minor <= MOST:
            raise self.wrong(key, "money")
        return minor

    def _rounded(self, said: str) -> int:
        places = decimals(self.currency)
        return int(round(Decimal(said), places).scaleb(places))

    def decimal(self, key: str, usual: Decimal, why: str, most: int, places: int) -> Decimal:
        """A number above 0 of at most so many `places`; what is none is refused as `why`."""
        if key not in self.values:
            return usual
        value = self.values.pop(key)
        try:
            found = Decimal(value) if isinstance(value, str) else Decimal(int(value))
            fits = 0 < found <= most and found == round(found, places)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise self.wrong(key, why) from error
        if not fits or isinstance(value, (bool, float)):
            raise self.wrong(key, why)
        return found

    def day(self, key: str) -> date | None:
        value = self.values.pop(key, None)
        try:
            return value if value is None or type(value) is date else date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise self.wrong(key, "date") from error

    def hour(self, key: str) -> str:
        value = self.written(key)
        if value and not _HOUR.fullmatch(value):
            raise self.wrong(key, "hour")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        value = self.values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "text")
        return tuple(one.strip() for one in value)

    def weekdays(self) -> tuple[str, ...]:
        """In the order of the week, however they stand in the file."""
        value = self.values.pop("weekdays", [])
        if not isinstance(value, list):
            raise self.wrong("weekdays", "weekday")
        found = {_weekday(one) for one in value}
        if None in found:
            raise self.wrong("weekdays", "weekday")
        return tuple(day for day in WEEKDAYS if day in found)

    def choice(self, key: str, choices: Sequence[str], usual: str) -> str:
        value = self.written(key, usual)
        if value not in choices:
            raise self.wrong(key, "choice")
        return value

    def done(self) -> None:
        """Refuses what nobody asked for."""
        for key in self.values:
            raise self.wrong(key, "unknown")


def _weekday(value: Any) -> str | None:
    """`mon`, `Monday` or 1 is Monday."""
    if isinstance(value, int) and not isinstance(value, bool):
        return WEEKDAYS[value - 1] if 1 <= value <= len(WEEKDAYS) else None
    short = value.strip().casefold()[:3] if isinstance(value, str) else ""
    return short if short in WEEKDAYS else None


def _key(table: str, key: str) -> str:
    return ".".join(filter(None, (table, key)))
