"""The part *Waiting*: one stack for each paper that goes into the printer, and what came out lately."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from ui.cards.came_out import CameOut
from ui.cards.outlets import Choosers, Outlets, PutsOut
from ui.desk import Desk
from ui.printing.queue.job_row import JobRow
from ui.printing.queue.jobs import Name
from ui.printing.queue.presenter import QueuePresenter
from ui.printing.queue.shown import Shown, Stack
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.empty import EmptyState, Tile
from ui.shared.focus import in_turn
from ui.shared.headers import SECTION, Heading, Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text

WIDEST = 860
_SHOWN = frozenset({Kind.PRINTING, Kind.PRINTS, Kind.CUSTOMERS, Kind.SETTINGS})


def make_queue(desk: Desk) -> "QueuePart":
    """The part for the Printing screen."""
    return QueuePart(desk)


class QueuePart(PutsOut, QWidget):
    """The view of `QueuePresenter`."""

    def __init__(self, desk: Desk, choosers: Choosers | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.presenter = QueuePresenter(desk.shop, desk.words, self)
        self._outlets = Outlets(desk, self, choosers or Choosers(), instead=self.presenter.save)
        self.summary = Text("", 14, ink="ink2", wrap=True)
        self.came_out = CameOut(desk.words)
        self.rows: dict[str, JobRow] = {}
        self.print_buttons: dict[str, Button] = {}
        self.lately = Section(desk.words("Printed lately"))
        self.write = Button(desk.words("Write cards"), Look.PRIMARY)
        self._shown: Shown | None = None
        self._stops: list[QWidget] = []
        self._lay_out()
        self.came_out.all_came.connect(lambda _ids: self.presenter.all_came())
        self.came_out.print_again.connect(self.presenter.print_again)
        self.came_out.put_back.connect(self.presenter.put_back)
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit."""
        self.presenter.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        first = next((one for one in self.print_buttons.values() if one.isEnabled()), None)
        target = first or self.write
        target.setFocus(event.reason())

    def show_queue(self, queue: Shown) -> None:
        if queue != self._shown:
            self._shown = queue
            self._fill(queue)

    def ask_how_it_went(self, said: str, names: Sequence[Name]) -> None:
        self.came_out.ask(names, said)

    def tell_last(self) -> None:
        self._desk.tell_last()

    def explain(self, refused: Exception) -> None:
        self._desk.explain(refused)

    def _fill(self, queue: Shown) -> None:
        held = self._focused()
        self.rows.clear()
        self.print_buttons.clear()
        while item := self._stacks.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for at, stack in enumerate(queue.stacks):
            self._stacks.addWidget(self._stack(stack, leads=at == 0))
        self.summary.setText(queue.summary)
        self.summary.setVisible(bool(queue.summary))
        self.lately.clear()
        for line in queue.lately:
            row = self.rows[line.key] = JobRow(line, self._desk.words, self.presenter.do)
            self.lately.add(row)
        self.lately.setVisible(bool(queue.lately))
        is_empty = not queue.stacks and not queue.lately
        self._pages.setCurrentWidget(self._nothing if is_empty else self._there)
        self._put_in_turn(held)

    def _stack(self, stack: Stack, *, leads: bool) -> QWidget:
        words, holder = self._desk.words, QWidget()
        look = Look.PRIMARY if leads else Look.SECONDARY
        button = Button(words("Print"), look, icon="printer-outline")
        button.setAccessibleName(words("Print what waits for {paper}", paper=stack.title))
        button.setObjectName(f"print.{stack.key}")
        button.clicked.connect(lambda: self.presenter.print_stack(stack.key))
        if stack.why_not:
            button.disable(stack.why_not)
        self.print_buttons[stack.key] = button
        head = QHBoxLayout()
        head.addWidget(Heading(stack.title, stack.count, SECTION), 1)
        head.addWidget(button)
        section = Section("")
        section.heading.hide()
        for line in stack.lines:
            row = self.rows[line.key] = JobRow(line, words, self.presenter.do)
            section.add(row)
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(head)
        whole.addWidget(section)
        return holder

    def _put_in_turn(self, held: str) -> None:
        stops: list[QWidget] = []
        for key, button in self.print_buttons.items():
            stops.append(button)
            lines = self._shown.stacks if self._shown else ()
            of_it = [line.key for stack in lines if stack.key == key for line in stack.lines]
            stops += [act for one in of_it for act in self.rows[one].buttons.values()]
        stops += [
            act
            for line in (self._shown.lately if self._shown else ())
            for act in self.rows[line.key].buttons.values()
        ]
        in_turn(*stops)
        self._stops = stops
        again = next((one for one in stops if held and one.objectName() == held), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> str:
        return next((one.objectName() for one in self._stops if one.hasFocus()), "")

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _SHOWN and self.isVisible() and not self.presenter.busy:
            self.presenter.refresh()

    def write_cards(self) -> None:
        self._desk.window.go("cards")

    def _lay_out(self) -> None:
        self._stacks = QVBoxLayout()
        self._stacks.setSpacing(28)
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(24)
        for part in (self.came_out, self.summary):
            column.addWidget(part)
        column.addLayout(self._stacks)
        column.addWidget(self.lately)
        column.addStretch(1)
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        held.setLayout(column)
        around = QVBoxLayout()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(held)
        self._there = scrolling(around)
        self._nothing = self._make_nothing()
        self._pages = QStackedWidget()
        for page in (self._there, self._nothing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_nothing(self) -> QWidget:
        words = self._desk.words
        page = EmptyState(
            None,
            words("Nothing waits to be printed"),
            words(
                "Cards, labels and envelopes that you put aside gather here, sorted by the paper they need."
            ),
        )
        self.write.clicked.connect(self.write_cards)
        said = words("Choose who gets one, and put the cards aside until you print.")
        page.add(Tile("email-edit-outline", words("Cards"), said, self.write))
        return page
