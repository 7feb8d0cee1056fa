"""A copy of a PDF with everything on its pages moved to where a printer puts it in the right place."""

from io import BytesIO
from typing import Any, BinaryIO

from reports.correction import Matrix, Misprint, righting
from reports.pictures import PDFIUM
from reports.sheet import MM


def write_corrected(pdf: BinaryIO | bytes, off: Misprint, to: BinaryIO) -> None:
    """To be printed at 100 % by that printer; each page by its own size. What it is made of stays text."""
    import pypdfium2

    whole = BytesIO()  # PDFium would not hear of a disk that is full
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            wide, high = page.get_size()
            move(page, righting(off, (wide / MM, high / MM)))
            page.close()
        document.save(whole)
    to.write(whole.getbuffer())


def move(page: Any, by: Matrix) -> None:
    """Everything on a pypdfium2 page, by a matrix of millimetres from its upper left corner."""
    from pypdfium2 import raw

    high = page.get_height()
    a, b, c, d, e, f = by
    moved = raw.FS_MATRIX(a, -b, -c, d, c * high + e * MM, high - d * high - f * MM)
    whole = raw.FS_RECTF(0.0, high, page.get_width(), 0.0)
    raw.FPDFPage_TransFormWithClip(page, moved, whole)
