"""A card of somebody's history is seen, printed again and saved, as it came out then."""

import io
import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from reports.archive import file_away
from reports.cards import draw_cards
from reports.mail import card_fact, made_of
from reports.papers import paper
from tests.reports.reading import page_size, pages, words_by_pypdf
from tests.shop import SUNDAY
from ui.cards.outlets import Choosers
from ui.customers.card_again import CardAgain, open_card
from ui.shared.timeline import _Knot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tereza(shop):
    """She was thanked, on one of four places of a sheet."""
    people = [shop.customer("Olga", "Benešová"), shop.customer("Tereza", "Horáková")]
    letters = shop.letters.compose(people, "thank_you", SUNDAY)
    facts = [card_fact(letter) for letter in letters]
    file = io.BytesIO()
    drawn = draw_cards(facts, paper("A6x4"), file)
    kept = file_away(file, shop.folder, drawn.places, SUNDAY)
    mades = [made_of(one, "A6x4") for one in facts]
    shop.letters.keep(list(zip(letters, mades, strict=True)), kept)
    return people[1]


class Answers:
    """What the dialogs of the system answer."""

    def __init__(self, folder):
        self.file, self.printed = folder / "card.pdf", folder / "printed.pdf"
        self.choosers = Choosers(
            file=lambda _parent, _title, _suggested: self.file,
            printer=lambda _parent, _page, _title: self._printer(),
            has_printer=lambda: True,
        )

    def _printer(self):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return printer


@pytest.fixture
def answers(tmp_path):
    return Answers(tmp_path)


@pytest.fixture
def dialog(qtbot, shop, tereza, screen, desk, answers):
    (written,) = shop.letters.all_to(tereza.id)
    open_card(desk, written.id, screen, answers.choosers)
    qtbot.waitUntil(lambda: bool(screen.findChildren(CardAgain)))
    (made,) = screen.findChildren(CardAgain)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def quiet_log():
    """A refused job is told on the screen; its log line is no surprise here."""
    logging.getLogger("ui.shared.jobs").setLevel(logging.WARNING)
    yield
    logging.getLogger("ui.shared.jobs").setLevel(logging.NOTSET)


def notice(desk):
    return desk.window.notice.words


def knot_of(qtbot, screen, words):
    def seen():
        knots = screen.pane.findChildren(_Knot)
        return [one for one in knots if words in one.accessibleName() and one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    return seen()[0]


def test_a_card_in_the_history_is_opened_by_a_key(qtbot, tereza, screen):
    screen.show_customer(tereza.id)
    knot = knot_of(qtbot, screen, "Card “")
    knot.setFocus(Qt.FocusReason.TabFocusReason)
    assert knot.hasFocus()
    qtbot.keyClick(knot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.findChildren(CardAgain)))
    (dialog,) = screen.findChildren(CardAgain)
    assert dialog.title.text() == "The card for Tereza Horáková"
    dialog.close()


def test_what_is_no_card_is_no_way_to_anywhere(qtbot, tereza, screen):
    screen.show_customer(tereza.id)
    knot = knot_of(qtbot, screen, "Added")
    assert knot.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_lies_there_as_it_came_out(shop, tereza, dialog):
    (written,) = shop.letters.all_to(tereza.id)
    assert dialog.sheet.accessibleDescription() == written.text
    assert any(shade < 120 for shade in shades(dialog.sheet))


def shades(widget):
    picture = widget.grab().toImage()
    return [
        picture.pixelColor(x, y).lightness()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    ]


def test_it_is_saved_alone_at_its_own_size(qtbot, shop, tereza, desk, dialog, answers):
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: "saved as" in notice(desk))
    saved = answers.file.read_bytes()
    assert page_size(saved) == pytest.approx((148, 105), abs=0.1)
    assert words_by_pypdf(saved) == shop.letters.all_to(tereza.id)[0].text.split()
    qtbot.waitUntil(dialog.save_button.isEnabled)


def test_it_is_printed_again_and_that_is_no_other_card(qtbot, shop, tereza, desk, dialog, answers):
    qtbot.mouseClick(dialog.print_button, LEFT)
    qtbot.waitUntil(lambda: notice(desk) == "Printed again")
    printed = answers.printed.read_bytes()
    assert pages(printed) == 1
    assert page_size(printed) == pytest.approx((148, 105), abs=0.3)
    assert len(shop.letters.all_to(tereza.id)) == 1


def test_who_said_no_in_the_meantime_is_not_written_to_again(qtbot, shop, tereza, desk, dialog):
    shop.customers.change(tereza.id, do_not_post=True)
    qtbot.mouseClick(dialog.print_button, LEFT)
    qtbot.waitUntil(lambda: "can be written to" in notice(desk))


def test_the_card_of_the_dead_can_be_looked_at_and_saved(
    qtbot, shop, tereza, screen, desk, answers
):
    shop.customers.change(tereza.id, deceased=True)
    (written,) = shop.letters.all_to(tereza.id)
    open_card(desk, written.id, screen, answers.choosers)
    qtbot.waitUntil(lambda: bool(screen.findChildren(CardAgain)))
    (dialog,) = screen.findChildren(CardAgain)
    assert not dialog.print_button.isEnabled()
    assert dialog.print_button.toolTip() == "has died"
    assert dialog.save_button.isEnabled()
    dialog.close()
