"""What the owner decided about the shop: its name, its place and its house rules."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import FILE_NAME, Book
from app.keeping.history import Change, History, StepId
from app.keeping.place import Place, currency_of, is_country, is_currency, is_zone
from app.values import value
from resources.words import LANGUAGES

THEMES = ("system", "light", "dark")
_COUNTRY_LETTERS, _CURRENCY_LETTERS = 2, 3
LIMITS = {
    "regular_months": (1, 120),
    "rhythm_visits": (3, 120),
    "quiet_weeks": (1, 120),
    "lapsed_months": (1, 120),
    "case_days": (0, 90),
    "rest_days": (0, 1000),
}
"""The least and the greatest number of months, visits, weeks or days of each."""


class NotASetting(ShopError):
    """`value` cannot be the shop's `name`, which is that of a field of `Settings`."""


@value
class Settings:
    """All that the owner decided; what she never said stands as it does here. Raises `NotASetting`."""

    # The shop and its place.
    name: str = ""
    address: str = ""
    """Where post that comes back goes, its lines parted by commas."""
    country: str = ""
    currency: str = "EUR"
    language: str = "en"
    zone: str = "UTC"
    leap_day: str = "02-28"
    """Where a birthday on 29 February is kept in other years: `02-28` or `03-01`."""
    owner: str = ""
    owner_title: str = ""
    # How her cards are written.
    signature: str = ""
    """The name of a keepsake."""
    own_hands: str = ""
    """The names of keepsakes, parted by spaces."""
    theme: str = "system"
    """What the window wears: one of `THEMES`."""
    # Who is a regular, who is slipping and who has lapsed: see `app.thanks.from_sales.Measures`.
    regular_months: int = 6
    rhythm_visits: int = 3
    quiet_weeks: int = 6
    lapsed_months: int = 6
    letter_offers: str = ""
    """As `app.loyalty.letter_offers` writes them."""
    # The counter's screen, and what is made of the answers.
    shop_words: str = ""
    """Stand under the shop's name there."""
    opening_hours: str = ""
    """As `app.voice.hours` reads them."""
    counter_pin: str = ""
    """The hash of the PIN that leaves counter mode."""
    keep_partial: bool = True
    """Whether answers that were broken off count."""
    show_results: bool = False
    review_link: str = ""
    case_days: int = 2
    """A case is due after so many days."""
    rest_days: int = 30
    """Nobody is asked twice within so many days."""
    shifts: str = "12:00 17:00"
    """The hours at which the later shifts of a day begin."""
    # On paper.
    shop_colour: str = ""
    """As `#B0452A`; ours where the shop has none."""
    logo: str = ""
    """The name of a keepsake."""
    paper_words: str = ""
    """Stand on what is handed out, such as an address."""
    is_demo: bool = False
    set_up: bool = False
    """Whether the first three questions were answered."""

    def __post_init__(self) -> None:
        _must(
            self.country == "" or _is_code(self.country, _COUNTRY_LETTERS), "country", self.country
        )
        _must(_is_code(self.currency, _CURRENCY_LETTERS), "currency", self.currency)
        _must(self.language in LANGUAGES, "language", self.language)
        _must(is_zone(self.zone), "zone", self.zone)
        _must(self.theme in THEMES, "theme", self.theme)
        _must(_is_colour(self.shop_colour), "shop_colour", self.shop_colour)
        _must(self.leap_day in {"02-28", "03-01"}, "leap_day", self.leap_day)
        for name, (least, most) in LIMITS.items():
            number = getattr(self, name)
            _must(least <= number <= most, name, str(number))


class SettingsBook:
    """Reads and writes the settings; each change is in the history and can be undone."""

    def __init__(
        self,
        book: Book,
        history: History,
        place: Place,
        spoken: Callable[[str], None] = lambda _language: None,
    ) -> None:
        """`spoken` is told another language while it is being written, in the same transaction."""
        self._book = book
        self._history = history
        self._place = place
        self._spoken = spoken

    def read(self) -> Settings:
        """The settings as they stand; what was never set comes from the system's own place."""
        kept = dict(self._book.execute("SELECT name, value FROM settings").fetchall())
        return Settings(**_from_system(self._place) | _typed(kept))

    def change(self, verb: str = "settings", /, **wanted: Any) -> Settings:
        """Decides what is `wanted`, in one step called `verb`. Raises `NotASetting`.

        A new country brings its currency, unless that is given too.
        """
        for name, is_one in _IN_USE.items():
            _must(not wanted.get(name) or is_one(wanted[name]), name, wanted.get(name, ""))
        if wanted.get("country") and "currency" not in wanted:
            wanted["currency"] = currency_of(wanted["country"])
        self._change(verb, wanted)
        return self.read()

    def decide(self, verb: str, /, **wanted: Any) -> StepId | None:
        """The same, and answers the step; None where nothing is decided anew.

        A country or a currency goes through `change`, which looks whether there is one.
        """
        return self._change(verb, wanted)

    def _change(self, verb: str, wanted: Mapping[str, Any]) -> StepId | None:
        step = None
        with self._book.atomic(Kind.SETTINGS):
            old = self.read()
            replace(old, **wanted)  # refuses what cannot be
            if any(getattr(old, name) != value for name, value in wanted.items()):
                step = self._history.begin(verb if old.set_up else "setup")
                self.enter(step, **wanted)
            else:
                self._decide(wanted)
        return step

    def enter(self, step: StepId, **wanted: Any) -> None:
        """Decides it within the caller's transaction and step."""
        old = self.read()
        before = {name: getattr(old, name) for name in wanted}
        change = Change(kind="settings", subject=0, before=before, after=wanted)
        self._history.tell(step, [change])
        self._decide(wanted)

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`."""
        return [self._restore(change) for change in changes]

    def _restore(self, change: Change) -> Change:
        now = self.read()
        standing = [name for name, value in change.after.items() if getattr(now, name) == value]
        back = {name: change.before[name] for name in standing}
        self._decide(back)
        before = {name: change.after[name] for name in standing}
        return replace(change, before=before, after=back)

    def remember(self, name: str, value: str) -> None:
        """Keeps something that is no decision, such as the size of a window; no history."""
        with self._book.atomic():
            self._write({f"memory:{name}": value})

    def recall(self, name: str) -> str:
        found = self._book.value("SELECT value FROM settings WHERE name = ?", (f"memory:{name}",))
        return found or ""

    def _decide(self, values: Mapping[str, Any]) -> None:
        self._write(values)
        if "language" in values:
            self._spoken(values["language"])

    def _write(self, values: Mapping[str, Any]) -> None:
        self._book.connection.executemany(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [(name, _text(value)) for name, value in values.items()],
        )


_IN_USE = {"country": is_country, "currency": is_currency}


def peek(folder: Path, name: str) -> str:
    """A setting of a shop that may be too new, too full or too broken to be opened; "" when not known.

    Nothing is written, not even the files that a reader of a WAL database shares with others.
    """
    try:
        address = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as book:
            found = book.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    except (sqlite3.Error, ValueError):
        return ""
    return str(found[0]) if found else ""


def _from_system(place: Place) -> dict[str, Any]:
    return {
        "country": place.country,
        "currency": place.currency,
        "language": place.language,
        "zone": place.zone,
    }


def _typed(kept: Mapping[str, str]) -> dict[str, Any]:
    return {
        field.name: _READERS[field.type](kept[field.name])
        for field in fields(Settings)
        if field.name in kept
    }


_READERS: Mapping[Any, Callable[[str], Any]] = {bool: "1".__eq__, int: int, str: str}


def _text(value: Any) -> str:
    return ("1" if value else "0") if isinstance(value, bool) else str(value)


def _is_colour(text: str) -> bool:
    """Also none; only who has one waits for what reads it."""
    if not text:
        return True
    from app.keeping.colours import read_colour

    return read_colour(text) == text


def _is_code(text: str, letters: int) -> bool:
    return len(text) == letters and text.isascii() and text.isalpha() and text.isupper()


def _must(holds: bool, name: str, value: str) -> None:
    if not holds:
        raise NotASetting(name=name, value=value)
