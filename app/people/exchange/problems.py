"""What could not be taken over from a cell or a row, and why."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SHOWN = 200


class Reason(StrEnum):
    """Why a value was not taken; the facts that go with each are named behind it."""

    BAD_DATE = "bad_date"
    YEAR_ALONE = "year_alone"
    IMPOSSIBLE_DATE = "impossible_date"
    DATE_TOO_EARLY = "date_too_early"  # earliest
    DATE_TO_COME = "date_to_come"  # on
    BOTH_WAYS = "both_ways"
    CONTRARY_DATE = "contrary_date"  # order
    BAD_PHONE = "bad_phone"  # country
    DAMAGED_NUMBER = "damaged_number"
    BAD_EMAIL = "bad_email"
    UNKNOWN_ADDRESS_FORM = "unknown_address_form"
    UNKNOWN_ANSWER = "unknown_answer"
    UNKNOWN_COUNTRY = "unknown_country"
    UNKNOWN_LANGUAGE = "unknown_language"
    TOO_LONG = "too_long"  # limit
    BROKEN_CARD = "broken_card"
    NOBODY = "nobody"
    TOTAL = "total"
    HEADERS_AGAIN = "headers_again"
    # of sales
    BAD_AMOUNT = "bad_amount"
    UNKNOWN_BUYER = "unknown_buyer"
    SEVERAL_BUYERS = "several_buyers"
    NOTHING_TO_REFUND = "nothing_to_refund"
    ROW_AGAIN = "row_again"
    # of answers
    BAD_SCORE = "bad_score"  # least, most
    NOTHING_SAID = "nothing_said"
    UNKNOWN_ANSWERER = "unknown_answerer"
    SEVERAL_ANSWERERS = "several_answerers"
    # found while the book is compared, after the cells were read
    IN_THE_BOOK = "in_the_book"
    NOT_IN_THE_BOOK = "not_in_the_book"
    POSSIBLE_DOUBLE = "possible_double"  # other
    RENAMED = "renamed"  # other
    TAKEN = "taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A piece of one cell that could not be read: as it was written, and why."""

    value: str
    reason: Reason
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A doubt with its place: `row` as a spreadsheet program numbers it, `field` as an import names it, or
    the header where it has no such name.

    `value` is cut to what can be shown.
    """

    row: int
    field: str
    value: str
    reason: Reason
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


def cut_to_show(value: str) -> str:
    """`value` short enough to stand in a list of problems."""
    return value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
