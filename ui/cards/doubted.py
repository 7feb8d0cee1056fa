"""Doubts about letters, worded: one strip for one person, one for all whom the same is true of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.thanks.doubts import Doubt, Doubted
from reports.letter_words import letter_called
from resources.words import Words, mark, mark_plural
from ui.cards.facts import LABELS
from ui.cards.recipients import Recipient
from ui.cards.selection import Selection
from ui.cards.shown import Remark
from ui.cards.wording import names

ICON = "alert-outline"
NO_ADDRESS = "no_address"
PRESSING = frozenset({Doubt.SAME_WORDS, Doubt.LATELY})
"""Said of each card, and marked in its row; the others are said of all at once.

That a card says nothing personal is not said: in a young book it would be said of everybody.
"""
_OF_MANY: Mapping[str, tuple[tuple[str, str], str]] = {
    Doubt.UNSAID: (
        mark_plural("{n} card does not say what matters", "{n} cards do not say what matters"),
        mark("Nothing is written beside the letter for: {fields}"),
    ),
    Doubt.OTHER_LANGUAGE: (
        mark_plural(
            "{n} card is not in the customer's language",
            "{n} cards are not in the customer's language",
        ),
        mark("This letter is not written in it yet: {names}"),
    ),
    Doubt.NO_NAME: (
        mark_plural("{n} card greets without a name", "{n} cards greet without a name"),
        mark("Which form is right is not certain: {names}"),
    ),
    NO_ADDRESS: (
        mark_plural("{n} person has no address", "{n} people have no address"),
        mark("Hand these cards over yourself: {names}"),
    ),
}


def doubted(
    selection: Selection, doubts: Mapping[int, Sequence[Doubted]], words: Words
) -> Iterator[Remark]:
    """What no card says first, then the pressing ones and what is so of several, of those who are ticked."""
    chosen = selection.chosen()
    alike: dict[str, list[Recipient]] = defaultdict(list)
    unsaid: dict[str, None] = {}
    pressing = []
    for one in chosen:
        for doubt in doubts.get(one.id, ()):
            if doubt.what in PRESSING:
                pressing.append(_pressing(one, doubt, words))
            elif doubt.what in _OF_MANY:
                alike[doubt.what].append(one)
                unsaid |= dict.fromkeys(doubt.fields)
        if not one.has_address:
            alike[NO_ADDRESS].append(one)
    many = {what: _of_many(what, alike[what], unsaid, words) for what in _OF_MANY if alike[what]}
    if Doubt.UNSAID in many:
        yield many.pop(Doubt.UNSAID)
    yield from pressing
    yield from many.values()


def _pressing(one: Recipient, doubt: Doubted, words: Words) -> Remark:
    name = words.isolated(one.name)
    day = words.date(doubt.on, "MMMMd") if doubt.on else ""
    if doubt.what is Doubt.SAME_WORDS:
        said = words("{name} has had these very words", name=name)
        detail = words("They were on the card of {day}.", day=day)
    else:
        said = words("{name} had a card lately", name=name)
        letter = letter_called(doubt.letter, words)
        detail = words("{letter}, written on {day}.", letter=letter, day=day)
    return Remark(
        key=f"{doubt.what} {one.id}",
        words=said,
        detail=detail,
        icon=ICON,
        about=one.id,
        doubt=str(doubt.what),
        people=(one.id,),
        presses=True,
    )


def _of_many(what: str, people: Sequence[Recipient], unsaid: Iterable[str], words: Words) -> Remark:
    (of_one, of_many), detail = _OF_MANY[what]
    fields = ", ".join(words(LABELS[name]) for name in unsaid)
    whose = names([one.name for one in people], words)
    return Remark(
        key=f"{what} {len(people)}",
        words=words.plural(of_one, of_many, len(people)),
        detail=words(detail, names=whose, fields=fields),
        icon=ICON,
        about=people[0].id,
        doubt=str(what),
        people=tuple(one.id for one in people),
    )
