"""The columns of the table, declared once."""

from typing import cast

from resources.words import mark
from ui.customers.rows import Row
from ui.shared.cells import Column, Said, Someone
from ui.shared.chips import State, Tone


def _someone(row: Row) -> Someone:
    state = State(row.state[0], cast("Tone", row.state[1])) if row.state else None
    return Someone(row.name, row.uid, state)


def _birthday(row: Row) -> Said:
    ink = "ink" if row.birthday_near else "ink2"
    return Said(row.birthday, ink, aloud=row.birthday_aloud)  # type: ignore[arg-type]


def _plain(words: str) -> Said:
    return Said(words)


COLUMNS = (
    Column("name", mark("Name"), 172, _someone, sortable=True, stretch=True, fixed=True),
    Column("phone", mark("Phone"), 122, lambda row: _plain(row.phone), sortable=True),
    Column("email", mark("E-mail"), 200, lambda row: _plain(row.email), sortable=True, shown=False),
    Column("city", mark("City"), 88, lambda row: _plain(row.city), sortable=True),
    Column("tags", mark("Tags"), 120, lambda row: _plain(row.tags)),
    Column("birthday", mark("Birthday"), 84, _birthday, align="trailing", sortable=True),
    Column(
        "member_since",
        mark("Member since"),
        104,
        lambda row: _plain(row.since),
        align="trailing",
        sortable=True,
    ),
    Column(
        "card_number", mark("Card"), 88, lambda row: _plain(row.card), sortable=True, shown=False
    ),
    Column(
        "language",
        mark("Language"),
        96,
        lambda row: _plain(row.language),
        sortable=True,
        shown=False,
    ),
)
STEP_ASIDE = (
    "language", "card_number", "email", "member_since", "tags", "city", "birthday", "phone",
)  # fmt: skip
"""Which column gives way first where the window is too narrow for all."""


def too_wide(shown: list[str], room: int) -> set[str]:
    """Which of the columns `shown` must step aside so that the others fit in `room` pixels."""
    widths = {column.key: column.width for column in COLUMNS}
    wide = sum(widths[key] for key in shown)
    gone: set[str] = set()
    for key in STEP_ASIDE:
        if wide <= room:
            break
        if key in shown:
            gone.add(key)
            wide -= widths[key]
    return gone
