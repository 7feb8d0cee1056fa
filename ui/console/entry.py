"""The command line's front door: what was asked, and in which words it is answered or refused."""

import logging
import os
import sys
from pathlib import Path

import click
import platformdirs

from app.clock import system_clock
from app.errors import ShopError
from app.keeping.place import place_of
from app.shop import Shop
from reports.sentences import sentence
from resources.words import LANGUAGES, Words, words_in

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
LONGEST_LINE = 400

_log = logging.getLogger("regulars")


class Counter:
    """What a command works with: the shop's folder, opened when first needed, and the words."""

    def __init__(self, folder: Path, language: str | None) -> None:
        self.folder = folder
        self._language = language
        self._shop: Shop | None = None

    @property
    def shop(self) -> Shop:
        if self._shop is None:
            self._shop = Shop.open(self.folder, system_clock, os.environ)
        return self._shop

    @property
    def words(self) -> Words:
        """The language asked for, else the shop's, else the system's."""
        if self._language:
            return words_in(self._language)
        if self._shop is not None:
            return words_in(self._shop.settings.read().language)
        return words_in(place_of(os.environ).language)

    def close(self) -> None:
        if self._shop is not None:
            self._shop.close()


def default_folder() -> Path:
    return Path(platformdirs.user_data_dir("Regulars", appauthor=False))


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option("--shop", "folder", type=click.Path(path_type=Path), help="The shop's folder.")
@click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), help="The language to use.")
@click.pass_context
def regulars(context: click.Context, folder: Path | None, language: str | None) -> None:
    """A small shop's customer book. Without a command it opens the desktop."""
    context.obj = Counter(folder or default_folder(), language)
    context.call_on_close(context.obj.close)
    if context.invoked_subcommand is None:
        context.exit(_desktop(context.obj, language))


def run(arguments: list[str]) -> int:
    """Runs one command line and answers its exit code; no traceback ever reaches the person."""
    from ui.console import commands

    commands.install(regulars)
    counter: Counter | None = None
    try:
        with regulars.make_context("regulars", list(arguments)) as context:
            counter = context.obj
            code = regulars.invoke(context)
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except ShopError as error:
        return _refuse(sentence(error, _words(counter)))
    except (click.Abort, KeyboardInterrupt):
        return _refuse(_words(counter)("Stopped; nothing was changed."))
    except BrokenPipeError:
        return REFUSED
    except Exception as error:
        _log.debug("a bug", exc_info=True)
        words = _words(counter)
        return _refuse(words("Something went wrong inside Regulars: {what}", what=repr(error)))
    return code if isinstance(code, int) else DONE


def _desktop(counter: Counter, language: str | None) -> int:
    if not has_screen():
        print(counter.words("There is no screen here, so no window can open."), file=sys.stderr)
        return WRONG_USAGE
    from ui.desktop import open_desktop

    return open_desktop(counter.folder, language)


def has_screen() -> bool:
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in asked)


def _words(counter: Counter | None) -> Words:
    return counter.words if counter else words_in(place_of(os.environ).language)


def _refuse(text: str) -> int:
    """Exactly one line, however long a path or a value in it is."""
    line = " ".join(text.split())
    shown = line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
    print(shown, file=sys.stderr)
    return REFUSED
