"""What the pane does with one person."""

import re

import pytest

from app.loyalty.codes import grouped
from app.people.customer import PURPOSES
from app.thanks import prints
from app.thanks.greeting import greet
from tests.app.voice.answering import give
from tests.ui.customers.pretence import PretendDesk, PretendPane
from ui.customers.person import Person


@pytest.fixture
def desk(shop):
    return PretendDesk(shop)


@pytest.fixture
def view():
    return PretendPane()


@pytest.fixture
def tereza(shop):
    return shop.customer(
        "Tereza",
        "Horáková",
        form_of_address="f",
        birthday="1986-11-26",
        member_since="2021-03-01",
        phones=("+420603118274",),
        street="Mlýnská 12",
        postal_code="602 00",
        city="Brno",
        country="CZ",
    ).id


@pytest.fixture
def person(desk, view, tereza):
    made = Person(desk, view)
    made.show(tereza)
    return made


def told(view):
    return [one.words for one in view.person.history]


def test_who_she_is_stands_first(person, view):
    assert view.person.name == "Tereza Horáková"
    assert view.person.since == "Customer since March 2021"
    assert view.person.address == "Mlýnská 12, 602\u00a000 Brno"
    assert view.person.lines["phones"].shown == "603 118 274"


def test_a_near_birthday_says_by_when_her_card_must_be_printed(person, view):
    assert view.person.birthday == "Turns 40 on Thursday"
    assert view.person.birthday_detail == "Print her card by Tuesday"


def test_a_card_that_is_printed_is_not_asked_for_again(person, view, shop, tereza):
    kept = shop.today().replace(day=26)
    prints.record(shop.book, "birthday", [(tereza, kept)])
    person.refresh()
    assert view.person.birthday_detail == "The card is printed"
    assert "Birthday card printed" in told(view)


def test_who_wants_no_post_is_not_to_be_printed_for(person, view):
    person.set_flag("do_not_post", on=True)
    person.refresh()
    assert view.person.birthday_detail == "Born 26 November 1986"
    assert ("No post", "warn") in view.person.states


def test_a_far_birthday_says_the_day(person, view):
    person.edit("birthday", "8. 7. 1990")
    person.refresh()
    assert view.person.birthday == "Turns 37 on 8 July"


def test_a_birthday_without_a_year_has_no_age(person, view):
    person.edit("birthday", "26. 11.")
    person.refresh()
    assert view.person.birthday == "Birthday on Thursday"
    assert view.person.lines["birthday"].typed == "26 November"


def test_a_phone_is_kept_as_the_world_dials_it(person, shop, tereza, desk):
    assert person.edit("phones", "777 123 456, 603 118 274") == ""
    assert shop.customers.get(tereza).phones == ("+420777123456", "+420603118274")
    assert desk.told == ["change"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ask her mother", "“ask her mother”: not a phone number"),
        ("603 118 274, 72x 114", "“72x 114”: not a phone number"),
        ("6.03E+08", "“6.03E+08”: the spreadsheet has lost digits of this number"),
    ],
)
def test_what_is_no_phone_is_refused_in_the_words_of_the_import(person, shop, tereza, typed, why):
    assert person.edit("phones", typed) == why
    assert shop.customers.get(tereza).phones == ("+420603118274",)


def test_words_beside_a_phone_go_to_the_notes(person, shop, tereza):
    assert person.edit("phones", "777 123 456 maminka") == ""
    one = shop.customers.get(tereza)
    assert one.phones == ("+420777123456",)
    assert [note.text for note in one.notes] == ["Phone: maminka"]
    shop.undo.undo_last()
    one = shop.customers.get(tereza)
    assert (one.phones, one.notes) == (("+420603118274",), ())


def test_a_number_that_never_was_one_does_not_keep_another_from_being_added(person, shop, tereza):
    shop.customers.change(tereza, phones=("klapka 12",))
    assert person.edit("phones", "603 118 274, klapka 12") == ""
    assert shop.customers.get(tereza).phones == ("+420603118274", "klapka 12")


@pytest.mark.parametrize("typed", ["-", "není", "n/a"])
def test_a_sign_for_nothing_is_nothing(person, shop, tereza, typed):
    assert person.edit("phones", typed) == ""
    assert shop.customers.get(tereza).phones == ()


def test_an_e_mail_is_read_as_strictly_and_as_kindly_as_in_an_import(person, shop, tereza):
    assert person.edit("emails", "Tereza <T.Horakova@Seznam.cz>; t@post.cz") == ""
    assert shop.customers.get(tereza).emails == ("t.horakova@seznam.cz", "t@post.cz")
    assert person.edit("emails", "tereza(at)post.cz") == (
        "“tereza(at)post.cz”: not an e-mail address"
    )


def test_a_field_takes_no_more_than_an_import_would(person, shop, tereza):
    assert person.edit("city", "Brno " * 300).endswith(": longer than 1000 characters")
    assert shop.customers.get(tereza).city == "Brno"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("26.11.1986", "1986-11-26"),
        ("26. 11.", "--11-26"),
        ("26 Nov", "--11-26"),
        ("5. března 1980", "1980-03-05"),
        ("5/3/80", "1980-03-05"),
    ],
)
def test_a_birthday_is_typed_as_people_write_it(person, shop, tereza, typed, kept):
    assert person.edit("birthday", typed) == ""
    assert str(shop.customers.get(tereza).birthday) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("soon", "“soon”: not a date"),
        ("31. 2. 1980", "“31. 2. 1980”: there is no such day"),
        ("1986", "“1986”: a year alone is not a date"),
        ("1. 1. 2080", "“1. 1. 2080”: a day that is still to come"),
    ],
)
def test_a_day_that_is_not_understood_is_told_in_words(person, typed, why, desk):
    assert person.edit("birthday", typed) == why
    assert desk.told == []


@pytest.mark.parametrize("language", ["en", "cs", "sk", "da", "kk", "he"])
def test_a_birthday_can_be_saved_as_it_is_shown(shop, view, tereza, language):
    person = Person(PretendDesk(shop, language), view)
    person.show(tereza)
    for kept in ("1986-11-26", "--02-29", "2000-05-01"):
        shop.customers.change(tereza, birthday=kept)
        person.refresh()
        shop.customers.change(tereza, birthday=None)
        assert person.edit("birthday", view.person.lines["birthday"].typed) == ""
        assert str(shop.customers.get(tereza).birthday) == kept


def test_the_day_since_when_she_comes_needs_its_year(person):
    assert person.edit("member_since", "1. 3.") == "Please add the year."


def test_a_country_is_told_by_name(person, shop, tereza, view):
    assert person.edit("country", "Slovensko") == ""
    assert shop.customers.get(tereza).country == "SK"
    person.refresh()
    assert view.person.lines["country"].typed == "Slovakia"
    assert view.person.address.endswith("Slovakia")
    assert person.edit("country", "Narnia") == "“Narnia”: not a country that is known"


def test_a_post_code_is_written_as_its_country_writes_it(person, shop, tereza):
    person.edit("postal_code", "61200")
    assert shop.customers.get(tereza).postal_code == "612 00"


def test_a_card_that_belongs_to_another_is_refused_in_words(person, shop):
    shop.customer("Olga", card_number="4207")
    assert person.edit("card_number", "4207") == "4207 already belongs to Olga."


def test_a_card_is_kept_as_it_is_printed_and_no_coupon_s_code_is_one(person, shop, tereza):
    (number,) = shop.cards.number_ahead(1, shop.moment())
    for _ in range(2):
        assert person.edit("card_number", grouped(number).lower()) == ""
        assert shop.customers.get(tereza).card_number == number
    shop.gift_cards.sell(5000, shop.moment(), code="LILA")
    assert person.edit("card_number", "Lila") == "The code Lila is taken already."
    assert person.edit("card_number", "4711") == ""
    assert person.edit("card_number", "") == ""


def test_her_only_name_cannot_be_taken_away(shop, desk, view):
    person = Person(desk, view)
    person.show(shop.customer("Olga").id)
    said = person.edit("first_name", "")
    assert said == "A customer needs a name, a phone, an e-mail or a card number."


def test_saving_what_stands_there_already_is_no_step(person, desk):
    assert person.edit("city", "Brno") == ""
    assert desk.told == []


def test_a_tag_is_spelled_as_others_have_it(person, shop, tereza):
    shop.customer("Olga", tags=("Káva",))
    person.add_tag(" káva ")
    assert shop.customers.get(tereza).tags == ("Káva",)
    person.take_tag("Káva")
    assert shop.customers.get(tereza).tags == ()


def test_a_note_is_written_signed_and_struck_out(person, view, shop):
    assert person.write_note("Allergic to walnuts.", pops_up=True)
    person.refresh()
    (note,) = view.person.notes
    assert (note.text, note.signed, note.pops_up) == ("Allergic to walnuts.", "Jana, today", True)
    person.strike_note(note.uid)
    person.refresh()
    assert view.person.notes == ()
    assert told(view)[0] == "Note struck out"


def test_an_empty_note_is_not_written(person, desk):
    assert not person.write_note("  ", pops_up=False)
    assert desk.told == []


def test_what_she_agreed_to_says_when_and_how(person, view):
    person.record_consent("post", granted=True, how="paper")
    person.record_consent("email", granted=False)
    person.refresh()
    said = {one.purpose: (one.answer, one.detail) for one in view.person.consents}
    assert said == {
        "post": ("Yes", "Today, on paper"),
        "email": ("No", "Today, at the counter"),
        "phone": ("Never asked", ""),
        "photo": ("Never asked", ""),
        "repost": ("Never asked", ""),
    }
    assert view.person.consents[0].whole == (
        "Yes, Today, on paper, Jana, “May we write to you by post?”"
    )


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_record_of_consent_says_what_was_asked_when_how_and_by_whom(
    person, shop, tereza, purpose
):
    person.record_consent(purpose, granted=True, how="phone")
    (said,) = shop.customers.get(tereza).consents
    assert (said.purpose, said.granted, said.how, said.by) == (purpose, True, "phone", "Jana")
    assert said.at == shop.time.at
    assert said.wording.endswith("?")
    person.record_consent(purpose, granted=None)
    assert shop.customers.get(tereza).consents[-1].wording == ""
    assert shop.customers.get(tereza).consent(purpose) is None


def test_those_who_live_together_are_named(person, view, shop, tereza):
    petr, anna = shop.customer("Petr", "Horák").id, shop.customer("Anna", "Horáková").id
    shop.customers.live_together([petr, anna])
    assert [name for _, name in person.companions("petr")] == ["Petr Horák"]
    person.live_with(petr)
    person.refresh()
    assert view.person.with_her == ((petr, "Petr Horák"), (anna, "Anna Horáková"))
    person.live_alone()
    person.refresh()
    assert view.person.with_her == ()


def test_the_history_is_told_in_plain_words(person, view):
    person.edit("city", "Praha")
    person.add_tag("VIP")
    person.record_consent("post", granted=True)
    person.refresh()
    assert told(view) == [
        "Asked about: Post",
        "Tag “VIP” added",
        "Changed: City",
        "Added to the book",
    ]


def test_what_was_taken_back_is_told_too(person, view, shop):
    person.edit("city", "Praha")
    shop.undo.undo_last()
    person.refresh()
    assert told(view)[0] == "Taken back: City"


def test_every_verb_of_the_history_has_its_words():
    from reports.printing_sentences import PRINTING_STEPS
    from reports.sentences import steps
    from ui.customers.happened import _WORDS

    of_the_shop = {"setup", "settings", "signature", "own hands"}
    of_the_shop |= {"change programme", "draft programme", "drop programme draft"}
    of_the_shop |= {"import sales", "print"}
    of_the_shop |= {"tie offer", "replace offer", "untie offer", "pin"}
    of_the_shop |= {"answer", "import answers", "remove answer", "tag answer", "untag answer"}
    of_the_shop |= {"save survey", "remove survey", "improve", "remove improvement"}
    of_the_shop |= {"assign case", "plan case", "note case", *PRINTING_STEPS}
    of_things = {verb for verb in steps() if re.search("coupon|gift card|stamp", verb)}
    assert steps().keys() - of_the_shop - of_things <= _WORDS.keys()


def test_filled_fields_that_stand_nowhere_else_are_details(person, view):
    assert view.person.details == ("form_of_address",)
    person.edit("company", "Mlýn s.r.o.")
    person.refresh()
    assert view.person.details == ("form_of_address", "company")
    assert "s.r.o." not in view.person.address


def test_nobody_is_shown_once_she_is_deleted(person, view):
    person.delete()
    person.refresh()
    assert view.person is None


def test_a_name_that_is_a_phone_keeps_its_order_in_hebrew(shop, view):
    person = Person(PretendDesk(shop, "he"), view)
    person.show(shop.customer(phones=("+972523118274",)).id)
    assert view.person.name.startswith("\u2066")


def test_how_she_wants_to_be_greeted_goes_before_grammar_and_can_be_undone(
    person, view, shop, tereza
):
    one = shop.customers.get(tereza)
    before = greet(one, "cs").salutation
    assert person.edit("greeting", "Ahoj Terezko,") == ""
    person.refresh()
    assert greet(shop.customers.get(tereza), "cs").salutation == "Ahoj Terezko,"
    assert view.person.lines["greeting"].shown == "Ahoj Terezko,"
    shop.undo.undo_last()
    assert greet(shop.customers.get(tereza), "cs").salutation == before


def test_what_she_said_and_what_was_done_about_it_is_part_of_her_history(
    person, view, shop, tereza
):
    give(shop, csat=2, comment="Cold coffee", customer=tereza, days_ago=1)
    (case,) = shop.voice.cases.to_do(shop.today())
    shop.time.passes(hours=1)
    shop.voice.cases.answer(case.id, shop.moment(), "Called")
    shop.time.passes(hours=1)
    shop.voice.cases.close(case.id, "All is well", shop.moment())
    person.show(tereza)
    assert told(view)[:2] == ["Complaint settled", "Complaint answered"]
    assert view.person.history[0].detail == "All is well"
    assert "Feedback: 2 of 5 – “Cold coffee”" in told(view)
    assert view.person.history[0].case == case.id
