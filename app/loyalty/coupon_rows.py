"""Coupons and what happened to them as the book keeps them."""

import sqlite3
from datetime import date
from typing import Any

from app.clock import moment as moment_written
from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.loyalty.coupon import Coupon, Event, Tally
from app.loyalty.coupon_terms import Terms
from app.loyalty.moment import Moment, moment_of
from app.money import CurrenciesDiffer


def write_coupon(book: Book, fields: dict[str, Any], terms: Terms) -> int:
    """Writes one coupon down and answers its number."""
    row = {"uid": new_uid(book.now()), **fields, **_terms_written(terms)}
    names = ", ".join(row)
    places = ", ".join(f":{name}" for name in row)
    sql = f"INSERT INTO coupons ({names}) VALUES ({places}) RETURNING id"
    return int(book.execute(sql, row).fetchone()[0])


def read_coupon(book: Book, number: int) -> Coupon:
    return _coupon(book.execute("SELECT * FROM coupons WHERE id = ?", (number,)).fetchone())


def coupons_of(book: Book, root: int) -> list[Coupon]:
    """Those that were issued to this customer and to those who became her, newest first."""
    rows = book.execute(
        f"SELECT * FROM coupons WHERE customer IN ({_FAMILY}) ORDER BY id DESC", {"root": root}
    )
    return [_coupon(row) for row in rows]


def root_of(book: Book, customer: int | None) -> int | None:
    """The customer who she became by merging, or she herself; None for nobody in the book."""
    sql = "SELECT coalesce(merged_into, id) FROM customers WHERE id = ?"
    found: int | None = book.value(sql, (customer,))
    return found


def tally(book: Book, coupon: Coupon, root: int | None, zone: str) -> Tally:
    """What happened to `coupon`, asked for the customer `root`, in a shop of the time zone `zone`."""
    asked = {"coupon": coupon.id, "root": root}
    row = book.execute(_TALLY, asked).fetchone()
    limited = coupon.terms.uses_per_customer and row["used"] != coupon.terms.uses
    last = book.execute(_LAST_OF_HERS if limited and root else _LAST, asked).fetchone()
    void = book.execute(_LAST_VOID, asked).fetchone() if row["voided"] else None
    hers = coupon.customer is None or (root is not None and root_of(book, coupon.customer) == root)
    return Tally(
        used=row["used"],
        used_by_her=row["used_by_her"] if root else None,
        is_hers=hers,
        last=last and (date.fromisoformat(last["day"]), _hour(last["at"], zone)),
        voided=void and (date.fromisoformat(void["day"]), void["reason"]),
    )


def write_use(book: Book, event: dict[str, Any], moment: Moment) -> int | None:
    """Uses a coupon if, at this very moment, it has a use left; one statement. None where it has not.

    `event` names the coupon, the customer, the sale, the discount and what it reverses.
    """
    root = root_of(book, event["customer"])
    row = book.execute(_USE, {**_stamped(book, moment), **event, "root": root}).fetchone()
    return row and int(row[0])


def other_money(book: Book, coupon: Coupon, now: str) -> CurrenciesDiffer | None:
    """Why a coupon that tells an amount is good for nothing since the shop has the currency `now`.

    It was issued in the one that the next change of it found.
    """
    if not coupon.terms.tells_money():
        return None
    then = book.value(_CURRENCY_THEN, (coupon.id,))
    return CurrenciesDiffer(one=then, other=now, field="code") if then not in {None, now} else None


def write_event(book: Book, event: dict[str, Any], moment: Moment) -> int:
    """Writes down that a use was undone, or that the coupon was declared void or good again."""
    blank = {"customer": None, "sale": None, "discount": 0, "reason": "", "reverses": None}
    row = book.execute(_EVENT, {**blank, **_stamped(book, moment), **event}).fetchone()
    return int(row[0])


def standing_use(book: Book, coupon: int, root: int | None) -> sqlite3.Row | None:
    """The newest use that was not undone, of this customer where one is named."""
    sql = _LAST if root is None else _LAST_OF_HERS
    row: sqlite3.Row | None = book.execute(sql, {"coupon": coupon, "root": root}).fetchone()
    return row


def events_of(book: Book, coupon: int, zone: str) -> list[Event]:
    """What happened to a coupon since it was issued, the oldest first, by the clock of `zone`."""
    rows = book.execute("SELECT * FROM coupon_events WHERE coupon = ? ORDER BY id", (coupon,))
    names = ("kind", "by", "customer", "discount", "reason")
    return [
        Event(
            **{name: row[name] for name in names},
            day=date.fromisoformat(row["day"]),
            hour=_hour(row["at"], zone),
        )
        for row in rows
    ]


def last_word(book: Book, event: int) -> sqlite3.Row:
    """The entry that says whether `event` holds: itself, what reverses it, what reverses that."""
    row: sqlite3.Row = book.execute(_LAST_WORD, (event,)).fetchone()
    return row


def is_void(book: Book, coupon: int) -> bool:
    return bool(book.execute(_TALLY, {"coupon": coupon, "root": None}).fetchone()["voided"])


def last_void(book: Book, coupon: int) -> int:
    return int(book.execute(_LAST_VOID, {"coupon": coupon}).fetchone()["id"])


def _stamped(book: Book, moment: Moment) -> dict[str, Any]:
    return {
        "uid": new_uid(book.now()),
        "at": moment.at,
        "day": moment.day.isoformat(),
        "by": moment.by,
    }


def _hour(at: str, zone: str) -> str:
    return moment_of(moment_written(at), zone, "").hour


def _terms_written(terms: Terms) -> dict[str, Any]:
    plain = {name: getattr(terms, name) for name in _PLAIN}
    days = {name: getattr(terms, name) for name in ("valid_from", "valid_to")}
    return {
        **plain,
        **{name: day and day.isoformat() for name, day in days.items()},
        "weekdays": "".join(map(str, sorted(terms.weekdays))),
    }


def _coupon(row: sqlite3.Row) -> Coupon:
    days: dict[str, Any] = {
        name: row[name] and date.fromisoformat(row[name]) for name in ("valid_from", "valid_to")
    }
    terms = Terms(
        **{name: row[name] for name in _PLAIN},
        **days,
        weekdays=frozenset(map(int, row["weekdays"])),
    )
    facts = ("id", "code", "at", "by", "customer", "reason", "words")
    return Coupon(terms=terms, **{name: row[name] for name in facts})


_PLAIN = (
    *("kind", "value", "item", "buy", "get", "cap", "min_total"),
    *("from_hour", "to_hour", "uses", "uses_per_customer"),
)

_CURRENCY_THEN = (
    "SELECT before ->> 'currency' FROM history WHERE kind = 'settings' AND kind <> 'points'"
    " AND before ->> 'currency' IS NOT NULL AND step > (SELECT min(step) FROM history"
    " WHERE kind IN ('coupon', 'coupon along') AND kind <> 'points' AND subject = ?)"
    " ORDER BY step, n LIMIT 1"
)
_FAMILY = "SELECT id FROM customers WHERE id = :root OR merged_into = :root"
_USED = "count(*) FILTER (WHERE kind = 'use') - count(*) FILTER (WHERE kind = 'undo')"
_IS_VOID = "count(*) FILTER (WHERE kind = 'void') > count(*) FILTER (WHERE kind = 'unvoid')"
_TALLY = (
    f"SELECT {_USED} AS used, {_IS_VOID} AS voided,"
    f" (SELECT {_USED} FROM coupon_events WHERE coupon = :coupon AND customer IN ({_FAMILY}))"
    " AS used_by_her FROM coupon_events WHERE coupon = :coupon"
)
_USES_THAT_STAND = (
    "SELECT * FROM coupon_events u WHERE coupon = :coupon AND kind = 'use'"
    " AND NOT EXISTS (SELECT 1 FROM coupon_events WHERE reverses = u.id)"
)
_LAST = f"{_USES_THAT_STAND} ORDER BY id DESC LIMIT 1"
_LAST_OF_HERS = f"{_USES_THAT_STAND} AND customer IN ({_FAMILY}) ORDER BY id DESC LIMIT 1"
_LAST_VOID = (
    "SELECT * FROM coupon_events WHERE coupon = :coupon AND kind = 'void' ORDER BY id DESC LIMIT 1"
)
_LAST_WORD = (
    "WITH RECURSIVE words (id) AS (SELECT ? UNION ALL"
    " SELECT e.id FROM coupon_events e JOIN words ON e.reverses = words.id)"
    " SELECT * FROM coupon_events WHERE id = (SELECT max(id) FROM words)"
)
_COLUMNS = "uid, coupon, at, day, by, kind, customer, sale, discount, reason, reverses"
_EVENT = (
    f"INSERT INTO coupon_events ({_COLUMNS}) VALUES (:uid, :coupon, :at, :day, :by, :kind,"
    " :customer, :sale, :discount, :reason, :reverses) RETURNING id"
)
_USE = (
    f"INSERT INTO coupon_events ({_COLUMNS}) SELECT :uid, c.id, :at, :day, :by, 'use',"
    " :customer, :sale, :discount, '', :reverses FROM coupons c WHERE c.id = :coupon"
    f" AND NOT (SELECT {_IS_VOID} FROM coupon_events WHERE coupon = c.id)"
    f" AND (c.uses IS NULL OR c.uses > (SELECT {_USED} FROM coupon_events WHERE coupon = c.id))"
    " AND (c.uses_per_customer IS NULL OR (:root IS NOT NULL AND c.uses_per_customer >"
    f" (SELECT {_USED} FROM coupon_events WHERE coupon = c.id AND customer IN ({_FAMILY}))))"
    " RETURNING id"
)
