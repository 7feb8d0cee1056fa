"""The sidebar: whose shop it is, its places, and who stands at the till; narrow, it becomes a rail."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.values import value
from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import CENTRE, TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

WIDE, RAIL = 224, 72
NAME_SIZES = (15, 14, 13)
"""A shop's name is set a little smaller before it is cut."""


@value(kw_only=False)
class Entry:
    """One place in the sidebar, its words already in the reader's language."""

    key: str
    title: str
    icon: str


class Sidebar(QWidget):
    """Places above, the counter and settings at the foot, then the person who is signed in."""

    chosen = Signal(str)
    person_pressed = Signal()

    def __init__(self, label: str, lock_words: str = "") -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.mark = ShopMark()
        self.person = Person(lock_words)
        self._group = QButtonGroup(self)
        self._entries: dict[str, NavButton] = {}
        self._places, self._foot = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._rail = False
        self.set_rail(rail=False)
        self._group.buttonClicked.connect(self._tell)
        self.person.clicked.connect(self.person_pressed)

    def add(self, entry: Entry, *, foot: bool = False) -> None:
        """One more place, among the others or at the foot."""
        button = NavButton(entry)
        button.set_rail(rail=self._rail)
        self._entries[entry.key] = button
        self._group.addButton(button)
        (self._foot if foot else self._places).addWidget(button)
        QWidget.setTabOrder(button, self.person)

    def choose(self, key: str) -> None:
        """Show `key` as the place one stands in, silently; a key that is not here shows none."""
        for name, button in self._entries.items():
            if name == key:
                button.setChecked(True)

    def show_count(self, key: str, count: str) -> None:
        """How many things wait in a place; empty shows nothing."""
        self._entries[key].show_count(count)

    def set_rail(self, *, rail: bool) -> None:
        """Become the narrow rail, or the full sidebar again."""
        self._rail = rail
        self.setFixedWidth(RAIL if rail else WIDE)
        self.mark.set_rail(rail=rail)
        self.person.set_rail(rail=rail)
        for button in self._entries.values():
            button.set_rail(rail=rail)

    @property
    def is_rail(self) -> bool:
        return self._rail

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), colour("side"))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 20, 0, 12)
        whole.setSpacing(0)
        whole.addWidget(self.mark)
        whole.addSpacing(28)
        whole.addLayout(self._places)
        whole.addStretch()
        whole.addLayout(self._foot)
        whole.addSpacing(8)
        whole.addWidget(self.person)
        for part in (self._places, self._foot):
            part.setSpacing(4)

    def _tell(self, button: QAbstractButton) -> None:
        if isinstance(button, NavButton):
            self.chosen.emit(button.entry.key)


class NavButton(Ringed, QPushButton):
    """One place: icon, title and a quiet count; in the rail only the icon, and a dot where a count waits."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.title)
        self.entry = entry
        self._count, self._rail = "", False
        self.setCheckable(True)
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8, inset=12)

    def show_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleDescription(count)
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        self._rail = rail
        self.setToolTip(self.entry.title if rail else "")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(RAIL, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, chosen = QRectF(self.rect()), self.isChecked()
        inset = 8 if self._rail else 12
        with Easel.on(self) as easel:
            ground = rect.adjusted(inset, 0, -inset, 0)
            if chosen:
                easel.box(ground, 8, colour("tint"))
            elif self.underMouse():
                easel.box(ground, 8, colour("ink", 0.05))
            start = (rect.width() - 20) / 2 if self._rail else 24
            easel.icon(
                self.entry.icon, QRectF(start, 10, 20, 20), colour("accent" if chosen else "ink2")
            )
            if self._rail:
                self._paint_dot(easel, start)
            else:
                self._paint_words(easel, rect, chosen=chosen)

    def _paint_dot(self, easel: Easel, start: float) -> None:
        if self._count:
            easel.dot(start + 22, 9, 3.5, colour("accent"))

    def _paint_words(self, easel: Easel, rect: QRectF, *, chosen: bool) -> None:
        room = QRectF(56, 0, rect.width() - 56 - 52, rect.height())
        easel.text(room, self.text(), font(14, 500 if chosen else 400), colour("ink"))
        count = QRectF(rect.width() - 74, 0, 50, rect.height())
        easel.text(count, self._count, font(12, 500, tabular=True), colour("ink2"), TRAILING)


class ShopMark(QWidget):
    """The shop's mark and name lead; the program's name is the small line."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._line, self._rail = "", "", False
        self._picture: QPixmap | None = None
        self.setFixedHeight(40)

    def show_shop(self, name: str, line: str, picture: QPixmap | None = None) -> None:
        """The shop's name, the small line under it, and its own mark if it has one."""
        self._name, self._line, self._picture = name, line, picture
        self.setAccessibleName(f"{name}, {line}")
        self.setToolTip(name)
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        self._rail = rail
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            start = 20 if self._rail else 16
            self._paint_mark(easel, QRectF(start, 0, 40, 40))
            if self._rail:
                return
            self._paint_name(easel, self.width() - 68 - 12)

    def _paint_name(self, easel: Easel, room: float) -> None:
        """On one line with the small one under it; a long name takes both."""
        sizes = [font(px, 600) for px in NAME_SIZES]
        face = next((one for one in sizes if width(self._name, one) <= room), None)
        if face is None and len(lines := in_two(self._name, sizes[-1], room)) > 1:
            for number, line in enumerate(lines):
                box = QRectF(68, 2 + 18 * number, room, 18)
                easel.text(box, line, sizes[-1], colour("ink"))
            return
        easel.text(QRectF(68, 1, room, 22), self._name, face or sizes[0], colour("ink"))
        easel.text(QRectF(68, 22, room, 18), self._line, font(12), colour("ink2"))

    def _paint_mark(self, easel: Easel, box: QRectF) -> None:
        if self._picture is not None:
            easel.painter.drawPixmap(easel.place(box), self._picture, QRectF(self._picture.rect()))
            return
        easel.box(box, 8, colour("accent"))
        easel.text(box, initials(self._name)[:1], font(20, 600), colour("on_accent"), CENTRE)


def in_two(name: str, face: QFont, room: float) -> list[str]:
    """As many words as fit on the first line, and the rest."""
    first, *rest = name.split(" ")
    while rest and width(f"{first} {rest[0]}", face) <= room:
        first = f"{first} {rest.pop(0)}"
    return [first, " ".join(rest)] if rest else [first]


class Person(Ringed, QPushButton):
    """Who is at work. Where people sign in it has a lock, and a press locks or changes the person."""

    def __init__(self, lock_words: str = "") -> None:
        super().__init__()
        self._name, self._role, self._uid, self._rail = "", "", "", False
        self._locks = bool(lock_words)
        self.setFixedHeight(44)
        self.setEnabled(self._locks)
        if self._locks:
            self.setToolTip(lock_words)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self, 8, inset=12)

    def show_person(self, name: str, role: str, uid: str) -> None:
        self._name, self._role, self._uid = name, role, uid
        self.setAccessibleName(f"{name}, {role}")
        if not self._locks:
            self.setToolTip(name)
        self.setVisible(bool(name))
        self.update()

    def set_rail(self, *, rail: bool) -> None:
        self._rail = rail
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(RAIL, 44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            side = QRectF(20, 6, 32, 32)
            paint_avatar(easel, side, initials(self._name), self._uid)
            if self._rail:
                return
            room = self.width() - 62 - (48 if self._locks else 12)
            easel.text(QRectF(62, 4, room, 18), self._name, font(13, 500), colour("ink"))
            easel.text(QRectF(62, 21, room, 18), self._role, font(12), colour("ink2"))
            if self._locks:
                lock = QRectF(self.width() - 38, 13, 18, 18)
                easel.icon("lock-outline", lock, colour("ink2" if self.underMouse() else "ink3"))
