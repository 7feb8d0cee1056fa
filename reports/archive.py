"""The very cards that came out, kept in the shop's folder to be printed again years later."""

import hashlib
import logging
import shutil
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from app.thanks.filed import Filed
from reports.files import CannotWrite, whole_file
from reports.papers import UnknownPaper, paper
from reports.pictures import PDFIUM
from reports.sheet import MM

log = logging.getLogger(__name__)
FOLDER = "printed"
_DIGITS, _PART = 12, 1 << 20


def file_away(
    document: BinaryIO, shop: Path, places: Sequence[tuple[int, int]], day: date
) -> list[Filed]:
    """Keeps a document that came out; answers for each card where it is kept.

    What the disk does not take is not worth a complaint: the words and the seed are in the book.
    """
    name = f"{day} {_digest(document)}.pdf"
    try:
        (shop / FOLDER).mkdir(exist_ok=True)
        with whole_file(shop / FOLDER / name) as file:
            document.seek(0)
            shutil.copyfileobj(document, file)
    except (CannotWrite, OSError) as error:
        log.warning("the cards printed on %s could not be kept", day, exc_info=error)
        return []
    return [Filed(file=f"{FOLDER}/{name}", page=page, place=place) for page, place in places]


def _digest(document: BinaryIO) -> str:
    digest = hashlib.blake2b()
    document.seek(0)
    while part := document.read(_PART):
        digest.update(part)
    return digest.hexdigest()[:_DIGITS]


def card_from(shop: Path, filed: Filed, on: str) -> bytes | None:
    """The card alone, cut out of what was printed on the paper called `on`; None where that is gone."""
    import pypdfium2

    try:
        sheet, content = paper(on), (shop / filed.file).read_bytes()
        left, top = sheet.places[filed.place]
    except (OSError, UnknownPaper, IndexError):
        return None
    bottom = sheet.page[1] - top - sheet.card[1]
    box = [side * MM for side in (left, bottom, left + sheet.card[0], bottom + sheet.card[1])]
    with PDFIUM, pypdfium2.PdfDocument(content) as kept, pypdfium2.PdfDocument.new() as alone:
        alone.import_pages(kept, [filed.page])
        page = alone[0]
        page.set_mediabox(*box)
        page.set_cropbox(*box)
        file = BytesIO()
        alone.save(file)
    return file.getvalue()
