"""The Feedback screen: how it stands, what is said, who waits, what was changed, and what is asked."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from resources.words import Words
from ui.cards.outlets import AskFile as AskWhere
from ui.cards.outlets import ask_file as ask_where
from ui.desk import Desk
from ui.feedback import periods
from ui.feedback.answer_form import AnswerForm
from ui.feedback.cases_page import CasesPage
from ui.feedback.changes_page import ChangesPage
from ui.feedback.comments_page import CommentsPage
from ui.feedback.day_fields import DayFields
from ui.feedback.nothing_said import make_nothing_said
from ui.feedback.overview_page import OverviewPage
from ui.feedback.papers import PAPERS, save
from ui.feedback.presenter import Feedback, Page
from ui.feedback.slip_form import SlipFormPage, make_slip_form
from ui.feedback.surveys_page import SurveysPage
from ui.feedback.taking_in import take_in
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.headers import PageHeader
from ui.shared.margins import margins

AskFile = Callable[[QWidget, Words, Callable[[Path], object]], None]
"""Asks for a file of answers, and hands it on."""
OVERVIEW, COMMENTS, CASES, CHANGES, SURVEYS = "overview", "comments", "cases", "changes", "surveys"
WRITING, SLIPS = "writing", "slips"
"""What takes the place of a part until it is left."""
FILES = (".xlsx", ".xls", ".xlsb", ".ods", ".csv", ".tsv")
AIR, NO_AIR = (36, 8, 24, 0), (0, 0, 0, 0)
TIMED = frozenset({OVERVIEW, COMMENTS})
"""Parts that look at a time."""
SHOWN = frozenset({Kind.VOICE, Kind.CUSTOMERS, Kind.COUPONS, Kind.SETTINGS})


def make_feedback(desk: Desk) -> "FeedbackScreen":
    """The screen for its place in the window."""
    return FeedbackScreen(desk)


class FeedbackScreen(QWidget):
    """The view of `Feedback`, and the parts beside it, each made when one first goes there."""

    def __init__(
        self, desk: Desk, ask_file: AskFile | None = None, ask_where: AskWhere = ask_where
    ) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self._ask_file, self._ask_where = ask_file or _ask_file, ask_where
        self.feedback = Feedback(desk, self)
        self.header, self.parts = PageHeader(words("Feedback")), FilterChips(words("Feedback"))
        self.period = Combo([(key, words(said)) for key, said in periods.PERIODS.items()])
        self.days = DayFields(words, self.feedback.choose_days)
        self.new = Button(words("Write down an answer"), Look.PRIMARY, icon="plus")
        self.more = Button(words("More"), icon="dots-horizontal")
        self.back = Button(words("Back"), Look.QUIET)
        self.overview = OverviewPage(words)
        self._stack = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._part, self._over, self._is_empty = OVERVIEW, "", False
        self._lay_out()
        self._connect()

    def visited(self) -> None:
        """Called at each visit; what is being written down is still there."""
        self._refresh()

    def show_page(self, page: Page) -> None:
        self._is_empty = False
        self.overview.show_page(page)
        self._put()

    def show_nothing(self) -> None:
        self._is_empty = True
        self._put()

    def open_case(self, case: int) -> None:
        """Goes to the cases with this one open."""
        self.go_to(CASES)
        self.cases.open(case)

    def show_cases(self) -> None:
        """Goes to all who wait for an answer."""
        self.go_to(CASES)

    def write_down(self) -> None:
        """The form for an answer that did not come from the counter."""
        self._over = WRITING
        self._put()
        self._begin()

    def take_in(self) -> None:
        """Answers from a file, as another program wrote it."""
        self._ask_file(self, self._desk.words, partial(take_in, self._desk))

    def type_slips(self) -> None:
        """The form for paper slips, one after another."""
        self._over = SLIPS
        self._put()
        cast("SlipFormPage", self._slips()).visited()

    def save_paper(self, key: str) -> None:
        """A PDF of one of `PAPERS`, where the owner wants it."""
        paper = PAPERS[key]
        path = self._ask_where(self, self._desk.words("Save as PDF"), paper.file)
        if path is not None:
            save(self._desk, paper, path)

    def _offer_more(self) -> None:
        words, menu = self._desk.words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("feedback.menu")
        menu.addAction(words("Type in slips")).triggered.connect(lambda _on: self.type_slips())
        menu.addAction(words("Read a list")).triggered.connect(lambda _on: self.take_in())
        menu.addSeparator()
        for key, paper in PAPERS.items():
            act = menu.addAction(words(paper.words))
            act.triggered.connect(lambda _on, one=key: self.save_paper(one))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _begin(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        page = self._stack.currentWidget()
        first = getattr(page, "first", None) or (page and page.findChild(Button))
        if isinstance(first, QWidget):
            first.setFocus(reason)

    @property
    def comments(self) -> CommentsPage:
        return cast("CommentsPage", self._page(COMMENTS, lambda: CommentsPage(self._desk)))

    @property
    def cases(self) -> CasesPage:
        return cast("CasesPage", self._page(CASES, lambda: CasesPage(self._desk)))

    @property
    def changes(self) -> ChangesPage:
        return cast("ChangesPage", self._page(CHANGES, lambda: ChangesPage(self._desk)))

    @property
    def surveys(self) -> SurveysPage:
        return cast("SurveysPage", self._page(SURVEYS, lambda: SurveysPage(self._desk)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        self._begin(event.reason())

    def _page(self, part: str, make: Callable[[], QWidget]) -> QWidget:
        if part not in self._made:
            self._made[part] = make()
            self._stack.addWidget(self._made[part])
        return self._made[part]

    def go_to(self, part: str) -> None:
        """Shows another part."""
        self._part, self._over = part, ""
        self.parts.choose(part)
        self._refresh()

    def _refresh(self) -> None:
        """What is to be seen is read anew."""
        if self._over:
            return
        match self._part:
            case "comments":
                self.comments.look_at(self.feedback.period)
            case "cases":
                self.cases.cases.refresh()
            case "changes":
                self.changes.changes.refresh()
            case "surveys":
                self.surveys.refresh()
            case _:
                self.feedback.refresh()
                return
        self._put()

    def _put(self) -> None:
        words = self._desk.words
        shown: Mapping[str, Callable[[], QWidget]] = {
            COMMENTS: lambda: self.comments,
            CASES: lambda: self.cases,
            CHANGES: lambda: self.changes,
            SURVEYS: lambda: self.surveys,
            OVERVIEW: lambda: self._nothing() if self._is_empty else self.overview,
            WRITING: self._writing,
            SLIPS: self._slips,
        }
        self._stack.setCurrentWidget(shown[self._over or self._part]())
        is_timed = self._part in TIMED and not self._is_empty and not self._over
        self.period.setVisible(is_timed)
        self.days.setVisible(is_timed and self.period.key == periods.OWN)
        self.parts.setVisible(not self._over)
        self.back.setVisible(bool(self._over))
        is_there = not self._over and not (self._is_empty and self._part == OVERVIEW)
        self.new.setVisible(is_there)
        self.more.setVisible(not self._over)
        # Slips have a head and margins of their own.
        self.header.setVisible(self._over != SLIPS)
        self._whole.setContentsMargins(margins(*(NO_AIR if self._over == SLIPS else AIR)))
        is_writing = self._over == WRITING
        self.header.show_words(words("Write down an answer") if is_writing else words("Feedback"))

    def _leave(self) -> None:
        """Back to the part that was left for a form."""
        self._over = ""
        self._refresh()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _writing(self) -> QWidget:
        def make() -> QWidget:
            form = AnswerForm(self._desk)
            form.left.connect(self._leave)
            return form

        return self._page(WRITING, make)

    def _slips(self) -> QWidget:
        def make() -> QWidget:
            page = make_slip_form(self._desk)
            page.left.connect(self._leave)
            return page

        return self._page(SLIPS, make)

    def _nothing(self) -> QWidget:
        return self._page("nothing", self._make_nothing)

    def _make_nothing(self) -> QWidget:
        return make_nothing_said(self._desk, self.write_down, self.take_in)

    def _choose_period(self, _at: int) -> None:
        key = self.period.key
        self.days.setVisible(key == periods.OWN)
        if key == periods.OWN:
            self.days.begin(self.feedback.period)
        self.feedback.choose_period(key)
        if self._part == COMMENTS:
            self.comments.look_at(self.feedback.period)

    def _look_at(self, by: str = "", part: str = "") -> None:
        self._part = COMMENTS
        self.parts.choose(COMMENTS)
        self.comments.look_at(self.feedback.period, by, part)
        self._put()

    def _change(self, theme: str) -> None:
        """Something was changed about a theme."""
        self.go_to(CHANGES)
        self.changes.begin(theme)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & SHOWN and self.isVisible():
            self._refresh()

    def _connect(self) -> None:
        page = self.overview
        self.parts.chosen.connect(self.go_to)
        self.new.clicked.connect(self.write_down)
        self.more.clicked.connect(self._offer_more)
        self.back.clicked.connect(self._leave)
        self.period.activated.connect(self._choose_period)
        page.scale_chosen.connect(self.feedback.choose_scale)
        page.by_chosen.connect(self.feedback.choose_by)
        page.part_opened.connect(self._look_at)
        page.all_remarks.connect(self._look_at)
        page.all_cases.connect(self.show_cases)
        page.case_opened.connect(self.open_case)
        page.hint_taken.connect(self._change)
        page.customer_opened.connect(self._desk.show_customer)
        self._desk.on_change(self, self._changed)

    def _lay_out(self) -> None:
        words = self._desk.words
        for key, said in (
            (OVERVIEW, words("How it stands")),
            (COMMENTS, words("What people say")),
            (CASES, words("To answer")),
            (CHANGES, words("You said, we did")),
            (SURVEYS, words("Surveys")),
        ):
            self.parts.add(key, said).setObjectName(f"part.{key}")
        self.period.setAccessibleName(words("Which time"))
        self.period.setObjectName("feedback.period")
        self.new.setObjectName("feedback.new")
        self.back.setObjectName("feedback.back")
        self.more.setObjectName("feedback.more")
        for act in (self.back, self.more, self.new):
            self.header.add(act)
        self._stack.addWidget(self.overview)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.parts, 1)
        row.addWidget(self.period)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(*AIR))
        whole.setSpacing(20)
        head = QHBoxLayout()
        head.setContentsMargins(margins(4, 0, 8, 0))
        head.addWidget(self.header)
        row.setContentsMargins(margins(4, 0, 8, 0))
        whole.addLayout(head)
        whole.addLayout(row)
        whole.addWidget(self.days)
        whole.addWidget(self._stack, 1)


def _ask_file(parent: QWidget, words: Words, chosen: Callable[[Path], object]) -> None:
    """The system's own dialog; nothing happens when it is left."""
    from PySide6.QtWidgets import QFileDialog

    kinds = " ".join(f"*{kind}" for kind in FILES)
    asked = QFileDialog(
        parent, words("Choose a list of answers"), "", words("Lists ({kinds})", kinds=kinds)
    )
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()
