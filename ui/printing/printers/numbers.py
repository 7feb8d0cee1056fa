"""The fields for what was measured: two of each cross, one of each ruler."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.inputs import Input
from ui.shared.text import Text

if TYPE_CHECKING:
    from reports.test_page import Layout

_FIELD = 120
_CROSSES = 4


class Number(Input):
    """One number; `reached` is called when the keyboard or a press comes to it."""

    def __init__(self, name: str, reached: Callable[[], None]) -> None:
        super().__init__()
        self._reached = reached
        self.setAccessibleName(name)
        self.setFixedWidth(_FIELD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached()


class Numbers(QWidget):
    """`asks` is told which of the numbers is being typed, counted from 0."""

    def __init__(self, words: Words, asks: Callable[[int], None]) -> None:
        super().__init__()
        self._words, self._asks = words, asks
        self.fields: list[Number] = []
        self.error = Text("", 13, ink="bad", wrap=True)
        self.error.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(3, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._grid)
        whole.addWidget(self.error)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_layout(self, layout: "Layout") -> None:
        """The fields for that page; what was typed stays where it still has its field."""
        kept = self.texts
        while item := self._grid.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.fields = []
        words = self._words
        for column, said in ((1, words("From the side")), (2, words("From above or below"))):
            self._grid.addWidget(Text(said, 13, 500, ink="ink2"), 0, column)
        for cross in range(_CROSSES):
            self._add_cross(cross)
        for at, ruler in enumerate(layout.rulers):
            said = words("Ruler across") if ruler.axis == 0 else words("Ruler along")
            self._row(_CROSSES + 1 + at, said, (said,))
        for field, text in zip(self.fields, kept, strict=False):
            field.setText(text)

    @property
    def texts(self) -> Sequence[str]:
        return [field.text() for field in self.fields]

    @property
    def of_edges(self) -> Sequence[str]:
        return self.texts[: 2 * _CROSSES]

    @property
    def of_rulers(self) -> Sequence[str]:
        return self.texts[2 * _CROSSES :]

    def show_errors(self, errors: Mapping[int, str], whole: str) -> None:
        """Marks the fields that are wrong, says what is wrong with the first, and goes there."""
        for at, field in enumerate(self.fields):
            field.mark_wrong(at in errors)
            field.setAccessibleDescription(errors.get(at, ""))
        said = whole or (errors[min(errors)] if errors else "")
        self.error.setText(said)
        self.error.setVisible(bool(said))
        if errors:
            self.fields[min(errors)].setFocus()
            self.fields[min(errors)].selectAll()

    def _add_cross(self, cross: int) -> None:
        words, number = self._words, self._words.number(cross + 1)
        names = (
            words("Cross {n}, from the side", n=number),
            words("Cross {n}, from above", n=number)
            if cross < _CROSSES // 2
            else words("Cross {n}, from below", n=number),
        )
        self._row(cross + 1, words("Cross {n}", n=number), names)

    def _row(self, row: int, said: str, names: Sequence[str]) -> None:
        self._grid.addWidget(Text(said, 14, 500), row, 0)
        for column, name in enumerate(names, 1):
            at = len(self.fields)
            field = Number(name, partial(self._asks, at))
            field.setObjectName(f"measured.{at}")
            field.textEdited.connect(lambda _text, field=field: self._mend(field))
            self.fields.append(field)
            self._grid.addWidget(field, row, column)

    def _mend(self, field: Number) -> None:
        field.mark_wrong(False)
        self.error.hide()
