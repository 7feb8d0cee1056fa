"""The Programme screen: the rules in words; each is changed where it stands."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.changes import Kind
from ui.desk import Desk
from ui.loyalty.programme_asked import ASKED, TITLES
from ui.loyalty.programme_form import RuleForm
from ui.loyalty.programme_presenter import Part, Rules
from ui.loyalty.programme_said import Ruled
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.headers import PageHeader, Section
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.theme import colour

COLUMNS = (("earning", "expiry", "worth"), ("rewards", "promotions", "tiers"))
NEW = -1


def make_programme(desk: Desk) -> "ProgrammeScreen":
    """The screen for its place in the window."""
    return ProgrammeScreen(desk)


class ProgrammeScreen(QWidget):
    """The view of `Rules`. `what_if` is room for what a changed rule would have meant."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.rules = Rules(desk, self)
        self._shown: Sequence[Part] = ()
        self._open: tuple[str, int] | None = None
        self.sections = {key: Section(desk.words(title)) for key, (title, _) in TITLES.items()}
        self.form: RuleForm | None = None
        self.what_if = QVBoxLayout()
        self._lay_out()
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit."""
        self._open = None
        self.rules.refresh()

    def show_parts(self, parts: Sequence[Part]) -> None:
        self._shown, self.form = parts, None
        for part in parts:
            self._show(part)

    def _show(self, part: Part) -> None:
        section, words = self.sections[part.key], self._desk.words
        title, add = TITLES[part.key]
        section.show_words(words(title), "", words(add) if add else "")
        section.clear()
        for index, rule in enumerate(part.rules):
            if self._open == (part.key, index):
                section.add(self._form(part.key, index))
            else:
                section.add(self._row(part.key, index, rule))
        if self._open == (part.key, NEW):
            section.add(self._form(part.key, NEW))

    def _row(self, part: str, index: int, rule: Ruled) -> "RuleRow":
        row = RuleRow(rule)
        row.setObjectName(f"rule.{part}.{index}")
        row.clicked.connect(partial(self._edit, part, index))
        return row

    def _form(self, part: str, index: int) -> RuleForm:
        can_go = bool(TITLES[part][1]) and index != NEW
        texts = self.rules.texts(part, index)
        form = self.form = RuleForm(self._desk.words, ASKED[part], texts, can_go=can_go)
        form.saved.connect(partial(self._save, part, index))
        form.removed.connect(partial(self._remove, part, index))
        form.left.connect(self._close)
        return form

    def _edit(self, part: str, index: int, _on: bool = False) -> None:
        self._open = (part, index)
        self.rules.refresh()
        if self.form is not None:
            self.form.show()
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, part: str, index: int, texts: dict[str, str]) -> None:
        form, opened = self.form, self._open
        self._open = None
        field, said = self.rules.save(part, index, texts)
        if said and form is not None:
            self._open = opened
            form.show_error(field, said)
        else:
            self._close()

    def _remove(self, part: str, index: int) -> None:
        self._open = None
        self.rules.remove(part, index)

    def _close(self) -> None:
        opened, self._open = self._open, None
        self.rules.refresh()
        row = self.findChild(RuleRow, f"rule.{opened[0]}.{opened[1]}") if opened else None
        (row or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        # What is being typed is not thrown away because somebody else did something.
        is_theirs = Kind.LOYALTY in kinds or Kind.SETTINGS in kinds
        if is_theirs and self.isVisible() and self._open is None:
            self.rules.refresh()

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

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(40, 8, 32, 0)
        inner.setSpacing(24)
        inner.addWidget(self._header())
        columns = QHBoxLayout()
        columns.setSpacing(56)
        for keys in COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(32)
            for key in keys:
                section = self.sections[key]
                section.link.clicked.connect(partial(self._edit, key, NEW))
                section.link.setObjectName(f"rule.{key}.add")
                column.addWidget(section)
            if keys == COLUMNS[0]:
                column.addLayout(self.what_if)
            column.addStretch()
            columns.addLayout(column, 1)
        inner.addLayout(columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24 + ROOM)
        whole.addWidget(scrolling(inner))

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


class RuleRow(Ringed, QPushButton):
    """A rule in words; a press opens its fields."""

    def __init__(self, rule: Ruled) -> None:
        super().__init__()
        self._rule = rule
        said = (rule.words, rule.detail, rule.aside)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(200, 60 if self._rule.detail else 48)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rule, wide, middle = self._rule, self.width(), self.height() / 2
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            easel.icon("pencil-outline", QRectF(wide - 28, middle - 8, 16, 16), colour("ink3"))
            aside = width(rule.aside, font(14)) + 1 if rule.aside else 0
            end = QRectF(wide - 44 - aside, 0, aside, self.height())
            easel.text(end, rule.aside, font(14), colour("ink2"), TRAILING)
            room = wide - 12 - 44 - aside - (16 if aside else 0)
            top = middle - (20 if rule.detail else 10)
            easel.text(QRectF(12, top, room, 20), rule.words, font(14, 500), colour("ink"))
            easel.text(QRectF(12, top + 21, room, 18), rule.detail, font(13), colour("ink2"))
