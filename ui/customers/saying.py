"""Says days and people in plain words: today, on Thursday, by tomorrow, in March 2021."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.people.birthday import Birthday
from app.people.phones import shown
from app.shop import Shop
from app.thanks.from_sales import NEW_DAYS
from resources.words import Words, mark

WEEK = 7


@dataclass(frozen=True, slots=True)
class About:
    """What every sentence here depends on besides the person: language, shop and day."""

    words: Words
    country: str
    on: date
    leap_day: str

    @classmethod
    def of(cls, shop: Shop, words: Words) -> "About":
        settings = shop.settings.read()
        return cls(words, settings.country, shop.today(), settings.leap_day)

    def phone(self, number: str) -> str:
        """As people at home write it, fenced for sentences that read from the other side."""
        return self.words.isolated(shown(number, self.country or None))

    def next_birthday(self, born: Birthday) -> date:
        """The next day on which it is kept, today's being today."""
        this_year = born.kept_in(self.on.year, self.leap_day)
        return this_year if this_year >= self.on else born.kept_in(self.on.year + 1, self.leap_day)

    def is_new(self, member_since: str) -> bool:
        if not member_since:
            return False
        return self.on - timedelta(days=NEW_DAYS) <= date.fromisoformat(member_since) <= self.on


def coming(day: date, about: About) -> str:
    """A day to come, standing alone: `Today`, `Thursday` within a week, `8 Jul` later."""
    ahead = (day - about.on).days
    if ahead == 0:
        return capital(about.words("today"))
    if 0 < ahead < WEEK:
        return capital(about.words.weekday(day))
    return about.words.date(day, "MMMd")


def past(day: date, about: About) -> str:
    """A day gone by, standing alone: `Today`, `Yesterday`, `Sunday`, `19 Nov`, `19 Nov 2024`."""
    return capital(gone_by(day, about))


def gone_by(day: date, about: About) -> str:
    """The same behind something else: `Jana, yesterday`."""
    ago = (about.on - day).days
    if ago == 0:
        return about.words("today")
    if ago == 1:
        return about.words("yesterday")
    if 1 < ago < WEEK:
        return about.words.weekday(day)
    return about.words.date(day, "MMMd" if day.year == about.on.year else "yMMMd")


def when(day: date, about: About) -> str:
    """A day to come inside a sentence: `today`, `on Thursday`, `on 8 July`."""
    words, ahead = about.words, (day - about.on).days
    if ahead == 0:
        return words("today")
    if ahead == 1:
        return words("tomorrow")
    if ahead < WEEK:
        return words(_ON[day.weekday()])
    return words("on {date}", date=words.date(day, "MMMMd"))


def until(day: date, about: About) -> str:
    """The last day for something: `by today`, `by Thursday`, `by 8 July`."""
    words, ahead = about.words, (day - about.on).days
    if ahead <= 0:
        return words("by today")
    if ahead == 1:
        return words("by tomorrow")
    if ahead < WEEK:
        return words(_BY[day.weekday()])
    return words("by {date}", date=words.date(day, "MMMMd"))


def birthday_written(born: Birthday, words: Words) -> str:
    """The day itself, in a form that is also understood when it is typed."""
    if born.year is None:
        return words.date(date(_LEAP_YEAR, born.month, born.day), "MMMMd")
    return words.date(date(born.year, born.month, born.day), "long")


def month(day: str, words: Words, pattern: str = "yMMM") -> str:
    """`March 2021` of an ISO date; empty for none."""
    return words.date(date.fromisoformat(day), pattern) if day else ""


def gained(n: int, words: Words) -> str:
    """`+24 points`, kept in order in a sentence that reads from the right."""
    number = words.isolated(f"{'+' if n >= 0 else '−'}{words.number(abs(n))}")
    return words.plural("{n} point", "{n} points", abs(n), n=number)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_LEAP_YEAR = 2000
# Whole phrases, because other languages bend the day's name after its preposition.
_ON = (
    mark("on Monday"),
    mark("on Tuesday"),
    mark("on Wednesday"),
    mark("on Thursday"),
    mark("on Friday"),
    mark("on Saturday"),
    mark("on Sunday"),
)
_BY = (
    mark("by Monday"),
    mark("by Tuesday"),
    mark("by Wednesday"),
    mark("by Thursday"),
    mark("by Friday"),
    mark("by Saturday"),
    mark("by Sunday"),
)
