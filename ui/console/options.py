"""Options that several commands share, and how a count or a progress is told on a terminal."""

import json
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from app.progress import Report, unheard

FIRST_YEAR, LAST_YEAR = 1900, 2999


def day(text: str) -> date:
    """A day that a shop may see, `2026-11-22`."""
    try:
        found = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day such as 2026-11-22.") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise click.BadParameter(f"{text!r} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    return found


def file_path(text: str) -> Path:
    """The place of a file or folder; no name is none."""
    if not text.strip():
        raise click.BadParameter("a file has a name.")
    return Path(text)


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
on_day = click.option("--on", type=day, help="The day to take for today.")


def output(suffix: str, *, required: bool = True) -> Callable[[Any], Any]:
    """The `-o FILE` of a command that writes one."""
    return click.option(
        "-o",
        "--output",
        "to",
        type=file_path,
        metavar=f"FILE{suffix}",
        required=required,
        help="The file to write.",
    )


def print_json(document: Any) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def note(text: str) -> None:
    """A word on the side: only for a person at a terminal."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


def progress(label: str) -> Report:
    """A line that counts up, on a terminal only."""
    if not sys.stderr.isatty():
        return unheard

    def report(done: int, total: int) -> None:
        share = f"{done * 100 // total} %" if total else str(done)
        click.echo(f"\r{label} {share}", err=True, nl=False)

    return report
