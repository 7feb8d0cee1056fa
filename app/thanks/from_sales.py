"""Who is on a list for what she bought, or did not: regulars, slipping, lapsed, near a reward, best."""

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

from app.keeping.database import Book
from app.loyalty import rhythm
from app.loyalty.lots import open_of
from app.loyalty.rhythm import LEAST_VISITS
from app.values import value

BEST = 50
"""So many are on `best` when no number is given."""
NEAR = 9, 10
"""Near a reward is who has nine tenths of its price."""
NEW_DAYS = 30


@value
class Measures:
    """The house's own numbers. Months and weeks reach back from the day that is asked about.

    From `rhythm_visits` on (at least 3) a person's own rhythm says whether she is slipping; with
    fewer, who came three times within `regular_months` and then not for `quiet_weeks` is.
    """

    regular_months: int = 6
    rhythm_visits: int = LEAST_VISITS
    quiet_weeks: int = 6
    lapsed_months: int = 6


class Asked(Protocol):
    """What the answer depends on; `prices` tells those of the rewards, in points."""

    @property
    def on(self) -> date: ...
    @property
    def measures(self) -> Measures: ...
    @property
    def currency(self) -> str: ...
    @property
    def prices(self) -> Callable[[], Sequence[int]]: ...


@value
class Reason:
    """Why somebody is on the list `kind`: only the facts that it goes by, 0 for the others.

    `half_gap` is twice her usual gap in days, `ago` the days since her last visit (of `new`, her first);
    `spent` is in minor units of `currency`; `points` are hers, of the `price` of the reward that she is near;
    `said` are her words.
    """

    kind: str
    half_gap: int = 0
    ago: int = 0
    visits: int = 0
    spent: int = 0
    currency: str = ""
    points: int = 0
    price: int = 0
    said: str = ""


# Nobody who died, left the book or lies in the archive is on a list from sales.
_HERE = "NOT c.removed AND NOT c.archived AND NOT c.deceased"
_FROM = f"FROM rhythms r JOIN customers c ON c.id = r.customer WHERE {_HERE} AND"
SLIPPING = (
    "CASE WHEN r.visits >= :rhythm_visits"
    " THEN julianday(:on) - julianday(r.last_day) > r.half_gap"
    " ELSE r.third_last_day >= :regular_since AND r.last_day <= :quiet_since END"
)
_LAPSED = f"r.last_day < :lapsed_before AND {SLIPPING}"
# Whoever slipped last comes first: she is the easiest to win back.
_FRESHEST = "ORDER BY r.last_day DESC, c.id"


def regulars(book: Book, asked: Asked) -> list[int]:
    """Three visits or more within the last months, the most faithful first."""
    return _column(
        book, f"{_FROM} r.third_last_day >= :regular_since ORDER BY r.visits DESC, c.id", asked
    )


def slipping(book: Book, asked: Asked) -> list[int]:
    """Away for more than twice as long as she usually is; those who lapsed come last."""
    return _column(book, f"{_FROM} {SLIPPING} {_FRESHEST}", asked)


def lapsed(book: Book, asked: Asked) -> list[int]:
    """Of those slipping who has not come for months."""
    return _column(book, f"{_FROM} {_LAPSED} {_FRESHEST}", asked)


def slipping_now(book: Book, asked: Asked) -> list[int]:
    """Of those slipping who may still be thought of as hers: not lapsed."""
    return _column(book, f"{_FROM} r.last_day >= :lapsed_before AND {SLIPPING} {_FRESHEST}", asked)


def slipping_among(book: Book, ids: Sequence[int], asked: Asked) -> list[int]:
    """Those of `ids` who are slipping or have lapsed."""
    wanted = "r.customer IN (SELECT value FROM json_each(:wanted))"
    values = _values(asked) | {"wanted": json.dumps(list(ids))}
    return [
        row[0] for row in book.execute(f"SELECT r.customer {_FROM} {wanted} AND {SLIPPING}", values)
    ]


def new(book: Book, asked: Asked) -> list[int]:
    """First seen within thirty days, by a sale or as a member, the newest first."""
    seen = "min(ifnull(r.first_day, c.member_since), ifnull(c.member_since, r.first_day))"
    return _column(
        book,
        "FROM customers c LEFT JOIN rhythms r ON r.customer = c.id"
        " WHERE c.id IN (SELECT id FROM customers WHERE member_since BETWEEN :new_since AND :on"
        " UNION SELECT customer FROM rhythms WHERE first_day BETWEEN :new_since AND :on)"
        f" AND NOT c.removed AND NOT c.archived AND {seen} >= :new_since"
        f" ORDER BY {seen} DESC, c.id DESC",
        asked,
    )


def near_reward(book: Book, asked: Asked) -> list[int]:
    """Holds nine tenths of the price of a reward and not yet all of it; the nearest first."""
    near = [(who, price - points) for who, points, price in _near(book, asked)]
    return [who for who, _ in sorted(near, key=lambda one: (one[1], one[0]))]


def best(book: Book, asked: Asked, *, limit: int = BEST) -> list[int]:
    """Those who spent the most, whenever that was."""
    return _column(
        book, f"{_FROM} r.spent > 0 ORDER BY r.spent DESC, c.id LIMIT {int(limit)}", asked
    )


def reasons(book: Book, kind: str, ids: Sequence[int], asked: Asked) -> dict[int, Reason]:
    """Why each of `ids` is on the list `kind`; nobody where a list needs no reason."""
    if kind == "near-reward":
        return {
            who: Reason(kind=kind, points=points, price=price)
            for who, points, price in _near(book, asked, ids)
        }
    if kind not in {"regulars", "new", "slipping", "lapsed", "best"}:
        return {}
    return {who: _reason(kind, one, asked) for who, one in rhythm.of(book, ids).items()}


def _reason(kind: str, one: rhythm.Rhythm, asked: Asked) -> Reason:
    since = date.fromisoformat(one.first_day if kind == "new" else one.last_day)
    return Reason(
        kind=kind,
        half_gap=one.half_gap or 0,
        ago=(asked.on - since).days,
        visits=one.visits,
        spent=one.spent,
        currency=asked.currency,
    )


# Points stay with who earned them, also where she was merged into another.
_THEIRS = (
    "customer IN (SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(:among))"
    " OR merged_into IN (SELECT value FROM json_each(:among)))"
)

# Most hold too little for any reward, and are looked at no further; of merged accounts the sum counts.
_MAY_BE_NEAR = (
    "SELECT * FROM held WHERE points >= :least OR account IN (SELECT id FROM customers"
    " WHERE merged_into IS NOT NULL UNION SELECT merged_into FROM customers WHERE merged_into IS NOT NULL)"
)


def _near(
    book: Book, asked: Asked, among: Sequence[int] | None = None
) -> list[tuple[int, int, int]]:
    """Everybody near a reward with her points and the cheapest such price; or those `among` whom one asks."""
    prices = sorted(set(asked.prices()))
    if not prices:
        return []
    part, whole = NEAR
    found = book.execute(
        "WITH held AS MATERIALIZED (SELECT o.customer AS account,"
        " sum(o.left) AS points FROM points_entries o"
        f" WHERE {open_of('true' if among is None else _THEIRS)} GROUP BY 1),"
        " hers AS MATERIALIZED (SELECT ifnull(a.merged_into, a.id) AS who, sum(h.points) AS points"
        f" FROM ({_MAY_BE_NEAR}) h JOIN customers a ON a.id = h.account GROUP BY 1)"
        " SELECT c.id, h.points, min(p.value) FROM hers h JOIN customers c ON c.id = h.who"
        f" CROSS JOIN json_each(:prices) p ON h.points < p.value AND h.points * {whole} >= p.value * {part}"
        f" WHERE {_HERE} GROUP BY c.id",
        {
            "on": asked.on.isoformat(),
            "prices": json.dumps(prices),
            "least": -(-prices[0] * part // whole),
            "among": json.dumps(list(among or ())),
        },
    )
    return [(row[0], row[1], row[2]) for row in found]


def _column(book: Book, sql: str, asked: Asked) -> list[int]:
    # As one list that SQLite has written: reading it takes half as long as reading rows.
    written = book.execute(
        f"SELECT json_group_array(id) FROM (SELECT c.id {sql})", _values(asked)
    ).fetchone()
    ids: list[int] = json.loads(written[0])
    return ids


def _values(asked: Asked) -> dict[str, Any]:
    on, measures = asked.on, asked.measures
    return {
        "on": on.isoformat(),
        "new_since": (on - timedelta(days=NEW_DAYS)).isoformat(),
        "rhythm_visits": max(measures.rhythm_visits, LEAST_VISITS),
        "regular_since": months_before(on, measures.regular_months).isoformat(),
        "quiet_since": (on - timedelta(weeks=measures.quiet_weeks)).isoformat(),
        "lapsed_before": months_before(on, measures.lapsed_months).isoformat(),
    }


def months_before(on: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    years, month = divmod(on.year * 12 + on.month - months, 12)
    last = date(years, month + 1, 1) - timedelta(days=1)
    return last.replace(day=min(on.day, last.day))
