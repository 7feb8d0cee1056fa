"""The day a letter is for: the next birthday, name day or anniversary of somebody, or none."""

from dataclasses import dataclass
from datetime import date

from app.keeping.settings import Settings
from app.people.customer import Customer
from app.thanks.anniversaries import next_anniversary
from app.thanks.letters import letter_kind
from app.thanks.name_days import next_name_day


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDay:
    """`turning` is the age reached on a birthday, `years` how long she will have come on an anniversary."""

    on: date
    turning: int | None = None
    years: int | None = None


def letter_day(one: Customer, letter: str, settings: Settings, on: date) -> LetterDay | None:
    """The next day from `on` that `letter` is for; None for letters of no day, or where it is not known."""
    kind = letter_kind(letter).day
    if kind == "birthday":
        return _birthday(one, settings, on)
    if kind == "name_day":
        coming = next_name_day(one.first_name or "", one.language or settings.language, on)
        return None if coming is None else LetterDay(on=coming[0])
    if kind == "anniversary" and one.member_since:
        next_one = next_anniversary(one.member_since, on, settings.leap_day)
        return None if next_one is None else LetterDay(on=next_one[0], years=next_one[1])
    return None


def _birthday(one: Customer, settings: Settings, on: date) -> LetterDay | None:
    born = one.birthday
    if born is None:
        return None
    this_year = born.kept_in(on.year, settings.leap_day)
    kept = this_year if this_year >= on else born.kept_in(on.year + 1, settings.leap_day)
    turning = born.turning(kept.year)
    return LetterDay(on=kept, turning=turning if turning and turning > 0 else None)
