"""Address labels: the sheet, its first label, and who has no address."""

import pytest
from PySide6.QtCore import Qt

from resources.words import words_in
from tests.reports.reading import page_size, pages, words_by_pypdf
from tests.ui.cards.pretence import PretendOutlet, PretendPrinter
from ui.cards.labels_dialog import LabelsDialog
from ui.cards.labels_presenter import LabelsPresenter
from ui.cards.outlets import Choosers

LEFT = Qt.MouseButton.LeftButton


class PretendDialog(PretendOutlet):
    """The dialog of labels as its presenter sees it."""

    def __init__(self, shop, ids):
        super().__init__(shop)
        self.presenter = LabelsPresenter(shop, ids, words_in("en"), self)
        self.presenter.begin()

    def show_stocks(self, stocks):
        self.stocks = stocks

    def show_sheet(self, sheet, start, count):
        self.sheet, self.start, self.count = sheet, start, count

    def show_total(self, total):
        self.total = total


@pytest.fixture
def pretend(bakery):
    return PretendDialog(bakery, [1, 2, 3])


@pytest.fixture
def dialog(qtbot, studio, tmp_path):
    choosers = Choosers(file=lambda *_: tmp_path / "labels.pdf", has_printer=lambda: False)
    made = LabelsDialog(studio.desk, [1, 2, 3], choosers, studio.window)
    made.open()
    qtbot.waitExposed(made)
    return made


def test_who_has_no_address_is_named(pretend):
    assert pretend.count == 2
    assert pretend.total.labels == "2 labels on 1 sheet"
    assert pretend.total.left_out == "Without an address, so without a label: Marek Šimek"


def test_europe_begins_with_a4_and_america_with_letter(bakery):
    assert PretendDialog(bakery, [1]).sheet.name == "Avery L7160"
    bakery.settings.change(country="US")
    assert PretendDialog(bakery, [1]).sheet.name == "Avery 5160"


def test_a_sheet_that_was_begun_runs_over_to_a_second(pretend):
    pretend.presenter.choose_start(21)
    assert pretend.total.labels == "2 labels on 2 sheets"
    assert pretend.total.start == "Begins with label 21"


def test_a_label_that_is_not_on_the_sheet_cannot_be_picked(pretend):
    pretend.presenter.choose_start(22)
    pretend.presenter.choose_start(0)
    assert pretend.start == 1


def test_another_sheet_begins_anew(pretend):
    pretend.presenter.choose_start(5)
    pretend.presenter.choose_stock("Avery 5160")
    assert (pretend.sheet.labels, pretend.start) == (30, 1)


def test_labels_are_printed_on_the_whole_page(pretend):
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.asked_pages == [(210.0, 297.0)]
    (pdf,) = pretend.printer.printed
    assert page_size(pdf) == pytest.approx((210, 297), abs=0.1)
    assert "Benešová" in words_by_pypdf(pdf)
    assert pretend.told == ["2 labels printed"]


def test_labels_are_saved(pretend, tmp_path):
    pretend.file = tmp_path / "labels.pdf"
    pretend.presenter.choose_start(21)
    pretend.presenter.save()
    assert pages(pretend.file.read_bytes()) == 2
    assert pretend.told == ["2 labels saved as labels.pdf"]


def test_nobody_with_an_address_prints_nothing(bakery):
    pretend = PretendDialog(bakery, [3])
    assert pretend.total.why_not == "Nobody here has an address"
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.printer.printed == []


def test_labels_that_want_a_look_are_named(bakery):
    bakery.customers.change(1, street="ⴰⴱ 1")
    pretend = PretendDialog(bakery, [1, 2])
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.told == ["2 labels printed. Have a look at: Tereza Horáková"]


def test_the_first_label_is_picked_by_a_press(qtbot, dialog):
    qtbot.mouseClick(dialog.sheet, LEFT, pos=dialog.sheet.label_rect(8).center().toPoint())
    assert dialog.sheet.accessibleDescription() == "Label 8 of 21, row 3, column 2"


@pytest.mark.parametrize(
    ("keys", "label"),
    [
        ([Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_Down], 4),
        ([Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_End], 21),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 1),
    ],
)
def test_the_first_label_is_picked_by_keys(qtbot, dialog, keys, label):
    for key in keys:
        qtbot.keyClick(dialog.sheet, key)
    assert dialog.sheet.accessibleDescription().startswith(f"Label {label} of 21")


def test_the_dialog_saves(qtbot, dialog, studio, tmp_path):
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: studio.notice == "2 labels saved as labels.pdf")
    assert pages((tmp_path / "labels.pdf").read_bytes()) == 1


def test_another_sheet_is_chosen_by_keys(qtbot, dialog):
    dialog.stocks.setFocus()
    qtbot.keyClick(dialog.stocks, Qt.Key.Key_Down)
    assert dialog.sheet.accessibleDescription().startswith("Label 1 of 24")
