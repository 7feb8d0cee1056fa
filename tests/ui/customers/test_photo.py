"""A photo of a customer, from whatever camera it comes."""

from pathlib import Path
from struct import pack
from zlib import compress, crc32

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.people.photos import NotAPicture, PictureTooLarge, file_of
from tests.shop import ScenarioShop
from ui.customers.photo_button import PhotoButton
from ui.customers.taking import LARGEST_FILE, SIDE, small_copy
from ui.customers.view import CustomersScreen
from ui.desk import Desk

LEFT = Qt.MouseButton.LeftButton
GREEN = QColor(20, 160, 60)


@pytest.fixture(autouse=True)
def tereza(shop: ScenarioShop) -> int:
    return shop.customer("Tereza", "Horáková").id


def picture(file: Path, width: int = 900, height: int = 1200, ink: QColor = GREEN) -> Path:
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(ink)
    assert made.save(str(file))
    return file


def circle(screen: CustomersScreen) -> PhotoButton:
    return screen.pane.top.photo


def middle_of(screen: CustomersScreen) -> QColor:
    button = circle(screen)
    return QColor(button.grab().toImage().pixel(button.width() // 2, button.height() // 2))


def part(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return pack(">I", len(content)) + name + content + pack(">I", crc32(name + content))


def is_green(ink: QColor) -> bool:
    return ink.green() > 2 * max(ink.red(), ink.blue())


def choose_file(qtbot: QtBot, file: Path) -> None:
    """In the dialog that is open."""

    def dialog() -> QFileDialog | None:
        there = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
        return next((one for one in there if one.isVisible()), None)

    qtbot.waitUntil(lambda: dialog() is not None)
    asked = dialog()
    assert asked is not None
    asked.setDirectory(str(file.parent))
    asked.selectFile(str(file))
    asked.accept()


def let_fall(screen: CustomersScreen, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    how = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(circle(screen), QDragEnterEvent(QPoint(30, 30), *how))
    QApplication.sendEvent(circle(screen), QDropEvent(QPointF(30, 30), *how))


def test_a_photo_is_chosen_shown_kept_in_the_shop_and_taken_away(
    qtbot: QtBot,
    screen: CustomersScreen,
    shop: ScenarioShop,
    desk: Desk,
    tereza: int,
    tmp_path: Path,
) -> None:
    before = middle_of(screen)
    qtbot.mouseClick(circle(screen), LEFT)
    choose_file(qtbot, picture(tmp_path / "me.png"))
    qtbot.waitUntil(lambda: bool(shop.customers.get(tereza).photo))
    kept = Path(file_of(shop.folder, shop.customers.get(tereza).photo))
    assert kept.parent == shop.folder / "photos"
    assert max(QImage(str(kept)).size().toTuple()) == SIDE
    (tmp_path / "me.png").unlink()
    circle(screen).clearFocus()
    qtbot.waitUntil(lambda: is_green(middle_of(screen)))
    assert desk.window.notice.words == "Tereza Horáková changed"
    qtbot.mouseClick(circle(screen), LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    away = next(act for act in menu.actions() if act.text() == "Take the photo away")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(away).center())
    assert shop.customers.get(tereza).photo is None
    circle(screen).clearFocus()
    assert middle_of(screen) == before
    shop.undo.undo_last()
    assert is_green(middle_of(screen))


def test_the_table_shows_the_photo_too(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, tmp_path: Path
) -> None:
    screen.pane.person.take_photo(picture(tmp_path / "me.jpg"))
    qtbot.waitUntil(lambda: bool(screen.table.rows.cell(0, 0).photo))
    row = screen.table.visualRect(screen.table.rows.index(0, 0))
    shown = screen.table.viewport().grab(row).toImage()
    assert is_green(QColor(shown.pixel(12 + 16, row.height() // 2)))


def test_a_picture_let_fall_on_the_circle_becomes_her_photo(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, tereza: int, tmp_path: Path
) -> None:
    let_fall(screen, picture(tmp_path / "me.jpg"))
    qtbot.waitUntil(lambda: bool(shop.customers.get(tereza).photo))


def test_a_photo_goes_to_whom_it_was_chosen_for(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, tereza: int, tmp_path: Path
) -> None:
    other = shop.customer("Vít", "Kučera").id
    screen.pane.person.take_photo(picture(tmp_path / "me.jpg"))
    screen.show_customer(other)
    qtbot.waitUntil(lambda: bool(shop.customers.get(tereza).photo))
    assert shop.customers.get(other).photo is None


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_broken_picture_is_refused_in_one_sentence(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk, content: bytes
) -> None:
    file = shop.folder / "me.png"
    file.write_bytes(content)
    screen.pane.person.take_photo(file)
    said = "me.png is not a picture that can be read here. Save it as JPEG or PNG and try again."
    qtbot.waitUntil(lambda: desk.window.notice.words == said)
    assert [one.photo for one in shop.customers.everybody()] == [None]


def test_a_cut_off_picture_is_refused(tmp_path: Path) -> None:
    whole = picture(tmp_path / "whole.png").read_bytes()
    (tmp_path / "half.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(NotAPicture):
        small_copy(tmp_path / "half.png")


def test_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """A PNG of a few bytes that says it has 90,000 × 90,000 pixels."""
    size = pack(">IIBBBBB", 90_000, 90_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IDAT", compress(bytes(99)))
    (tmp_path / "bomb.png").write_bytes(bomb)
    with pytest.raises(PictureTooLarge) as refused:
        small_copy(tmp_path / "bomb.png")
    assert refused.value.facts["what"] == "pixels"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "film.jpg").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(PictureTooLarge) as refused:
        small_copy(tmp_path / "film.jpg")
    assert refused.value.facts["what"] == "bytes"


def test_a_file_that_is_gone_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(NotAPicture):
        small_copy(tmp_path / "gone.jpg")


def test_what_is_transparent_becomes_white(tmp_path: Path) -> None:
    clear = picture(tmp_path / "clear.png", 40, 40, QColor(0, 0, 0, 0))
    copy = QImage.fromData(small_copy(clear))
    assert copy.pixelColor(20, 20) == QColor("white")
    assert copy.size().toTuple() == (40, 40)


def test_a_photo_whose_file_is_gone_leaves_her_initials(
    screen: CustomersScreen, shop: ScenarioShop, tereza: int
) -> None:
    before = middle_of(screen)
    shop.customers.change(tereza, photo="gone.jpg")
    assert middle_of(screen) == before


def test_a_name_from_elsewhere_leads_to_no_other_file(shop: ScenarioShop) -> None:
    assert file_of(shop.folder, "../../etc/passwd") == str(shop.folder / "photos" / "passwd")


def test_a_shop_whose_folder_takes_nothing_says_so(
    qtbot: QtBot, screen: CustomersScreen, shop: ScenarioShop, desk: Desk, tmp_path: Path
) -> None:
    (shop.folder / "photos").write_text("in the way")
    screen.pane.person.take_photo(picture(tmp_path / "me.jpg"))
    said = "The photo could not be kept: it is a file, not a folder"
    qtbot.waitUntil(lambda: desk.window.notice.words == said)


def test_who_has_but_a_phone_is_called_by_it_in_her_circle_as_in_the_list(
    screen: CustomersScreen, shop: ScenarioShop
) -> None:
    screen.turn_to(shop.customer(phones=("+420731222333",)).id)
    assert circle(screen).accessibleName().startswith("731 222 333. ")
