"""Who is on a list that was named on the command line."""

from datetime import date

from app.thanks.lists import people_on
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
