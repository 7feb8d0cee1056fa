"""Single values of the programme as texts to be changed, and what was typed as values again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.amounts import typed, typed_number
from app.loyalty.programme import WEEKDAYS, Window
from app.money import Money, NotMoney
from app.thanks.given import day_meant
from reports.amounts import written
from reports.sentences import sentence
from resources.words import mark
from ui.customers.saying import About

Texts = Mapping[str, str]
MOST = 10**9
"""More points, or minor units of money, are a slip of the fingers."""
_HUNDRED = 100
_NUMBER = mark("Please write a whole number.")
_AT_LEAST = mark("Please write a whole number from {least} to {most}.")
_HOUR = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")
_LAST_HOUR, _LAST_MINUTE = 24, 59


class Misread(Exception):
    """What was typed into `field` cannot be: `said` says why."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field, self.said = field, said


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes and reads values as they are written in one shop: its currency, its language, its days."""

    about: About
    currency: str

    def money(self, minor: int | None) -> str:
        """Nothing is written for nothing."""
        return written(Money(minor, self.currency), self.about.words) if minor else ""

    def decimal(self, number: Decimal) -> str:
        from babel.numbers import format_decimal

        return format_decimal(number, "0.######", locale=self.about.words.locale)

    def percent(self, hundredths: int) -> str:
        return self.decimal(Decimal(hundredths) / _HUNDRED) if hundredths else ""

    def day(self, day: date | None) -> str:
        return self.about.words.date(day, "long") if day else ""

    def window(self, window: Window) -> dict[str, str]:
        return {
            "weekdays": " ".join(window.weekdays),
            "from_hour": window.from_hour,
            "to_hour": window.to_hour,
        }

    def misread(self, key: str, said: str, **facts: object) -> Misread:
        """`said` is marked text."""
        return Misread(key, self.about.words(said, **facts))

    def read_name(self, texts: Texts, key: str = "name") -> str:
        if not texts[key]:
            raise self.misread(key, mark("Please write a name."))
        return texts[key]

    def read_whole(self, key: str, texts: Texts, *, least: int = 0, most: int = MOST) -> int:
        """Nothing is 0, where that may be."""
        found = typed_number(texts[key], 0) if texts[key] else Decimal(0)
        if found is None or found > MOST or (found < least == 1):
            raise self.misread(key, _NUMBER)
        if not least <= found <= most:
            words = self.about.words
            raise self.misread(key, _AT_LEAST, least=words.number(least), most=words.number(most))
        return int(found)

    def read_percent(self, key: str, texts: Texts) -> int:
        found = typed_number(texts[key].replace("%", ""), 2)
        if not found or found > _HUNDRED:
            raise self.misread(key, mark("Please write a percentage up to 100."))
        return int(found * _HUNDRED)

    def read_money(self, key: str, texts: Texts, *, needed: str = "") -> int:
        """In minor units; nothing is 0, but where it is `needed`, which says what to do."""
        found = 0
        if texts[key]:
            try:
                found = typed(texts[key], self.currency).minor
            except NotMoney as refused:
                raise Misread(key, sentence(refused, self.about.words)) from refused
        if found > MOST or (needed and not found):
            raise self.misread(key, needed or mark("That is too much."))
        return found

    def read_decimal(self, key: str, texts: Texts, *, places: int, most: int, said: str) -> Decimal:
        found = typed_number(texts[key], places) if texts[key] else None
        if not found or found > most:
            raise self.misread(key, said)
        return found

    def read_day(self, key: str, texts: Texts) -> date | None:
        if not texts[key]:
            return None
        day = day_meant(texts[key], self.about.on, self.about.country or None)
        if day is None:
            raise self.misread(key, mark("Please write a day, such as 24. 12. 2026."))
        return day

    def read_window(self, texts: Texts) -> Window:
        """Days of the week and hours alone."""
        weekdays = texts["weekdays"].split()
        return Window(
            weekdays=tuple(day for day in WEEKDAYS if day in weekdays),
            from_hour=self._read_hour("from_hour", texts),
            to_hour=self._read_hour("to_hour", texts),
        )

    def _read_hour(self, key: str, texts: Texts) -> str:
        if not texts[key]:
            return ""
        found = _HOUR.fullmatch(texts[key])
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (_LAST_HOUR, 1)
        if minute > _LAST_MINUTE or hour + minute / 60 > _LAST_HOUR:
            raise self.misread(key, mark("Please write a time, such as 8:00 or 17:30."))
        return f"{hour:02}:{minute:02}"
