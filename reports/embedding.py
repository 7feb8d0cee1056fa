"""Fonts inside a PDF: only the glyphs that were drawn, each telling which text it stands for."""

import hashlib
import struct
import zlib
from typing import Any

from reports.fonts import Typeface

_SUBSET_DROPS = (
    "GSUB",
    "GPOS",
    "GDEF",
    "STAT",
    "DSIG",
    "name",
    "post",
    "OS/2",
    "cmap",
    "meta",
    "gasp",
)
_SYMBOLIC = 4
_CODES_A_BLOCK = 100  # the CMap format allows that many entries between begin and end


class EmbeddedFont:
    """The glyphs of one typeface that one document uses; ReportLab calls `addObjects` when it saves.

    A composite font (PDF 32000-1, 9.7): a glyph gets one code for each text that it stands for, so that
    the same shape may be read back as two different letters and a ligature as several.
    """

    def __init__(self, typeface: Typeface, name: str) -> None:
        self.typeface = typeface
        self.name = name
        self.shown: dict[tuple[str, int], str] = {}
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> int:
        key = (glyph, text)
        found = self._codes.get(key)
        if found is None:
            found = self._codes[key] = len(self._codes) + 1
        return found

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        from reportlab.pdfbase import pdfdoc

        program, numbers = self._subset()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = pdfdoc.PDFName(f"{tag}+{self.typeface.name}")
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": base,
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray(
                    [self._descendant(document, base, program, numbers)]
                ),
                "ToUnicode": _stream(document, f"{self.name}.text", self._to_unicode()),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font file with only the glyphs used, and where each of them went."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(glyph for glyph, _ in self._codes)
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode("ascii")) for tag in _SUBSET_DROPS
        )
        wanted.flags = uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NO_HINTING
        plan = uharfbuzz.SubsetPlan(self.typeface.face, wanted)
        moved = dict(plan.old_to_new_glyph_mapping)
        return bytes(plan.execute().blob.data), moved

    def _descendant(self, document: Any, base: Any, program: bytes, moved: dict[int, int]) -> Any:
        from reportlab.pdfbase import pdfdoc

        places = struct.pack(
            f">{len(self._codes) + 1}H", 0, *(moved[glyph] for glyph, _ in self._codes)
        )
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": base,
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": self._descriptor(document, base, program),
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(self._widths())]),
            "CIDToGIDMap": _stream(document, f"{self.name}.glyphs", places),
        }
        return document.Reference(pdfdoc.PDFDictionary(font), f"{self.name}.glyph font")

    def _widths(self) -> list[float]:
        font, em = self.typeface.font, self.typeface.face.upem
        return [round(font.get_glyph_h_advance(glyph) * 1000 / em, 2) for glyph, _ in self._codes]

    def _descriptor(self, document: Any, base: Any, program: bytes) -> Any:
        from reportlab.pdfbase import pdfdoc

        em = self.typeface.face.upem
        head = self.typeface.face.reference_table("head").data
        box = [round(edge * 1000 / em) for edge in struct.unpack(">4h", head[36:44])]
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(box),
            "ItalicAngle": 0,
            "Ascent": round(self.typeface.ascent * 1000),
            "Descent": round(self.typeface.descent * 1000),
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": _stream(document, f"{self.name}.file", program, Length1=len(program)),
        }
        return document.Reference(pdfdoc.PDFDictionary(descriptor), f"{self.name}.descriptor")

    def _to_unicode(self) -> bytes:
        lines = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for (_, text), code in self._codes.items()
        ]
        blocks = []
        for start in range(0, len(lines), _CODES_A_BLOCK):
            block = lines[start : start + _CODES_A_BLOCK]
            blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*_CMAP_OPENS, *blocks, *_CMAP_CLOSES]).encode("ascii")


def _stream(document: Any, name: str, content: bytes, **entries: int) -> Any:
    from reportlab.pdfbase import pdfdoc

    stream = pdfdoc.PDFStream(content=zlib.compress(content, 9))
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream, name)


_CMAP_OPENS = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CMAP_CLOSES = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
