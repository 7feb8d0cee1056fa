"""The part *Waiting*, with real buttons."""

from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.reports.reading import pages
from tests.ui.printing.queue.test_presenter import A6, DL, document, put_cards_aside
from ui.cards.outlets import Choosers
from ui.printing.queue.makers import Document, wait_for_paper
from ui.printing.queue.view import QueuePart
from ui.printing.waiting import keep_count
from ui.shared.buttons import Button
from ui.shared.dialog import Dialog
from ui.shared.sidebar import NavButton


@contextmanager
def full_disk(shop):
    """The book has all the pages that it will get."""
    shop.book.execute(f"PRAGMA max_page_count = {shop.book.value('PRAGMA page_count')}")
    yield
    shop.book.execute("PRAGMA max_page_count = 1000000")


def printer_into(path):
    def chosen(_parent, _page, _title):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    return Choosers(printer=chosen, has_printer=lambda: True)


def test_one_button_a_paper_prints_what_waits_for_it(qtbot, shop, open_part, saved):
    put_cards_aside(shop)
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    part = open_part(lambda desk: QueuePart(desk, printer_into(saved)))
    assert list(part.print_buttons) == ["A6", "DL"]
    qtbot.mouseClick(part.print_buttons["A6"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part.came_out.isVisible, timeout=20_000)
    assert saved.read_bytes().startswith(b"%PDF")
    assert list(part.print_buttons) == ["DL"]
    qtbot.mouseClick(part.came_out.strip.all_came, Qt.MouseButton.LeftButton)
    assert part.came_out.isHidden()


def test_one_stack_stands_at_the_top_without_a_gap(qtbot, shop, open_part):
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    part = open_part(QueuePart)
    (row,) = part.rows.values()
    button = part.print_buttons["DL"]
    qtbot.waitUntil(row.isVisible)

    def top(one):
        return one.mapTo(part, QPoint(0, 0)).y()

    assert part.summary.isHidden()  # its paper and its pages stand at its head already
    assert top(button) < 20
    assert top(row) - (top(button) + button.height()) < 20
    wait_for_paper(shop, Document(title="Tables", paper="A6", size=A6), document(1, A6))
    qtbot.waitUntil(part.summary.isVisible)
    assert {one.height() for one in part.rows.values()} == {row.height()} == {60}


def test_with_nothing_waiting_it_says_what_gathers_here(open_part, shop):
    part = open_part(QueuePart)
    assert part.write.isVisible()
    assert part.print_buttons == {}


def test_everything_is_reached_by_tab_in_the_order_of_the_page(qtbot, shop, open_part):
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    wait_for_paper(shop, Document(title="Tables", paper="A6", size=A6), document(1, A6))
    part = open_part(QueuePart)
    qtbot.waitUntil(part.print_buttons["DL"].isVisible)
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    reached = []
    for _ in range(6):
        reached.append(QApplication.focusWidget().objectName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached[0] == "print.DL"
    assert reached[1].endswith(".pause")
    assert reached[2].endswith(".out")
    assert reached[3] == "print.A6"


def test_a_full_disk_is_said_in_a_notice_and_nothing_of_it_is_done(qtbot, shop, open_part):
    job = wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(1))
    part = open_part(QueuePart)
    window = part.window()
    with full_disk(shop):
        assert (
            part._desk.attempt(lambda: shop.printing.queue.add("x", "Tables " * 9999, "A6", 1, {}))
            is None
        )
    assert "full" in window.notice.words
    assert [one.id for one in shop.printing.queue.all()] == [job]
    assert part._desk.attempt(lambda: shop.printing.queue.pause([job])) is not None


def test_the_sidebar_says_how_many_orders_wait(qtbot, shop, open_part):
    part = open_part(QueuePart, "printing")
    keep_count(part._desk)
    entry = next(
        one for one in part.window().sidebar.findChildren(NavButton) if one.entry.key == "printing"
    )
    assert entry.accessibleDescription() == ""
    put_cards_aside(shop)
    qtbot.waitUntil(lambda: entry.accessibleDescription() == "1")


def test_without_a_printer_what_waits_is_saved_and_waits_on(qtbot, shop, open_part, saved):
    wait_for_paper(shop, Document(title="Menus", paper="DL", size=DL), document(2))
    choosers = Choosers(file=lambda *_: saved, has_printer=lambda: False)
    part = open_part(lambda desk: QueuePart(desk, choosers))
    qtbot.mouseClick(part.print_buttons["DL"], Qt.MouseButton.LeftButton)
    (dialog,) = part.window().findChildren(Dialog)
    (save,) = (one for one in dialog.findChildren(Button) if one.text() == "Save as PDF")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: part.window().notice.words == "Saved as pages.pdf", timeout=20_000)
    assert pages(saved.read_bytes()) == 2
    assert list(part.print_buttons) == ["DL"]
