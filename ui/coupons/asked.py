"""What is asked of a new offer, field by field, and which fields belong to which kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.words import mark


@dataclass(frozen=True, slots=True)
class Asked:
    """One field; `kinds` of offer or of recipient it is asked for, all where there are none.

    In one that `takes_lines` there is room for several, as high as that in pixels.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    help_words: str = ""
    kinds: frozenset[str] = frozenset()
    takes_lines: int = 0


Texts = Mapping[str, str]
ANYONE, ONE, LETTER = "anyone", "one", "letter"
"""For whom, besides the names of lists."""

WHY = (
    ("", mark("An offer")),
    ("next", mark("For the next purchase")),
    ("referral", mark("For bringing a friend")),
    ("recovery", mark("To make good")),
)
KINDS = (
    ("percent", mark("A percentage off")),
    ("amount", mark("An amount off")),
    ("item", mark("A free item")),
    ("bundle", mark("Buy some, get one free")),
)
_OFF = frozenset({"percent", "amount"})
_PAPER = frozenset({ANYONE})

GIVES: Sequence[Asked] = (
    Asked("why", mark("What it is for"), WHY),
    Asked("name", mark("What you call it"), help_words=mark("In your book; it is not printed.")),
    Asked("kind", mark("What it gives"), KINDS),
    Asked("value", mark("How much"), kinds=_OFF),
    Asked("pieces", mark("How many pieces"), kinds=frozenset({"item"})),
    Asked("buy", mark("Buy so many"), kinds=frozenset({"bundle"})),
    Asked("get", mark("get so many free"), kinds=frozenset({"bundle"})),
    Asked("item", mark("On what"), help_words=mark("An item or a category; empty for all.")),
    Asked("min_total", mark("From a bill of")),
    Asked("cap", mark("At most"), kinds=frozenset({"percent"})),
)
HOLDS: Sequence[Asked] = (
    Asked("first", mark("From"), kinds=_PAPER),
    Asked("last", mark("To"), kinds=_PAPER),
    Asked("days", mark("Good for so many days")),
    Asked("weekdays", mark("On which days"), help_words=mark("None chosen is every day.")),
    Asked("hours", mark("Between the hours"), help_words=mark("Such as 14:00–17:00.")),
    Asked("uses", mark("Uses in all"), help_words=mark("Empty for any number.")),
    Asked("each", mark("Uses for each person"), kinds=_PAPER),
)
GOES: Sequence[Asked] = (
    Asked("whom", mark("For whom")),
    Asked("letter", mark("With which letter"), kinds=frozenset({LETTER})),
    Asked("person", mark("Name, phone or card"), kinds=frozenset({ONE})),
    Asked("count", mark("How many"), kinds=_PAPER),
    Asked("code", mark("A code of your own"), kinds=_PAPER),
    Asked("words", mark("A line by hand"), help_words=mark("Empty for a thank-you.")),
)
LOOKS: Sequence[Asked] = (
    Asked("design", mark("Design")),
    Asked("paper", mark("Paper")),
)
PARTS: Sequence[tuple[str, Sequence[Asked]]] = (
    (mark("The offer"), GIVES),
    (mark("When it holds"), HOLDS),
    (mark("Who gets it"), GOES),
    (mark("How it looks"), LOOKS),
)
USUAL: Texts = {"kind": "percent", "pieces": "1", "buy": "3", "get": "1", "uses": "1", "count": "8"}
"""What stands in the fields of a new offer."""


def is_asked(one: Asked, texts: Texts) -> bool:
    """Whether a field belongs to the kind and the recipients that are chosen."""
    if not one.kinds:
        return True
    if one.kinds <= {ANYONE, ONE, LETTER}:
        whom = texts.get("whom", ANYONE)
        is_dated = one.key in {"first", "last"}
        return whom in one.kinds or (is_dated and whom != LETTER)
    return texts.get("kind", "percent") in one.kinds
