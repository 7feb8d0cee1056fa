"""The commands for the till: the bridge, and the programme as a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from app.people.exchange.errors import UnreadableFile
from ui.console.bridge.lines import Bridge
from ui.console.counter import Counter, pass_counter
from ui.console.options import file_path, note

if TYPE_CHECKING:
    from io import BufferedReader


@click.command()
@pass_counter
def till(counter: Counter, /) -> None:
    """Answers a till's requests, a line of JSON each, until the input ends."""
    asked = cast("BufferedReader", sys.stdin.buffer)
    Bridge(counter.shop).serve(asked, sys.stdout.buffer)


@click.group()
def programme() -> None:
    """The loyalty programme as a file."""


@programme.command()
@pass_counter
def show(counter: Counter, /) -> None:
    """Prints the programme that holds."""
    click.echo(counter.shop.till.programmes.text(), nl=False)


@programme.command()
@click.argument("file", type=file_path)
@pass_counter
def load(counter: Counter, /, file: Path) -> None:
    """From now on what the file says holds."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(name=file.name, why="format") from error
    counter.shop.till.programmes.load(text)
    note(counter.words("The programme was changed; points that were earned stay as they are."))
