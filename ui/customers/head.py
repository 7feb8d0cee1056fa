"""The head of the pane, which stays while the rest scrolls: who it is, and what can be done."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.parts import NameText, PopUp
from ui.customers.photo_button import PhotoButton
from ui.customers.points_line import PointsLine
from ui.customers.portrait import Portrait
from ui.customers.signed import NoteLine
from ui.loyalty.side_acts import ACTS
from ui.shared.buttons import Button, IconButton, Kind, key_words
from ui.shared.chips import StateChip
from ui.shared.flow import Flow
from ui.shared.states import State, Tone
from ui.shared.text import Text

POP_UPS = 2
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
SELL, EDIT = "F2", "Ctrl+E"
"""What the keys of the window do for whoever is shown here."""


class Head(QWidget):
    """Avatar, name, since when; notes that pop up; the two acts and the menu of all others."""

    sale_asked = Signal()
    card_asked = Signal()
    edit_asked = Signal()
    strike_asked = Signal(str)
    act_asked = Signal(str)
    """`archive`, `delete`, `do_not_post`, `deceased`, `household`, `alone`, `photo`, or one of `ACTS`."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._person: Portrait | None = None
        self.photo = PhotoButton(words)
        self.name, self.since = NameText(), Text("", 14, ink="ink2")
        self.name.setObjectName("name")
        self._states = Flow(across=6, down=4)
        self._pop_ups = QVBoxLayout()
        self._pop_ups.setSpacing(8)
        self.points = PointsLine()
        self.sale = Button(words("Record a sale"), Kind.PRIMARY, icon="basket-outline")
        self.write = Button(words("Write a card"), icon="fountain-pen-tip")
        self.sale.setToolTip(
            words("{key}, or type the amount", key=words.isolated(key_words(SELL)))
        )
        self.edit = IconButton("pencil-outline", words("Edit"))
        self.show_editing(editing=False)
        self.more = IconButton("dots-horizontal", words("More"))
        buttons = {"sale": self.sale, "write": self.write, "edit": self.edit, "more": self.more}
        for name, button in buttons.items():
            button.setObjectName(f"person.{name}")
        self.sale.clicked.connect(self.sale_asked)
        self.write.clicked.connect(self.card_asked)
        self.edit.clicked.connect(self.edit_asked)
        self.more.clicked.connect(self._open)
        self._lay_out()

    def show_person(self, person: Portrait) -> None:
        self._person = person
        self.photo.show_person(person.short_name, person.uid, person.photo)
        self.name.show_name(person.name)
        self.since.setText(person.since)
        self.since.setVisible(bool(person.since))
        chips = [StateChip(State(words, cast("Tone", tone))) for words, tone in person.states]
        self._states.show_parts([*chips])
        self._chips.setVisible(bool(chips))
        self.points.show_points(person.points)
        self._show_pop_ups(person)
        if person.deceased:
            self.write.disable(self._say("Nobody writes to the dead."))
        else:
            self.write.enable()

    def show_editing(self, *, editing: bool) -> None:
        """The second act begins editing, or ends it."""
        words = self._say("Done") if editing else self._say("Edit")
        self.edit.show_icon("check" if editing else "pencil-outline", words)
        if not editing:
            self.edit.setToolTip(f"{words} ({self._say.isolated(key_words(EDIT))})")

    def menu(self, *, whole: bool = False) -> QMenu:
        """Everything else that can be done with her; the `whole` also has the acts of the head."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        person, say = self._person, self._say
        if person is None:
            return menu
        if whole:
            sale = menu.addAction(_with_key(say("Record a sale"), SELL))
            sale.triggered.connect(self.sale_asked)
            write = menu.addAction(say("Write a card"))
            write.setEnabled(not person.deceased)
            write.triggered.connect(self.card_asked)
            menu.addAction(_with_key(say("Edit"), EDIT)).triggered.connect(self.edit_asked)
            menu.addSeparator()
        self._offer(menu, "photo", say("Change the photo…") if person.photo else say("Add a photo"))
        joined = bool(person.with_her)
        self._offer(menu, "household", say("Join a household…"))
        if joined:
            self._offer(menu, "alone", say("Lives alone now"))
        self._offer(menu, "do_not_post", say("Do not send post"), tick=person.do_not_post)
        self._offer(menu, "deceased", say("Has died"), tick=person.deceased)
        menu.addSeparator()
        for key, said in ACTS.items():
            self._offer(menu, key, say(said))
        menu.addSeparator()
        away = say("Take back from the archive") if person.archived else say("Archive")
        self._offer(menu, "archive", away)
        self._offer(menu, "delete", say("Delete"))
        return menu

    def _offer(self, menu: QMenu, key: str, words: str, *, tick: bool | None = None) -> None:
        act = menu.addAction(words)
        act.setObjectName(key)
        if tick is not None:
            act.setCheckable(True)
            act.setChecked(tick)
        act.triggered.connect(lambda: self.act_asked.emit(key))

    def _show_pop_ups(self, person: Portrait) -> None:
        while item := self._pop_ups.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for note in popping_up(person):
            strip = PopUp(note.text, note.signed, self._say("Strike out this note"))
            strip.strike.setObjectName("note.strike")
            strip.strike.clicked.connect(partial(self.strike_asked.emit, note.uid))
            self._pop_ups.addWidget(strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        acts = self.sale.sizeHint().width() + self._acts.spacing() + self.write.sizeHint().width()
        self._acts.setDirection(DOWN if acts > self.width() else ACROSS)

    def _open(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        self._chips = QWidget()
        self._chips.setLayout(self._states)
        said = QVBoxLayout()
        said.setSpacing(3)
        said.addStretch()
        said.addWidget(self.name)
        said.addWidget(self.since)
        said.addSpacing(3)
        said.addWidget(self._chips)
        said.addStretch()
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignVCenter)
        who.addSpacing(8)
        who.addLayout(said, 1)
        aside = QVBoxLayout()
        aside.setSpacing(0)
        aside.addWidget(self.more)
        aside.addWidget(self.edit)
        aside.addStretch()
        who.addLayout(aside)
        self._acts = QBoxLayout(ACROSS)
        self._acts.setSpacing(8)
        for act in (self.sale, self.write):
            self._acts.addWidget(act, 0, Qt.AlignmentFlag.AlignLeading)
        self._acts.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(20)
        whole.addLayout(who)
        whole.addLayout(self._pop_ups)
        whole.addWidget(self.points)
        whole.addLayout(self._acts)


def _with_key(said: str, key: str) -> str:
    """As a menu shows an act and the key that does it elsewhere."""
    return f"{said}\t{key_words(key)}"


def popping_up(person: Portrait) -> list[NoteLine]:
    """The notes that stand in the head; all others are told below."""
    return [note for note in person.notes if note.pops_up][:POP_UPS]
