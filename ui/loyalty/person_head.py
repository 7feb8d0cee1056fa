"""The head of the counter: who is there, what must not be overlooked, and how to turn to somebody else."""

from functools import partial
from textwrap import shorten

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.side_acts import ACTS
from ui.loyalty.standing import Standing
from ui.shared.avatars import Avatar
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.chips import StateChip
from ui.shared.easel import Easel
from ui.shared.states import State
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour

AVATAR, STRIP, NOTE_AIR = 72, 48, 14
LONGEST = 300
"""Of a note that pops up; what is longer ends there and is told whole in the tool tip."""
RING = 4
"""Room for the ring of what has the keyboard, where a page is cut at its edge."""


class PersonHead(QWidget):
    """Avatar, name with her tier, one line; *Another customer* at the trailing edge."""

    left = Signal()
    more_asked = Signal()
    """Everything else about her."""
    act_asked = Signal(str)
    """One of `ACTS`."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self.avatar = Avatar(size=AVATAR)
        self.name, self.line = PressedName(words), ElidedText("", 15, ink="ink2")
        self.tier = StateChip(State("", "warn"), 24)
        self.another = Button(words("Another customer"), Kind.QUIET, icon="barcode-scan")
        self.another.setObjectName("loyalty.another")
        self.another.clicked.connect(self.left)
        self.more = IconButton("dots-horizontal", words("More"))
        self.more.setObjectName("loyalty.more")
        self.more.clicked.connect(self._open)
        self.name.pressed.connect(self.more_asked)
        self._lay_out()

    def show_standing(self, one: Standing) -> None:
        is_known = one.id is not None
        self.avatar.setVisible(is_known)
        self.more.setVisible(is_known)
        self.another.setText(
            self._say("Another customer") if is_known else self._say("Say who it is")
        )
        self.avatar.show_person(one.name, one.uid, one.photo)
        self.name.setText(one.name)
        self.line.setText(one.line)
        self.tier.setVisible(bool(one.tier))
        self.tier.show_state(State(one.tier, "warn"))

    def menu(self) -> QMenu:
        """Everything else that is done for her at the counter."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, said in ACTS.items():
            act = menu.addAction(self._say(said))
            act.setObjectName(key)
            act.triggered.connect(partial(self.act_asked.emit, key))
        return menu

    def _open(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        named = QHBoxLayout()
        named.setSpacing(14)
        named.addWidget(self.name)
        named.addWidget(self.tier, 0, Qt.AlignmentFlag.AlignVCenter)
        named.addStretch()
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch()
        column.addLayout(named)
        column.addWidget(self.line)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(RING, 0, RING, 0)
        row.setSpacing(20)
        row.addWidget(self.avatar)
        row.addLayout(column, 1)
        row.addWidget(self.another)
        row.addSpacing(-12)
        row.addWidget(self.more)


class PressedName(ElidedText):
    """The name; a press leads to everything else about her."""

    pressed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__("", 28, 600)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(words("Open the customer"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class NoteStrip(QWidget):
    """A note that pops up, with who wrote it; whoever is allergic is not cut off in mid-sentence."""

    def __init__(self, words: str, signed: str) -> None:
        super().__init__()
        self.setMinimumHeight(STRIP)
        self.setAccessibleName(f"{words}, {signed}")
        note = Text(shorten(words, LONGEST, placeholder="…"), 15, 500, wrap=True)
        note.setToolTip(words if len(words) > LONGEST else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, NOTE_AIR, 16, NOTE_AIR)
        row.setSpacing(16)
        row.addSpacing(32)
        row.addWidget(note, 1)
        row.addWidget(Text(signed, 13, ink="ink2"), 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("warn_tint"))
            easel.icon("note-text-outline", QRectF(16, NOTE_AIR, 20, 20), colour("warn"))
