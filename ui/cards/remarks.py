"""What the owner should see before she prints: cards that want a look, and who is left out and why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from resources.words import Words, mark
from ui.cards.doubted import PRESSING, doubted
from ui.cards.looking_over import Findings
from ui.cards.recipients import Held, Recipient
from ui.cards.selection import Selection
from ui.cards.shown import Remark
from ui.cards.wording import names

if TYPE_CHECKING:
    from reports.cautions import Caution

LONG, ALERT = "text", "alert-outline"
_LEFT_OUT: Mapping[Held, tuple[str, str]] = {
    Held.SAID_NO: (mark("Asked not to get post."), mark("Asked not to get post: {names}")),
    Held.DECEASED: (
        mark("Has died, as the book says."),
        mark("Have died, as the book says: {names}"),
    ),
    Held.PRINTED: (
        mark("The card for this day is printed already."),
        mark("The card for this day is printed already: {names}"),
    ),
    Held.NO_BIRTHDAY: (
        mark("The birthday is not known."),
        mark("The birthday is not known: {names}"),
    ),
}
"""Said of one person, and of several."""


def remarks(selection: Selection, findings: Findings, words: Words) -> list[Remark]:
    """The most pressing first."""
    return [
        *_too_long(selection, words),
        *_of_cards(selection, findings.cautions, words),
        *doubted(selection, findings.doubts, words),
        *_left_out(selection, words),
    ]


def row_mark(one: Recipient, selection: Selection, findings: Findings) -> str:
    """The icon at the end of her row, if something is to be said of her."""
    if one.id in selection.too_long:
        return LONG
    if one.held in {Held.DECEASED, Held.SAID_NO}:
        return ALERT
    kinds = {type(caution).__name__ for caution in findings.cautions.get(one.id, ())}
    if kinds & {"WrittenSmall", "WrittenOnSides"}:
        return LONG
    pressing = {doubt.what for doubt in findings.doubts.get(one.id, ())} & PRESSING
    return ALERT if kinds or pressing else ""


def _too_long(selection: Selection, words: Words) -> Iterator[Remark]:
    for one in selection.named(selection.too_long):
        yield Remark(
            key=f"too long {one.id}",
            words=words("The card for {name} is too long", name=words.isolated(one.name)),
            detail=words("Left out: it does not fit this paper at any size that can be read."),
            icon=LONG,
            about=one.id,
        )


def _of_cards(
    selection: Selection, cautions: Mapping[int, Sequence["Caution"]], words: Words
) -> Iterator[Remark]:
    for one in selection.named(cautions):
        if selection.is_ticked(one):
            yield from (_of_card(one, caution, words) for caution in cautions[one.id])


def _of_card(one: Recipient, caution: "Caution", words: Words) -> Remark:
    from reports.cautions import MissingLetters, WrittenOnSides, WrittenSmall

    name, icon = words.isolated(one.name), ALERT
    match caution:
        case WrittenSmall():
            icon = LONG
            said = words("The card for {name} is a little long", name=name)
            detail = words(
                "It will be written smaller, {size} pt instead of {smallest} pt.",
                size=f"{caution.size:g}",
                smallest=f"{caution.smallest:g}",
            )
        case WrittenOnSides():
            icon = LONG
            said = words("The card for {name} is long", name=name)
            detail = words("It goes on on a second card.")
        case MissingLetters():
            said = words("The card for {name} has letters that no hand here knows", name=name)
            letters = words.isolated(" ".join(caution.letters))
            detail = words("Written in Latin letters instead: {letters}", letters=letters)
        case _:
            said = words("The card for {name} is empty", name=name)
            detail = words("Its place on the sheet stays blank.")
    kind = type(caution).__name__
    return Remark(key=f"{kind} {one.id}", words=said, detail=detail, icon=icon, about=one.id)


def _left_out(selection: Selection, words: Words) -> Iterator[Remark]:
    held = [one for one in selection.held if not selection.is_ticked(one)]
    for why, (of_one, of_several) in _LEFT_OUT.items():
        people = [one for one in held if one.held is why]
        if people:
            frame = of_one if len(people) == 1 else of_several
            yield Remark(
                key=f"{why} {len(people)}",
                words=_are_left_out(people, words),
                detail=words(frame, names=names([one.name for one in people], words)),
                icon=ALERT,
                about=people[0].id,
            )


def _are_left_out(people: Sequence[Recipient], words: Words) -> str:
    if len(people) == 1:
        return words("{name} is left out", name=words.isolated(people[0].name))
    return words.plural("{n} person is left out", "{n} people are left out", len(people))
