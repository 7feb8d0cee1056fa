"""Steps are taken back whole, in the right order, many things at once or one thing many times."""

import time

from app.keeping.history import FEW, Change
from app.people import search
from app.people.plain import plain


def everything(shop):
    return [plain(one) for one in shop.customers.everybody()]


def test_a_selection_larger_than_a_batch_goes_there_and_back_twice(shop):
    ids = [shop.customer(f"Jan{n}", phones=(f"+420603{n:06}",)).id for n in range(620)]
    shop.customers.tag(ids, "stálá")
    shop.customers.delete(ids[:600])
    for _ in range(2):
        assert shop.undo.undo_last().kept == 0
        assert len(search.find(shop.book, "jan", limit=999)) == 620
        shop.undo.redo_last()
        assert len(search.find(shop.book, "jan", limit=999)) == 20
    shop.undo.undo_last()
    shop.undo.undo_last()
    assert search.find(shop.book, "stala") == []
    assert search.out_of_step(shop.book) == 0


def test_two_who_changed_cards_get_them_back(shop):
    one, other = shop.customer("Eva", card_number="1"), shop.customer("Jan", card_number="2")
    before = everything(shop)
    shop.customers.change(one.id, card_number=None)
    shop.customers.change(other.id, card_number="1")
    shop.customers.change(one.id, card_number="2")
    for _ in range(3):
        shop.undo.undo_last()
    assert everything(shop) == before


def test_what_came_back_without_its_card_is_not_counted_as_kept(shop):
    one = shop.customer("Eva", card_number="1")
    shop.customers.delete([one.id])
    deleted = shop.history.standing(undone=False)[0]
    shop.customer("Jan", card_number="1")
    assert shop.undo.undo(deleted.id).kept == 0
    assert shop.customers.get(one.id).card_number is None


def test_settings_are_taken_back_unless_changed_since(shop):
    shop.settings.change(name="Nová", leap_day="03-01")
    step = shop.history.standing(undone=False)[0]
    shop.settings.change(name="Ještě novější")
    assert shop.undo.undo(step.id).kept == 1
    now = shop.settings.read()
    assert (now.name, now.leap_day) == ("Ještě novější", "02-28")


def test_a_long_step_is_taken_back_at_the_pace_of_writing_it(shop):
    """Not a race against the clock: against the same people written one by one."""
    start = time.process_time()
    ids = [shop.customer(f"Jan{n}", city="Brno").id for n in range(400)]
    one_by_one = time.process_time() - start
    shop.customers.archive(ids)
    start = time.process_time()
    shop.undo.undo_last()
    assert time.process_time() - start < one_by_one


def test_a_step_of_many_entries_tells_them_all_the_last_one_first(shop):
    """The first few stand with the step, the others and what else it changed in the history."""
    told = []
    with shop.book.taken_back():
        step = shop.history.begin("sale", n=1)
        for n in range(FEW + 3):
            shop.history.tell_of_entry(step, "points", n)
            told.append(("points", n))
            if n == 2:
                change = Change(kind="coupon", subject=7, before={"uses": 0}, after={"uses": 1})
                shop.history.tell(step, [change])
                told.append(("coupon", 7))
        other = shop.history.begin("sale", n=1)
        shop.history.tell_of_entry(other, "sale", 9)
        shop.history.tell_of_entry(step, "sale", 99)  # after another step was told of
        told.append(("sale", 99))
        changes = shop.history.changes_of(step)
        assert [(one.kind, one.subject) for one in changes] == told[::-1]
        assert shop.history.size(step) == len(told)
        assert {one.after.get("stands") for one in changes if one.kind != "coupon"} == {True}
        assert [one.subject for one in shop.history.changes_of(other)] == [9]


def test_all_that_is_done_at_once_is_of_one_moment(shop):
    with shop.book.atomic():
        first = shop.book.stamp()
        shop.time.passes(minutes=5)
        assert shop.book.stamp() == first
    assert shop.book.stamp() > first
