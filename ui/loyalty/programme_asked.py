"""What each part of the programme asks for, field by field, and under which title it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resources.words import mark


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form, typed or chosen; `help_words` stand below it.

    `when` names another field and the choices there with which this one is asked.
    """

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    help_words: str = ""
    when: tuple[str, tuple[str, ...]] | None = None
    weekdays: bool = False
    begins: bool = False
    """Stands at the beginning of a line."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A section of the page: its title, the parts that stand in it, and the link that adds one more."""

    title: str
    parts: tuple[str, ...]
    add: str = ""
    adds: str = ""


LISTS = frozenset({"extras", "rewards", "tiers", "promotions"})
"""Parts of which there may be any number of rules."""
ONCE = frozenset({"stamps"})
"""Parts of which there is one rule or none."""

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
MEANT = (("item", mark("One item")), ("category", mark("A whole category")))
GIVES = (("times", mark("Points times a number")), ("bonus", mark("So many points more")))
EARNS = (("no", mark("Earns nothing")), ("yes", mark("Earns points, too")))
COUNTED = (
    ("lifetime", mark("All points ever earned")),
    ("year", mark("Points of the last 12 months")),
)
HOURS = mark("For example 8:00; empty for the whole day")

SECTIONS: Mapping[str, Titled] = {
    "earning": Titled(
        mark("Points"),
        ("earning", "extras", "visit", "gifts", "times", "exclude", "paid", "limit"),
        mark("Add points for an item"),
        "extras",
    ),
    "expiry": Titled(mark("Expiry"), ("expiry",)),
    "worth": Titled(mark("Paying with points"), ("worth",)),
    "rewards": Titled(mark("Rewards"), ("rewards",), mark("Add a reward"), "rewards"),
    "tiers": Titled(mark("Tiers"), ("tiers", "climbing"), mark("Add a tier"), "tiers"),
    "stamps": Titled(mark("Stamp card"), ("stamps",), mark("Add a stamp card"), "stamps"),
    "promotions": Titled(
        mark("Promotions"), ("promotions",), mark("Add a promotion"), "promotions"
    ),
}

_WHEN = (
    Asked("weekdays", mark("On these days"), weekdays=True),
    Asked("from_hour", mark("From what time"), (), HOURS),
    Asked("to_hour", mark("Until what time"), (), HOURS),
)

ASKED: Mapping[str, Sequence[Asked]] = {
    "earning": (
        Asked("points", mark("Points")),
        Asked("per", mark("for each")),
        Asked("min_total", mark("From a bill of"), (), mark("Empty for any bill")),
    ),
    "extras": (
        Asked("meant", mark("What earns more"), MEANT),
        Asked("name", mark("Its name"), (), mark("As it stands on the bill")),
        Asked("points", mark("Points more for each piece")),
    ),
    "visit": (Asked("visit", mark("Points for each visit"), (), mark("Empty for none")),),
    "gifts": (
        Asked("signup", mark("For signing up")),
        Asked(
            "birthday",
            mark("On the birthday"),
            (),
            mark("Come with the first sale on the day itself"),
        ),
    ),
    "times": _WHEN,
    "exclude": (
        Asked(
            "exclude",
            mark("Items and categories that earn nothing"),
            (),
            mark("Between commas, as they stand on the bill"),
        ),
    ),
    "paid": (
        Asked("on_points_paid", mark("What is paid with points"), EARNS),
        Asked("on_gift_card", mark("What is paid with a gift card"), EARNS),
    ),
    "limit": (
        Asked(
            "daily_limit", mark("At most so many points a day"), (), mark("Empty for any number")
        ),
    ),
    "expiry": (
        Asked("lives", mark("When points expire"), LIVES),
        Asked("number", mark("How many"), when=("lives", ("days", "months", "end"))),
        Asked(
            "inactivity",
            mark("Days without a visit after which all are gone"),
            (),
            mark("Empty if they stay"),
        ),
    ),
    "worth": (Asked("value", mark("A point pays")),),
    "rewards": (
        Asked("name", mark("Reward")),
        Asked("points", mark("Points")),
        Asked("kind", mark("What it is"), KINDS),
        Asked("amount", mark("How much off"), when=("kind", ("amount",))),
        Asked("percent", mark("How many percent off"), when=("kind", ("percent",))),
        Asked("text", mark("Which item"), when=("kind", ("item",))),
        Asked("own", mark("What it is, in your words"), when=("kind", ("text",))),
        Asked(
            "cap",
            mark("At most"),
            (),
            mark("The most that a percentage takes off"),
            when=("kind", ("percent",)),
        ),
        Asked("pack", mark("Pieces for that price"), (), mark("Usually one")),
    ),
    "tiers": (
        Asked("name", mark("Tier")),
        Asked("at", mark("From so many points")),
        Asked("benefit", mark("What comes with it")),
    ),
    "climbing": (
        Asked("tiers_by", mark("What counts for a tier"), COUNTED),
        Asked("grace", mark("Days that a tier is kept when the points are too few")),
    ),
    "stamps": (
        Asked("name", mark("Name of the card")),
        Asked("goal", mark("Stamps on a full card")),
        Asked("reward", mark("What a full card brings")),
        Asked("head_start", mark("Stamps to begin with")),
        Asked("interim_at", mark("Something on the way, at stamp"), (), mark("Empty for nothing")),
        Asked("interim", mark("What it is")),
        Asked("minutes", mark("Minutes between two stamps"), (), mark("Empty for none")),
    ),
    "promotions": (
        Asked("name", mark("Promotion")),
        Asked("gives", mark("What it gives"), GIVES),
        Asked("times", mark("Points times"), when=("gives", ("times",))),
        Asked("bonus", mark("Points more"), when=("gives", ("bonus",))),
        Asked("first", mark("From"), begins=True),
        Asked("last", mark("To")),
        *_WHEN,
    ),
}
