import pytest

from app.changes import Kind
from app.keeping.history import NothingToUndo
from app.people.birthday import NotABirthday
from app.people.customers import AlreadyTaken, NobodyNamed, NotAValue, UnknownCustomer
from app.people.plain import FIELDS, plain


def test_a_name_is_enough(shop):
    assert shop.customer("Tereza").name == "Tereza"


def test_a_phone_or_a_fresh_card_is_enough(shop):
    assert shop.customer(phones=("+420603118274",)).name == "+420603118274"
    assert shop.customer(card_number="4207").name == "4207"


def test_nobody_at_all_is_refused(shop):
    with pytest.raises(NobodyNamed):
        shop.customer("  ", city="Brno")
    assert shop.customers.count() == 0


def test_a_name_cannot_be_taken_away_when_it_is_all_we_know(shop):
    one = shop.customer("Tereza")
    with pytest.raises(NobodyNamed):
        shop.customers.change(one.id, first_name="")
    assert shop.customers.get(one.id).first_name == "Tereza"


def test_everything_that_was_said_is_kept(shop):
    said = {
        "title_before": "Ing.",
        "first_name": "Jan",
        "last_name": "O'Brien-Nováková",
        "title_after": "Ph.D.",
        "company": "Mlýn s.r.o.",
        "form_of_address": "f",
        "greeting": "Terezko",
        "language": "cs",
        "street": "Mlýnská 1",
        "street2": "2. patro",
        "city": "Brno",
        "region": "JMK",
        "postal_code": "602 00",
        "country": "CZ",
        "birthday": "1986-11-26",
        "member_since": "2021-03-01",
        "photo": "jan.jpg",
        "external_id": "007",
        "card_number": "04207",
    }
    lists = {
        "phones": ("+420603118274", "+420777"),
        "emails": ("a@b.cz", "c@d.cz"),
        "tags": ("koláče", "VIP"),
        "preferences": ("bez ořechů",),
        "handles": ("instagram:@jan",),
    }
    one = shop.customers.get(shop.customer(**said, **lists, do_not_post=True).id)
    assert {name: getattr(one, name) for name in said if name != "birthday"} == {
        name: value for name, value in said.items() if name != "birthday"
    }
    assert str(one.birthday) == "1986-11-26"
    assert {name: getattr(one, name) for name in lists} == lists
    assert one.do_not_post
    assert not one.deceased


def test_a_card_number_belongs_to_one_person(shop):
    shop.customer("Tereza", card_number="4207")
    with pytest.raises(AlreadyTaken) as refused:
        shop.customer("Olga", card_number="4207")
    assert refused.value.facts["owner"] == "Tereza"
    olga = shop.customer("Olga")
    with pytest.raises(AlreadyTaken):
        shop.customers.change(olga.id, card_number="4207")


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("birthday", "1986-02-30", NotABirthday),
        ("birthday", "26.11.1986", NotABirthday),
        ("form_of_address", "x", NotAValue),
        ("country", "Czechia", NotAValue),
        ("member_since", "yesterday", NotAValue),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_and_changes_nothing(shop, field, value, error):
    one = shop.customer("Tereza")
    with pytest.raises(error):
        shop.customers.change(one.id, **{field: value})
    assert shop.customers.get(one.id) == one


def test_a_deleted_customer_is_out_of_the_book_until_undo(shop):
    one = shop.customer("Tereza", card_number="4207", tags=("VIP",))
    step = shop.customers.delete([one.id])
    with pytest.raises(UnknownCustomer):
        shop.customers.get(one.id)
    assert shop.customers.count() == 0
    shop.undo.undo(step)
    assert shop.customers.get(one.id) == one


def test_somebody_who_comes_back_does_not_take_away_the_card_that_was_given_on(shop):
    tereza = shop.customer("Tereza", card_number="4207")
    step = shop.customers.delete([tereza.id])
    olga = shop.customer("Olga", card_number="4207")
    shop.undo.undo(step)
    assert shop.customers.get(tereza.id).card_number is None
    assert shop.customers.get(olga.id).card_number == "4207"


def test_one_step_tags_a_whole_selection_and_one_undo_takes_it_back(shop):
    ids = [shop.customer(name).id for name in ("Tereza", "Olga", "Marek")]
    shop.customers.tag(ids[:1], "VIP")
    step = shop.customers.tag(ids, "Christmas order")
    assert shop.customers.tags() == {"Christmas order": 3, "VIP": 1}
    shop.undo.undo(step)
    assert shop.customers.tags() == {"VIP": 1}


def test_tagging_those_who_have_the_tag_is_no_step(shop):
    one = shop.customer("Tereza", tags=("VIP",))
    assert shop.customers.tag([one.id], "VIP") is None


def test_undo_goes_there_and_back_and_there_again(shop):
    one = shop.customer("Tereza")
    shop.customers.change(one.id, first_name="Terezie", phones=("+420603118274",))
    before, after = one, shop.customers.get(one.id)
    for expected in (before, after, before):
        (shop.undo.redo_last if expected == after else shop.undo.undo_last)()
        assert shop.customers.get(one.id) == expected


def test_adding_is_undone_and_redone(shop):
    one = shop.customer("Tereza")
    shop.undo.undo_last()
    assert shop.customers.count() == 0
    shop.undo.redo_last()
    assert shop.customers.get(one.id) == one


def test_undo_keeps_what_somebody_wrote_since(shop):
    one = shop.customer("Tereza", city="Brno")
    shop.customers.change(one.id, city="Praha", street="Mlýnská 1")
    first = shop.history.standing(undone=False)[0]
    shop.customers.change(one.id, city="Olomouc")
    undone = shop.undo.undo(first.id)
    now = shop.customers.get(one.id)
    assert (now.city, now.street, undone.kept) == ("Olomouc", None, 1)


def test_a_step_is_taken_back_only_once(shop):
    one = shop.customer("Tereza")
    step = shop.customers.archive([one.id])
    shop.undo.undo(step)
    with pytest.raises(NothingToUndo):
        shop.undo.undo(step)


def test_nothing_done_is_nothing_to_undo(shop):
    with pytest.raises(NothingToUndo):
        shop.undo.undo_last()
    with pytest.raises(NothingToUndo):
        shop.undo.redo_last()


def test_history_tells_who_did_what_and_what_stood_there(shop):
    one = shop.customer("Tereza")
    shop.time.passes(days=1)
    shop.customers.change(one.id, city="Brno")
    (step, change), _added = shop.history.of("customer", one.id)
    assert (step.verb, step.by, step.at) == ("change", "Jana", shop.time.at)
    assert (change.before, change.after) == ({"city": None}, {"city": "Brno"})


def test_a_consent_is_a_record_and_the_last_word_counts(shop):
    one = shop.customer("Tereza")
    assert one.consent("post") is None
    shop.customers.record_consent([one.id], "post", granted=True, how="paper form")
    shop.customers.record_consent([one.id], "post", granted=False, how="phone")
    said = shop.customers.get(one.id).consents
    assert [(c.granted, c.how, c.by) for c in said] == [
        (True, "paper form", "Jana"),
        (False, "phone", "Jana"),
    ]
    assert shop.customers.get(one.id).consent("post") is False


def test_undoing_a_consent_adds_a_record_and_erases_none(shop):
    one = shop.customer("Tereza")
    step = shop.customers.record_consent([one.id], "post", granted=True)
    shop.undo.undo(step)
    now = shop.customers.get(one.id)
    assert now.consent("post") is None
    assert [c.how for c in now.consents] == ["counter", "undo"]


def test_notes_stand_newest_first_with_their_author_and_can_be_struck(shop):
    one = shop.customer("Tereza")
    shop.customers.write_note(one.id, "Allergic to walnuts", pops_up=True)
    shop.time.passes(days=2)
    now = shop.customers.write_note(one.id, "Ask about her exam")
    assert [(n.text, n.by, n.pops_up) for n in now.notes] == [
        ("Ask about her exam", "Jana", False),
        ("Allergic to walnuts", "Jana", True),
    ]
    shop.customers.strike_note(one.id, now.notes[0].uid)
    assert [n.text for n in shop.customers.get(one.id).notes] == ["Allergic to walnuts"]
    shop.undo.undo_last()
    assert shop.customers.get(one.id) == now


def test_an_empty_note_is_refused(shop):
    with pytest.raises(NotAValue):
        shop.customers.write_note(shop.customer("Tereza").id, "  \n")


def test_a_household_is_everybody_who_lives_together(shop):
    anna, petr, eva = shop.customer("Anna"), shop.customer("Petr"), shop.customer("Eva")
    shop.customers.live_together([anna.id, petr.id])
    together = shop.customers.household_of(shop.customers.get(anna.id))
    assert [one.id for one in together] == [anna.id, petr.id]
    assert shop.customers.household_of(shop.customers.get(eva.id)) == []


def test_listeners_hear_what_changed_after_it_is_true(shop):
    heard = []
    shop.book.changes.subscribe(lambda kinds: heard.append((kinds, shop.customers.count())))
    shop.customer("Tereza")
    assert heard == [(frozenset({Kind.CUSTOMERS}), 1)]


def test_a_refused_verb_is_not_heard_of(shop):
    heard = []
    shop.book.changes.subscribe(heard.append)
    with pytest.raises(NobodyNamed):
        shop.customer()
    assert heard == []


def test_plain_fields_are_always_all_there(shop):
    one = plain(shop.customer(phones=("+420603118274",)))
    assert list(one) == ["id", *FIELDS]
    assert one["tags"] == []
    assert one["consent_post"] is None
    assert one["last_name"] is None


def test_one_who_moves_out_leaves_the_others_together(shop):
    anna, petr, jan = (shop.customer(name) for name in ("Anna", "Petr", "Jan"))
    shop.customers.live_together([anna.id, petr.id, jan.id])
    shop.customers.live_alone(jan.id)
    assert shop.customers.household_of(shop.customers.get(jan.id)) == []
    left = shop.customers.household_of(shop.customers.get(anna.id))
    assert [one.name for one in left] == ["Anna", "Petr"]


def test_how_she_wants_to_be_called_is_remembered_and_can_be_taken_back(shop):
    one = shop.customer("Tereza")
    shop.customers.change(one.id, greeting="  Terezko ")
    assert shop.customers.get(one.id).greeting == "Terezko"
    shop.undo.undo_last()
    assert shop.customers.get(one.id).greeting is None
    shop.undo.redo_last()
    assert shop.customers.get(one.id).greeting == "Terezko"
