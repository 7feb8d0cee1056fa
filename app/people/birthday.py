"""A birthday: a day of the year, with its year or without."""

from datetime import date

from app.errors import ShopError
from app.values import value

_LEAP_DAY = (2, 29)
_ANY_LEAP_YEAR = 2000


class NotABirthday(ShopError):
    """`text` is neither `YYYY-MM-DD` nor `--MM-DD`, or there is no such day."""


@value
class Birthday:
    """29 February stays what it is; where it is kept in other years, the shop says (`leap_day`)."""

    month: int
    day: int
    year: int | None = None

    @classmethod
    def read(cls, text: str) -> "Birthday":
        """Reads `YYYY-MM-DD` or `--MM-DD`. Raises `NotABirthday`."""
        year, month, day = text[:-6], text[-5:-3], text[-2:]
        try:
            known = None if year == "-" else int(year)
            date(_ANY_LEAP_YEAR if known is None else known, int(month), int(day))
        except (ValueError, OverflowError) as error:
            raise NotABirthday(text=text) from error
        born = cls(year=known, month=int(month), day=int(day))
        if str(born) != text:
            raise NotABirthday(text=text)
        return born

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"

    def kept_in(self, year: int, leap_day: str = "02-28") -> date:
        """The day on which it is kept in `year`; `leap_day` is `02-28` or `03-01`."""
        if (self.month, self.day) == _LEAP_DAY and not is_leap(year):
            return date.fromisoformat(f"{year:04}-{leap_day}")
        return date(year, self.month, self.day)

    def turning(self, year: int) -> int | None:
        """The age reached in `year`, None where the year of birth is not known."""
        return None if self.year is None else year - self.year


def is_leap(year: int) -> bool:
    """Python's own stands in a module that brings all the names of days and months with it, 1.5 ms."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
