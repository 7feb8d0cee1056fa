"""Days of the week to be chosen, as they follow one another there; none of them means any."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.programme_said import weekday
from ui.shared.chips import FilterChip


class Weekdays(QWidget):
    """A chip for each day; the days that are filled are meant."""

    def __init__(self, words: Words, week: Sequence[str], chosen: str) -> None:
        super().__init__()
        self.chips = {day: FilterChip(weekday(day, words, short=True)) for day in week}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for day, chip in self.chips.items():
            chip.setAccessibleName(weekday(day, words))
            chip.setChecked(day in chosen.split())
            row.addWidget(chip)
        row.addStretch()
        self.setFocusProxy(next(iter(self.chips.values())))

    @property
    def key(self) -> str:
        """The days that are meant, apart by spaces."""
        return " ".join(day for day, chip in self.chips.items() if chip.isChecked())
