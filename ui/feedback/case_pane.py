"""One case at the trailing side: who, her words, how it stands, what can be done, and what was done."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.feedback.ask_form import AskForm
from ui.feedback.case_acts import ACTS
from ui.feedback.case_said import ShownCase, StoryLine
from ui.shared.avatars import Avatar
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.chips import StateChip
from ui.shared.flow import Flow
from ui.shared.focus import in_turn
from ui.shared.headers import SECTION, Hairline, Heading
from ui.shared.margins import margins
from ui.shared.pane import Fact, Pane
from ui.shared.states import State
from ui.shared.text import ElidedText, Text

Do = Callable[[str, dict[str, str]], tuple[str, str]]
"""An act and what was answered; answers the field that is wrong and why, or two empty texts."""
Usual = Callable[[str], Mapping[str, str]]
"""What stands in the fields of an act."""


class CasePane(Pane):
    """`asks` are the questions that are open."""

    left = Signal()
    customer_opened = Signal()

    def __init__(self, words: Words, do: Do, usual: Usual) -> None:
        super().__init__(words("The case"))
        self._words, self._do, self._usual = words, do, usual
        self.asks: AskForm | None = None
        self._case, self._act = 0, ""
        self._buttons: dict[str, Button] = {}
        self.who = Button("", Kind.LINK, height=24)
        self.who.setObjectName("case.who")
        self.who.clicked.connect(self.customer_opened)
        self.nobody, self.due = ElidedText("", 16, 600), Text("", 13, 500)
        self.close_button = IconButton("close", words("Close"))
        self.close_button.setObjectName("case.close")
        self.close_button.clicked.connect(self.left)
        self._state = StateChip(State(""))
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard comes to, in this order."""
        asked = self.asks.stops if self.asks else []
        return [self.who, self.close_button, *self._buttons.values(), *asked]

    def show_case(self, shown: ShownCase) -> None:
        """What is being typed about the same case is left alone."""
        is_asked = shown.case == self._case and self.asks is not None and self._act in shown.acts
        self._case = shown.case
        self._show_head(shown)
        if is_asked:
            return
        self._clear()
        self._show_words(shown)
        self._acts_of(shown)
        self._show_story(shown)

    def open(self, act: str) -> None:
        """Asks what has to be known before it is done; what needs no question is done."""
        self.close_question()
        if not ACTS[act].verb:
            self._do(act, {})
            return
        words, one = self._words, ACTS[act]
        self._act = act
        asks = self.asks = AskForm(words, one.asked, self._usual(act), words(one.verb))
        asks.answered.connect(lambda answers: self._answer(act, answers))
        asks.left.connect(self._give_up)
        self._asking.addWidget(asks)
        self._choices.hide()
        asks.laid_out.connect(lambda: self.area.ensureWidgetVisible(asks.verb))
        in_turn(*self.stops)
        asks.begin()

    def close_question(self) -> None:
        if self.asks is not None:
            self.asks.hide()
            self.asks.deleteLater()
            self.asks = None
            self._choices.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        self.close_question()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, act: str, answers: dict[str, str]) -> None:
        asks = self.asks
        field, said = self._do(act, answers)
        if said and asks is not None:
            asks.show_error(field, said)
            return
        self.close_question()
        # In a field Ctrl+Z would take back what was typed, not what was done.
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, shown: ShownCase) -> None:
        self._avatar.show_person(shown.who, shown.uid)
        self._avatar.setVisible(bool(shown.customer))
        self.who.setText(shown.who)
        self.who.setVisible(bool(shown.customer))
        self.nobody.setText(shown.who)
        self.nobody.setVisible(not shown.customer)
        self._state.show_state(shown.state)
        self.due.setText(shown.due)
        self.due.setVisible(bool(shown.due))
        self.due.paint_in("bad" if shown.is_urgent else "ink2")

    def _show_words(self, shown: ShownCase) -> None:
        if shown.said:
            said = Text(shown.said, 16, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._inner.addWidget(said)
        if shown.figures:
            self._inner.addWidget(Text(shown.figures, 13, ink="ink2", wrap=True))
        for icon, words in shown.facts:
            self._inner.addWidget(Fact(icon, words))

    def _acts_of(self, shown: ShownCase) -> None:
        self._choices, flow = QWidget(), Flow()
        self._choices.setLayout(flow)
        self._buttons = {key: self._button(key, first=not at) for at, key in enumerate(shown.acts)}
        flow.show_parts(list(self._buttons.values()))
        self._inner.addWidget(self._choices)
        self._asking = QVBoxLayout()
        self._inner.addLayout(self._asking)

    def _show_story(self, shown: ShownCase) -> None:
        self._inner.addWidget(Hairline())
        self._inner.addWidget(Heading(self._words("What was done"), px=SECTION))
        for line in shown.story:
            self._inner.addWidget(StoryRow(line))

    def _button(self, key: str, *, first: bool) -> Button:
        act = ACTS[key]
        look = Kind.PRIMARY if first else Kind.SECONDARY
        button = Button(self._words(act.words), look, icon=act.icon, height=32)
        button.setObjectName(f"case.{key}")
        button.clicked.connect(lambda: self.open(key))
        return button

    def _clear(self) -> None:
        self.asks = None
        _empty(self._inner)

    def _lay_out(self) -> None:
        self._avatar = Avatar(size=48)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self.who, 0, Qt.AlignmentFlag.AlignLeading)
        names.addWidget(self.nobody)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._state)
        line.addWidget(self.due)
        line.addStretch()
        names.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._avatar)
        row.addLayout(names, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addLayout(row)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(12)
        self.body.addLayout(self._inner)
        self.body.addStretch()


class StoryRow(QWidget):
    """What was done, in how many lines it needs, when and by whom."""

    def __init__(self, line: StoryLine) -> None:
        super().__init__()
        head = Fact(line.icon, line.words, line.when)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(head)
        if line.detail:
            detail = Text(line.detail, 13, ink="ink2", wrap=True)
            beside = QHBoxLayout()
            beside.setContentsMargins(margins(32, 0, 0, 0))
            beside.addWidget(detail)
            whole.addLayout(beside)


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if part := item.widget():
            part.hide()
            part.deleteLater()
        elif isinstance(within := item.layout(), QVBoxLayout):
            _empty(within)
