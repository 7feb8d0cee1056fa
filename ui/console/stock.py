"""The command that tells which sheets of labels are known."""

import click

from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, print_json


@click.command(
    help=mark(
        "Finds label sheets, best first. TEXT is a number, a size, how many are on one, or a paper."
    )
)
@click.argument("text", default="")
@as_json
@pass_counter
def stock(counter: Counter, /, text: str, as_json: bool) -> None:
    from reports.shop_stock import known
    from reports.stock import stocks
    from reports.stock_search import find_stock
    from reports.stock_words import sold_for

    there = known(counter.shop) if counter.has_shop else stocks()
    found = find_stock(text, counter.words, there)
    if as_json:
        print_json(
            [
                {
                    "name": one.name,
                    "aliases": one.aliases,
                    "purpose": one.purpose,
                    "feed": one.feed,
                    "page": one.page,
                    "label": one.label,
                    "labels": one.labels,
                }
                for one in found
            ]
        )
        return
    for one in found:
        page, label = (f"{wide:g} × {high:g}" for wide, high in (one.page, one.label))
        told = (
            one.name,
            f"{label} mm",
            str(one.labels),
            f"{page} mm",
            sold_for(one, counter.words),
        )
        click.echo("  ".join(told))
