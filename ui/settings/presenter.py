"""What the Settings screen does: shows how the shop is set, and writes down what is decided anew."""

import re
from collections.abc import Callable
from typing import Protocol, TypeVar

from app.amounts import typed_number
from app.changes import Kind
from app.errors import ShopError
from app.keeping.history import StepId
from app.keeping.settings import LIMITS, Settings
from app.people import order
from app.progress import Report
from app.shop import Shop
from app.voice.hours import read_hours
from app.voice.links import read_link
from reports.sentences import sentence
from resources.words import LANGUAGES, Words, mark

Result = TypeVar("Result")
_HOUR = re.compile(r"(0?[1-9]|1\d|2[0-3])(?:[:.]00)?")
_SPOKEN = mark(
    "This window was opened in another language, {language}. It keeps that until it is closed."
)


class DeskSide(Protocol):
    """What Settings asks of the desk."""

    shop: Shop
    words: Words

    def tell_last(self) -> None:
        """Says what was done last, and offers to undo it."""

    def tell_step(self, step: StepId | None) -> None: ...

    def work(
        self,
        act: Callable[[Shop, Report], Result],
        done: Callable[[Result], None],
        *,
        say: Callable[[int, int], str],
        changes: tuple[Kind, ...] = (),
        icon: str = "",
    ) -> object: ...


class SettingsView(Protocol):
    """The page."""

    def show_settings(self, settings: Settings) -> None:
        """Each question with its answer."""

    def show_remark(self, key: str, said: str) -> None:
        """Something to know about the question `key`; "" for nothing."""


class ShopSettings:
    """One question at a time is answered, and is kept at once."""

    def __init__(self, desk: DeskSide, view: SettingsView) -> None:
        self._desk, self._view = desk, view

    @property
    def settings(self) -> Settings:
        """As the shop is set now."""
        return self._desk.shop.settings.read()

    def refresh(self) -> None:
        """Shows how the shop is set now."""
        settings = self.settings
        self._view.show_settings(settings)
        spoken = self._desk.words.language
        apart = settings.language != spoken
        said = self._desk.words(_SPOKEN, language=LANGUAGES[spoken]) if apart else ""
        self._view.show_remark("language", said)

    def decide(self, key: str, value: str) -> str:
        """Writes the answer to the question `key`; says what is wrong with it, or "" when nothing is."""
        value, words = value.strip(), self._desk.words
        if key == "name" and not value:
            return words("What is your shop called?")
        if key == "shifts":
            hours = shifts_typed(value)
            if hours is None:
                return words("Please write whole hours, such as 12:00 17:00.")
            value = hours
        if value == str(getattr(self.settings, key)):
            return ""
        if isinstance(getattr(self.settings, key), bool):
            return self._write(key, value == str(True))
        if key in LIMITS:
            return self._decide_number(key, value)
        if key == "language" and self._desk.shop.customers.count() > order.AT_ONCE:
            self._decide_on_the_side(key, value)
            return ""
        return self._write(key, value)

    def _write(self, key: str, value: str | bool) -> str:
        try:
            if key == "opening_hours":
                read_hours(str(value))
            elif key == "review_link":
                value = read_link(str(value))
            self._desk.shop.settings.change(**{key: value})
        except ShopError as refused:
            return sentence(refused, self._desk.words)
        self._desk.tell_last()
        return ""

    def _decide_number(self, key: str, text: str) -> str:
        words, (least, most) = self._desk.words, LIMITS[key]
        found = typed_number(text, 0)
        if found is None or not least <= found <= most:
            return words(
                "Please write a whole number from {least} to {most}.",
                least=words.number(least),
                most=words.number(most),
            )
        if int(found) != getattr(self.settings, key):
            self._desk.shop.settings.change(**{key: int(found)})
            self._desk.tell_last()
        return ""

    def _decide_on_the_side(self, key: str, value: str) -> None:
        said = self._desk.words("Putting the names in order")

        def act(shop: Shop, _report: Report) -> StepId | None:
            shop.settings.change(**{key: value})
            standing = shop.history.standing(undone=False, limit=1)
            return standing[0].id if standing else None

        self._desk.work(
            act,
            self._desk.tell_step,
            say=lambda _done, _total: said,
            changes=(Kind.SETTINGS, Kind.CUSTOMERS),
            icon="sort-alphabetical-ascending",
        )


def shifts_typed(text: str) -> str | None:
    """`12, 17` as `12:00 17:00`; None for what is no hour between 1 and 23."""
    hours = []
    for part in text.replace(",", " ").split():
        found = _HOUR.fullmatch(part)
        if not found:
            return None
        hours.append(int(found[1]))
    return " ".join(f"{hour:02}:00" for hour in sorted(set(hours)))
