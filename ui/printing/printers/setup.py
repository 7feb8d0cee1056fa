"""Setting up a printer: a test page, what was measured on it, what follows, and a page that proves it."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Protocol, cast

from app.errors import ShopError
from app.printing.corrections import Correction
from app.values import value
from reports.correction import MeasuredUnlike, Off, reckoned
from reports.lengths import NotALength, Unit, read_length
from reports.papers import Size
from reports.sentences import sentence
from resources.words import Words, mark
from ui.printing.device import USUAL, Device, feed_said, tray_said
from ui.printing.printers.said import told

if TYPE_CHECKING:
    from reports.test_page import Layout, Whose
    from ui.feedback.needs import DeskSide

PAPERS: Mapping[str, tuple[str, Size]] = {
    "A4": ("A4", (210.0, 297.0)),
    "Letter": ("Letter", (215.9, 279.4)),
    "A5": ("A5", (148.0, 210.0)),
    "A6": ("A6", (105.0, 148.0)),
    "10x15": ("10 × 15 cm", (100.0, 150.0)),
}
IN_INCHES = frozenset({"US", "CA", "PR", "LR"})
"""Countries whose paper is Letter and whose rulers count inches."""
_LEAST, _MOST_LABELS = 25.0, 12
UNITS: Mapping[str, str] = {Unit.MM: mark("Millimetres"), Unit.INCH: mark("Inches")}


class Step(StrEnum):
    PRINT = "print"
    MEASURE = "measure"
    FOUND = "found"
    PROOF = "proof"


@value
class Answers:
    """What was chosen before the test page: tray, how paper goes in, which paper, what the ruler counts."""

    tray: str = USUAL
    feed: str = ""
    paper: str = "A4"
    unit: Unit = Unit.MM


@value
class Found:
    """What follows from the numbers: a line for each thing amiss, or one that there is nothing."""

    head: str
    lines: tuple[str, ...]


@value
class Page:
    """A page on its way to the printer or into a file; `off` is put right on it."""

    title: str
    pdf: bytes
    size: Size
    tray: str
    off: Off | None


class SetupView(Protocol):
    """The page that asks."""

    def show_step(self, step: Step) -> None: ...

    def show_found(self, found: Found) -> None: ...

    def show_errors(self, errors: Mapping[int, str], whole: str) -> None:
        """What is wrong by the place of its field, and what is wrong with all of it."""

    def put_on_paper(self, page: Page, done: Callable[[], None]) -> None:
        """`done` is called when the printer has taken it."""

    def leave(self) -> None: ...


class Setup:
    """One printer being set up; nothing is kept before the owner says so."""

    def __init__(self, desk: "DeskSide", view: SetupView, device: Device) -> None:
        self._desk, self._view, self.device = desk, view, device
        country = desk.shop.settings.read().country
        inches = country in IN_INCHES
        self.papers = papers_of(device, desk.words)
        usual = "Letter" if inches else "A4"
        self.answers = Answers(
            paper=usual if usual in self.papers else next(iter(self.papers)),
            unit=Unit.INCH if inches else Unit.MM,
        )
        self.off: Off | None = None

    @property
    def layout(self) -> "Layout":
        from reports.test_page import laid_out

        return laid_out(self.papers[self.answers.paper][1], self.answers.unit)

    def choose(self, answers: Answers) -> None:
        self.answers = answers

    def print_test(self) -> None:
        self._view.put_on_paper(self._page(), lambda: self._view.show_step(Step.MEASURE))

    def test_page(self) -> bytes:
        """The first page as a file, to be printed elsewhere or looked at."""
        return self._page().pdf

    def measure(self) -> None:
        """The page is there already."""
        self._view.show_step(Step.MEASURE)

    def reckon(self, edges: Sequence[str], rulers: Sequence[str]) -> None:
        """From what was typed; where something is wrong, says so at its field."""
        numbers, errors = self._read([*edges, *rulers])
        if errors:
            self._view.show_errors(errors, "")
            return
        layout = self.layout
        try:
            measures = layout.measures(numbers[: len(edges)], numbers[len(edges) :])
            self.off = reckoned(layout.page, measures)
        except MeasuredUnlike as refused:
            at = cast("int", refused.facts["at"])
            self._view.show_errors({at: sentence(refused, self._desk.words)}, "")
            return
        except ShopError as refused:
            self._view.show_errors({}, sentence(refused, self._desk.words))
            return
        self._view.show_found(_found(self.off, self._desk.words))
        self._view.show_step(Step.FOUND)

    def prove(self) -> None:
        """Prints the second page, put right by what was found."""
        self._view.put_on_paper(self._page(proof=True), lambda: self._view.show_step(Step.PROOF))

    def keep(self, *, proved: bool) -> None:
        off, asked = self.off, self.answers
        if off is None:
            return
        one = Correction(
            printer=self.device.name,
            tray=asked.tray,
            feed=asked.feed,
            right_um=off.right_um,
            down_um=off.down_um,
            across_ppm=off.across_ppm,
            along_ppm=off.along_ppm,
            turn_urad=off.turn_urad,
            proved=proved,
        )
        step = self._desk.attempt(lambda: self._desk.shop.printing.corrections.keep(one))
        if step is not None:
            self._desk.tell_step(step)
            self._view.leave()

    def again(self) -> None:
        """The second page was not good: what was measured is looked at once more."""
        self._view.show_step(Step.MEASURE)

    def whose(self) -> "Whose":
        from reports.test_page import Whose

        words, asked = self._desk.words, self.answers
        return Whose(
            printer=self.device.title,
            tray=tray_said(asked.tray, words),
            feed=feed_said(asked.feed, words),
            day=words.date(self._desk.today()),
        )

    def _page(self, *, proof: bool = False) -> Page:
        from reports.test_page import draw_proof, draw_test_page

        file, words = BytesIO(), self._desk.words
        draw = draw_proof if proof else draw_test_page
        draw(self.layout, self.whose(), words, file)
        return Page(
            title=words("Proof") if proof else words("Test page"),
            pdf=file.getvalue(),
            size=self.layout.page,
            tray=self.answers.tray,
            off=self.off if proof else None,
        )

    def _read(self, texts: Sequence[str]) -> tuple[list[float], dict[int, str]]:
        numbers, errors = [], {}
        for at, text in enumerate(texts):
            if not text.strip():
                errors[at] = self._desk.words("Type what the ruler says.")
                continue
            try:
                numbers.append(read_length(text, self.answers.unit))
            except NotALength as refused:
                errors[at] = sentence(refused, self._desk.words)
        return numbers, errors


def papers_of(device: Device, words: Words) -> Mapping[str, tuple[str, Size]]:
    """What the test page can be printed on: sheets, or on a printer of rolls the labels that it knows."""
    sheets = {key: paper for key, paper in PAPERS.items() if device.takes(paper[1])}
    if sheets:
        return sheets
    labels = [size for size in device.sizes if min(size) >= _LEAST][:_MOST_LABELS]
    return {
        f"{wide:.0f}x{high:.0f}": (
            words("{n} mm", n=words.isolated(f"{wide:.0f} × {high:.0f}")),
            (wide, high),
        )
        for wide, high in labels
    } or PAPERS


def _found(off: Off, words: Words) -> Found:
    lines = tuple(told(off, words))
    if not lines:
        return Found(head=words("It prints where it should."), lines=())
    return Found(
        head=words("This is how it prints, and what is put right from now on:"), lines=lines
    )
