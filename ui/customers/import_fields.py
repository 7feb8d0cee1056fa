"""The fields that a column of a list may go to, in the owner's words."""

from collections.abc import Mapping

from app.people.exchange.mapping import UNUSED
from resources.words import Words, mark

GROUPS: tuple[Mapping[str, str], ...] = (
    {UNUSED: mark("Leave out"), "notes": mark("Keep as a note")},
    {
        "full_name": mark("Whole name"),
        "full_name_last_first": mark("Whole name, surname first"),
        "first_name": mark("First name"),
        "middle_name": mark("Middle name"),
        "last_name": mark("Last name"),
        "title": mark("Title or Mr and Mrs"),
        "title_before": mark("Title before name"),
        "title_after": mark("Title after name"),
        "form_of_address": mark("Form of address"),
        "company": mark("Company"),
    },
    {"phone": mark("Phone"), "email": mark("E-mail")},
    {
        "address": mark("Whole address"),
        "street": mark("Street"),
        "house_number": mark("House number"),
        "street2": mark("Street 2"),
        "city": mark("City"),
        "city_postal": mark("City with postal code"),
        "postal_code": mark("Postal code"),
        "region": mark("Region"),
        "country": mark("Country"),
    },
    {
        "birthday": mark("Birthday"),
        "member_since": mark("Customer since"),
        "language": mark("Language"),
        "tags": mark("Tags"),
        "card_number": mark("Card number"),
        "external_id": mark("Customer ID"),
    },
    {
        "consent": mark("Consent to everything"),
        "consent_post": mark("Consent to post"),
        "consent_email": mark("Consent to e-mail"),
        "consent_phone": mark("Consent to phone"),
    },
)
TITLES = {key: title for group in GROUPS for key, title in group.items()}
NAMED = frozenset("full_name full_name_last_first first_name last_name company".split())
SOMEBODY = NAMED | {"phone", "email", "card_number"}
"""Without one of these there is nobody in a row."""


def field_said(field: str, words: Words) -> str:
    """A field in words; "" for what is none, as a column that keeps its own header."""
    title = TITLES.get(field)
    return words(title) if title else ""
