"""The chips above the table: one filter holds; tags that do not fit wait in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from resources.words import Words
from ui.customers.filters import TAG, Filter
from ui.customers.fitting import FittingRow
from ui.shared.chips import FilterChip

TAGS = 8
"""How many tags may stand as chips at most; all others are in the menu."""


class FilterBar(FittingRow):
    """Shows filters and tells which one was chosen."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("Show"), words("More filters"))
        self._say = words
        self._filters: list[Filter] = []
        self._chips: dict[str, FilterChip] = {}

    def show_filters(self, filters: Sequence[Filter], chosen: str) -> None:
        """Chips with their counts; `chosen` is filled."""
        self._filters = list(filters)
        there = _worth_a_chip(filters, chosen)
        if [one.key for one in there] != list(self._chips):
            self._chips = {one.key: self._chip(one) for one in there}
            self.show_buttons(list(self._chips.values()))
        for one in there:
            chip = self._chips[one.key]
            chip.show_count(self._say.number(one.count) if one.count else "")
            chip.setChecked(one.key == chosen)
        self.fit()

    def menu(self) -> QMenu:
        """Every filter that is not to be seen as a chip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in self._filters:
            chip = self._chips.get(one.key)
            if chip is None or not chip.isVisible():
                act = menu.addAction(f"{one.words}  {self._say.number(one.count)}")
                act.triggered.connect(lambda _=False, key=one.key: self.chosen.emit(key))
        return menu

    def _chip(self, one: Filter) -> FilterChip:
        chip = FilterChip(one.words)
        chip.setObjectName(f"filter.{one.key}")
        chip.clicked.connect(lambda: self.chosen.emit(one.key))
        return chip

    def fit(self) -> None:
        super().fit()
        hidden = len(self._filters) - sum(1 for chip in self._chips.values() if not chip.isHidden())
        self.more.setVisible(hidden > 0)


def _worth_a_chip(filters: Sequence[Filter], chosen: str) -> list[Filter]:
    fixed = [one for one in filters if not one.key.startswith(TAG)]
    tags = [one for one in filters if one.key.startswith(TAG)]
    late = [one for one in tags[TAGS:] if one.key == chosen]
    return fixed + tags[:TAGS] + late
