"""What every command works with: the shop, opened when first needed, and the words to answer in."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

import click

from app.clock import system_clock
from app.keeping.database import FILE_NAME
from app.keeping.folders import danger_of, usual_folder
from app.keeping.place import place_of
from app.keeping.settings import peek
from app.shop import Shop
from reports.sentences import folder_warning
from resources.words import LANGUAGES, Words, words_in
from ui.console.options import note


class Counter:
    """One command line's view of the shop in `folder`."""

    def __init__(self, folder: Path, language: str | None) -> None:
        self.folder = folder
        self._language = language
        self._shop: Shop | None = None

    @property
    def shop(self) -> Shop:
        """Raises what `open_shop` raises."""
        if self._shop is None:
            self._shop = Shop.open(self.folder, system_clock, os.environ)
            self._warn_of_the_folder()
        return self._shop

    @property
    def has_shop(self) -> bool:
        """Whether there is one, so that looking something up need not found it."""
        return (self.folder / FILE_NAME).exists()

    @property
    def words(self) -> Words:
        """The language asked for, else the shop's, else the system's."""
        return words_in(self._language or self._kept_language() or place_of(os.environ).language)

    def _kept_language(self) -> str:
        """What the book says of it, also a book that cannot be opened; "" when it does not tell."""
        if self._shop is not None:
            with suppress(sqlite3.Error):
                return self._shop.settings.read().language
        kept = peek(self.folder, "language")
        return kept if kept in LANGUAGES else ""

    def _warn_of_the_folder(self) -> None:
        danger = danger_of(self.folder)
        if danger:
            note(folder_warning(danger, self.words))

    def close(self) -> None:
        if self._shop is not None:
            self._shop.close()


def counter_of(context: click.Context) -> Counter:
    """Made from the options before any command runs, so that help and every refusal know its language."""
    if context.obj is None:
        folder = context.params.get("folder") or usual_folder()
        context.obj = Counter(folder, context.params.get("language"))
        context.call_on_close(context.obj.close)
    counter: Counter = context.obj
    return counter


pass_counter = click.make_pass_decorator(Counter)
