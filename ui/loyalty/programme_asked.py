"""What each part of the programme asks for, field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.words import mark


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form, typed or chosen; `help_words` stand below it."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    help_words: str = ""


KINDS = (
    ("text", mark("Something of your own")),
    ("item", mark("A free item")),
    ("amount", mark("An amount off")),
    ("percent", mark("A percentage off")),
)
LIVES = (
    ("never", mark("They never expire")),
    ("days", mark("After days")),
    ("months", mark("After months")),
    ("end", mark("After months, at the end of the last one")),
)
TITLES = {
    "earning": (mark("Points"), ""),
    "expiry": (mark("Expiry"), ""),
    "worth": (mark("Paying with points"), ""),
    "rewards": (mark("Rewards"), mark("Add a reward")),
    "tiers": (mark("Tiers"), mark("Add a tier")),
    "promotions": (mark("Promotions"), mark("Add a promotion")),
}
"""The title of each part, and of the link that adds one more; "" where there is exactly one."""
ASKED: Mapping[str, Sequence[Asked]] = {
    "earning": (
        Asked("points", mark("Points")),
        Asked("per", mark("for each")),
        Asked("min_total", mark("From a bill of")),
        Asked("signup", mark("For signing up")),
        Asked("birthday", mark("On the birthday")),
    ),
    "expiry": (
        Asked("lives", mark("When points expire"), LIVES),
        Asked("number", mark("How many")),
        Asked("inactivity", mark("Days without a visit after which all are gone")),
    ),
    "worth": (Asked("value", mark("A point pays")),),
    "rewards": (
        Asked("name", mark("Reward")),
        Asked("points", mark("Points")),
        Asked("kind", mark("What it is"), KINDS),
        Asked("value", mark("Worth"), (), mark("The amount, the percentage, or the item")),
        Asked("cap", mark("At most"), (), mark("The most that a percentage takes off")),
    ),
    "tiers": (
        Asked("name", mark("Tier")),
        Asked("at", mark("From so many points")),
        Asked("benefit", mark("What comes with it")),
    ),
    "promotions": (
        Asked("name", mark("Promotion")),
        Asked("times", mark("Points times")),
        Asked("bonus", mark("or points more")),
        Asked("first", mark("From")),
        Asked("last", mark("To")),
    ),
}
