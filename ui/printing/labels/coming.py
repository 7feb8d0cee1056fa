"""What comes out of an order, in the line above the acts: all of it, or some pages or people alone."""

from collections.abc import Collection
from dataclasses import dataclass

from resources.words import Words
from ui.printing.labels.given import Given, given_said
from ui.printing.labels.laying import Lie
from ui.printing.labels.saying import envelopes_said, labels_said, rest_said
from ui.printing.labels.shown import Total


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How it would `lie`, and the places that are `wanted` of it, none where all are.

    `looking` says that they are not known yet, `wrong` what is wrong with the pages that were typed.
    """

    lie: Lie
    wanted: Collection[int]
    is_labels: bool
    given: Given
    looking: str
    wrong: str
    busy: str
    after: str

    @property
    def pieces(self) -> int:
        return len(self.wanted) or self.lie.pieces


def total_said(coming: Coming, words: Words) -> Total:
    """What will be printed, given out and used."""
    wanted, is_labels = coming.wanted, coming.is_labels
    nobody = "" if coming.pieces else words("Nobody here has an address")
    nothing = coming.looking or nobody
    why_not = nothing or coming.wrong
    said = (
        labels_said(coming.lie, wanted, words)
        if is_labels
        else envelopes_said(coming.pieces, words)
    )
    counts_as_used = not (is_labels and wanted)
    given = given_said(coming.given, words, counts_as_used=counts_as_used)
    keeps_rest = is_labels and not wanted
    return Total(
        said=nothing or ("" if why_not else said),
        act=words("Print"),
        why_not=coming.busy or why_not,
        given="" if why_not else given,
        rest=rest_said(coming.lie, words) if keeps_rest else "",
        after=coming.after,
    )
