"""Somebody new at the counter, with a name or nothing but a fresh card."""

from typing import TYPE_CHECKING

from app.people.names import split_name
from ui.loyalty.needs import DeskSide

if TYPE_CHECKING:
    from app.people.customer import CustomerFields


def add_with_card(desk: DeskSide, number: str, name: str) -> int | None:
    """Adds whoever holds the card, and gives what there is for signing up; None when refused."""
    parts = split_name(name)
    fields: CustomerFields = {"card_number": number}
    if name.strip():
        fields |= {
            "title_before": parts.title_before,
            "first_name": parts.first_name,
            "last_name": parts.last_name,
            "title_after": parts.title_after,
            "company": parts.company,
        }
    added = desk.attempt(lambda: desk.shop.enrol(**fields))
    if added is None:
        return None
    desk.tell_last()
    return added.id
