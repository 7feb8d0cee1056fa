"""A PDF being written: pages of exact size, embedded fonts, text that can be searched and read aloud."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, BinaryIO

from reports.embedding import EmbeddedFont
from reports.fonts import Typeface, typeface
from reports.shaping import Glyph, Run, shaped, writer
from reports.text import Block, Line

MM = 72 / 25.4
"""Points in a millimetre."""

Piece = tuple[str, float, float, float]
"""What a part of a line says, as its glyphs stand, with the left, right and base of its ink in points."""
_UNSEEN = ("Rubik-Regular", "Lora-Regular")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What the file says of itself, in the reader's language."""

    title: str = "Regulars"
    author: str = ""


def main_language(languages: Iterable[str]) -> str:
    """The language of most of them: a PDF has one, and marks what is in another."""
    counted = Counter(languages).most_common(1)
    return counted[0][0] if counted else "en"


class Sheet:
    """Pages over a ReportLab canvas: the same drawing always gives the same bytes.

    Lengths are points from the bottom left corner of the page, as on the `canvas`, which is there for
    lines, pictures and barcodes. Fonts are embedded as far as they are used; none is merely named.
    """

    def __init__(self, to: BinaryIO, imprint: Imprint, language: str) -> None:
        from reportlab import rl_config

        rl_config.useA85 = 0  # ReportLab asks this one place whenever it packs a stream
        self.canvas: Any = _canvas(to, language)
        self.canvas.setTitle(imprint.title)
        self.canvas.setAuthor(imprint.author)
        self.canvas.setSubject(imprint.title)
        self.canvas.setCreator("Regulars")
        self.canvas.setViewerPreference("PrintScaling", "None")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")
        self._fonts: dict[str, EmbeddedFont] = {}
        self._to = to
        self.language = language

    def begin_page(self, width: float, height: float) -> None:
        self.canvas.setPageSize((width, height))

    def end_page(self) -> None:
        """What is finished is pushed out; a file that nobody waits for any more may stop us there."""
        self.canvas.showPage()
        self._to.flush()

    def save(self) -> None:
        """Write the document; it has at least one page."""
        self.canvas.save()

    def write(
        self, block: Block, *, corner: tuple[float, float], width: float, language: str
    ) -> None:
        """Draw text `width` points wide, down from its left upper `corner`, in the fill colour."""
        left, top = corner
        with self.speaking(language):
            for line in block.lines:
                start = left + width - line.width * block.size if line.right_to_left else left
                self._write_line(line, start, top - line.down * block.size, block.size)

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """What is drawn within is marked as being in `language`, where that is not the document's."""
        if language == self.language:
            yield
            return
        self.canvas.addLiteral(f"/Span <</Lang ({language})>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    def write_unseen(self, lines: Iterable[Sequence[Piece]], size: float) -> None:
        """Text that can be searched beneath what is drawn by hand, each piece as wide as its ink."""
        for line in lines:
            code = ["q BT 3 Tr"]
            for text, left, right, base in filter(itemgetter(0), line):
                font = self._font(writer(text, _UNSEEN) or typeface(_UNSEEN[0]))
                run = shaped(text, font.typeface, 0)
                stretch = (
                    (right - left) / (run.width * size) * 100 if run.width else 100.0
                )  # a mark
                place = f"{_number(stretch)} Tz 1 0 0 1 {_number(left)} {_number(base)} Tm"
                code.append(f"/{font.name} {_number(size)} Tf {place} {_shown(font, run, size)}")
            self.canvas.addLiteral(" ".join([*code, "ET Q"]))

    def _write_line(self, line: Line, x: float, y: float, size: float) -> None:
        """Runs in reading order; each apart where directions mix, as readers turn round what they merge."""
        code = ["BT"]
        is_mixed = any(run.level for _, run in line.runs)
        font_now = ""
        is_placed = False
        for offset, run in line.runs:
            font = self._font(run.typeface)
            if is_mixed or font.name != font_now:
                code.append(f"/{font.name} {_number(size)} Tf")
                font_now = font.name
            if is_mixed or not is_placed:
                code.append(f"1 0 0 1 {_number(x + offset * size)} {_number(y)} Tm")
            code.append(_shown(font, run, size))
            is_placed = True
        self.canvas.addLiteral(" ".join([*code, "ET"]))

    def _font(self, typeface: Typeface) -> EmbeddedFont:
        font = self._fonts.get(typeface.name)
        if font is None:
            font = EmbeddedFont(typeface, f"W{len(self._fonts) + 1}")
            self._fonts[typeface.name] = font
            self.canvas._doc.delayedFonts.append(font)  # noqa: SLF001 - the only way in for a font
        return font


def _canvas(to: BinaryIO, language: str) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(_NoFont())
    return Canvas(
        to,
        invariant=1,
        pageCompression=1,
        initialFontName=_NoFont.fontName,
        lang=language,
        pdfVersion=(1, 6),  # the first in which PrintScaling is defined
    )


class _NoFont:
    """Stands where ReportLab expects a first font, so that it does not name Helvetica on every page."""

    fontName = "None yet"  # noqa: N815 - ReportLab's name
    _dynamicFont = True  # noqa: N815
    _multiByte = False  # noqa: N815

    class face:  # noqa: N801
        name = "None yet"


def _shown(font: EmbeddedFont, run: Run, size: float) -> str:
    """The operators that show a run; the document remembers them, as most words come again."""
    key = (run.text, run.level)
    shown = font.shown.get(key)
    if shown is None:
        shown = _shown_anew(font, run.glyphs, size)
        if not any(glyph.dy for glyph in run.glyphs):  # else it holds for this size only
            font.shown[key] = shown
    return shown


def _shown_anew(font: EmbeddedFont, glyphs: Iterable[Glyph], size: float) -> str:
    """Glyphs one after the other, moved where kerning or a mark asks for it."""
    parts: list[str] = []
    codes: list[str] = []
    owed = 0.0  # how far the pen is behind where it should be, in ems
    for glyph in glyphs:
        move = round((owed + glyph.dx) * -1000)
        owed += glyph.advance - glyph.width + move / 1000
        if move:
            codes.append(f"> {move} <")
        if glyph.dy:
            parts += [_array(codes), f"{_number(glyph.dy * size)} Ts"]
            codes = []
        codes.append(f"{font.code(glyph.number, glyph.text):04X}")
        if glyph.dy:
            parts += [_array(codes), "0 Ts"]
            codes = []
    if move := round(owed * -1000):
        codes.append(f"> {move} <")
    parts.append(_array(codes))
    return " ".join(filter(None, parts))


def _array(codes: list[str]) -> str:
    inside = f"<{''.join(codes)}>".replace("<>", "").strip()
    return f"[{inside}] TJ" if inside else ""


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
