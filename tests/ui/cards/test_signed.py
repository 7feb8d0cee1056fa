"""Cards in the studio carry the owner's signature and are written in her own hand."""

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from reports.owned import owned
from tests.reports.test_owned import ANOTHER, add_hand, drawn, sign
from ui.cards.hands_row import HandTile

LEFT = Qt.MouseButton.LeftButton


def facts(pretend):
    return pretend.page.facts


def tiles(studio):
    return {tile.key: tile for tile in studio.screen.controls.hands.findChildren(HandTile)}


def test_where_there_is_no_signature_nothing_is_asked(pretend):
    assert not pretend.tools.can_be_signed
    assert facts(pretend).style.signature is None


def test_once_she_has_signed_every_card_is_signed_until_it_is_switched_off(pretend, bakery):
    before = drawn(facts(pretend))
    sign(bakery)
    pretend.presenter.refresh()
    assert pretend.tools.can_be_signed
    assert pretend.tools.signed
    assert facts(pretend).style.signature is not None
    pretend.presenter.tools.change(signed=False)
    assert drawn(facts(pretend)) == before


def test_a_card_that_was_put_aside_keeps_the_signature_of_that_day(pretend, bakery):
    sign(bakery)
    pretend.presenter.refresh()
    card = drawn(facts(pretend))
    pretend.presenter.aside_or_out()
    sign(bakery, ANOTHER)
    pretend.presenter.choose_list("waiting")
    assert drawn(facts(pretend)) == card


def test_her_own_hand_is_one_more_tile_and_writes_the_card(pretend, bakery):
    add_hand(bakery)
    pretend.presenter.refresh()
    key, name = pretend.tools.hands[-1]
    assert name == "My hand"
    pretend.presenter.tools.change(hand=key)
    assert facts(pretend).style.hand.name == "My hand"
    assert pretend.tools.hand == key


def test_a_hand_that_was_removed_gives_way_to_the_usual_one(pretend, bakery):
    add_hand(bakery)
    pretend.presenter.tools.change(hand=owned(bakery).hands()[0].key)
    bakery.settings.change("own hands", own_hands="")
    pretend.presenter.refresh()
    assert facts(pretend).style.hand is None
    assert pretend.tools.hand == "Caveat"
    bakery.undo.undo_last()
    pretend.presenter.refresh()
    assert facts(pretend).style.hand.name == "My hand"


def test_the_switch_stands_on_the_screen_once_there_is_a_signature(qtbot, studio, bakery):
    switch = studio.screen.controls.signed
    assert not switch.isVisible()
    sign(bakery)
    qtbot.waitUntil(switch.isVisible)
    assert switch.isChecked()
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert not studio.screen.presenter.tools.making.signed
    qtbot.waitUntil(lambda: studio.screen.preview.is_drawn)


def test_a_hand_added_elsewhere_comes_into_the_row_at_once(qtbot, studio, bakery):
    count = len(tiles(studio))
    add_hand(bakery)
    qtbot.waitUntil(
        lambda: len([one for one in tiles(studio).values() if isValid(one)]) == count + 1
    )
    tile = tiles(studio)[owned(bakery).hands()[0].key]
    assert tile.accessibleName() == "My hand"
    qtbot.mouseClick(tile, LEFT)
    assert studio.screen.presenter.tools.making.hand.startswith("own ")


@pytest.mark.parametrize("language", ["en", "he"])
def test_in_either_direction_the_card_on_the_desk_is_signed(qtbot, open_studio, bakery, language):
    sign(bakery)
    studio = open_studio(language)
    assert studio.screen.controls.signed.isVisible()
    assert studio.screen.preview.is_drawn
