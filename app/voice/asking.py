"""Whom to ask, and what: by visits or by the calendar, and never the same person too often."""

import json
from datetime import date, timedelta

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.settings import SettingsBook
from app.keeping.uids import new_uid
from app.loyalty.lots import WHO
from app.loyalty.moment import Moment
from app.loyalty.programme import after_months
from app.voice.survey import Every, Survey
from app.voice.surveys import Surveys

_A_YEAR = 12
_MONTHS = {Every.QUARTER: 3, Every.YEAR: 12}


class Asking:
    """Who was asked is written down whether she answered or not."""

    def __init__(self, book: Book, settings: SettingsBook, surveys: Surveys) -> None:
        self._book, self._settings, self._surveys = book, settings, surveys

    def due(self, customer: int, on: date) -> Survey | None:
        """What she may be asked on that day; None while she is left in peace, or nothing is due."""
        if self.is_resting(customer, on):
            return None
        running = [one for one in self._surveys.all() if one.is_on]
        return next((one for one in running if self._is_due(customer, one, on)), None)

    def is_resting(self, customer: int, on: date) -> bool:
        """Whether she was asked, or answered, within the shop's days of rest; by any survey."""
        last = self._last(customer)
        return last is not None and on < last + timedelta(days=self._settings.read().rest_days)

    def to_ask(self, on: date) -> list[int]:
        """Everybody who came within the year and may be asked one of the surveys that follow the calendar."""
        running = [one for one in self._surveys.all() if one.is_on and one.asking.every in _MONTHS]
        found: set[int] = set()
        for survey in running:
            before = _months_ago(on, _MONTHS[survey.asking.every])
            found.update(self._not_asked(survey, on, before))
        return self._book.column(
            "SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort_key, id",
            (json.dumps(sorted(found)),),
        )

    def _not_asked(self, survey: Survey, on: date, before: date) -> list[int]:
        """Those at rest no more whom nobody asked `survey` after the day `before`."""
        rest = timedelta(days=self._settings.read().rest_days)
        asked = {
            "since": after_months(on, -_A_YEAR).isoformat(),
            "rest": (on - rest).isoformat(),
            "survey": survey.key,
            "before": before.isoformat(),
        }
        return [row[0] for row in self._book.execute(_NOT_ASKED, asked)]

    def wrote_down(self, customer: int, survey: Survey, channel: str, moment: Moment) -> None:
        """She was asked just now."""
        with self._book.atomic(Kind.VOICE):
            self._book.execute(
                "INSERT INTO askings (uid, customer, survey, at, day, by, channel)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    new_uid(self._book.now()),
                    customer,
                    survey.key,
                    moment.at,
                    moment.day.isoformat(),
                    moment.by,
                    channel,
                ),
            )

    def _is_due(self, customer: int, survey: Survey, on: date) -> bool:
        last = self._last(customer, survey.key)
        every = survey.asking.every
        if every in _MONTHS:
            return last is None or after_months(last, _MONTHS[every]) <= on
        wanted = survey.asking.nth if every is Every.NTH_VISIT else 1
        return self._visits(customer, last, on) >= wanted

    def _visits(self, customer: int, since: date | None, on: date) -> int:
        """On how many days she bought something after `since`, until `on`."""
        return int(
            self._book.value(
                f"SELECT count(DISTINCT day) FROM sales WHERE customer IN {WHO} AND day > ? AND day <= ?",
                (customer, customer, since.isoformat() if since else "", on.isoformat()),
            )
        )

    def _last(self, customer: int, survey: str = "") -> date | None:
        """When she was last asked or answered, by one survey or by any."""
        which = "AND survey = ?" if survey else ""
        answered = "AND a.survey IN (SELECT id FROM surveys WHERE survey = ?)" if survey else ""
        values = (customer, customer, survey) if survey else (customer, customer)
        found = self._book.value(
            f"SELECT max(day) FROM (SELECT max(day) AS day FROM askings WHERE customer IN {WHO} {which}"
            f" UNION ALL SELECT max(day) FROM answers a WHERE customer IN {WHO} AND NOT removed {answered})",
            values * 2,
        )
        return date.fromisoformat(found) if found else None


def _months_ago(on: date, months: int) -> date:
    """The last day after which so many months are over on the day `on`: on a month's last day they are
    over for each day of a longer month, too.
    """
    day_before = after_months(on + timedelta(days=1), -months) - timedelta(days=1)
    return max(after_months(on, -months), day_before)


_NOT_ASKED = """
WITH asked AS (
    SELECT ifnull(c.merged_into, c.id) AS who, a.day, a.survey FROM askings a
        JOIN customers c ON c.id = a.customer
    UNION ALL
    SELECT ifnull(c.merged_into, c.id), a.day, s.survey FROM answers a
        JOIN customers c ON c.id = a.customer LEFT JOIN surveys s ON s.id = a.survey WHERE NOT a.removed
)
SELECT c.id FROM rhythms r JOIN customers c ON c.id = r.customer
WHERE r.last_day > :since AND NOT c.removed AND NOT c.archived AND NOT c.deceased
    AND c.id NOT IN (SELECT who FROM asked WHERE day > :rest OR survey = :survey AND day > :before)
"""
