"""Today in words, without a window."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from app.loyalty import rhythm
from app.shop import Shop
from app.thanks.prints import record
from resources.words import words_in
from tests.shop import SUNDAY, ScenarioShop
from tests.till import days_ago, sold
from ui.today.coming import ComingBirthdays
from ui.today.days import day_said
from ui.today.page import Page, print_by
from ui.today.paper import Written
from ui.today.presenter import Today
from ui.today.reading import Card
from ui.today.slipping import SlippingPart


class Desk:
    """Reads at once, and notes where somebody was sent."""

    def __init__(self, shop: Shop, language: str = "en") -> None:
        self.shop, self.words = shop, words_in(language)
        self.shown: list[int] = []
        self.cards: list[int] = []
        self.letter = ""

    def look_up(self, read: Callable[[Shop], Any], show: Callable[[Any], None]) -> None:
        show(read(self.shop))

    def show_customer(self, customer: int) -> None:
        self.shown.append(customer)

    def show_list(self, name: str) -> None:
        self.listed = name

    def write_cards(self, ids: Sequence[int], letter: str = "") -> None:
        self.cards, self.letter = list(ids), letter


class View:
    """Keeps what it was given."""

    page: Page | None = None
    empty = False
    written: Written | None = None
    slipping: SlippingPart | None = None

    def show_page(self, page: Page) -> None:
        self.page = page

    def show_empty_book(self) -> None:
        self.empty = True

    def show_paper(self, written: Written) -> None:
        self.written = written

    def show_slipping(self, part: SlippingPart) -> None:
        self.slipping = part


class List:
    ids: Sequence[int] = ()
    count = ""

    def show_rows(self, ids: Sequence[int], count: str) -> None:
        self.ids, self.count = ids, count


@pytest.fixture
def desk(shop: ScenarioShop) -> Desk:
    return Desk(shop)


def born(in_days: int, year: int = 1986) -> str:
    return (SUNDAY + timedelta(days=in_days)).replace(year=year).isoformat()


def page_of(desk: Desk) -> Page:
    view = View()
    Today(desk).show(view)
    assert view.page is not None
    return view.page


def test_an_empty_book_leads_to_the_doors(desk: Desk) -> None:
    view = View()
    Today(desk).show(view)
    assert view.empty
    assert view.page is None


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "Good morning, Jana"), (5, "Good afternoon, Jana"), (11, "Good evening")],
)
def test_the_greeting_follows_the_hour(
    desk: Desk, shop: ScenarioShop, hours: int, said: str
) -> None:
    shop.customer("Vít")
    shop.time.passes(hours=hours)
    assert page_of(desk).greeting.startswith(said)


def test_the_ribbon_begins_today_and_holds_a_week(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", "Kučera", birthday=born(0))
    columns = page_of(desk).columns
    assert [column.on for column in columns] == [SUNDAY + timedelta(days=n) for n in range(7)]
    assert columns[0].weekday == "Today"
    assert columns[1].weekday == "Monday"
    assert (columns[0].lines, columns[0].detail) == (("Vít", "Kučera"), "turns 40")


def test_a_name_stands_on_two_lines_under_its_day(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Jana", "z Horních Počernic", birthday=born(1))
    shop.customer(company="Ovocnářství Horní Počernice", birthday=born(2))
    shop.customer("Vít", birthday=born(3))
    lines = [column.lines for column in page_of(desk).columns[1:4]]
    assert lines == [
        ("Jana", "z Horních Počernic"),
        ("Ovocnářství", "Horní Počernice"),
        ("Vít",),
    ]


def test_no_age_is_said_where_the_year_is_not_known(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", "Kučera", birthday="--11-22")
    assert page_of(desk).columns[0].detail == ""


def test_several_on_one_day_are_told_by_first_names(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Olga", "Benešová", birthday=born(2))
    shop.customer("Vít", "Kučera", birthday=born(2))
    assert page_of(desk).columns[2].lines == ("Olga", "Vít")
    shop.customer("Marek", "Šimek", birthday=born(2))
    column = page_of(desk).columns[2]
    assert (column.lines, column.detail) == (("Olga",), "and 2 more")
    assert column.count == 3


def test_a_card_is_due_two_days_before_and_then_printed(desk: Desk, shop: ScenarioShop) -> None:
    near = shop.customer("Vít", "Kučera", birthday=born(3))
    shop.customer("Olga", "Benešová", birthday=born(4))
    cards = [column.card for column in page_of(desk).columns]
    assert cards[3:5] == [Card.DUE, Card.NONE]
    record(shop.book, "birthday", [(near.id, SUNDAY + timedelta(days=3))])
    assert page_of(desk).columns[3].card is Card.PRINTED


def test_the_totals_are_whole_sentences(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", "Kučera", birthday=born(0))
    said = page_of(desk).totals
    assert said == "Sunday 22 November. 1 birthday this week. 1 card to print."


def test_a_week_without_birthdays_names_the_next(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", "Kučera", birthday=born(9))
    assert page_of(desk).no_birthdays == "The next birthday: Vít Kučera, 1 December."


def test_a_book_without_birthdays_says_so(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", "Kučera")
    assert page_of(desk).no_birthdays == "No birthday is known yet."


def test_cards_are_listed_by_the_day_they_must_be_printed(desk: Desk, shop: ScenarioShop) -> None:
    for name, days in (("Olga", 1), ("Vít", 3), ("Marek", 5)):
        shop.customer(name, birthday=born(days))
    due = page_of(desk).due
    assert [(line.person.name, line.chip, line.tone) for line in due.lines] == [
        ("Olga", "Today", "accent"),
        ("Vít", "Tomorrow", "warn"),
        ("Marek", "Wednesday", "plain"),
    ]
    assert due.lines[1].detail == "Wednesday, turns 40"
    assert (due.count, due.link) == ("3 cards", "Print all")


def test_cards_that_are_not_shown_are_counted_below_the_others(
    desk: Desk, shop: ScenarioShop
) -> None:
    for name in ("Olga", "Vít", "Marek", "Eva", "Jan"):
        shop.customer(name, birthday=born(4))
    assert page_of(desk).due.more == ""
    shop.customer("Adam", birthday=born(5))
    due = page_of(desk).due
    assert (due.count, len(due.lines), due.more) == ("6 cards", 5, "and 1 more")


def test_newcomers_that_are_not_shown_are_a_press_away(desk: Desk, shop: ScenarioShop) -> None:
    for name in ("Olga", "Vít", "Marek", "Eva", "Jan"):
        shop.customer(name, member_since="2026-11-20")
    assert page_of(desk).newcomers.link == ""
    shop.customer("Adam", member_since="2026-11-21")
    new = page_of(desk).newcomers
    assert (new.count, len(new.lines), new.link) == ("6 in 30 days", 5, "All 6")


def test_who_said_no_to_post_is_on_no_list_of_cards(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít", birthday=born(1), do_not_post=True)
    page = page_of(desk)
    assert page.due.lines == ()
    assert page.card is None
    assert page.rest


def test_print_leads_to_the_cards_with_that_person_chosen(desk: Desk, shop: ScenarioShop) -> None:
    one = shop.customer("Vít", birthday=born(1))
    two = shop.customer("Olga", birthday=born(2))
    today = Today(desk)
    today.show(View())
    today.print_card(two.id)
    assert desk.cards == [two.id]
    today.print_all()
    assert desk.cards == [one.id, two.id]


def test_who_is_new_by_her_first_sale_alone_is_shown_with_its_day(
    desk: Desk, shop: ScenarioShop
) -> None:
    one = shop.customer("Anna").id
    shop.book.execute("UPDATE customers SET member_since = NULL")
    sold(shop.book, one, days_ago(1))
    rhythm.rebuild(shop.book)
    (line,) = page_of(desk).newcomers.lines
    assert (line.person.name, line.aside) == ("Anna", "Yesterday")


def test_newcomers_are_shown_newest_first(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Olga", city="Brno", member_since="2026-11-21")
    shop.customer("Vít", member_since="2026-11-22")
    shop.customer("Marek", member_since="2026-01-01")
    newcomers = page_of(desk).newcomers
    assert [(line.person.name, line.aside) for line in newcomers.lines] == [
        ("Vít", "Today"),
        ("Olga", "Yesterday"),
    ]
    assert newcomers.count == "2 in 30 days"


def test_what_was_printed_is_told_with_its_day(desk: Desk, shop: ScenarioShop) -> None:
    one = shop.customer("Vít", birthday=born(1))
    record(shop.book, "birthday", [(one.id, SUNDAY + timedelta(days=1))])
    shop.time.passes(days=1)
    (line,) = page_of(desk).printed.lines
    assert (line.person.name, line.detail, line.aside) == ("Vít", "Birthday card", "Yesterday")


def test_the_next_card_is_written_as_it_will_be_printed(desk: Desk, shop: ScenarioShop) -> None:
    one = shop.customer("Vít", "Kučera", birthday=born(1))
    view, today = View(), Today(desk)
    today.show(view)
    today.write_next()
    assert view.written is not None
    assert view.written.customer == one.id
    assert view.written.pdf.startswith(b"%PDF")
    assert view.written.said


def test_a_reading_that_was_overtaken_is_not_shown(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Vít")
    waiting: list[Callable[[], None]] = []
    view = View()

    def later(read: Callable[[Shop], Any], show: Callable[[Any], None]) -> None:
        facts = read(shop)
        waiting.append(lambda: show(facts))

    desk.look_up = later  # type: ignore[method-assign]
    today = Today(desk)
    today.show(view)
    today.refresh()
    shop.customer("Olga")
    today.refresh()
    first, second = waiting
    second()
    newest = view.page
    first()
    assert view.page is newest


@pytest.mark.parametrize(
    ("away", "said"),
    [(0, "Today"), (1, "Tomorrow"), (-1, "Yesterday"), (4, "Thursday"), (7, "29 Nov")],
)
def test_days_are_said_as_one_says_them(away: int, said: str) -> None:
    assert day_said(SUNDAY + timedelta(days=away), SUNDAY, words_in("en")) == said


def test_a_card_that_is_late_is_to_be_printed_today() -> None:
    assert print_by(date(2026, 11, 22), SUNDAY) == SUNDAY
    assert print_by(date(2026, 11, 26), SUNDAY) == date(2026, 11, 24)


def test_the_next_30_days_begin_three_days_back(desk: Desk, shop: ScenarioShop) -> None:
    people = [shop.customer(f"P{n}", birthday=born(n)) for n in (30, -3, 0)]
    shop.customer("Long gone", birthday=born(-4))
    shop.customer("Far off", birthday=born(31))
    coming, shown = ComingBirthdays(desk), List()
    coming.show(shown)
    assert list(shown.ids) == [people[1].id, people[2].id, people[0].id]
    assert shown.count == "3 people"
    row = coming.rows(shown.ids)[people[2].id]
    assert (row.day, row.turning, row.past) == ("Today", "40", False)


def test_cards_for_the_next_30_days_leave_out_those_gone_by(desk: Desk, shop: ScenarioShop) -> None:
    shop.customer("Past", birthday=born(-2))
    ahead = shop.customer("Ahead", birthday=born(2))
    coming = ComingBirthdays(desk)
    coming.show(List())
    coming.write_cards([])
    assert desk.cards == [ahead.id]


def test_who_is_slipping_away_is_told_with_her_rhythm_and_her_days(shop: ScenarioShop) -> None:
    for number, ago in enumerate((29, 22, 200, 3, 24, 26)):
        one = shop.customer(f"P{number}").id
        for visit in range(5):
            sold(shop.book, one, days_ago(ago + 5 * visit))
    rhythm.rebuild(shop.book)
    desk, view = Desk(shop), View()
    today = Today(desk)
    today.show(view)
    today.look_for_slipping()
    assert view.slipping is not None
    first = view.slipping.lines[0]
    assert [line.name for line in view.slipping.lines] == ["P1", "P4", "P5"]
    assert (first.usual, first.days) == ("usually every 5 days", "22 days")
    assert first.aloud == "P1, usually every 5 days, 22 days ago"
    assert first.weeks[-first.missed - 1] > 0
    assert first.missed == 3
    assert view.slipping.link == "All 4"
    today.write_to_slipping()
    assert (len(desk.cards), desk.letter) == (4, "miss_you")
    today.print_card(desk.cards[0])
    assert desk.letter == "birthday"
    today.write_to_slipping()
    assert desk.cards == [2, 5, 6, 1]
