"""Cards that were put aside wait, are printed once, and everything about them can be taken back."""

import pytest

from app.thanks.filed import Filed, filed
from app.thanks.prints import printed_for
from app.thanks.waiting import NotWaiting
from app.thanks.written import Made
from tests.shop import SUNDAY

MADE = Made(hand="Kalam", ink="brown", amount="0.8", paper="A6", seed=42)


@pytest.fixture
def two(shop):
    return [shop.customer("Tereza", "Horáková"), shop.customer("Olga", "Benešová")]


def put_aside(shop, people):
    letters = shop.letters.compose(people, "thank_you", SUNDAY)
    return shop.waiting.put_aside([(letter, MADE) for letter in letters])


def ids(shop):
    return [one.id for one in shop.waiting.all()]


def test_a_card_put_aside_keeps_its_words_and_its_pen(shop, two):
    put_aside(shop, two)
    first, second = shop.waiting.all()
    assert (first.customer, second.customer) == (two[0].id, two[1].id)
    assert first.text == shop.letters.compose(two[:1], "thank_you", SUNDAY)[0].text
    assert first.made == MADE
    assert shop.waiting.count() == 2


def test_what_was_printed_waits_no_longer_and_stands_written_word_for_word(shop, two):
    put_aside(shop, two)
    waiting = shop.waiting.all()
    shop.waiting.print_out([waiting[0].id], [Filed(file="printed/a.pdf", page=0, place=1)])
    assert ids(shop) == [waiting[1].id]
    (written,) = shop.letters.all_to(two[0].id)
    assert (written.text, written.made) == (waiting[0].text, MADE)
    assert filed(shop.book, written.id) == Filed(file="printed/a.pdf", page=0, place=1)
    assert printed_for(shop.book, two[1].id) == []


def test_no_card_is_printed_twice_by_two_windows(shop, two):
    put_aside(shop, two)
    waiting = ids(shop)
    shop.waiting.print_out(waiting)
    with pytest.raises(NotWaiting):
        shop.waiting.print_out(waiting)
    assert len(shop.letters.all_to(two[0].id)) == 1


def test_printing_what_waited_can_be_undone_and_done_again(shop, two):
    put_aside(shop, two)
    step = shop.waiting.print_out(ids(shop))
    undone = shop.undo.undo(step)
    assert len(ids(shop)) == 2
    assert shop.letters.all_to(two[0].id) == []
    again = shop.undo.undo(undone.step)
    assert ids(shop) == []
    assert len(shop.letters.all_to(two[0].id)) == 1
    shop.undo.undo(again.step)
    assert len(ids(shop)) == 2


def test_putting_aside_and_taking_out_can_be_undone(shop, two):
    step = put_aside(shop, two)
    shop.undo.undo(step)
    assert ids(shop) == []
    put_aside(shop, two)
    out = shop.waiting.take_out(ids(shop)[:1])
    assert len(ids(shop)) == 1
    shop.undo.undo(out)
    assert len(ids(shop)) == 2


def test_nobody_put_aside_is_no_step(shop, two):
    assert shop.waiting.put_aside([]) is None
    assert shop.waiting.take_out([1, 2]) is None
    assert shop.waiting.print_out([]) is None


def test_a_card_that_did_not_come_out_is_as_if_never_printed(shop, two):
    letters = shop.letters.compose(two, "birthday", SUNDAY)
    step = shop.letters.keep([(letter, MADE) for letter in letters])
    later = shop.letters.withdraw(step, [two[0].id])
    assert shop.letters.all_to(two[0].id) == []
    assert len(shop.letters.all_to(two[1].id)) == 1
    assert shop.letters.withdraw(step, [two[0].id]) is None
    shop.undo.undo(later)
    assert len(shop.letters.all_to(two[0].id)) == 1
