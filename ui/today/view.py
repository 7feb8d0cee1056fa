"""Today: the greeting, the week's birthdays, what to print, who is new."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.changes import Kind
from resources.words import Words
from ui.desk import Desk
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.focus import in_turn
from ui.shared.headers import SECTION, Heading, Section
from ui.shared.margins import margins
from ui.shared.pane import scrolling
from ui.shared.text import Text, spacer
from ui.today.card_panel import CLOSE, WIDE, CardPanel, picture_of
from ui.today.lines import MoreLine, PersonLine
from ui.today.page import Line, Page, Part
from ui.today.paper import Written
from ui.today.presenter import Today
from ui.today.ribbon import Ribbon

if TYPE_CHECKING:
    from ui.today.answering import AnswerPart
    from ui.today.answering_view import ToAnswer
    from ui.today.slipping import SlippingPart
    from ui.today.slipping_view import SlippingAway

NARROW = 1056
"""Below this width of the page (a window of 1280) the panel lies under the ribbon."""
ROOMY, AROUND = 640, 112
"""What the morning needs so that no ordinary name is cut, and what stands around it and the panel."""
PAPER_LATER = 120
"""Milliseconds after the page that the card on it begins to be written."""
UNBOUND = 16777215
"""Qt's own word for no greatest width."""


def make_today(desk: Desk) -> QWidget:
    """The screen, reading anew whenever something in the shop changes."""
    screen = TodayScreen(desk)
    presenter = Today(desk)
    screen.listen(presenter)
    presenter.show(screen)
    desk.on_change(screen, lambda kinds: _hear(presenter, kinds))
    return screen


def _hear(presenter: Today, _kinds: frozenset[Kind]) -> None:
    presenter.refresh()


class TodayScreen(QWidget):
    """The page of the morning, the doors of an empty book, and the list of the next 30 days."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.page = TodayPage(desk.words)
        self._doors: QWidget | None = None
        self._coming: QWidget | None = None
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.page)
        self.page.ribbon.several_pressed.connect(self.show_coming)
        self.page.next_days.clicked.connect(self.show_coming)
        self.page.more_asked.connect(self.show_coming)

    def listen(self, presenter: Today) -> None:
        self._presenter = presenter
        self.page.listen(presenter)

    def visited(self) -> None:
        """Coming here again from the sidebar is coming to the page itself."""
        if self._layers.currentWidget() is self._coming:
            self._layers.setCurrentWidget(self.page)

    def show_page(self, page: Page) -> None:
        self.page.show_page(page)
        if self._layers.currentWidget() is self._doors:
            self._layers.setCurrentWidget(self.page)
        # The paper's libraries are loaded when the page has been painted, not before.
        QTimer.singleShot(PAPER_LATER, self, self._presenter.write_next)
        QTimer.singleShot(PAPER_LATER, self, self._presenter.look_for_slipping)
        QTimer.singleShot(PAPER_LATER, self, self._presenter.look_for_cases)

    def show_paper(self, written: Written) -> None:
        self.page.panel.show_paper(picture_of(written.pdf), written.said)

    def show_slipping(self, part: "SlippingPart") -> None:
        self.page.show_slipping(part)

    def show_answering(self, part: "AnswerPart") -> None:
        self.page.show_answering(part)

    def show_empty_book(self) -> None:
        if self._doors is None:
            from ui.start.doors import make_doors

            self._doors = make_doors(self._desk)
            self._layers.addWidget(self._doors)
        self._layers.setCurrentWidget(self._doors)

    def show_coming(self) -> None:
        """The birthdays of the next 30 days, in the place of the page."""
        if self._coming is None:
            from ui.today.coming_view import make_coming

            self._coming = make_coming(self._desk, self.visited)
            self._layers.addWidget(self._coming)
        self._layers.setCurrentWidget(self._coming)
        self._coming.setFocus()


class TodayPage(QWidget):
    """Laid out as two columns: the morning itself, and the panel with the next card."""

    more_asked = Signal()
    """All whose card is to be printed, not only the first few."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.greeting = Text("", 32, 600)
        self.totals = Text("", 15, ink="ink2", wrap=True)
        self.next_days = Button(words("Next 30 days"), Look.LINK, height=20)
        self.ribbon = Ribbon(words("Birthdays this week"))
        self.no_birthdays = Text("", ink="ink2")
        self.due = Section(words("Print by"))
        self.newcomers = Section(words("New customers"))
        self.printed = Section(words("Printed lately"))
        self.panel = CardPanel(words)
        self._slipping: SlippingAway | None = None
        self._answering: ToAnswer | None = None
        self._totals = ""
        self._is_narrow: bool | None = None
        self._air = spacer(height=24)
        self._lay_out()

    def listen(self, presenter: Today) -> None:
        """From now on what is pressed goes to `presenter`."""
        self._presenter = presenter
        self.ribbon.person_pressed.connect(presenter.open)
        self.due.link.clicked.connect(presenter.print_all)
        self.newcomers.link.clicked.connect(presenter.show_newcomers)
        self.panel.print_pressed.connect(presenter.print_card)
        self.panel.person_pressed.connect(presenter.open)

    def show_page(self, page: Page) -> None:
        words = self._words
        self.greeting.setText(page.greeting)
        self._totals = page.totals
        self.totals.setText(page.totals)
        self.ribbon.show_columns(page.columns)
        self.no_birthdays.setText(page.no_birthdays)
        self.no_birthdays.setVisible(bool(page.no_birthdays))
        self._show_part(self.due, words("Print by"), page.due, words("Print"))
        self._show_part(self.newcomers, words("New customers"), page.newcomers)
        self._show_part(self.printed, words("Printed lately"), page.printed)
        self.printed.setVisible(bool(page.printed.lines))
        self.panel.show_card(page.card, page.rest)

    def show_slipping(self, part: "SlippingPart") -> None:
        if self._slipping is None:
            if not part.lines:
                return
            from ui.today.slipping_view import SlippingAway

            self._slipping = SlippingAway(self._words)
            self._slipping.listen(self._presenter)
            self._under_pair.addWidget(self._slipping)
        self._slipping.show_part(part)

    def show_answering(self, part: "AnswerPart") -> None:
        """Beside what is to be printed, above who is new."""
        self.totals.setText(" ".join(said for said in (self._totals, part.said) if said))
        if self._answering is None:
            if not part.lines:
                return
            from ui.today.answering_view import ToAnswer

            self._answering = ToAnswer(self._words, self._presenter)
            self._beside.insertWidget(0, self._answering)
        self._answering.show_part(part)
        in_turn(self._end_of_due(), *self._answering.stops)

    def _end_of_due(self) -> QWidget:
        """What has the keyboard last among the cards that are to be printed."""
        rows = self.due.rows
        last = rows.itemAt(rows.count() - 1)
        row = last.widget() if last else None
        if isinstance(row, PersonLine):
            return row.act or row
        return row.link if isinstance(row, MoreLine) else self.due.link

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._place_aside(narrow=narrow)
        if not narrow:
            wide = min(WIDE, max(CLOSE, self.width() - AROUND - ROOMY))
            self.panel.stand(wide)
            self.printed.setFixedWidth(wide)

    def _show_part(self, section: Section, title: str, part: Part, act: str = "") -> None:
        section.show_words(title, part.count, part.link)
        section.clear()
        for line in part.lines:
            section.add(self._line(line, act))
        if part.more:
            more = MoreLine(part.more)
            more.link.clicked.connect(self.more_asked)
            section.add(more)
        if not part.lines and part.nothing:
            nothing = Text(part.nothing, ink="ink2", wrap=True)
            nothing.setMinimumHeight(60)
            section.add(nothing)

    def _line(self, line: Line, act: str) -> PersonLine:
        row, who = PersonLine(line), line.person.id
        row.clicked.connect(lambda: self._presenter.open(who))
        if act:
            row.add_act(act).clicked.connect(lambda: self._presenter.print_card(who))
        return row

    def _lay_out(self) -> None:
        self._main = QVBoxLayout()
        self._main.setSpacing(0)
        self._main.addWidget(self.greeting)
        self._main.addSpacing(6)
        self._main.addWidget(self.totals)
        self._main.addSpacing(28)
        self._main.addLayout(self._ribbon_head())
        self._main.addSpacing(10)
        self._main.addWidget(self.ribbon)
        self._main.addWidget(self.no_birthdays)
        self._main.addWidget(self._air)
        self._main.addSpacing(30)
        self._main.addLayout(self._pair())
        self._under_pair = QVBoxLayout()
        self._under_pair.setContentsMargins(0, 34, 0, 0)
        self._main.addLayout(self._under_pair)
        self._main.addStretch()
        self._aside = QVBoxLayout()
        self._aside.setSpacing(30)
        self._aside.addStretch()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(40)
        self._columns.addLayout(self._main, 1)
        self._columns.addLayout(self._aside)
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(40, 8, 32, 24))
        inner.addLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))

    def _ribbon_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Heading(self._words("Birthdays this week"), px=SECTION), 1)
        head.addWidget(self.next_days)
        return head

    def _pair(self) -> QHBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(48)
        for section in (self.due, self.newcomers):
            column = self._beside = QVBoxLayout()
            column.setSpacing(24)
            column.addWidget(section)
            column.addStretch()
            pair.addLayout(column, 1)
        return pair

    def _place_aside(self, *, narrow: bool) -> None:
        """What stands beside the main column comes into it where there is no room."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._air.setVisible(narrow)
        self.panel.lie(flat=narrow)
        for part in (self.panel, self.printed):
            part.setMinimumWidth(0)
            part.setMaximumWidth(UNBOUND)
            self._aside.removeWidget(part)
            self._main.removeWidget(part)
        if narrow:
            self._main.insertWidget(self._main.indexOf(self._air) + 1, self.panel)
            self._main.insertWidget(self._main.count() - 1, self.printed)
        else:
            self._aside.insertWidget(0, self.panel)
            self._aside.insertWidget(1, self.printed)
