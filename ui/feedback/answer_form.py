"""The form for an answer that did not come from the counter's screen: a few presses and a line of words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.voice.scales import ENDS, THEMES, Scale
from reports.feedback_words import channel_called, theme_called
from resources.words import mark
from ui.desk import Desk
from ui.feedback.writing_down import CHANNELS, SCORES, Typed, WritingDown
from ui.shared.buttons import Button, Kind
from ui.shared.chips import FilterChip
from ui.shared.combo import Combo
from ui.shared.fields import Area, CheckBox, Field
from ui.shared.flow import Flow
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import narrow

WIDE = 560
ASKED = {
    Scale.CSAT: mark("How satisfied? 1 is not at all, 5 is very"),
    Scale.NPS: mark("Would recommend you? 0 is never, 10 is gladly"),
    Scale.EFFORT: mark("How easy was it? 1 is hard, 7 is easy"),
}


class AnswerForm(QWidget):
    """Ctrl+Enter writes it down, Esc leaves."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self._writing = WritingDown(desk)
        self.channel = Combo([(one, channel_called(one, words)) for one in CHANNELS])
        self.scores = {one: Marks(_figures(one), only_one=True) for one in SCORES}
        self.comment = Field(words("What was said"), Area(height=112))
        self.themes = Marks([(one, theme_called(one, words)) for one in THEMES])
        said = words("Empty where you do not know.")
        self.who = Field(words("Name, phone or card"), help_words=said)
        self.day = Field(words("When"), help_words=words("Empty for today."))
        self.call = CheckBox(words("Wishes to be called"))
        self.contact = Field(words("Phone or e-mail"))
        self.save = Button(words("Write it down"), Kind.PRIMARY, shown_key="Ctrl+Return")
        self._name_parts()
        self._lay_out()
        self.call.toggled.connect(self.contact.setVisible)
        self.save.clicked.connect(self._save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            short = QShortcut(QKeySequence(key), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(self._save)
        self.first: QWidget = self.channel

    def begin(self) -> None:
        """Empty, for the next answer; where it came from stays."""
        for marks in (*self.scores.values(), self.themes):
            marks.clear()
        for field in (self.comment, self.who, self.day, self.contact):
            field.set_text("")
            field.show_error("")
        self.call.setChecked(False)
        self.contact.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        fields = {"comment": self.comment, "who": self.who, "day": self.day}
        fields["contact"] = self.contact
        scores = {one: int(marks.keys[0]) for one, marks in self.scores.items() if marks.keys}
        wrong, said = self._writing.write(
            Typed(
                channel=self.channel.key,
                scores=scores,
                comment=self.comment.text,
                themes=self.themes.keys,
                who=self.who.text,
                day=self.day.text,
                wants_call=self.call.isChecked(),
                contact=self.contact.text,
            )
        )
        for key, field in fields.items():
            field.show_error(said if key == wrong else "")
        if wrong:
            fields[wrong].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begin()
        self.channel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_parts(self) -> None:
        for scale, marks in self.scores.items():
            marks.setObjectName(f"answer.{scale}")
        self.themes.setObjectName("answer.theme")
        for name, part in (
            ("channel", self.channel),
            ("comment", self.comment.control),
            ("who", self.who.control),
            ("day", self.day.control),
            ("contact", self.contact.control),
            ("call", self.call),
            ("save", self.save),
        ):
            part.setObjectName(f"answer.{name}")

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(20)
        column.addWidget(Field(words("Where it came from"), self.channel))
        for scale, marks in self.scores.items():
            column.addWidget(Field(words(ASKED[scale]), marks))
        column.addWidget(self.comment)
        column.addWidget(Field(words("What it is about"), self.themes))
        beside = QHBoxLayout()
        beside.setSpacing(16)
        for field in (self.who, self.day):
            beside.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(beside)
        column.addWidget(self.call)
        column.addWidget(self.contact)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(narrow(column, WIDE, least=WIDE))
        self.contact.hide()


class Marks(QWidget):
    """Chips of which any may be marked, or only one; a press on a marked one takes it back."""

    def __init__(self, choices: Sequence[tuple[str, str]], *, only_one: bool = False) -> None:
        super().__init__()
        self._only_one = only_one
        self.chips = {key: FilterChip(said) for key, said in choices}
        flow = Flow(across=6, down=6)
        self.setLayout(flow)
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, one=key: self._marked(one))
            flow.addWidget(chip)
        self.setFocusProxy(next(iter(self.chips.values())))

    @property
    def keys(self) -> list[str]:
        return [key for key, chip in self.chips.items() if chip.isChecked()]

    def clear(self) -> None:
        for chip in self.chips.values():
            chip.setChecked(False)

    def mark(self, keys: Sequence[str]) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        for key, chip in self.chips.items():
            chip.setObjectName(f"{name}.{key}")

    def _marked(self, key: str) -> None:
        if self._only_one and self.chips[key].isChecked():
            self.mark([key])


def _figures(scale: Scale) -> list[tuple[str, str]]:
    least, most = ENDS[scale]
    return [(str(n), str(n)) for n in range(least, most + 1)]
