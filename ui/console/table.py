"""The commands for what stands on the table: place cards, menus, table numbers."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from app.progress import unheard
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.files_in import content
from ui.console.files_out import tell_cautions, written
from ui.console.listed import on_list
from ui.console.options import output, progress
from ui.console.typed import Mistyped, any_whole, file_path, whole

if TYPE_CHECKING:
    from reports.hand.style import Style

_design = click.option(
    "--design", default="", help=mark("calm, colour, ticket, garden, cafe or certificate.")
)
_hand = click.option("--hand", help=mark("The hand, as for cards."))
_ink = click.option("--ink", default="blue", help=mark("The ink, as for cards."))
_MOST_COPIES = 1000


@click.command(
    "place-cards",
    help=mark(
        "Writes place cards to fold, a name by hand on both sides. For a list, and for guests by name."
    ),
)
@click.option("--to", "to_list", metavar="LIST", help=mark("For whom: the name of a list."))
@click.option("--name", "names", multiple=True, help=mark("A guest by name; may be said again."))
@click.option(
    "--names",
    "file",
    type=file_path,
    metavar="FILE",
    help=mark("A file with a guest on each line."),
)
@click.option(
    "--first-names", is_flag=True, help=mark("Of people in the book only the first name.")
)
@click.option("--paper", default="", help=mark("A4x4 (100 by 50 mm) or A4x6 (100 by 45 mm)."))
@click.option(
    "--seed",
    metavar="N",
    type=any_whole,
    default=0,
    help=mark("Another number writes all of them anew."),
)
@_design
@_hand
@_ink
@output(".pdf")
@pass_counter
def place_cards(counter: Counter, /, to_list: str | None, to: Path, **asked: Any) -> None:
    from reports.dress import wearing_of
    from reports.guest_list import guests
    from reports.mail import imprint
    from reports.place_cards import draw_place_cards, place_card_cautions, place_cards
    from reports.tents import place_card_paper

    typed = [
        *asked["names"],
        *(_text(counter, asked["file"]).splitlines() if asked["file"] else ()),
    ]
    if not to_list and not any(map(str.strip, typed)):
        raise Mistyped(mark("Say for whom: --to LIST, --name NAME or --names FILE."))
    shop, title = counter.shop, counter.words("Place cards")
    tents, settings = place_card_paper(asked["paper"]), shop.settings.read()
    wearing, style = wearing_of(shop, asked["design"]), _style(counter, asked)
    if to_list:
        on_list(counter, to_list)
    people = guests(shop, to_list) if to_list else ()
    cards = place_cards(
        people, typed, settings, style, first_names=asked["first_names"], seed=asked["seed"]
    )
    with written(counter, to) as file:
        said = imprint(title, settings)
        draw_place_cards(cards, wearing, file, progress(title), tents=tents, imprint=said)
    tell_cautions(counter, place_card_cautions(cards))


@click.command(help=mark("Writes a menu. It has courses and dishes, in the shop's design."))
@click.option("--title", default="", help=mark("What stands above it, by hand."))
@click.option(
    "--text",
    "source",
    required=True,
    type=file_path,
    metavar="FILE",
    help=mark('A file: "Starters:" begins a course, "Soup | 4.50 | 1, 9" is a dish.'),
)
@click.option("--note", default="", help=mark("A line beneath everything."))
@click.option("--copies", type=whole(1, _MOST_COPIES), help=mark("How many; else a sheet."))
@click.option("--paper", default="", help=mark("A5, A5x2, DL, DLx3 or A4."))
@_design
@_hand
@_ink
@output(".pdf")
@pass_counter
def menu(counter: Counter, /, title: str, source: Path, to: Path, **asked: Any) -> None:
    from reports.dress import wearing_of
    from reports.mail import imprint
    from reports.menu import draw_menus, menu_cautions, menu_paper, read_menu

    shop = counter.shop
    paper, settings = menu_paper(asked["paper"]), shop.settings.read()
    wearing, style = wearing_of(shop, asked["design"]), _style(counter, asked)
    made = read_menu(title, _text(counter, source), asked["note"], settings.language, style)
    copies = asked["copies"] or len(paper.places)
    with written(counter, to) as file:
        said = imprint(counter.words("Menu"), settings)
        draw_menus(made, copies, wearing, file, paper=paper, imprint=said)
    tell_cautions(counter, menu_cautions(made))


@click.command(
    "table-numbers", help=mark('Writes the numbers of TABLES, such as "1-12, 14, Window".')
)
@click.argument("tables")
@click.option("--by-hand", is_flag=True, help=mark("By hand, not in type."))
@click.option("--paper", default="", help=mark("A6 or A6x2 to fold, or A5 for a stand."))
@_design
@_hand
@_ink
@output(".pdf")
@pass_counter
def table_numbers(counter: Counter, /, tables: str, to: Path, **asked: Any) -> None:
    from reports.dress import wearing_of
    from reports.mail import imprint
    from reports.table_numbers import (
        draw_table_numbers,
        table_cautions,
        table_numbers,
        tables_in,
    )
    from reports.tents import table_number_paper
    from resources.words import words_in

    shop, title = counter.shop, counter.words("Table numbers")
    tents, settings = table_number_paper(asked["paper"]), shop.settings.read()
    wearing = wearing_of(shop, asked["design"])
    style = _style(counter, asked) if asked["by_hand"] or asked["hand"] else None
    numbers = table_numbers(tables_in(tables), words_in(settings.language), style)
    with written(counter, to) as file:
        said = imprint(title, settings)
        draw_table_numbers(numbers, wearing, file, progress(title), tents=tents, imprint=said)
    tell_cautions(counter, table_cautions(numbers))


def _style(counter: Counter, asked: dict[str, Any]) -> "Style":
    from reports.owned import owned

    return owned(counter.shop).style(asked["hand"], asked["ink"], signed=False)


def _text(counter: Counter, file: Path) -> str:
    """What a file or pipe says, whatever program wrote it. Raises `UnreadableFile`."""
    from app.people.exchange.encodings import encoding_of
    from app.people.exchange.errors import UnreadableFile

    language = counter.shop.settings.read().language
    # A pipe says it once, and it is looked at several times.
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "text"
        kept.write_bytes(content(file))
        text = kept.read_text(encoding_of(kept, language, unheard), errors="replace")
    if "\0" in text:
        raise UnreadableFile(name=file.name, why="format")
    return text
