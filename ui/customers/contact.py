"""How a person is reached, and her birthday: the first lines of the pane."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.line import LineView
from ui.customers.person import Person
from ui.customers.portrait import Portrait
from ui.shared.easel import Easel
from ui.shared.flow import Flow
from ui.shared.focus import ringed
from ui.shared.headers import Hairline
from ui.shared.rhythm import Rhythm, Weeks
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour


class Contact(QWidget):
    """Phone and e-mail side by side while they fit, the address, the birthday and what it asks for."""

    edit_asked = Signal(str)

    def __init__(self, person: Person, words: Words) -> None:
        super().__init__()
        self.phone = LineView(person.edit, icon="phone-outline")
        self.email = LineView(person.edit, icon="email-outline")
        self.address = AddressLine(words)
        self.address.pressed.connect(lambda: self.edit_asked.emit("street"))
        self.birthday, self.rhythm = BirthdayLine(person), RhythmLine()
        reach = QWidget()
        flow = Flow(across=24, down=4)
        reach.setLayout(flow)
        flow.addWidget(self.phone)
        flow.addWidget(self.email)
        self._reach, self._day, self._line = reach, QWidget(), Hairline()
        day = QVBoxLayout(self._day)
        day.setContentsMargins(0, 10, 0, 0)
        day.setSpacing(14)
        day.addWidget(self._line)
        day.addWidget(self.birthday)
        day.addWidget(self.rhythm)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(reach)
        whole.addWidget(self.address)
        whole.addWidget(self._day)

    def take_typed(self) -> dict[str, str]:
        """Shuts every field; answers what is not saved."""
        return self.phone.take_typed() | self.email.take_typed() | self.birthday.take_typed()

    def show_person(self, person: Portrait) -> None:
        for view, key in ((self.phone, "phones"), (self.email, "emails")):
            view.show_line(person.lines[key])
            view.setVisible(bool(person.lines[key].shown) or view.field is not None)
        reached = bool(person.lines["phones"].shown or person.lines["emails"].shown)
        self._reach.setVisible(reached)
        self.address.show_words(person.address)
        self.address.setVisible(bool(person.address))
        self.birthday.show_person(person)
        self.birthday.setVisible(bool(person.birthday))
        self.rhythm.show_person(person)
        self._day.setVisible(bool(person.birthday or person.rhythm))
        self._line.setVisible(bool(reached or person.address))
        self.setVisible(bool(reached or person.address or person.birthday or person.rhythm))


class AddressLine(QWidget):
    """The address on one line or more; a press opens its fields."""

    pressed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self.setObjectName("line.address")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = Text("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(0)
        row.addSpacing(26)
        row.addWidget(self._words, 1)
        ringed(self, 6)

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(self._say("Address: {address}", address=words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.icon("map-marker-outline", QRectF(0, 5, 18, 18), colour("ink2"))


class BirthdayLine(LineView):
    """`Turns 40 on Thursday`, and below what is to be done."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.edit)
        self._near = False
        self.said, self.detail = ElidedText(), ElidedText("", 13, ink="ink2")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self.said)
        lines.addWidget(self.detail)
        self.put_at_rest(lines)

    def show_person(self, person: Portrait) -> None:
        self.show_line(person.lines["birthday"])
        self._near = person.birthday_near
        self.said.setText(person.birthday)
        self.said.set_weight(500 if person.birthday_near else 400)
        self.detail.setText(person.birthday_detail)
        self.detail.setVisible(bool(person.birthday_detail))
        self.setAccessibleName(f"{person.birthday}. {person.birthday_detail}")
        self.update()

    def resting_size(self) -> QSize:
        return QSize(200, 42 if self.detail.isVisibleTo(self) else 24)

    def paint_at_rest(self, easel: Easel) -> None:
        box = QRectF(0, self.height() / 2 - 10, 20, 20)
        near = self._near
        easel.icon("cake-variant-outline", box, colour("accent" if near else "ink2"))


class RhythmLine(QWidget):
    """`Usually every 6 days, yesterday`, and below the dots of the half-year."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.dots = Text("", wrap=True), Rhythm()
        lines = QVBoxLayout()
        lines.setSpacing(6)
        lines.addWidget(self.said)
        # Without an edge to lie at, so narrow a thing would draw the words above it to the middle.
        lines.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(32)
        row.addLayout(lines, 1)

    def show_person(self, person: Portrait) -> None:
        self.said.setText(person.rhythm)
        self.dots.show_weeks(Weeks(person.weeks, person.missed, person.rhythm))
        self.setVisible(bool(person.rhythm))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.icon("calendar-refresh-outline", QRectF(0, 1, 20, 20), colour("ink2"))
