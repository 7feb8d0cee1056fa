"""The page on which the owner types her PIN to get out, or chooses one when she first comes here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.keeping.pins import FEWEST, MOST
from resources.words import mark
from ui.counter.frame import Frame, Look, headline
from ui.counter.lock import Answered, Lock
from ui.counter.pad import Pad
from ui.counter.parts import TouchButton
from ui.shared.buttons import Kind
from ui.shared.text import Text

_SECOND = 1000
_SAID: Mapping[Answered, str] = {
    Answered.WRONG: mark("That is not the PIN."),
    Answered.AGAIN: mark("Once more, so that no slip locks you out."),
    Answered.DIFFERS: mark("These were two different PINs. Please choose anew."),
}


class PinPage(Frame):
    """The view of `Lock`."""

    opened = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, lock: Lock) -> None:
        super().__init__(look)
        self._lock = lock
        self._waiting = QTimer(self, interval=_SECOND)
        self._waiting.timeout.connect(self._wait)
        lock.begin()
        self._chooses = not lock.is_set
        words = self.words
        title = words("Choose a PIN") if self._chooses else words("PIN of the owner")
        self.pad = Pad(words, self.m, words("PIN"), secret=True)
        self.said = Text("", self.m.px(20), ink="ink2", wrap=True)
        self._lay_out_middle(title)
        cancel = TouchButton(words("Cancel"), self.m, padding=32)
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.cancelled)
        self.enter = TouchButton(words("Enter"), self.m, Kind.PRIMARY, icon="check", padding=40)
        self.enter.setObjectName("enter")
        self.enter.clicked.connect(self._enter)
        self.pad.entered.connect(self._enter)
        self.foot.fill([cancel], [self.enter])
        if self._chooses:
            self.said.setText(self._rule())
        else:
            self._wait()

    def first_focus(self) -> QWidget | None:
        return self.pad.field

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._waiting.stop()

    def _enter(self) -> None:
        typed = self.pad.text
        self.pad.show_text("")
        answered = self._lock.choose(typed) if self._chooses else self._lock.enter(typed)
        if answered is Answered.OPEN:
            self.opened.emit()
        elif answered is Answered.WAIT:
            self._wait()
        elif answered is Answered.UNFIT:
            self._tell(self._rule(), bad=True)
        else:
            self._tell(self.words(_SAID[answered]), bad=answered is not Answered.AGAIN)

    def _wait(self) -> None:
        left = self._lock.wait
        self.enter.setEnabled(not left)
        if left:
            self._waiting.start()
            said = self.words.plural(
                "Too many wrong tries. Please wait {n} second.",
                "Too many wrong tries. Please wait {n} seconds.",
                left,
            )
            self._tell(said, bad=True)
        elif self._waiting.isActive():
            self._waiting.stop()
            self._tell("", bad=False)

    def _tell(self, said: str, *, bad: bool) -> None:
        self.said.setText(said)
        self.said.paint_in("bad" if bad else "ink2")

    def _rule(self) -> str:
        return self.words(
            "{least} to {most} digits. Only with them can one leave counter mode.",
            least=FEWEST,
            most=MOST,
        )

    def _lay_out_middle(self, title: str) -> None:
        px = self.m.px
        said = QVBoxLayout()
        said.setSpacing(px(16))
        asked = headline(title, 40, self.m)
        asked.setAlignment(Qt.AlignmentFlag.AlignLeading)
        said.addWidget(asked)
        said.addWidget(self.said)
        said.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(64))
        row.addStretch(1)
        row.addLayout(said, 6)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.middle.addLayout(row)
