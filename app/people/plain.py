"""A customer as the plain field names of files and commands, and nothing but text, flags and lists."""

import re
from typing import Any

from app.people.customer import Customer, shown_name

FIELDS = (
    "external_id",
    "first_name",
    "last_name",
    "company",
    "form_of_address",
    "language",
    "phone",
    "email",
    "street",
    "street2",
    "city",
    "region",
    "postal_code",
    "country",
    "birthday",
    "card_number",
    "tags",
    "notes",
    "member_since",
    "consent_post",
    "consent_email",
    "consent_phone",
)


_EXTENSION = re.compile(r"(?<=\d) \D.*$")


def plain(customer: Customer) -> dict[str, Any]:
    """`id` and every field of `FIELDS`: text or None, tags a list, consents True, False or None."""
    values = {name: getattr(customer, name, None) for name in FIELDS}
    return (
        {"id": customer.id}
        | values
        | {
            "phone": next(map(_without_extension, customer.phones), None),
            "email": next(iter(customer.emails), None),
            "birthday": str(customer.birthday) if customer.birthday else None,
            "tags": list(customer.tags),
            "notes": "\n".join(note.text for note in customer.notes) or None,
            "consent_post": customer.consent("post"),
            "consent_email": customer.consent("email"),
            "consent_phone": customer.consent("phone"),
        }
    )


def as_cells(customer: Customer) -> dict[str, str | bool | None]:
    """What a spreadsheet of everybody holds: all phones, titles, the name as a whole, lists as one text."""
    values = plain(customer) | {"phone": customer.phones, "email": customer.emails}
    values |= {"title_before": customer.title_before, "title_after": customer.title_after}
    first, last = customer.first_name, customer.last_name
    values["full_name"] = shown_name(first, last, customer.company)
    values["full_name_last_first"] = f"{last}, {first}" if first and last else values["full_name"]
    return {
        name: ", ".join(value) if isinstance(value, list | tuple) else value
        for name, value in values.items()
        if name != "id"
    }


def _without_extension(phone: str) -> str:
    """E.164 has no word for the line behind a switchboard."""
    return _EXTENSION.sub("", phone) if phone.startswith("+") else phone
