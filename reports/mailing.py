"""One order for post: to whom, on which labels or envelopes, in which order and how often."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, BinaryIO

from app.errors import ShopError
from app.keeping.settings import Settings
from app.people.addresses import Incomplete, incomplete
from app.people.customer import Customer
from app.people.households import homes, name_at_home
from app.people.mail_order import Sort, in_mail_order
from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.post import LeftOut, NobodyOnTheList, Why, recipients
from reports.address_block import LabelFacts
from reports.cautions import Caution
from reports.designed_mailing import asks_for_address
from reports.envelope_feed import EnvelopeFeed, feed_of
from reports.envelopes import (
    ENVELOPES,
    Envelope,
    EnvelopeFacts,
    draw_envelopes,
    envelope_called,
    page_of,
    zone_of,
)
from reports.glabels import is_template, template
from reports.mail import imprint, is_abroad, label_lines, language_of, sender_lines
from reports.papers import Size
from reports.shop_stock import stock_of
from reports.stock import Stock
from reports.taken import taken
from resources.words import words_in


class NoSuchPage(ShopError):
    """None of the `asked` pages is in the print, which has `pages`."""


__all__ = [
    "Addressed",
    "EnvelopeFeed",
    "Mailing",
    "MailingDrawn",
    "Piece",
    "Sort",
    "addressed",
    "as_json",
    "draw_mailing",
    "draw_pieces",
    "from_json",
    "sheet_called",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """To the customers `ids`, on the sheet `stock` or in the `envelope` of that name.

    `quantities` are by customer, in place of `copies`; `sheets` what is gone of the sheets fed first; of
    `pages`, counted from 1, only these are made again. `design` is a label design of the owner's.
    """

    ids: tuple[int, ...]
    stock: str = ""
    envelope: str = ""
    sort: Sort = Sort.LIST
    per_household: bool = False
    copies: int = 1
    quantities: Mapping[int, int] = field(default_factory=dict)
    sequence: bool = False
    sheets: tuple[frozenset[int], ...] = ()
    return_address: bool = True
    postage_box: bool = False
    feed: EnvelopeFeed = EnvelopeFeed()  # noqa: RUF009 - it never changes
    design: int | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One label or envelope: for whom (a household are several), and where they stand in the list, from 1.

    `names` are those of each, `name` is what they are called together.
    """

    ids: tuple[int, ...]
    names: tuple[str, ...]
    name: str
    lines: tuple[str, ...]
    language: str
    numbers: tuple[int, ...]
    is_abroad: bool

    @property
    def mark(self) -> str:
        """The sequence mark, the same on her card, envelope and label: `12`; of a household `12+13`."""
        return "+".join(map(str, self.numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressed:
    """All `pieces` in the order in which they are printed, copies one behind the other.

    Of the `incomplete` some are printed all the same; who is `left_out` is not.
    """

    pieces: tuple[Piece, ...]
    incomplete: tuple[Incomplete, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailingDrawn:
    """What came out; `used` are the labels taken of each sheet in turn, `page` is in millimetres."""

    pieces: int
    pages: int
    cautions: tuple[Caution, ...]
    used: tuple[frozenset[int], ...]
    page: Size


def as_json(mailing: Mailing) -> dict[str, Any]:
    """The order as numbers and text, for the queue to keep."""
    plain = {one.name: getattr(mailing, one.name) for one in fields(mailing)}
    return plain | {
        "ids": list(mailing.ids),
        "sort": mailing.sort.value,
        "quantities": {str(who): count for who, count in mailing.quantities.items()},
        "sheets": [sorted(gone) for gone in mailing.sheets],
        "feed": ",".join(mailing.feed.words()),
        "pages": list(mailing.pages),
    }


def from_json(kept: Mapping[str, Any]) -> Mailing:
    """The order that `as_json` wrote; what it does not know is as usual."""
    known = {one.name: kept[one.name] for one in fields(Mailing) if one.name in kept}
    rich: dict[str, Any] = {
        "ids": tuple(kept["ids"]),
        "sort": Sort(kept.get("sort", Sort.LIST)),
        "quantities": {int(who): count for who, count in kept.get("quantities", {}).items()},
        "sheets": tuple(frozenset(gone) for gone in kept.get("sheets", ())),
        "feed": feed_of(kept.get("feed", "")),
        "pages": tuple(kept.get("pages", ())),
    }
    return Mailing(**known | rich)


def addressed(shop: Shop, mailing: Mailing) -> Addressed:
    """Who gets a piece and what stands on it, by the book as it is now."""
    settings = shop.settings.read()
    people = shop.customers.several(mailing.ids)
    is_post = mailing.design is None or asks_for_address(shop, mailing.design)
    divided = recipients(people, needs_address=is_post)
    lived = (
        homes(divided.chosen, settings.language, settings.country)
        if mailing.per_household
        else [(one,) for one in divided.chosen]
    )
    of_shop = (settings.country, settings.language)
    ordered = in_mail_order(lived, lambda home: home[0], mailing.sort, of_shop)
    silent = {one.customer.id for one in divided.left_out if one.why is not Why.NO_ADDRESS}
    asked = (one for one in people if is_post and one.id not in silent)
    checked = (incomplete(one, settings.country) for one in asked)
    return Addressed(
        pieces=tuple(_pieces(ordered, mailing, settings)),
        incomplete=tuple(filter(None, checked)),
        left_out=divided.left_out,
    )


def sheet_called(shop: Shop, name: str) -> Stock:
    """The shop's sheet of that name, or one out of a gLabels file. Raises what either may."""
    return template(name) if is_template(name) else stock_of(shop, name)


def draw_mailing(
    shop: Shop, mailing: Mailing, to: BinaryIO, report: Report = unheard
) -> MailingDrawn:
    """Writes the order as a PDF. Raises `NobodyOnTheList` and what its paper may refuse."""
    found = addressed(shop, mailing)
    if not found.pieces:
        raise NobodyOnTheList(name="", left_out=len(found.left_out))
    return draw_pieces(shop, mailing, found.pieces, to, report)


def draw_pieces(
    shop: Shop, mailing: Mailing, pieces: Sequence[Piece], to: BinaryIO, report: Report = unheard
) -> MailingDrawn:
    """The same of what `addressed` answered."""
    settings = shop.settings.read()
    if mailing.envelope:
        return _in_envelopes(settings, mailing, pieces, to, report)
    if mailing.design:
        from reports.mixed_sheet import Mixed, draw_mixed, entries

        return draw_mixed(shop, Mixed(mailing), entries(pieces, ()), to, report)
    sheet = sheet_called(shop, mailing.stock)
    return _on_labels(settings, mailing, sheet, pieces, to, report)


def _pieces(
    lived: Sequence[Sequence[Customer]], mailing: Mailing, settings: Settings
) -> Iterator[Piece]:
    place = {who: at for at, who in reversed(list(enumerate(mailing.ids, 1)))}
    for home in lived:
        first, ids = home[0], tuple(one.id for one in home)
        name = name_at_home(home, settings.language)
        piece = Piece(
            ids=ids,
            names=tuple(one.name for one in home),
            name=first.name if len(home) == 1 else name,
            lines=label_lines(first, settings, name=name if len(home) > 1 else ""),
            language=language_of(first, settings),
            numbers=tuple(place[who] for who in ids),
            is_abroad=is_abroad(first, settings),
        )
        counts = [mailing.quantities[who] for who in ids if who in mailing.quantities]
        yield from [piece] * max(counts, default=mailing.copies)


def facts_of(piece: Piece, mailing: Mailing) -> LabelFacts:
    """What stands on a label or an envelope."""
    return LabelFacts(
        name_for_warnings=piece.name,
        lines=piece.lines,
        language=piece.language,
        mark=piece.mark if mailing.sequence else "",
    )


def _on_labels(
    settings: Settings,
    mailing: Mailing,
    sheet: Stock,
    pieces: Sequence[Piece],
    to: BinaryIO,
    report: Report,
) -> MailingDrawn:
    from reports.labels import draw_labels

    lie = taken(sheet, mailing.sheets, len(pieces), mailing.pages)
    check_pages(mailing, len(lie.pages))
    said = imprint(words_in(settings.language)("Address labels"), settings)
    facts = [facts_of(pieces[at], mailing) for at in lie.which]
    return MailingDrawn(
        pieces=len(facts),
        pages=len(lie.gone),
        cautions=draw_labels(facts, sheet, lie.gone, to, report, imprint=said),
        used=lie.used,
        page=sheet.page,
    )


def check_pages(mailing: Mailing, pages: int) -> None:
    """Raises `NoSuchPage` where none of the pages that are wanted again is there."""
    if mailing.pages and min(mailing.pages) > pages:
        raise NoSuchPage(asked=mailing.pages, pages=pages)


def _in_envelopes(
    settings: Settings, mailing: Mailing, pieces: Sequence[Piece], to: BinaryIO, report: Report
) -> MailingDrawn:
    name = envelope_called(mailing.envelope)
    on = Envelope(
        name=name,
        size=ENVELOPES[name],
        zone=zone_of(name, settings.country),
        feed=mailing.feed,
        postage_box=mailing.postage_box,
    )
    check_pages(mailing, len(pieces))
    chosen = [
        one for page, one in enumerate(pieces, 1) if not mailing.pages or page in mailing.pages
    ]
    facts = [_envelope(one, mailing, settings) for one in chosen]
    said = imprint(words_in(settings.language)("Envelopes"), settings)
    cautions = draw_envelopes(facts, on, to, report, imprint=said)
    return MailingDrawn(
        pieces=len(facts), pages=len(facts), cautions=cautions, used=(), page=page_of(on)
    )


def _envelope(piece: Piece, mailing: Mailing, settings: Settings) -> EnvelopeFacts:
    sender = sender_lines(settings, abroad=piece.is_abroad) if mailing.return_address else ()
    return EnvelopeFacts(
        to=facts_of(piece, mailing), sender=sender, sender_language=settings.language
    )
