"""The columns of the table, declared once."""

from typing import cast

from resources.words import mark
from ui.customers.rows import Row
from ui.shared.cells import Column, Said, Someone
from ui.shared.rhythm import Weeks
from ui.shared.states import State, Tone


def _someone(row: Row) -> Someone:
    state = State(row.state[0], cast("Tone", row.state[1])) if row.state else None
    return Someone(row.name, row.uid, state, row.photo, row.reason)


def _birthday(row: Row) -> Said:
    return Said(row.birthday, "ink" if row.birthday_near else "ink2", aloud=row.birthday_aloud)


def _weeks(row: Row) -> Weeks | str:
    return Weeks(row.weeks, row.missed, row.rhythm) if row.weeks else ""


def _last_visit(row: Row) -> Said:
    return Said(row.last_visit, "accent" if row.missed else "ink2", aloud=row.last_visit_aloud)


COLUMNS = (
    Column("name", mark("Name"), 192, _someone, sortable=True, stretch=4, fixed=True),
    Column("rhythm", mark("Last half-year"), 134, _weeks, yields=1),
    Column("last_visit", mark("Last visit"), 96, _last_visit, sortable=True, yields=2),
    Column(
        "visits", mark("Visits"), 64, lambda row: Said(row.visits),
        align="trailing", sortable=True, yields=4,
    ),
    Column(
        "points", mark("Points"), 72, lambda row: Said(row.points, "ink", 500),
        align="trailing", sortable=True, yields=4,
    ),
    Column(
        "phone", mark("Phone"), 126, lambda row: Said(row.phone), sortable=True, shown=False, yields=5
    ),
    Column(
        "email", mark("E-mail"), 200, lambda row: Said(row.email),
        sortable=True, stretch=1, shown=False, yields=10,
    ),
    Column(
        "city", mark("City"), 96, lambda row: Said(row.city), sortable=True, stretch=1, yields=7
    ),
    Column("tags", mark("Tags"), 92, lambda row: Said(row.tags), stretch=3, yields=8),
    Column(
        "birthday", mark("Birthday"), 92, _birthday, align="trailing", sortable=True, yields=3
    ),
    Column(
        "member_since", mark("Member since"), 104, lambda row: Said(row.since),
        align="trailing", sortable=True, yields=9,
    ),
    Column(
        "card_number", mark("Card"), 88, lambda row: Said(row.card),
        sortable=True, shown=False, yields=11,
    ),
    Column(
        "language", mark("Language"), 96, lambda row: Said(row.language),
        sortable=True, shown=False, yields=12,
    ),
)  # fmt: skip
