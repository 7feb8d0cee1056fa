"""A draft of the programme is tried on past sales before it is switched on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.loyalty.accounts import liability
from app.loyalty.bills import Order
from app.loyalty.programme import Promotion, Window
from app.progress import Report
from app.shop import Shop
from tests.shop import ScenarioShop
from tests.ui.loyalty.test_programme import now, press, save
from ui.desk import Desk
from ui.loyalty.owed_section import OwedRow
from ui.loyalty.programme_trial_view import GainRow
from ui.loyalty.programme_view import ProgrammeScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def people(shop: ScenarioShop) -> Sequence[int]:
    found = [shop.customer(name).id for name in ("Anna", "Bella", "Cilka", "Dana", "Ema")]
    for number, who in enumerate(found, 1):
        shop.till.sell(Order(customer=who, total=number * 10_000), shop.moment())
    shop.time.passes(days=100)
    shop.till.sell(Order(customer=found[0], total=90_000), shop.moment())
    return found


def said(screen: ProgrammeScreen) -> str:
    return screen.tried.said.text() if screen.tried.isVisible() else ""


def names(screen: ProgrammeScreen) -> list[str]:
    rows = [one for one in screen.findChildren(GainRow) if one.isVisible()]
    return [one.accessibleName() for one in rows]


def test_what_a_draft_would_have_meant_stands_beside_what_holds(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop, people: Sequence[int]
) -> None:
    before = now(shop)
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: said(programme).startswith("6 sales to 5 customers"))
    aloud = programme.tried.pairs.accessibleName()
    assert "Points given: Now 240, Draft 480" in aloud
    assert "Enough for: Free coffee: Now 48×, Draft 96×" in aloud
    qtbot.waitUntil(lambda: len(names(programme)) == 3)
    assert names(programme)[0] == "Anna, +100 points, 200 instead of 100"
    press(qtbot, programme, "trial.more")
    qtbot.waitUntil(lambda: len(names(programme)) == len(people))
    assert now(shop) == before


def test_another_period_is_tried(
    qtbot: QtBot, programme: ProgrammeScreen, people: Sequence[int]
) -> None:
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: said(programme).startswith("6 sales"))
    press(qtbot, programme, "trial.3")
    qtbot.waitUntil(lambda: said(programme).startswith("1 sale to 1 customer"))


def test_a_draft_that_is_changed_again_is_tried_again(
    qtbot: QtBot, programme: ProgrammeScreen, people: Sequence[int]
) -> None:
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: "Draft 480" in programme.tried.pairs.accessibleName())
    save(qtbot, programme, "earning.0", points="3")
    qtbot.waitUntil(lambda: "Draft 720" in programme.tried.pairs.accessibleName())
    press(qtbot, programme, "programme.switch_on")
    qtbot.waitUntil(lambda: not programme.tried.isVisible())


def test_somebody_who_gains_is_opened(
    qtbot: QtBot, programme: ProgrammeScreen, desk: Desk, people: Sequence[int]
) -> None:
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: len(names(programme)) == 3)
    qtbot.mouseClick(programme.findChildren(GainRow)[0], LEFT)
    assert desk.window.stack.key == "customers"


def test_without_sales_it_says_so(qtbot: QtBot, programme: ProgrammeScreen) -> None:
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: said(programme).startswith("There are no sales"))
    press(qtbot, programme, "trial.close")
    assert not programme.tried.isVisible()


def test_a_trial_can_be_stopped(
    qtbot: QtBot, programme: ProgrammeScreen, desk: Desk, people: Sequence[int]
) -> None:
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    programme.trial.cancel()
    assert not programme.tried.isVisible()
    qtbot.waitUntil(lambda: not desk.window.job_strip.isVisible())
    assert not programme.tried.isVisible()


def test_whoever_closes_the_program_waits_for_no_trial(
    qtbot: QtBot, programme: ProgrammeScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_shop: Shop, _months: int, report: Report) -> None:
        while True:
            report(0, 0)

    monkeypatch.setattr("ui.loyalty.programme_trial._try", endless)
    save(qtbot, programme, "earning.0", points="2")
    press(qtbot, programme, "programme.try")
    assert desk.window.job_strip.accessibleName() == "Trying it on past sales"
    desk.stop_unfinished()
    qtbot.waitUntil(lambda: not desk.window.job_strip.isVisible())


def test_a_promotion_that_is_yet_to_begin_says_why_nobody_gains_by_it(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop, people: Sequence[int]
) -> None:
    programmes = shop.till.programmes
    advent = Promotion(
        name="Advent", multiplier=Decimal(2), window=Window(starts=date(2027, 12, 1))
    )
    programmes.propose(replace(programmes.current(), promotions=(advent,)))
    press(qtbot, programme, "programme.try")
    qtbot.waitUntil(lambda: said(programme).startswith("6 sales"))
    assert "“Advent” begins on 1 Dec 2027" in programme.tried.detail.text()


def test_what_the_shop_owes_in_points_is_told_by_the_month_they_lapse(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop, people: Sequence[int]
) -> None:
    programme.visited()
    owed = liability(shop.book, shop.today())
    there = [f"{one.points} points" for one in owed]

    def shown() -> list[str]:
        rows = programme.owed.findChildren(OwedRow)
        return [row.line.points for row in rows if not row.isHidden()]

    qtbot.waitUntil(lambda: shown() == there)
    total = sum(one.points for one in owed)
    assert f"{total} points, by the month" in programme.owed.heading.accessibleName()
