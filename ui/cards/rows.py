"""One person's row: the face, why she is here, and whether she gets a card."""

from datetime import date

from resources.words import Words
from ui.cards import wording
from ui.cards.looking_over import Findings
from ui.cards.recipients import Recipient
from ui.cards.remarks import row_mark
from ui.cards.selection import Selection
from ui.cards.shown import Row


def row(one: Recipient, selection: Selection, findings: Findings, on: date, words: Words) -> Row:
    """As it stands in the list just now."""
    ticked, said = selection.is_ticked(one), wording.reason(one, on, words)
    state = words("ticked") if ticked else words("not ticked")
    return Row(
        name=one.name,
        uid=one.uid,
        reason=said,
        ticked=ticked,
        fixed=not selection.may_be_ticked(one),
        mark=row_mark(one, selection, findings),
        aloud=", ".join(part for part in (one.name, said, state) if part),
    )
