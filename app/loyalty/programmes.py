"""Every programme that ever held, the last of which holds now, and the draft of the next one."""

from collections.abc import Sequence

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.settings import SettingsBook
from app.loyalty.programme import Earn, Programme
from app.loyalty.programme_file import read_programme
from app.loyalty.programme_table import WrongProgramme
from app.loyalty.programme_text import written
from app.money import Money

KIND, DRAFT = "programme", "programme draft"


class Programmes:
    """Changing the programme never touches points that were earned."""

    def __init__(self, book: Book, history: History, settings: SettingsBook) -> None:
        self._book, self._history, self._settings = book, history, settings
        self._known: tuple[int, Programme] | None = None

    def current(self) -> Programme:
        """What holds now; a shop that never said gives a point for each ten of its currency."""
        number = self._number()
        if self._known is None or number != self._known[0]:
            self._known = number, self._read(number)
        return self._known[1]

    def text(self) -> str:
        """The programme as a file."""
        return written(self.current(), self._currency())

    def load(self, text: str) -> StepId:
        """From now on what the file says holds. Raises `WrongProgramme`, and changes nothing then."""
        return self.change(read_programme(text, self._currency()))

    def change(self, programme: Programme) -> StepId:
        with self._book.atomic(Kind.LOYALTY):
            step = self._history.begin("change programme", n=1)
            self.enter(step, programme)
        return step

    def draft(self) -> Programme | None:
        """What waits to be switched on; None where nothing does. It holds for nobody."""
        text = self._settings.recall(DRAFT)
        try:
            return read_programme(text, self._currency()) if text else None
        except WrongProgramme:  # written in the money that the shop had before
            return None

    def propose(self, programme: Programme, verb: str = "draft programme") -> StepId:
        """From now on that waits to be switched on; what holds already waits for nothing."""
        rules = "" if programme == self.current() else written(programme, self._currency())
        with self._book.atomic(Kind.LOYALTY):
            step = self._history.begin(verb, n=1)
            self._history.tell(step, [self._put(rules)])
        return step

    def drop(self) -> StepId:
        """Nothing waits any more, and what holds goes on."""
        return self.propose(self.current(), "drop programme draft")

    def switch_on(self) -> StepId:
        """From now on what waited holds."""
        with self._book.atomic(Kind.LOYALTY):
            step = self._history.begin("change programme", n=1)
            self.enter(step, self.draft() or self.current())
            self._history.tell(step, [self._put("")])
        return step

    def restore_draft(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`; a draft that was changed again since stays."""
        return [
            self._put(change.before["rules"])
            if self._settings.recall(DRAFT) == change.after.get("rules")
            else Change(kind=DRAFT, subject=0, before={}, after={})
            for change in changes
        ]

    def _put(self, rules: str) -> Change:
        before = self._settings.recall(DRAFT)
        self._settings.remember(DRAFT, rules)
        return Change(kind=DRAFT, subject=0, before={"rules": before}, after={"rules": rules})

    def enter(self, step: StepId, programme: Programme) -> None:
        """The same within the caller's step."""
        self._history.tell(step, [self._add(written(programme, self._currency()))])

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`; a programme that was changed again since stays."""
        done = []
        for change in changes:
            now = self._number()
            is_newest = self._rules(now) == self._rules(change.after.get("number", 0))
            if is_newest:
                done.append(self._add(self._rules(change.before["number"])))
            else:
                done.append(Change(kind=KIND, subject=0, before={}, after={}))
        return done

    def _add(self, rules: str) -> Change:
        before = self._number()
        row = self._book.execute(
            "INSERT INTO programmes (at, by, rules) VALUES (?, ?, ?) RETURNING id",
            (self._book.stamp(), self._book.by, rules),
        ).fetchone()
        return Change(kind=KIND, subject=0, before={"number": before}, after={"number": row[0]})

    def _number(self) -> int:
        return int(self._book.value("SELECT ifnull(max(id), 0) FROM programmes"))

    def _rules(self, number: int) -> str:
        """The file of that number; 0 is what holds before anything was said."""
        found = self._book.value("SELECT rules FROM programmes WHERE id = ?", (number,))
        if found is not None:
            return str(found)
        currency = self._currency()
        ten = Money.of(10, currency).minor
        return written(Programme(earn=Earn(per=ten)), currency)

    def _read(self, number: int) -> Programme:
        """Also where it was written in money that the shop had before, so that the till goes on."""
        return read_programme(self._rules(number), self._currency(), is_rounded=True)

    def _currency(self) -> str:
        return self._settings.read().currency
