"""The command that replaces a customer's lost card."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, output, print_json
from ui.console.typed import filled

if TYPE_CHECKING:
    from app.loyalty.cards import Replaced


@click.command(
    "replace-card",
    help=mark(
        "Replaces the card LOST by another; the old one is dead. With -o the new one is written."
    ),
)
@click.argument("lost", type=filled)
@click.option(
    "--number", default="", help=mark("The number of the new card; else the next free one.")
)
@click.option("--reason", help=mark("Why, so that it can be understood later."))
@as_json
@output(".pdf", required=False)
@pass_counter
def replace_card(counter: Counter, /, lost: str, to: Path | None, **asked: Any) -> None:
    shop, reason = counter.shop, asked["reason"] or counter.words("Lost")

    def replace() -> "Replaced":
        customer = shop.cards.find(lost)
        return shop.cards.replace(customer, reason, shop.moment(), number=asked["number"])

    done = replace() if to is None else _written(counter, replace, to)
    if asked["as_json"]:
        print_json({"customer": done.customer, "old": done.old, "new": done.new})
    else:
        click.echo(done.new)


def _written(counter: Counter, replace: Callable[[], "Replaced"], to: Path) -> "Replaced":
    """What cannot be written is not given out, and what is not given out is not written."""
    from ui.console.files_out import written

    made: list[Replaced] = []

    with counter.shop.undo.if_all_goes_well() as do, written(counter, to) as file:

        def give() -> None:
            made.append(replace())
            _draw(counter, made[0], file)
            file.flush()

        do(give)
    return made[0]


def _draw(counter: Counter, done: "Replaced", to: BinaryIO) -> None:
    from reports.dress import dress_of
    from reports.loyalty_cards import draw_loyalty_cards, loyalty_card_facts
    from reports.mail import imprint

    shop, title = counter.shop, counter.words("Customer cards")
    settings, one = shop.settings.read(), shop.customers.get(done.customer)
    facts = loyalty_card_facts([done.new], [one], settings)
    draw_loyalty_cards(facts, to, dress=dress_of(shop), imprint=imprint(title, settings))
