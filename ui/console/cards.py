"""The command that writes cards by hand for everybody on a list."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.people.customer import Customer
from app.thanks.composing import Composed, Fact
from app.thanks.doubts import Doubt
from app.thanks.fields import FIELDS
from app.thanks.letters import letter_kind
from app.thanks.lists import people_on
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.files_out import tell_cautions, written
from ui.console.listed import people
from ui.console.options import note, on_day, output, progress
from ui.console.typed import Mistyped, any_whole, day, figure

if TYPE_CHECKING:
    from app.thanks.filed import Filed
    from reports.cards import CardFacts, Drawn
    from reports.papers import Paper


_LIKE_A_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def _facts(_context: object, _option: object, given: Sequence[str]) -> dict[str, Fact]:
    """`FIELD=TEXT` as fields of letters; a day such as 2026-12-05 is put into each person's language."""
    pairs = [text.partition("=") for text in given]
    for name, equals, _value in pairs:
        if name.strip() not in FIELDS:
            said = mark("“{text}” is not a field of a letter, such as event or coupon.")
            raise Mistyped(said, text=name.strip())
        if not equals:
            raise Mistyped(
                mark("“{text}” is a field without its text, as in event=Easter."), text=name
            )
    return {name.strip(): _fact(value.strip()) for name, _, value in pairs}


def _fact(text: str) -> Fact:
    if _LIKE_A_DAY.fullmatch(text):
        return day(text)
    return int(text) if text.isdecimal() and not text.startswith("0") else text


@click.command(help=mark("Writes a card for everybody on a list."))
@click.option("--letter", required=True, help=mark("Which letter, such as birthday or thank_you."))
@click.option("--to", "to_list", metavar="LIST", help=mark("For whom: the name of a list."))
@click.option("--paper", default="A6", help="A6, A6x2, A6x4, A5, DL, 10x15, 5x7in, A5fold.")
@click.option(
    "--hand", help=mark("Caveat, Zeyada, Kalam, Dancing Script, Pacifico, Amatic SC, or your own.")
)
@click.option(
    "--ink", default="blue", help=mark("blue, black, brown, pencil, or solid for laser printers.")
)
@click.option("--amount", type=figure(0, 2), default=0.8, help=mark("0 steady to 2 lively."))
@click.option("--unsigned", is_flag=True, help=mark("Leaves the owner's drawn signature off."))
@click.option(
    "--sequence", is_flag=True, help=mark("A small number, the same on envelope and label.")
)
@click.option(
    "--seed",
    metavar="N",
    type=any_whole,
    default=0,
    help=mark("Another number writes every card anew."),
)
@click.option(
    "--fact",
    "facts",
    multiple=True,
    callback=_facts,
    metavar="FIELD=TEXT",
    help=mark("What the letter has to say, such as event_date=2026-12-05."),
)
@on_day
@output(".pdf")
@pass_counter
def cards(counter: Counter, /, **asked: Any) -> None:
    _write_cards(counter, _Cards(**asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cards:
    """What was asked for on the command line."""

    letter: str
    to_list: str | None
    paper: str
    hand: str | None
    ink: str
    amount: float
    unsigned: bool
    sequence: bool
    seed: int
    facts: Mapping[str, Fact]
    on: date | None
    to: Path


def _write_cards(counter: Counter, asked: _Cards) -> None:
    from app.thanks.heard import APOLOGY
    from reports import papers
    from reports.letter_coupons import Along, tied_coupons, told_alone, with_codes
    from reports.mail import card_facts, made_of
    from reports.owned import owned

    shop, sheet, kind = counter.shop, papers.paper(asked.paper), letter_kind(asked.letter)
    style = owned(shop).style(asked.hand, asked.ink, asked.amount, signed=not asked.unsigned)
    to_list = asked.to_list or kind.to
    chosen = people(counter, to_list, asked.on)
    brings = {*shop.letter_offers.all(), APOLOGY}
    is_tied = kind.name in brings and "coupon" not in asked.facts
    day = shop.asked(asked.on).on
    along = Along(shop, tied_coupons(shop, kind.name, chosen, day, drawn=True) if is_tied else {})
    alone = told_alone(along.coupons, chosen, shop.settings.read())
    letters = shop.letters.compose(
        chosen, kind.name, day, seed=asked.seed, facts=asked.facts, alone=alone
    )
    cards = with_codes(card_facts(letters, style, seed=asked.seed), letters, along.coupons)
    if asked.sequence:
        cards = _in_sequence(counter, cards, chosen, (to_list, asked.on))
    mades = [made_of(one, sheet.name) for one in cards]

    def keep(filed: Sequence["Filed"]) -> None:
        along.give()
        shop.letters.keep(list(zip(letters, mades, strict=True)), filed, along.told())

    tell_cautions(counter, _put_out(counter, cards, sheet, asked.to, keep).cautions)
    _tell_unsaid(counter, letters)


def _in_sequence(
    counter: Counter,
    cards: Sequence["CardFacts"],
    chosen: Sequence[Customer],
    listed: tuple[str, date | None],
) -> list["CardFacts"]:
    """Each with its place on the list, as `labels` and `envelopes` count them."""
    from reports.mail import marked

    name, on = listed
    order = people_on(counter.shop.book, name, counter.shop.asked(on))
    return marked(cards, [one.id for one in chosen], order)


def _put_out(
    counter: Counter,
    cards: Sequence["CardFacts"],
    sheet: "Paper",
    to: Path,
    keep: Callable[[Sequence["Filed"]], object],
) -> "Drawn":
    """Writes the file, and keeps a copy of it in the shop's folder.

    What cannot be written is not written down by `keep`, nor are its coupons issued, and the other way round.
    """
    from reports.archive import filing
    from reports.cards import draw_cards
    from reports.files import pour, scratch_file
    from reports.mail import imprint

    shop, title = counter.shop, counter.words("Cards")
    with scratch_file() as document:
        said = imprint(title, shop.settings.read())
        drawn = draw_cards(cards, sheet, document, progress(title), imprint=said)
        with shop.undo.if_all_goes_well() as do, written(counter, to) as file:
            pour(document, file, to)
            with filing(document, shop.folder, drawn.places, shop.today()) as filed:
                do(lambda: keep(filed))
    return drawn


def _tell_unsaid(counter: Counter, letters: Sequence[Composed]) -> None:
    """Whose letter lacks a fact that `--fact` would have told."""
    from reports.sentences import doubt

    for letter in letters:
        for one in letter.doubts:
            if one.what is Doubt.UNSAID:
                note(doubt(one, letter.name, counter.words))
