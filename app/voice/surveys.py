"""The surveys of the shop: each saved as a new version, so that every answer knows what was asked."""

from collections.abc import Sequence

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History
from app.keeping.settings import SettingsBook
from app.keeping.uids import new_uid
from app.voice.bank import standard_survey
from app.voice.survey import Every, Survey, read_survey

KIND = "survey"
_GONE = "{}"
"""What is kept of a survey that was taken away."""


class UnknownSurvey(ShopError):
    """There is no survey called `name`."""


class Surveys:
    """A ledger of versions; the last one of each survey holds."""

    def __init__(self, book: Book, history: History, settings: SettingsBook) -> None:
        self._book, self._history, self._settings = book, history, settings

    def all(self) -> list[Survey]:
        """Those there are, the oldest first; the standard one where the shop never saved any."""
        rows = self._book.execute(
            "SELECT s.id, s.survey, s.content FROM surveys s JOIN (SELECT min(id) AS first, max(id) AS last"
            " FROM surveys GROUP BY survey) v ON v.last = s.id ORDER BY v.first"
        ).fetchall()
        if not rows:
            return [standard_survey(self._settings.read().language)]
        kept = [row for row in rows if row["content"] != _GONE]
        return [read_survey(row["survey"], row["id"], row["content"]) for row in kept]

    def get(self, key: str) -> Survey:
        """Raises `UnknownSurvey`."""
        found = next((one for one in self.all() if one.key == key), None)
        if found is None:
            raise UnknownSurvey(name=key)
        return found

    def for_counter(self) -> Survey | None:
        """What anybody is asked at the counter: the first that is on and is about a visit."""
        visits = (Every.VISIT, Every.NTH_VISIT)
        running = [one for one in self.all() if one.is_on]
        running.sort(key=lambda one: one.asking.every not in visits)
        return running[0] if running else None

    def save(self, survey: Survey) -> Survey:
        """From now on it is asked so; one without a key is new."""
        key = survey.key or new_uid(self._book.now())
        with self._book.atomic(Kind.VOICE):
            self._keep(key, survey.text(), "save survey", name=survey.name)
        return self.get(key)

    def remove(self, key: str) -> None:
        """It is asked no more; its answers stay. Raises `UnknownSurvey`."""
        with self._book.atomic(Kind.VOICE):
            self._keep(key, _GONE, "remove survey", name=self.get(key).name)

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`; the subject is any version of the survey."""
        return [self._restore(change) for change in changes]

    def _keep(self, key: str, text: str, verb: str, *, name: str) -> None:
        if not self._book.value("SELECT EXISTS (SELECT 1 FROM surveys)"):
            # From now on the standard survey is the shop's own, too.
            standard = standard_survey(self._settings.read().language)
            self._write(standard.key, standard.text())
        before = self._content(key)
        if before == text:
            return
        version = self._write(key, text)
        step = self._history.begin(verb, n=1, name=name)
        told = Change(
            kind=KIND, subject=version, before={"content": before}, after={"content": text}
        )
        self._history.tell(step, [told])

    def _restore(self, change: Change) -> Change:
        key = self._book.value("SELECT survey FROM surveys WHERE id = ?", (change.subject,))
        if self._content(key) != change.after["content"]:
            return Change(kind=KIND, subject=change.subject, before={}, after={})
        version = self._write(key, change.before["content"])
        return Change(kind=KIND, subject=version, before=change.after, after=change.before)

    def _content(self, key: str) -> str:
        found = self._book.value(
            "SELECT content FROM surveys WHERE survey = ? ORDER BY id DESC LIMIT 1", (key,)
        )
        return found or _GONE

    def _write(self, key: str, text: str) -> int:
        book = self._book
        written = book.execute(
            "INSERT INTO surveys (uid, survey, at, by, content) VALUES (?, ?, ?, ?, ?)",
            (new_uid(book.now()), key, book.stamp(), book.by, text),
        )
        return int(written.lastrowid or 0)
