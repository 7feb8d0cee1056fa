"""What the queue shows, said already."""

from collections.abc import Sequence

from app.printing.queue import State
from app.values import value
from resources.words import Words, mark
from ui.cards.wording import papers
from ui.printing.queue.jobs import CARDS, Item

PAUSE, RESUME, OUT, AGAIN = "pause", "resume", "out", "again"
STATES = {State.PAUSED: mark("Paused"), State.FAILED: mark("Did not come out")}


@value
class JobLine:
    """One thing that waits, or that was printed lately; `acts` are what may be done with it."""

    key: str
    title: str
    detail: str
    state: str
    is_bad: bool
    acts: tuple[str, ...]


@value
class Stack:
    """What goes onto one paper, called `title`. `why_not` says why nothing of it can be printed now."""

    key: str
    title: str
    count: str
    lines: tuple[JobLine, ...]
    why_not: str


@value
class Shown:
    """`summary` says in one line what has to be fed, where that is more than one stack."""

    summary: str
    stacks: tuple[Stack, ...]
    lately: tuple[JobLine, ...]


def shown(items: Sequence[Item], lately: Sequence[Item], words: Words, *, busy: bool) -> Shown:
    by_stack: dict[str, list[Item]] = {}
    for one in items:
        by_stack.setdefault(one.stack, []).append(one)
    stacks = tuple(_stack(some, words, busy=busy) for some in by_stack.values())
    said = [f"{one.count} {_shortly(one.title, words)}" for one in stacks]
    return Shown(
        summary=" · ".join(said) if len(said) > 1 else "",
        stacks=stacks,
        lately=tuple(_line(one, words, (AGAIN,)) for one in lately),
    )


def _shortly(title: str, words: Words) -> str:
    """`A6` of `A6, two on A4, cut marks`."""
    return words.isolated(title.partition(",")[0])


def feeds(items: Sequence[Item]) -> list[Item]:
    """Those that are printed when their stack is: a failed one is tried again."""
    return [one for one in items if one.state in {State.WAITING, State.FAILED}]


def said_pieces(one: Item, words: Words) -> str:
    """How much it is, as one counts the paper for it."""
    if one.kind == CARDS:
        return words.plural("{n} card", "{n} cards", one.pieces)
    if one.kind == "labels":
        return words.plural("{n} label", "{n} labels", one.pieces)
    if one.kind == "envelopes":
        return words.plural("{n} envelope", "{n} envelopes", one.pieces)
    return words.plural("{n} page", "{n} pages", one.pieces)


def _stack(items: Sequence[Item], words: Words, *, busy: bool) -> Stack:
    first, why_not = items[0], ""
    if busy:
        why_not = words("The last order is still coming out")
    elif not feeds(items):
        why_not = words("All of this is paused")
    return Stack(
        key=first.stack,
        title=_said_paper(first, words),
        count=" · ".join(_said_fed(one, words) for one in feeds(items) or items),
        lines=tuple(_line(one, words, _acts(one)) for one in items),
        why_not=why_not,
    )


def _said_paper(one: Item, words: Words) -> str:
    called = dict(papers([one.paper], words))[one.paper]
    return words("{paper}, both sides", paper=called) if one.edge else called


def _said_fed(one: Item, words: Words) -> str:
    """As `1 sheet from label 5` for labels, else its pieces."""
    if one.kind != "labels":
        return said_pieces(one, words)
    sheets = words.plural("{n} sheet", "{n} sheets", one.sheets)
    if one.start == 1:
        return sheets
    return words("{sheets} from label {n}", sheets=sheets, n=words.number(one.start))


def _line(one: Item, words: Words, acts: tuple[str, ...]) -> JobLine:
    pieces = said_pieces(one, words)
    by = one.by and words("asked for by {name}", name=one.by)
    return JobLine(
        key=one.key,
        title=one.title,
        detail=one.why or " · ".join(filter(None, (pieces, by))),
        state=words(STATES[one.state]) if one.state in STATES else "",
        is_bad=one.state is State.FAILED,
        acts=acts,
    )


def _acts(one: Item) -> tuple[str, ...]:
    if one.job is None:
        return (OUT,)
    return (RESUME if one.state is State.PAUSED else PAUSE, OUT)
