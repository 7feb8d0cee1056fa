"""A number with its unit, typed or stepped by the arrows, read as people here write it."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from resources.words import Words
from ui.shared.fields import Field
from ui.shared.inputs import Input


class NumberField(Field):
    """Tells a number once Enter or Tab was pressed, or at each step; what is none comes back as it was."""

    given = Signal(float)

    def __init__(
        self, words: Words, label: str, *, limits: tuple[float, float], step: float = 0.5
    ) -> None:
        self._line = _Line(step)
        super().__init__(label, self._line)
        self._words, self._limits = words, limits
        self._value = 0.0
        self._line.editingFinished.connect(self._read)
        self._line.stepped.connect(lambda way: self._give(self._value + way * step))

    @property
    def value(self) -> float:
        return self._value

    def show_value(self, value: float) -> None:
        """Silently."""
        self._value = value
        exact = Decimal(f"{value:.2f}").normalize()
        whole = exact == exact.to_integral_value()
        said = self._words.decimal(exact.quantize(Decimal(1)) if whole else exact)
        if self._line.text() != said:
            self._line.setText(said)

    def _read(self) -> None:
        try:
            typed = float(
                self._line.text().strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
            )
        except ValueError:
            self.show_value(self._value)
            return
        self._give(typed)

    def _give(self, wanted: float) -> None:
        least, most = self._limits
        value = round(min(max(wanted, least), most), 2) if wanted == wanted else self._value  # noqa: PLR0124
        changed = abs(value - self._value) > 1e-6  # noqa: PLR2004
        self.show_value(value)
        if changed:
            self.given.emit(value)


class _Line(Input):
    stepped = Signal(int)

    def __init__(self, step: float) -> None:
        super().__init__()
        self._step = step
        self.setMinimumWidth(56)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)
