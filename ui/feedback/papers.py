"""What is printed of feedback: slips to tick, a poster for the wall, and results for customers, as PDFs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.progress import Report
from app.shop import Shop
from resources.words import mark, words_in

if TYPE_CHECKING:
    from ui.desk import Desk

SLIPS = 40
"""So many slips are printed at once: ten sheets of four."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What it is called, the name of its file, and what draws it."""

    words: str
    icon: str
    file: str
    draw: Callable[[Shop, BinaryIO], None]


def save(desk: "Desk", paper: Paper, path: Path) -> None:
    """Draws it on the side; refuses to boast on too few answers."""
    words = desk.words
    desk.work(
        lambda shop, report: _write(shop, paper, path, report),
        lambda _done: desk.window.tell(words("Saved as {name}", name=words.isolated(path.name))),
        say=lambda _done, _total: words("Drawing the paper"),
    )


def _write(shop: Shop, paper: Paper, path: Path, report: Report) -> None:
    from reports.files import whole_file

    report(0, 0)
    # What cannot be written takes no numbers for slips either.
    with whole_file(path) as file, shop.book.atomic():
        paper.draw(shop, file)


def _slips(shop: Shop, file: BinaryIO) -> None:
    from app.voice.bank import standard_survey
    from app.voice.shown import slip_sheet
    from app.voice.slips import Slips
    from reports.slips import draw_slips

    settings = shop.settings.read()
    survey = shop.voice.surveys.for_counter() or standard_survey(settings.language)
    numbered = Slips(book=shop.book, settings=shop.settings, answers=shop.voice.answers)
    facts = slip_sheet(numbered.next_numbers(SLIPS), settings, survey)
    draw_slips(facts, words_in(settings.language), file, paper="A6")


def _poster(shop: Shop, file: BinaryIO) -> None:
    from app.voice.shown import boast_of, quarter
    from reports.wall_poster import draw_wall_poster

    settings = shop.settings.read()
    facts = boast_of(shop.voice, settings, quarter(shop.today()))
    draw_wall_poster(facts, words_in(settings.language), file, paper="A4")


def _results(shop: Shop, file: BinaryIO) -> None:
    from app.voice.shown import quarter, results_of
    from reports.results_sheet import draw_results_sheet

    settings = shop.settings.read()
    words = words_in(settings.language)
    days = quarter(shop.today())
    draw_results_sheet(results_of(shop.voice, settings, days, words.language), words, file)


PAPERS: Mapping[str, Paper] = {
    "slips": Paper(mark("Print slips to tick"), "printer-outline", "slips.pdf", _slips),
    "poster": Paper(mark("A poster for the wall"), "image-frame", "poster.pdf", _poster),
    "results": Paper(mark("Results for customers"), "chart-bar", "results.pdf", _results),
}
