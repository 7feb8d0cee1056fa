"""What a letter has to say and the book does not know, asked for beside it."""

import json

import pytest
from PySide6.QtCore import Qt

from resources.words import words_in
from tests.ui.cards.pretence import PretendPrinter, PretendScreen
from ui.cards.facts import REMEMBERED

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def inviting(pretend):
    """The three people of the bakery are to be invited."""
    pretend.presenter.choose_people([1, 2, 3])
    pretend.presenter.choose_letter("event_invitation")
    return pretend


def labels(pretend):
    return [one.label for one in pretend.facts.fields]


def below(pretend):
    return {one.key: one.below for one in pretend.facts.fields if one.below}


def invite(pretend, **typed):
    for name, text in typed.items():
        pretend.presenter.say(name, text)
    pretend.presenter.settle_facts()


def anew(pretend, bakery):
    """The window of another day."""
    other = PretendScreen(bakery, words_in("en"))
    other.presenter.choose_people([1, 2, 3])
    other.presenter.choose_letter("event_invitation")
    return other


def test_a_letter_that_says_nothing_of_ours_asks_for_nothing(pretend):
    assert pretend.facts.fields == ()
    assert pretend.facts.coupon is False


def test_an_invitation_asks_what_when_and_where(inviting):
    assert labels(inviting) == ["What is on", "On which day", "At what time", "Where"]
    assert below(inviting) == {
        "event": "The letter makes no sense without it.",
        "event_date": "The letter makes no sense without it.",
    }


def test_what_is_typed_stands_on_every_card_in_its_language(inviting, bakery):
    bakery.customers.change(2, language="en")
    invite(inviting, event="koncert", event_date="5. 12.", event_time="19.00")
    assert "koncert" in inviting.page.facts.text
    assert "5.\xa0prosince" in inviting.page.facts.text
    inviting.presenter.step(1)
    assert "5\xa0December" in inviting.page.facts.text
    assert "19.00" in inviting.page.facts.text


def test_the_line_of_an_empty_field_vanishes(inviting):
    invite(inviting, event="koncert", event_date="5. 12.", event_place="na dvoře")
    with_place = inviting.page.facts.text
    invite(inviting, event_place="")
    assert "na dvoře" in with_place
    assert len(inviting.page.facts.text) < len(with_place) - len("na dvoře")


def test_what_matters_and_is_not_said_is_a_warning_in_words(inviting):
    (remark,) = [one for one in inviting.remarks if "matters" in one.words]
    assert remark.words == "3 cards do not say what matters"
    assert remark.detail == ("Nothing is written beside the letter for: What is on, On which day")
    inviting.presenter.show(remark)
    assert inviting.begun == ["event", "event_date"]
    invite(inviting, event="koncert", event_date="5. 12.")
    assert not [one for one in inviting.remarks if "matters" in one.words]


def test_a_day_that_is_over_or_none_at_all_is_told(inviting):
    invite(inviting, event="koncert", event_date="1. 11. 2026")
    assert below(inviting) == {"event_date": "This day is over."}
    invite(inviting, event_date="první sobotu v prosinci")
    assert below(inviting) == {"event_date": "No day of the calendar: written as it stands."}
    assert "první sobotu v prosinci" in inviting.page.facts.text


def test_it_comes_out_of_the_printer_as_it_lay_on_the_desk(inviting, bakery):
    invite(inviting, event="koncert", event_date="5. 12.")
    lay = inviting.page.facts.text
    inviting.printer = PretendPrinter()
    inviting.presenter.print_out()
    assert bakery.letters.last_to(1).text == lay


def test_another_letter_and_back_and_another_day_it_is_still_there(inviting, bakery):
    invite(inviting, event="koncert", event_date="5. 12.")
    inviting.presenter.choose_letter("birthday")
    assert inviting.facts.fields == ()
    inviting.presenter.choose_letter("event_invitation")
    assert [one.text for one in inviting.facts.fields] == ["koncert", "5. 12.", "", ""]
    assert [one.text for one in anew(inviting, bakery).facts.fields][:2] == ["koncert", "5. 12."]


def test_an_event_that_is_over_is_forgotten(inviting, bakery):
    invite(inviting, event="koncert", event_date="5. 12. 2026")
    bakery.time.passes(days=14)
    assert [one.text for one in anew(inviting, bakery).facts.fields] == ["", "", "", ""]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"typed": 3}', '{"typed": {"birthday": 1}}'])
def test_what_another_version_remembered_is_not_stumbled_over(bakery, kept):
    bakery.settings.remember(REMEMBERED, kept)
    screen = PretendScreen(bakery, words_in("en"))
    screen.presenter.refresh()
    assert screen.facts.fields == ()


def test_what_is_true_of_one_is_said_to_her_alone(pretend):
    pretend.presenter.choose_people([1, 2])
    pretend.presenter.choose_letter("referral_thanks")
    assert below(pretend) == {"friend": "Only on the card for Tereza Horáková."}
    invite(pretend, friend="Karla Malá")
    assert "Karla Malá" in pretend.page.facts.text
    pretend.presenter.step(1)
    assert "Karla Malá" not in pretend.page.facts.text
    assert pretend.facts.fields[0].text == ""
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert [name for _, name in pretend.asked_about] == ["Tereza Horáková", "Olga Benešová"]


def test_a_coupon_comes_along_where_it_is_wanted(pretend, bakery):
    before = pretend.page.facts.text
    pretend.presenter.bring_coupon(on=True)
    assert [one.key for one in pretend.facts.fields] == ["coupon_value", "coupon", "coupon_until"]
    assert pretend.page.facts.text == before
    invite(pretend, coupon_value="jeden koláč", coupon="KOLAC-7")
    assert "jeden koláč (KOLAC-7)" in pretend.page.facts.text
    pretend.presenter.bring_coupon(on=False)
    assert pretend.page.facts.text == before
    assert json.loads(bakery.settings.recall(REMEMBERED))["coupons"] == []


def test_a_field_of_ones_own_words_is_asked_for_too(pretend):
    pretend.presenter.edit()
    pretend.presenter.write("Milá {first_name},\nčeká na Vás {gift}.")
    assert [one.key for one in pretend.facts.fields] == ["gift"]
    pretend.presenter.say("gift", "koláč")
    assert pretend.page.facts.text.endswith("čeká na Vás koláč.")


def test_what_is_put_aside_is_asked_for_nothing(inviting):
    invite(inviting, event="koncert", event_date="5. 12.")
    inviting.presenter.aside_or_out()
    inviting.presenter.choose_list("waiting")
    assert inviting.facts.fields == ()
    assert inviting.facts.coupon is None


@pytest.mark.parametrize("language", ["en", "he"])
def test_it_is_typed_beside_the_letter_and_lies_on_the_desk(qtbot, open_studio, language):
    studio = open_studio(language)
    screen, facts = studio.screen, studio.screen.controls.facts
    screen.presenter.choose_people([1, 2, 3])
    screen.presenter.choose_letter("event_invitation")
    qtbot.waitUntil(facts.rows["event"].isVisible)
    letter = screen.controls.letter
    letter.setFocus()
    qtbot.keyClick(letter, Qt.Key.Key_Tab)
    assert facts.rows["event"].input.hasFocus()
    qtbot.keyClicks(facts.rows["event"].input, "koncert")
    assert "koncert" in screen.preview.page.facts.text
    qtbot.keyClick(facts.rows["event"].input, Qt.Key.Key_Tab)
    assert facts.rows["event_date"].input.hasFocus()
    qtbot.keyClicks(facts.rows["event_date"].input, "5.12.")
    qtbot.waitUntil(lambda: screen.preview.is_drawn)
    assert "5.\xa0prosince" in screen.preview.page.facts.text
    assert facts.rows["event"].input.text() == "koncert"
    for key in ("event_time", "event_place"):
        qtbot.keyClick(facts.focusWidget(), Qt.Key.Key_Tab)
        assert facts.rows[key].input.hasFocus()
    qtbot.keyClick(facts.focusWidget(), Qt.Key.Key_Tab)
    assert facts.coupon.hasFocus()
    qtbot.keyClick(facts.coupon, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "coupon" in facts.rows and facts.rows["coupon"].isVisible())
    qtbot.keyClick(facts.coupon, Qt.Key.Key_Tab)
    assert facts.rows["coupon_value"].input.hasFocus()


def test_the_way_to_what_is_missing(qtbot, studio):
    screen, facts = studio.screen, studio.screen.controls.facts
    screen.presenter.choose_people([1, 2, 3])
    screen.presenter.choose_letter("event_invitation")
    screen.presenter.say("event", "koncert")
    screen.begin_facts()
    assert facts.rows["event_date"].input.hasFocus()
