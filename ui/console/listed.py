"""Who is on a list that was named on the command line, and who of them may be written to."""

from collections.abc import Sequence
from datetime import date

from app.people.customer import Customer
from app.thanks.lists import people_on
from app.thanks.post import NobodyOnTheList, Recipients, recipients
from ui.console.counter import Counter
from ui.console.options import note

_IDS = "ids:"


def on_list(counter: Counter, name: str, on: date | None = None) -> list[int]:
    """Their ids, in the list's own order; numbers that nobody has are named. Raises `UnknownList`."""
    ids = people_on(counter.shop.book, name, counter.shop.asked(on))
    if name.startswith(_IDS):
        asked = [int(number) for number in name.removeprefix(_IDS).split(",")]
        if strangers := [str(number) for number in dict.fromkeys(asked) if number not in ids]:
            note(counter.words("Not in the book: {numbers}", numbers=", ".join(strangers)))
    return ids


def people(
    counter: Counter, name: str, on: date | None, *, needs_address: bool = False
) -> Sequence[Customer]:
    """Those on the list who may be written to; who is left out is told. Raises `NobodyOnTheList`."""
    ids = on_list(counter, name, on)
    divided = recipients(counter.shop.customers.several(ids), needs_address=needs_address)
    _tell_left_out(counter, divided)
    if not divided.chosen:
        raise NobodyOnTheList(name=name, left_out=len(divided.left_out))
    return divided.chosen


def _tell_left_out(counter: Counter, divided: Recipients) -> None:
    from reports.sentences import left_out

    for one in divided.left_out:
        note(left_out(one.customer.name, one.why, counter.words))
