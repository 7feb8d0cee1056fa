"""What is asked after printing: whether all of it came out, and if not, which cards did not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.missing import Missing
from ui.cards.tick_list import Name
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.easel import Easel
from ui.shared.text import ElidedText
from ui.shared.theme import colour
from ui.shared.warning import HEIGHT

ROOM_FOR_ONE_LINE = 440
"""A narrower strip has its acts under its words."""
_WORDS_AT, _TALL = 48, 96


class CameOut(QWidget):
    """A strip, and under it the names once something did not come out."""

    all_came = Signal(list)
    """The ids of all cards: every one came out."""
    print_again = Signal(list)
    """The ids of those that did not and are to be printed at once; the others came out."""
    put_back = Signal(list)
    """The same, to be printed another day."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._cards: Sequence[Name] = ()
        self.strip = Asked()
        self.missing = Missing(words)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.strip)
        whole.addWidget(self.missing)
        self.strip.all_came.clicked.connect(self._all)
        self.strip.some_not.clicked.connect(self._open)
        self.missing.print_again.connect(self.print_again)
        self.missing.put_back.connect(self.put_back)
        self.missing.left.connect(self._close)
        self.hide()

    def ask(self, cards: Sequence[Name], said: str = "") -> None:
        """Ids and names of what was just printed, cards unless it is `said`; none takes the question away."""
        self._cards = tuple(cards)
        self.strip.ask(self._words, len(cards), said)
        self.missing.hide()
        self.setVisible(bool(cards))

    def _all(self) -> None:
        self.all_came.emit([one for one, _name in self._cards])

    def _open(self) -> None:
        if self.missing.isVisible():
            self._close()
            return
        self.missing.show_names(self._cards)
        self.missing.show()
        self.missing.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.missing.hide()
        self.strip.some_not.setFocus(Qt.FocusReason.OtherFocusReason)


class Asked(QWidget):
    """The question and its two answers."""

    def __init__(self) -> None:
        super().__init__()
        self._said, self._asked = ElidedText("", 14, 500), ElidedText("", 13, ink="ink2")
        self.all_came = Button("", Kind.LINK, height=IN_ROW)
        self.some_not = Button("", Kind.LINK, height=IN_ROW)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch()
        lines.addWidget(self._said)
        lines.addWidget(self._asked)
        lines.addStretch()
        acts = QHBoxLayout()
        acts.setSpacing(28)
        acts.addWidget(self.all_came)
        acts.addWidget(self.some_not)
        acts.addStretch()
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.addLayout(lines, 1)
        self._inner.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addSpacing(_WORDS_AT)
        row.addLayout(self._inner, 1)
        row.addSpacing(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._stand()

    def ask(self, words: Words, n: int, said: str = "") -> None:
        said = said or words.plural("{n} card printed", "{n} cards printed", n)
        asked = words.plural("Did it come out?", "Did all of them come out?", n)
        self._said.setText(said)
        self._asked.setText(asked)
        self.all_came.setText(words.plural("It came out", "All came out", n))
        self.some_not.setText(words.plural("It did not…", "These did not…", n))
        self.setAccessibleName(f"{said}. {asked}")

    def minimumSizeHint(self) -> QSize:
        acts = self.all_came.sizeHint().width() + 28 + self.some_not.sizeHint().width()
        return QSize(_WORDS_AT + acts + 20, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("good_tint"))
            box = QRectF(16, HEIGHT / 2 - 10, 20, 20)
            easel.icon("printer-outline", box, colour("good"))

    def _stand(self) -> None:
        narrow = self.width() < ROOM_FOR_ONE_LINE
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._inner.setDirection(way)
        self._inner.setContentsMargins(0, 8 if narrow else 0, 0, 8 if narrow else 0)
        self._inner.setSpacing(4 if narrow else 28)
        self.setFixedHeight(_TALL if narrow else HEIGHT)
