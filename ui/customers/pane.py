"""The detail pane: one person, read or edited."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.customers.editing_page import EditingPage
from ui.customers.head import Head
from ui.customers.needs import DeskSide
from ui.customers.person import Person
from ui.customers.portrait import Portrait
from ui.customers.reading_page import ReadingPage
from ui.loyalty.side_acts import ACTS
from ui.shared.pane import Pane

_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""Held keys with which one still just types."""


class PersonPane(Pane):
    """The view of `Person`."""

    sale_asked = Signal(int)
    sale_begun = Signal(int, str)
    """The amount of her sale begins with this."""
    name_begun = Signal(str)
    """Somebody else is looked for, by a name that begins with this."""
    till_asked = Signal(int, str)
    """What else is done at the counter, one of `ui.loyalty.side_acts.ACTS`."""
    step_wanted = Signal(int)
    case_wanted = Signal(int)
    """Something done at the till, to be taken back."""
    card_asked = Signal(int)
    card_wanted = Signal(int)
    """A card of her history, to be looked at and printed again."""
    person_asked = Signal(int)
    tag_asked = Signal(str)
    left = Signal()
    """Esc: the keyboard goes back to the list."""
    nobody = Signal()
    somebody = Signal()

    def __init__(self, desk: DeskSide) -> None:
        super().__init__(desk.words("Customer"))
        self.setObjectName("person")
        self.person = Person(desk, self)
        self.top = Head(desk.words)
        self.reading = ReadingPage(self.person, desk.words)
        self.editing = EditingPage(self.person, desk.words)
        self.editing.hide()
        self._shown: Portrait | None = None
        self.head.addWidget(self.top)
        self.body.addWidget(self.reading)
        self.body.addWidget(self.editing)
        self._connect()

    def show_person(self, person: Portrait) -> None:
        with self._turning_to(person):
            self.top.show_person(person)
            self.reading.show_person(person)
            if self.is_editing:
                self.editing.show_person(person)
            self.somebody.emit()

    def show_nobody(self) -> None:
        with self._turning_to(None):
            self.nobody.emit()

    @contextmanager
    def _turning_to(self, person: Portrait | None) -> Iterator[None]:
        """What is being typed about the one before stays hers, whoever is shown next."""
        before, self._shown = self._shown, person
        if before is None or (person is not None and person.id == before.id):
            yield
            return
        typed = self.reading.take_typed() | self.editing.take_typed()
        note, pops_up = self.reading.notes.sheet.take_text()
        self.read()
        self.area.verticalScrollBar().setValue(0)
        yield
        self.person.keep_typed(before.id, typed)
        self.person.keep_note(before.id, note, pops_up=pops_up)

    @property
    def whose_sale(self) -> int | None:
        """Who is served by what is typed or scanned while the keyboard is in here."""
        return self._shown.id if self._shown else None

    def take_hold(self) -> None:
        """The keyboard comes to her, on what is done most often."""
        self.top.sale.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_editing(self) -> bool:
        return not self.editing.isHidden()

    def edit(self, key: str = "first_name") -> None:
        """Turn to the form, the keyboard at the field `key`."""
        if self._shown is not None:
            self.editing.show_person(self._shown)
            self._turn(to=self.editing)
            self._bring(self.editing.open(key))

    def read(self) -> None:
        """Turn back from the form."""
        self._turn(to=self.reading)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._begin(event):
            super().keyPressEvent(event)

    def _begin(self, event: QKeyEvent) -> bool:
        """At the head a figure begins the amount of her sale, a letter the next name; further down one may
        be about to write.
        """
        typed, held = event.text(), event.modifiers() & ~_HARMLESS
        is_at_head = self.top.isAncestorOf(self.focusWidget())
        if held or not typed.isalnum() or not is_at_head:
            return False
        if typed.isdecimal():
            self.sale_begun.emit(self.person.id, typed)
        else:
            self.name_begun.emit(typed)
        return True

    def _bring(self, thing: QWidget) -> None:
        """Into sight, on a page that was laid out a moment ago."""
        page = self.area.widget()
        if page is not None:
            page.adjustSize()
        self.area.ensureWidgetVisible(thing)

    def _turn(self, *, to: QWidget) -> None:
        for page in (self.reading, self.editing):
            page.setVisible(page is to)
        self.top.show_editing(editing=to is self.editing)

    def _edit_or_done(self) -> None:
        if self.is_editing:
            self._done()
        else:
            self.edit()

    def _done(self) -> None:
        self.read()
        self.left.emit()

    def _connect(self) -> None:
        self.top.sale_asked.connect(lambda: self.sale_asked.emit(self.person.id))
        self.top.card_asked.connect(lambda: self.card_asked.emit(self.person.id))
        self.top.edit_asked.connect(self._edit_or_done)
        self.top.strike_asked.connect(self.person.strike_note)
        self.top.act_asked.connect(self._act)
        self.top.name.pressed.connect(self.edit)
        self.top.photo.chosen.connect(self.person.take_photo)
        self.top.photo.taken_away.connect(self.person.take_photo_away)
        self.reading.person_asked.connect(self.person_asked)
        self.reading.tag_asked.connect(self.tag_asked)
        self.reading.edit_asked.connect(self.edit)
        self.reading.card_wanted.connect(self.card_wanted)
        self.reading.step_wanted.connect(self.step_wanted)
        self.reading.case_wanted.connect(self.case_wanted)
        self.editing.done.connect(self._done)
        self.editing.person_asked.connect(self.person_asked)

    def _act(self, key: str) -> None:
        shown, person = self._shown, self.person
        if shown is None:
            return
        if key in ACTS:
            self.till_asked.emit(person.id, key)
        elif key in {"do_not_post", "deceased"}:
            person.set_flag(key, on=not getattr(shown, key))
        elif key == "household":
            self.reading.join.open()
        elif key == "photo":
            self.top.photo.ask()
        elif key == "alone":
            person.live_alone()
        elif key == "archive":
            person.archive(archived=not shown.archived)
        else:
            person.delete()
