"""Above the card on the desk: whose it is, its size, and what is done to it alone."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from resources.words import Words
from ui.cards.shown import Page
from ui.shared.buttons import Button, Kind
from ui.shared.text import ElidedText, Text

_ASIDE, _WITHIN, _BETWEEN = 10, 16, 14
"""The edge of the acts; from there to their words, under which the name stands; from it to the size."""
_SHORTEST = 120
"""So much of a name is to be read before the acts go below it."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PreviewHead(QWidget):
    """On one line where there is room; else the acts stand below, one under the other if need be."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.whose = ElidedText("", 15, 500)
        self.paper = Text("", 13, ink="ink2")
        self.acts = (
            Button(words("Edit this card"), Kind.QUIET, icon="pencil-outline"),
            Button(words("New writing"), Kind.QUIET, icon="dice-3-outline"),
        )
        self._below = QBoxLayout(_ACROSS)
        self._whole = QBoxLayout(_ACROSS, self)
        self._lay_out()

    def show_page(self, page: Page) -> None:
        self.whose.setText(page.name)
        self.paper.setText(page.aside)
        for act in self.acts:
            act.setVisible(page.facts is not None and not page.fixed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _ASIDE
        shown = [act.sizeHint().width() for act in self.acts if not act.isHidden()]
        name = min(self.whose.sizeHint().width(), _SHORTEST)
        who = _WITHIN + name + _BETWEEN + self.paper.sizeHint().width()
        self._whole.setDirection(_ACROSS if who + sum(shown) <= room else _DOWN)
        self._below.setDirection(_ACROSS if sum(shown) <= room else _DOWN)

    def _lay_out(self) -> None:
        who = QHBoxLayout()
        who.setSpacing(0)
        who.addSpacing(_WITHIN)
        who.addWidget(self.whose)
        who.addSpacing(_BETWEEN)
        who.addWidget(self.paper)
        who.addStretch()
        self._below.setSpacing(0)
        for act in self.acts:
            self._below.addWidget(act)
        self._below.addStretch()
        self._whole.setContentsMargins(_ASIDE, 0, _ASIDE, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(who, 1)
        self._whole.addLayout(self._below)
