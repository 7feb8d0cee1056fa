"""With whom a person lives: links to the others, and a field that finds one more."""

from typing import Protocol

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import IN_ROW, Button, IconButton, Kind
from ui.shared.easel import Easel
from ui.shared.fields import Field
from ui.shared.flow import Flow
from ui.shared.focus import in_turn, turn_of
from ui.shared.text import Text
from ui.shared.theme import colour

LINK = 20


class Joining(Protocol):
    def companions(self, text: str) -> list[tuple[int, str]]: ...

    def live_with(self, other: int) -> None: ...


class Household(QWidget):
    """`Lives with Petr Novák`; each name leads to its person. One more can join, and she can leave."""

    person_asked = Signal(int)
    join_asked = Signal()
    alone_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._turn = turn_of(self)
        self._flow = Flow(across=10, down=0)
        people = QWidget()
        people.setLayout(self._flow)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addSpacing(32)
        whole.addWidget(people, 1)
        self._with: tuple[tuple[int, str], ...] | None = None

    def show_people(self, people: tuple[tuple[int, str], ...]) -> None:
        self.setVisible(bool(people))
        if people != self._with:
            self._with = people
            says = Text(self._say("Lives with"))
            says.setFixedHeight(LINK)
            parts = [*(self._link(*one) for one in people), *self._acts()]
            self._flow.show_parts([says, *parts])
            in_turn(self._turn, *parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.icon("home-heart", QRectF(0, 0, 20, 20), colour("ink2"))

    def _acts(self) -> list[QWidget]:
        more = IconButton("plus", self._say("One more in the household"), size=LINK, icon_size=16)
        more.setObjectName("household.join")
        more.clicked.connect(self.join_asked)
        leave = IconButton("close", self._say("Lives alone now"), size=LINK, icon_size=16)
        leave.setObjectName("household.leave")
        leave.clicked.connect(self.alone_asked)
        return [more, leave]

    def _link(self, number: int, name: str) -> Button:
        link = Button(name, Kind.LINK, height=LINK)
        link.setObjectName(f"lives_with.{number}")
        link.clicked.connect(lambda: self.person_asked.emit(number))
        return link


class Join(QWidget):
    """Asks with whom she lives; Enter takes the first who is found. It is called when it is wanted,
    or `stays` where it is.
    """

    left = Signal()

    def __init__(self, joining: Joining, words: Words, *, stays: bool = False) -> None:
        super().__init__()
        self._stays = stays
        self._joining = joining
        self._found: list[int] = []
        asked = words("Who lives in the same household?")
        self.field = Field(asked, help_words=words("Name, phone or card"))
        self.field.control.setObjectName("companion")
        self.field.edited.connect(self._seek)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.field)
        whole.addLayout(self._people)
        if not stays:
            self.hide()

    def open(self) -> None:
        self.clear()
        self.show()
        self.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not (self._stays and not self.field.text):
            self._leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._found:
            self._take(self._found[0])
        else:
            super().keyPressEvent(event)

    def _seek(self, text: str) -> None:
        while item := self._people.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        found = self._joining.companions(text) if text.strip() else []
        self._found = [number for number, _ in found]
        for number, name in found:
            one = Button(name, Kind.QUIET, height=IN_ROW)
            one.clicked.connect(lambda _=False, number=number: self._take(number))
            self._people.addWidget(one)

    def _take(self, other: int) -> None:
        self._leave()
        self._joining.live_with(other)

    def _leave(self) -> None:
        self.clear()
        if not self._stays:
            self.hide()
        self.left.emit()

    def clear(self) -> None:
        """Nothing typed, nobody found."""
        self.field.set_text("")
        self._seek("")
