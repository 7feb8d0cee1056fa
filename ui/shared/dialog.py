"""The base of the few dialogs: for a file, a signature, a PIN, or what cannot be undone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.focus import no_short_ways
from ui.shared.text import Text
from ui.shared.theme import colour

WIDE = 480


class Dialog(QDialog):
    """480 wide; a title, a `body` to fill, and verbs at the foot, the main one last."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDE)
        self.title = Text(title, 20, 600, wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(16)
        whole.addWidget(self.title)
        whole.addLayout(self.body)
        whole.addSpacing(4)
        whole.addLayout(self._foot)

    def focusNextPrevChild(self, forward: bool) -> bool:
        with no_short_ways(self):
            return super().focusNextPrevChild(forward)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), colour("surface"))

    @property
    def foot_top(self) -> int:
        """Where the verbs begin, from the upper edge: a notice ends above them."""
        return self._foot.geometry().top()

    def say(self, words: str) -> Text:
        """A paragraph of the body."""
        said = Text(words, ink="ink2", wrap=True)
        self.body.addWidget(said)
        return said

    def add_verb(self, words: str, kind: Kind = Kind.PRIMARY) -> Button:
        """A button that does it; connect its `clicked`, and call `accept` when it is done."""
        button = Button(words, kind)
        button.setDefault(kind is Kind.PRIMARY)
        self._foot.addWidget(button)
        return button

    def add_way_out(self, words: str) -> Button:
        """A button that closes the dialog and changes nothing; Escape does the same."""
        button = Button(words, Kind.SECONDARY)
        button.setAutoDefault(False)
        button.clicked.connect(self.reject)
        self._foot.addWidget(button)
        return button
