"""The very cards that came out, kept in the shop's folder to be printed again years later."""

import hashlib
import logging
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from app.shop import Shop
from app.thanks.filed import Filed
from app.thanks.written import Written
from reports.files import CannotWrite, whole_file
from reports.papers import UnknownPaper, paper
from reports.pictures import PDFIUM
from reports.sheet import MM

log = logging.getLogger(__name__)
FOLDER = "printed"
_DIGITS, _PART = 12, 1 << 20
_USUAL_PAPER = "A6"
_HOUR = re.compile(rb"(/CreationDate\(D:)\d{14}[^)]{7}")
_LOT = re.compile(rb"(?<=/ID\[<)[0-9A-F]{32}(?=>)|(?<=><)[0-9A-F]{32}(?=>\]>>)")


@contextmanager
def filing(
    document: BinaryIO, shop: Path, places: Sequence[tuple[int, int]], day: date
) -> Iterator[list[Filed]]:
    """`file_away`, whose copy goes again where the block that writes it down does not end well."""
    copy = shop / FOLDER / name_of(document, day)
    was_there = copy.exists()
    try:
        yield file_away(document, shop, places, day)
    except BaseException:
        if not was_there:
            with suppress(OSError):
                copy.unlink(missing_ok=True)
        raise


def file_away(
    document: BinaryIO, shop: Path, places: Sequence[tuple[int, int]], day: date
) -> list[Filed]:
    """Keeps a document that came out; answers for each card where it is kept.

    What the disk does not take is not worth a complaint: the words and the seed are in the book.
    """
    name = name_of(document, day)
    try:
        (shop / FOLDER).mkdir(exist_ok=True)
        with whole_file(shop / FOLDER / name) as file:
            document.seek(0)
            shutil.copyfileobj(document, file)
    except (CannotWrite, OSError) as error:
        log.warning("the cards printed on %s could not be kept", day, exc_info=error)
        return []
    return [Filed(file=f"{FOLDER}/{name}", page=page, place=place) for page, place in places]


def name_of(document: BinaryIO, day: date) -> str:
    """What a document is called in `FOLDER`: the same one is kept once a day."""
    return f"{day} {_digest(document)}.pdf"


def _digest(document: BinaryIO) -> str:
    digest = hashlib.blake2b()
    document.seek(0)
    while part := document.read(_PART):
        digest.update(part)
    return digest.hexdigest()[:_DIGITS]


def card_from(shop: Path, filed: Filed, on: str, language: str = "") -> bytes | None:
    """The card alone, cut out of what was printed on the paper called `on`; None where that is gone.

    It is the same to the byte whenever it is asked for, and holds nothing of the cards beside it.
    """
    import pypdfium2

    try:
        sheet, content = paper(on), (shop / filed.file).read_bytes()
        left, top = sheet.places[filed.place]
    except (OSError, UnknownPaper, IndexError):
        return None
    bottom = sheet.page[1] - top - sheet.card[1]
    box = [side * MM for side in (left, bottom, left + sheet.card[0], bottom + sheet.card[1])]
    try:
        with PDFIUM, pypdfium2.PdfDocument(content) as kept:
            return _the_same(_cut_out(kept, filed.page, box, language))
    except pypdfium2.PdfiumError as damage:
        log.warning("%s cannot be read any more", filed.file, exc_info=damage)
        return None


def card_again(shop: Shop, written: Written, filed: Filed | None, name: str) -> bytes:
    """The card that went to `name`, as it came out; where its sheet is gone, written again from the book.

    Raises `UnknownHand` where the hand is gone as well.
    """
    from reports.cards import preview_card
    from reports.letter_coupons import code_within
    from reports.mail import card_again as facts_again
    from reports.owned import owned

    on = written.made.paper or _USUAL_PAPER
    kept = None if filed is None else card_from(shop.folder, filed, on, written.language)
    if kept is not None:
        return kept
    facts = facts_again(written, name, owned(shop), code_within(shop, written))
    return preview_card(facts, paper(on))


def _cut_out(kept: Any, number: int, box: Sequence[float], language: str) -> bytes:
    import pypdfium2
    from pypdfium2 import raw

    with pypdfium2.PdfDocument.new() as alone:
        alone.import_pages(kept, [number])
        raw.FPDF_CopyViewerPreferences(alone, kept)
        if language:
            raw.FPDFCatalog_SetLanguage(alone, _wide(language))
        page = alone[0]
        page.set_mediabox(*box)
        page.set_cropbox(*box)
        beside = [one for one in page.get_objects(max_depth=1) if not _is_within(one, box)]
        for one in beside:
            page.remove_obj(one)
        if beside:
            page.gen_content()
        file = BytesIO()
        alone.save(file)
    return file.getvalue()


def _is_within(one: Any, box: Sequence[float]) -> bool:
    left, bottom, right, top = one.get_bounds()
    across, along = (left + right) / 2, (bottom + top) / 2
    return bool(box[0] <= across <= box[2] and box[1] <= along <= box[3])


def _wide(text: str) -> Any:
    """As PDFium takes text: UTF-16 that ends with a zero."""
    import ctypes

    units = text.encode("utf-16-le") + b"\0\0"
    return (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units)


def _the_same(document: bytes) -> bytes:
    """Without the hour and the number drawn by lot that PDFium writes into each file."""
    document = _HOUR.sub(rb"\g<1>20000101000000+00'00'", document)
    return _LOT.sub(lambda found: b"0" * len(found[0]), document)
