"""Who makes the pages of each kind of job."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from app.errors import ShopError
from app.keeping.history import StepId
from app.printing.queue import Job
from app.progress import Report
from app.shop import Shop
from app.values import value
from resources.words import Words
from ui.printing.labels.queued import MAILING
from ui.printing.queue.jobs import Maker, Pages, Size

DOCUMENT = "document"


class DocumentGone(ShopError):
    """The pages of `title` are not in the shop's folder any more."""


@value
class Document:
    """Pages that are made already, of `size` millimetres; `edge` is that over which sheets are turned.

    `called` is its title as marked text, where it has one in every language.
    """

    title: str
    paper: str
    size: Size
    edge: str = ""
    called: str = ""


def wait_for_paper(shop: Shop, one: Document, pdf: BinaryIO) -> int:
    """It waits as it is, since coupons with their codes are not made twice; answers the number of the job.

    Raises `CannotWrite`.
    """
    return kept_waiting(shop, one, pdf)[0]


def kept_waiting(
    shop: Shop, one: Document, pdf: BinaryIO, give: Callable[[], object] = lambda: None
) -> tuple[int, StepId | None]:
    """The number of its job, and the step that it is a part of: that in which `give` gives out what stands on
    it, where there is one. What the book refuses is not kept either. Raises `CannotWrite`.
    """
    from reports.archive import FOLDER, name_of
    from reports.files import whole_file

    kept = shop.folder / FOLDER / name_of(pdf, shop.today())
    kept.parent.mkdir(exist_ok=True)
    pages, jobs = _pages_of(pdf), list[int]()

    def enter() -> None:
        before = shop.history.newest()
        give()
        newest = shop.history.newest()
        file = f"{FOLDER}/{kept.name}"
        order = {
            "file": file,
            "size": [*one.size],
            "pages": [*range(pages)],
            "edge": one.edge,
            "called": one.called,
        }
        within = newest if newest != before else None
        queue = shop.printing.queue
        jobs.append(queue.add(DOCUMENT, one.title, one.paper, pages, order, within=within))

    with shop.undo.if_all_goes_well() as do, whole_file(kept) as copy:
        pdf.seek(0)
        shutil.copyfileobj(pdf, copy)
        copy.flush()
        step = do(enter)
    return jobs[0], step


def _title(_shop: Shop, job: Job, words: Words) -> str:
    called = job.order.get("called")
    return words(called) if called else job.title


def _size(_shop: Shop, job: Job) -> Size:
    wide, high = job.order["size"]
    return float(wide), float(high)


def _sheets(_shop: Shop, job: Job) -> tuple[int, int]:
    return len(job.order["pages"]), 1


def _only(order: Mapping[str, Any], ids: Sequence[int]) -> Mapping[str, Any]:
    """Pages are asked for from 1, as they are shown."""
    return {**order, "pages": [number - 1 for number in ids]}


def _document(shop: Shop, job: Job, to: BinaryIO, _report: Report) -> Pages:
    import pypdfium2
    from pypdfium2 import raw

    from reports.pictures import PDFIUM

    kept = shop.folder / Path(job.order["file"])
    pages = [int(number) for number in job.order["pages"]]
    whole = BytesIO()  # PDFium would not hear of a disk that is full
    try:
        with (
            PDFIUM,
            pypdfium2.PdfDocument(kept.read_bytes()) as document,
            pypdfium2.PdfDocument.new() as chosen,
        ):
            chosen.import_pages(document, pages)
            raw.FPDF_CopyViewerPreferences(chosen, document)
            chosen.save(whole)
    except (OSError, pypdfium2.PdfiumError) as gone:
        raise DocumentGone(title=job.title) from gone
    to.write(whole.getbuffer())
    return Pages(names=tuple((number + 1, str(number + 1)) for number in pages))


def _pages_of(pdf: BinaryIO) -> int:
    import pypdfium2

    from reports.pictures import PDFIUM

    pdf.seek(0)
    with PDFIUM, pypdfium2.PdfDocument(pdf.read()) as document:
        return len(document)


MAKERS: Mapping[str, Maker] = {
    DOCUMENT: Maker(title=_title, size=_size, make=_document, sheets=_sheets, only=_only),
    "labels": MAILING,
    "envelopes": MAILING,
}
