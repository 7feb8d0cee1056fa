"""What is out: coupons summed up by the offer that they were issued for."""

from datetime import date

from app.keeping.database import Book
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_rows import read_coupon
from app.values import value

_LETTER = "letter:"
FEEDBACK, RECOVERY = "feedback", "recovery"
"""Why coupons are issued one by one by themselves: to thank for an answer, and to make up for something."""


@value
class Out:
    """`newest` is the last coupon of an offer; `issued` are those that are not void, `lapsed` those of
    them that nobody used while they were good; `off` is minor units that all uses took off.
    """

    newest: Coupon
    issued: int
    used: int
    lapsed: int
    off: int

    @property
    def letter(self) -> str:
        """The letter it comes with; "" where it comes with none."""
        return letter_of(self.newest.reason)


def what_is_out(book: Book, on: date, limit: int = 200) -> list[Out]:
    """The offers whose coupons still mean something, the newest first."""
    rows = book.execute(_OUT, {"on": on.isoformat(), "limit": limit}).fetchall()
    return [
        Out(
            newest=read_coupon(book, row["newest"]),
            issued=row["issued"],
            used=row["used"],
            lapsed=row["lapsed"],
            off=row["off"],
        )
        for row in rows
    ]


def reason_with(letter: str, occasion: str) -> str:
    """Why a coupon is issued that comes with `letter`; `occasion` tells one time from the next."""
    return f"{_LETTER}{letter}:{occasion}"


def reason_for(cause: str, which: int) -> str:
    """Why a coupon is issued for a `cause`, such as `feedback`; `which` tells one from the next."""
    return f"{cause}:{which}"


def cause_of(reason: str) -> str:
    """`feedback`, `recovery`, or "" for what the owner issued herself."""
    cause, colon, which = reason.partition(":")
    return cause if colon and which.isdecimal() and cause in {FEEDBACK, RECOVERY} else ""


def letter_of(reason: str) -> str:
    """The letter that a coupon of this `reason` came with; "" for none."""
    return reason.removeprefix(_LETTER).partition(":")[0] if reason.startswith(_LETTER) else ""


_OUT = f"""
WITH done AS (
    SELECT coupon,
        count(*) FILTER (WHERE kind = 'use') - count(*) FILTER (WHERE kind = 'undo') AS used,
        ifnull(sum(discount) FILTER (WHERE kind = 'use'), 0)
            - ifnull(sum(discount) FILTER (WHERE kind = 'undo'), 0) AS off,
        count(*) FILTER (WHERE kind = 'void') > count(*) FILTER (WHERE kind = 'unvoid') AS voided
    FROM coupon_events GROUP BY coupon
),
each AS (
    SELECT c.id, c.kind, c.value, c.item, c.buy, c.get,
        CASE WHEN c.reason LIKE '{_LETTER}%'
            THEN substr(c.reason, 1, {len(_LETTER)} + instr(substr(c.reason, {len(_LETTER) + 1}), ':'))
            WHEN c.reason GLOB '{FEEDBACK}:[0-9]*' THEN '{FEEDBACK}:'
            WHEN c.reason GLOB '{RECOVERY}:[0-9]*' THEN '{RECOVERY}:'
            ELSE c.reason END AS offer,
        NOT ifnull(done.voided, 0) AS stands, ifnull(done.used, 0) AS used, ifnull(done.off, 0) AS off,
        ifnull(c.valid_to < :on, 0) AND NOT ifnull(done.used, 0) AND NOT ifnull(done.voided, 0) AS lapsed
    FROM coupons c LEFT JOIN done ON done.coupon = c.id
)
SELECT max(id) AS newest, sum(stands) AS issued, sum(used) AS used, sum(lapsed) AS lapsed, sum(off) AS off
FROM each GROUP BY offer, kind, value, item, buy, get
HAVING sum(stands) OR sum(used) ORDER BY newest DESC LIMIT :limit
"""
