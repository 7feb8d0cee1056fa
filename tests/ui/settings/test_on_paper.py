"""Settings, On paper: the shop's colour, its logo and its words, each kept at once."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from reports.dress import dress_of
from ui.desk import Desk
from ui.settings.on_paper import OnPaperSection

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="20"/><circle cx="60" cy="20" r="20" fill="#0a0"/></svg>'


@pytest.fixture
def desk(desktop) -> Desk:
    return desktop.desk


@pytest.fixture
def section(qtbot, desk: Desk, tmp_path: Path):
    made = OnPaperSection(
        desk,
        logo=lambda _over, _words, chosen: chosen(tmp_path / "logo.svg"),
        colour=lambda _over, _words, _now, chosen: chosen("#123456"),
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_colour_is_kept_as_soon_as_it_is_chosen_and_undone_as_any_step(qtbot, section, desk):
    shop = desk.shop
    qtbot.mouseClick(section.dots.choices[2], Qt.MouseButton.LeftButton)
    assert shop.settings.read().shop_colour == "#1F5266"
    qtbot.mouseClick(section.other, Qt.MouseButton.LeftButton)
    assert shop.settings.read().shop_colour == "#123456"
    assert section.dots.key == "#123456"
    shop.undo.undo(shop.history.standing(undone=False, limit=1)[0].id)
    assert shop.settings.read().shop_colour == "#1F5266"


def test_a_drawing_becomes_the_logo_and_can_be_left_off(qtbot, section, desk, tmp_path):
    (tmp_path / "logo.svg").write_text(SVG)
    qtbot.mouseClick(section.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.shop.settings.read().logo))
    logo = dress_of(desk.shop).logo
    assert logo is not None
    assert logo.form == pytest.approx(2.0, abs=0.05)
    qtbot.waitUntil(section.leave.isVisible)
    qtbot.mouseClick(section.leave, Qt.MouseButton.LeftButton)
    assert dress_of(desk.shop).logo is None


def test_a_picture_that_is_none_is_refused_in_words(qtbot, section, desk, tmp_path):
    (tmp_path / "logo.svg").write_text("no drawing")
    qtbot.mouseClick(section.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(section.said_wrong))
    assert not desk.shop.settings.read().logo


def test_a_hairline_of_a_drawing_is_taken_too(qtbot, section, desk, tmp_path):
    thin = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90000 9"><path d="M0 0h90000v9H0z"/></svg>'
    (tmp_path / "logo.svg").write_text(thin)
    qtbot.mouseClick(section.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.shop.settings.read().logo))


def test_a_photograph_is_taken_without_its_empty_edges(qtbot, section, desk, tmp_path):
    image = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(image).rectangle((300, 200, 600, 400), fill=(10, 80, 60))
    image.save(tmp_path / "logo.png")
    section.does.take_logo(tmp_path / "logo.png", lambda _said: None)
    qtbot.waitUntil(lambda: bool(desk.shop.settings.read().logo))
    logo = dress_of(desk.shop).logo
    assert logo is not None
    assert logo.form == pytest.approx(1.5, abs=0.02)


def test_words_under_things_are_kept_when_the_field_is_left(qtbot, section, desk):
    field = section.own.control
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "www.example.com")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.shop.settings.read().paper_words == "www.example.com"
    assert dress_of(desk.shop).words == "www.example.com"
