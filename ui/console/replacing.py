"""The command that replaces a customer's lost card."""

from pathlib import Path
from typing import Any

import click

from app.changes import Kind
from ui.console.counter import Counter, pass_counter
from ui.console.options import as_json, output, print_json


@click.command("replace-card")
@click.argument("lost")
@click.option("--number", default="", help="The number of the new card; else the next free one.")
@click.option("--reason", help="Why, so that it can be understood later.")
@as_json
@output(".pdf", required=False)
@pass_counter
def replace_card(counter: Counter, /, lost: str, to: Path | None, **asked: Any) -> None:
    """Replaces the card LOST by another, and writes the new one; the old one is dead."""
    shop = counter.shop
    with shop.book.atomic(Kind.CUSTOMERS):
        reason = asked["reason"] or counter.words("Lost")
        customer = shop.cards.find(lost)
        done = shop.cards.replace(customer, reason, shop.moment(), number=asked["number"])
        if to is not None:
            _write(counter, done.customer, done.new, to)
    if asked["as_json"]:
        print_json({"customer": done.customer, "old": done.old, "new": done.new})
    else:
        click.echo(done.new)


def _write(counter: Counter, customer: int, number: str, to: Path) -> None:
    """Within the transaction: what cannot be written is not given out."""
    from reports.dress import dress_of
    from reports.loyalty_cards import draw_loyalty_cards, loyalty_card_facts
    from reports.mail import imprint
    from ui.console.paper import written

    shop, title = counter.shop, counter.words("Customer cards")
    settings, one = shop.settings.read(), shop.customers.get(customer)
    facts = loyalty_card_facts([number], [one], settings)
    with written(counter, to) as file:
        said = imprint(title, settings)
        draw_loyalty_cards(facts, file, dress=dress_of(shop), imprint=said)
