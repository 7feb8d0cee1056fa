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
from app.thanks import prints
from app.thanks.post import NobodyOnTheList, occasion_of, why_not

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many came out, and the names of those whose text wants a look."""

    n: int
    to_look_at: tuple[str, ...] = ()


def printed(shop: Shop, order: Order, printer: Printer, report: Report) -> Came:
    """Raises `CardTooLong`, `LabelTooLong`, `NobodyOnTheList` and what the printer has to say."""
    people, file = _recipients(shop, order), BytesIO()
    # Writing goes fast and the printer slowly: only the printer's progress is worth telling.
    came = _write(shop, order, people, file, lambda _done, _total: report(0, 0))
    printer.put(file.getvalue(), report)
    _record(shop, order, people)
    return came


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """Raises `CardTooLong`, `LabelTooLong`, `NobodyOnTheList` and `CannotWrite`."""
    from reports.files import whole_file

    people = _recipients(shop, order)
    with whole_file(path) as file:
        came = _write(shop, order, people, file, report)
    _record(shop, order, people)
    return came


def _recipients(shop: Shop, order: Order) -> list[Customer]:
    """Asked again now: somebody may have died or said no since the list was made."""
    needs_address = isinstance(order, LabelOrder)
    people = shop.customers.several(order.ids)
    written_to = [one for one in people if why_not(one, needs_address=needs_address) is None]
    if not written_to:
        raise NobodyOnTheList(name=order.title, left_out=len(order.ids))
    return written_to


def _write(
    shop: Shop, order: Order, people: Sequence[Customer], to: BinaryIO, report: Report
) -> Came:
    settings = shop.settings.read()
    if isinstance(order, CardOrder):
        cautions = _write_cards(order, people, settings, to, report)
    else:
        cautions = _write_labels(order, people, settings, to, report)
    return Came(n=len(people), to_look_at=tuple(dict.fromkeys(one.name for one in cautions)))


def _write_cards(
    order: CardOrder, people: Sequence[Customer], settings: Settings, to: BinaryIO, report: Report
) -> Sequence["Caution"]:
    from reports.cards import draw_cards
    from reports.mail import card_facts, imprint
    from reports.papers import paper

    facts = card_facts(people, order.letter, settings, order.on)
    said = imprint(order.title, settings)
    return draw_cards(facts, paper(order.paper), to, report, imprint=said)


def _write_labels(
    order: LabelOrder, people: Sequence[Customer], settings: Settings, to: BinaryIO, report: Report
) -> Sequence["Caution"]:
    from reports.labels import draw_labels
    from reports.mail import imprint, label_facts
    from reports.stock import stock

    facts, said = label_facts(people, settings), imprint(order.title, settings)
    return draw_labels(facts, stock(order.stock), order.start, to, report, imprint=said)


def _record(shop: Shop, order: Order, people: Sequence[Customer]) -> None:
    """Cards are written down with the day they are for; labels are not."""
    if isinstance(order, CardOrder):
        leap_day = shop.settings.read().leap_day
        written = [(one.id, occasion_of(one, order.letter, order.on, leap_day)) for one in people]
        prints.record(shop.book, order.letter, written)
