import pytest

from app.loyalty import rhythm
from app.people.customers import UnknownCustomer
from app.people.merging import SamePerson
from app.people.search import find
from tests.till import days_ago, sold


def as_it_stands(shop):
    """All that is known of everybody, but the ledger of consents, which only grows."""
    people = shop.book.execute("SELECT * FROM customers ORDER BY id").fetchall()
    lists = shop.book.execute("SELECT * FROM particulars ORDER BY 1, 2, 3").fetchall()
    notes = shop.book.execute("SELECT * FROM notes ORDER BY uid").fetchall()
    rhythms = shop.book.execute("SELECT * FROM rhythms ORDER BY 1").fetchall()
    return [[tuple(row) for row in rows] for rows in (people, lists, notes, rhythms)]


@pytest.fixture
def anna(shop):
    return shop.customer("Anna", "Malá", card_number="100", phones=("+420603118274",)).id


@pytest.fixture
def double(shop):
    return shop.customer(
        "A.", "Mala",
        card_number="200", phones=("+420603118275",), emails=("a@b.cz",), birthday="1986-11-26",
        street="Mlýnská 1", city="Brno", tags=("VIP",), member_since="2020-01-01",
    ).id  # fmt: skip


def test_who_stays_takes_over_what_only_the_other_had(shop, anna, double):
    one = shop.customers.merge(anna, double)
    assert (one.name, one.card_number, one.city, str(one.birthday)) == (
        "Anna Malá",
        "100",
        "Brno",
        "1986-11-26",
    )
    assert one.phones == ("+420603118274", "+420603118275")
    assert (one.emails, one.tags, one.member_since) == (("a@b.cz",), ("VIP",), "2020-01-01")


def test_the_other_leaves_the_book(shop, anna, double):
    shop.customers.merge(anna, double)
    assert shop.customers.count() == 1
    with pytest.raises(UnknownCustomer):
        shop.customers.get(double)


def test_she_is_found_by_both_cards(shop, anna, double):
    shop.customers.merge(anna, double)
    assert find(shop.book, "100") == find(shop.book, "200") == [anna]


def test_the_others_card_becomes_hers_when_she_had_none(shop, double):
    anna = shop.customer("Anna").id
    assert shop.customers.merge(anna, double).card_number == "200"
    shop.undo.undo_last()
    assert shop.customers.get(anna).card_number is None
    assert shop.customers.get(double).card_number == "200"


def test_half_an_address_is_not_mixed_with_half_of_another(shop, double):
    anna = shop.customer("Anna", city="Praha").id
    one = shop.customers.merge(anna, double)
    assert (one.city, one.street) == ("Praha", None)


def test_a_no_that_was_said_last_stays_a_no(shop, anna, double):
    shop.customers.record_consent([anna], "post", granted=True)
    shop.time.passes(minutes=1)
    shop.customers.record_consent([double], "post", granted=False)
    assert shop.customers.merge(anna, double).consent("post") is False


def test_notes_of_both_are_kept(shop, anna, double):
    shop.customers.write_note(anna, "Likes rye")
    shop.customers.write_note(double, "Allergic to nuts", pops_up=True)
    notes = {note.text: note.pops_up for note in shop.customers.merge(anna, double).notes}
    assert notes["Likes rye"] is False
    assert notes["Allergic to nuts"] is True


def test_their_visits_count_together(shop, anna, double):
    for who, ago in ((anna, 30), (double, 20), (double, 10)):
        sold(shop.book, who, days_ago(ago))
    rhythm.rebuild(shop.book)
    shop.customers.merge(anna, double)
    assert rhythm.of(shop.book, [anna, double])[anna].visits == 3
    shop.undo.undo_last()
    assert {who: one.visits for who, one in rhythm.of(shop.book, [anna, double]).items()} == {
        anna: 1,
        double: 2,
    }


def test_who_was_merged_into_one_who_is_merged_stands_behind_the_last(shop, anna, double):
    third = shop.customer("Third").id
    shop.customers.merge(double, third)
    shop.customers.merge(anna, double)
    assert shop.book.column("SELECT merged_into FROM customers ORDER BY id") == [None, anna, anna]
    shop.undo.undo_last()
    assert shop.book.column("SELECT merged_into FROM customers ORDER BY id") == [None, None, double]


def test_undo_and_redo_put_everything_back_exactly_twice_round(shop, anna, double):
    shop.customers.write_note(double, "Allergic to nuts")
    sold(shop.book, double)
    rhythm.rebuild(shop.book)
    apart = as_it_stands(shop)
    shop.customers.merge(anna, double)
    together = as_it_stands(shop)
    for _ in range(2):
        shop.undo.undo_last()
        assert as_it_stands(shop) == apart
        shop.undo.redo_last()
        assert as_it_stands(shop) == together


def test_nobody_is_merged_with_herself_or_with_somebody_unknown(shop, anna):
    with pytest.raises(SamePerson):
        shop.customers.merge(anna, anna)
    with pytest.raises(UnknownCustomer):
        shop.customers.merge(anna, 99)


def test_two_are_never_merged_into_each_other_by_doing_old_things_again(shop, anna, double):
    shop.customers.merge(anna, double)
    shop.undo.undo_last()
    undone = shop.history.standing(undone=True)[0].id
    shop.customers.merge(double, anna)
    shop.undo.undo(undone)
    assert shop.book.column("SELECT merged_into FROM customers ORDER BY id") == [double, None]
    assert shop.book.column("SELECT removed FROM customers ORDER BY id") == [True, False]


def test_who_was_merged_on_does_not_come_back_beside_whom_she_became(shop, anna, double):
    third = shop.customer("Third").id
    shop.customers.merge(double, third)
    first = shop.history.standing(undone=False)[0].id
    shop.customers.merge(anna, double)
    shop.undo.undo(first)
    assert shop.book.column("SELECT merged_into FROM customers ORDER BY id") == [None, anna, anna]
    assert shop.book.column("SELECT removed FROM customers ORDER BY id") == [False, True, True]


def test_nobody_is_merged_away_from_under_those_who_became_her(shop, anna, double):
    shop.customers.merge(anna, double)
    shop.undo.undo_last()
    undone = shop.history.standing(undone=True)[0].id
    third = shop.customer("Third").id
    shop.customers.merge(double, third)
    shop.undo.undo(undone)
    assert shop.book.column("SELECT merged_into FROM customers ORDER BY id") == [None, None, double]
