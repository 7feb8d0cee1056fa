"""Labels and envelopes: for whom, on what paper, from which label, and what comes of it."""

from collections.abc import Sequence
from dataclasses import replace

from app.people import directory
from app.people.directory import Shown
from app.people.quantities import counting
from reports.besides import Besides
from reports.mixed_sheet import Entry, entries, places_of
from reports.papers import Size
from reports.stock import Feed, Stock
from ui.cards.shown import Chosen
from ui.cards.wording import lists, named_list
from ui.printing.labels import besides_said, saying
from ui.printing.labels.called import order_called
from ui.printing.labels.coming import Coming, total_said
from ui.printing.labels.found import Found, looked_up, nobody
from ui.printing.labels.given import Given, Giving
from ui.printing.labels.laying import WHOLE, Laid, Lie, again, on_pages
from ui.printing.labels.needs import DeskSide
from ui.printing.labels.output import Output
from ui.printing.labels.papers import Papers
from ui.printing.labels.posting import Order, page_drawn
from ui.printing.labels.shown import LabelsView, PageShown
from ui.printing.labels.wish import (
    MOST_BESIDES,
    Wish,
    page_size,
    pages_meant,
    sheet_of_design,
)
from ui.printing.sheets.lately import Memory


class Labels:
    """What is chosen is a `Wish`; who that is is looked up on the side, however many they are."""

    def __init__(self, desk: DeskSide, view: LabelsView, memory: Memory) -> None:
        self._desk, self._view = desk, view
        self._named: tuple[int, ...] = ()
        self._papers = Papers(desk.shop, memory)
        self.wish = self._papers.usual()
        self._found = nobody(desk.words)
        self._entries: list[Entry] = []
        self._stood: tuple[Besides, ...] = ()
        self._key: object = None
        self._asked = self._drawn = self._page = 0
        self._pages: tuple[int, ...] = ()
        self._pages_typed = self._pages_wrong = ""
        self._only: frozenset[int] = frozenset()
        self._is_looking = False
        self._total: Coming | None = None
        self._giving = Giving(desk, self._say_given)
        self._output = Output(desk.words, view, self._show_total, self._came_out)

    def visited(self) -> None:
        """Everything is read anew; what was chosen stays."""
        self._view.show_empty(empty=not self._has_customers())
        self._show_choices()
        self._look(anew=True)

    def refresh(self) -> None:
        """What lies in the drawer, and which sheets and designs there are."""
        self._show_choices()
        self._look()

    def choose_people(self, ids: Sequence[int], design: int | None = None) -> None:
        """These, or without any those chosen before; perhaps in one of the owner's designs, on its sheet."""
        if ids:
            self._named = tuple(ids)
            self._output.forget()
            self.wish = replace(self.wish, list_name=named_list(ids))
        self.wish = self.wish.designed(design, sheet_of_design(self._desk.shop, design))
        self.visited()

    def choose_stock(self, name: str) -> None:
        """Other sheets; also from the part of sheets."""
        self.wish = replace(self.wish.on(name), kind="labels")
        self._show_choices()
        self._look()

    def change(self, **more: object) -> None:
        """Something else is wished; what does not touch who it is for is shown at once."""
        if more.get("list_name", self.wish.list_name) != self.wish.list_name:
            self._output.forget()
        self.wish = replace(self.wish, **more)  # type: ignore[arg-type] # fields of `Wish`, by name
        self._view.show_wish(self.wish)
        if "besides" in more:
            self._show_choices()
        self._look()

    def mark(self, gone: frozenset[int], torn: frozenset[int]) -> None:
        """What the hand said on the sheet that lies there."""
        sheet = self._laid().sheet
        marked = replace(sheet, gone=gone, torn=torn)
        if sheet.part:
            step = self._desk.attempt(
                lambda: self._desk.shop.printing.drawer.mark(sheet.part, gone=gone, torn=torn)
            )
            self._desk.tell_step(step)
        fed = list(self.wish.fed)
        at = next((n for n, one in enumerate(fed) if one is sheet), None)
        if at is None:
            fed.append(marked)
        else:
            fed[at] = marked
        self.wish = replace(self.wish, fed=tuple(fed))
        self._show()

    def use(self, part: int) -> None:
        """A sheet out of the drawer is used after those chosen before; chosen once more it is not."""
        kept = {one.part: one for one in self._papers.drawer(self.wish)}
        chosen = [one for one in self.wish.fed if one.part]
        there = [one for one in chosen if one.part != part]
        if len(there) == len(chosen) and part in kept:
            there.append(kept[part])
        begun = [one for one in self.wish.fed if not one.part]
        self.wish = replace(self.wish, fed=(*there, *begun))
        self._page = 0
        self._show()

    def add_besides(self, key: str, n: int) -> None:
        """So many labels more on the same sheet, for 0 one for each person, of what `key` names among
        those that were offered.
        """
        if 0 <= n <= MOST_BESIDES:
            self.change(besides=(*self.wish.besides, besides_said.besides_of(key, n)))

    def drop_besides(self, place: int) -> None:
        """Not that one after all."""
        there = self.wish.besides
        self.change(besides=there[:place] + there[place + 1 :])

    def turn(self, by: int) -> None:
        """To another page."""
        self._page = min(max(self._page + by, 0), max(self._page_count - 1, 0))
        self._show()

    def choose_pages(self, text: str) -> None:
        """Only these pages, such as `2, 4-5`; all of them where nothing is typed."""
        self._pages_typed = text
        pages = pages_meant(text, self._page_count)
        words = self._desk.words
        wrong = words("Please write pages from 1 to {last}, such as 2, 4–5.", last=self._page_count)
        self._pages_wrong = wrong if pages is None else ""
        self._view.show_pages_wrong(self._pages_wrong)
        self._pages = pages or ()
        self._show_total()

    def choose_only(self, places: Sequence[int]) -> None:
        """Only these pieces, by their places in the order of print; all of them where there are none."""
        self._only = frozenset(places)
        self._page = 0
        self._show()

    def show_customer(self, customer: int) -> None:
        self._desk.show_customer(customer)

    def print_out(self) -> None:
        if self._may_come_out():
            self._papers.remember(self.wish)
            self._output.print_out(self._order(), self._size())

    def save(self) -> None:
        if self._may_come_out():
            self._papers.remember(self.wish)
            self._output.save(self._order())

    def later(self) -> None:
        """Into the queue, with all that else waits to be printed."""
        if self._may_come_out():
            self._papers.remember(self.wish)
            self._output.queue(self._order())

    def was_printed(self) -> None:
        """What was saved last came out: its labels are used up."""
        self._output.use_up(self._desk)
        self._show_choices()
        self._look()

    def _stock(self) -> Stock:
        self.wish = self._papers.found(self.wish)
        return self._papers.stock(self.wish)

    def _has_customers(self) -> bool:
        return bool(directory.count(self._desk.shop.book, Shown()))

    def _show_choices(self) -> None:
        shop, words = self._desk.shop, self._desk.words
        tags = tuple(directory.tags(shop.book))
        choices = lists(tags, self._named, 0, words)
        self._view.show_lists(Chosen(choices=choices, key=self.wish.list_name))
        designs = [(str(one.id), one.name) for one in shop.printing.designs.all()]
        if self.wish.design and str(self.wish.design) not in dict(designs):
            self.wish = replace(self.wish, design=None)
        self._view.show_designs(designs)
        self.wish = replace(self.wish, besides=besides_said.still_good(shop, self.wish.besides))
        counting_tags = counting(tags)
        if self.wish.counted_by not in counting_tags:
            self.wish = replace(self.wish, counted_by="")
        self._view.show_counting(counting_tags)
        sheet = self._stock()
        self._view.show_besides(
            besides_said.offered(shop, sheet, words),
            besides_said.chosen_said(shop, self.wish.besides, words),
        )
        self._view.show_stock(sheet)
        self._view.show_wish(self.wish)

    def _look(self, *, anew: bool = False) -> None:
        """Looks up who it is for where that changed, and shows the page."""
        if not anew and self._key == self.wish.whose:
            self._show()
            return
        self._asked += 1
        asked, wish, words = self._asked, self.wish, self._desk.words
        self._is_looking = True
        self._show_total()
        self._desk.look_up(
            lambda shop: looked_up(shop, wish, words),
            lambda found: self._take(asked, wish, found),
        )

    def _take(self, asked: int, wish: Wish, found: Found) -> None:
        if asked != self._asked:
            return
        is_same = self._key == wish.whose
        self._found, self._key, self._page = found, wish.whose, 0
        self._is_looking = False
        self._view.show_people(found.people)
        self._stand(anew=True, still=[self._entries[at] for at in self._only if is_same])
        self.choose_pages(self._pages_typed)
        self._show()

    def _stand(self, *, anew: bool = False, still: Sequence[Entry] = ()) -> None:
        """What stands on the labels, where that is something else now; chosen are those of it that `still`
        are.
        """
        besides, found = self._there, self._found
        if not anew and besides == self._stood:
            return
        is_known = besides == found.besides
        self._entries = found.standing if is_known else entries(found.addressed.pieces, besides)
        self._stood = besides
        self._only = places_of(still, self._entries)
        shop, words = self._desk.shop, self._desk.words
        said = besides_said.said(shop, self._entries, besides, words)
        self._view.show_names(said, sorted(self._only))

    @property
    def _there(self) -> tuple[Besides, ...]:
        """Nothing stands besides on envelopes."""
        return self.wish.besides if self.wish.is_labels else ()

    def _lie(self) -> Lie:
        return Lie(stock=self._stock(), pieces=len(self._entries), fed=self.wish.fed)

    @property
    def _page_count(self) -> int:
        return self._lie().pages if self.wish.is_labels else len(self._entries)

    def _laid(self) -> Laid:
        return self._lie().page(self._page)

    def _written(self) -> list[int]:
        """The pieces on the page that lies there."""
        if not self.wish.is_labels:
            there = [self._page] if len(self._entries) else []
        else:
            laid = self._laid()
            there = list(range(laid.first, laid.first + len(laid.written)))
        return [one for one in there if not self._only or one in self._only]

    def _show(self) -> None:
        """All that depends on what is wished, once it is known who it is for."""
        self._stand()
        stock = self._stock()
        there = self._papers.drawer(self.wish)
        kept = {one.part: one for one in there}
        fed = tuple(kept.get(one.part, one) for one in self.wish.fed if one.part in {0, *kept})
        self.wish = replace(self.wish, fed=fed or (WHOLE,))
        self._page = min(self._page, max(self._page_count - 1, 0))
        self._view.show_left(saying.drawer_said(there, self.wish.fed, stock, self._desk.words))
        self._view.show_page(self._page_shown(stock))
        self._show_total()
        self._draw()

    def _page_shown(self, stock: Stock) -> PageShown:
        words, pages = self._desk.words, self._page_count
        laid = self._laid() if self.wish.is_labels else None
        if laid and self._only:
            written = [
                label for at, label in enumerate(laid.written, laid.first) if at in self._only
            ]
            laid = replace(laid, written=tuple(written))
        return PageShown(
            stock=stock if self.wish.is_labels else None,
            laid=laid,
            size=self._size(),
            pager=saying.page_said(self._page, pages, words) if pages else "",
            is_first=self._page == 0,
            is_last=self._page >= pages - 1,
            may_mark=not self._only,
        )

    def _size(self) -> Size:
        if self.wish.is_labels:
            return self._stock().page
        return page_size(self.wish.envelope, self.wish.feed)

    def _draw(self) -> None:
        """The picture of the page, drawn on the side as it will be printed."""
        self._drawn += 1
        drawn, written = self._drawn, self._written()
        if not written:
            self._view.show_picture(b"")
            return
        order, there = self._order(whole=True), [self._entries[at] for at in written]
        gone: frozenset[int] = frozenset()
        if self.wish.is_labels:
            (gone,) = again(self._lie(), written)
        self._desk.look_up(
            lambda shop: page_drawn(shop, order, there, gone),
            lambda pdf: self._view.show_picture(pdf) if drawn == self._drawn else None,
        )

    def _show_total(self) -> None:
        """At once; what has to be given out is counted on the side."""
        words = self._desk.words
        looking = words("The addresses are being looked up") if self._is_looking else ""
        self._total = Coming(
            lie=self._lie(),
            wanted=self._wanted(),
            is_labels=self.wish.is_labels,
            given=self._giving.now,
            looking=looking,
            wrong=self._pages_wrong,
            busy=self._output.why_not,
            after=self._output.after,
        )
        self._view.show_total(total_said(self._total, words))
        self._giving.look(self._coming(), self._besides())

    def _say_given(self, given: Given) -> None:
        """It was counted; nothing is read for it, as the shop may be closed by now."""
        if self._total is not None:
            self._total = replace(self._total, given=given)
            self._view.show_total(total_said(self._total, self._desk.words))

    def _wanted(self) -> frozenset[int]:
        """The pieces that come out again, by their names or their pages; none where all come out."""
        if self._only or not self._pages:
            return self._only
        on_sheets = self.wish.is_labels
        return (
            on_pages(self._lie(), self._pages)
            if on_sheets
            else frozenset(one - 1 for one in self._pages)
        )

    def _coming(self) -> list[Entry]:
        """What comes out of all that stands there."""
        wanted = self._wanted()
        return [self._entries[at] for at in sorted(wanted)] if wanted else self._entries

    def _may_come_out(self) -> bool:
        why_not = self._output.why_not or self._pages_wrong
        return bool(self._entries) and not why_not and not self._is_looking

    def _order(self, *, whole: bool = False) -> Order:
        desk, wish = self._desk, self.wish
        mailing = wish.mailing(self._found.ids, self._found.quantities)
        only = None
        if wanted := frozenset() if whole else self._wanted():
            only = frozenset(self._entries[at].number for at in wanted)
            sheets = again(self._lie(), wanted) if wish.is_labels else ()
            mailing = replace(mailing, sheets=sheets)
        return Order(
            title="" if whole else order_called(desk.shop, mailing, self._there, desk.words),
            mailing=mailing,
            fed=wish.fed,
            keep=wish.keep and self._stock().feed is Feed.SHEET,
            rest_name=wish.rest_name,
            only=only,
            besides=self._besides(),
        )

    def _besides(self) -> tuple[Besides, ...]:
        """What comes out again comes out as it was: a coupon keeps its code."""
        is_again = self._only or self._pages
        return self._output.as_before(self._there) if is_again else self._there

    def _came_out(self, order: Order) -> None:
        """What was fed is used up; the next sheet is a whole one."""
        if not order.is_again:
            parts = tuple(one for one in self.wish.fed if one.part)
            self.wish = replace(self.wish, fed=parts or (WHOLE,))
        self._show()
