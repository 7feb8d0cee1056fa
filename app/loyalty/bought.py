"""What many people bought, in a word each: how often they came, what they like best, what it was last."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from app.keeping.database import Book
from app.loyalty.rhythm import STANDS, of
from app.values import value

_BACK = timedelta(days=365)
_LATELY = timedelta(days=92)
FEWEST_BILLS = 3
"""What is liked best was bought at least so often within the year."""
_LONGEST = 30
_SALES = (
    "SELECT ifnull(c.merged_into, c.id) AS who, s.id AS sale, s.day, l.name,"
    " l.price * l.thousandths - 1000 * l.discount AS cost FROM sales s JOIN customers c ON c.id = s.customer"
    " JOIN sale_lines l ON l.sale = s.id WHERE s.day BETWEEN :since AND :on AND s.customer IN"
    " (SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(:people))"
    " OR merged_into IN (SELECT value FROM json_each(:people)))"
    f" AND {STANDS} ORDER BY s.day, s.id, cost"
)


@value
class Bought:
    """`favourite` and `last` are items as the shop calls them, empty where none can be said."""

    visits: int
    first_day: date
    favourite: str = ""
    last: str = ""


def bought(book: Book, people: Sequence[int], on: date) -> dict[int, Bought]:
    """Of each of `people` who ever bought anything."""
    bills: dict[int, Counter[str]] = defaultdict(Counter)
    last: dict[int, str] = {}
    asked = {
        "people": json.dumps(list(people)),
        "on": on.isoformat(),
        "since": (on - _BACK).isoformat(),
    }
    lately = (on - _LATELY).isoformat()
    seen: set[tuple[int, str]] = set()
    for row in book.execute(_SALES, asked):
        name = spoken(row["name"])
        if not name:
            continue
        if (row["sale"], name) not in seen:
            seen.add((row["sale"], name))
            bills[row["who"]][name] += 1
        if row["day"] >= lately:
            last[row["who"]] = name  # the dearest of the newest sale comes last
    return {
        who: Bought(
            visits=one.visits,
            first_day=date.fromisoformat(one.first_day),
            favourite=_liked_best(bills[who]),
            last=last.get(who, ""),
        )
        for who, one in of(book, people).items()
    }


def spoken(name: str) -> str:
    """An item as it may stand in a sentence; empty for what only a till would say: `ROHL.43G*`."""
    line = " ".join(name.split())
    if not line or len(line) > _LONGEST or any(char.isdigit() or char in "*/#_|" for char in line):
        return ""
    return line.capitalize() if line.isupper() and len(line) > 1 else line


def _liked_best(bills: Mapping[str, int]) -> str:
    """The one on most bills, where no other is on as many."""
    first, *others = Counter(bills).most_common(2) or [("", 0)]
    is_one = first[1] >= FEWEST_BILLS and not (others and others[0][1] == first[1])
    return first[0] if is_one else ""
