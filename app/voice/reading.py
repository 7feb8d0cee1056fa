"""Scores as they are read: of a period, of one slice of it, over time, and of the people on a list."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.keeping.database import Book
from app.values import value
from app.voice import tallies
from app.voice.scales import CHANNELS, THEMES, Scale
from app.voice.scores import Standing, counts_of

SCORED = (Scale.NPS, Scale.CSAT, Scale.TEN, Scale.EFFORT)
_HOURS = 24
Figures = Iterable[tuple[str, int, int]]
"""Scale, figure and how many."""


@value
class Period:
    """Both days are in it; None is without an end."""

    since: date | None = None
    until: date | None = None

    def before(self) -> "Period | None":
        """As many days just before; None for one without an end."""
        if self.since is None or self.until is None:
            return None
        last = self.since - timedelta(days=1)
        return Period(since=last - (self.until - self.since), until=last)

    def values(self) -> tuple[str, str]:
        """As the book compares days."""
        return (
            self.since.isoformat() if self.since else "",
            self.until.isoformat() if self.until else "9999",
        )


class Scores:
    """Asked about the book; writes nothing."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, period: Period, of: str = "") -> Standing:
        """Of one slice, as `app.voice.tallies` names them; the whole shop where it is empty."""
        return _standing(period, self._tallied(period, [of]))

    def by_channel(self, period: Period) -> Mapping[str, Standing]:
        """Of each channel that has any answers, the known ones first."""
        return self._each(period, "channel", CHANNELS)

    def by_theme(self, period: Period) -> Mapping[str, Standing]:
        """Of the answers about each theme that is named."""
        return self._each(period, "theme", THEMES)

    def by_question(self, period: Period) -> Mapping[str, Standing]:
        return self._each(period, "question", ())

    def by_shift(self, period: Period, starts: Sequence[str]) -> Mapping[str, Standing]:
        """By the hour at which a shift begins; `starts` are the later ones, "12:00"."""
        hours = sorted({int(one.partition(":")[0]) for one in starts})
        edges = [0, *hours, _HOURS]
        found = {}
        for begins, ends in pairwise(edges):
            slices = [tallies.hour_slice(hour) for hour in range(begins, ends)]
            found[f"{begins:02}:00"] = _standing(period, self._tallied(period, slices))
        return {start: one for start, one in found.items() if any(_ns(one))}

    def of_people(self, period: Period, customers: Sequence[int]) -> Standing:
        """Of everybody on a list."""
        since, until = period.values()
        rows = self._book.execute(
            "WITH named AS MATERIALIZED (SELECT value AS id FROM json_each(:ids)), who AS MATERIALIZED"
            " (SELECT id FROM named UNION SELECT id FROM customers WHERE merged_into IN named)"
            " SELECT r.scale, ifnull(r.score, -1), count(*) FROM who JOIN answers a ON a.customer = who.id"
            " JOIN replies r ON r.answer = a.id WHERE a.counts AND a.day BETWEEN :since AND :until"
            f" AND r.theme = '' AND r.scale IN ({tallies.SCORED}) GROUP BY 1, 2",
            {"ids": json.dumps(list(customers)), "since": since, "until": until},
        )
        return _standing(period, rows.fetchall())

    def over_time(self, periods: Sequence[Period], of: str = "") -> list[Standing]:
        """One for each of `periods`, which follow one another."""
        if not periods:
            return []
        whole = Period(since=periods[0].since, until=periods[-1].until)
        rows = self._book.execute(
            "SELECT day, scale, score, n FROM tallies WHERE slice = ? AND scale IN"
            f" ({tallies.SCORED}, '{tallies.ANSWERS}') AND day BETWEEN ? AND ? AND n",
            (of, *whole.values()),
        ).fetchall()
        ends = [period.values() for period in periods]
        return [
            _standing(period, [tuple(row)[1:] for row in rows if since <= row["day"] <= until])
            for period, (since, until) in zip(periods, ends, strict=True)
        ]

    def first_day(self) -> date | None:
        """The day of the first answer that counts."""
        found = self._book.value(
            f"SELECT min(day) FROM tallies WHERE slice = '' AND scale = '{tallies.ANSWERS}' AND n"
        )
        return date.fromisoformat(found) if found else None

    def _each(self, period: Period, kind: str, known: Sequence[str]) -> Mapping[str, Standing]:
        names = self.names(kind)
        names.sort(key=lambda one: known.index(one) if one in known else len(known))
        found = {name: self.of(period, f"{kind}:{name}") for name in names}
        return {name: one for name, one in found.items() if one.n or any(_ns(one))}

    def names(self, kind: str) -> list[str]:
        """The slices of a kind that there are: `channel`, `theme`, `question`, `hour`. One seek for each,
        however many days it has.
        """
        names: list[str] = []
        last = f"{kind}:"
        while True:
            found = self._book.value(
                "SELECT slice FROM tallies WHERE slice > ? AND slice < ? ORDER BY slice LIMIT 1",
                (last, f"{kind};"),
            )
            if found is None:
                return names
            names.append(found.partition(":")[2])
            last = found

    def _tallied(self, period: Period, slices: Sequence[str]) -> Figures:
        rows = self._book.execute(
            "SELECT scale, score, sum(n) FROM tallies WHERE slice IN (SELECT value FROM json_each(?))"
            f" AND scale IN ({tallies.SCORED}, '{tallies.ANSWERS}') AND day BETWEEN ? AND ?"
            " GROUP BY scale, score",
            (json.dumps(list(slices)), *period.values()),
        )
        return rows.fetchall()


def months(until: date, count: int) -> list[Period]:
    """The last `count` calendar months, the last one as far as `until`."""
    found: list[Period] = []
    first = until.replace(day=1)
    last = until
    for _ in range(count):
        found.append(Period(since=first, until=last))
        last = first - timedelta(days=1)
        first = last.replace(day=1)
    return found[::-1]


def weeks(until: date, count: int) -> list[Period]:
    """The last `count` spans of seven days that end with `until`."""
    ends = [until - timedelta(days=7 * back) for back in reversed(range(count))]
    return [Period(since=end - timedelta(days=6), until=end) for end in ends]


def _ns(one: Standing) -> list[int]:
    return [one.of(scale).n for scale in SCORED]


def _standing(period: Period, figures: Figures) -> Standing:
    together: dict[str, list[tuple[int, int]]] = {}
    for scale, score, many in figures:
        together.setdefault(scale, []).append((score, many))
    of = {scale: counts_of(scale, together.get(scale, ())) for scale in SCORED}
    moods = Counter[int]()
    for score, many in together.get(tallies.ANSWERS, ()):
        moods[score] += many
    return Standing(
        since=period.since,
        until=period.until,
        nps=of[Scale.NPS],
        csat=of[Scale.CSAT],
        ten=of[Scale.TEN],
        effort=of[Scale.EFFORT],
        answers=+moods,
    )
