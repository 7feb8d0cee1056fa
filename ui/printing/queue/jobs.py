"""What waits in the queue, and what is done when its turn has come: made, printed, written down."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, BinaryIO

from app.changes import Kind
from app.errors import ShopError
from app.keeping.history import NothingToUndo, StepId
from app.people.customers import KIND as CUSTOMER
from app.printing.queue import KIND, Job, State
from app.progress import Cancelled, Report, unheard
from app.shop import Shop
from app.values import value
from resources.words import Words
from ui.cards.making import NO_BACK, Making, remembered
from ui.cards.order import Printer, WaitingOrder, edge_of, printed
from ui.cards.order import look_at as draw_order

Size = tuple[float, float]
Name = tuple[int, str]
CARDS = "cards"
"""The kind of cards that were put aside; they are kept among the letters, not in the queue."""


class UnknownJob(ShopError):
    """Nobody here knows how to make the pages of a job of this `kind`."""


@value
class Item:
    """Something that waits: a job of the queue, or the cards of one paper that were put aside.

    `ids` are the waiting cards; `sheets` how many are fed, `start` the first free label of the first;
    `edge` is that over which its sheets are turned, empty where nothing stands on their backs.
    """

    key: str
    kind: str
    title: str
    paper: str
    pieces: int
    state: State = State.WAITING
    why: str = ""
    by: str = ""
    job: Job | None = None
    ids: tuple[int, ...] = ()
    sheets: int = 0
    start: int = 1
    edge: str = ""

    @property
    def stack(self) -> str:
        """What lies in the tray for it, and whether both sides of that are printed on."""
        return f"{self.paper}/{self.edge}" if self.edge else self.paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a job. `names` are its pieces, each with a number by which it can be asked for again;
    `keep` writes down what they used up.
    """

    names: tuple[Name, ...]
    to_look_at: tuple[str, ...] = ()
    keep: Callable[[], StepId | None] = lambda: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An item that came out; `step` is what was written down of it, `kept` what was of the drawer."""

    item: Item
    names: tuple[Name, ...]
    to_look_at: tuple[str, ...]
    step: StepId | None
    kept: StepId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One stack of paper: what came out, and what `failed` because it was `refused`; the rest still waits."""

    printed: tuple[Printed, ...]
    failed: Item | None = None
    refused: ShopError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who reads the orders of one kind. `title` says what it is, `size` is that of the page in millimetres,
    `sheets` how many are fed and which label of the first is used first; `only` is the same order for a few
    of its pieces.
    """

    title: Callable[[Shop, Job, Words], str]
    size: Callable[[Shop, Job], Size]
    make: Callable[[Shop, Job, BinaryIO, Report], Pages]
    sheets: Callable[[Shop, Job], tuple[int, int]]
    only: Callable[[Mapping[str, Any], Sequence[int]], Mapping[str, Any]]


def maker(kind: str) -> Maker:
    """Raises `UnknownJob`."""
    from ui.printing.queue.makers import MAKERS

    if kind not in MAKERS:
        raise UnknownJob(kind=kind)
    return MAKERS[kind]


def waiting(shop: Shop, words: Words) -> list[Item]:
    """In the order in which they are printed: cards first, by paper, then the jobs as they came."""
    title = words("Cards put aside")
    by_paper: dict[str, list[int]] = {}
    for card in shop.waiting.all():
        by_paper.setdefault(card.made.paper or Making().paper, []).append(card.id)
    cards = [_cards(shop, title, paper, ids) for paper, ids in by_paper.items()]
    return [*cards, *(item(shop, job, words) for job in shop.printing.queue.all())]


def _cards(shop: Shop, title: str, paper: str, ids: Sequence[int]) -> Item:
    """Cards that were put aside, on paper dressed as the Cards screen dresses it."""
    order = WaitingOrder(ids=tuple(ids), title=title, making=remembered(shop).on(paper))
    edge = edge_of(order)
    return Item(
        key=f"{CARDS}:{paper}",
        kind=CARDS,
        title=title,
        paper=paper,
        pieces=len(ids),
        ids=order.ids,
        edge=edge.value if edge else "",
    )


def item(shop: Shop, job: Job, words: Words) -> Item:
    """A job whose sheet is not known any more says so when it is printed."""
    title = job.title
    try:
        title = maker(job.kind).title(shop, job, words)
        sheets, start = maker(job.kind).sheets(shop, job)
    except ShopError:
        sheets, start = 0, 1
    return Item(
        key=f"job:{job.id}",
        kind=job.kind,
        title=title,
        paper=job.paper,
        pieces=job.pieces,
        state=job.state,
        why=job.why,
        by=job.by,
        job=job,
        sheets=sheets,
        start=start,
        edge=str(job.order.get("edge", "")),
    )


def page_of(shop: Shop, one: Item) -> Size:
    """Raises `UnknownJob`, `UnknownPaper` and `UnknownStock`."""
    from reports.papers import paper

    return maker(one.kind).size(shop, one.job) if one.job else paper(one.paper).page


def look_at(shop: Shop, items: Sequence[Item], to: BinaryIO) -> None:
    """All that would come out, one after the other; nothing of it is written down."""
    import pypdfium2

    from reports.pictures import PDFIUM

    drawn = [_drawn(shop, one) for one in items]
    with PDFIUM, pypdfium2.PdfDocument.new() as joined:
        for one in drawn:
            with pypdfium2.PdfDocument(one) as document:
                joined.import_pages(document)
        joined.save(to)


def _drawn(shop: Shop, one: Item) -> bytes:
    file = BytesIO()
    if one.job is None:
        draw_order(shop, _card_order(shop, one), file)
    else:
        maker(one.kind).make(shop, one.job, file, unheard)
    return file.getvalue()


def print_round(shop: Shop, items: Sequence[Item], printer: Printer, report: Report) -> Round:
    """Prints them one after the other; the first that is refused ends the round and keeps its reason.

    What came out is written down at once, so that nothing is printed twice whatever happens after it; what
    another window has printed or taken out meanwhile is passed over.
    Raises `Cancelled`.
    """
    done: list[Printed] = []
    for one in items:
        if _is_done(shop, one):
            continue
        try:
            done.append(_print_one(shop, one, printer, report))
        except Cancelled:
            raise
        except ShopError as refused:
            return Round(printed=tuple(done), failed=one, refused=refused)
    return Round(printed=tuple(done))


def _is_done(shop: Shop, one: Item) -> bool:
    there = {job.id for job in shop.printing.queue.all()}
    return one.job is not None and one.job.id not in there


def _print_one(shop: Shop, one: Item, printer: Printer, report: Report) -> Printed:
    if one.job is None:
        return _print_cards(shop, one, printer, report)
    from reports.files import scratch_file

    with scratch_file() as file:
        pages = maker(one.kind).make(shop, one.job, file, lambda _done, _total: report(0, 0))
        file.seek(0)
        printer.put(file, report)
    step = shop.printing.queue.printed([one.job.id])
    kept = pages.keep()
    return Printed(item=one, names=pages.names, to_look_at=pages.to_look_at, step=step, kept=kept)


def _print_cards(shop: Shop, one: Item, printer: Printer, report: Report) -> Printed:
    came = printed(shop, _card_order(shop, one), printer, report)
    return Printed(item=one, names=came.cards, to_look_at=came.to_look_at, step=came.step)


def _card_order(shop: Shop, one: Item) -> WaitingOrder:
    """Their backs are those of the sheet that was asked for, whatever has been chosen since."""
    making = remembered(shop).on(one.paper)
    making = replace(making, turns=one.edge) if one.edge else replace(making, back=NO_BACK)
    return WaitingOrder(ids=one.ids, title=one.title, making=making)


def came_out(shop: Shop, job: Job) -> bool:
    """Whether it was ever printed, though it may wait once more."""
    told = shop.history.of(KIND, job.id)
    return any(change.after.get("state") == State.PRINTED for _, change in told)


def take_out(shop: Shop, one: Item) -> StepId | None:
    """It waits no longer; what was given out for it and never came out is worth nothing any more, but that a
    customer keeps her number. None where it waits no more.
    """
    if one.job is None:
        return shop.waiting.take_out(one.ids)
    told = shop.history.of(KIND, one.job.id)
    begun = next(step.id for step, change in told if change.after.get("removed") is False)
    if came_out(shop, one.job) or shop.history.size(begun) == 1:
        return shop.printing.queue.take_out([one.job.id])
    with shop.book.atomic(*Kind), shop.history.as_one("unqueue", n=1, name=one.title):
        if _is_done(shop, one):
            return None
        return shop.undo.undo(begun, but_for={CUSTOMER}).step


def put_back(shop: Shop, came: Printed, ids: Sequence[int], words: Words) -> Item | None:
    """These did not come out and wait again; the others are done.

    Where nothing came out at all no label is used up.
    """
    if came.item.job is None:
        if came.step is None or shop.waiting.withdraw(came.step, ids) is None:
            return None
        return replace(came.item, ids=tuple(ids), pieces=len(ids))
    job = came.item.job
    if {number for number, _name in came.names} == set(ids):
        if came.kept is not None:
            with suppress(NothingToUndo):
                shop.undo.undo(came.kept)
        shop.printing.queue.again([job.id])
        return item(shop, shop.printing.queue.one(job.id), words)
    order = maker(job.kind).only(job.order, ids)
    number = shop.printing.queue.add(job.kind, job.title, job.paper, len(ids), order)
    return item(shop, shop.printing.queue.one(number), words)
