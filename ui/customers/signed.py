"""Notes and consents in words: what was written or said, by whom, when and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.clock import shop_date
from app.people.customer import Consent, Customer, Note
from resources.words import mark
from ui.customers.fields import CONSENTS
from ui.customers.saying import About, gone_by, past

HOW: Mapping[str, str] = {
    "counter": mark("at the counter"),
    "phone": mark("by phone"),
    "paper": mark("on paper"),
    "import": mark("with an import"),
    "demo": mark("invented"),
    "undo": mark("by undoing"),
}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One note with who wrote it when."""

    uid: str
    text: str
    signed: str
    pops_up: bool


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What she said to one purpose: `granted` None when she was never asked."""

    purpose: str
    label: str
    granted: bool | None
    answer: str
    detail: str
    whole: str
    """Everything that is recorded: answer, day, how, by whom, and what was asked."""


def note_line(note: Note, about: About, zone: str) -> NoteLine:
    day = shop_date(note.at, zone)
    signed = past(day, about)
    if note.by:
        signed = about.words("{who}, {day}", who=note.by, day=gone_by(day, about))
    return NoteLine(note.uid, note.text, signed, note.pops_up)


def consent_line(purpose: str, customer: Customer, about: About, zone: str) -> ConsentLine:
    granted = customer.consent(purpose)
    label = about.words(CONSENTS[purpose][0])
    if granted is None:
        never = about.words("Never asked")
        return ConsentLine(purpose, label, None, never, "", never)
    said = next(one for one in reversed(customer.consents) if one.purpose == purpose)
    answer = about.words("Yes") if granted else about.words("No")
    asked = _asked(said, about, zone)
    parts = [answer, asked, said.by, said.wording and f"“{said.wording}”"]
    return ConsentLine(purpose, label, granted, answer, asked, ", ".join(filter(None, parts)))


def _asked(said: Consent, about: About, zone: str) -> str:
    day = past(shop_date(said.at, zone), about)
    how = about.words(HOW[said.how]) if said.how in HOW else said.how
    return about.words("{day}, {how}", day=day, how=how)
