"""Customers' cards: numbered ahead, given to people, replaced when lost, and never two with one number."""

from multiprocessing import get_context

import pytest

from app.loyalty import codes
from app.loyalty.cards import BlankCard, NoCard
from app.loyalty.codes import UnknownCode, is_whole
from app.loyalty.coupons import ReasonNeeded
from app.loyalty.scanned import read_scan
from app.people.customers import AlreadyTaken, DeadCard, UnknownCustomer
from reports.sentences import sentence, step
from resources.words import words_in
from tests.shop import open_scenario


def card_of(shop, customer):
    return shop.customers.get(customer).card_number


def test_blank_cards_are_numbered_ahead_and_each_number_is_new(shop):
    first = shop.cards.number_ahead(30, shop.moment())
    second = shop.cards.number_ahead(30, shop.moment())
    assert len({*first, *second}) == 60
    assert all(map(is_whole, first))


def test_a_blank_card_becomes_hers_when_it_is_first_handed_out(shop):
    (number,) = shop.cards.number_ahead(1, shop.moment())
    with pytest.raises(BlankCard) as refusal:
        shop.cards.find(number)
    assert codes.grouped(number) in sentence(refusal.value, words_in("en"))
    anna = shop.customers.add(shop.today(), card_number=number).id
    assert shop.cards.find(codes.grouped(number).lower()) == anna


def test_everybody_on_a_list_is_given_a_card_in_one_step_and_keeps_the_one_she_has(shop):
    anna, bella = shop.customer("Anna").id, shop.customer("Bella", card_number="4711").id
    given = shop.cards.give([bella, anna], shop.moment())
    assert given == ["4711", card_of(shop, anna)]
    assert shop.cards.find(given[1]) == anna
    assert shop.cards.find(" 4711 ") == bella
    undone = shop.undo.undo_last()
    assert "Anna" in step(undone.verb, undone.facts, words_in("en"))
    assert card_of(shop, anna) is None
    shop.undo.redo_last()
    assert card_of(shop, anna) == given[1]


def test_asking_twice_gives_nobody_a_second_card(shop):
    anna = shop.customer("Anna").id
    assert shop.cards.give([anna], shop.moment()) == shop.cards.give([anna], shop.moment())


def test_a_lost_card_is_dead_and_a_scan_of_it_says_so(shop):
    anna = shop.customer("Anna").id
    (old,) = shop.cards.give([anna], shop.moment())
    done = shop.cards.replace(anna, "left on a bus", shop.moment())
    assert (done.old, done.new) == (old, card_of(shop, anna))
    assert shop.cards.find(done.new) == anna
    for typed in (old, codes.grouped(old).lower()):
        with pytest.raises(DeadCard) as refusal:
            shop.cards.find(typed)
    assert "22 November 2026" in sentence(refusal.value, words_in("en"))


def test_a_dead_number_is_never_given_again_not_even_by_hand(shop):
    anna, bella = shop.customer("Anna", card_number="4711").id, shop.customer("Bella").id
    shop.cards.replace(anna, "lost", shop.moment())
    for who in (anna, bella):
        with pytest.raises(DeadCard):
            shop.customers.change(who, card_number="4711")
    with pytest.raises(DeadCard):
        shop.customers.add(shop.today(), first_name="Cyril", card_number="4711")


def test_replacing_is_one_step_that_is_taken_back_and_done_again_and_taken_back(shop):
    anna = shop.customer("Anna", card_number="4711").id
    new = shop.cards.replace(anna, "lost", shop.moment()).new
    for _ in range(2):
        shop.undo.undo_last()
        assert shop.cards.find("4711") == anna
        with pytest.raises(BlankCard):
            shop.cards.find(new)
        shop.customers.change(anna, city="Brno")
        shop.undo.undo_last()
        shop.undo.redo_last()
        shop.undo.undo_last()
        shop.undo.undo(shop.history.standing(undone=True)[1].id)
        assert shop.cards.find(new) == anna
        with pytest.raises(DeadCard):
            shop.cards.find("4711")


def test_a_card_is_lost_twice(shop):
    anna = shop.customer("Anna", card_number="4711").id
    numbers = [shop.cards.replace(anna, "lost", shop.moment()).old for _ in range(3)]
    assert len(set(numbers)) == 3
    for number in numbers:
        with pytest.raises(DeadCard):
            shop.cards.find(number)


def test_what_cannot_be_replaced_says_why_and_changes_nothing(shop):
    anna, bella = shop.customer("Anna").id, shop.customer("Bella", card_number="4711").id
    with pytest.raises(NoCard):
        shop.cards.replace(anna, "lost", shop.moment())
    with pytest.raises(ReasonNeeded):
        shop.cards.replace(bella, " ", shop.moment())
    with pytest.raises(UnknownCustomer):
        shop.cards.replace(99, "lost", shop.moment())
    with pytest.raises(UnknownCode):
        shop.cards.find("4712")
    assert card_of(shop, bella) == "4711"


def test_a_number_somebody_has_is_not_given_to_another(shop):
    anna = shop.customer("Anna").id
    (number,) = shop.cards.give([anna], shop.moment())
    with pytest.raises(AlreadyTaken):
        shop.customer("Bella", card_number=number)


def _give_all(folder, results):
    shop = open_scenario(folder)
    results.put(shop.cards.give(list(range(1, 41)), shop.moment()))
    shop.close()


def test_two_tills_that_give_cards_at_once_give_everybody_one(tmp_path):
    shop = open_scenario(tmp_path / "shop")
    people = [shop.customer(f"Anna {n}").id for n in range(40)]
    context = get_context("spawn")
    results = context.Queue()
    tills = [context.Process(target=_give_all, args=(tmp_path / "shop", results)) for _ in range(2)]
    for one in tills:
        one.start()
    given = [results.get(timeout=60) for _ in tills]
    for one in tills:
        one.join()
    assert given[0] == given[1] == [card_of(shop, who) for who in people]
    assert len(set(given[0])) == 40
    shop.close()


def test_a_lost_card_is_replaced_by_the_one_in_ones_hand(shop):
    anna = shop.customer("Anna", card_number="4711").id
    (blank,) = shop.cards.number_ahead(1, shop.moment())
    assert shop.cards.replace(anna, "lost", shop.moment(), number=codes.grouped(blank)).new == blank
    assert shop.cards.replace(anna, "lost", shop.moment(), number=" 0815 ").new == "0815"
    assert card_of(shop, anna) == "0815"


def test_only_a_free_card_takes_the_place_of_a_lost_one(shop):
    anna = shop.customer("Anna", card_number="4711").id
    shop.customer("Bella", card_number="4712")
    gift = shop.gift_cards.sell(100, shop.moment()).code
    for number, refusal in (("4712", AlreadyTaken), (gift, codes.CodeTaken)):
        with pytest.raises(refusal):
            shop.cards.replace(anna, "lost", shop.moment(), number=number)
    shop.cards.replace(anna, "lost", shop.moment(), number="4713")
    with pytest.raises(DeadCard):
        shop.cards.replace(anna, "lost", shop.moment(), number="4711")
    assert card_of(shop, anna) == "4713"


def test_a_scan_tells_a_living_card_from_a_dead_and_a_blank_one(shop):
    anna = shop.customer("Anna", card_number="4711").id
    (blank,) = shop.cards.number_ahead(1, shop.moment())
    assert read_scan(shop.book, "4711").what == "customer"
    shop.cards.replace(anna, "lost", shop.moment())
    dead = read_scan(shop.book, "4711")
    assert (dead.what, dead.subject, dead.day) == ("dead card", anna, shop.today())
    assert read_scan(shop.book, codes.grouped(blank)).what == "blank card"
    assert read_scan(shop.book, codes.grouped(card_of(shop, anna)).lower()).subject == anna
