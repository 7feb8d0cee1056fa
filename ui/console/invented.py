"""The command that fills an empty shop with people who are made up."""

from datetime import date

import click

from app.demo.filling import fill
from app.demo.people import CUSTOMERS
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import on_day
from ui.console.typed import any_whole, whole


@click.command(help=mark("Fills an empty shop with invented customers."))
@click.option("--customers", type=whole(1, 2_000_000), default=CUSTOMERS, help=mark("How many."))
@click.option(
    "--seed",
    metavar="N",
    type=any_whole,
    default=1,
    help=mark("Another number gives other people."),
)
@on_day
@pass_counter
def demo(counter: Counter, /, customers: int, seed: int, on: date | None) -> None:
    shop = counter.shop
    day = on or shop.today()
    n = fill(shop, day, customers=customers, seed=seed)
    click.echo(
        counter.words.plural("{n} invented customer added", "{n} invented customers added", n)
    )
