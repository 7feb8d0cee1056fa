"""Several kinds on one sheet: the addresses of a mailing, plain or designed, and other things besides."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, repeat
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.post import NobodyOnTheList
from reports import besides as beside
from reports.besides import Besides
from reports.designed_mailing import designed_pieces
from reports.mail import imprint
from reports.mailing import Mailing, MailingDrawn, Piece, check_pages, facts_of, sheet_called
from reports.promised import NOTHING, Promised
from reports.stock import Stock
from reports.taken import Taken, taken
from resources.words import words_in

if TYPE_CHECKING:
    from reports.cells import Cell

_COPIES, _KIND = 1000, 10**12
_ADDRESS = -1


class Entry(NamedTuple):
    """One label: the address of a `piece`, or a spot of the kind `which` (from 0) of what is besides.

    Its `number` stays its own, whoever of the others gets nothing any more. `name` is whom it is for, ""
    for nobody, and `mark` her sequence mark. A tuple, as there may be a hundred thousand.
    """

    number: int
    name: str
    mark: str = ""
    piece: Piece | None = None
    which: int = _ADDRESS
    spot: int = 0


def entries(pieces: Sequence[Piece], besides: Sequence[Besides]) -> list[Entry]:
    """All that stands on the sheets, in the order of print: the addresses, then one kind after the other."""
    people = _people(pieces)
    found = list(_addresses(pieces))
    for which, one in enumerate(besides):
        for spot in one.spots(people):
            name, mark = people[spot] if one.each else ("", "")
            number = _number(which, spot)
            found.append(Entry(number=number, name=name, mark=mark, which=which, spot=spot))
    return found


def meant_for_nobody(
    pieces: Sequence[Piece], besides: Sequence[Besides], only: Collection[int] | None
) -> list[int]:
    """Coupons that were given out for people who get nothing any more, of the labels with these numbers."""
    people = _people(pieces)
    return [
        coupon
        for which, one in enumerate(besides)
        if one.each
        for spot, coupon in one.given
        if spot not in people and (only is None or _number(which, spot) in only)
    ]


def chosen(found: Sequence[Entry], only: Collection[int] | None) -> list[Entry]:
    """Of them those with these numbers, all where none are said."""
    return [one for one in found if only is None or one.number in only]


def places_of(some: Sequence[Entry], there: Sequence[Entry]) -> frozenset[int]:
    """Where `some` stand now, from 0: the same label for the same people, though their numbers be others."""
    wanted = set(map(_same, some))
    return frozenset(at for at, one in enumerate(there) if wanted and _same(one) in wanted)


def _same(one: Entry) -> tuple[object, ...]:
    if one.piece:
        return (one.piece.ids, one.number % _COPIES)
    return (one.which, one.spot)


def ready(shop: Shop, found: Sequence[Entry], besides: Sequence[Besides]) -> list[Entry]:
    """Without those for which something would have to be given out first."""
    given = [beside.was_given(shop, one, _spots(found, which)) for which, one in enumerate(besides)]
    return [one for one in found if one.piece or one.spot in given[one.which]]


class Mixed(NamedTuple):
    """The labels of a mailing and what is `besides` them, of each kind with what is `promised`."""

    mailing: Mailing
    besides: Sequence[Besides] = ()
    promised: Sequence[Promised] = ()

    @property
    def kinds(self) -> list[tuple[Besides, Promised]]:
        return list(zip(self.besides, self.promised or repeat(NOTHING), strict=False))

    @property
    def numbers(self) -> Mapping[int, str]:
        """Of the cards that are promised, by customer, on whichever label they stand."""
        return {who: number for one in self.promised for who, number in one.numbers.items()}


def promise(shop: Shop, mixed: Mixed, found: Sequence[Entry]) -> Mixed:
    """With the coupons and numbers of cards drawn that are to be printed; `give_out` gives them out."""
    drawn = _drawn(sheet_called(shop, mixed.mailing.stock), mixed.mailing, found)[1]
    promised = [
        beside.promise(shop, one, _spots(drawn, which)) for which, one in enumerate(mixed.besides)
    ]
    return mixed._replace(promised=promised)


def give_out(shop: Shop, mixed: Mixed) -> tuple[Besides, ...]:
    """Issues what is promised. Raises `CodeTaken`, `AlreadyTaken` and `UnknownCustomer`."""
    return tuple(beside.give_out(shop, one, promised) for one, promised in mixed.kinds)


def draw_mixed(
    shop: Shop,
    mixed: Mixed,
    found: Sequence[Entry],
    to: BinaryIO,
    report: Report = unheard,
) -> MailingDrawn:
    """Writes all of it as a PDF. Raises `NobodyOnTheList`, `NotInPrinting` and what a label refuses."""
    from reports.cells import draw_cells

    if not found:
        raise NobodyOnTheList(name="", left_out=0)
    sheet = sheet_called(shop, mixed.mailing.stock)
    lie, drawn = _drawn(sheet, mixed.mailing, found)
    cells = list(_cells(shop, mixed, sheet, drawn))
    settings = shop.settings.read()
    said = imprint(words_in(settings.language)("Labels"), settings)
    return MailingDrawn(
        pieces=len(cells),
        pages=len(lie.gone),
        cautions=draw_cells(cells, sheet, lie.gone, to, report, imprint=said),
        used=lie.used,
        page=sheet.page,
    )


def _addresses(pieces: Sequence[Piece]) -> Iterator[Entry]:
    copies: Counter[int] = Counter()
    for piece in pieces:
        place = piece.numbers[0]
        copies[place] += 1
        number = place * _COPIES + copies[place]
        yield Entry(number=number, name=piece.name, mark=piece.mark, piece=piece)


def _people(pieces: Sequence[Piece]) -> dict[int, tuple[str, str]]:
    """By customer what she is called and her mark; those who live together have each their own."""
    return {
        who: (name, str(number))
        for piece in pieces
        for who, name, number in zip(piece.ids, piece.names, piece.numbers, strict=True)
    }


def _number(which: int, spot: int) -> int:
    return -(which + 1) * _KIND - spot


def _spots(found: Sequence[Entry], which: int) -> list[int]:
    return [one.spot for one in found if one.which == which]


def _drawn(sheet: Stock, mailing: Mailing, found: Sequence[Entry]) -> tuple[Taken, list[Entry]]:
    """Where they lie, and those that are on the pages which are asked for."""
    lie = taken(sheet, mailing.sheets, len(found), mailing.pages)
    check_pages(mailing, len(lie.pages))
    return lie, [found[at] for at in lie.which]


def _cells(shop: Shop, mixed: Mixed, sheet: Stock, drawn: Sequence[Entry]) -> "Iterator[Cell]":
    from reports.marked import Marked

    sequence, numbers = mixed.mailing.sequence, mixed.numbers
    for which, grouped in groupby(drawn, key=lambda one: one.which):
        group = list(grouped)
        if which == _ADDRESS:
            pieces = [one.piece for one in group if one.piece]
            yield from _address_cells(shop, mixed, sheet, pieces)
            continue
        one, promised = mixed.kinds[which]
        filled = Promised(coupons=promised.coupons, numbers=numbers)
        cells = beside.cells(shop, one, [entry.spot for entry in group], filled)
        for entry in group:
            if cell := cells.get(entry.spot):
                yield Marked(cell=cell, mark=entry.mark) if sequence and entry.mark else cell


def _address_cells(
    shop: Shop, mixed: Mixed, sheet: Stock, pieces: Sequence[Piece]
) -> "Iterator[Cell]":
    from reports.labels import AddressCell
    from reports.marked import Marked

    mailing = mixed.mailing
    if not mailing.design:
        for piece in pieces:
            yield AddressCell(facts_of(piece, mailing), sheet)
        return
    promised = Promised(numbers=mixed.numbers)
    cells = designed_pieces(shop, mailing.design, pieces, promised)
    for piece, cell in zip(pieces, cells, strict=True):
        yield Marked(cell=cell, mark=piece.mark) if mailing.sequence else cell
