"""The calendar of promotions: bars over the days of a month, changed by a press or by keys."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.loyalty.programme import Programme, Promotion, Window
from tests.shop import ScenarioShop
from tests.ui.loyalty.test_programme import draft, press, rules, stands, write
from ui.loyalty.programme_month import month_of
from ui.loyalty.programme_view import ProgrammeScreen

LEFT = Qt.MouseButton.LeftButton
ADVENT = Promotion(
    name="Advent",
    multiplier=Decimal("1.5"),
    window=Window(starts=date(2026, 11, 20), ends=date(2026, 12, 24)),
)
TUESDAYS = Promotion(name="Tuesdays", bonus=50, window=Window(weekdays=("tue",)))
OCTOBER = Promotion(
    name="October",
    multiplier=Decimal(2),
    window=Window(starts=date(2026, 10, 1), ends=date(2026, 10, 3)),
)


def hold(shop: ScenarioShop, screen: ProgrammeScreen, *promotions: Promotion) -> None:
    shop.till.programmes.change(Programme(promotions=promotions))
    screen.rules.refresh()


def test_a_bar_lies_over_the_days_on_which_it_holds() -> None:
    month = month_of((ADVENT, TUESDAYS), date(2026, 11, 22), "CZ")
    bars = [
        [(bar.promotion, bar.column, bar.span, bar.lane) for bar in week.bars]
        for week in month.weeks
    ]
    assert month.weeks[0].days[0] == date(2026, 10, 26)
    assert bars[3] == [(0, 4, 3, 0), (1, 1, 1, 0)]
    assert bars[4] == [(0, 0, 7, 0), (1, 1, 1, 1)]
    assert month.together == (0, 1)


def test_weeks_begin_on_sunday_where_people_are_used_to_it() -> None:
    assert month_of((), date(2026, 11, 22), "IL").weeks[0].days[0] == date(2026, 11, 1)
    assert month_of((), date(2026, 11, 22), "").weeks[0].days[0] == date(2026, 10, 26)


def test_what_held_together_before_today_is_not_told_any_more() -> None:
    twice = (ADVENT, TUESDAYS)
    assert month_of(twice, date(2026, 12, 1), "CZ", date(2026, 12, 25)).together is None


def test_promotions_at_different_hours_are_not_together() -> None:
    early = Promotion(name="Early", bonus=1, window=Window(from_hour="07:00", to_hour="09:00"))
    late = Promotion(name="Late", bonus=1, window=Window(from_hour="15:00", to_hour="18:00"))
    assert month_of((early, late), date(2026, 11, 1), "CZ").together is None


def test_a_press_on_a_day_adds_a_promotion_from_it_on(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    grid = programme.month.grid
    place = grid.day_at(date(2026, 11, 26)).center().toPoint()
    qtbot.mouseClick(grid, LEFT, pos=place)
    write(qtbot, programme, name="Advent", times="1,5", last="24. 12.")
    press(qtbot, programme, "rule.save")
    (promotion,) = draft(shop).promotions
    assert promotion.multiplier == Decimal("1.5")
    assert (promotion.window.starts, promotion.window.ends) == (
        date(2026, 11, 26),
        date(2026, 12, 24),
    )
    stands(qtbot, programme, "Advent, 26 Nov 2026 to 24 Dec 2026, points ×1.5, Waits")


def test_a_press_on_a_bar_opens_it_and_lets_it_end_today(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    hold(shop, programme, ADVENT)
    grid = programme.month.grid
    qtbot.mouseClick(grid, LEFT, pos=grid.bar_at(0).center().toPoint())
    press(qtbot, programme, "rule.end")
    assert draft(shop).promotions[0].window.ends == shop.today()


def test_what_has_not_begun_is_removed_rather_than_ended(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    hold(shop, programme, OCTOBER)
    press(qtbot, programme, "rule.promotions.0")
    assert programme.form is not None
    assert not programme.form.end.isVisible()


def test_the_keys_go_through_the_days_and_open_what_is_there(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    hold(shop, programme, TUESDAYS)
    grid = programme.month.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.accessibleName() == "Tuesday, 24 November 2026, Tuesdays +50"
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert programme.form is not None
    assert programme.form.fields["bonus"].text == "50"
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert programme.month.heading.accessibleName() == "December 2026"


def test_tab_comes_to_the_other_months_before_the_days(
    qtbot: QtBot, programme: ProgrammeScreen
) -> None:
    month = programme.month
    month.back.setFocus()
    for stop in (month.on, month.grid):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_a_new_promotion_is_added_from_the_keyboard_beside_one_that_holds(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    hold(shop, programme, ADVENT)
    QTest.keyClick(programme.month.grid, Qt.Key.Key_Insert)
    write(qtbot, programme, name="Bread days", gives="bonus", bonus="20")
    press(qtbot, programme, "rule.save")
    assert [one.bonus for one in draft(shop).promotions] == [0, 20]
    assert programme.month.said.text().startswith("“Advent” and “Bread days” hold at once.")


def test_those_that_are_over_come_last(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    hold(shop, programme, OCTOBER, ADVENT)
    qtbot.waitUntil(lambda: any(one.startswith("Advent") for one in rules(programme)))
    names = [one.split(",")[0] for one in rules(programme)]
    assert names.index("Advent") < names.index("October")
