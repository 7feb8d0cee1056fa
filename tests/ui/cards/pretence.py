"""A screen made by hand: it remembers what it was shown and does all work at once."""

from app.errors import ShopError
from app.progress import Cancelled, unheard
from ui.cards.presenter import CardsPresenter


class PretendPrinter:
    """Keeps the documents that were printed."""

    def __init__(self, refuses=None):
        self.printed = []
        self.refuses = refuses

    def put(self, pdf, report):
        if self.refuses:
            raise self.refuses
        report(1, 1)
        self.printed.append(pdf.read())


class PretendOutlet:
    """The half of a screen that prints and saves."""

    def __init__(self, shop):
        self.shop = shop
        self.file = self.printer = self.paperwork = None
        self.told, self.refused, self.asked_pages = [], [], []
        self.steps = []
        self.stops = False

    def ask_file(self, _suggested):
        return self.file

    def ask_printer(self, page, _title, work=None):
        self.asked_pages.append(page)
        self.paperwork = work
        return self.printer

    def work(self, work):
        try:
            stops = self.stops and not work.quiet
            result = work.act(self.shop, self._stop if stops else unheard)
        except Cancelled:
            self.told.append(work.stopped)
        except ShopError as refused:
            self.refused.append(type(refused).__name__)
        else:
            self.shop.book.changes.publish(work.changes)
            work.done(result)
        work.ended()

    def tell(self, said):
        self.told.append(said)

    def tell_step(self, step, said=""):
        self.steps.append(step)
        self.told.append(said)

    def explain(self, refused):
        self.refused.append(type(refused).__name__)

    def _stop(self, _done, _total):
        raise Cancelled


class PretendScreen(PretendOutlet):
    """The Cards screen as its presenter sees it."""

    def __init__(self, shop, words):
        super().__init__(shop)
        self.count, self.at, self.page, self.total = 0, 0, None, None
        self.remarks, self.more, self.empty = [], "", None
        self.labels_for, self.went = None, None
        self.late = self.asked_about = None
        self.presenter = CardsPresenter(shop, words, self)

    def show_choices(self, lists, letters):
        self.lists, self.letters = lists, letters

    def show_tools(self, tools):
        self.tools = tools

    def show_editor(self, page, marks):
        self.editor, self.marks = page, marks

    def show_facts(self, facts):
        self.facts = facts

    def begin_facts(self):
        self.begun = [one.key for one in self.facts.fields if one.warns]

    def ask_came_out(self, cards):
        self.asked_about = list(cards)

    def show_people(self, count):
        self.count = count

    def show_ticks(self):
        pass

    def show_page(self, at, page):
        self.at, self.page = at, page

    def show_total(self, total):
        self.total = total

    def show_remarks(self, remarks, more):
        self.remarks, self.more = remarks, more

    def show_empty(self, empty):
        self.empty = empty

    def open_labels(self, ids):
        self.labels_for = tuple(ids)

    def go(self, place):
        self.went = place

    def work(self, work):
        """At once, unless `late` collects what would come later on the side."""
        if self.late is None or not work.quiet:
            super().work(work)
        else:
            self.late.append(lambda: super(PretendScreen, self).work(work))

    @property
    def rows(self):
        return [self.presenter.row(at) for at in range(self.count)]

    @property
    def reasons(self):
        return {row.name: row.reason for row in self.rows}

    @property
    def ticked(self):
        return [row.name for row in self.rows if row.ticked]

    def place(self, name):
        return [row.name for row in self.rows].index(name)

    @property
    def said(self):
        return [remark.words for remark in self.remarks]
