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
from resources.words import mark
from ui.console.bridge.lines import Bridge
from ui.console.counter import Counter, pass_counter
from ui.console.files_in import content
from ui.console.help import Group
from ui.console.options import as_json, note, on_day, print_json
from ui.console.typed import file_path

if TYPE_CHECKING:
    from io import BufferedReader


@click.command(
    help=mark("Answers a till's requests. Each is a line of JSON, until the input ends.")
)
@pass_counter
def till(counter: Counter, /) -> None:
    if sys.stdin is None or sys.stdout is None:
        return  # Nobody asks, or nobody hears an answer: the input has ended.
    asked = cast("BufferedReader", sys.stdin.buffer)
    with suppress(KeyboardInterrupt):  # what was answered stands
        Bridge(counter.shop).serve(asked, sys.stdout.buffer)


@click.group(cls=Group, help=mark("The loyalty programme: show, load, and what is owed."))
def programme() -> None: ...


@programme.command(help=mark("Prints the programme that holds."))
@pass_counter
def show(counter: Counter, /) -> None:
    click.echo(counter.shop.till.programmes.text(), nl=False)


@programme.command(help=mark("Reads the programme from FILE; it holds from now on."))
@click.argument("file", type=file_path)
@pass_counter
def load(counter: Counter, /, file: Path) -> None:
    try:
        text = content(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(name=file.name, why="format") from error
    counter.shop.till.programmes.load(text)
    note(counter.words("The programme was changed; points that were earned stay as they are."))


@programme.command(help=mark("Tells what the shop owes in points, by the month they expire in."))
@on_day
@as_json
@pass_counter
def owed(counter: Counter, /, on: date | None, as_json: bool) -> None:
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
