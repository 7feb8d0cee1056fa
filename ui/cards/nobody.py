"""What stands on the page when nobody is on the list, and what one can do then."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.shown import Empty
from ui.shared.buttons import Button, Kind
from ui.shared.drawings import BookDrawing
from ui.shared.empty import EmptyState, Tile


class Nobody(QWidget):
    """Made anew for each list that is empty."""

    followed = Signal(str)
    """The key of the step that was chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._lines = (words("Dear Tereza,"), words("all the best!"))
        self._state: EmptyState | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)

    def show_empty(self, empty: Empty) -> None:
        if self._state is not None:
            self._state.hide()
            self._state.deleteLater()
        state = EmptyState(BookDrawing(self._lines), empty.sentence, empty.use)
        for place, step in enumerate(empty.steps):
            button = Button(step.act, Kind.SECONDARY if place else Kind.PRIMARY)
            button.clicked.connect(partial(self.followed.emit, step.key))
            state.add(Tile(step.icon, step.title, step.words, button))
        self._state = state
        self._whole.addWidget(state)
