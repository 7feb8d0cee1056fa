"""A card of somebody's history as it came out: the very sheet, to be seen, printed again or saved."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.clock import shop_date
from app.progress import Report
from app.shop import Shop
from app.thanks.post import NobodyOnTheList, Why, why_not
from reports.letter_words import letter_called
from resources.words import Words

if TYPE_CHECKING:
    from ui.cards.order import Printer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCard:
    """`card` in millimetres; `why` says what speaks against printing it once more."""

    print: int
    name: str
    head: str
    text: str
    pdf: bytes
    card: tuple[float, float]
    why: Why | None


def kept_card(shop: Shop, print_: int, words: Words) -> KeptCard | None:
    """None where it did not come out after all, or the person is gone."""
    from reports.archive import card_again
    from reports.papers import paper

    found = shop.letters.one(print_)
    people = shop.customers.several([found[0].customer]) if found else []
    if found is None or not people:
        return None
    (written, filed), (one,) = found, people
    day = words.date(shop_date(written.at, shop.settings.read().zone), "long")
    letter = letter_called(written.letter, words)
    return KeptCard(
        print=print_,
        name=one.name,
        head=words("{letter}, {day}", letter=letter, day=day),
        text=written.text,
        pdf=card_again(shop, written, filed, one.name),
        card=paper(written.made.paper or "A6").card,
        why=why_not(one),
    )


def print_again(shop: Shop, card: KeptCard, printer: "Printer", report: Report) -> None:
    """She is asked for again at this moment. Raises `NobodyOnTheList` and what the printer says."""
    from io import BytesIO

    found = shop.letters.one(card.print)
    people = shop.customers.several([found[0].customer]) if found else []
    if not people or why_not(people[0]):
        raise NobodyOnTheList(name=card.name, left_out=1)
    printer.put(BytesIO(card.pdf), report)


def save_again(card: KeptCard, path: Path) -> None:
    """Raises `CannotWrite`."""
    from reports.files import whole_file

    with whole_file(path) as file:
        file.write(card.pdf)
