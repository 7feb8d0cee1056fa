"""The card studio as its presenter runs it: tools, single cards, doubts, putting aside, what came out."""

import json
from datetime import timedelta

import pytest
from PIL import Image

from app.thanks.doubts import Doubt
from app.thanks.filed import filed
from app.thanks.overruling import overruled
from app.thanks.written import Made
from reports.archive import card_from
from reports.mailing import Mailing, addressed
from reports.papers import PAPERS, paper
from tests.reports.reading import page_size, words_by_pypdf
from tests.shop import SUNDAY
from tests.ui.cards.pretence import PretendPrinter
from ui.cards.making import REMEMBERED, Making, recalled, said


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    Image.new("RGB", (600, 420), "white").save(path)
    return path


def facts(pretend):
    return pretend.page.facts


def test_another_hand_ink_and_liveliness_are_on_the_next_card_and_remembered(pretend, bakery):
    pretend.presenter.tools.change(hand="Kalam", ink="brown")
    pretend.presenter.tools.choose_lively(100)
    style = facts(pretend).style
    assert (style.hand.name, style.ink.name, style.amount) == ("Kalam", "brown", 1.6)
    assert recalled(bakery.settings.recall(REMEMBERED)) == pretend.presenter.tools.making
    assert pretend.tools.lively == 100


def test_what_another_version_remembered_is_not_stumbled_over():
    assert recalled("") == recalled("[1]") == recalled("{") == Making()
    assert recalled(json.dumps({"hand": "Kalam", "wings": 2})) == Making(hand="Kalam")
    moved = Making(margins=(1.0, 2.0, 3.0, 4.0))
    assert recalled(said(moved)) == moved


def test_the_usual_place_of_the_slider_is_its_middle(pretend):
    assert pretend.tools.lively == 50
    assert pretend.presenter.tools.liveliness(50) == "a little"


def test_in_america_letter_sizes_come_first(pretend, bakery):
    assert pretend.tools.papers.choices[0][0] == "A6"
    bakery.settings.change(country="US")
    pretend.presenter.refresh()
    assert "Letter" in pretend.tools.papers.choices[0][0]


def test_dragged_margins_hold_until_another_paper_is_taken(pretend):
    pretend.presenter.tools.place_text(20.0, 15.0, 25.0, 30.0)
    assert pretend.page.on.text_margins().left == 20.0
    pretend.presenter.tools.change(own_line=True)
    pretend.presenter.tools.place_text(20.0, 15.0, 25.0, 30.0)
    assert pretend.page.on.text_margins().bottom == 30.0
    pretend.presenter.tools.change(paper="A5")
    assert pretend.page.on.margins is None


def test_a_picture_that_is_gone_is_told_and_put_away(pretend, photo):
    pretend.presenter.tools.change(ground=str(photo))
    assert pretend.page.on.ground is not None
    photo.unlink()
    pretend.presenter.refresh()
    assert pretend.refused == ["PictureRefused"]
    assert pretend.presenter.tools.making.ground == ""
    pretend.presenter.refresh()
    assert pretend.page.on.ground is None


def test_one_card_is_changed_by_hand_and_only_that(pretend):
    before = facts(pretend).text
    pretend.presenter.edit()
    assert pretend.editor.own == before
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    assert facts(pretend).text == "Milá Terezo,\n\ndíky!"
    assert pretend.page.letter == before
    pretend.presenter.step(1)
    assert "díky!" not in facts(pretend).text
    pretend.presenter.step(-1)
    pretend.presenter.write(before)
    assert not pretend.page.edited


def test_fields_in_ones_own_words_are_filled_and_unknown_ones_marked_and_refused(pretend):
    pretend.printer = PretendPrinter()
    pretend.presenter.edit()
    pretend.presenter.write("Milá {first_name},\nděkujeme.")
    assert facts(pretend).text == "Milá Tereza,\nděkujeme."
    assert pretend.marks == []
    pretend.presenter.write("Milá {first_nam},\nmáme {koláč")
    assert [(mark.start, mark.length) for mark in pretend.marks] == [(5, 11), (23, 6)]
    assert "{first_nam}" in facts(pretend).text
    pretend.presenter.print_out()
    assert pretend.refused == ["UnknownField"]
    assert pretend.printer.printed == []


def test_new_writing_has_the_same_words_and_other_strokes(pretend):
    before = facts(pretend)
    pretend.presenter.write_anew()
    after = facts(pretend)
    assert after.text == before.text
    assert after.seed != before.seed


def test_what_was_printed_stands_written_as_it_was_made(pretend, bakery):
    pretend.printer = PretendPrinter()
    pretend.presenter.tools.change(hand="Kalam", ink="brown")
    pretend.presenter.edit()
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    seed = facts(pretend).seed
    pretend.presenter.print_out()
    (written,) = bakery.letters.all_to(1)
    assert written.text == "Milá Terezo,\n\ndíky!"
    assert written.made == Made(hand="Kalam", ink="brown", amount="0.8", paper="A6", seed=seed)
    assert (bakery.folder / "printed").is_dir()


def test_printing_can_be_undone(pretend, bakery):
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    bakery.undo.undo(pretend.steps[-1])
    assert bakery.letters.all_to(1) == []


def test_after_printing_it_is_asked_what_came_out(pretend, bakery):
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert [name for _, name in pretend.asked_about] == [
        "Tereza Horáková",
        "Olga Benešová",
        "Marek Šimek",
    ]
    pretend.presenter.did_not_come([2], again=False)
    assert bakery.letters.all_to(2) == []
    assert len(bakery.letters.all_to(1)) == 1
    assert pretend.presenter.row(pretend.place("Olga Benešová")).ticked


def test_what_did_not_come_out_is_printed_again_at_once(pretend, bakery):
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    pretend.presenter.did_not_come([2], again=True)
    assert len(pretend.printer.printed) == 2
    assert len(bakery.letters.all_to(2)) == 1


def test_saving_a_file_asks_nothing_afterwards(pretend, tmp_path):
    pretend.file = tmp_path / "cards.pdf"
    pretend.presenter.save()
    assert pretend.asked_about is None


def test_cards_put_aside_are_a_list_of_their_own_and_printed_as_they_were(pretend, bakery):
    pretend.presenter.tools.change(hand="Kalam")
    kept = facts(pretend)
    pretend.presenter.aside_or_out()
    assert pretend.told[-1] == "3 cards put aside"
    pretend.presenter.tools.change(hand="Zeyada")
    pretend.presenter.refresh()
    assert ("waiting", "3 cards put aside") in pretend.lists.choices
    pretend.presenter.choose_list("waiting")
    assert facts(pretend) == kept
    assert pretend.page.fixed
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert bakery.waiting.count() == 0
    assert bakery.letters.all_to(1)[0].made.hand == "Kalam"


def test_a_small_number_ties_each_card_to_its_envelope_and_label(pretend, bakery):
    pretend.presenter.tools.change(numbered=True)
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    (pdf,) = pretend.printer.printed
    assert [words_by_pypdf(pdf, page)[-1] for page in range(3)] == ["1", "2", "3"]
    pretend.presenter.labels()
    people = bakery.customers.several(pretend.labels_for)
    drawn = addressed(bakery, Mailing(ids=tuple(pretend.labels_for), stock="L7160", sequence=True))
    assert drawn.pieces
    for piece in drawn.pieces:
        (number,) = piece.numbers
        assert words_by_pypdf(pdf, number - 1)[-1] == piece.mark
        assert people[number - 1].name == piece.name


def test_what_waits_can_be_taken_out(pretend, bakery):
    pretend.presenter.aside_or_out()
    pretend.presenter.choose_list("waiting")
    assert not pretend.total.can_wait
    pretend.presenter.toggle(0)
    pretend.presenter.aside_or_out()
    assert bakery.waiting.count() == 1


def test_who_died_since_gets_no_card_that_waited(pretend, bakery):
    pretend.presenter.aside_or_out()
    bakery.customers.change(1, deceased=True)
    pretend.presenter.choose_list("waiting")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert bakery.letters.all_to(1) == []
    assert len(bakery.letters.all_to(2)) == 1


def test_a_card_three_weeks_ago_is_said_and_overruled_with_a_reason(pretend, bakery):
    one = bakery.customers.several([1])
    (letter,) = bakery.letters.compose(one, "thank_you", SUNDAY - timedelta(days=10))
    bakery.letters.keep([(letter, Made())])
    pretend.presenter.refresh()
    doubt = next(remark for remark in pretend.remarks if remark.doubt == Doubt.LATELY)
    assert doubt.words == "Tereza Horáková had a card lately"
    assert doubt.presses
    pretend.presenter.settle(doubt, "Her big day")
    assert Doubt.LATELY not in {remark.doubt for remark in pretend.remarks}
    (kept,) = overruled(bakery.book, "birthday", [1])
    assert (kept.what, kept.reason) == ("lately", "Her big day")
    pretend.presenter.choose_list("birthdays:30")
    assert Doubt.LATELY not in {remark.doubt for remark in pretend.remarks}


def test_another_letter_brings_the_people_it_usually_goes_to(pretend):
    pretend.presenter.choose_letter("first_visit")
    assert pretend.lists.key == "new"
    pretend.presenter.choose_people([3])
    pretend.presenter.choose_letter("thank_you")
    assert pretend.lists.key == "ids:3"


def test_cards_that_waited_and_did_not_come_out_wait_again(pretend, bakery):
    pretend.presenter.aside_or_out()
    bakery.waiting.take_out([bakery.waiting.all()[0].id])
    pretend.presenter.choose_list("waiting")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    olga, _marek = pretend.asked_about
    assert olga == (2, "Olga Benešová")
    pretend.presenter.did_not_come([olga[0]], again=False)
    assert [one.customer for one in bakery.waiting.all()] == [2]
    assert bakery.letters.all_to(2) == []
    assert len(bakery.letters.all_to(3)) == 1


def test_cards_that_waited_are_printed_again_as_they_waited(pretend, bakery):
    pretend.presenter.aside_or_out()
    pretend.presenter.choose_list("waiting")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    (number, _), *_ = pretend.asked_about
    pretend.presenter.did_not_come([number], again=True)
    assert words_by_pypdf(pretend.printer.printed[1]) == words_by_pypdf(pretend.printer.printed[0])
    assert bakery.waiting.count() == 0
    assert len(bakery.letters.all_to(1)) == 1


def test_what_was_changed_by_hand_is_printed_again_as_it_was(pretend, bakery):
    pretend.presenter.edit()
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    pretend.presenter.write_anew()
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    first = bakery.letters.last_to(1)
    pretend.presenter.did_not_come([1], again=True)
    again = bakery.letters.last_to(1)
    assert (again.text, again.made) == (first.text, first.made)
    assert again.id != first.id
    assert [name for _, name in pretend.asked_about] == ["Tereza Horáková"]


def test_what_was_changed_by_hand_and_did_not_come_out_lies_there_as_it_was(pretend):
    pretend.presenter.edit()
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    pretend.presenter.did_not_come([1], again=False)
    assert facts(pretend).text == "Milá Terezo,\n\ndíky!"
    assert pretend.ticked == ["Tereza Horáková"]


def test_where_the_printing_is_undone_nothing_is_asked_any_more(pretend, bakery):
    bakery.book.changes.subscribe(lambda _kinds: pretend.presenter.refresh())
    pretend.presenter.edit()
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert len(pretend.asked_about) == 3
    bakery.undo.undo(pretend.steps[-1])
    assert pretend.asked_about == []
    assert facts(pretend).text == "Milá Terezo,\n\ndíky!"
    assert len(pretend.ticked) == 3


def test_what_came_out_is_ticked_no_more_also_of_letters_without_a_day(pretend):
    pretend.presenter.choose_people([1, 2, 3])
    pretend.presenter.choose_letter("thank_you")
    pretend.presenter.toggle(1)
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.ticked == []


def test_what_is_chosen_while_it_prints_changes_nothing_of_what_came_out(pretend, bakery):
    class Slow(PretendPrinter):
        def put(self, pdf, report):
            super().put(pdf, report)
            pretend.presenter.toggle(0)

    pretend.printer = Slow()
    pretend.presenter.print_out()
    assert [name for _, name in pretend.asked_about] == [
        "Tereza Horáková",
        "Olga Benešová",
        "Marek Šimek",
    ]


def test_who_said_no_while_the_list_lay_open_is_not_asked_about(pretend, bakery):
    bakery.customers.change(2, do_not_post=True)
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert [name for _, name in pretend.asked_about] == ["Tereza Horáková", "Marek Šimek"]


def test_where_nobody_may_be_written_to_any_more_it_is_said(pretend, bakery):
    bakery.customers.delete([1, 2, 3])
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.refused == ["NobodyOnTheList"]
    assert pretend.printer.printed == []


def test_another_letter_and_back_keeps_what_was_changed_by_hand(pretend):
    pretend.presenter.edit()
    pretend.presenter.write("Milá Terezo,\n\ndíky!")
    pretend.presenter.end_editing()
    pretend.presenter.choose_letter("thank_you")
    assert "díky!" not in facts(pretend).text
    pretend.presenter.choose_letter("birthday")
    assert facts(pretend).text == "Milá Terezo,\n\ndíky!"


def test_all_words_can_be_taken_away_to_write_others(pretend):
    pretend.presenter.edit()
    pretend.presenter.write("")
    assert pretend.editor.own == ""
    assert facts(pretend).text == ""
    pretend.presenter.end_editing()
    assert "The card for Tereza Horáková is empty" in pretend.said


def test_a_card_that_waited_is_kept_on_the_paper_it_was_printed_on(pretend, bakery):
    pretend.presenter.aside_or_out()
    pretend.presenter.tools.change(paper="A6x4")
    pretend.presenter.choose_list("waiting")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    (written,) = bakery.letters.all_to(2)
    assert written.made.paper == "A6x4"
    card = card_from(bakery.folder, filed(bakery.book, written.id), written.made.paper)
    assert page_size(card) == pytest.approx((148, 105), abs=0.1)


def test_ones_own_words_are_compared_with_the_last_ones_as_they_stand(pretend, bakery):
    pretend.presenter.choose_people([1])
    pretend.presenter.choose_letter("thank_you")
    pretend.presenter.write("Milá Terezo,\n\ndíky za vše!\n\nJana")
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    bakery.time.passes(days=40)
    pretend.presenter.choose_people([1])
    assert not [one for one in pretend.said if "very words" in one]
    pretend.presenter.write("Milá Terezo,\n\ndíky za vše!\n\nJana")
    pretend.presenter.end_editing()
    assert "Tereza Horáková has had these very words" in pretend.said


def test_a_picture_that_cannot_be_used_takes_nothing_else_along(pretend, photo):
    pretend.presenter.tools.change(back="mark", ground=str(photo))
    photo.unlink()
    pretend.presenter.refresh()
    assert (pretend.presenter.tools.making.ground, pretend.presenter.tools.making.back) == (
        "",
        "mark",
    )
    assert pretend.refused == ["PictureRefused"]


def test_what_is_fine_of_a_card_that_waits_is_said_of_nobody_else(pretend, bakery):
    pretend.presenter.toggle(0)
    pretend.presenter.toggle(1)
    pretend.presenter.aside_or_out()
    pretend.presenter.choose_list("waiting")
    (remark,) = pretend.remarks
    assert remark.words == "1 person has no address"
    pretend.presenter.settle(remark)
    assert pretend.remarks == []
    assert overruled(bakery.book, "birthday", [1, 2, 3]) == []


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_comes_out_and_each_card_is_found_again_alone(pretend, bakery, name):
    bakery.customers.change(2, language="he", first_name="נועה", last_name="לוי")
    pretend.presenter.tools.change(paper=name, back="mark", own_line=True)
    pretend.presenter.refresh()
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.told[-1].startswith("3 cards printed")
    for number in (1, 2, 3):
        (written,) = bakery.letters.all_to(number)
        card = card_from(bakery.folder, filed(bakery.book, written.id), name)
        assert page_size(card) == pytest.approx(paper(name).card, abs=0.1)
        assert words_by_pypdf(card) == written.text.split()
