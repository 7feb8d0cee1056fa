"""The commands that print what customers say, and what they are asked with: poster, results, slips."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from resources.words import LANGUAGES, Words, mark, words_in
from ui.console.counter import Counter, pass_counter
from ui.console.files_out import written
from ui.console.options import output
from ui.console.typed import OneOf, day, in_order, whole

if TYPE_CHECKING:
    from app.voice.shown import Days
    from app.voice.survey import Survey

_since = click.option(
    "--from", "since", type=day, help=mark("The first day; usually of this quarter.")
)
_until = click.option("--to", "until", type=day, help=mark("The last day; usually today."))
_language = click.option(
    "--lang", "language", type=OneOf(list(LANGUAGES)), help=mark("The language it is in.")
)
_MOST_SLIPS = 1000


@click.command(
    help=mark("Writes a poster of how many were satisfied. They must be many, and sure, enough.")
)
@_since
@_until
@click.option("--paper", type=OneOf(["A4", "A3"]), default="A4", help=mark("How large it is."))
@_language
@output(".pdf")
@pass_counter
def poster(
    counter: Counter,
    /,
    since: date | None,
    until: date | None,
    paper: str,
    language: str | None,
    to: Path,
) -> None:
    from app.voice.shown import boast_of
    from reports.wall_poster import draw_wall_poster

    shop = counter.shop
    facts = boast_of(shop.voice, shop.settings.read(), _days(counter, since, until))
    with written(counter, to) as file:
        draw_wall_poster(facts, _words(counter, language), file, paper=paper)


@click.command(help=mark("Writes what customers said, and what came of it."))
@_since
@_until
@_language
@output(".pdf")
@pass_counter
def results(
    counter: Counter, /, since: date | None, until: date | None, language: str | None, to: Path
) -> None:
    from app.voice.shown import results_of
    from reports.results_sheet import draw_results_sheet

    shop, words = counter.shop, _words(counter, language)
    days = _days(counter, since, until)
    facts = results_of(shop.voice, shop.settings.read(), days, words.language)
    with written(counter, to) as file:
        draw_results_sheet(facts, words, file)


@click.command(help=mark("Writes slips of a survey, to be ticked with a pen. Each has its number."))
@click.option("--survey", "key", help=mark("Which survey; usually the one of the counter."))
@click.option(
    "--count", type=whole(1, _MOST_SLIPS), help=mark("How many; usually a sheet of them.")
)
@click.option("--paper", type=OneOf(["A6", "A5", "A4"]), default="A6", help=mark("How large."))
@_language
@output(".pdf")
@pass_counter
def slips(
    counter: Counter,
    /,
    key: str | None,
    count: int | None,
    paper: str,
    language: str | None,
    to: Path,
) -> None:
    from app.voice.shown import slip_sheet
    from app.voice.slips import Slips
    from reports.slips import PAPERS, draw_slips

    shop, survey = counter.shop, _survey(counter, key)
    numbered = Slips(book=shop.book, settings=shop.settings, answers=shop.voice.answers)
    many = count or len(PAPERS[paper].places)
    with written(counter, to) as file, shop.book.atomic():
        facts = slip_sheet(numbered.next_numbers(many), shop.settings.read(), survey)
        draw_slips(facts, _words(counter, language), file, paper=paper)


def _survey(counter: Counter, key: str | None) -> "Survey":
    """The shop's own, else one that is ready to be asked. Raises `UnknownSurvey`."""
    from app.voice.bank import STANDARD, ready_survey, ready_surveys

    surveys, language = counter.shop.voice.surveys, counter.shop.settings.read().language
    if key is None:
        return surveys.for_counter() or ready_survey(STANDARD, language)
    own = {one.key: one for one in surveys.all()}
    if key not in own and key in ready_surveys():
        return ready_survey(key, language)
    return surveys.get(key)


def _days(counter: Counter, since: date | None, until: date | None) -> "Days":
    from app.voice.shown import Days, quarter

    usual = quarter(until or counter.shop.today())
    days = Days(since=since or usual.since, until=usual.until)
    in_order(days.since, days.until, "--from", "--to" if until else days.until)
    return days


def _words(counter: Counter, language: str | None) -> Words:
    """In the shop's language where none is asked for: it hangs on the shop's wall."""
    return words_in(language or counter.shop.settings.read().language)
