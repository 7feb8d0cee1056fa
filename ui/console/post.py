"""The commands for the post: address labels and envelopes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.people.mail_order import Sort
from app.people.quantities import MOST, quantities
from app.thanks.post import NobodyOnTheList
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.files_out import tell_cautions, written
from ui.console.listed import on_list
from ui.console.options import as_json, note, output, print_json, progress
from ui.console.typed import Mistyped, OneOf, whole

if TYPE_CHECKING:
    from reports.mailing import Addressed, Mailing

_TAG = "tag:"


def _pages(_context: object, _option: object, text: str) -> tuple[int, ...]:
    """`2`, `2,5` or `2-4`."""
    pages: list[int] = []
    for part in filter(None, text.replace(" ", "").split(",")):
        first, dash, last = part.partition("-")
        is_page = first.isdecimal() and (last.isdecimal() or not dash)
        if not is_page or not 1 <= int(first) <= int(last or first):
            raise Mistyped(mark("“{text}” is not a page such as 2 or 2-4."), text=part)
        pages += range(int(first), min(int(last or first), int(first) + MOST) + 1)
    return tuple(pages)


def _quantity(_context: object, _option: object, text: str | None) -> str | None:
    if text is not None and not text.removeprefix(_TAG).strip():
        raise Mistyped(mark("The tag has a name, such as tag:labels."))
    return text


_OPTIONS = (
    click.option(
        "--to", "to_list", metavar="LIST", default="all", help=mark("For whom: the name of a list.")
    ),
    click.option(
        "--sort",
        type=OneOf([one.value for one in Sort]),
        default=Sort.LIST.value,
        help=mark("The order: as the list, or by country, post code or name."),
    ),
    click.option("--household", is_flag=True, help=mark("One for all who live together.")),
    click.option("--copies", type=whole(1, MOST), default=1, help=mark("How many for each.")),
    click.option(
        "--quantity",
        callback=_quantity,
        metavar="tag:NAME",
        help=mark("How many is the number behind that tag, as in “labels 3”; without it --copies."),
    ),
    click.option(
        "--sequence", is_flag=True, help=mark("A small number, the same on card and envelope.")
    ),
    click.option(
        "--pages",
        callback=_pages,
        default="",
        metavar="N,N-M",
        help=mark("Only these pages again."),
    ),
)


def _mailing_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(help=mark("Writes address labels for everybody on a list."))
@click.option(
    "--stock",
    required=True,
    help=mark(
        "The sheet's number, such as L7160 or 5160, or a gLabels file: FILE.xml or FILE.xml#NAME."
    ),
)
@click.option("--start", type=whole(1), default=1, help=mark("The first free label."))
@click.option(
    "--design",
    default="",
    metavar="NAME",
    help=mark("A label design of your own, instead of the plain address."),
)
@_mailing_options
@output(".pdf")
@pass_counter
def labels(counter: Counter, /, start: int, to: Path, **asked: Any) -> None:
    from reports.designed_mailing import design_called
    from reports.labels import from_label
    from reports.mailing import sheet_called

    gone = from_label(sheet_called(counter.shop, asked["stock"]), start)
    design = design_called(counter.shop, asked["design"]) if asked["design"] else None
    _put_out(counter, to, asked, sheets=gone, stock=asked["stock"], design=design)


@click.command(help=mark("Writes an envelope for everybody on a list."))
@click.option("--size", required=True, help=mark("DL, C6, C5, B6, #10 or 6 3/4."))
@click.option("--no-return", is_flag=True, help=mark("Leaves the shop's own address off."))
@click.option("--postage", is_flag=True, help=mark("Draws a frame where the stamp goes."))
@click.option(
    "--feed",
    default="",
    metavar="EDGE,FACE,GUIDE",
    help=mark(
        "How it goes into the printer: long or short (or top, bottom, left, right) edge first,"
        " face up or down, centre, guide-left or guide-right where the page is A4 or Letter."
    ),
)
@_mailing_options
@output(".pdf")
@pass_counter
def envelopes(counter: Counter, /, to: Path, **asked: Any) -> None:
    from reports.envelope_feed import feed_of
    from reports.envelopes import envelope_called

    _put_out(
        counter,
        to,
        asked,
        envelope=envelope_called(asked["size"]),
        feed=feed_of(asked["feed"]),
        return_address=not asked["no_return"],
        postage_box=asked["postage"],
    )


def _put_out(counter: Counter, to: Path, asked: dict[str, Any], /, **paper: Any) -> None:
    from reports.mailing import addressed, draw_pieces

    shop = counter.shop
    ids = on_list(counter, asked["to_list"])
    mailing = _mailing(counter, ids, asked, paper)
    found = addressed(shop, mailing)
    _tell(counter, found)
    if not found.pieces:
        raise NobodyOnTheList(name=asked["to_list"], left_out=len(found.left_out))
    title = counter.words("Envelopes") if mailing.envelope else counter.words("Address labels")
    with written(counter, to) as file:
        drawn = draw_pieces(shop, mailing, found.pieces, file, progress(title))
    tell_cautions(counter, drawn.cautions)


def _mailing(
    counter: Counter, ids: Sequence[int], asked: dict[str, Any], paper: dict[str, Any]
) -> "Mailing":
    from reports.mailing import Mailing

    counts: dict[int, int] = {}
    if tag := (asked["quantity"] or "").removeprefix(_TAG):
        counts = quantities(counter.shop.book, ids, tag)
    return Mailing(
        ids=tuple(ids),
        sort=Sort(asked["sort"]),
        per_household=asked["household"],
        copies=asked["copies"],
        quantities=counts,
        sequence=asked["sequence"],
        pages=asked["pages"],
        **paper,
    )


def _tell(counter: Counter, found: "Addressed") -> None:
    """Who is left out, and of whom the address lacks something, before anything is printed."""
    from reports.mailing_words import lacking
    from reports.sentences import left_out

    for one in found.left_out:
        note(left_out(one.customer.name, one.why, counter.words))
    for lack in found.incomplete:
        note(lacking(lack, counter.words))


@click.command(help=mark("Tells whose address lacks something that its post wants."))
@click.option(
    "--to", "to_list", metavar="LIST", default="all", help=mark("Whose: the name of a list.")
)
@as_json
@pass_counter
def addresses(counter: Counter, /, to_list: str, as_json: bool) -> None:
    from reports.mailing import Mailing, addressed
    from reports.mailing_words import lacking

    ids = on_list(counter, to_list)
    found = addressed(counter.shop, Mailing(ids=tuple(ids))).incomplete
    if as_json:
        print_json(
            [{"id": one.customer, "name": one.name, "missing": one.missing} for one in found]
        )
        return
    for one in found:
        click.echo(lacking(one, counter.words))
