"""The dialog in which the owner writes her signature, or takes it from a picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from resources.words import Words
from ui.cards.writing_field import WritingField
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.dialog import Dialog
from ui.shared.text import Text

KINDS = ("png", "jpg", "jpeg", "tif", "tiff", "webp", "bmp", "svg")
AskPicture = Callable[[QWidget, Words, Callable[[Path], object]], None]


def ask_picture(parent: QWidget, words: Words, chosen: Callable[[Path], object]) -> None:
    """The system's own dialog for a picture; nothing happens when it is left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = " ".join(f"*.{kind}" for kind in KINDS)
    title, pictures = words("Choose a picture of the signature"), words("Pictures")
    asked = QFileDialog(parent, title, folder, f"{pictures} ({kinds})")
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()


class SignatureDialog(Dialog):
    """Wide enough to write in. Ctrl+Z takes a stroke back, Esc leaves everything as it was."""

    used = Signal(object)
    """The `Signature`; the dialog closes itself."""
    picture_taken = Signal(object)
    """The `Path` of a picture. Whoever reads it closes the dialog, or calls `show_error`."""

    def __init__(self, words: Words, parent: QWidget | None, ask: AskPicture = ask_picture) -> None:
        super().__init__(words("Your signature"), parent)
        self._words, self._ask = words, ask
        self.field = WritingField(words)
        self.anew = Button(words("Begin anew"), Kind.QUIET, icon="eraser", height=IN_ROW)
        self.undo = Button(words("Undo stroke"), Kind.QUIET, icon="undo", height=IN_ROW)
        self.picture = Button(
            words("Take from a picture or SVG…"), Kind.QUIET, icon="image-outline", height=IN_ROW
        )
        self._error = Text("", 13, ink="bad", wrap=True)
        self._lay_out()
        self.field.changed.connect(self._offer)
        self.anew.clicked.connect(self.field.begin_anew)
        self.undo.clicked.connect(self.field.undo)
        self.picture.clicked.connect(lambda: ask(self, words, self.picture_taken.emit))
        self.use.clicked.connect(self._use)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.field.undo)
        self.show_error("")
        self._offer()

    @property
    def said_wrong(self) -> str:
        return self._error.text()

    def show_error(self, said: str) -> None:
        """Why the picture could not be taken."""
        self._error.setText(said)
        self._error.setVisible(bool(said))

    def _lay_out(self) -> None:
        words = self._words
        self.setFixedWidth(self.field.sizeHint().width() + 48)
        self.say(words("With a pen, a finger or the mouse, as you sign on paper."))
        self.body.addWidget(self.field)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        acts.addWidget(self.undo)
        acts.addWidget(self.anew)
        acts.addStretch()
        acts.addWidget(self.picture)
        self.body.addLayout(acts)
        self.body.addWidget(self._error)
        self.add_way_out(words("Cancel"))
        self.use = self.add_verb(words("Use this signature"))
        for button in (self.undo, self.anew, self.picture):
            button.setAutoDefault(False)

    def _offer(self) -> None:
        written = bool(self.field.signature.strokes)
        self.undo.setEnabled(self.field.can_undo)
        self.anew.setEnabled(written)
        if written:
            self.use.enable()
        else:
            self.use.disable(self._words("Write your signature first"))
        self.show_error("")

    def _use(self) -> None:
        self.used.emit(self.field.signature)
        self.accept()
