"""The circle of the person in the pane: shows her photo, and takes one by press or let fall on it."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QSizePolicy

from resources.words import Words
from ui.customers.taking import KINDS
from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import Easel
from ui.shared.focus import ringed

SIDE = 64
VEIL = QColor(0, 0, 0, 110)


class PhotoButton(QPushButton):
    """A press chooses a photo; where there is one, it asks whether to change it or take it away."""

    chosen = Signal(Path)
    taken_away = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._letters = self._uid = self._photo = ""
        self.setObjectName("person.photo")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAcceptDrops(True)
        self.clicked.connect(self._press)
        ringed(self, SIDE / 2)

    def show_person(self, name: str, uid: str, photo: str) -> None:
        self._letters, self._uid, self._photo = initials(name), uid, photo
        said = self._say("Change the photo") if photo else self._say("Add a photo")
        self.setToolTip(said)
        self.setAccessibleName(f"{name}. {said}")
        self.update()

    def ask(self) -> None:
        """Lets a picture be chosen."""
        kinds = " ".join(f"*.{kind}" for kind in KINDS)
        where = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        asked = QFileDialog(
            self, self._say("Choose a photo"), where, f"{self._say('Pictures')} ({kinds})"
        )
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.fileSelected.connect(lambda file: self.chosen.emit(Path(file)))
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def menu(self) -> QMenu:
        """What can be done with the photo there is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._say("Change the photo…")).triggered.connect(self.ask)
        menu.addAction(self._say("Take the photo away")).triggered.connect(self.taken_away)
        return menu

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _pictures(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.chosen.emit(_pictures(event)[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, 0, SIDE, SIDE)
        with Easel.on(self) as easel:
            paint_avatar(easel, box, self._letters, self._uid, self._photo)
            if self.underMouse() or self.hasFocus():
                easel.box(box, SIDE / 2, VEIL)
                easel.icon("camera-outline", box.adjusted(20, 20, -20, -20), QColor("white"))

    def _press(self) -> None:
        if self._photo:
            self.menu().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        else:
            self.ask()


def _pictures(event: QDropEvent) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower().lstrip(".") in KINDS]
