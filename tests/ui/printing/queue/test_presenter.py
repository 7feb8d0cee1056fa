"""What waits is printed paper by paper; what does not come out waits again, with its reason."""

import shutil
from io import BytesIO

import pypdfium2
import pytest

from app.keeping.whys import why
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from app.printing.queue import State
from app.progress import unheard
from app.thanks.written import Made
from reports.besides import Besides
from reports.files import CannotWrite, scratch_file
from reports.papers import Edge
from reports.sheet import MM, Imprint, Sheet
from resources.words import words_in
from tests.reports.test_files import room_for
from tests.shop import SUNDAY
from tests.ui.cards.pretence import PretendOutlet, PretendPrinter
from ui.cards.making import MARK_BACK, PICTURE_BACK, REMEMBERED, Making, said
from ui.printing.labels.posting import Order, put_aside
from ui.printing.labels.queued import as_kept
from ui.printing.labels.wish import Wish
from ui.printing.queue.jobs import look_at, maker, waiting
from ui.printing.queue.makers import Document, wait_for_paper
from ui.printing.queue.presenter import QueuePresenter

ADVENT = Purpose(reason="Advent")
A6, DL = (148.0, 105.0), (220.0, 110.0)


class PretendQueue(PretendOutlet):
    """The part *Waiting* as its presenter sees it."""

    def __init__(self, shop, language="en"):
        super().__init__(shop)
        self.printer = PretendPrinter()
        self.queue = None
        self.asked, self.said = (), ""
        self.presenter = QueuePresenter(shop, words_in(language), self)
        self.presenter.refresh()

    def show_queue(self, queue):
        self.queue = queue

    def ask_how_it_went(self, said, names):
        self.said, self.asked = said, names

    def tell_last(self):
        self.told.append("last")

    def lines(self):
        return [line for stack in self.queue.stacks for line in stack.lines]


def document(pages, size=DL):
    file = BytesIO()
    sheet = Sheet(file, Imprint(), "en")
    for number in range(pages):
        sheet.begin_page(size[0] * MM, size[1] * MM)
        sheet.canvas.rect(10 + 10 * number, 10, 100, 50, fill=1)
        sheet.end_page()
    sheet.save()
    file.seek(0)
    return file


def put_cards_aside(shop, *, paper="A6"):
    people = [shop.customer("Tereza", "Horáková"), shop.customer("Olga", "Benešová")]
    made = Made(hand="Kalam", ink="blue", amount="0.8", paper=paper, seed=42)
    letters = shop.letters.compose(people, "thank_you", SUNDAY)
    shop.waiting.put_aside([(letter, made) for letter in letters])
    return people


def pages_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.fixture
def queue(shop):
    return PretendQueue(shop)


def test_all_that_waits_is_grouped_by_the_paper_it_needs(shop, queue):
    put_cards_aside(shop)
    wait_for_paper(shop, Document(title="Party", paper="DL", size=DL), document(3))
    wait_for_paper(shop, Document(title="Table numbers", paper="A6", size=A6), document(1, A6))
    queue.presenter.refresh()
    assert [stack.key for stack in queue.queue.stacks] == ["A6", "DL"]
    assert [line.title for line in queue.lines()] == ["Cards put aside", "Table numbers", "Party"]
    assert queue.queue.summary == "2 cards · 1 page A6 · 3 pages DL"


def test_what_waits_is_called_by_all_that_stands_on_it_in_the_language_of_the_window(shop, queue):
    jana = shop.customer("Jana", "Malá", street="Nová 9", city="Brno", postal_code="612 00")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=ADVENT)
    besides = (Besides(coupon=offer.id, n=2), Besides(cards=True, each=True))
    mailing = Wish(stock="Avery L7165", envelope="DL").mailing([jana.id])
    put_aside(shop, Order(title="As it was called then", mailing=mailing, besides=besides))
    document_ = Document(title="As before", called="Place cards", paper="DL", size=DL)
    wait_for_paper(shop, document_, document(1))
    queue.presenter.refresh()
    called = ["Address labels, Coupons: Advent, Customer card", "Place cards"]
    assert [line.title for line in queue.lines()] == called
    queue.presenter.do("pause", queue.lines()[1].key)
    assert queue.told[-1] == "“Place cards” paused"
    czech = [line.title for line in PretendQueue(shop, "cs").lines()]
    assert czech == ["Adresní štítky, Kupony: Advent, Zákaznická karta", "Jmenovky na stůl"]


def test_what_came_out_is_counted_without_those_who_were_left_out(shop, queue):
    there = [
        shop.customer(name, "Malá", street="Nová 9", city="Brno", postal_code="612 00").id
        for name in ("Jana", "Dana", "Hana")
    ]
    mailing = Wish(stock="Avery L7165", envelope="DL").mailing(there)
    put_aside(shop, Order(title="Labels", mailing=mailing))
    shop.customers.delete(there[:1])
    queue.presenter.refresh()
    queue.presenter.print_stack("Avery L7165")
    assert queue.said == "Address labels: 2 labels printed"


def test_a_stack_is_printed_in_its_order_and_leaves_the_queue(shop, queue):
    people = put_cards_aside(shop)
    job = wait_for_paper(
        shop, Document(title="Table numbers", paper="A6", size=A6), document(2, A6)
    )
    queue.presenter.refresh()
    queue.presenter.print_stack("A6")
    assert queue.asked_pages == [A6]
    assert [pages_of(pdf) for pdf in queue.printer.printed] == [2, 2]
    assert queue.queue.stacks == ()
    assert shop.waiting.count() == 0
    assert shop.printing.queue.one(job).state is State.PRINTED
    assert len(shop.letters.all_to(people[0].id)) == 1


def test_it_is_asked_how_each_went_and_what_failed_waits_again(shop, queue):
    people = put_cards_aside(shop)
    wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(3, A6))
    queue.presenter.refresh()
    queue.presenter.print_stack("A6")
    assert queue.said == "Cards put aside: 2 cards printed"
    failed = queue.asked[1][0]
    queue.presenter.put_back([failed])
    assert [one.customer for one in shop.waiting.all()] == [people[1].id]
    assert queue.said == "Menus: 3 pages printed"
    queue.presenter.print_again([2])
    assert pages_of(queue.printer.printed[-1]) == 1
    assert queue.said == "Menus: 1 page printed"
    queue.presenter.all_came()
    assert queue.asked == ()


def test_where_nothing_came_out_no_label_is_used_up(shop, queue):
    one = shop.customer("Hana", "Malá", street="Dlouhá 1", city="Brno", postal_code="602 00")
    wish = Wish(stock="Avery L7160", envelope="DL")
    order = Order(title="Address labels", mailing=wish.mailing([one.id]), keep=True)
    shop.printing.queue.add("labels", order.title, "Avery L7160", 1, as_kept(order))
    queue.presenter.refresh()
    for _ in range(2):
        queue.presenter.print_stack("Avery L7160")
        assert [sorted(one.gone) for one in shop.printing.drawer.all()] == [[1]]
        queue.presenter.put_back([number for number, _ in queue.asked])
        assert shop.printing.drawer.all() == []
        assert [line.title for line in queue.lines()] == ["Address labels"]


def test_a_printer_that_is_gone_keeps_the_queue_and_says_why(shop, queue):
    first = wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(3, A6))
    second = wait_for_paper(shop, Document(title="Tables", paper="A6", size=A6), document(1, A6))
    queue.presenter.refresh()
    queue.printer.refuses = CannotWrite(path="x", why=why(OSError(28, "")))
    queue.presenter.print_stack("A6")
    assert queue.refused == ["CannotWrite"]
    assert [shop.printing.queue.one(job).state for job in (first, second)] == [
        State.FAILED,
        State.WAITING,
    ]
    line = queue.lines()[0]
    assert line.is_bad
    assert "full" in line.detail
    queue.printer.refuses = None
    queue.presenter.print_stack("A6")
    assert queue.queue.stacks == ()


def test_a_disk_that_is_full_prints_no_half_document(shop, queue):
    wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(30, A6))
    queue.presenter.refresh()
    (one,) = waiting(shop, words_in("en"))

    def make():
        with scratch_file() as file:
            maker(one.kind).make(shop, one.job, file, unheard)
            file.seek(0)

    with room_for(100), pytest.raises(CannotWrite):
        make()


def test_what_came_out_before_the_printer_failed_is_not_printed_again(shop, queue):
    put_cards_aside(shop)
    job = wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(1, A6))
    queue.presenter.refresh()
    shutil.rmtree(shop.folder / "printed")
    queue.presenter.print_stack("A6")
    assert len(queue.printer.printed) == 1
    assert queue.refused == ["DocumentGone"]
    assert shop.waiting.count() == 0
    assert shop.printing.queue.one(job).state is State.FAILED


def test_a_paused_job_is_passed_over_until_it_goes_on(shop, queue):
    job = wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    queue.presenter.refresh()
    (line,) = queue.lines()
    queue.presenter.do("pause", line.key)
    assert queue.queue.stacks[0].why_not == "All of this is paused"
    queue.presenter.print_stack("DL")
    assert queue.printer.printed == []
    queue.presenter.do("resume", line.key)
    queue.presenter.print_stack("DL")
    assert shop.printing.queue.one(job).state is State.PRINTED
    assert queue.steps
    assert None not in queue.steps


def test_what_was_printed_lately_can_be_printed_once_more(shop, queue):
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    queue.presenter.refresh()
    queue.presenter.print_stack("DL")
    (line,) = queue.queue.lately
    queue.presenter.do("again", line.key)
    assert [line.title for line in queue.lines()] == ["Menus"]


def test_what_stands_on_both_sides_is_a_stack_of_its_own(shop, queue):
    wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(1, A6))
    both = Document(title="Cards", paper="A6", size=A6, edge="long")
    wait_for_paper(shop, both, document(2, A6))
    queue.presenter.refresh()
    assert [stack.title for stack in queue.queue.stacks] == [
        "A6, one a page",
        "A6, one a page, both sides",
    ]


def test_cards_that_waited_have_the_backs_that_the_cards_screen_gives_them(shop, queue):
    shop.settings.remember(REMEMBERED, said(Making(back=MARK_BACK, turns="short")))
    put_cards_aside(shop)
    queue.presenter.refresh()
    (stack,) = queue.queue.stacks
    assert stack.title == "A6, one a page, both sides"
    queue.presenter.print_stack(stack.key)
    assert queue.paperwork.edge is Edge.SHORT
    assert pages_of(queue.printer.printed[0]) == 4


def test_a_back_without_its_picture_is_no_back(shop, queue):
    shop.settings.remember(REMEMBERED, said(Making(back=PICTURE_BACK)))
    put_cards_aside(shop)
    queue.presenter.refresh()
    queue.presenter.print_stack("A6")
    assert queue.paperwork.edge is None
    assert pages_of(queue.printer.printed[0]) == 2


def test_all_of_a_stack_can_be_looked_at_and_nothing_is_written_down(shop, queue):
    put_cards_aside(shop)
    wait_for_paper(shop, Document(title="Menus", paper="A6", size=A6), document(3, A6))
    file = BytesIO()
    look_at(shop, waiting(shop, words_in("en")), file)
    assert pages_of(file.getvalue()) == 5
    assert shop.waiting.count() == 2
    assert len(shop.printing.queue.all()) == 1


def test_what_another_window_has_printed_meanwhile_is_not_printed_again(shop, queue):
    job = wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    queue.presenter.refresh()
    shop.printing.queue.printed([job])
    queue.presenter.print_stack("DL")
    assert queue.printer.printed == []
    assert queue.queue.stacks == ()


def test_the_owner_who_thinks_better_of_it_prints_nothing(shop, queue):
    put_cards_aside(shop)
    queue.presenter.refresh()
    queue.printer = None
    queue.presenter.print_stack("A6")
    assert shop.waiting.count() == 2
    assert not queue.presenter.busy


def test_stopping_between_two_jobs_keeps_what_has_not_come_out(shop, queue):
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    queue.presenter.refresh()
    queue.stops = True
    queue.presenter.print_stack("DL")
    assert queue.told == ["Stopped. What has not come out still waits."]
    assert len(queue.queue.stacks) == 1


def test_taking_cards_out_of_the_queue_can_be_undone(shop, queue):
    put_cards_aside(shop)
    queue.presenter.refresh()
    queue.presenter.do("out", "cards:A6")
    assert shop.waiting.count() == 0
    shop.undo.undo_last()
    assert shop.waiting.count() == 2


@pytest.fixture
def mixed(shop):
    """An order that waits: one address, two coupons and a card."""
    anna = shop.customer("Anna", "Nová", street="Dlouhá 1", city="Brno", postal_code="602 00")
    purpose = Purpose(reason="Advent")
    offer = shop.coupons.issue(Terms(kind="percent", value=1000), shop.moment(), purpose=purpose)
    besides = (Besides(n=2, coupon=offer.id), Besides(each=True, cards=True))
    mailing = Wish(stock="Avery L7160", envelope="C6").mailing([anna.id])
    put_aside(shop, Order(title="Address labels", mailing=mailing, besides=besides))
    return anna


def issued(shop):
    return sum(one.issued for one in shop.coupons.out(shop.moment()))


def test_coupons_of_an_order_that_is_taken_out_are_worth_nothing_and_cards_keep_their_number(
    shop, queue, mixed
):
    queue.presenter.refresh()
    (line,) = queue.lines()
    assert issued(shop) == 3
    queue.presenter.do("out", line.key)
    assert (issued(shop), queue.lines()) == (1, [])
    assert shop.customers.get(mixed.id).card_number
    shop.undo.undo_last()
    queue.presenter.refresh()
    assert (issued(shop), len(queue.lines())) == (3, 1)


def test_coupons_that_came_out_once_are_good_though_the_order_is_taken_out_later(
    shop, queue, mixed
):
    queue.presenter.refresh()
    queue.presenter.print_stack(queue.queue.stacks[0].key)
    shop.printing.queue.again([shop.printing.queue.lately()[0].id])
    queue.presenter.refresh()
    (line,) = queue.lines()
    queue.presenter.do("out", line.key)
    assert (issued(shop), queue.lines()) == (3, [])
