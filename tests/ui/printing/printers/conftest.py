"""A shop with three printers that write PDFs, and its window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel

from reports.papers import Edge
from resources.words import words_in
from ui.desk import Desk
from ui.printing.device import Device
from ui.shared.theme import theme
from ui.shell.places import Place
from ui.shell.window import Window

A4 = (210.0, 297.0)
LASER = Device(name="laser", title="Laser", is_default=True, trays=("", "Manual"), rims=(4.2,) * 4)
INKJET = Device(name="inkjet", title="Inkjet", turns=frozenset(Edge), rims=(3.0,) * 4)
ROLLS = Device(name="rolls", title="Rolls", sizes=((62.0, 29.0),), takes_any_size=False)


class PretendDevices:
    """Printers that write PDFs, one a document, into a folder."""

    def __init__(self, folder: Path, devices=(LASER, INKJET, ROLLS)) -> None:
        self.folder, self.devices = folder, devices
        self.made = []

    def all(self):
        return self.devices

    def printer(self, name, tray=""):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        file = self.folder / f"{name}-{len(self.made)}.pdf"
        printer.setOutputFileName(str(file))
        self.made.append((name, tray, file))
        return printer

    @property
    def last(self) -> bytes:
        return self.made[-1][2].read_bytes()


@pytest.fixture
def light(qapp):
    worn = theme()
    worn.cover()
    worn.follow("light")
    worn.less_motion = True
    yield
    worn.less_motion = False


@pytest.fixture
def devices(tmp_path):
    folder = tmp_path / "paper"
    folder.mkdir()
    return PretendDevices(folder)


@pytest.fixture
def desk(qtbot, light, shop):
    """The window with an empty place in it."""
    words = words_in("en")
    window = Window(words, [Place("printing", "Printing", "printer-outline", QLabel)])
    desk = Desk(shop, words, window)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    yield desk
    desk.leave()
    QThreadPool.globalInstance().waitForDone()
