"""Slips are typed in as fast as one reads them, and each counts once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.voice.answer import Answer
from app.voice.bank import ready_survey
from app.voice.reading import Period
from app.voice.scales import Scale
from app.voice.slips import Slips
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.feedback.slip_fields import as_digit, fields_of
from ui.feedback.slip_form import SlipFormPage
from ui.shared.chips import FilterChip

ENTER, LEFT = Qt.Key.Key_Return, Qt.MouseButton.LeftButton


def keyboard() -> QWidget:
    """Whatever the keys go to now, as on a real keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def types(signs: str) -> int:
    """Answers how many keys that took."""
    for sign in signs:
        QTest.keyClick(keyboard(), ENTER) if sign == "\n" else QTest.keyClicks(keyboard(), sign)
    return len(signs)


def press(key: Qt.Key) -> None:
    QTest.keyClick(keyboard(), key)


def answers(shop: ScenarioShop) -> list[Answer]:
    ids = shop.book.column("SELECT id FROM answers WHERE NOT removed ORDER BY id")
    return [shop.voice.answers.get(one) for one in ids]


def scores(answer: Answer) -> list[int | None]:
    return [answer.score(scale) for scale in (Scale.CSAT, Scale.NPS)]


def test_a_slip_is_eight_keys(form: SlipFormPage, shop: ScenarioShop) -> None:
    """Number, face, figure, a reason and Enter: at two keys a second, four seconds."""
    assert form.keys.hasFocus()
    assert types("100159c\n") == 8
    (one,) = answers(shop)
    assert scores(one) == [5, 9]
    assert one.themes == ("speed",)
    assert one.channel == "slip"
    assert one.day == shop.today()
    assert form.keys.hasFocus()


def test_a_whole_stack_is_typed_without_touching_anything_else(
    form: SlipFormPage, shop: ScenarioShop
) -> None:
    keys = sum(types(f"{1001 + n}{1 + n % 5}{n % 10}a\n") for n in range(40))
    assert keys / 40 == 8
    assert len(answers(shop)) == 40
    assert form.header.heading.accessibleName() == "Type slips in, 40 typed in"
    assert shop.voice.scores.of(Period()).nps.n == 40


def test_ten_is_one_key_and_a_blank_is_a_space(form: SlipFormPage, shop: ScenarioShop) -> None:
    types("10015*\n10025t\n1003 7\n10044\n")
    assert [scores(one) for one in answers(shop)] == [[5, 10], [5, 10], [None, 7], [4, None]]
    assert shop.voice.scores.of(Period()).csat.skipped == 1
    assert shop.voice.scores.of(Period()).nps.skipped == 1


def test_what_is_no_figure_of_the_scale_is_refused_and_nothing_is_lost(
    form: SlipFormPage, shop: ScenarioShop
) -> None:
    types("10018")
    assert form.hint.text() == "Here it is one of: 1 2 3 4 5"
    types("59\n")
    assert scores(answers(shop)[0]) == [5, 9]
    assert form.hint.text().startswith("One key for each tick")


def test_backspace_goes_back_field_by_field(form: SlipFormPage, shop: ScenarioShop) -> None:
    types("100227")
    for _ in range(3):
        press(Qt.Key.Key_Backspace)
    types("1510\n")
    (one,) = answers(shop)
    assert scores(one) == [5, 1]
    assert shop.book.value("SELECT uid FROM answers").startswith("slip:1001:")


def test_a_reason_pressed_twice_is_taken_away(form: SlipFormPage, shop: ScenarioShop) -> None:
    types("100159abca\n")
    assert answers(shop)[0].themes == ("quality", "speed")


def test_a_slip_typed_twice_is_said_and_counts_once(form: SlipFormPage, shop: ScenarioShop) -> None:
    types("100159\n1001")
    assert form.hint.text().startswith("Slip 1001 was typed in already, on 22 November 2026.")
    types("100248\n")
    assert [scores(one) for one in answers(shop)] == [[5, 9], [4, 8]]


def test_a_number_that_was_never_printed_is_a_slip_of_the_hand(
    form: SlipFormPage, shop: ScenarioShop
) -> None:
    types("9001")
    assert form.hint.text() == "No slip 9001 was printed. Look at its number once more."
    types("10019")
    assert answers(shop) == []


def test_ctrl_z_takes_the_last_slip_back_and_it_can_be_typed_anew(
    form: SlipFormPage, shop: ScenarioShop, desk: Desk
) -> None:
    types("100111\n100255\n")
    assert desk.window.notice.words == "Slip 1002 typed in"
    QTest.keyClick(keyboard(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [scores(one) for one in answers(shop)] == [[1, 1]]
    assert form.header.heading.accessibleName() == "Type slips in, 1 typed in"
    types("100244\n")
    assert [scores(one) for one in answers(shop)] == [[1, 1], [4, 4]]


def test_words_are_reached_by_tab_and_enter_saves_from_there(
    form: SlipFormPage, shop: ScenarioShop
) -> None:
    types("100122")
    press(Qt.Key.Key_Tab)
    types("too slow\n")
    assert answers(shop)[0].comment == "too slow"
    assert form.keys.hasFocus()
    assert form.comment.text == ""


def test_a_wish_to_be_called_opens_a_case_with_what_was_agreed_to(
    form: SlipFormPage, shop: ScenarioShop, qtbot: QtBot
) -> None:
    types("100155")
    assert not form.contact.isVisible()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert form.call.hasFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    types("Jana 603 118 274\n")
    (one,) = answers(shop)
    assert one.wants_call
    assert one.contact == "Jana 603 118 274"
    assert shop.book.value("SELECT agreed FROM answers")
    assert shop.voice.cases.count_to_do(shop.today()) == 1
    assert not form.call.isChecked()


def test_who_is_in_the_book_is_known_by_her_phone(
    form: SlipFormPage, shop: ScenarioShop, desk: Desk
) -> None:
    jana = shop.customer("Jana", "Malá", phones=["+420603118274"])
    types("100122")
    form.call.setChecked(True)
    form.contact.set_text("Jana M., tel. 603118274")
    form.keys.setFocus()
    types("\n")
    (one,) = answers(shop)
    assert one.customer == jana.id
    assert desk.window.notice.words == "Slip 1001 typed in: Jana Malá is to be called"
    (case,) = shop.voice.cases.to_do(shop.today())
    assert case.customer == jana.id


def test_a_phone_that_two_people_share_is_nobodys(slips: Slips, shop: ScenarioShop) -> None:
    for name in ("Jana", "Petr"):
        shop.customer(name, "Malá", phones=["+420603118274"])
    assert slips.whose("603 118 274") is None
    assert slips.whose("Jana") is None
    assert slips.whose("") is None


def test_an_empty_slip_is_not_written_down(form: SlipFormPage, shop: ScenarioShop) -> None:
    types("1001\n")
    assert form.hint.text() == "An answer needs at least a figure, a choice or a word."
    types("5\n")
    assert scores(answers(shop)[0]) == [5, None]


def test_the_day_holds_for_the_whole_stack(form: SlipFormPage, shop: ScenarioShop) -> None:
    form.stack_day.setFocus(Qt.FocusReason.OtherFocusReason)
    types("14. 11.\n")
    types("100155\n100244\n")
    assert {one.day for one in answers(shop)} == {date(2026, 11, 14)}


@pytest.mark.parametrize("day", ["nonsense", "24. 12. 2026"])
def test_a_day_that_is_none_or_is_to_come_is_said_beside_it(
    form: SlipFormPage, shop: ScenarioShop, day: str
) -> None:
    form.stack_day.set_text(day)
    form.keys.setFocus()
    types("100155\n")
    assert answers(shop) == []
    assert form.stack_day.control.hasFocus()
    form.stack_day.set_text("")
    form.keys.setFocus()
    types("\n")
    assert scores(answers(shop)[0]) == [5, 5]


def test_the_mouse_ticks_as_the_keys_do(
    form: SlipFormPage, shop: ScenarioShop, qtbot: QtBot
) -> None:
    types("1001")
    chips = {one.accessibleName(): one for one in form.findChildren(FilterChip)}
    for name in ("4 Good", "10", "A The people"):
        qtbot.mouseClick(chips[name], LEFT)
    types("\n")
    (one,) = answers(shop)
    assert scores(one) == [4, 10]
    assert one.themes == ("staff",)


def test_escape_leaves_the_slip_that_is_typed_in(form: SlipFormPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.left):
        press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("row", "digits"),
    [
        ("+ěščřžýáíé", "1234567890"),
        ("+ľščťžýáíé", "1234567890"),
        ('"әіңғ,.үұқ', "1234567890"),
        ("0123456789", "0123456789"),
        ("٣", "3"),
        ("b?", ""),
    ],
)
def test_digits_are_typed_without_shift_on_keyboards_of_all_languages(
    row: str, digits: str
) -> None:
    assert "".join(map(as_digit, row)) == digits


def test_every_ready_survey_can_be_typed_in(shop: ScenarioShop, desk: Desk) -> None:
    survey = ready_survey("yearly", "en")
    fields = fields_of(survey, desk.words, "en", numbered=False)
    assert [one.key for one in fields] == [
        *("overall", "place", "range", "hours", "change_first", "recommend", "reasons")
    ]
    hours = fields[3].picked("2")
    assert hours is not None
    assert hours.value == "earlier"
    assert fields[4].many


def test_a_shop_that_never_printed_slips_is_not_asked_for_numbers(
    desk: Desk, shop: ScenarioShop
) -> None:
    page = desk.window.go("slips")
    assert isinstance(page, SlipFormPage)
    types("59b\n48\n")
    assert [scores(one) for one in answers(shop)] == [[5, 9], [4, 8]]


def test_what_was_not_asked_of_her_was_not_skipped(
    slips: Slips, shop: ScenarioShop, desk: Desk
) -> None:
    """Of somebody who is glad, the survey does not ask what is missing."""
    shop.voice.surveys.remove(shop.voice.surveys.all()[0].key)
    shop.voice.surveys.save(ready_survey("product", "cs"))
    page = desk.window.go("slips")
    assert isinstance(page, SlipFormPage)
    types("10015*5\n1002521\n")
    glad, sad = ({one.question for one in answer.replies} for answer in answers(shop))
    assert "missing" not in glad
    assert "missing" in sad
