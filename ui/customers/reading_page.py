"""A person as she is read: contact, birthday, tags, notes, history, and everything else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.consents import Consents
from ui.customers.contact import Contact
from ui.customers.fields import FORM
from ui.customers.happened import Told
from ui.customers.head import popping_up
from ui.customers.household import Household, Join
from ui.customers.line import LineView
from ui.customers.notes import Notes
from ui.customers.parts import Part
from ui.customers.person import Person
from ui.customers.portrait import Portrait
from ui.customers.tag_row import TagRow
from ui.shared.timeline import Happening, Timeline

FIRST_FEW, STEP, CASE = 6, "step:", "case:"


class ReadingPage(QWidget):
    """Every line can be changed where it stands."""

    person_asked = Signal(int)
    tag_asked = Signal(str)
    edit_asked = Signal(str)
    card_wanted = Signal(int)
    """A card of her history, to be looked at."""
    step_wanted = Signal(int)
    """Something done at the till, to be taken back."""
    case_wanted = Signal(int)
    """What she was unhappy with, to be looked at."""

    def __init__(self, person: Person, words: Words) -> None:
        super().__init__()
        self._say = words
        self.contact = Contact(person, words)
        self.contact.edit_asked.connect(self.edit_asked)
        self.household, self.join = Household(words), Join(person, words)
        self.household.person_asked.connect(self.person_asked)
        self.household.join_asked.connect(self.join.open)
        self.household.alone_asked.connect(person.live_alone)
        self.tags = TagRow(person, words)
        self.tags.filter_asked.connect(self.tag_asked)
        self.notes = Notes(person, words)
        self.history = History(words)
        self.history.card_wanted.connect(self.card_wanted)
        self.history.step_wanted.connect(self.step_wanted)
        self.history.case_wanted.connect(self.case_wanted)
        self.consents = Consents(person, words)
        self.details = Details(person, words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(18)
        for part in (
            self.contact, self.household, self.join, self.tags,
            self.notes, self.history, self.details, self.consents,
        ):  # fmt: skip
            whole.addWidget(part)
        whole.addStretch()

    def take_typed(self) -> dict[str, str]:
        """Shuts every field; answers what stood in them and is not saved."""
        return self.contact.take_typed() | self.details.take_typed()

    def show_person(self, person: Portrait) -> None:
        self.contact.show_person(person)
        self.household.show_people(person.with_her)
        self.tags.show_tags(person.tags)
        above = popping_up(person)
        self.notes.show_notes([note for note in person.notes if note not in above])
        self.history.show_told(person.history, person.card)
        self.consents.show_consents(person.consents)
        self.details.show_person(person)


class History(Part):
    """The last few things that happened, and on request all of them."""

    card_wanted = Signal(int)
    step_wanted = Signal(int)
    case_wanted = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__(words("History"))
        self._say = words
        self._told: Sequence[Told] | None = None
        self._whole = False
        self.knots = Timeline(words("History"))
        self.knots.setObjectName("history")
        self.knots.pressed.connect(self._open)
        self.rows.addWidget(self.knots)
        self.link.setObjectName("history.all")
        self.link.clicked.connect(self._show_all)

    def show_told(self, told: Sequence[Told], card: str) -> None:
        said = self._say("Card {number}", number=self._say.isolated(card)) if card else ""
        self.aside.setText(said)
        if told != self._told:
            self._told, self._whole = told, False
            self._show()

    def _open(self, key: str) -> None:
        """A card or a case is looked at; what was done at the till can be taken back, which is asked here."""
        if key.startswith(CASE):
            self.case_wanted.emit(int(key.removeprefix(CASE)))
            return
        if not key.startswith(STEP):
            self.card_wanted.emit(int(key))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        step = int(key.removeprefix(STEP))
        act = menu.addAction(self._say("Take this back"))
        act.triggered.connect(lambda: self.step_wanted.emit(step))
        menu.popup(QCursor.pos())

    def _show_all(self) -> None:
        self._whole = True
        self._show()

    def _show(self) -> None:
        told = self._told or ()
        seen = told if self._whole else told[:FIRST_FEW]
        happenings = [
            Happening(one.icon, one.words, one.detail, one.when, _key(one), bool(one.step))
            for one in seen
        ]
        self.knots.show_happenings(happenings)
        self.link.setText(self._say("Show all"))
        self.link.setVisible(len(seen) < len(told))
        self.setVisible(bool(told))


def _key(one: Told) -> str:
    if one.case:
        return f"{CASE}{one.case}"
    return f"{STEP}{one.step}" if one.step else str(one.card or "")


class Details(Part):
    """Fields that are filled and were not told above."""

    def __init__(self, person: Person, words: Words) -> None:
        super().__init__(words("Details"))
        self.rows.setSpacing(4)
        self._lines = {key: LineView(person.edit, labelled=True) for row in FORM for key in row}
        for line in self._lines.values():
            self.rows.addWidget(line)

    def take_typed(self) -> dict[str, str]:
        typed: dict[str, str] = {}
        for line in self._lines.values():
            typed |= line.take_typed()
        return typed

    def show_person(self, person: Portrait) -> None:
        for key, view in self._lines.items():
            view.show_line(person.lines[key])
            view.setVisible(key in person.details or view.field is not None)
        self.setVisible(bool(person.details))
