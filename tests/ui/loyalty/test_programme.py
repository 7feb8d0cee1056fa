"""The Programme screen: rules in words, changed in a draft where they stand, switched on, and as a file."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.loyalty.programme import Programme
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.loyalty.programme_rows import RuleRow
from ui.loyalty.programme_view import ProgrammeScreen
from ui.loyalty.programme_weekdays import Weekdays
from ui.shared.combo import Combo

LEFT = Qt.MouseButton.LeftButton


def now(shop: ScenarioShop) -> Programme:
    return shop.till.programmes.current()


def draft(shop: ScenarioShop) -> Programme:
    found = shop.till.programmes.draft()
    assert found is not None
    return found


def press(qtbot: QtBot, screen: ProgrammeScreen, name: str) -> None:
    def seen() -> list[QPushButton]:
        return [one for one in screen.findChildren(QPushButton, name) if one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    lie_where_they_should()
    qtbot.mouseClick(seen()[0], LEFT)


def lie_where_they_should() -> None:
    """What was just put on the page is laid out before it is pressed, as it is when a person sees it."""
    QCoreApplication.sendPostedEvents()


def write(qtbot: QtBot, screen: ProgrammeScreen, **texts: str) -> None:
    assert screen.form is not None
    lie_where_they_should()
    for key, text in texts.items():
        control = screen.form.fields[key].control
        if isinstance(control, Combo):
            control.choose(text)
        elif isinstance(control, Weekdays):
            for day in text.split():
                qtbot.keyClick(control.chips[day], Qt.Key.Key_Space)
        else:
            assert isinstance(control, QLineEdit)
            assert control.isVisible()
            control.clear()
            qtbot.keyClicks(control, text)


def save(qtbot: QtBot, screen: ProgrammeScreen, part: str, **texts: str) -> None:
    press(qtbot, screen, f"rule.{part}")
    write(qtbot, screen, **texts)
    press(qtbot, screen, "rule.save")


def unfold(qtbot: QtBot, screen: ProgrammeScreen) -> None:
    press(qtbot, screen, "rule.fold")


def stands(qtbot: QtBot, screen: ProgrammeScreen, words: str) -> None:
    qtbot.waitUntil(lambda: words in rules(screen))


def rules(screen: ProgrammeScreen) -> list[str]:
    return [one.accessibleName() for one in screen.findChildren(RuleRow) if one.isVisible()]


def complaint(screen: ProgrammeScreen, field: str) -> str:
    assert screen.form is not None
    return screen.form.fields[field].control.accessibleDescription()


def test_a_rule_that_is_cut_is_told_whole_where_it_is_pointed_at(
    qtbot: QtBot, programme: ProgrammeScreen
) -> None:
    row = next(one for one in programme.findChildren(RuleRow) if one.isVisible())
    row.resize(1200, row.height())
    assert not row.toolTip()
    row.resize(120, row.height())
    assert row.toolTip().splitlines()[0] in row.accessibleName()
    assert row.toolTip()


def test_the_rules_stand_in_words(qtbot: QtBot, programme: ProgrammeScreen) -> None:
    stands(qtbot, programme, "1 point for each 10\u00a0Kč")
    stands(qtbot, programme, "Points never expire")
    stands(qtbot, programme, "Whole cake, 300\u00a0Kč off, 400 points")
    stands(qtbot, programme, "A coffee, Coffee card, 3 stamps")
    assert "Points on any day, at any time" not in rules(programme)
    unfold(qtbot, programme)
    stands(qtbot, programme, "Points on any day, at any time")


def test_a_changed_rule_waits_until_it_is_switched_on(
    qtbot: QtBot, programme: ProgrammeScreen, desk: Desk, shop: ScenarioShop
) -> None:
    save(qtbot, programme, "earning.0", points="2", per="25,50", min_total="100,-")
    earn = draft(shop).earn
    assert (earn.points, earn.per, earn.min_total) == (2, 2550, 10000)
    assert now(shop).earn.per == 1000
    stands(
        qtbot,
        programme,
        "2 points for each 25.50\u00a0Kč, From 100\u00a0Kč on, Waits, Now: 1 point for each 10\u00a0Kč",
    )
    assert programme.waiting.accessibleName() == "1 change waits to be switched on"
    press(qtbot, programme, "programme.switch_on")
    assert now(shop).earn.per == 2550
    stands(qtbot, programme, "2 points for each 25.50\u00a0Kč, From 100\u00a0Kč on")
    assert not programme.waiting.isVisible()
    for _ in range(2):
        QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (now(shop).earn.per, shop.till.programmes.draft()) == (1000, None)
    stands(qtbot, programme, "1 point for each 10\u00a0Kč")


def test_a_draft_is_dropped(qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop) -> None:
    save(qtbot, programme, "worth.0", value="0,5")
    stands(qtbot, programme, "A point pays 0.5\u00a0Kč, Waits, Now: A point pays 0.01\u00a0Kč")
    press(qtbot, programme, "programme.drop")
    assert shop.till.programmes.draft() is None
    stands(qtbot, programme, "A point pays 0.01\u00a0Kč")


def test_a_reward_is_added_changed_and_removed(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    save(
        qtbot, programme, "rewards.add",
        name="A tenth off", points="50", kind="percent", percent="10", cap="200",
    )  # fmt: skip
    reward = draft(shop).rewards[-1]
    assert (reward.kind, reward.value, reward.cap) == ("percent", 1000, 20000)
    press(qtbot, programme, "rule.rewards.2")
    write(qtbot, programme, points="60")
    assert programme.form is not None
    qtbot.keyClick(programme.form.fields["points"].control, Qt.Key.Key_Return)
    assert draft(shop).rewards[-1].points == 60
    press(qtbot, programme, "rule.rewards.2")
    press(qtbot, programme, "rule.remove")
    assert shop.till.programmes.draft() is None


def test_a_reward_that_goes_is_seen_and_can_stay(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.rewards.0")
    press(qtbot, programme, "rule.remove")
    stands(qtbot, programme, "Free coffee, 5 points, Goes")
    assert [one.name for one in draft(shop).rewards] == ["Whole cake"]
    press(qtbot, programme, "rule.gone.rewards.0")
    assert shop.till.programmes.draft() is None


def test_rewards_are_put_in_another_order_by_key_and_button(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    row = programme.findChild(RuleRow, "rule.rewards.1")
    assert isinstance(row, RuleRow)
    qtbot.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in draft(shop).rewards] == ["Whole cake", "Free coffee"]
    press(qtbot, programme, "rule.rewards.0")
    assert programme.form is not None
    qtbot.mouseClick(programme.form.down, LEFT)
    assert shop.till.programmes.draft() is None


def test_every_way_of_earning_has_its_fields(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    unfold(qtbot, programme)
    save(qtbot, programme, "visit.0", visit="5")
    save(qtbot, programme, "gifts.0", signup="50", birthday="20")
    save(qtbot, programme, "times.0", weekdays="mon fri", from_hour="8", to_hour="12.30")
    save(qtbot, programme, "exclude.0", exclude="Cigarettes, Stamps,")
    save(qtbot, programme, "paid.0", on_gift_card="yes")
    save(qtbot, programme, "limit.0", daily_limit="100")
    save(qtbot, programme, "extras.add", meant="category", name="Bakery", points="2")
    earn, window = draft(shop).earn, draft(shop).earn.window
    assert (earn.visit, earn.signup, earn.birthday, earn.daily_limit) == (5, 50, 20, 100)
    assert (earn.exclude, earn.on_points_paid, earn.on_gift_card) == (
        ("Cigarettes", "Stamps"),
        False,
        True,
    )
    assert (window.weekdays, window.from_hour, window.to_hour) == (("mon", "fri"), "08:00", "12:30")
    (extra,) = draft(shop).extras
    assert (extra.category, extra.points) == ("Bakery", 2)


@pytest.mark.parametrize(
    "case",
    [
        ("rewards.add", {"name": "Cake", "points": "many"}, "points", "whole number."),
        ("rewards.add", {"name": "Cake", "points": "0"}, "points", "whole number."),
        ("rewards.add", {"points": "5"}, "name", "Please write a name."),
        ("rewards.add", {"name": "free COFFEE", "points": "9"}, "name", "of that name already."),
        ("rewards.0", {"kind": "percent", "percent": "120"}, "percent", "up to 100."),
        ("rewards.0", {"kind": "amount"}, "amount", "how much it takes off."),
        ("earning.0", {"per": "ten"}, "per", "is not an amount in CZK."),
        ("earning.0", {"per": ""}, "per", "Please write an amount."),
        ("expiry.0", {"lives": "days", "number": "0"}, "number", "whole number."),
        ("expiry.0", {"lives": "months", "number": "99999"}, "number", "from 1 to 1,177."),
        ("stamps.0", {"goal": "3", "head_start": "3"}, "head_start", "from 0 to 2."),
        ("promotions.add", {"name": "A", "times": "11"}, "times", "up to 10, such as 1.5."),
        ("promotions.add", {"name": "A", "times": "2", "first": "soon"}, "first", "24. 12. 2026."),
        ("promotions.add", {"name": "A", "times": "2", "from_hour": "25"}, "from_hour", "17:30."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beneath_its_field(
    qtbot: QtBot,
    programme: ProgrammeScreen,
    shop: ScenarioShop,
    case: tuple[str, dict[str, str], str, str],
) -> None:
    part, texts, field, said = case
    before = now(shop)
    save(qtbot, programme, part, **texts)
    assert complaint(programme, field).endswith(said)
    assert (now(shop), shop.till.programmes.draft()) == (before, None)


def test_points_may_live_until_the_end_of_a_month(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    save(qtbot, programme, "expiry.0", lives="end", number="6", inactivity="180")
    expiry = draft(shop).expiry
    assert (expiry.months, expiry.end_of_month, expiry.inactivity_days) == (6, True, 180)


def test_points_may_live_until_the_end_of_the_month_they_were_earned_in(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    save(qtbot, programme, "expiry.0", lives="end", number="0", inactivity="")
    expiry = draft(shop).expiry
    assert (expiry.months, expiry.days, expiry.end_of_month) == (None, None, True)
    save(qtbot, programme, "expiry.0", inactivity="60")
    assert draft(shop).expiry == replace(expiry, inactivity_days=60)


def test_tiers_stand_in_the_order_in_which_they_are_reached(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    for name, at in (("Gold", "500"), ("Silver", "100")):
        save(qtbot, programme, "tiers.add", name=name, at=at, benefit="Coffee")
    assert [one.name for one in draft(shop).tiers] == ["Silver", "Gold"]
    save(qtbot, programme, "climbing.0", tiers_by="year", grace="30")
    assert (draft(shop).tiers_by, draft(shop).grace_days) == ("year", 30)
    counted = "Points of the last 12 months count, Kept 30 days longer, Waits"
    stands(qtbot, programme, counted)


def test_the_stamp_card_is_changed_taken_away_and_made_anew(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    save(
        qtbot, programme, "stamps.0",
        goal="8", head_start="2", interim_at="4", interim="A bun", minutes="30",
    )  # fmt: skip
    deal = draft(shop).stamps
    assert deal is not None
    assert (deal.goal, deal.head_start, deal.interim_at, deal.interim, deal.minutes_between) == (
        8,
        2,
        4,
        "A bun",
        30,
    )
    press(qtbot, programme, "rule.stamps.0")
    press(qtbot, programme, "rule.remove")
    assert draft(shop).stamps is None
    save(qtbot, programme, "stamps.add", name="Bread card", reward="A loaf")
    deal = draft(shop).stamps
    assert deal is not None
    assert (deal.name, deal.reward, deal.goal) == ("Bread card", "A loaf", 10)


def test_escape_leaves_a_rule_as_it_was(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.worth.0")
    write(qtbot, programme, value="5")
    assert programme.form is not None
    qtbot.keyClick(programme.form.fields["value"].control, Qt.Key.Key_Escape)
    assert programme.form is None
    assert shop.till.programmes.draft() is None
    assert now(shop).value == Decimal("0.01")


def test_the_programme_goes_into_a_file_and_comes_back_as_a_draft(
    programme: ProgrammeScreen, shop: ScenarioShop, tmp_path: Path
) -> None:
    file, before = tmp_path / "programme.toml", now(shop)
    programme.rules.write(file)
    shop.till.programmes.change(Programme())
    programme.rules.load(file)
    assert (now(shop), draft(shop)) == (Programme(), before)


def test_a_wrong_file_is_refused_with_its_line(
    programme: ProgrammeScreen, desk: Desk, shop: ScenarioShop, tmp_path: Path
) -> None:
    file, before = tmp_path / "programme.toml", now(shop)
    file.write_text('[earn]\npoints = 1\nper = "ten"\n')
    programme.rules.load(file)
    assert "line 3" in desk.window.notice.words
    assert (now(shop), shop.till.programmes.draft()) == (before, None)


def test_a_file_that_says_what_holds_changes_nothing(
    programme: ProgrammeScreen, desk: Desk, shop: ScenarioShop, tmp_path: Path
) -> None:
    file = tmp_path / "programme.toml"
    programme.rules.write(file)
    programme.rules.load(file)
    assert desk.window.notice.words == "programme.toml says what holds already."
    assert shop.till.programmes.draft() is None


def test_tab_goes_through_the_page_as_it_is_read(qtbot: QtBot, programme: ProgrammeScreen) -> None:
    def passed(times: int) -> list[str]:
        found = []
        for _ in range(times):
            focused = programme.window().focusWidget()
            assert focused is not None
            found.append(focused.objectName())
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        return found

    programme.sections["earning"].link.setFocus()
    assert passed(4) == ["rule.extras.add", "rule.earning.0", "rule.fold", "rule.expiry.0"]
    press(qtbot, programme, "rule.earning.0")
    assert passed(4) == ["rule.points", "rule.per", "rule.min_total", "rule.save"]


def test_what_was_begun_is_saved_before_another_rule_is_opened_or_all_is_switched_on(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.worth.0")
    write(qtbot, programme, value="5")
    press(qtbot, programme, "rule.earning.0")
    assert draft(shop).value == Decimal(5)
    write(qtbot, programme, points="3")
    press(qtbot, programme, "programme.switch_on")
    assert (now(shop).value, now(shop).earn.points) == (Decimal(5), 3)


def test_what_was_begun_and_cannot_be_stays_open_and_says_why(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.worth.0")
    write(qtbot, programme, value="much")
    press(qtbot, programme, "rule.earning.0")
    assert complaint(programme, "value") == "Please write an amount."
    assert shop.till.programmes.draft() is None
