"""Coupons: what is out, one found by its code, and new ones said back, seen and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.loyalty.codes import fold, grouped
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.coupons import Purpose
from app.loyalty.letter_offers import LetterOffer
from tests.reports import scanning
from tests.shop import ScenarioShop
from tests.ui.coupons.acts import fill, press, rows, sees, type_into, wrong
from ui.coupons.making_page import MakingPage
from ui.coupons.view import CouponsScreen
from ui.desk import Desk

TENTH = Terms(kind="percent", value=1000)


def issued(shop: ScenarioShop, terms: Terms = TENTH, **more: int) -> str:
    purpose = Purpose(reason="Advent")
    return shop.coupons.issue(terms, shop.moment(), purpose=purpose, **more).code


@pytest.fixture
def form(qtbot: QtBot, coupons: CouponsScreen) -> MakingPage:
    press(qtbot, coupons, "coupons.new")
    return coupons.making("coupons")


def codes(shop: ScenarioShop) -> list[str]:
    return shop.book.column("SELECT code FROM coupons ORDER BY id")


def test_what_is_out_stands_in_words(qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen):
    code = issued(shop)
    issued(shop)
    shop.coupons.use(code, Bill(total=200_00), shop.moment())
    said = "Advent, 10% off, 2 issued · 1 used, 20\u00a0Kč off"
    qtbot.waitUntil(lambda: rows(coupons, "out") == [said])


def test_a_coupon_is_found_by_its_code_and_tells_what_happened(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    jana = shop.customer("Jana", "Malá")
    code = issued(shop)
    shop.coupons.use(code, Bill(total=200_00), shop.moment(), jana.id)
    type_into(qtbot, coupons.offers, "find.code", grouped(code).lower())
    sees(qtbot, coupons, "Used on 22 Nov 2026 at 09:00")
    sees(qtbot, coupons, "Jana Malá · by Jana · 20\u00a0Kč off")
    sees(qtbot, coupons, f"The coupon {grouped(code)} was used on 22 November 2026 at 09:00.")


def test_a_code_that_there_is_not_is_refused_at_its_field(qtbot: QtBot, coupons: CouponsScreen):
    type_into(qtbot, coupons.offers, "find.code", "NOSUCH")
    assert wrong_code(coupons) == "There is no code NOSUCH."


def wrong_code(coupons: CouponsScreen) -> str:
    return coupons.offers.finding.field.control.accessibleDescription()


def test_a_use_is_taken_back_with_a_reason_and_undone(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen, desk: Desk
):
    code = issued(shop)
    shop.coupons.use(code, Bill(total=200_00), shop.moment())
    type_into(qtbot, coupons.offers, "find.code", code)
    press(qtbot, coupons, "act.undo")
    press(qtbot, coupons, "ask.verb")
    asks = coupons.offers.pane.asks
    assert asks is not None
    said = asks.fields["reason"].control.accessibleDescription()
    assert said == "Say why, so that it can be understood later."
    type_into(qtbot, asks, "ask.reason", "wrong till")
    assert shop.coupons.look_up(code, shop.moment()).used == 0
    sees(qtbot, coupons, "by Jana · wrong till")
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shop.coupons.look_up(code, shop.moment()).used == 1


def test_a_coupon_is_cancelled_and_made_good_again(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    code = issued(shop)
    type_into(qtbot, coupons.offers, "find.code", code)
    for act in ("void", "unvoid"):
        press(qtbot, coupons, f"act.{act}")
        asks = coupons.offers.pane.asks
        assert asks is not None
        type_into(qtbot, asks, "ask.reason", "a slip")
    assert shop.coupons.look_up(code, shop.moment()).why_not is None
    sees(qtbot, coupons, "Good")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "10"}, "10% off. 8 coupons for anyone."),
        (
            {"value": "12,5", "item": "bread", "cap": "50", "days": "30"},
            "12.5% off: bread. At most 50\u00a0Kč off. Good 30 days after it is issued."
            " 8 coupons for anyone.",
        ),
        (
            {"kind": "amount", "value": "20", "min_total": "100", "count": "1", "uses": ""},
            "20\u00a0Kč off. When you spend 100\u00a0Kč or more. Good any number of times."
            " 1 coupon for anyone.",
        ),
        (
            {"kind": "item", "item": "coffee", "weekdays": "1,2", "hours": "14-17:30"},
            "Free: coffee. Monday, Tuesday. 14:00–17:30. 8 coupons for anyone.",
        ),
        (
            {"kind": "bundle", "first": "1. 12. 2026", "last": "24. 12. 2026", "each": "2"},
            "Buy 3, get 1 free. Valid from 1\u00a0December\u00a02026 to 24\u00a0December\u00a02026."
            " 2 times for each person. 8 coupons for anyone.",
        ),
        (
            {"why": "next", "value": "10"},
            "10% off. Valid from 23\u00a0November\u00a02026. 8 coupons for anyone.",
        ),
        (
            {"whom": "letter", "letter": "birthday", "kind": "item", "item": "cake", "days": "7"},
            "Free: cake. Good 7 days after it is issued."
            " Comes with the letter “Birthday”, once for each occasion.",
        ),
    ],
)
def test_an_offer_is_said_back_while_it_is_typed(qtbot: QtBot, form: MakingPage, typed, said):
    fill(qtbot, form.form, **typed)
    assert form.said.text() == said


@pytest.mark.parametrize(
    ("typed", "key", "said"),
    [
        ({}, "value", "Please write a percentage up to 100."),
        ({"value": "101"}, "value", "Please write a percentage up to 100."),
        ({"kind": "item"}, "item", "Please say what is free."),
        ({"value": "5", "first": "5. 12. 2026", "last": "4. 12. 2026"}, "last", "That is before"),
        ({"value": "5", "last": "1. 1. 2020"}, "last", "This day is over."),
        ({"value": "5", "hours": "noon"}, "hours", "Please write hours"),
        ({"value": "5", "uses": "0"}, "uses", "Please write a whole number from 1 to 2,000."),
        ({"value": "5", "code": "???"}, "code", "A code needs a letter or a digit."),
        ({"value": "5", "code": "ADVENT"}, "uses", "Printed several times"),
        ({"value": "5", "whom": "one", "person": "Nobody"}, "person", "Nobody of that name"),
        ({"value": "5", "whom": "regulars"}, "whom", "Nobody is on this list"),
        ({"value": "5", "last": "1. 12. 2026", "days": "3"}, "days", "Either of the two"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(
    qtbot: QtBot, form: MakingPage, shop: ScenarioShop, typed, key, said
):
    fill(qtbot, form.form, **typed)
    press(qtbot, form, "new.save")
    assert wrong(form.form, key).startswith(said)
    assert codes(shop) == []


def test_coupons_that_are_printed_later_wait_with_their_codes_and_are_taken_back_with_them(
    qtbot: QtBot, form: MakingPage, shop: ScenarioShop, coupons: CouponsScreen, desk: Desk
):
    fill(qtbot, form.form, name="Advent", value="10", count="3")
    press(qtbot, form, "new.later")
    qtbot.waitUntil(lambda: rows(coupons, "out") == ["Advent, 10% off, 3 issued"])
    (job,) = shop.printing.queue.all()
    assert (job.paper, job.pieces) == ("A4", 1)
    kept = (shop.folder / job.order["file"]).read_bytes()
    assert scanning.texts(kept)["QR"] == sorted(map(fold, codes(shop)))
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows(coupons, "out") == [])
    assert shop.printing.queue.all() == []


def test_new_coupons_are_issued_and_written_in_one_step(
    qtbot: QtBot,
    form: MakingPage,
    shop: ScenarioShop,
    coupons: CouponsScreen,
    desk: Desk,
    saved: Path,
):
    fill(qtbot, form.form, name="Advent", value="10", count="3", words="See you soon!")
    press(qtbot, form, "new.save")
    qtbot.waitUntil(lambda: rows(coupons, "out") == ["Advent, 10% off, 3 issued"])
    assert scanning.texts(saved.read_bytes())["QR"] == sorted(map(fold, codes(shop)))
    told = f"3 coupons issued. Saved as {saved.name}"
    qtbot.waitUntil(lambda: desk.window.notice.words == told)
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rows(coupons, "out") == [])


def test_a_sheet_that_cannot_be_written_issues_nothing(
    qtbot: QtBot, form: MakingPage, shop: ScenarioShop, desk: Desk, saved: Path
):
    saved.mkdir()
    fill(qtbot, form.form, value="10")
    press(qtbot, form, "new.save")
    qtbot.waitUntil(lambda: bool(desk.window.notice.words))
    assert codes(shop) == []


def test_a_code_of_ones_own_is_printed_as_often_as_wanted_and_issued_once(
    qtbot: QtBot, form: MakingPage, shop: ScenarioShop, coupons: CouponsScreen, saved: Path
):
    fill(qtbot, form.form, value="10", code="Advent 26", uses="100", count="4")
    press(qtbot, form, "new.save")
    qtbot.waitUntil(lambda: len(rows(coupons, "out")) == 1)
    assert codes(shop) == ["Advent 26"]
    assert scanning.texts(saved.read_bytes())["QR"] == ["ADVENT26"] * 4
    press(qtbot, coupons, "coupons.new")
    fill(qtbot, form.form, value="10", code="ADVENT-26", count="1")
    press(qtbot, form, "new.save")
    assert wrong(form.form, "code") == "The code ADVENT-26 is taken already."


def test_each_of_the_chosen_people_gets_her_own(
    qtbot: QtBot, coupons: CouponsScreen, shop: ScenarioShop, saved: Path
):
    ids = [shop.customer(name).id for name in ("Eva", "Jana", "Petr")]
    coupons.choose_people(ids[:2])
    page = coupons.making("coupons")
    fill(qtbot, page.form, value="10")
    assert page.said.text() == "10% off. A coupon for each of 2 people."
    press(qtbot, page, "new.save")
    qtbot.waitUntil(lambda: len(codes(shop)) == 2)
    assert shop.book.column("SELECT customer FROM coupons ORDER BY id") == ids[:2]


def test_the_page_shows_the_coupon_as_it_will_be(qtbot: QtBot, form: MakingPage):
    fill(qtbot, form.form, value="10")
    qtbot.waitUntil(lambda: form.is_drawn and form.sheet.isVisible())
    fill(qtbot, form.form, words="far too long a line " * 40)
    qtbot.waitUntil(lambda: form.is_drawn and form.wrong.isVisible())
    assert "too long for this paper" in form.wrong.text()


def test_an_offer_comes_with_a_letter_is_changed_and_taken_away(
    qtbot: QtBot, coupons: CouponsScreen, shop: ScenarioShop
):
    press(qtbot, coupons, "letters.add")
    page = coupons.making("coupons")
    fill(qtbot, page.form, letter="birthday", kind="item", item="cake", days="30")
    press(qtbot, page, "new.act")
    cake = Terms(kind="item", value=1, item="cake")
    assert shop.letter_offers.all() == {
        "birthday": LetterOffer(letter="birthday", terms=cake, days=30)
    }
    press(qtbot, coupons, "letter.birthday")
    assert page.form.texts["item"] == "cake"
    fill(qtbot, page.form, days="60")
    press(qtbot, page, "new.act")
    assert shop.letter_offers.all()["birthday"].days == 60
    press(qtbot, coupons, "untie.birthday")
    assert shop.letter_offers.all() == {}


def test_what_was_typed_is_still_there_after_a_look_elsewhere(
    qtbot: QtBot, form: MakingPage, coupons: CouponsScreen
):
    fill(qtbot, form.form, name="Advent")
    coupons.visited()
    assert form.isVisible()
    assert form.form.texts["name"] == "Advent"


def test_escape_closes_the_coupon_that_is_looked_at(
    qtbot: QtBot, shop: ScenarioShop, coupons: CouponsScreen
):
    type_into(qtbot, coupons.offers, "find.code", issued(shop))
    assert coupons.offers.pane.isVisible()
    qtbot.keyClick(coupons.offers.finding.field.control, Qt.Key.Key_Escape)
    assert not coupons.offers.pane.isVisible()


def test_escape_goes_back_to_what_is_out(qtbot: QtBot, form: MakingPage, coupons: CouponsScreen):
    qtbot.keyClick(form.form.fields["name"].control, Qt.Key.Key_Escape)
    assert coupons.offers.isVisible()


def test_tab_goes_from_the_code_round_to_new_coupons(qtbot: QtBot, coupons: CouponsScreen):
    here = QApplication.focusWidget()
    reached = set[str]()
    for _ in range(16):
        assert here is not None
        reached.add(here.objectName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    assert {"find.code", "letters.add", "coupons.new"} <= reached
