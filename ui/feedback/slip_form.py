"""The form in which a stack of slips is typed in, a few keys each."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from ui.desk import Desk
from ui.feedback.slip_keys import SlipKeys
from ui.feedback.slip_presenter import COMMENT, CONTACT, Shown, SlipForm
from ui.shared.buttons import MAIN, Button
from ui.shared.buttons import Kind as Look
from ui.shared.fields import CheckBox, Field
from ui.shared.focus import in_turn
from ui.shared.headers import PageHeader
from ui.shared.inputs import Input
from ui.shared.margins import margins
from ui.shared.pane import scrolling
from ui.shared.text import Text

_WIDEST, _DAY_WIDE = 880, 220


def make_slip_form(desk: Desk) -> "SlipFormPage":
    """A page that another screen opens; it says `left` when one is done."""
    return SlipFormPage(desk)


class SlipFormPage(QWidget):
    """Enter writes a slip down and begins the next, wherever one is in it; Esc leaves."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = desk.words
        self.setAccessibleName(words("Type slips in"))
        self.header = PageHeader(words("Type slips in"))
        self.done = Button(words("Done"), Look.SECONDARY)
        self.stack_day = Field(words("Day of these slips"), Input(words.date(desk.today())))
        self.comment = Field(words("In their own words"), Input())
        self.contact = Field(words("Name and phone"), Input())
        self.call = CheckBox(words("Wants to be called back"))
        self.hint = Text("", 13, ink="ink2", wrap=True)
        self.next = Button(words("Next slip"), Look.PRIMARY, shown_key="Enter", height=MAIN)
        self.form = SlipForm(desk, self)
        self.keys = SlipKeys(self.form.fields, self.form.press)
        self.written = {
            one.key: Field(
                one.asked_in(words.language, desk.shop.settings.read().language), Input()
            )
            for one in self.form.written
        }
        self._area = scrolling(self._column())
        self._name_parts()
        self._lay_out()
        self._connect()
        self.form.refresh()

    def visited(self) -> None:
        """Called at each visit: keys go to the slip."""
        self.form.refresh()
        self._to_keys()

    def show_slip(self, shown: Shown) -> None:
        words = self._desk.words
        count = words.plural("{n} typed in", "{n} typed in", shown.count) if shown.count else ""
        self.header.show_words(words("Type slips in"), count)
        self.hint.setText(shown.wrong or self._usual_hint())
        self.hint.paint_in("bad" if shown.wrong else "ink2")
        self.keys.show_fields(shown)
        if row := self.keys.rows.get(shown.at):
            self._area.ensureWidgetVisible(row, 0, 0)

    def texts(self) -> Mapping[str, str]:
        return {key: field.text for key, field in self._fields().items()}

    def wants_call(self) -> bool:
        return self.call.isChecked()

    def day(self) -> str:
        return self.stack_day.text

    def show_day_error(self, wrong: str) -> None:
        self.stack_day.show_error(wrong)
        if wrong:
            self.stack_day.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        for field in self._fields().values():
            field.set_text("")
        self.call.setChecked(False)
        self._to_keys()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Passes the keyboard on."""
        self._to_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fields(self) -> dict[str, Field]:
        return self.written | {COMMENT: self.comment, CONTACT: self.contact}

    def _to_keys(self) -> None:
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_parts(self) -> None:
        self.keys.setObjectName("slips.keys")
        self.done.setObjectName("slips.done")
        self.next.setObjectName("slips.next")
        self.call.setObjectName("slips.call")
        self.stack_day.control.setObjectName("slips.day")
        for key, field in self._fields().items():
            field.control.setObjectName(f"slips.{key}")

    def _usual_hint(self) -> str:
        return self._desk.words(
            "One key for each tick, * for 10, Space for what was left out. Backspace goes back, and Ctrl+Z"
            " takes the last slip back."
        )

    def _lay_out(self) -> None:
        self.header.add(self.done)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self.hint, 1)
        top.addWidget(self.stack_day)
        self.stack_day.setFixedWidth(_DAY_WIDE)
        self.contact.setVisible(False)
        head = QWidget()
        head.setLayout(top)
        top.setContentsMargins(0, 0, 0, 0)
        head.setMaximumWidth(_WIDEST)
        self._area.setMaximumWidth(_WIDEST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 24, 32, 24))
        whole.setSpacing(16)
        for part in (self.header, head, self._area, self.next):
            whole.addWidget(part, int(part is self._area))
        texts = [field.control for field in self.written.values()]
        ends = [self.comment.control, self.call, self.contact.control, self.next, self.done]
        in_turn(self.keys, *texts, *ends, self.stack_day.control)

    def _column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.keys, *self.written.values(), self.comment, self.call, self.contact):
            column.addWidget(part)
        column.addStretch()
        return column

    def _connect(self) -> None:
        self.keys.entered.connect(self.form.save)
        self.keys.erased.connect(self.form.back)
        self.keys.picked.connect(self._pick)
        self.next.clicked.connect(self.form.save)
        self.done.clicked.connect(self.left)
        self.call.toggled.connect(self.contact.setVisible)
        for field in self._fields().values():
            if isinstance(field.control, Input):
                field.control.returnPressed.connect(self.form.save)
        if isinstance(self.stack_day.control, Input):
            self.stack_day.control.returnPressed.connect(self._to_keys)
        self._desk.on_change(self, self._refresh)

    def _pick(self, key: str, value: str) -> None:
        self.form.choose(key, value)
        self._to_keys()

    def _refresh(self, changed: frozenset[Kind]) -> None:
        if Kind.VOICE in changed:
            self.form.refresh()
