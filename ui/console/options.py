"""Options that several commands share, and how a count or a progress is told on a terminal."""

import json
import sys
from collections.abc import Callable
from typing import Any

import click

from app.progress import Report, unheard
from resources.words import mark
from ui.console.typed import day, file_path

as_json = click.option("--json", "as_json", is_flag=True, help=mark("One JSON document on stdout."))
on_day = click.option("--on", type=day, help=mark("The day to take for today."))


def output(suffix: str, *, required: bool = True) -> Callable[[Any], Any]:
    """The `-o FILE` of a command that writes one."""
    return click.option(
        "-o",
        "--output",
        "to",
        type=file_path,
        metavar=f"FILE{suffix}",
        required=required,
        help=mark("The file to write."),
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
        line = f"\r{label} {share}"
        # What is done makes room for what is said next.
        end = "\r" + " " * len(line) + "\r" if done == total else ""
        click.echo(line + end, err=True, nl=False)

    return report
