"""The section of Settings in which the owner signs: what is under her cards, and how to change it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.changes import Kind
from ui.cards.signature_pad import AskPicture, SignatureDialog, ask_picture
from ui.desk import Desk
from ui.settings.owned import OwnThings
from ui.settings.signature_paper import SignaturePaper
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.headers import Section
from ui.shared.text import Text


class SignatureSection(Section):
    """A signature once given is on every card until it is left off."""

    def __init__(self, desk: Desk, ask: AskPicture = ask_picture) -> None:
        words = desk.words
        super().__init__(words("Signature"))
        self._desk, self._ask = desk, ask
        self.does = OwnThings(desk)
        self.paper = SignaturePaper(words)
        self.write = Button(words("Write it…"), icon="draw-pen")
        self.take = Button(words("Take from a picture or SVG…"), Look.QUIET, icon="image-outline")
        self.leave_off = Button(words("Leave it off"), Look.QUIET)
        self._error = Text("", 13, ink="bad", wrap=True)
        self._lay_out()
        self.write.clicked.connect(self._open_pad)
        self.take.clicked.connect(self._take)
        self.leave_off.clicked.connect(self.does.leave_off)
        desk.on_change(self, self._hear)
        self.show_as_kept()

    def show_as_kept(self) -> None:
        """What cards are signed with now."""
        signature = self.does.signature
        self.paper.show_signature(signature)
        self.leave_off.setVisible(signature is not None)
        self.show_error("")

    def show_error(self, said: str) -> None:
        """Why a picture could not be taken; "" for nothing."""
        self._error.setText(said)
        self._error.setVisible(bool(said))
        self.take.setAccessibleDescription(said)

    @property
    def said_wrong(self) -> str:
        return self._error.text()

    def _hear(self, changed: frozenset[Kind]) -> None:
        if Kind.SETTINGS in changed:
            self.show_as_kept()

    def _open_pad(self) -> None:
        dialog = SignatureDialog(self._desk.words, self, self._ask)
        dialog.used.connect(lambda signature: self.does.sign(signature.told()))
        dialog.picture_taken.connect(lambda file: self.does.sign_from(file, partial(_told, dialog)))
        dialog.open()

    def _take(self) -> None:
        self._ask(self, self._desk.words, self._read)

    def _read(self, file: Path) -> None:
        self.does.sign_from(file, lambda said: self.show_error(said) if isValid(self) else None)

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QVBoxLayout()
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(12)
        said = words("Stands on your cards between the closing words and your name.")
        column.addWidget(Text(said, 13, ink="ink2", wrap=True))
        column.addWidget(self.paper)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.write, self.take, self.leave_off):
            acts.addWidget(button)
        acts.addStretch()
        column.addLayout(acts)
        column.addWidget(self._error)
        self.rows.addLayout(column)


def make_signature(desk: Desk) -> QWidget:
    return SignatureSection(desk)


def _told(dialog: SignatureDialog, said: str) -> None:
    """The dialog may be gone before a large picture is read."""
    if not isValid(dialog):
        return
    if said:
        dialog.show_error(said)
    else:
        dialog.accept()
