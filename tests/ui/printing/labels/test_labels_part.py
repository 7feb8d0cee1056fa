"""Labels and envelopes with real widgets: chosen, marked, printed, saved, put aside for later."""

from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget

from app.changes import Kind
from app.loyalty.codes import fold
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import Purpose
from app.progress import unheard
from reports.label_design import Design, Place, TextBox
from reports.label_design_file import as_parts
from reports.label_starts import begun
from reports.stock import stock
from resources.words import LANGUAGES, words_in
from tests.reports import scanning
from tests.reports.reading import ink, page_size, pages, words_by_pypdf
from ui import deeds
from ui.cards.outlets import Choosers
from ui.printing.labels.choices_column import ChoicesColumn
from ui.printing.labels.laying import Lie
from ui.printing.labels.queued import MAILING
from ui.printing.labels.saying import rest_said
from ui.printing.labels.shown import Total
from ui.printing.labels.view import LabelsPart
from ui.printing.labels.wish import Wish
from ui.shared.text import Text

LEFT = Qt.MouseButton.LeftButton
PEOPLE = (
    ("Tereza", "Horáková", "Dlouhá 1", "602 00"),
    ("Olga", "Benešová", "Krátká 2", "612 00"),
    ("Adam", "Zelený", "Nová 3", "110 00"),
)


@pytest.fixture
def bakery(shop):
    for first, last, street, code in PEOPLE:
        shop.customer(first, last, street=street, postal_code=code, city="Brno", country="CZ")
    shop.customer("Marek", "Šimek")
    shop.customer("Jan", "Tichý", street="Tichá 4", city="Brno", do_not_post=True)
    return shop


@pytest.fixture
def printed(tmp_path):
    return tmp_path / "printed.pdf"


@pytest.fixture
def part(qtbot, bakery, open_part, saved, printed):
    def printer(_parent, _page, _title):
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(printed))
        return made

    choosers = Choosers(file=lambda *_: saved, printer=printer, has_printer=lambda: True)
    made = open_part(lambda desk: LabelsPart(desk, choosers))
    qtbot.waitUntil(lambda: list(made.people.names.names) != [])
    return made


def press(qtbot, part, name):
    def seen():
        return [one for one in part.findChildren(QWidget, name) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    qtbot.mouseClick(seen()[0], LEFT)


def put_aside(qtbot, part, shop):
    waiting = len(shop.printing.queue.all())
    press(qtbot, part, "labels.later")
    qtbot.waitUntil(lambda: len(shop.printing.queue.all()) > waiting, timeout=20_000)
    qtbot.waitUntil(part.choices.later.isEnabled, timeout=20_000)


def press_label(qtbot, part, label):
    sheet = part.paper.sheet
    qtbot.mouseClick(sheet, LEFT, pos=sheet.label_rect(label).center().toPoint())


def notice(part):
    return part.window().notice.words


def said(part):
    return [one.text() for one in part.findChildren(Text) if one.isVisible()]


def drawer(shop):
    return [(one.stock, sorted(one.gone), sorted(one.torn)) for one in shop.printing.drawer.all()]


def test_everybody_with_an_address_gets_a_label(part):
    assert list(part.people.names.names) == ["Olga Benešová", "Tereza Horáková", "Adam Zelený"]
    assert part.choices.total.text() == "3 labels on 1 sheet"
    assert sorted(part.paper.sheet._written) == [1, 2, 3]


def test_who_lacks_what_is_told_before_anything_is_printed_and_leads_to_her(qtbot, part):
    rows = [one for one in part.findChildren(QPushButton, "missing") if one.isVisible()]
    assert [one.accessibleName() for one in rows] == ["Marek Šimek, street, town, post code"]
    part._desk.window.stack.places["customers"] = part._desk.window.stack.places["part"]
    went = []
    part._desk.show_customer = went.append
    qtbot.mouseClick(rows[0], LEFT)
    assert went == [4]


def test_who_wants_no_post_is_left_out_and_named(part):
    assert "Left out, as they get no post: Jan Tichý" in said(part)


def test_a_press_says_where_to_begin(qtbot, part):
    press_label(qtbot, part, 20)
    assert part.choices.total.text() == "3 labels on 2 sheets"
    assert sorted(part.paper.sheet.gone) == list(range(1, 20))


def test_what_is_printed_lies_where_the_picture_was_pressed(qtbot, part, saved):
    press_label(qtbot, part, 5)
    part.people.names.choose([0])
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "1 label saved as pages.pdf", timeout=20_000)
    sheet = stock("Avery L7160")
    (left, top), (wide, high) = sheet.place(5), sheet.label
    seen = ink(saved.read_bytes())
    assert left < seen[0] < seen[2] < left + wide
    assert top < seen[1] < seen[3] < top + high


def test_tab_leads_from_the_list_over_the_paper_to_the_acts(qtbot, part):
    part.people.lists.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _ in range(40):
        now = QApplication.focusWidget()
        reached.append(now.objectName() or type(now).__name__)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    wanted = [
        "labels.list",
        "missing",
        "labels.names",
        "SheetPicture",
        "labels.stock",
        "labels.sort",
        "labels.copies",
        "labels.pages",
        "labels.print",
        "labels.save",
        "labels.later",
    ]
    places = [reached.index(one) for one in wanted]
    assert places == sorted(places)


def test_a_stroke_says_what_is_gone(qtbot, part):
    press(qtbot, part, "tool.gone")
    sheet = part.paper.sheet
    places = [sheet.label_rect(one).center().toPoint() for one in (1, 2, 3)]
    qtbot.mousePress(sheet, LEFT, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(sheet, place)
    qtbot.mouseRelease(sheet, LEFT, pos=places[2])
    assert sheet.gone == {1, 2, 3}
    assert part.presenter.wish.fed[0].gone == {1, 2, 3}


def test_torn_labels_are_marked_by_keys_and_stay_free(qtbot, part):
    sheet = part.paper.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    qtbot.keyClick(sheet, Qt.Key.Key_T)
    assert sheet.torn == {2}
    assert sheet.accessibleDescription() == "Label 2 of 21, row 1, column 2: torn"
    assert sorted(sheet._written) == [1, 3, 4]
    qtbot.keyClick(sheet, Qt.Key.Key_T)
    assert sheet.torn == frozenset()


def test_the_sheet_is_found_and_taken_by_keys(qtbot, part):
    press(qtbot, part, "labels.stock")
    qtbot.keyClicks(part.picker.field, "avery 99.1 x 38.1")
    assert part.picker.list.names == ["Avery L7163"]
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Return)
    assert part.presenter.wish.stock == "Avery L7163"
    assert part.paper.sheet.isVisible()


def test_in_a_small_window_the_sheets_to_choose_from_stand_in_the_place_of_the_people(qtbot, part):
    window = part.window()
    window.resize(1024, 680)
    assert part.people.isVisible()
    press(qtbot, part, "labels.stock")
    assert not part.people.isVisible()
    window.resize(1440, 900)
    qtbot.waitUntil(part.people.isVisible)
    window.resize(1024, 680)
    qtbot.waitUntil(part.people.isHidden)
    qtbot.keyClick(part.picker.field, Qt.Key.Key_Return)
    assert part.people.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_may_be_chosen_is_cut_in_any_language(qtbot, language):
    words = words_in(language)
    column = ChoicesColumn(words)
    qtbot.addWidget(column)
    lie = Lie(stock=stock("Avery L7160"), pieces=1)
    column.show_total(Total(said="", act="", why_not="", rest=rest_said(lie, words)))
    column.resize(column.width(), 400)
    column.show()
    (area,) = column.findChildren(QScrollArea)
    for kind in ("labels", "envelopes"):
        column.show_wish(Wish(kind=kind, stock="Avery L7160", envelope="DL"))
        QApplication.sendPostedEvents()
        qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
        assert area.widget().width() <= area.viewport().width()


def test_whoever_turns_to_envelopes_while_choosing_a_sheet_sees_the_envelope(qtbot, part):
    press(qtbot, part, "labels.stock")
    press(qtbot, part, "kind.envelopes")
    assert part.paper.envelope.isVisible()


def test_printing_brings_the_drawer_up_to_date_and_can_be_taken_back(qtbot, part, bakery, printed):
    kept = bakery.printing.drawer.put_in("Avery L7160", "Blue folder", gone=range(1, 20))
    qtbot.waitUntil(lambda: part.findChild(QPushButton, f"left.{kept}") is not None)
    press(qtbot, part, f"left.{kept}")
    assert part.choices.total.text() == "3 labels on 2 sheets"
    press(qtbot, part, "labels.print")
    qtbot.waitUntil(lambda: notice(part) == "3 labels printed", timeout=20_000)
    assert pages(printed.read_bytes()) == 2
    assert page_size(printed.read_bytes()) == pytest.approx((210, 297), abs=0.2)
    assert drawer(bakery) == [("Avery L7160", [1], [])]
    part._desk.undo_last()
    assert drawer(bakery) == [("Avery L7160", list(range(1, 20)), [])]


def test_what_is_left_of_a_new_sheet_is_only_kept_where_that_is_wanted(
    qtbot, part, bakery, printed
):
    press(qtbot, part, "labels.keep")
    press(qtbot, part, "labels.print")
    qtbot.waitUntil(lambda: notice(part) == "3 labels printed", timeout=20_000)
    assert drawer(bakery) == []


def test_a_file_uses_nothing_up_until_it_was_printed(qtbot, part, bakery, saved):
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "3 labels saved as pages.pdf", timeout=20_000)
    assert "Dlouhá" in words_by_pypdf(saved.read_bytes())
    assert drawer(bakery) == []
    qtbot.waitUntil(part.choices.was_printed.isVisible)
    press(qtbot, part, "labels.was_printed")
    assert drawer(bakery) == [("Avery L7160", [1, 2, 3], [])]
    assert notice(part) == "3 labels used up"


def test_only_those_who_are_chosen_come_out_at_the_same_places(qtbot, part, bakery, saved):
    part.people.names.choose([1])
    assert part.choices.total.text() == "1 label on 1 sheet"
    assert list(part.paper.sheet._written) == [2]
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "1 label saved as pages.pdf", timeout=20_000)
    assert "Tereza" in words_by_pypdf(saved.read_bytes())
    assert "Olga" not in words_by_pypdf(saved.read_bytes())
    assert part.choices.was_printed.isHidden()


def test_only_some_pages_come_out_again(qtbot, part, bakery, saved):
    press_label(qtbot, part, 20)
    qtbot.keyClicks(part.choices.pages.control, "3")
    assert "Please write pages from 1 to 2, such as 2, 4–5." in said(part)
    part.choices.pages.control.clear()
    qtbot.keyClicks(part.choices.pages.control, "2")
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(saved.exists, timeout=20_000)
    assert pages(saved.read_bytes()) == 1
    assert "Adam" in words_by_pypdf(saved.read_bytes())


def test_they_wait_in_the_queue_with_all_that_was_said(qtbot, part, bakery):
    press_label(qtbot, part, 5)
    put_aside(qtbot, part, bakery)
    (job,) = bakery.printing.queue.all()
    assert (job.kind, job.title, job.paper, job.pieces) == (
        "labels",
        "Address labels",
        "Avery L7160",
        3,
    )
    assert job.order["sheets"] == [[1, 2, 3, 4]]
    assert notice(part) == "“Address labels” waits to be printed"


def test_whoever_thinks_of_envelopes_while_choosing_a_sheet_sees_the_envelope(qtbot, part):
    qtbot.mouseClick(part.choices.stock, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(part.picker.isVisible)
    press(qtbot, part, "kind.envelopes")
    qtbot.waitUntil(part.paper.isVisible)
    assert not part.picker.isVisible()


def test_envelopes_are_one_a_page_in_their_own_size(qtbot, part, saved):
    press(qtbot, part, "kind.envelopes")
    assert part.choices.total.text() == "3 envelopes"
    assert part.paper.envelope.isVisible()
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "3 envelopes saved as pages.pdf", timeout=20_000)
    assert pages(saved.read_bytes()) == 3
    assert page_size(saved.read_bytes()) == pytest.approx((220, 110), abs=0.1)


def test_copies_and_order_change_what_comes_out(qtbot, part):
    part.choices.copies.selectAll()
    qtbot.keyClicks(part.choices.copies, "2")
    qtbot.waitUntil(lambda: part.choices.total.text() == "6 labels on 1 sheet")
    part.choices.sort.choose("postal-code")
    part.choices.sort.activated.emit(2)
    qtbot.waitUntil(lambda: part.people.names.names[0] == "Adam Zelený")


def test_a_tag_says_how_many_somebody_gets(qtbot, bakery, part):
    assert not part.choices.counted_by.isVisible()
    bakery.customers.change(1, tags=("labels 3",))
    qtbot.waitUntil(part.choices.counted_by.isVisible)
    part.choices.counted_by.choose("labels")
    assert part.choices.counted_by.currentText() == "as the tag “labels” says, else"
    part.choices.counted_by.activated.emit(1)
    qtbot.waitUntil(lambda: part.choices.total.text() == "5 labels on 1 sheet")
    put_aside(qtbot, part, bakery)
    (job,) = bakery.printing.queue.all()
    assert (job.pieces, job.order["quantities"]) == (5, {"1": 3})


def test_chosen_people_come_in_their_order(qtbot, part):
    part.choose_people([3, 1])
    qtbot.waitUntil(lambda: list(part.people.names.names) == ["Adam Zelený", "Tereza Horáková"])
    assert part.people.lists.currentText() == "2 chosen people"


def add_besides(qtbot, part, key, n):
    press(qtbot, part, "besides.begin")
    part.choices.besides.what.choose(key)
    part.choices.besides.count.selectAll()
    qtbot.keyClicks(part.choices.besides.count, str(n))
    press(qtbot, part, "besides.add")


@pytest.fixture
def advent(bakery):
    purpose = Purpose(reason="Advent")
    return bakery.coupons.issue(Terms(kind="percent", value=1000), bakery.moment(), purpose=purpose)


def codes_on(pdf):
    return {fold(text) for text in scanning.texts(pdf)["QR"]}


def given_after(bakery, offer):
    return set(bakery.book.column("SELECT code FROM coupons WHERE id > ?", (offer.id,)))


def issued(bakery):
    return [one.issued for one in bakery.coupons.out(bakery.moment())]


def shown(part):
    """What will come out, and what is given out for it."""
    return part.choices.total.text(), part.choices.given.text()


def test_coupons_stand_on_the_same_sheet_after_the_addresses(qtbot, advent, part, bakery, saved):
    add_besides(qtbot, part, f"coupon:{advent.id}", 2)
    assert part.choices.total.text() == "5 labels on 1 sheet"
    qtbot.waitUntil(lambda: "2 × Coupons: Advent" in said(part))
    assert issued(bakery) == [1]
    press(qtbot, part, "labels.save")
    told = "5 labels saved as pages.pdf. 2 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    assert issued(bakery) == [3]
    assert part.choices.besides.what.currentText() == "Coupons: Advent"
    press(qtbot, part, "besides.drop.0")
    assert part.choices.total.text() == "3 labels on 1 sheet"


def test_coupons_that_could_not_be_saved_are_not_given_out(qtbot, advent, part, bakery, saved):
    saved.mkdir()
    add_besides(qtbot, part, f"coupon:{advent.id}", 2)
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: "cannot be written" in notice(part), timeout=20_000)
    assert issued(bakery) == [1]


def test_a_label_of_ones_own_stands_on_the_same_sheet(qtbot, part, bakery):
    sheet = stock("Avery L7160")
    design = begun("jar", sheet, words_in("en"), bakery.settings.read())
    number = bakery.printing.designs.add("Jam", as_parts(design))
    qtbot.waitUntil(lambda: part.choices.besides.what.findData(f"design:{number}") >= 0)
    add_besides(qtbot, part, f"design:{number}", 19)
    assert part.choices.total.text() == "22 labels on 2 sheets"
    put_aside(qtbot, part, bakery)
    (job,) = bakery.printing.queue.all()
    assert (job.pieces, job.order["besides"][0]["n"]) == (22, 19)


def test_a_page_comes_out_again_with_all_that_stood_on_it(qtbot, part, bakery, saved):
    sheet = stock("Avery L7160")
    design = begun("jar", sheet, words_in("en"), bakery.settings.read())
    number = bakery.printing.designs.add("Jam", as_parts(design))
    qtbot.waitUntil(lambda: part.choices.besides.what.findData(f"design:{number}") >= 0)
    add_besides(qtbot, part, f"design:{number}", 19)
    qtbot.keyClicks(part.choices.pages.control, "2")
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "1 label saved as pages.pdf", timeout=20_000)
    assert pages(saved.read_bytes()) == 1


def test_the_page_with_coupons_comes_out_again_with_the_same_codes(
    qtbot, advent, part, bakery, saved
):
    add_besides(qtbot, part, f"coupon:{advent.id}", 19)
    press(qtbot, part, "labels.save")
    told = "22 labels saved as pages.pdf. 19 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    qtbot.keyClicks(part.choices.pages.control, "2")
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "1 label saved as pages.pdf", timeout=20_000)
    assert issued(bakery) == [20]
    newest = bakery.book.value("SELECT code FROM coupons ORDER BY id DESC")
    assert {fold(text) for text in scanning.texts(saved.read_bytes())["QR"]} == {newest}


def test_what_is_printed_issued_and_used_is_told_for_the_chosen_pages_alone(
    qtbot, advent, part, bakery, saved
):
    def tells(total, given):
        qtbot.waitUntil(lambda: shown(part) == (total, given), timeout=20_000)

    add_besides(qtbot, part, f"coupon:{advent.id}", 19)
    tells("22 labels on 2 sheets", "19 coupons will be issued")
    qtbot.keyClicks(part.choices.pages.control, "2")
    tells("1 label on 1 sheet", "1 coupon will be issued · no label counts as used")
    part.choices.pages.control.selectAll()
    qtbot.keyClicks(part.choices.pages.control, "1")
    tells("21 labels on 1 sheet", "18 coupons will be issued · no label counts as used")
    press(qtbot, part, "labels.save")
    told = "21 labels saved as pages.pdf. 18 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    tells("21 labels on 1 sheet", "18 coupons keep their codes · no label counts as used")
    part._desk.undo_last()
    tells("21 labels on 1 sheet", "18 coupons will be issued · no label counts as used")
    qtbot.keyClick(part.choices.pages.control, Qt.Key.Key_Backspace)
    tells("22 labels on 2 sheets", "19 coupons will be issued")


def test_who_has_no_card_yet_is_counted_before_her_number_is_given_out(qtbot, part, bakery):
    bakery.cards.give([1], bakery.moment())
    part.presenter.choose_stock("Avery L7165")
    add_besides(qtbot, part, "cards", 0)
    qtbot.waitUntil(lambda: shown(part)[1] == "2 cards will get their numbers")
    part.people.names.choose([part.people.names.names.index("Tereza Horáková · Customer card")])
    qtbot.waitUntil(lambda: shown(part) == ("1 label on 1 sheet", "no label counts as used"))


def test_a_whole_order_once_more_has_codes_of_its_own(qtbot, advent, part, bakery, saved):
    add_besides(qtbot, part, f"coupon:{advent.id}", 2)
    for n in (3, 5):
        press(qtbot, part, "labels.save")
        qtbot.waitUntil(lambda n=n: issued(bakery) == [n], timeout=20_000)
        qtbot.waitUntil(part.choices.save.isEnabled, timeout=20_000)


def test_taking_back_what_was_saved_takes_back_what_was_given_out_for_it(
    qtbot, advent, part, bakery, saved
):
    add_besides(qtbot, part, f"coupon:{advent.id}", 2)
    part.presenter.add_besides("cards", 0)
    press(qtbot, part, "labels.save")
    told = "8 labels saved as pages.pdf. 2 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    part._desk.undo_last()
    assert issued(bakery) == [1]
    assert not any(one.card_number for one in bakery.customers.several([1, 2, 3]))


def test_taking_back_what_was_printed_gives_back_its_codes_and_its_labels(
    qtbot, advent, part, bakery, printed
):
    add_besides(qtbot, part, f"coupon:{advent.id}", 2)
    press(qtbot, part, "labels.print")
    told = "5 labels printed. 2 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    assert (issued(bakery), drawer(bakery)) == ([3], [("Avery L7160", [1, 2, 3, 4, 5], [])])
    part._desk.undo_last()
    assert (issued(bakery), drawer(bakery)) == ([1], [])


def test_what_waits_no_longer_because_that_was_taken_back_is_not_given_out_either(
    qtbot, advent, part, bakery
):
    part.presenter.add_besides(f"coupon:{advent.id}", 2)
    part.presenter.add_besides("cards", 0)
    put_aside(qtbot, part, bakery)
    told = "“Address labels, Coupons: Advent, Customer card” waits to be printed"
    assert notice(part) == told
    assert issued(bakery) == [3]
    part._desk.undo_last()
    assert (issued(bakery), bakery.printing.queue.all()) == ([1], [])
    assert not any(one.card_number for one in bakery.customers.several([1, 2, 3]))


def test_very_many_coupons_that_are_taken_back_are_so_wherever_they_are_shown(
    qtbot, advent, part, bakery, monkeypatch
):
    monkeypatch.setattr(deeds, "AT_ONCE", 2)
    part.presenter.add_besides(f"coupon:{advent.id}", 5)
    put_aside(qtbot, part, bakery)
    heard = set()
    bakery.book.changes.subscribe(heard.update)
    part._desk.undo_last()
    qtbot.waitUntil(lambda: issued(bakery) == [1], timeout=20_000)
    qtbot.waitUntil(lambda: heard >= {Kind.COUPONS, Kind.PRINTING})


def test_a_page_that_waits_is_that_page_with_every_coupon_that_was_given_out_for_it(
    qtbot, advent, part, bakery
):
    part.presenter.add_besides(f"coupon:{advent.id}", 45)
    qtbot.keyClicks(part.choices.pages.control, "2")
    put_aside(qtbot, part, bakery)
    (job,) = bakery.printing.queue.all()
    to = BytesIO()
    MAILING.make(bakery, job, to, unheard)
    assert (job.pieces, issued(bakery), pages(to.getvalue())) == (21, [22], 1)
    assert codes_on(to.getvalue()) == given_after(bakery, advent)


def test_two_lots_of_one_coupon_come_out_again_each_with_its_own_codes(
    qtbot, advent, part, bakery, saved
):
    for n in (2, 2):
        part.presenter.add_besides(f"coupon:{advent.id}", n)
    press(qtbot, part, "labels.save")
    told = "7 labels saved as pages.pdf. 4 coupons issued"
    qtbot.waitUntil(lambda: notice(part) == told, timeout=20_000)
    qtbot.waitUntil(part.choices.save.isEnabled)
    saved.unlink()
    qtbot.keyClicks(part.choices.pages.control, "1")
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(saved.exists, timeout=20_000)
    assert issued(bakery) == [5]
    assert codes_on(saved.read_bytes()) == given_after(bakery, advent)


def test_another_list_has_no_code_that_was_given_out_for_the_last_one(
    qtbot, advent, part, bakery, saved
):
    part.presenter.add_besides(f"coupon:{advent.id}", 2)
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: issued(bakery) == [3], timeout=20_000)
    qtbot.waitUntil(part.choices.save.isEnabled)
    part.presenter.choose_people([1, 2])
    qtbot.keyClicks(part.choices.pages.control, "1")
    qtbot.waitUntil(part.choices.save.isEnabled)
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: issued(bakery) == [5], timeout=20_000)
    qtbot.waitUntil(part.choices.save.isEnabled, timeout=20_000)


def test_a_design_that_is_deleted_meanwhile_is_no_longer_on_the_sheet(qtbot, part, bakery):
    design = begun("jar", stock("Avery L7160"), words_in("en"), bakery.settings.read())
    number = bakery.printing.designs.add("Jam", as_parts(design))
    part.presenter.add_besides(f"design:{number}", 2)
    assert part.choices.total.text() == "5 labels on 1 sheet"
    bakery.printing.designs.remove(number)
    assert part.choices.total.text() == "3 labels on 1 sheet"
    assert notice(part) == ""


def test_an_offer_that_ended_over_night_is_no_longer_on_the_sheet(qtbot, part, bakery):
    today = Terms(kind="percent", value=1000, valid_to=bakery.today())
    offer = bakery.coupons.issue(today, bakery.moment(), purpose=Purpose(reason="Advent"))
    part.presenter.add_besides(f"coupon:{offer.id}", 2)
    assert part.choices.total.text() == "5 labels on 1 sheet"
    bakery.time.passes(days=1)
    part.visited()
    qtbot.waitUntil(lambda: part.choices.total.text() == "3 labels on 1 sheet")


def test_the_page_that_was_typed_and_the_names_that_were_chosen_stay_when_somebody_is_added(
    qtbot, part, bakery
):
    press_label(qtbot, part, 20)
    qtbot.keyClicks(part.choices.pages.control, "2")
    bakery.customer("Zita", "Malá", street="Nová 9", city="Brno", postal_code="612 00")
    qtbot.waitUntil(lambda: len(part.people.names.names) == 4)
    put_aside(qtbot, part, bakery)
    part.people.names.choose([3])
    bakery.customer("Zora", "Malá", street="Nová 9", city="Brno", postal_code="612 00")
    qtbot.waitUntil(lambda: len(part.people.names.names) == 5)
    put_aside(qtbot, part, bakery)
    assert [job.pieces for job in bakery.printing.queue.all()] == [2, 1]


def test_everybody_gets_her_card_on_the_same_sheet(qtbot, part, bakery, saved):
    press(qtbot, part, "besides.begin")
    part.choices.besides.what.choose("cards")
    assert part.choices.besides.each.isChecked()
    assert not part.choices.besides.each.isEnabled()
    assert not part.choices.besides.count.isVisible()
    press(qtbot, part, "besides.add")
    qtbot.waitUntil(lambda: "One for each: Customer card" in said(part))
    assert part.choices.total.text() == "6 labels on 1 sheet"
    assert part.people.names.names[3] == "Olga Benešová · Customer card"
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "6 labels saved as pages.pdf", timeout=20_000)
    numbers = {bakery.customers.get(n).card_number for n in (1, 2, 3)}
    assert {fold(text) for text in scanning.texts(saved.read_bytes())["QR"]} == numbers


def test_one_card_comes_out_alone_at_its_place(qtbot, part, bakery, saved):
    part.presenter.add_besides("cards", 0)
    part.people.names.choose([4])
    assert part.choices.total.text() == "1 label on 1 sheet"
    press(qtbot, part, "labels.save")
    qtbot.waitUntil(lambda: notice(part) == "1 label saved as pages.pdf", timeout=20_000)
    given = [bakery.customers.get(n).card_number for n in (1, 2, 3)]
    assert sum(map(bool, given)) == 1
    assert len(scanning.texts(saved.read_bytes())["QR"]) == 1


def test_cards_are_not_offered_for_labels_that_cannot_hold_them(qtbot, part):
    assert part.choices.besides.what.findData("cards") >= 0
    part.choose_stock("Avery L7651")
    assert part.choices.besides.what.findData("cards") < 0


def test_what_is_besides_labels_does_not_stand_on_envelopes(qtbot, part):
    part.presenter.add_besides("cards", 0)
    press(qtbot, part, "kind.envelopes")
    assert part.choices.total.text() == "3 envelopes"
    assert len(part.people.names.names) == 3
    press(qtbot, part, "kind.labels")
    assert part.choices.total.text() == "6 labels on 1 sheet"


def test_pages_that_are_not_there_print_nothing(qtbot, part):
    qtbot.keyClicks(part.choices.pages.control, "9")
    assert not part.choices.act.isEnabled()
    assert part.choices.act.toolTip() == "Please write pages from 1 to 1, such as 2, 4–5."
    part.choices.pages.control.selectAll()
    qtbot.keyClicks(part.choices.pages.control, "1")
    assert part.choices.act.isEnabled()


def test_nobody_with_an_address_prints_nothing(qtbot, part):
    part.choose_people([4])
    said = "Nobody here has an address"
    qtbot.waitUntil(lambda: part.choices.act.toolTip() == said)
    assert not part.choices.act.isEnabled()
    assert part.choices.total.text() == said


def test_the_page_is_drawn_as_it_will_be_printed(qtbot, part):
    qtbot.waitUntil(lambda: part.paper.sheet._image is not None)
    assert part.paper.sheet.rect().contains(QPoint(10, 10))


def test_a_design_of_the_owner_comes_on_its_sheet_to_those_who_were_chosen(qtbot, part, bakery):
    box = TextBox(place=Place(left=3, top=3, wide=90, high=30), text="Pro: {name}")
    design = Design(size=(99.06, 38.1), boxes=(box,), stock="Avery L7163")
    number = bakery.printing.designs.add("Gift tags", as_parts(design))
    part.choose_people((), number)
    qtbot.waitUntil(lambda: part.choices.total.text() == "4 labels on 1 sheet")
    assert part.choices.design.currentText() == "Gift tags"
    assert part.paper.sheet.stock.name == "Avery L7163"
