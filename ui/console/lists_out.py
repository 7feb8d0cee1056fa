"""The command that writes the whole book as a list."""

from pathlib import Path

import click

from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.files_out import written
from ui.console.options import output, progress


@click.command(help=mark("Writes the whole book as a spreadsheet. It can be imported again."))
@output(".xlsx")
@pass_counter
def export(counter: Counter, /, to: Path) -> None:
    from reports.customer_list import export_customers

    with written(counter, to) as file:
        export_customers(
            counter.shop.customers, file, counter.words, progress(counter.words("Export"))
        )
