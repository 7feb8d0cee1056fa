"""Runs one command line and words whatever is refused."""

import logging
import os
import sqlite3
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import click

from app.errors import ShopError
from app.keeping.database import refusal_of
from app.keeping.whys import why
from reports.files import CannotWrite
from reports.sentences import sentence
from resources.words import LANGUAGES, Words, mark
from ui.console.counter import Counter, counter_of
from ui.console.help import Group
from ui.console.typed import OneOf, file_path
from ui.front_door import has_screen

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
LONGEST_LINE = 400
SHORT = 40
"""A text in a line that is no longer stays whole."""
_PROGRAM = "regulars"
_DESKTOP = "regulars.desktop"

_log = logging.getLogger("regulars")


# Where each command lives; only the one that is asked for is loaded.
COMMANDS: Mapping[str, str] = {
    "setup": "commands:setup",
    "demo": "invented:demo",
    "import": "lists_in:take_over",
    "import-sales": "lists_in:take_over_sales",
    "programme": "till:programme",
    "till": "till:till",
    "scores": "voice:scores",
    "poster": "wall:poster",
    "results": "wall:results",
    "slips": "wall:slips",
    "import-feedback": "lists_in:take_over_answers",
    "find": "commands:find",
    "today": "commands:today",
    "list": "commands:list_people",
    "cards": "cards:cards",
    "labels": "post:labels",
    "envelopes": "post:envelopes",
    "addresses": "post:addresses",
    "stock": "stock:stock",
    "coupons": "offers:coupons",
    "loyalty-cards": "offers:loyalty_cards",
    "replace-card": "replacing:replace_card",
    "forget-pin": "forgetting:forget_pin",
    "gift-cards": "offers:gift_cards",
    "place-cards": "table:place_cards",
    "menu": "table:menu",
    "table-numbers": "table:table_numbers",
    "stamp-cards": "offers:stamp_cards",
    "statement": "offers:statement",
    "export": "lists_out:export",
    "backup": "commands:backup",
    "check": "commands:check",
}

Desktop = Callable[[Path, str | None], int]
"""Opens the desktop on a shop's folder in a language, and answers its exit code."""


class Commands(Group):
    """The group of all commands."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            module, _, command = COMMANDS[cmd_name].partition(":")
            self.add_command(getattr(import_module(f"ui.console.{module}"), command), cmd_name)
        return super().get_command(ctx, cmd_name)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    help=mark("A small shop's customer book. Without a command it opens the desktop."),
)
@click.option(
    "--shop",
    "folder",
    type=file_path,
    metavar="DIR",
    is_eager=True,
    help=mark("The shop's folder."),
)
@click.option(
    "--lang",
    "language",
    type=OneOf(list(LANGUAGES)),
    is_eager=True,
    help=mark("The language to use."),
)
@click.pass_context
def regulars(context: click.Context, /, language: str | None, **_folder: Path | None) -> None:
    counter = counter_of(context)
    if context.invoked_subcommand is None:
        context.exit(_desktop(context, counter, language))


def run(arguments: list[str], desktop: Desktop) -> int:
    """Runs one command line, or `desktop` when it has no command, and answers the exit code.

    No traceback ever reaches the person.
    """
    try:
        with regulars.make_context(_PROGRAM, list(arguments)) as context:
            context.meta[_DESKTOP] = desktop
            return _run_in(context, counter_of(context))
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.UsageError as error:
        return _misused(error, _words_for(list(arguments)))
    except OSError as error:
        # The help could not be written.
        return _unwritten(error, _words_for(list(arguments)))


def _words_for(arguments: list[str]) -> Words:
    """What could be understood of options that stand before a command tells the language."""
    with regulars.make_context(_PROGRAM, arguments, resilient_parsing=True) as context:
        return counter_of(context).words


def _misused(error: click.UsageError, words: Words, command: str = _PROGRAM) -> int:
    from ui.console.usage import lines

    for line in lines(error, words, command):
        _tell(line)
    return WRONG_USAGE


def _run_in(context: click.Context, counter: Counter) -> int:
    try:
        regulars.invoke(context)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ShopError as error:
        return _refuse(_in_short(error, counter.words))
    except sqlite3.Error as error:
        return _refuse(_of_the_book(error, counter))
    except (click.Abort, KeyboardInterrupt):
        return _refuse(counter.words("Stopped; nothing was changed."))
    except click.UsageError as error:
        asked = " ".join(filter(None, (_PROGRAM, context.invoked_subcommand)))
        return _misused(error, counter.words, asked)
    except click.exceptions.Exit:
        raise
    except OSError as error:
        return _unwritten(error, counter.words)
    except Exception as error:  # noqa: BLE001 - whatever a bug is, a person gets one line
        return _refuse(_bug(error, counter))
    return DONE


def _in_short(error: ShopError, words: Words) -> str:
    """Its sentence to the end, with as much of the longest text in it as a line can hold."""
    said = sentence(error, words)
    facts = error.facts.items()
    texts = {name: fact for name, fact in facts if isinstance(fact, str) and len(fact) > SHORT}
    if len(said) <= LONGEST_LINE or not texts:
        return said
    longest = max(texts, key=lambda name: len(texts[name]))
    room = len(texts[longest]) - (len(said) - LONGEST_LINE) - 1
    return sentence(type(error)(**error.facts | {longest: texts[longest][:room] + "…"}), words)


def _of_the_book(error: sqlite3.Error, counter: Counter) -> str:
    told = refusal_of(error, counter.folder)
    return sentence(told, counter.words) if told else _bug(error, counter)


def _bug(error: Exception, counter: Counter) -> str:
    _log.debug("a bug", exc_info=True)
    return counter.words("Something went wrong inside Regulars: {what}", what=repr(error))


def _unwritten(error: OSError, words: Words) -> int:
    """Who reads no further, as `head`, wants to hear nothing of it."""
    _let_go_of_stdout()
    if isinstance(error, BrokenPipeError):
        return REFUSED
    cannot = CannotWrite(path=error.filename or "stdout", why=why(error))
    return _refuse(sentence(cannot, words))


def _let_go_of_stdout() -> None:
    """So that Python does not try, and complain, once more when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _desktop(context: click.Context, counter: Counter, language: str | None) -> int:
    if not has_screen(os.environ):
        click.echo(counter.words("There is no screen here, so no window can open."), err=True)
        return WRONG_USAGE
    desktop: Desktop = context.meta[_DESKTOP]
    return desktop(counter.folder, language)


def _refuse(text: str) -> int:
    _tell(text)
    return REFUSED


def _tell(text: str) -> None:
    """Exactly one line, however long a path or a value in it is."""
    line = " ".join(text.split())
    shown = line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
    click.echo(shown, err=True)
