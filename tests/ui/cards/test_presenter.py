"""Who gets a card, what the desk shows, and what comes out; without a screen."""

from datetime import date

import pytest

from app.thanks import prints
from reports.papers import PAPERS
from resources.words import words_in
from tests.reports.reading import page_size, pages, words_by_pypdf
from tests.shop import SUNDAY
from tests.ui.cards.pretence import PretendPrinter, PretendScreen
from ui.cards import presenter as presenting

THURSDAY = date(2026, 11, 26)


def test_the_next_fortnights_birthdays_lie_ready(pretend):
    assert pretend.reasons == {
        "Tereza Horáková": "Thursday, turns 40",
        "Olga Benešová": "Friday",
        "Marek Šimek": "2 December, turns 19",
    }
    assert pretend.total.people == "3 of 3 people"
    assert pretend.total.act == "Print 3 cards"
    assert pretend.total.sheets == "3 cards on 3 sheets"


def test_the_first_persons_card_is_on_the_desk(pretend):
    assert (pretend.page.name, pretend.page.aside) == ("Tereza Horáková", "A6, 148 × 105 mm")
    assert "paní Horáková" in pretend.page.facts.text
    assert pretend.page.pager == "1 of 3"


def test_paging_stops_at_both_ends(pretend):
    pretend.presenter.step(-1)
    assert (pretend.at, pretend.page.is_first) == (0, True)
    pretend.presenter.go_to(-1)
    pretend.presenter.step(1)
    assert (pretend.at, pretend.page.is_last) == (2, True)
    assert pretend.page.name == "Marek Šimek"


def test_four_cards_on_a_sheet_need_fewer_sheets(pretend):
    pretend.presenter.tools.change(paper="A6x2")
    assert pretend.total.sheets == "3 cards on 2 sheets"
    pretend.presenter.tools.change(paper="A6x4")
    assert pretend.total.sheets == "3 cards on 1 sheet"


def test_every_paper_that_can_be_written_is_offered_in_words(pretend):
    assert dict(pretend.tools.papers.choices)["A6x4"] == "A6, four on A4, cut marks"
    assert len(pretend.tools.papers.choices) == len(PAPERS)
    letters = dict(pretend.letters.choices)
    assert (letters["birthday"], letters["seasons_greetings"]) == ("Birthday", "Season's greetings")
    assert len(letters) == 17


def test_somebody_who_died_is_never_ticked(pretend, bakery):
    dead = bakery.customer("Karel", "Malý", birthday="1950-11-25", deceased=True)
    pretend.presenter.choose_people([dead.id])
    assert pretend.reasons == {"Karel Malý": "has died"}
    assert pretend.page.facts is None
    pretend.presenter.toggle(0)
    assert pretend.ticked == []
    assert pretend.told == ["Karel Malý cannot be ticked: has died"]
    assert pretend.total.why_not == "Nobody is ticked"
    assert pretend.said == ["Karel Malý is left out"]


def test_a_no_is_a_no(pretend, bakery):
    bakery.customer("Radek", "Pospíšil", birthday="1980-11-28", do_not_post=True)
    pretend.presenter.refresh()
    pretend.presenter.toggle(pretend.place("Radek Pospíšil"))
    assert "Radek Pospíšil" not in pretend.ticked
    assert pretend.total.people == "3 of 4 people"


def test_a_card_that_was_printed_is_not_suggested_again_but_can_be_ticked(pretend, bakery):
    (tereza, *_) = bakery.customers.several([1])
    prints.record(bakery.book, "birthday", [(tereza.id, THURSDAY)])
    pretend.presenter.refresh()
    assert pretend.reasons["Tereza Horáková"] == "printed 22 Nov"
    assert pretend.ticked == ["Olga Benešová", "Marek Šimek"]
    pretend.presenter.toggle(0)
    assert "Tereza Horáková" in pretend.ticked


def test_last_years_card_does_not_count(pretend, bakery):
    prints.record(bakery.book, "birthday", [(1, date(2025, 11, 26))])
    pretend.presenter.refresh()
    assert "Tereza Horáková" in pretend.ticked


def test_whose_birthday_is_not_known_is_left_out_unless_she_was_chosen(pretend, bakery):
    eva = bakery.customer("Eva", "Nová")
    pretend.presenter.choose_list("all")
    assert pretend.reasons["Eva Nová"] == "birthday not known"
    assert "Eva Nová" not in pretend.ticked
    pretend.presenter.choose_people([eva.id])
    assert pretend.ticked == ["Eva Nová"]
    assert pretend.lists.key == f"ids:{eva.id}"
    assert dict(pretend.lists.choices)[f"ids:{eva.id}"] == "1 chosen person"


def test_people_come_with_the_letter_they_are_to_get(pretend, bakery):
    eva = bakery.customer("Eva", "Nová")
    pretend.presenter.choose_people([eva.id], "miss_you")
    assert (pretend.letters.key, pretend.lists.key) == ("miss_you", f"ids:{eva.id}")


def test_choosing_nobody_changes_nothing(pretend):
    pretend.presenter.choose_people([])
    assert pretend.lists.key == "birthdays:14"


def test_a_tag_is_a_list(pretend, bakery):
    bakery.customers.tag([2], "choir")
    pretend.presenter.refresh()
    assert ("tag:choir", "Tag “choir”") in pretend.lists.choices
    pretend.presenter.choose_list("tag:choir")
    assert list(pretend.reasons) == ["Olga Benešová"]


def test_a_list_that_is_gone_gives_way_to_the_birthdays(pretend, bakery):
    bakery.customers.tag([2], "choir")
    pretend.presenter.choose_list("tag:choir")
    bakery.customers.untag([2], "choir")
    pretend.presenter.refresh()
    assert pretend.lists.key == "birthdays:14"
    assert pretend.count == 3


def test_one_press_clears_every_tick_and_the_next_sets_them_again(pretend):
    assert pretend.total.tick == "Clear"
    pretend.presenter.tick_or_clear()
    assert (pretend.ticked, pretend.total.tick) == ([], "All")
    pretend.presenter.tick_or_clear()
    assert len(pretend.ticked) == 3


def test_what_was_unticked_by_hand_stays_so_when_the_book_changes(pretend, bakery):
    pretend.presenter.toggle(1)
    pretend.presenter.go_to(2)
    bakery.customer("Adam", "První", birthday="1990-11-23")
    pretend.presenter.refresh()
    assert pretend.ticked == ["Adam První", "Tereza Horáková", "Marek Šimek"]
    assert pretend.page.name == "Marek Šimek"


def test_letters_that_no_hand_knows_are_named(pretend, bakery):
    bakery.customers.change(1, first_name="Tereza", last_name="ⴰⴱová")
    pretend.presenter.refresh()
    remark, no_address = pretend.remarks
    assert no_address.words == "1 person has no address"
    assert "letters that no hand here knows" in remark.words
    assert remark.detail == "Written in Latin letters instead: ⴰ ⴱ"
    pretend.presenter.settle(remark)
    assert pretend.remarks == [no_address]


def test_a_card_that_is_written_smaller_is_told(pretend, bakery):
    bakery.customers.change(1, last_name="Horáková " * 80)
    pretend.presenter.refresh()
    assert pretend.said[0].endswith("is a little long")
    pretend.presenter.toggle(0)
    assert pretend.said == ["1 person has no address"]


def test_a_card_that_is_too_long_is_refused_by_name(pretend, bakery):
    bakery.customers.change(1, first_name="Tereza " * 1500, language="en")
    bakery.customers.change(3, first_name="Marek " * 1500, language="en")
    pretend.presenter.refresh()
    assert pretend.ticked == ["Olga Benešová"]
    assert [one.about for one in pretend.remarks] == [1, 3]
    assert pretend.page.aside == "too long for this paper"
    assert pretend.page.facts is None
    pretend.presenter.show(pretend.remarks[1])
    assert pretend.at == 2


def test_more_remarks_than_are_shown_are_counted(pretend, bakery):
    for name in ("Jan", "Petr", "Pavel"):
        bakery.customer(
            f"{name}ⴰ",
            birthday="1980-11-29",
            language="en",
            street="Nová 4",
            city="Brno",
        )
    pretend.presenter.refresh()
    assert len(pretend.remarks) == 4
    assert pretend.more == "2 more"


def test_what_was_found_for_another_paper_is_dropped(pretend):
    pretend.late = []
    pretend.presenter.tools.change(paper="A5")
    pretend.presenter.tools.change(paper="DL")
    assert len(pretend.late) == 1
    pretend.late.pop()()
    assert len(pretend.late) == 1
    pretend.late.pop()()
    assert pretend.late == []


def test_printing_writes_down_for_which_day(pretend, bakery):
    pretend.printer = PretendPrinter()
    pretend.presenter.toggle(2)
    pretend.presenter.print_out()
    (pdf,) = pretend.printer.printed
    assert pages(pdf) == 2
    assert page_size(pdf) == pytest.approx((148, 105), abs=0.1)
    assert "Horáková," in words_by_pypdf(pdf)
    assert pretend.told == ["2 cards printed"]
    assert [p.occasion for p in prints.printed_for(bakery.book, 1)] == [THURSDAY]
    assert prints.printed_for(bakery.book, 3) == []


def test_after_printing_nothing_is_left_to_print(pretend, bakery):
    bakery.book.changes.subscribe(lambda _kinds: pretend.presenter.refresh())
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.ticked == []
    assert set(pretend.reasons.values()) == {"printed 22 Nov"}


def test_four_up_is_printed_on_the_whole_sheet(pretend):
    pretend.printer = PretendPrinter()
    pretend.presenter.tools.change(paper="A6x4")
    pretend.presenter.print_out()
    assert pretend.asked_pages == [(297.0, 210.0)]
    assert pages(pretend.printer.printed[0]) == 1


def test_leaving_the_printers_dialog_prints_nothing(pretend, bakery):
    pretend.presenter.print_out()
    assert prints.printed_lately(bakery.book) == []
    assert pretend.told == []


def test_a_stopped_printing_is_not_written_down(pretend, bakery):
    pretend.printer, pretend.stops = PretendPrinter(), True
    pretend.presenter.print_out()
    assert prints.printed_lately(bakery.book) == []
    assert pretend.told == ["Stopped. What is still in the printer is not written down."]


def test_saving_writes_the_file_and_writes_it_down(pretend, bakery, tmp_path):
    pretend.file = tmp_path / "cards.pdf"
    pretend.presenter.save()
    assert pages(pretend.file.read_bytes()) == 3
    assert pretend.told == ["3 cards saved and marked as printed: cards.pdf"]
    assert len(prints.printed_lately(bakery.book)) == 3


def test_a_stopped_saving_leaves_nothing_behind(pretend, bakery, tmp_path):
    pretend.file, pretend.stops = tmp_path / "out" / "cards.pdf", True
    pretend.file.parent.mkdir()
    pretend.presenter.save()
    assert list(pretend.file.parent.iterdir()) == []
    assert pretend.told == ["Stopped; nothing was saved."]


def test_where_nothing_can_be_written_nothing_is_written_down(pretend, bakery, tmp_path):
    pretend.file = tmp_path / "nowhere" / "cards.pdf"
    pretend.presenter.save()
    assert pretend.refused == ["CannotWrite"]
    assert prints.printed_lately(bakery.book) == []


def test_who_died_while_the_list_lay_open_gets_no_card(pretend, bakery):
    pretend.printer = PretendPrinter()
    bakery.customers.change(1, deceased=True)
    pretend.presenter.print_out()
    assert pretend.told == ["2 cards printed"]


def test_a_long_list_is_read_on_the_side(pretend, bakery, monkeypatch):
    monkeypatch.setattr(presenting, "AT_ONCE", 2)
    pretend.presenter.choose_list("all")
    assert pretend.count == 3
    assert len(pretend.ticked) == 3


@pytest.mark.parametrize(
    ("name", "sentence", "step"),
    [
        ("birthdays:7", "No birthdays in the next 7 days", "list:birthdays:30"),
        ("birthdays:30", "No birthdays in the next 30 days", "list:all"),
        ("new", "No new customers in these 30 days", "list:birthdays:30"),
    ],
)
def test_an_empty_list_says_what_to_do_next(shop, name, sentence, step):
    shop.customer("Eva", "Nová", member_since="2020-01-01")
    pretend = PretendScreen(shop, words_in("en"))
    pretend.presenter.choose_list(name)
    assert pretend.empty.sentence == sentence
    assert pretend.empty.steps[0].key == step
    pretend.presenter.follow("list:all")
    assert pretend.empty is None
    assert list(pretend.reasons) == ["Eva Nová"]


def test_an_empty_book_sends_to_the_customers(shop):
    pretend = PretendScreen(shop, words_in("en"))
    pretend.presenter.refresh()
    assert pretend.empty.sentence == "Nobody is in the book yet"
    pretend.presenter.follow(pretend.empty.steps[0].key)
    assert pretend.went == "customers"


def test_labels_are_for_those_who_are_ticked(pretend):
    pretend.presenter.toggle(1)
    pretend.presenter.labels()
    assert pretend.labels_for == (1, 3)


def test_the_day_is_asked_for_at_each_visit(pretend, bakery):
    assert bakery.today() == SUNDAY
    bakery.time.passes(days=4)
    pretend.presenter.refresh()
    assert pretend.reasons["Tereza Horáková"] == "Today, turns 40"
    assert pretend.reasons["Olga Benešová"] == "Tomorrow"
