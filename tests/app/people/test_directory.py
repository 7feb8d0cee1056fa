import pytest

from app.people import directory
from app.people.directory import SORTABLE, Shown, count, ids, rows
from app.people.rankings import FACTS


@pytest.fixture
def town(shop):
    shop.customer("Tereza", "Horáková", birthday="1986-11-26", city="Brno", tags=("VIP",))
    shop.customer("Olga", "Benešová", birthday="--03-05", phones=("+420603118274",))
    shop.customer("Vít", "Čermák", birthday="1995-11-22", member_since="2020-01-01")
    shop.customer("Radek", "Chalupa", emails=("radek@seznam.cz",))
    return shop


def test_people_stand_in_the_order_of_the_shops_alphabet(town):
    assert town.names(ids(town.book, Shown())) == [
        "Olga Benešová",
        "Vít Čermák",
        "Tereza Horáková",
        "Radek Chalupa",
    ]


def test_the_order_can_be_turned_round(town):
    there = ids(town.book, Shown())
    assert ids(town.book, Shown(), descending=True) == there[::-1]


@pytest.mark.parametrize("order", sorted(SORTABLE))
def test_every_order_shows_everybody(town, order):
    for descending in (False, True):
        assert len(ids(town.book, Shown(), order=order, descending=descending)) == 4


def test_birthdays_are_sorted_from_today_on(town):
    shown = Shown(year_from="11-23")
    names = town.names(ids(town.book, shown, order="birthday"))
    assert names == ["Tereza Horáková", "Olga Benešová", "Vít Čermák", "Radek Chalupa"]


def test_those_without_the_value_come_last_either_way(town):
    for descending in (False, True):
        there = ids(town.book, Shown(), order="phone", descending=descending)
        assert town.names(there)[0] == "Olga Benešová"


def test_towns_are_sorted_by_the_shops_alphabet_and_namesakes_of_a_town_by_name(town):
    for name, city in (("Adam", "Ústí"), ("Eva", "Ústí"), ("Jan", "Chomutov"), ("Ivo", "Zlín")):
        town.customer(name, city=city)
    names = town.names(ids(town.book, Shown(), order="city"))
    assert names[:5] == ["Tereza Horáková", "Jan", "Adam", "Eva", "Ivo"]
    names = town.names(ids(town.book, Shown(), order="city", descending=True))
    assert names[:5] == ["Ivo", "Adam", "Eva", "Jan", "Tereza Horáková"]


def test_who_moves_stands_with_the_new_town(town):
    anna = town.customer("Anna", city="Zlín")
    town.customers.change(anna.id, city="Aš")
    assert ids(town.book, Shown(), order="city")[0] == anna.id
    town.undo.undo_last()
    assert town.names(ids(town.book, Shown(), order="city"))[:2] == ["Tereza Horáková", "Anna"]


def test_card_ten_comes_after_card_nine(town):
    for card in ("10", "9", "100"):
        town.customer("Card", card, card_number=card)
    names = town.names(ids(town.book, Shown(), order="card_number"))
    assert names[:3] == ["Card 9", "Card 10", "Card 100"]


def test_the_birthday_of_the_dead_sorts_nobody(town):
    (tereza,) = ids(town.book, Shown(born=("11-26",)))
    town.customers.change(tereza, deceased=True)
    names = town.names(ids(town.book, Shown(year_from="11-23"), order="birthday"))
    assert names == ["Olga Benešová", "Vít Čermák", "Tereza Horáková", "Radek Chalupa"]


@pytest.mark.parametrize("order", sorted(SORTABLE - {"name"}))
def test_an_order_shows_only_whom_the_filter_shows(town, order):
    (tereza,) = ids(town.book, Shown(tag="VIP"))
    assert ids(town.book, Shown(tag="VIP"), order=order) == [tereza]
    town.customers.archive([tereza])
    assert tereza not in ids(town.book, Shown(), order=order)
    assert ids(town.book, Shown(archived=True), order=order) == [tereza]
    town.customers.delete([tereza])
    assert ids(town.book, Shown(archived=True), order=order) == []


@pytest.mark.parametrize("fact", sorted(FACTS - {"card_number"}))
def test_an_order_is_read_off_its_index(town, fact):
    said: list[str] = []
    town.book.connection.set_trace_callback(said.append)
    ids(town.book, Shown(), order=fact)
    town.book.connection.set_trace_callback(None)
    for question in said:
        plan = town.book.execute(f"EXPLAIN QUERY PLAN {question}").fetchall()
        assert not any("TEMP B-TREE" in row["detail"] for row in plan), question


def test_a_filter_counts_whom_it_shows(town):
    for shown in (
        Shown(tag="VIP"),
        Shown(new_since="2026-10-01"),
        Shown(born=("11-26", "11-27")),
        Shown(archived=True),
    ):
        assert count(town.book, shown) == len(ids(town.book, shown))
    assert count(town.book, Shown(tag="VIP")) == 1
    assert count(town.book, Shown(new_since="2026-10-01")) == 3


def test_nobody_is_shown_the_birthday_of_the_dead(town):
    (tereza,) = ids(town.book, Shown(born=("11-26",)))
    town.customers.change(tereza, deceased=True)
    assert ids(town.book, Shown(born=("11-26",))) == []


def test_a_row_holds_what_a_table_shows(town):
    (tereza,) = ids(town.book, Shown(tag="VIP"))
    row = rows(town.book, [tereza])[tereza]
    assert (row.name, row.city, row.tags, str(row.birthday)) == (
        "Tereza Horáková",
        "Brno",
        ("VIP",),
        "1986-11-26",
    )


def test_a_hundred_ids_are_sorted_without_reading_their_rows(town):
    plan = town.book.execute(
        "EXPLAIN QUERY PLAN SELECT c.id FROM customers c WHERE"
        f" {directory._where(Shown())} ORDER BY c.sort_key, c.id",
        directory._values(Shown()),
    ).fetchall()
    assert not any("TEMP B-TREE" in row["detail"] for row in plan)


def test_tags_count_those_whom_they_show(town):
    anna = town.customer("Anna", tags=("VIP", "káva"))
    town.customer("Jan", tags=("VIP",))
    assert directory.tags(town.book) == {"VIP": 3, "káva": 1}
    town.customers.archive([anna.id])
    assert directory.tags(town.book) == {"VIP": 2}
