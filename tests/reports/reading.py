"""Reads a PDF back as a printer and two independent readers see it."""

import io

import pypdf
import pypdfium2

MM = 72 / 25.4


def words_by_pypdf(pdf, page=0):
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split()


def words_by_pdfium(pdf, page=0):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].get_textpage().get_text_range().split()


def pages(pdf):
    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def page_size(pdf, page=0):
    """Width and height in millimetres."""
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[page].mediabox
    return (float(box.width) / MM, float(box.height) / MM)


def letter_box(pdf, letter, page=0):
    """Where the ink of each such letter is: left, top, right, bottom in millimetres from the upper left."""
    with pypdfium2.PdfDocument(pdf) as document:
        height = document[page].get_height()
        text = document[page].get_textpage()
        found = text.get_text_range()
        boxes = [text.get_charbox(at) for at, one in enumerate(found) if one == letter]
    return [
        (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
        for left, bottom, right, top in boxes
    ]


def ink(pdf, page=0, dots=4):
    """The page's ink as left, top, right, bottom in millimetres, measured on a picture of it; None if blank."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=dots).to_pil().convert("L")
    box = picture.point(lambda grey: 255 if grey < 200 else 0).getbbox()
    return tuple(edge / dots / MM for edge in box) if box else None


def fonts(pdf):
    """The fonts of all pages: name and whether the file of its outlines is inside."""
    found = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            descendant = font.get_object()["/DescendantFonts"][0].get_object()
            descriptor = descendant["/FontDescriptor"].get_object()
            found[str(font.get_object()["/BaseFont"])] = "/FontFile2" in descriptor
    return found


def everything(pdf):
    """All that the file says, unpacked, as one run of bytes."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    parts = [pdf]
    for number in range(1, len(reader.xref[0]) + 1):
        thing = reader.get_object(number)
        if hasattr(thing, "get_data"):
            parts.append(thing.get_data())
    return b"\n".join(parts)
