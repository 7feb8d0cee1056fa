"""One customer as the book knows her."""

from collections.abc import Mapping
from datetime import datetime
from typing import NewType, TypedDict

from app.people.birthday import Birthday
from app.values import value

CustomerId = NewType("CustomerId", int)

PURPOSES = ("post", "email", "phone", "photo", "repost")
FORMS_OF_ADDRESS = ("f", "m", "family", "neutral")
TEXT_FIELDS = (
    "external_id",
    "card_number",
    "title_before",
    "first_name",
    "last_name",
    "title_after",
    "company",
    "form_of_address",
    "greeting",
    "language",
    "street",
    "street2",
    "city",
    "region",
    "postal_code",
    "country",
    "birthday",
    "member_since",
    "photo",
)
LISTS: Mapping[str, str] = {
    "phones": "phone",
    "emails": "email",
    "tags": "tag",
    "preferences": "preference",
    "handles": "handle",
}
"""Fields that hold any number of texts, with the word that `particulars.kind` uses for one."""
FLAGS = ("do_not_post", "deceased", "archived", "removed")


@value
class Note:
    """Something to know about a person; one that pops up is shown whenever she is found."""

    uid: str
    at: datetime
    by: str
    text: str
    pops_up: bool = False


@value
class Consent:
    """What a person said to one purpose, when and how; a later record supersedes an earlier."""

    purpose: str
    granted: bool | None
    wording: str
    at: datetime
    how: str
    by: str


@value
class Customer:
    """The first phone and the first e-mail are the main ones; notes stand newest first."""

    id: CustomerId
    uid: str
    created_at: datetime
    external_id: str | None = None
    card_number: str | None = None
    title_before: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    title_after: str | None = None
    company: str | None = None
    form_of_address: str | None = None
    greeting: str | None = None
    language: str | None = None
    street: str | None = None
    street2: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    birthday: Birthday | None = None
    member_since: str | None = None
    photo: str | None = None
    household: int | None = None
    merged_into: int | None = None
    """Who she became, when she stood in the book twice."""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    preferences: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()
    do_not_post: bool = False
    deceased: bool = False
    archived: bool = False
    removed: bool = False

    @property
    def name(self) -> str:
        """The name to show: the person's, else the company's, else phone, e-mail or card."""
        contact = next(iter(self.phones + self.emails), None)
        return shown_name(self.first_name, self.last_name, self.company, contact, self.card_number)

    @property
    def name_with_titles(self) -> str:
        """As the post writes it: `Ing. Jan Novák, Ph.D.`"""
        if not (self.first_name or self.last_name):
            return self.name
        before = f"{self.title_before} " if self.title_before else ""
        after = f", {self.title_after}" if self.title_after else ""
        return f"{before}{self.name}{after}"

    @property
    def has_address(self) -> bool:
        """Whether the post could find her: a town, and a street or a post code."""
        return bool(self.city and (self.street or self.postal_code))

    def consent(self, purpose: str) -> bool | None:
        """The last word on `purpose`; None when she was never asked."""
        answers = [record.granted for record in self.consents if record.purpose == purpose]
        return answers[-1] if answers else None


def shown_name(first: str | None, last: str | None, *others: str | None) -> str:
    """First and last name, else the first of `others` that there is."""
    person = " ".join(part for part in (first, last) if part)
    return person or next((other for other in others if other), "")


class CustomerFields(TypedDict, total=False):
    """What a verb may be given; a text is None or "" to clear it, a birthday is `Birthday.read`'s."""

    external_id: str | None
    card_number: str | None
    title_before: str | None
    first_name: str | None
    last_name: str | None
    title_after: str | None
    company: str | None
    form_of_address: str | None
    greeting: str | None
    language: str | None
    street: str | None
    street2: str | None
    city: str | None
    region: str | None
    postal_code: str | None
    country: str | None
    birthday: str | None
    member_since: str | None
    photo: str | None
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    tags: tuple[str, ...]
    preferences: tuple[str, ...]
    handles: tuple[str, ...]
    do_not_post: bool
    deceased: bool
    archived: bool
