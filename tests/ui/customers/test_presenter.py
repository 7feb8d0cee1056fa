"""What the list of customers does."""

import pytest

from tests.ui.customers.pretence import PretendDesk, PretendList
from ui.customers.presenter import CustomerList


@pytest.fixture
def desk(shop):
    return PretendDesk(shop)


@pytest.fixture
def view():
    return PretendList()


@pytest.fixture
def people(desk, view, shop):
    """Three people: one with a birthday near, one new, one of long standing."""
    shop.customer("Tereza", "Horáková", birthday="1986-11-26", member_since="2021-03-01")
    shop.customer("Lucie", "Dvořáková", tags=("VIP", "káva"))
    shop.customer("Vít", "Kučera", member_since="2020-01-01", tags=("káva",))
    made = CustomerList(desk, view)
    made.refresh()
    return made


def test_a_book_without_anybody_is_told_as_empty(desk, view):
    CustomerList(desk, view).refresh()
    assert view.is_empty


def test_everybody_is_counted_and_shown_by_name(people, view, shop):
    assert view.count == "3 people"
    assert shop.names(view.ids) == ["Lucie Dvořáková", "Tereza Horáková", "Vít Kučera"]


def test_the_first_one_stands_beside_the_list(people, view):
    assert view.person == view.ids[0]


def test_every_filter_says_how_many_it_shows(people, view):
    assert view.filters == {
        "all": 3,
        "new": 1,
        "birthdays": 1,
        "archived": 0,
        "tag:káva": 2,
        "tag:VIP": 1,
    }


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("new", ["Lucie Dvořáková"]),
        ("birthdays", ["Tereza Horáková"]),
        ("tag:káva", ["Lucie Dvořáková", "Vít Kučera"]),
    ],
)
def test_a_filter_shows_whom_it_counts(people, view, shop, key, names):
    people.choose(key)
    assert shop.names(view.ids) == names
    assert view.chosen == key
    assert view.filters[key] == len(names)


def test_a_filter_without_anybody_says_so(people, view):
    people.choose("archived")
    assert view.nobody == "Nobody is in the archive"
    assert view.person is None


def test_a_birthday_on_the_leap_day_is_near_on_the_day_it_is_kept(people, view, shop):
    shop.customer("Olga", birthday="1996-02-29", member_since="2020-01-01")
    shop.time.passes(days=90)
    people.refresh()
    people.choose("birthdays")
    assert shop.names(view.ids) == ["Olga"]


def test_sorting_is_told_and_can_be_turned(people, view, shop):
    people.sort("birthday", descending=False)
    assert view.sorting == ("birthday", False)
    assert shop.names(view.ids)[0] == "Tereza Horáková"


def test_birthdays_come_by_their_day_and_newcomers_with_the_last_one_first(people, view, shop):
    shop.customer("Adam", birthday="1990-11-30", member_since="2026-11-01")
    people.choose("birthdays")
    assert view.sorting == ("birthday", False)
    assert shop.names(view.ids) == ["Tereza Horáková", "Adam"]
    people.choose("new")
    assert view.sorting == ("member_since", True)
    assert shop.names(view.ids) == ["Lucie Dvořáková", "Adam"]
    people.choose("all")
    assert view.sorting == ("name", False)


def test_an_order_that_was_asked_for_stays_whatever_the_filter(people, view):
    people.sort("city", descending=True)
    for key in ("birthdays", "new", "all"):
        people.choose(key)
        assert view.sorting == ("city", True)


def test_a_change_shows_at_once_and_moves_nothing_else(people, view, shop):
    tereza = view.ids[1]
    people.select([tereza])
    shop.customers.change(tereza, city="Brno")
    people.refresh()
    assert view.shown_again == 1
    assert view.person == tereza


def test_when_somebody_goes_the_next_one_takes_her_place(people, view, shop):
    lucie, tereza, vit = view.ids
    people.select([tereza])
    people.delete()
    people.refresh()
    assert view.ids == [lucie, vit]
    assert view.person == vit


def test_who_is_no_longer_to_be_seen_is_no_longer_selected(people, view, shop):
    lucie, tereza, vit = view.ids
    people.select(view.ids)
    shop.customers.archive([tereza])
    people.refresh()
    assert (view.selected, view.several) == ([lucie, vit], "2 selected")
    people.tag("fair")
    assert shop.customers.get(tereza).tags == ()
    people.choose("tag:VIP")
    assert (view.selected, view.several) == ([lucie], "")
    people.delete()
    assert [one.id for one in shop.customers.everybody()] == [tereza, vit]


def test_of_several_who_stay_selected_one_goes_on_standing_beside_the_list(people, view, shop):
    lucie, tereza, vit = view.ids
    people.select(view.ids)
    assert view.person == lucie
    shop.customers.delete([lucie])
    people.refresh()
    assert (view.person, view.selected) == (tereza, [tereza, vit])


def test_a_large_book_is_read_on_the_side_and_the_newest_reading_wins(
    people, view, desk, shop, monkeypatch
):
    monkeypatch.setattr("ui.customers.presenter.LARGE", 2)
    waiting = []
    desk.look_up = lambda read, show: waiting.append(lambda: show(read(shop)))
    people.sort("birthday", descending=False)
    people.choose("tag:káva")
    assert (len(view.ids), view.sorting, view.chosen) == (3, ("birthday", False), "tag:káva")
    newest, oldest = waiting.pop(), waiting.pop()
    newest()
    assert shop.names(view.ids) == ["Lucie Dvořáková", "Vít Kučera"]
    oldest()
    assert shop.names(view.ids) == ["Lucie Dvořáková", "Vít Kučera"]


def test_somebody_new_in_a_large_book_is_shown_before_the_list_is_read(
    people, view, desk, shop, monkeypatch
):
    monkeypatch.setattr("ui.customers.presenter.LARGE", 2)
    waiting = []
    desk.look_up = lambda read, show: waiting.append(lambda: show(read(shop)))
    anna = shop.customer("Anna").id
    people.bring(anna)
    assert view.person == anna
    waiting.pop()()
    assert (view.person, view.selected) == (anna, [anna])
    assert anna in view.ids


def test_people_are_gathered_from_under_every_filter(people, view, shop):
    lucie, tereza, vit = view.ids
    people.choose("new")
    people.gather([tereza, vit])
    assert (view.chosen, view.selected, view.several) == ("all", [tereza, vit], "2 selected")
    people.gather([lucie])
    assert (view.selected, view.several, view.person) == ([lucie], "", lucie)


def test_a_deed_on_several_is_one_step(people, view, desk, shop):
    people.select(view.ids)
    assert view.several == "3 selected"
    people.tag("Christmas order")
    assert desk.told == ["tag"]
    shop.undo.undo_last()
    assert "Christmas order" not in shop.customers.tags()


def test_every_verb_reaches_everybody_selected(people, view, desk, shop):
    people.select(view.ids[:2])
    people.set_language("he")
    people.record_consent("post", granted=True)
    people.untag("VIP")
    people.archive()
    assert desk.told == ["language", "consent", "untag", "archive"]
    those = shop.customers.several(view.ids[:2])
    assert all(one.language == "he" and one.consent("post") and one.archived for one in those)


def test_a_deed_on_very_many_is_done_on_the_side_and_is_still_one_step(people, desk, shop):
    many = [shop.customer(f"Guest {number}").id for number in range(101)]
    people.select(many)
    people.tag("fair")
    assert desk.said == "Changing 101 people"
    assert desk.told == ["tag"]
    assert shop.customers.tags()["fair"] == 101
    shop.undo.undo_last()
    assert "fair" not in shop.customers.tags()


def test_a_deed_that_changes_nothing_is_not_told(people, view, desk):
    people.select(view.ids[1:2])
    people.untag("VIP")
    assert desk.told == []


def test_the_tags_of_the_selected_are_offered(people, view):
    people.select(view.ids[:2])
    assert people.tags_of_selected() == ["VIP", "káva"]


def test_who_is_asked_for_is_brought_whatever_the_filter(people, view, shop):
    people.choose("new")
    vit = shop.customer("Vít", "Archivář").id
    shop.customers.archive([vit])
    people.bring(vit)
    assert (view.chosen, view.ids) == ("archived", [vit])


def test_a_tag_that_is_gone_leaves_its_filter(people, view, shop):
    people.choose("tag:VIP")
    shop.customers.untag(view.ids, "VIP")
    people.refresh()
    assert view.chosen == "all"


def test_a_row_says_everything_in_words(people, view, shop):
    tereza = view.ids[1]
    shop.customers.change(tereza, phones=("+420603118274",), city="Brno", tags=("a", "b"))
    row = people.fetch([tereza])[tereza]
    assert (row.name, row.phone, row.city, row.tags) == (
        "Tereza Horáková",
        "603 118 274",
        "Brno",
        "a, b",
    )
    assert (row.birthday, row.birthday_aloud, row.birthday_near) == (
        "Thursday",
        "on Thursday",
        True,
    )
    assert row.since == "Mar 2021"
    assert row.state is None


@pytest.mark.parametrize(
    ("birthday", "said"), [("1990-11-22", "Today"), ("--07-08", "8 Jul"), ("1990-11-29", "29 Nov")]
)
def test_a_far_birthday_is_a_date_and_todays_is_today(people, shop, birthday, said):
    one = shop.customer("Petr", birthday=birthday).id
    assert people.fetch([one])[one].birthday == said


def test_a_row_shows_at_most_one_state(people, shop):
    one = shop.customer("Petr", birthday="1990-11-22").id
    assert people.fetch([one])[one].state == ("New", "good")
    shop.customers.archive([one])
    assert people.fetch([one])[one].state == ("Archived", "plain")
    shop.customers.change(one, deceased=True)
    row = people.fetch([one])[one]
    assert (row.state, row.birthday) == (("Deceased", "plain"), "")


def test_a_phone_in_a_hebrew_row_keeps_its_order(shop, view):
    one = shop.customer("רחל", phones=("+420603118274",)).id
    people = CustomerList(PretendDesk(shop, "he"), view)
    assert people.fetch([one])[one].phone == "\u2066603 118 274\u2069"
