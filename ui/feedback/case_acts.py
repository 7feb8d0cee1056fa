"""What can be done about a case: what is asked before each act, and what stands in the fields."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.voice.case import Stage
from resources.words import mark
from ui.coupons.asked import KINDS, Asked

ANSWER, CARD, COUPON, PLAN = "answer", "card", "coupon", "plan"
ASSIGN, NOTE, CLOSE, REOPEN = "assign", "note", "close", "reopen"


@dataclass(frozen=True, slots=True)
class Act:
    """Its button, what is asked before, and the verb that does it; one without a verb is done at once."""

    words: str
    icon: str
    asked: Sequence[Asked] = ()
    verb: str = ""


_DUE = Asked("due", mark("Until when"), help_words=mark("A day, such as 24. 12. 2026."))
ACTS: Mapping[str, Act] = {
    ANSWER: Act(
        mark("I answered"),
        "phone-check-outline",
        (Asked("how", mark("How, and what was said")),),
        mark("Write it down"),
    ),
    CARD: Act(mark("Write an apology"), "email-edit-outline"),
    COUPON: Act(
        mark("Give a coupon"),
        "ticket-percent-outline",
        (
            Asked("kind", mark("What it gives"), tuple(one for one in KINDS if one[0] != "bundle")),
            Asked("value", mark("How much"), kinds=frozenset({"percent", "amount"})),
            Asked("item", mark("What is free"), kinds=frozenset({"item"})),
            Asked("days", mark("Good for so many days")),
        ),
        mark("Give it"),
    ),
    PLAN: Act(
        mark("Next step"),
        "calendar-arrow-right",
        (Asked("next_step", mark("What is to be done next")), _DUE),
        mark("Plan it"),
    ),
    ASSIGN: Act(
        mark("Give to somebody"),
        "account-arrow-right-outline",
        (Asked("owner", mark("Who sees to it")),),
        mark("Give"),
    ),
    NOTE: Act(
        mark("Note"),
        "note-text-outline",
        (Asked("text", mark("What is to be known")),),
        mark("Keep"),
    ),
    CLOSE: Act(
        mark("Settled"),
        "check-circle-outline",
        (Asked("outcome", mark("What came of it")),),
        mark("Settle it"),
    ),
    REOPEN: Act(mark("Open again"), "refresh", (_DUE,), mark("Open it")),
}
USUAL_COUPON: Mapping[str, str] = {"kind": "percent", "value": "20", "days": "30"}
_BY_STAGE: Mapping[Stage, Sequence[str]] = {
    Stage.OPEN: (ANSWER, CARD, COUPON, PLAN, ASSIGN, NOTE, CLOSE),
    Stage.REOPENED: (ANSWER, CARD, COUPON, PLAN, ASSIGN, NOTE, CLOSE),
    Stage.WAITING: (CLOSE, CARD, COUPON, PLAN, ASSIGN, NOTE),
    Stage.CLOSED: (REOPEN, NOTE),
}
NEEDS_HER = frozenset({CARD, COUPON})
"""What only can be done where it is known who she is."""


def acts_of(stage: Stage, *, is_known: bool, has_coupon: bool) -> tuple[str, ...]:
    """What can be done now, the most usual first."""
    without = (frozenset() if is_known else NEEDS_HER) | (
        frozenset({COUPON}) if has_coupon and stage is not Stage.REOPENED else frozenset()
    )
    return tuple(one for one in _BY_STAGE[stage] if one not in without)
