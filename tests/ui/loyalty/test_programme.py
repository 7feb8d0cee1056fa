"""The Programme screen: rules in words, changed where they stand, and as a file."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.loyalty.programme import Programme
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.loyalty.programme_view import ProgrammeScreen, RuleRow
from ui.shared.combo import Combo

LEFT = Qt.MouseButton.LeftButton


def now(shop: ScenarioShop) -> Programme:
    return shop.till.programmes.current()


def press(qtbot: QtBot, screen: ProgrammeScreen, name: str) -> None:
    def seen() -> list[QPushButton]:
        return [one for one in screen.findChildren(QPushButton, name) if one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    qtbot.mouseClick(seen()[0], LEFT)


def write(qtbot: QtBot, screen: ProgrammeScreen, **texts: str) -> None:
    assert screen.form is not None
    for key, text in texts.items():
        control = screen.form.fields[key].control
        if isinstance(control, Combo):
            control.choose(text)
            continue
        assert isinstance(control, QLineEdit)
        control.clear()
        qtbot.keyClicks(control, text)


def stands(qtbot: QtBot, screen: ProgrammeScreen, words: str) -> None:
    qtbot.waitUntil(lambda: words in rules(screen))


def rules(screen: ProgrammeScreen) -> list[str]:
    return [one.accessibleName() for one in screen.findChildren(RuleRow) if one.isVisible()]


def test_the_rules_stand_in_words(qtbot: QtBot, programme: ProgrammeScreen) -> None:
    stands(qtbot, programme, "1 point for each 10\u00a0Kč")
    stands(qtbot, programme, "Points never expire")
    stands(qtbot, programme, "Whole cake, 300\u00a0Kč off, 400 points")


def test_the_rule_of_earning_is_changed_and_taken_back(
    qtbot: QtBot, programme: ProgrammeScreen, desk: Desk, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.earning.0")
    write(qtbot, programme, points="2", per="25,50", min_total="100,-")
    press(qtbot, programme, "rule.save")
    assert (now(shop).earn.points, now(shop).earn.per, now(shop).earn.min_total) == (2, 2550, 10000)
    stands(qtbot, programme, "2 points for each 25.50\u00a0Kč, From 100\u00a0Kč on")
    QTest.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(shop).earn.per == 1000
    stands(qtbot, programme, "1 point for each 10\u00a0Kč")


def test_a_reward_is_added_changed_and_removed(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.rewards.add")
    write(qtbot, programme, name="A tenth off", points="50", kind="percent", value="10", cap="200")
    press(qtbot, programme, "rule.save")
    reward = now(shop).rewards[-1]
    assert (reward.kind, reward.value, reward.cap) == ("percent", 1000, 20000)
    press(qtbot, programme, "rule.rewards.2")
    write(qtbot, programme, points="60")
    assert programme.form is not None
    qtbot.keyClick(programme.form.fields["points"].control, Qt.Key.Key_Return)
    assert now(shop).rewards[-1].points == 60
    press(qtbot, programme, "rule.rewards.2")
    press(qtbot, programme, "rule.remove")
    assert [one.name for one in now(shop).rewards] == ["Free coffee", "Whole cake"]


def test_what_cannot_be_is_said_beneath_its_field(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    before = now(shop)
    press(qtbot, programme, "rule.rewards.add")
    write(qtbot, programme, name="Cake", points="many")
    press(qtbot, programme, "rule.save")
    assert programme.form is not None
    said = programme.form.fields["points"].control.accessibleDescription()
    assert said == "Please write a whole number."
    assert now(shop) == before


def test_a_promotion_holds_between_two_days(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.promotions.add")
    write(qtbot, programme, name="Advent", times="1,5", first="29. 11. 2026", last="24. 12.")
    press(qtbot, programme, "rule.save")
    (promotion,) = now(shop).promotions
    assert promotion.multiplier == Decimal("1.5")
    assert (str(promotion.window.starts), str(promotion.window.ends)) == (
        "2026-11-29",
        "2026-12-24",
    )
    stands(qtbot, programme, "Advent, 29 Nov 2026 to 24 Dec 2026, points ×1.5")


def test_points_may_live_until_the_end_of_a_month(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.expiry.0")
    write(qtbot, programme, lives="end", number="6", inactivity="180")
    press(qtbot, programme, "rule.save")
    expiry = now(shop).expiry
    assert (expiry.months, expiry.end_of_month, expiry.inactivity_days) == (6, True, 180)


def test_tiers_stand_in_the_order_in_which_they_are_reached(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    for name, at in (("Gold", "500"), ("Silver", "100")):
        press(qtbot, programme, "rule.tiers.add")
        write(qtbot, programme, name=name, at=at)
        press(qtbot, programme, "rule.save")
    assert [one.name for one in now(shop).tiers] == ["Silver", "Gold"]


def test_escape_leaves_a_rule_as_it_was(
    qtbot: QtBot, programme: ProgrammeScreen, shop: ScenarioShop
) -> None:
    press(qtbot, programme, "rule.worth.0")
    write(qtbot, programme, value="5")
    assert programme.form is not None
    qtbot.keyClick(programme.form.fields["value"].control, Qt.Key.Key_Escape)
    assert programme.form is None
    assert now(shop).value == Decimal("0.01")


def test_the_programme_goes_into_a_file_and_comes_back(
    programme: ProgrammeScreen, shop: ScenarioShop, tmp_path: Path
) -> None:
    file, before = tmp_path / "programme.toml", now(shop)
    programme.rules.write(file)
    shop.till.programmes.change(Programme())
    programme.rules.load(file)
    assert now(shop) == before


def test_a_wrong_file_is_refused_with_its_line(
    programme: ProgrammeScreen, desk: Desk, shop: ScenarioShop, tmp_path: Path
) -> None:
    file, before = tmp_path / "programme.toml", now(shop)
    file.write_text('[earn]\npoints = 1\nper = "ten"\n')
    programme.rules.load(file)
    assert "line 3" in desk.window.notice.words
    assert now(shop) == before
