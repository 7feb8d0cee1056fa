"""Who may be written to just now."""

from collections.abc import Iterable
from enum import StrEnum

from app.errors import ShopError
from app.people.customer import Customer
from app.values import value


class Why(StrEnum):
    """Why somebody on the list is left out."""

    DECEASED = "deceased"
    SAID_NO = "said_no"
    NO_ADDRESS = "no_address"


class NobodyOnTheList(ShopError):
    """Nobody on the list `name` may be written to; `left_out` is how many were left out."""


@value
class LeftOut:
    customer: Customer
    why: Why


@value
class Recipients:
    """In the order of the list."""

    chosen: tuple[Customer, ...]
    left_out: tuple[LeftOut, ...]


def why_not(customer: Customer, *, needs_address: bool = False) -> Why | None:
    """What speaks against writing to her: asked again whenever something is printed."""
    if customer.deceased or customer.removed:
        return Why.DECEASED
    if customer.do_not_post or customer.consent("post") is False:
        return Why.SAID_NO
    if needs_address and not customer.has_address:
        return Why.NO_ADDRESS
    return None


def recipients(people: Iterable[Customer], *, needs_address: bool = False) -> Recipients:
    """Divides a list into those who may be written to and those who are left out."""
    chosen, left_out = [], []
    for one in people:
        why = why_not(one, needs_address=needs_address)
        if why is None:
            chosen.append(one)
        else:
            left_out.append(LeftOut(customer=one, why=why))
    return Recipients(chosen=tuple(chosen), left_out=tuple(left_out))
