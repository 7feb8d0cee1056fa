"""Makes a bought thing out of each row of a till's file: when, who, what for how much."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from app.loyalty.exchange.amounts import read_amount, read_quantity
from app.loyalty.exchange.columns import is_given_back
from app.loyalty.exchange.moments import Moments, cell
from app.loyalty.exchange.opening import Opened
from app.people.exchange.lists import EVERY
from app.people.exchange.problems import Doubt, Problem, Reason, cut_to_show
from app.people.exchange.sheets import Cell
from app.people.exchange.values import number_text, text_of
from app.progress import Report
from app.values import value

ONE = 1000
"""Thousandths of one piece."""
LONGEST = 200


@value
class Bought:
    """One row. `total` in minor units, negative when it came back; `clock` is local, noon if unknown.

    `priced` is what the price comes to, None where the row tells none; without `is_told` the total is that.
    `buyers` are the texts of the columns that say who, each with its place among those columns.
    """

    number: int
    day: str
    clock: str
    total: int
    thousandths: int
    item: str
    category: str
    receipt: str
    buyers: tuple[tuple[int, str], ...]
    priced: int | None = None
    is_told: bool = True


def read_bought(
    opened: Opened, currency: str, zone: ZoneInfo, report: Report
) -> Iterator[Bought | tuple[Problem, ...]]:
    """The rows below the header, wholly blank ones left out; one that is no sale gives its problems."""
    reading = _Reading(opened, currency, zone)
    for count, (number, cells) in enumerate(opened.sheet.rows()):
        if count % EVERY == 0:
            report(number, opened.sheet.height)
        if number > opened.columns.last_header and any(map(text_of, cells)):
            yield reading.read(number, cells)


class _Reading:
    """Knows where each field stands and how the days of the file are written."""

    def __init__(self, opened: Opened, currency: str, zone: ZoneInfo) -> None:
        self._at = {name: opened.column(name) for name in _PLAIN}
        self._buyers = [at for at, _ in opened.people]
        self._currency, self._moments = currency, Moments(opened, zone)

    def read(self, number: int, cells: Sequence[Cell]) -> Bought | tuple[Problem, ...]:
        raw = {name: cell(cells, at) for name, at in self._at.items()}
        is_told, priced = bool(text_of(raw["total"])), self._priced(raw)
        when, total = self._moments.read(cells), self._total(raw, priced)
        problems = tuple(_doubted(number, raw, when, total))
        if problems or isinstance(when, Doubt) or total is None:
            return problems
        said = text_of(raw["quantity"])
        thousandths = (read_quantity(raw["quantity"]) if said else ONE) or ONE
        is_back = thousandths < 0 or is_given_back(text_of(raw["kind"]))
        return Bought(
            number=number,
            day=when[0],
            clock=when[1],
            # Some tills write what came back as pieces below nothing, or say it in words alone.
            total=-abs(total) if is_back else total,
            thousandths=abs(thousandths),
            item=text_of(raw["item"])[:LONGEST],
            category=text_of(raw["category"])[:LONGEST],
            receipt=number_text(raw["receipt"])[:LONGEST],
            buyers=named(cells, self._buyers),
            priced=-abs(priced) if is_back and priced is not None else priced,
            is_told=is_told,
        )

    def _total(self, raw: dict[str, Cell], priced: int | None) -> int | None:
        """The price of so many pieces, where the row tells no total."""
        if text_of(raw["total"]) or not text_of(raw["price"]):
            return read_amount(raw["total"], self._currency)
        return priced

    def _priced(self, raw: dict[str, Cell]) -> int | None:
        if not text_of(raw["price"]):
            return None
        price = read_amount(raw["price"], self._currency)
        pieces = read_quantity(raw["quantity"]) if text_of(raw["quantity"]) else ONE
        if price is None or pieces is None:
            return None
        return (2 * price * pieces + ONE) // (2 * ONE)


_PLAIN = ("total", "price", "quantity", "item", "category", "receipt", "kind")


def named(cells: Sequence[Cell], columns: Sequence[int]) -> tuple[tuple[int, str], ...]:
    """What stands in the columns that say who, each with its place among them."""
    texts = (number_text(cell(cells, at))[:LONGEST] for at in columns)
    return tuple((place, text) for place, text in enumerate(texts) if text)


def _doubted(
    number: int, raw: dict[str, Cell], when: tuple[str, str] | Doubt, total: int | None
) -> Iterator[Problem]:
    """Why a row is no sale: a day or an amount that cannot be read."""
    if isinstance(when, Doubt):
        yield problem(number, "date", when)
    if total is None:
        said = text_of(raw["total"]) or text_of(raw["price"])
        yield problem(number, "total", Doubt(value=said, reason=Reason.BAD_AMOUNT))
    said = text_of(raw["quantity"])
    if said and read_quantity(raw["quantity"]) is None:
        yield problem(number, "quantity", Doubt(value=said, reason=Reason.BAD_AMOUNT))


def problem(number: int, field: str, doubt: Doubt) -> Problem:
    return Problem(
        row=number,
        field=field,
        value=cut_to_show(doubt.value),
        reason=doubt.reason,
        facts=doubt.facts,
    )
