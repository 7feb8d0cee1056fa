"""A coupon or gift card at the trailing side: what it is, how it stands, what happened, and its acts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resources.words import Words, mark
from ui.coupons.ask import Ask
from ui.coupons.asked import Asked
from ui.coupons.offers import Shown
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.headers import Hairline
from ui.shared.pane import Fact, Pane
from ui.shared.text import Text

PANE = 360
REASON = Asked("reason", mark("Why"))
AMOUNT = Asked("amount", mark("Amount"))


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done: its button, what is asked before, and the verb that does it."""

    words: str
    asked: Sequence[Asked]
    verb: str
    kind: Kind = Kind.SECONDARY


COUPON_ACTS: Mapping[str, Act] = {
    "undo": Act(mark("Take the last use back"), (REASON,), mark("Take it back")),
    "void": Act(mark("Cancel this coupon"), (REASON,), mark("Cancel it"), Kind.DESTRUCTIVE),
    "unvoid": Act(mark("Make it good again"), (REASON,), mark("Make it good")),
}
Do = Callable[[str, dict[str, str]], tuple[str, str]]
"""An act and what was answered; answers the field that is wrong and why, or two empty texts."""


class CodePane(Pane):
    """`asks` is the question that is open."""

    left = Signal()

    def __init__(self, words: Words, label: str, acts: Mapping[str, Act], do: Do) -> None:
        super().__init__(label, width=PANE)
        self._words, self._acts, self._do = words, acts, do
        self.title, self.lead = Text("", 20, 600), Text("", 14, 500, wrap=True)
        self.state = Text("", 13, wrap=True)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.asks: Ask | None = None
        self._buttons: dict[str, Button] = {}
        self._close = IconButton("close", words("Close"))
        self._close.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self._close)
        self.head.setSpacing(8)
        self.head.addLayout(row)
        self.head.addWidget(self.lead)
        self.head.addWidget(self.state)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(14)
        self.body.addLayout(self._inner)
        self.body.addStretch()

    def show_one(self, shown: Shown) -> None:
        self.title.setText(shown.title)
        self.lead.setText(shown.lead)
        self.state.setText(shown.state)
        self.state.paint_in("good" if shown.is_good else "ink2")
        self._clear()
        for icon, said in shown.facts:
            self._inner.addWidget(Fact(icon, said))
        for key in shown.acts:
            self._inner.addWidget(self._button(key), 0, Qt.AlignmentFlag.AlignLeading)
        self._inner.addWidget(Hairline())
        for happened, detail in shown.history:
            self._inner.addWidget(Fact("circle-small", happened, detail))

    def open(self, key: str) -> None:
        """Asks what has to be known before it is done."""
        self.close_question()
        act, words = self._acts[key], self._words
        asks = self.asks = Ask(words, act.asked, words(act.verb), _look(act.kind))
        asks.answered.connect(partial(self._answer, key))
        asks.left.connect(self.close_question)
        at = self._inner.indexOf(self._buttons[key])
        self._inner.insertWidget(at + 1, asks)
        asks.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_question(self) -> None:
        if self.asks is not None:
            self.asks.hide()
            self.asks.deleteLater()
            self.asks = None

    def _answer(self, key: str, answers: dict[str, str]) -> None:
        asks = self.asks
        field, said = self._do(key, answers)
        if said and asks is not None:
            asks.show_error(said, field)
            return
        if asks is self.asks:
            self.close_question()
        # In a field Ctrl+Z would take back what was typed, not what was done.
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, key: str) -> Button:
        act = self._acts[key]
        button = Button(self._words(act.words), act.kind, height=32)
        button.setObjectName(f"act.{key}")
        button.clicked.connect(lambda: self.open(key))
        self._buttons[key] = button
        return button

    def _clear(self) -> None:
        self.asks = None
        while item := self._inner.takeAt(0):
            if part := item.widget():
                part.hide()
                part.deleteLater()


def _look(kind: Kind) -> Kind:
    return kind if kind is Kind.DESTRUCTIVE else Kind.PRIMARY
