"""The history of a person in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.clock import shop_date
from app.money import Money
from app.shop import Shop
from app.thanks.timeline import Happened, timeline
from reports.amounts import said
from reports.feedback_words import answer_said
from reports.letter_words import letter_called
from resources.words import mark
from ui.customers.fields import CONSENTS, LABELS
from ui.customers.saying import About, gained, past

_WORDS: Mapping[str, tuple[str, str]] = {
    "add": ("account-plus-outline", mark("Added to the book")),
    "import": ("tray-arrow-down", mark("Came with an import")),
    "demo": ("account-plus-outline", mark("Invented for the demo shop")),
    "change": ("pencil-outline", mark("Changed: {fields}")),
    "tag": ("tag-outline", mark("Tag “{tag}” added")),
    "untag": ("tag-off-outline", mark("Tag “{tag}” taken away")),
    "language": ("translate", mark("Language set")),
    "consent": ("hand-back-left-outline", mark("Asked about: {fields}")),
    "archive": ("archive-outline", mark("Put in the archive")),
    "unarchive": ("archive-arrow-up-outline", mark("Taken back from the archive")),
    "delete": ("trash-can-outline", mark("Deleted")),
    "note": ("note-text-outline", mark("Note written")),
    "strike note": ("note-remove-outline", mark("Note struck out")),
    "put aside": ("note-alert-outline", mark("Put in the notes, unreadable")),
    "household": ("home-heart", mark("Joined a household")),
    "merge": ("account-multiple-outline", mark("{other} was merged into {name}")),
    "let wait": ("email-outline", mark("A card was put aside")),
    "take out": ("email-outline", mark("A card waits no longer")),
    "withdraw": ("email-off-outline", mark("A card did not come out")),
    "undo": ("undo-variant", mark("Taken back: {fields}")),
    "sale": ("basket-outline", mark("Sale {total}")),
    "refund": ("cash-refund", mark("Money back {total}")),
    "redeem": ("gift-outline", "{name}"),
    "spend points": ("star-minus-outline", mark("Points spent")),
    "welcome": ("star-outline", mark("Points for signing up")),
    "give card": ("card-account-details-outline", mark("Card given")),
    "give out": ("card-account-details-outline", mark("Card given")),
    "print later": ("card-account-details-outline", mark("Card given")),
    "replace card": ("card-account-details-outline", mark("Card replaced")),
    "adjust points": ("star-outline", mark("Points put right: {name}")),
    "answered": ("message-text-outline", mark("Feedback: {said}")),
    "open case": ("message-alert-outline", mark("Told you in person: {text}")),
    "answer case": ("message-reply-text-outline", mark("Complaint answered")),
    "make up": ("ticket-percent-outline", mark("Coupon {code} to make up for it")),
    "close case": ("check-circle-outline", mark("Complaint settled")),
    "reopen case": ("message-alert-outline", mark("Complaint opened again")),
    "thank for answer": ("star-outline", mark("Points for an answer")),
    "printed": ("email-check-outline", mark("Birthday card printed")),
}
_UNKNOWN = ("circle-outline", mark("Changed: {fields}"))
_OTHER_CARD = mark("Card “{letter}” printed")


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of the thread, said already."""

    icon: str
    words: str
    detail: str
    when: str
    card: int = 0
    """The number of a card that can be looked at and printed again."""
    step: int = 0
    """Takes it back, where it was done at the till."""
    case: int = 0
    """The number of a case that can be opened."""


def told(shop: Shop, customer: int, about: About, zone: str) -> tuple[Told, ...]:
    """Everything that happened with her, newest first."""
    currency = shop.settings.read().currency
    return tuple(
        _told(one, about, zone, currency) for one in timeline(shop.book, shop.history, customer)
    )


def _told(one: Happened, about: About, zone: str, currency: str) -> Told:
    icon, text = _WORDS.get(one.what, _UNKNOWN)
    if one.what == "printed" and one.facts["letter"] != "birthday":
        text = _OTHER_CARD
    facts = {**one.facts, "fields": _fields(one, about)}
    if "answer" in facts:
        facts["said"] = answer_said(facts.pop("answer"), about.words)
    if "code" in facts:
        facts["code"] = about.words.isolated(facts["code"])
    if "letter" in facts:
        facts["letter"] = letter_called(facts["letter"], about.words)
    if facts.get("total") is not None:
        facts["total"] = said(Money(facts["total"], currency), about.words)
    return Told(
        icon,
        about.words(text, **facts),
        _detail(one, about),
        past(shop_date(one.at, zone), about),
        one.print or 0,
        one.step or 0,
        one.case or 0,
    )


def _fields(one: Happened, about: About) -> str:
    """`phone, city`: the names of what was changed, each once."""
    labels = [label for name in one.fields if (label := _label(name))]
    return ", ".join(about.words(label) for label in dict.fromkeys(labels))


def _label(field: str) -> str:
    """`consent:post` is told as post, `note:…` as a note."""
    kind, _, rest = field.partition(":")
    return CONSENTS[rest][0] if kind == "consent" else LABELS.get(kind, "")


def _detail(one: Happened, about: About) -> str:
    if one.facts.get("outcome"):
        return str(one.facts["outcome"])
    if one.occasion:
        return about.words("for {date}", date=about.words.date(one.occasion, "MMMMd"))
    return gained(one.points, about.words) if one.points else one.by
