"""Words in the reader's language: sentences, counts, dates and numbers as a person there writes them."""

import datetime as dt
import gettext
import json
import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from decimal import Decimal

    from babel import Locale

SOURCE_LANGUAGE = "en"
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "cs": "Čeština",
    "sk": "Slovenčina",
    "da": "Dansk",
    "kk": "Қазақша",
    "he": "עברית",
}
# English as these shops' customers write it: 24 November, and a week that begins on Monday.
_LOCALES: Mapping[str, str] = {"en": "en_GB"}
RIGHT_TO_LEFT = frozenset({"he", "ar", "fa", "yi"})
# In a right-to-left sentence a phone or a signed number must be fenced, or its parts change places.
ISOLATE, END_OF_ISOLATE = "\u2066", "\u2069"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


def mark(text: str) -> str:
    """`text` itself; the name only tells `make messages` that it will be said later through `Words`."""
    return text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Both texts themselves, marked like `mark` for `Words.plural`."""
    return one, many


class Words:
    """What the program says, in one language. Made through `words_in`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    def __call__(self, text: str, /, **fields: object) -> str:
        """`text` in this language, its `{named}` places filled."""
        said = self._catalogue.gettext(text)
        return self._led(said.format_map(fields) if fields else said)

    def plural(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """The form that this language uses for `n`; `{n}` is filled with the number as written here."""
        said = self._catalogue.ngettext(one, many, n)
        return self._led(said.format_map({"n": self.number(n), **fields}))

    def said(self, context: str, text: str) -> str:
        """`text` where one English word has two meanings; `context` tells which."""
        return self._catalogue.pgettext(context, text)

    @property
    def right_to_left(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    @cached_property
    def _days(self) -> dict[str, list[str]]:
        """Days, dates and digits as CLDR has them; Babel itself takes 50 ms to load."""
        days: dict[str, list[str]] = json.loads(
            path("calendars", f"{self.language}.json").read_bytes()
        )
        return days

    @cached_property
    def locale(self) -> "Locale":
        from babel import Locale

        return Locale.parse(_LOCALES.get(self.language, self.language))

    def number(self, n: int) -> str:
        return f"{n:,}".replace(",", self._days["group"][0])

    def decimal(self, exact: "Decimal") -> str:
        """A number with the decimals that it has."""
        from babel.numbers import format_decimal

        places = -int(exact.as_tuple().exponent)
        return format_decimal(exact, "#,##0." + "0" * places, locale=self.locale)

    def percent(self, whole: int) -> str:
        """`97 %` as it is written here."""
        from babel.numbers import format_percent

        return str(self.isolated(format_percent(whole / 100, locale=self.locale)))

    def date(self, day: dt.date, pattern: str = "long") -> str:
        """`day` as `short`, `medium`, `long`, `full`, or by a CLDR skeleton such as `MMMd` or `EEEd`."""
        if pattern in self._days:
            return self._days[pattern][day.month - 1].format(d=day.day)
        from babel.dates import format_date, format_skeleton

        if pattern in {"short", "medium", "long", "full"}:
            return format_date(day, pattern, locale=self.locale)
        return str(format_skeleton(pattern, day, locale=self.locale))

    def weekday(self, day: dt.date) -> str:
        """The day's name standing alone, as in a calendar's head."""
        return self._days["weekday"][day.weekday()]

    def country(self, code: str) -> str:
        """Its name, in English where this language has none."""
        known = self.locale.territories.get(code)
        if known or self.language == SOURCE_LANGUAGE:
            return str(known or code)
        return words_in(SOURCE_LANGUAGE).country(code)

    def currency(self, code: str) -> str:
        return str(self.locale.currencies.get(code, code))

    def town(self, zone: str) -> str:
        """The best-known town of the time zone `zone` (an IANA name)."""
        known = self.locale.time_zones.get(zone, {})
        return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))

    def _led(self, said: str) -> str:
        """A right-to-left sentence that begins with a Latin word, told to run from the right all the same."""
        if not self.right_to_left or reading_way(said) != "L":
            return said
        mixed = any(unicodedata.bidirectional(char) == "R" for char in said)
        return RIGHT_TO_LEFT_MARK + said if mixed else said

    def isolated(self, text: str) -> str:
        """`text` fenced so that its digits and signs keep their order in a right-to-left sentence."""
        return f"{ISOLATE}{text}{END_OF_ISOLATE}" if self.right_to_left and text else text

    def own_way(self, name: str) -> str:
        """`name` fenced where it runs the other way, so that its last dot or bracket stays with it."""
        return fenced(name, right_to_left=self.right_to_left)

    def turned(self, text: str) -> str:
        """`text` fenced, but read as the sentence is: of `248 ₪` the number comes first."""
        return f"{RIGHT_TO_LEFT_ISOLATE}{text}{END_OF_ISOLATE}" if self.right_to_left else text


def reading_way(text: str) -> str:
    """The side its first letter begins at: `L`eft or `R`ight; "" without letters (UAX #9, P2)."""
    for char in text:
        way = unicodedata.bidirectional(char)
        if way in {"L", "R", "AL"}:
            return "L" if way == "L" else "R"
    return ""


def fenced(text: str, *, right_to_left: bool) -> str:
    """`text` for a line that reads `right_to_left`, fenced where all its letters read the other way.

    Else the point at the end of "Acme Ltd." would stand before it.
    """
    ways = (
        set() if text.isascii() and not right_to_left else set(map(unicodedata.bidirectional, text))
    )
    is_left, is_right = "L" in ways, not ways.isdisjoint({"R", "AL"})
    if is_right in (is_left, right_to_left):
        return text
    return f"{ISOLATE if is_left else RIGHT_TO_LEFT_ISOLATE}{text}{END_OF_ISOLATE}"


def _catalogue(language: str) -> gettext.NullTranslations:
    """What was translated; gettext's own search for the file would load `locale` first."""
    file = path("translations", language, "LC_MESSAGES", "regulars.mo")
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


@cache
def words_in(language: str) -> Words:
    """The words of `language`; one not spoken here (say `pl`) is answered in English."""
    code = language.replace("_", "-").partition("-")[0].lower()
    return Words(code if code in LANGUAGES else SOURCE_LANGUAGE)
