"""The command for an owner who has forgotten the PIN of counter mode."""

import click

from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.options import note

_WRONG_TRIES, _IS_ON = "counter.tries", "counter.on"


@click.command(
    "forget-pin",
    help=mark("Forgets the PIN of counter mode. The desktop opens as usual at its next start."),
)
@pass_counter
def forget_pin(counter: Counter, /) -> None:
    settings = counter.shop.settings
    settings.decide("pin", counter_pin="")
    for name in (_WRONG_TRIES, _IS_ON):
        settings.remember(name, "")
    note(counter.words("Counter mode has no PIN any more. Choose one when you next start it."))
