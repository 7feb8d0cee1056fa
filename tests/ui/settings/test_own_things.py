"""The owner signs, adds a hand of her own, says her title; and takes each of it back."""

import io
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from reports.owned import owned
from tests.ui.settings.conftest import opened
from ui.cards.signature_pad import SignatureDialog
from ui.desktop import Desktop
from ui.settings.own_hands import HandRow, OwnHandsSection
from ui.settings.signature import SignatureSection
from ui.settings.view import SettingsScreen

LEFT, NONE, NO_KEY = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.NoButton,
    Qt.KeyboardModifier.NoModifier,
)
CONTROL = Qt.KeyboardModifier.ControlModifier
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 20 C10 0 20 40 60 10" fill="none" stroke="#000"/></svg>'
KALAM = Path(find_spec("fontpkg_kalam").origin).parent / "files" / "Kalam-Light.ttf"


@pytest.fixture
def settings(desktop: Desktop) -> SettingsScreen:
    window = desktop.window
    window.activateWindow()
    return window.go("settings")


@pytest.fixture
def signing(settings) -> SignatureSection:
    return settings.findChild(SignatureSection)


@pytest.fixture
def hands(settings) -> OwnHandsSection:
    return settings.findChild(OwnHandsSection)


@pytest.fixture
def my_font(tmp_path):
    file = tmp_path / "Jana píše.ttf"
    file.write_bytes(KALAM.read_bytes())
    return file


def shop_of(desktop):
    return desktop.desk.shop


def notice(desktop):
    return desktop.window.notice.words


def chooses(section, file):
    """The system's dialog answers with this file."""
    section._ask = lambda _over, _words, chosen: chosen(Path(file))


def drawing_open(qtbot, signing) -> SignatureDialog:
    qtbot.mouseClick(signing.write, LEFT)
    (dialog,) = signing.findChildren(SignatureDialog)
    qtbot.waitExposed(dialog)
    return dialog


def write(field, places, since=1000):
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(places) - 2)]
    for n, (kind, place) in enumerate(
        zip([*kinds, QEvent.Type.MouseButtonRelease], places, strict=True)
    ):
        at = QPointF(*place)
        held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, field.mapToGlobal(at), button, held, NO_KEY)
        event.setTimestamp(since + 10 * n)
        QApplication.sendEvent(field, event)


def scan_in(folder):
    picture = Image.new("RGB", (900, 400), (238, 235, 228))
    ImageDraw.Draw(picture).line(
        [(100, 300), (300, 90), (420, 280), (800, 150)], fill=(20, 20, 60), width=12
    )
    file = io.BytesIO()
    picture.save(file, "PNG")
    (folder / "scan.png").write_bytes(file.getvalue())
    return folder / "scan.png"


def test_the_owner_writes_her_signature_and_undo_takes_it_off(qtbot, desktop, signing):
    assert not signing.paper.is_signed
    assert not signing.leave_off.isVisible()
    dialog = drawing_open(qtbot, signing)
    write(dialog.field, [(60, 60), (120, 120), (180, 60), (240, 130), (400, 90)])
    qtbot.mouseClick(dialog.use, LEFT)
    qtbot.waitUntil(lambda: signing.paper.is_signed)
    assert notice(desktop) == "Cards are signed with this from now on"
    assert signing.paper.accessibleName() == "Your signature"
    assert owned(shop_of(desktop)).signature().outline is not None
    qtbot.keyClick(desktop.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not signing.paper.is_signed)
    assert notice(desktop) == "Undone: Signature changed"
    qtbot.keyClick(desktop.window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: signing.paper.is_signed)


def test_a_single_dot_is_no_signature_and_says_so(qtbot, desktop, signing):
    dialog = drawing_open(qtbot, signing)
    write(dialog.field, [(60, 60), (60, 60)])
    qtbot.mouseClick(dialog.use, LEFT)
    qtbot.waitUntil(lambda: notice(desktop) == "A single dot is no signature.")
    assert not signing.paper.is_signed


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_signature_is_taken_from_a_file_and_left_off_again(
    qtbot, desktop, signing, tmp_path, kind
):
    file = tmp_path / "jana.svg"
    file.write_bytes(SVG)
    chooses(signing, file if kind == "svg" else scan_in(tmp_path))
    qtbot.mouseClick(signing.take, LEFT)
    qtbot.waitUntil(lambda: signing.paper.is_signed)
    assert not signing.paper.grab().toImage().isNull()
    qtbot.mouseClick(signing.leave_off, LEFT)
    assert not signing.paper.is_signed
    assert notice(desktop) == "Cards are not signed any more"
    assert not signing.leave_off.isVisible()


def test_a_file_that_is_no_signature_is_said_by_name(qtbot, signing, tmp_path):
    (tmp_path / "holiday.png").write_bytes(b"no picture")
    chooses(signing, tmp_path / "holiday.png")
    qtbot.mouseClick(signing.take, LEFT)
    qtbot.waitUntil(lambda: signing.said_wrong == "holiday.png cannot be used as a signature.")
    assert signing.take.accessibleDescription() == signing.said_wrong


def test_from_the_drawing_a_file_may_be_taken_too(qtbot, desktop, signing, tmp_path):
    chooses(signing, tmp_path / "nothing.svg")
    dialog = drawing_open(qtbot, signing)
    qtbot.mouseClick(dialog.picture, LEFT)
    qtbot.waitUntil(lambda: dialog.said_wrong == "nothing.svg cannot be used as a signature.")
    (tmp_path / "nothing.svg").write_bytes(SVG)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.picture, LEFT)
    assert signing.paper.is_signed


def test_a_font_becomes_a_hand_and_undo_takes_it_away(qtbot, desktop, hands, my_font):
    chooses(hands, my_font)
    hands.add_button.click()
    qtbot.waitUntil(lambda: len(hands.findChildren(HandRow)) == 1, timeout=15_000)
    assert notice(desktop).replace("\u2068", "").replace("\u2069", "") == "Hand “Jana píše” added"
    (row,) = hands.findChildren(HandRow)
    assert "Jana píše" in row.remove.accessibleName()
    qtbot.mouseClick(row.remove, LEFT)
    assert owned(shop_of(desktop)).hands() == []
    qtbot.keyClick(desktop.window, Qt.Key.Key_Z, CONTROL)
    assert [hand.name for hand in owned(shop_of(desktop)).hands()] == ["Jana píše"]
    qtbot.keyClick(desktop.window, Qt.Key.Key_Z, CONTROL)
    assert owned(shop_of(desktop)).hands() == []


def test_a_broken_font_is_said_by_name(qtbot, desktop, hands, tmp_path):
    (tmp_path / "hand.ttf").write_bytes(KALAM.read_bytes()[:5000])
    chooses(hands, tmp_path / "hand.ttf")
    hands.add_button.click()
    qtbot.waitUntil(
        lambda: hands.said_wrong == "hand.ttf cannot be read as a font with an alphabet.",
        timeout=15_000,
    )
    assert owned(shop_of(desktop)).hands() == []


def test_the_owner_has_a_title_on_her_cards(qtbot, desktop, settings):
    shop = shop_of(desktop)
    shop.settings.change(owner="Eleanor Miller")
    field = settings.answers["owner_title"].control
    field.setFocus()
    qtbot.keyClicks(field, "baker")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (one,) = shop.customers.several([1])
    (letter,) = shop.letters.compose([one], "thank_you", shop.today())
    assert letter.closing.splitlines()[1:] == ["Eleanor Miller, baker", "The Mill"]
    qtbot.keyClick(desktop.window, Qt.Key.Key_Z, CONTROL)
    assert shop.settings.read().owner_title == ""


def test_every_act_is_reached_by_the_keyboard_and_has_a_name(qtbot, settings, signing, hands):
    settings.answers["theme"].control.setFocus()
    reached = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    for button in (signing.write, signing.take, hands.add_button):
        assert button in reached
        assert button.accessibleName() or button.text()


@pytest.mark.parametrize("language", ["cs", "sk", "da", "kk", "he"])
def test_a_file_is_refused_in_every_language_of_the_window(qtbot, folder, time, tmp_path, language):
    (tmp_path / "hand.ttf").write_bytes(b"no font")
    for desktop in opened(folder, time, language):
        section = desktop.window.go("settings").findChild(OwnHandsSection)
        chooses(section, tmp_path / "hand.ttf")
        section.add_button.click()
        qtbot.waitUntil(lambda section=section: "hand.ttf" in section.said_wrong, timeout=15_000)
