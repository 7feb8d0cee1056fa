"""How many each person gets: a number that stands behind a tag of hers, as in `labels 3`."""

import re
from collections.abc import Iterable

from app.people.customer import Customer, CustomerId

MOST = 999
_NUMBER = r"\s*[:=×x*]?\s*(\d{1,3})"


def quantities(people: Iterable[Customer], tag: str) -> dict[CustomerId, int]:
    """Of those who have `tag` with a number, how many; of `tag` alone one. The others are not there."""
    pattern = re.compile(rf"{re.escape(tag.strip())}(?:{_NUMBER})?", re.IGNORECASE)
    found: dict[CustomerId, int] = {}
    for one in people:
        matches = (pattern.fullmatch(own.strip()) for own in one.tags)
        numbers = [int(match[1] or 1) for match in matches if match]
        if numbers:
            found[one.id] = max(numbers)
    return found
