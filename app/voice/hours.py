"""Opening hours, as an owner writes them: `mo-fr 07:00-18:00, sa 08:00-12:00`."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from app.errors import ShopError
from app.values import value

_DAYS = (
    "mo tu we th fr sa su",
    "po út st čt pá so ne",
    "po ut st št pi so ne",
    "ma ti on to fr lø sø",
    "дс сс ср бс жм сб жс",
    "ב ג ד ה ו ש א",
)
"""Monday to Sunday as they are shortened in each language; no short name means two days."""
DAYS = {name: at for names in _DAYS for at, name in enumerate(names.split())}
_WEEK, _MINUTES = 7, 24 * 60
_PLAIN = str.maketrans({"–": "-", "—": "-", "־": "-", "׳": "", "'": "", ".": ":"})
"""Dashes of every kind, the mark of a Hebrew short name, and 7.30 for 7:30."""
_HOURS = r"\d{1,2}(?::\d\d)?\s*-\s*\d{1,2}(?::\d\d)?"
_SPAN = r"[^\W\d_]{1,2}(?:\s*-\s*[^\W\d_]{1,2})?"
_PART = re.compile(
    rf"(?:(?P<days>{_SPAN}(?:\s+{_SPAN})*)\s+)?(?P<hours>{_HOURS}(?:\s+{_HOURS})*|off|-)"
)


class NotHours(ShopError):
    """`text` is not how opening hours are written."""


@value
class Stretch:
    """From one minute of the week to another, Monday midnight being 0, perhaps past its end."""

    opens: int
    closes: int


@value
class Hours:
    """A week. `always` where nothing is written."""

    stretches: tuple[Stretch, ...] = ()
    always: bool = True

    def is_open(self, at: datetime) -> bool:
        """Whether the shop is open `at` the time of its own clock."""
        minute = _minute(at)
        return self.always or any(
            one.opens <= now < one.closes
            for one in self.stretches
            for now in (minute, minute + _WEEK * _MINUTES)
        )

    def opens_next(self, at: datetime) -> datetime | None:
        """When it opens next, by the shop's clock; None where it never does, or is open always."""
        if self.always or not self.stretches:
            return None
        now, week = _minute(at), _WEEK * _MINUTES
        ahead = min((one.opens - now - 1) % week + 1 for one in self.stretches)
        day = at.replace(hour=0, minute=0, second=0, microsecond=0)
        days, minutes = divmod(at.hour * 60 + at.minute + ahead, _MINUTES)
        # By the clock on the wall: an hour that is put forward or back in between moves nothing.
        return (day + timedelta(days=days)).replace(hour=minutes // 60, minute=minutes % 60)


def read_hours(text: str) -> Hours:
    """Reads `text`: parts between commas or semicolons, days before hours, `off` or a dash for a closed day.

    A later part speaks for its days in place of an earlier one. Raises `NotHours`.
    """
    written = " ".join(text.lower().translate(_PLAIN).split())
    if not written:
        return Hours()
    week: dict[int, list[tuple[int, int]]] = {}
    for part in re.split(r"[,;]", written):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise NotHours(text=text)
        spans = [_span(one, text) for one in re.findall(_HOURS, found["hours"])]
        for day in _days(found["days"], text):
            week[day] = spans
    stretches = [
        Stretch(opens=day * _MINUTES + opens, closes=day * _MINUTES + closes)
        for day, spans in sorted(week.items())
        for opens, closes in spans
    ]
    return Hours(stretches=tuple(stretches), always=False)


def _days(written: str | None, text: str) -> Iterator[int]:
    """Every day where none is named; `fr-mo` goes over the end of the week."""
    if not written:
        yield from range(_WEEK)
        return
    for one in re.sub(r"\s*-\s*", "-", written).split():
        first, _, last = one.partition("-")
        if first not in DAYS or (last or first) not in DAYS:
            raise NotHours(text=text)
        start = DAYS[first]
        for ahead in range((DAYS[last or first] - start) % _WEEK + 1):
            yield (start + ahead) % _WEEK


def _span(written: str, text: str) -> tuple[int, int]:
    """Minutes of the day; closing at or before the hour of opening is on the next day."""
    opens, closes = (_clock(one, text) for one in written.replace(" ", "").split("-"))
    if opens in {_MINUTES, closes}:
        raise NotHours(text=text)
    return opens, closes if closes > opens else closes + _MINUTES


def _clock(written: str, text: str) -> int:
    hour, _, minute = written.partition(":")
    if int(hour) * 60 + int(minute or 0) == _MINUTES:
        return _MINUTES
    try:
        at = time(int(hour), int(minute or 0))
    except ValueError as impossible:
        raise NotHours(text=text) from impossible
    return at.hour * 60 + at.minute


def _minute(at: datetime) -> int:
    return at.weekday() * _MINUTES + at.hour * 60 + at.minute
