"""The command line's front door: runs one command and words whatever is refused."""

import logging
import os
import sqlite3
import sys
from pathlib import Path

import click
import platformdirs

from app.errors import ShopError
from app.keeping.database import ShopUnreachable
from app.keeping.whys import why
from reports.files import CannotWrite
from reports.sentences import sentence
from resources.words import LANGUAGES
from ui.console import commands, lists_in, paper
from ui.console.counter import Counter
from ui.console.options import file_path

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
LONGEST_LINE = 400

_log = logging.getLogger("regulars")


def default_folder() -> Path:
    return Path(platformdirs.user_data_dir("Regulars", appauthor=False))


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.option("--shop", "folder", type=file_path, help="The shop's folder.")
@click.option("--lang", "language", type=click.Choice(list(LANGUAGES)), help="The language to use.")
@click.pass_context
def regulars(context: click.Context, /, language: str | None, **_folder: Path | None) -> None:
    """A small shop's customer book. Without a command it opens the desktop."""
    counter = _counter_of(context)
    if context.invoked_subcommand is None:
        context.exit(_desktop(counter, language))


for _command in (*commands.COMMANDS, *lists_in.COMMANDS, *paper.COMMANDS):
    regulars.add_command(_command)


def run(arguments: list[str]) -> int:
    """Runs one command line and answers its exit code; no traceback ever reaches the person."""
    try:
        with regulars.make_context("regulars", list(arguments)) as context:
            return _run_in(context, _counter_of(context))
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE


def _counter_of(context: click.Context) -> Counter:
    """Made from the options before any command runs, so that every refusal knows its language."""
    if context.obj is None:
        folder = context.params["folder"] or default_folder()
        context.obj = Counter(folder, context.params["language"])
        context.call_on_close(context.obj.close)
    counter: Counter = context.obj
    return counter


def _run_in(context: click.Context, counter: Counter) -> int:
    try:
        regulars.invoke(context)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ShopError as error:
        return _refuse(sentence(error, counter.words))
    except sqlite3.OperationalError as error:
        unreachable = ShopUnreachable(path=counter.folder, why=why(error))
        return _refuse(sentence(unreachable, counter.words))
    except (click.Abort, KeyboardInterrupt):
        return _refuse(counter.words("Stopped; nothing was changed."))
    except BrokenPipeError:
        _let_go_of_stdout()
        return REFUSED
    except (click.ClickException, click.exceptions.Exit):
        raise
    except OSError as error:
        _let_go_of_stdout()
        cannot = CannotWrite(path=error.filename or "stdout", why=why(error))
        return _refuse(sentence(cannot, counter.words))
    except Exception as error:  # noqa: BLE001 - whatever a bug is, a person gets one line
        _log.debug("a bug", exc_info=True)
        said = counter.words("Something went wrong inside Regulars: {what}", what=repr(error))
        return _refuse(said)
    return DONE


def _let_go_of_stdout() -> None:
    """So that Python does not try, and complain, once more when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _desktop(counter: Counter, language: str | None) -> int:
    if not has_screen():
        click.echo(counter.words("There is no screen here, so no window can open."), err=True)
        return WRONG_USAGE
    from ui.desktop import open_desktop

    return open_desktop(counter.folder, language)


def has_screen() -> bool:
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in asked)


def _refuse(text: str) -> int:
    """Exactly one line, however long a path or a value in it is."""
    line = " ".join(text.split())
    shown = line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"
    click.echo(shown, err=True)
    return REFUSED
