"""How a letter is spoken in one language: its sign-off, and spans and ordinals in words."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from app.thanks.fields import check
from app.thanks.letters import lines_of
from resources import path
from resources.words import SOURCE_LANGUAGE, words_in

if TYPE_CHECKING:
    from babel import Locale

_DAY = re.compile(r"\b(\d{1,2}\.?) ")
_AND_IN_HEBREW = re.compile(r"(?<=\s)ו(?=[^\W\d_א-ת])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Of the coupon lines the first that can be filled is written; any sign-off will do.

    Raises `UnknownField` and `UnclosedBrace`.
    """

    language: str
    sign_off: tuple[str, ...]
    coupon: tuple[str, ...]
    in_months: tuple[str, ...]
    """`in January {year}`, for each month."""
    times: tuple[str, ...]
    """`for the second time` and on, from 2."""
    spans: Mapping[str, Mapping[str, Any]]
    """For `years` and `months`: the first ten `spelled`, then a form for each kind of number."""
    ordinals: Mapping[str, str]
    """A form for each kind of ordinal number, or for one number by itself."""
    with_year: str = ""
    """`{year} жылғы {day}`, where a letter writes the year in another way than a calendar does."""

    def __post_init__(self) -> None:
        for line in (*self.sign_off, *self.coupon):
            check(line)

    def span(self, n: int, unit: str) -> str:
        """`three years`, `14 years`; `unit` is `years` or `months`."""
        forms = self.spans[unit]
        spelled: Sequence[str] = forms["spelled"]
        if 1 <= n <= len(spelled):
            return spelled[n - 1]
        kind = self._locale.plural_form(n)
        return str(forms.get(kind, forms["other"])).format(n=self.number(n))

    def ordinal(self, n: int) -> str:
        """`40th`."""
        kind = self._locale.ordinal_form(n)
        form = self.ordinals.get(str(n)) or self.ordinals.get(kind) or self.ordinals["other"]
        return form.format(n=self.number(n))

    def time(self, n: int) -> str:
        """`for the third time`; empty where it is not said in words any more."""
        return self.times[n - 2] if 0 <= n - 2 < len(self.times) else ""

    def in_month(self, day: date) -> str:
        """`in March 2021`."""
        return self.in_months[day.month - 1].format(year=day.year)

    def number(self, n: int) -> str:
        return words_in(self.language).number(n)

    def day(self, day: date, on: date) -> str:
        """`24 November`, with its year where that is not the year of `on`; no line parts day and month."""
        words = words_in(self.language)
        said = words.date(day, "MMMMd")
        if day.year != on.year:
            way = self.with_year
            said = way.format(day=said, year=day.year) if way else words.date(day, "long")
        return _DAY.sub("\\1\xa0", said)

    def joined(self, names: Sequence[str]) -> str:
        """`Anna, Petr and Jan`."""
        from babel.lists import format_list

        return _set_off(format_list(list(names), locale=self._locale)) if names else ""

    @property
    def _locale(self) -> "Locale":
        return words_in(self.language).locale


def _set_off(names: str) -> str:
    """The Hebrew "and" leans on its word; a name in other letters is set off: `דנה ו־Petr`."""
    return _AND_IN_HEBREW.sub("ו־", names)


@cache
def read_manner(language: str) -> Manner:
    """The manner of `language`, or of English where nobody has written it in that."""
    own = path("letters", language, "manner.toml")
    file = own if own.is_file() else path("letters", SOURCE_LANGUAGE, "manner.toml")
    parts = tomllib.loads(file.read_text("utf-8"))
    return Manner(
        language=file.parent.name,
        sign_off=lines_of(parts["sign_off"]),
        coupon=lines_of(parts["coupon"]),
        in_months=tuple(parts["in_months"]),
        times=tuple(parts["times"]),
        spans={"years": parts["years"], "months": parts["months"]},
        ordinals=parts["ordinal"],
        with_year=parts.get("with_year", ""),
    )
