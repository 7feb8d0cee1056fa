"""A bakery with a few birthdays to come, its Cards screen, and a printer that writes a PDF."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from resources.words import Words, words_in
from tests.shop import ScenarioShop
from tests.ui.cards.pretence import PretendScreen
from ui.cards.outlets import Choosers
from ui.cards.view import CardsScreen
from ui.desk import Desk
from ui.shared.theme import theme
from ui.shell.places import Place
from ui.shell.window import Window


@pytest.fixture
def bakery(shop: ScenarioShop) -> ScenarioShop:
    """Sunday 22 November 2026; Tereza's day is Thursday, Olga's Friday, Marek's on 2 December."""
    shop.customer("Tereza", "Horáková", birthday="1986-11-26", street="Dlouhá 1", city="Brno")
    shop.customer("Olga", "Benešová", birthday="--11-27", street="Krátká 2", city="Brno")
    shop.customer(
        "Marek",
        "Šimek",
        birthday="2007-12-02",
        form_of_address="m",
    )
    return shop


@pytest.fixture
def pretend(bakery: ScenarioShop) -> PretendScreen:
    """The presenter over the bakery, with a screen made by hand."""
    screen = PretendScreen(bakery, words_in("en"))
    screen.presenter.refresh()
    return screen


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    worn = theme()
    worn.cover()
    worn.follow("light")
    worn.less_motion = True
    yield
    worn.less_motion = False
    worn.follow("light")


@pytest.fixture(params=["light", "dark", "light from the right", "dark from the right"])
def way(request, qapp: QApplication, light) -> Iterator[Words]:
    """Every part is tried in both themes and both directions; answers the words it speaks."""
    scheme, _, mirrored = request.param.partition(" ")
    theme().follow(scheme)
    if mirrored:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield words_in("he" if mirrored else "en")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def stand(qtbot):
    """Shows parts one below the other in a window of a size that has the keyboard."""
    grounds = []

    def show(*parts: QWidget, wide=480, high=360) -> QWidget:
        ground = QWidget()
        grounds.append(ground)
        column = QVBoxLayout(ground)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        ground.resize(wide, high)
        qtbot.addWidget(ground)
        ground.show()
        qtbot.waitExposed(ground)
        ground.activateWindow()
        qtbot.waitUntil(ground.isActiveWindow)
        return ground

    return show


class Studio:
    """The window with the Cards screen in it, and the answers that the system's dialogs give."""

    def __init__(self, shop, folder: Path, language: str = "en") -> None:
        self.file: Path | None = folder / "cards.pdf"
        self.printed = folder / "printed.pdf"
        self.printers = True
        words = words_in(language)
        choosers = Choosers(
            file=lambda _parent, _title, _suggested: self.file,
            printer=lambda _parent, _page, _title: self._printer(),
            has_printer=lambda: self.printers,
        )
        cards = Place("cards", "Cards", "email-edit-outline", lambda: self.screen, rail=True)
        customers = Place("customers", "Customers", "account-outline", QLabel)
        self.window = Window(words, [cards, customers])
        self.desk = Desk(shop, words, self.window)
        self.screen = CardsScreen(self.desk, choosers)

    def _printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        return printer

    @property
    def notice(self) -> str:
        return self.window.notice.words

    def leave(self) -> None:
        """Nobody waits any more for what is still being looked at on the side."""
        self.desk.leave()
        QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def open_studio(qtbot, light, bakery, tmp_path):
    """Shows the studio in a language and waits until the first card lies on the desk."""
    opened = []

    def opener(language="en") -> Studio:
        studio = Studio(bakery, tmp_path, language)
        opened.append(studio)
        qtbot.addWidget(studio.window)
        studio.window.go("cards")
        studio.window.show()
        qtbot.waitExposed(studio.window)
        studio.window.activateWindow()
        qtbot.waitUntil(studio.window.isActiveWindow)
        # The very first card waits until the hand has been fitted and put on its shelf.
        qtbot.waitUntil(lambda: studio.screen.preview.is_drawn, timeout=30_000)
        return studio

    yield opener
    for studio in opened:
        studio.leave()


@pytest.fixture
def studio(open_studio) -> Studio:
    return open_studio()


@pytest.fixture(autouse=True)
def quiet_log(caplog) -> Iterator[None]:
    """A refused job is told on the screen; its log line is no surprise here."""
    logging.getLogger("ui.shared.jobs").setLevel(logging.WARNING)
    yield
    logging.getLogger("ui.shared.jobs").setLevel(logging.NOTSET)
