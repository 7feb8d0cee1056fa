"""A PDF of written pages, put out page by page: outlines as drawn, text beneath that nobody sees."""

import zlib
from collections.abc import Hashable, Iterable, Sequence
from typing import BinaryIO

import numpy as np

from reports.hand.signature import Picture
from reports.hand.truetype import Sign, font_of

FONT = "W"
_LEVEL = 4  # deflate: more costs four times the time for three parts in a hundred
_HEADER = b"%PDF-1.6\n%\xc2\xb5\xc2\xb6\n"
_MADE = b"(D:20000101000000+00'00')"  # always the same, so that a reprint has the same bytes
_CODES_A_BLOCK = 100  # as many entries as a CMap takes between begin and end
_WIDTH = 500
"""Thousandths of an em that every letter of the unseen text is wide before it is stretched."""


class Pages:
    """A PDF file being written to a stream; what was put out is not kept. Lengths are points."""

    def __init__(self, to: BinaryIO, *, title: str, author: str, language: str) -> None:
        self._to, self._at = to, 0
        self._places: dict[int, int] = {}
        self._kids: list[int] = []
        self._codes: dict[str, bytes] = {}
        self._shown: dict[str, bytes] = {}
        self._pictures: dict[Hashable, tuple[bytes, int]] = {}
        self._imprint, self.language = (title, author), language
        self._catalog, self._tree, self._info, self._font = range(1, 5)
        self._last = 4
        self._put(_HEADER)

    def add(self, width: float, height: float, content: bytes) -> None:
        """A page with what is drawn on it."""
        page, stream = self._new(), self._new()
        self._stream(stream, content)
        pictures = b"".join(b"/%s %d 0 R" % one for one in self._pictures.values())
        self._object(
            page,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R"
            b"/Resources<</Font<</%s %d 0 R>>/XObject<<%s>>>>>>"
            % (
                *(self._tree, number(width), number(height), stream),
                *(FONT.encode(), self._font, pictures),
            ),
        )
        self._kids.append(page)

    def picture(self, jpeg: bytes, size: tuple[int, int]) -> bytes:
        """The name of a picture of so many pixels, to be drawn with `Do`; it is in the file once."""
        if jpeg not in self._pictures:
            image = self._new()
            head = (
                b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB"
                b"/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n" % (*size, len(jpeg))
            )
            self._object(image, head + jpeg + b"\nendstream")
            self._pictures[jpeg] = self._named(image)
        return self._pictures[jpeg][0]

    def ink(self, picture: Picture, colour: tuple[int, int, int]) -> bytes:
        """The name of a picture of ink in a colour in thousandths; it is put out once, too."""
        key = (id(picture), colour)
        if key not in self._pictures:
            mask, image = self._new(), self._new()
            size = b"/Type/XObject/Subtype/Image/BitsPerComponent 8/Width %d/Height %d"
            whole = size % (picture.width, picture.height)
            self._stream(mask, picture.ink, whole + b"/ColorSpace/DeviceGray")
            tint = bytes(round(part * 255 / 1000) for part in colour)
            plain = size % (1, 1) + b"/ColorSpace/DeviceRGB/SMask %d 0 R" % mask
            self._stream(image, tint, plain)
            self._pictures[key] = self._named(image)
        return self._pictures[key][0]

    def _named(self, image: int) -> tuple[bytes, int]:
        return b"S%d" % (len(self._pictures) + 1), image

    def shown(self, text: str) -> bytes:
        """The string that stands for `text` in the font of the unseen text."""
        found = self._shown.get(text)
        if found is None:
            found = b"<" + b"".join(map(self._code, text)) + b">"
            self._shown[text] = found
        return found

    def finish(self) -> None:
        """Writes what holds the pages together; nothing can follow."""
        self._put_font()
        kids = b" ".join(b"%d 0 R" % kid for kid in self._kids)
        self._object(self._tree, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self._kids), kids))
        self._object(
            self._catalog,
            b"<</Type/Catalog/Pages %d 0 R/Lang%s/ViewerPreferences<</PrintScaling/None"
            b"/DisplayDocTitle true>>>>" % (self._tree, said(self.language)),
        )
        title, author = map(said, self._imprint)
        self._object(
            self._info,
            b"<</Title%s/Author%s/Subject%s/Creator(Regulars)/Producer(Regulars)"
            b"/CreationDate%s/ModDate%s>>" % (title, author, title, _MADE, _MADE),
        )
        start = self._at
        rows = [b"%010d 00000 n \n" % self._places[n] for n in range(1, self._last + 1)]
        self._put(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(rows) + 1, b"".join(rows)))
        self._put(
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
            % (len(rows) + 1, self._catalog, self._info, start)
        )

    def _code(self, letter: str) -> bytes:
        found = self._codes.get(letter)
        if found is None:
            found = self._codes[letter] = b"%04X" % (len(self._codes) + 1)
        return found

    def _new(self) -> int:
        self._last += 1
        return self._last

    def _put(self, content: bytes) -> None:
        self._to.write(content)
        self._at += len(content)

    def _object(self, number: int, content: bytes) -> None:
        self._places[number] = self._at
        self._put(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def _stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        packed = zlib.compress(content, _LEVEL)
        head = b"<</Filter/FlateDecode/Length %d%s>>" % (len(packed), entries)
        self._object(number, head + b"stream\n" + packed + b"\nendstream")

    def _put_font(self) -> None:
        """A composite font (ISO 32000-1, 9.7) of one glyph, a bar that stands for every letter."""
        below, descriptor, file, glyphs, text = (self._new() for _ in range(5))
        name = b"/REGULA+Writing"
        program = _bar_font()
        self._object(
            self._font,
            b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (name, below, text),
        )
        self._object(
            below,
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s/DW %d/CIDToGIDMap %d 0 R/FontDescriptor %d 0 R"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
            % (name, _WIDTH, glyphs, descriptor),
        )
        self._object(
            descriptor,
            b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[0 -250 500 750]/ItalicAngle 0/Ascent 750"
            b"/Descent -250/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % (name, file),
        )
        self._stream(file, program, b"/Length1 %d" % len(program))
        self._stream(glyphs, b"\0\0" + b"\0\1" * len(self._codes))
        self._stream(text, _to_unicode(self._codes))


def unseen(
    pages: Pages, lines: Iterable[Sequence[tuple[str, float, float, float]]], size: float
) -> bytes:
    """Text that can be searched but not seen, line by line; each piece with its left, right and base.

    A piece is stretched to its ink, so that what one marks on a screen is what is marked. The font is
    named anew for a space of its own and what follows it, as readers turn round what they take for one.
    """
    font = b"/%s %s Tf" % (FONT.encode(), number(size))
    code = [b"3 Tr"]
    for line in lines:
        # In a line of one direction all pieces but the last end with their space.
        is_mixed = any(text.strip() == text != "" for text, *_ in line[:-1])
        code.append(b"BT" if is_mixed else b"BT " + font)
        for text, left, right, base in line:
            if not text:  # the rest of a word that is read whole where it begins
                continue
            if is_mixed:
                code.append(font)
            stretch = (right - left) / (len(text.rstrip(" ") or text) * size * _WIDTH / 1000) * 100
            code.append(
                b"%s Tz 1 0 0 1 %s %s Tm %s Tj"
                % (number(stretch), number(left), number(base), pages.shown(text))
            )
        code.append(b"ET")
    return b"\n".join(code)


def number(value: float) -> bytes:
    text = b"%.3f" % value
    return text.rstrip(b"0").rstrip(b".")


def said(text: str) -> bytes:
    """A text string: plain where it can be, else UTF-16 as PDF readers of every age know it."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"


def _to_unicode(codes: dict[str, bytes]) -> bytes:
    rows = [
        b"<%s> <%s>" % (code, letter.encode("utf-16-be").hex().upper().encode())
        for letter, code in codes.items()
    ]
    blocks = [rows[n : n + _CODES_A_BLOCK] for n in range(0, len(rows), _CODES_A_BLOCK)]
    body = [b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks]
    return b"\n".join([*_CMAP_OPENS, *body, *_CMAP_CLOSES])


_CMAP_OPENS = (
    b"/CIDInit /ProcSet findresource begin",
    b"12 dict begin",
    b"begincmap",
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    b"/CMapName /Adobe-Identity-UCS def",
    b"/CMapType 2 def",
    b"1 begincodespacerange",
    b"<0000> <FFFF>",
    b"endcodespacerange",
)
_CMAP_CLOSES = (b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end")


def _bar_font() -> bytes:
    """Glyph 1 is a bar: readers leave out letters whose glyph is empty, and PDFium a sign that all but is."""
    bar = np.array([(0, 0), (0, 700), (20, 700), (20, 0)])
    return font_of({"|": Sign(_WIDTH, [bar])})
