"""Somebody from the customer book and how a letter greets her, short enough for a table."""

from datetime import UTC, datetime
from itertools import count

from app.people.customer import Customer, CustomerId
from app.people.salutations.salute import salute

NUMBERS = count(1)
FIRST_DAY = datetime(2026, 11, 22, tzinfo=UTC)


def somebody(first="", last="", form=None, **more):
    number = next(NUMBERS)
    return Customer(
        id=CustomerId(number),
        uid=str(number),
        created_at=FIRST_DAY,
        first_name=first or None,
        last_name=last or None,
        form_of_address=form or None,
        **more,
    )


def line(language, *name, household=(), tone="warm", familiar=False, **more):
    """The whole salutation of a letter to `name`."""
    one = somebody(*name, **more)
    return salute(one, language, tone=tone, familiar=familiar, household=household).salutation


def people(table):
    """`first | last | form | what is expected`, one a line."""
    rows = (text.split("|") for text in table.strip().splitlines())
    return [tuple(cell.strip() for cell in row) for row in rows]


def pairs(table):
    """`name/form` for every word; `_` is a space."""
    return [tuple(pair.replace("_", " ").split("/")) for pair in table.split()]
