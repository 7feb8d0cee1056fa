"""How many each person gets: a number that stands behind a tag of hers, as in `labels 3`."""

import json
import re
from collections.abc import Iterable, Sequence

from app.keeping.database import Book

MOST = 999
_NUMBER = r"\s*[:=×x*]?\s*(\d{1,3})"
_COUNTED = re.compile(rf"(.*?[^\W\d]){_NUMBER}")


def quantities(book: Book, ids: Sequence[int], tag: str) -> dict[int, int]:
    """Of those who have `tag` with a number, how many; of `tag` alone one. The others are not there."""
    pattern = re.compile(rf"{re.escape(tag.strip())}(?:{_NUMBER})?", re.IGNORECASE)
    used = book.column("SELECT DISTINCT value FROM particulars WHERE kind = 'tag'")
    matches = ((one, pattern.fullmatch(one.strip())) for one in used)
    numbers = {one: int(match[1] or 1) for one, match in matches if match}
    rows = book.execute(
        "SELECT customer, value FROM particulars WHERE kind = 'tag'"
        " AND value IN (SELECT value FROM json_each(?))"
        " AND customer IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)), json.dumps(list(ids))),
    )
    found: dict[int, int] = {}
    for customer, value in rows:
        found[customer] = max(numbers[value], found.get(customer, 0))
    return found


def counting(tags: Iterable[str]) -> list[str]:
    """Those of them that stand with a number somewhere, without it: `labels` of `labels 3`."""
    found: dict[str, str] = {}
    for one in tags:
        if match := _COUNTED.fullmatch(one.strip()):
            found.setdefault(match[1].casefold(), match[1])
    return list(found.values())
