"""The Programme screen: the rules in words; each is changed where it stands, in a draft until it is on."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from ui.desk import Desk
from ui.loyalty.owed import read_owed
from ui.loyalty.owed_section import OwedSection
from ui.loyalty.programme_asked import ASKED, LISTS, ONCE, SECTIONS
from ui.loyalty.programme_changes import Row
from ui.loyalty.programme_form import RuleForm
from ui.loyalty.programme_month import week_of
from ui.loyalty.programme_presenter import NEW, Calendar, Part, Rules
from ui.loyalty.programme_promotions import PromotionMonth
from ui.loyalty.programme_rows import FoldRow, RuleRow
from ui.loyalty.programme_trial import Trial, Tried
from ui.loyalty.programme_trial_view import TrialSection
from ui.loyalty.programme_waiting import WaitingStrip
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.focus import in_turn
from ui.shared.headers import PageHeader, Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling

COLUMNS = (("earning", "expiry", "worth"), ("rewards", "tiers", "stamps"))
WHOLE = "promotions"
"""Takes the whole width of the page."""


def make_programme(desk: Desk) -> "ProgrammeScreen":
    """The screen for its place in the window."""
    return ProgrammeScreen(desk)


class ProgrammeScreen(QWidget):
    """The view of `Rules` and of `Trial`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rules, self.trial = Rules(desk, self), Trial(desk, self)
        self._shown: Sequence[Part] = ()
        self._rows: dict[tuple[str, int], RuleRow] = {}
        self._open: tuple[str, int] | None = None
        self._day: date | None = None
        self._unfolded = False
        self._week = week_of(desk.shop.settings.read().country)
        words = desk.words
        self.sections = {key: Section(words(one.title)) for key, one in SECTIONS.items()}
        self.waiting, self.tried = WaitingStrip(words), TrialSection(words)
        self.month = PromotionMonth(words, self._week)
        self.form: RuleForm | None = None
        self.owed = OwedSection(words)
        self._lay_out()
        self._connect()
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit."""
        self._open = None
        self.rules.refresh()
        self._read_owed()

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._shown, self.form = parts, None
        self._rows.clear()
        stops: list[QWidget] = [*self.waiting.acts, self.tried.periods]
        for part in parts:
            stops += self._show(part)
        in_turn(*stops)

    def show_waiting(self, said: str) -> None:
        self.waiting.show_waiting(said)
        self.trial.follow()

    def show_calendar(self, calendar: Calendar) -> None:
        self.month.show_calendar(calendar)

    def show_trial(self, tried: Tried | None) -> None:
        is_new = tried is not None and self.tried.isHidden()
        self.tried.show_trial(tried)
        if is_new:
            self._area.verticalScrollBar().setValue(0)

    def _show(self, part: Part) -> list[QWidget]:
        """Answers where the keyboard stops in that section, in order."""
        section, titled, words = self.sections[part.key], SECTIONS[part.key], self._desk.words
        add = words(titled.add) if titled.add and part.can_add else ""
        section.show_words(words(titled.title), "", add)
        section.clear()
        rare = [row for row in part.rows if row.rule.is_usual and not row.is_changed]
        seen = [row for row in part.rows if row not in rare or self._unfolded or self._is_open(row)]
        made: list[QWidget] = [self._made(row) for row in seen]
        if self._open == (titled.adds, NEW):
            made.append(self._form(titled.adds, NEW))
        if rare:
            made.append(self._fold())
        first = self.month.stops if part.key == WHOLE else []
        stops: list[QWidget] = [section.link, *first]
        for one in made:
            section.add(one)
            stops += one.stops() if isinstance(one, RuleForm) else [one]
        return stops

    def _made(self, row: Row) -> "RuleForm | RuleRow":
        return self._form(row.part, row.index) if self._is_open(row) else self._row(row)

    def _is_open(self, row: Row) -> bool:
        return self._open == (row.part, row.index) and not row.is_gone

    def _fold(self) -> FoldRow:
        words = self._desk.words
        said = words("Fewer rules") if self._unfolded else words("Rules that are rarely changed")
        row = FoldRow(said, unfolded=self._unfolded)
        row.clicked.connect(self._turn_fold)
        return row

    def _row(self, row: Row) -> RuleRow:
        made, place = RuleRow(row, self._desk.words), (row.part, row.index)
        if row.is_gone:
            made.setObjectName(f"rule.gone.{row.part}.{row.index}")
            made.clicked.connect(lambda: self._and_close(lambda: self.rules.keep(*place), place))
            return made
        made.setObjectName(f"rule.{row.part}.{row.index}")
        self._rows[place] = made
        made.clicked.connect(lambda: self._edit(*place))
        if row.part == "rewards":
            made.moved.connect(partial(self._move, row.part, row.index))
        return made

    def _form(self, part: str, index: int) -> RuleForm:
        texts = self.rules.texts(part, index, self._day)
        form = self.form = RuleForm(self._desk.words, ASKED[part], texts, self._week)
        there = index != NEW and (part in LISTS or (part in ONCE and self._is_there(part)))
        form.offer(
            remove=there,
            end=there and part == WHOLE and self.rules.can_end(index),
            move=there and part == "rewards",
        )
        form.saved.connect(partial(self._save, part, index))
        place = (part, index)
        form.removed.connect(lambda: self._and_close(lambda: self.rules.remove(*place), place))
        form.ended.connect(lambda: self._and_close(lambda: self.rules.ends_today(index), place))
        form.moved.connect(partial(self._move, part, index))
        form.left.connect(self._close)
        return form

    def _is_there(self, part: str) -> bool:
        return any(row.part == part and not row.is_gone for one in self._shown for row in one.rows)

    def _edit(self, part: str, index: int, day: date | None = None) -> None:
        if not self._settle():
            return
        self._open, self._day = (part, index), day
        self.rules.refresh()
        if self.form is not None:
            self.form.show()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self.form, partial(self._bring, self.form))

    def _save(self, part: str, index: int, texts: dict[str, str]) -> None:
        if self._kept((part, index), texts):
            self._close((part, index))

    def _settle(self) -> bool:
        """What was begun in the open form is saved first; where that cannot be, it stays open."""
        form, opened = self.form, self._open
        if form is None or opened is None or not form.is_begun:
            return True
        return self._kept(opened, form.texts)

    def _kept(self, place: tuple[str, int], texts: dict[str, str]) -> bool:
        """Whether it could be saved; else its form says why not."""
        form, self._open = self.form, None
        field, said = self.rules.save(*place, texts)
        if said and form is not None:
            self._open = place
            form.show_error(field, said)
        return not said

    def _and_close(self, act: Callable[[], None], place: tuple[str, int] | None = None) -> None:
        self._open = None
        act()
        self.rules.refresh()
        self._give_focus(place)

    def _move(self, part: str, index: int, by: int) -> None:
        """The row goes on standing under the keyboard, and an open form goes with its row."""
        place = min(max(index + by, 0), len(self.rules.draft.rewards) - 1)
        was_open = self._open is not None
        if not self._settle():
            return
        self._open = None
        self.rules.move(part, index, by)
        if was_open:
            self._edit(part, place)
        else:
            self._close((part, place))

    def _close(self, opened: tuple[str, int] | None = None) -> None:
        opened, self._open = opened or self._open, None
        self.rules.refresh()
        self._give_focus(opened)

    def _give_focus(self, place: tuple[str, int] | None) -> None:
        """To the rule in that place or before it, else to the first one: never to what is hidden now."""
        part, index = place or ("", 0)
        before = (self._rows.get((part, n)) for n in range(index, -1, -1))
        row = next(filter(None, before), None) or next(iter(self._rows.values()), self)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_fold(self) -> None:
        self._unfolded = not self._unfolded
        self.rules.refresh()
        rows = [one for one in self.findChildren(FoldRow) if not one.isHidden()]
        if rows:
            rows[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.LOYALTY not in kinds and Kind.SETTINGS not in kinds:
            return
        # What is being typed is not thrown away because somebody else did something.
        if self.isVisible() and self._open is None:
            self.rules.refresh()
            self._read_owed()

    def _read_owed(self) -> None:
        words = self._desk.words
        self._desk.look_up(lambda shop: read_owed(shop, words), self.owed.show_owed)

    def _switch_on(self) -> None:
        if self._settle():
            self.trial.cancel()
            self._and_close(self.rules.switch_on)

    def _drop(self) -> None:
        self.trial.cancel()
        self._and_close(self.rules.drop)

    def _try(self) -> None:
        if self._settle():
            self._close()
            self.trial.run()

    def _bring(self, form: RuleForm) -> None:
        """Scrolls it into sight now that it stands; of a tall one rather its beginning."""
        self._area.ensureWidgetVisible(form, 0, 40)
        self._area.ensureWidgetVisible(next(iter(form.fields.values())), 0, 40)

    def _ask_load(self) -> None:
        asked = self._dialog(self._desk.words("Load a programme"), self.rules.load)
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.open()

    def _ask_write(self) -> None:
        asked = self._dialog(self._desk.words("Save the programme"), self.rules.write)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix("toml")
        asked.open()

    def _dialog(self, title: str, act: Callable[[Path], None]) -> QFileDialog:
        asked = QFileDialog(self, title, "", f"{self._desk.words('Programme')} (*.toml)")
        asked.fileSelected.connect(lambda path: act(Path(path)))
        asked.finished.connect(asked.deleteLater)
        return asked

    def _connect(self) -> None:
        waiting, month, tried = self.waiting, self.month, self.tried
        waiting.switch_on.clicked.connect(self._switch_on)
        waiting.drop.clicked.connect(self._drop)
        waiting.try_it.clicked.connect(self._try)
        tried.asked.connect(self.trial.run)
        tried.left.connect(self.trial.cancel)
        tried.person_asked.connect(self._desk.show_customer)
        month.turned.connect(self.rules.turn)
        month.day_chosen.connect(lambda day: self._edit(WHOLE, NEW, day))
        month.promotion_chosen.connect(lambda index: self._edit(WHOLE, index))
        for key, section in self.sections.items():
            section.link.clicked.connect(partial(self._begin, SECTIONS[key].adds))
            section.link.setObjectName(f"rule.{SECTIONS[key].adds}.add")

    def _begin(self, part: str, _on: bool = False) -> None:
        self._edit(part, NEW)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(56)
        for keys in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(32)
            for key in keys:
                column.addWidget(self.sections[key])
            column.addStretch()
            columns.addLayout(column, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(40, 12, 32, 0))
        inner.setSpacing(32)
        inner.addWidget(self.tried)
        inner.addLayout(columns)
        self.sections[WHOLE].put_above(self.month)
        inner.addWidget(self.sections[WHOLE])
        inner.addWidget(self.owed)
        inner.addStretch()
        self._area = scrolling(inner)
        top = QVBoxLayout()
        top.setContentsMargins(margins(40, 8, 32, 8))
        top.setSpacing(12)
        top.addWidget(self._header())
        top.addWidget(self.waiting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24 + ROOM)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._area, 1)

    def _header(self) -> PageHeader:
        words = self._desk.words
        header = PageHeader(words("Programme"))
        for said, icon, act in (
            (words("Load a file…"), "file-upload-outline", self._ask_load),
            (words("Save as a file…"), "file-download-outline", self._ask_write),
        ):
            button = Button(said, Look.QUIET, icon=icon)
            button.clicked.connect(act)
            header.add(button)
        back = Button(words("To the counter"), icon="star-circle-outline")
        back.setObjectName("programme.counter")
        back.clicked.connect(lambda: self._desk.window.go("loyalty"))
        header.add(back)
        return header
