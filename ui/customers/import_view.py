"""The import of a list of customers: one page, four calm steps, and always a way back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.keeping.history import StepId
from app.shop import Shop
from ui.customers.import_choose import ChoosePage
from ui.customers.import_columns import ColumnsPage
from ui.customers.import_dialogs import Choosers
from ui.customers.import_done import DonePage
from ui.customers.import_look import LookPage
from ui.customers.import_presenter import ImportPresenter
from ui.customers.import_run import RunPage
from ui.customers.import_shown import Columns, Outcome, Preview, SheetChoice, Step, Work
from ui.customers.import_steps import Steps
from ui.desk import Desk
from ui.places import take_files
from ui.shared.headers import PageHeader

LEADING, TOP, TRAILING, BOTTOM = 40, 8, 32, 24
ICON = "tray-arrow-down"
Result = TypeVar("Result")


def make_import(desk: Desk) -> "ImportScreen":
    """The screen for its place in the window."""
    return ImportScreen(desk, Choosers())


class ImportScreen(QWidget):
    """The view of `ImportPresenter`."""

    def __init__(self, desk: Desk, choosers: Choosers) -> None:
        super().__init__()
        self._desk, self._choosers, words = desk, choosers, desk.words
        self.header = PageHeader(words("Import"))
        self.steps = Steps(words)
        self.header.add(self.steps)
        self.presenter = ImportPresenter(desk.shop, words, self)
        self.choose, self.columns = ChoosePage(words), ColumnsPage(words)
        self.look, self.run = LookPage(words), RunPage(words)
        self.done = DonePage(words, self.presenter.after.problems)
        self.pages = QStackedWidget()
        for page in (self.choose, self.columns, self.look, self.run, self.done):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()
        desk.on_change(self, lambda _kinds: self.presenter.after.refresh())
        desk.window.name_key("Ctrl+Return", words("In the import: see how the list will be read"))
        self.presenter.begin()

    def visited(self) -> None:
        """Called at each visit: the import belongs to Customers, which the sidebar shows."""
        self._desk.window.sidebar.choose("customers")

    def choose_file(self, path: Path) -> None:
        """Begins with the list in `path`."""
        self.presenter.choose_file(path)

    # What the presenter asks for

    def show_step(self, step: Step) -> None:
        pages: tuple[QWidget, ...] = (self.choose, self.columns, self.look, self.done)
        things = (
            lambda: self.choose.main_thing,
            lambda: self.columns.main_thing,
            lambda: self.look.foot.on,
            lambda: self.done.main_thing,
        )
        self._turn_to(pages[step], things[step]())

    def show_file(self, name: str) -> None:
        words = self._desk.words
        self.header.show_words(words("Import"), words.isolated(name))
        self.columns.reset()

    def show_choosing(self) -> None:
        self.choose.show_choosing()

    def show_trouble(self, said: str, advice: str) -> None:
        self.choose.show_trouble(said, advice)
        self._turn_to(self.choose, self.choose.main_thing)

    def show_reading(self, said: str, share: float | None) -> None:
        self.choose.show_reading(said, share)

    def show_sheets(self, sheets: Sequence[SheetChoice]) -> None:
        self.choose.show_sheets(sheets)
        self._turn_to(self.choose, self.choose.main_thing)

    def show_columns(self, columns: Columns) -> None:
        self.columns.show_columns(columns)

    def show_objection(self, said: str, at: int | None = None) -> None:
        self.columns.show_objection(said, at)

    def show_preview(self, preview: Preview) -> None:
        self.look.show_preview(preview)

    def show_plan(self, mode: str, act: str, remark: str) -> None:
        self.look.show_plan(mode, act, remark)

    def show_running(self, title: str, said: str, share: float | None) -> None:
        self.run.show_running(title, said, share)
        if self.pages.currentWidget() is not self.run:
            self._turn_to(self.run, self.run.stop)

    def show_outcome(self, outcome: Outcome) -> None:
        self.done.show_outcome(outcome)

    def ask_where(self, suggested: str, chosen: Callable[[Path], None]) -> None:
        self._choosers.where(self, self._desk.words, suggested, chosen)

    def work(self, work: Work) -> Callable[[], None]:
        job = self._desk.work(
            work.act, work.done, say=lambda *_: work.say, changes=work.changes, icon=ICON
        )
        if work.heard:
            job.progress.connect(self._while_here(work.heard))
        if work.stopped:
            job.cancelled.connect(self._while_here(work.stopped))
        if work.broken:
            job.failed.connect(self._while_here(work.broken, takes=0))
        return job.cancel

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> None:
        self._desk.look_up(read, show)

    def tell(self, said: str) -> None:
        self._desk.window.tell(said)

    def tell_step(self, step: StepId | None, said: str) -> None:
        self._desk.tell_step(step, said)

    def show_people(self, ids: Sequence[int]) -> None:
        from ui.customers.view import CustomersScreen

        screen = self._desk.window.go("customers")
        if isinstance(screen, CustomersScreen):
            everybody = len(ids) == self._desk.shop.customers.count()
            screen.choose_people([] if everybody else ids)
            screen.table.setFocus()

    def _while_here(
        self, act: Callable[..., None], takes: int | None = None
    ) -> Callable[..., None]:
        """`act` as long as this page is there: what comes out of other threads may come too late."""

        def heard(*facts: object) -> None:
            if isValid(self):
                act(*facts[:takes])

        return heard

    def _turn_to(self, page: QWidget, thing: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        self.steps.show_step(self.presenter.step, self.presenter.reach)
        self.setFocusProxy(thing)
        if self.isVisible():
            thing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.pages, 1)
        # The leading and trailing margins as spaces: margins do not change sides in Hebrew.
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, TOP, 0, BOTTOM)
        whole.setSpacing(0)
        whole.addSpacing(LEADING)
        whole.addLayout(page, 1)
        whole.addSpacing(TRAILING)

    def _connect(self) -> None:
        presenter, choose, columns = self.presenter, self.choose, self.columns
        self.steps.asked.connect(lambda step: presenter.go_back(Step(step)))
        choose.asked.connect(self._ask_list)
        choose.dropped.connect(lambda paths: take_files(self._desk, paths))
        choose.stopped.connect(presenter.stop)
        choose.sheet_chosen.connect(presenter.choose_sheet)
        columns.given.connect(presenter.give)
        columns.dates_read.connect(presenter.read_dates)
        columns.names_first.connect(lambda on: presenter.name_by_first_row(names_first=on))
        columns.foot.back.clicked.connect(lambda: presenter.go_back(Step.CHOOSE))
        columns.foot.on.clicked.connect(presenter.go_on)
        self.look.mode_chosen.connect(presenter.allow)
        self.look.foot.back.clicked.connect(lambda: presenter.go_back(Step.COLUMNS))
        self.look.foot.on.clicked.connect(presenter.take_over)
        self.run.stop.clicked.connect(presenter.stop)
        self._connect_done(self.done)

    def _connect_done(self, done: DonePage) -> None:
        done.show_new.clicked.connect(self.presenter.after.show_new)
        done.save.clicked.connect(self.presenter.after.save_to_mend)
        done.undo.clicked.connect(self.presenter.after.undo)
        done.another.clicked.connect(self.presenter.begin)

    def _ask_list(self) -> None:
        self._choosers.list(self, self._desk.words, self.choose_file)
