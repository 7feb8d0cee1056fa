"""The commands for the till: the bridge, and the programme as a file."""

import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from app.loyalty.accounts import liability
from app.money import Money
from app.people.exchange.errors import UnreadableFile
from ui.console.bridge.lines import Bridge
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, file_path, note, on_day, print_json

if TYPE_CHECKING:
    from io import BufferedReader


@click.command()
@pass_counter
def till(counter: Counter, /) -> None:
    """Answers a till's requests, a line of JSON each, until the input ends."""
    asked = cast("BufferedReader", sys.stdin.buffer)
    with suppress(KeyboardInterrupt):  # what was answered stands
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


@programme.command()
@on_day
@as_json
@pass_counter
def owed(counter: Counter, /, on: date | None, as_json: bool) -> None:
    """What the shop owes in points, by the month in which they expire."""
    shop, till = counter.shop, counter.shop.till
    rules = till.programmes.current()
    rows = [
        {
            "month": one.month and f"{one.month:%Y-%m}",
            "points": one.points,
            "people": one.people,
            "worth": str(Money(till.money_of(one.points, rules), till.currency)),
        }
        for one in liability(shop.book, on or shop.today())
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo("  ".join(str(fact or "-") for fact in row.values()))
