"""Pictures of the pages of a PDF, exactly as large as they are asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from PySide6.QtGui import QImage

from reports.correction import Matrix
from reports.pictures import PDFIUM

MM = 72 / 25.4
_PAPER, _CLEAR = 0xFFFFFFFF, 0x00000000


class Pages:
    """The pages of one open document, counted from 0."""

    def __init__(self, document: Any) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height in millimetres."""
        with PDFIUM:
            wide, high = self._document.get_page_size(number)
        return wide / MM, high / MM

    def strip(self, number: int, size: tuple[int, int], top: int, rows: int) -> QImage:
        """Some rows of the page as it looks on white paper when the whole is `size` pixels."""
        return self._drawn(number, size, (top, rows), _PAPER)

    def moved(self, number: int, size: tuple[int, int], top: int, rows: int, by: Matrix) -> QImage:
        """The same with everything on the page moved, turned and stretched; what leaves it is cut off."""
        from pypdfium2 import raw

        across, down = (size[axis] / self.size(number)[axis] for axis in (0, 1))
        a, b, c, d, e, f = by
        matrix = raw.FS_MATRIX(
            a * across / MM,
            b * down / MM,
            c * across / MM,
            d * down / MM,
            e * across,
            f * down - top,
        )
        clip = raw.FS_RECTF(0, 0, size[0], rows)
        return self._on_ground(
            number,
            (size[0], rows),
            _PAPER,
            lambda bitmap, page: raw.FPDF_RenderPageBitmapWithMatrix(
                bitmap, page, matrix, clip, raw.FPDF_ANNOT
            ),
        )

    def ink(self, number: int, size: tuple[int, int]) -> QImage:
        """The whole page, `size` pixels, with nothing where nothing is written."""
        return self._drawn(number, size, (0, size[1]), _CLEAR)

    def _drawn(
        self, number: int, size: tuple[int, int], part: tuple[int, int], ground: int
    ) -> QImage:
        from pypdfium2 import raw

        top, rows = part
        return self._on_ground(
            number,
            (size[0], rows),
            ground,
            lambda bitmap, page: raw.FPDF_RenderPageBitmap(
                bitmap, page, 0, -top, *size, 0, raw.FPDF_ANNOT
            ),
        )

    def _on_ground(
        self, number: int, size: tuple[int, int], ground: int, draw: Callable[[Any, Any], None]
    ) -> QImage:
        import pypdfium2
        from pypdfium2 import raw

        is_clear = ground == _CLEAR
        kind = raw.FPDFBitmap_BGRA if is_clear else raw.FPDFBitmap_BGRx
        with PDFIUM:
            page = self._document[number]
            bitmap = pypdfium2.PdfBitmap.new_native(*size, kind)
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, *size, ground)
            draw(bitmap, page)
            kept = bytes(bitmap.buffer)
            bitmap.close()
            page.close()
        as_read = QImage.Format.Format_ARGB32 if is_clear else QImage.Format.Format_RGB32
        return QImage(kept, *size, size[0] * 4, as_read).copy()


@contextmanager
def opened(pdf: bytes | BinaryIO) -> Iterator[Pages]:
    """The pages of `pdf` for as long as the block lasts; a file is read page by page."""
    import pypdfium2

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
    try:
        yield Pages(document)
    finally:
        with PDFIUM:
            document.close()
