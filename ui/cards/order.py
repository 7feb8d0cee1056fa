"""What happens when cards or labels are ordered: written, printed or saved, and written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from app.keeping.settings import Settings
from app.people.customer import Customer
from app.progress import Report
from app.shop import Shop
from app.thanks.composing import Composed
from app.thanks.post import NobodyOnTheList, why_not
from app.thanks.written import Made

if TYPE_CHECKING:
    from reports.cautions import Caution


class Printer(Protocol):
    """Puts a document on paper, page by page at its exact size."""

    def put(self, pdf: bytes, report: Report) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOrder:
    """Cards for these people; `title` is what the document says of itself."""

    ids: tuple[int, ...]
    letter: str
    paper: str
    on: date
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelOrder:
    """Labels for these people, from label `start` of the first sheet."""

    ids: tuple[int, ...]
    stock: str
    start: int
    title: str


Order = CardOrder | LabelOrder
ToWhom = tuple[Sequence[Customer], Sequence[Composed]]
"""The people, and for cards the letter to each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many came out, and the names of those whose text wants a look."""

    n: int
    to_look_at: tuple[str, ...] = ()


def printed(shop: Shop, order: Order, printer: Printer, report: Report) -> Came:
    """Raises `CardTooLong`, `LabelTooLong`, `NobodyOnTheList` and what the printer has to say."""
    people, file = _recipients(shop, order), BytesIO()
    letters = _letters(shop, order, people)
    # Writing goes fast and the printer slowly: only the printer's progress is worth telling.
    came = _write(shop, order, (people, letters), file, lambda _done, _total: report(0, 0))
    printer.put(file.getvalue(), report)
    shop.letters.keep(letters, _made(order))
    return came


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """Raises `CardTooLong`, `LabelTooLong`, `NobodyOnTheList` and `CannotWrite`."""
    from reports.files import whole_file

    people = _recipients(shop, order)
    letters = _letters(shop, order, people)
    with whole_file(path) as file:
        came = _write(shop, order, (people, letters), file, report)
    shop.letters.keep(letters, _made(order))
    return came


def _recipients(shop: Shop, order: Order) -> list[Customer]:
    """Asked again now: somebody may have died or said no since the list was made."""
    needs_address = isinstance(order, LabelOrder)
    people = shop.customers.several(order.ids)
    written_to = [one for one in people if why_not(one, needs_address=needs_address) is None]
    if not written_to:
        raise NobodyOnTheList(name=order.title, left_out=len(order.ids))
    return written_to


def _letters(shop: Shop, order: Order, people: Sequence[Customer]) -> list[Composed]:
    """What the cards say; labels say nothing."""
    if not isinstance(order, CardOrder):
        return []
    return shop.letters.compose(people, order.letter, order.on)


def _made(order: Order) -> Made:
    return Made(paper=order.paper) if isinstance(order, CardOrder) else Made()


def _write(shop: Shop, order: Order, to_whom: ToWhom, to: BinaryIO, report: Report) -> Came:
    settings = shop.settings.read()
    people, letters = to_whom
    if isinstance(order, CardOrder):
        cautions = _write_cards(order, letters, settings, to, report)
    else:
        cautions = _write_labels(order, people, settings, to, report)
    return Came(n=len(people), to_look_at=tuple(dict.fromkeys(one.name for one in cautions)))


def _write_cards(
    order: CardOrder, letters: Sequence[Composed], settings: Settings, to: BinaryIO, report: Report
) -> Sequence["Caution"]:
    from reports.cards import draw_cards
    from reports.mail import card_facts, imprint
    from reports.papers import paper

    said = imprint(order.title, settings)
    return draw_cards(card_facts(letters), paper(order.paper), to, report, imprint=said)


def _write_labels(
    order: LabelOrder, people: Sequence[Customer], settings: Settings, to: BinaryIO, report: Report
) -> Sequence["Caution"]:
    from reports.labels import draw_labels
    from reports.mail import imprint, label_facts
    from reports.stock import stock

    facts, said = label_facts(people, settings), imprint(order.title, settings)
    return draw_labels(facts, stock(order.stock), order.start, to, report, imprint=said)
