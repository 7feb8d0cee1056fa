"""A row of buttons of which as many are seen as fit; the rest waits in a menu at its end."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.shared.buttons import IconButton
from ui.shared.focus import in_turn, turn_of

GAP = 8


class FittingRow(QWidget):
    """The first ones are the last to go; one that is chosen is always seen."""

    def __init__(self, label: str, more_words: str, gap: int = GAP) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._gap = gap
        self._buttons: list[QAbstractButton] = []
        self._waiting: list[QAbstractButton] = []
        self._turn = turn_of(self)
        self.more = IconButton("dots-horizontal", more_words)
        self.more.setObjectName("more")
        self.more.clicked.connect(self._open)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(self.more)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        """These instead of what stood here, the most important first."""
        for old in set(self._buttons) - set(buttons):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, button in enumerate(buttons):
            self._row.insertWidget(place, button)
        self._buttons = list(buttons)
        in_turn(self._turn, *buttons, self.more)
        self.fit()

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """All of them, whether there is room or not."""
        return tuple(self._buttons)

    def fit(self) -> None:
        """Show what there is room for; call it when a button's words have changed."""
        seen = self._that_fit()
        self._waiting = [button for button in self._buttons if button not in seen]
        for button in self._buttons:
            button.setVisible(button in seen)
        self.more.setVisible(bool(self._waiting))

    def menu(self) -> QMenu:
        """What does not fit, to be chosen from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._waiting:
            act = menu.addAction(button.text())
            act.triggered.connect(button.click)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(200, 32)

    def minimumSizeHint(self) -> QSize:
        return QSize(32, 32)

    def _that_fit(self) -> list[QAbstractButton]:
        wide = [button.sizeHint().width() + self._gap for button in self._buttons]
        if sum(wide) - self._gap <= self.width():
            return list(self._buttons)
        room = self.width() - self.more.width()
        pinned = [button for button in self._buttons if button.isChecked()]
        room -= sum(button.sizeHint().width() + self._gap for button in pinned)
        seen = list(pinned)
        for button, one in zip(self._buttons, wide, strict=True):
            if button in pinned:
                continue
            room -= one
            if room < 0:
                break
            seen.append(button)
        return seen

    def _open(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
