"""The Printing screen: a part at a time, with what may be done in it at the head."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.printing.parts import LABELS, PARTS, SHEETS
from ui.shared.chips import FilterChips
from ui.shared.headers import PageHeader
from ui.shared.margins import margins

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def make_printing(desk: Desk) -> "PrintingScreen":
    """The screen for its place in the window."""
    return PrintingScreen(desk)


class PrintingScreen(QWidget):
    """A part brings its own acts: widgets that it calls `acts` stand in the head while it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.header = PageHeader(desk.words("Printing"))
        self.parts = FilterChips(desk.words("Printing"))
        self._stack = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._part = PARTS[0].key
        for part in PARTS:
            self.parts.add(part.key, desk.words(part.title)).setObjectName(f"part.{part.key}")
        self.parts.chosen.connect(self.go_to)
        self._lay_out()

    @property
    def part(self) -> QWidget:
        """The part that is shown, made if need be."""
        return self.made(self._part)

    def visited(self) -> None:
        """Called at each visit."""
        self._put()

    def go_to(self, key: str) -> QWidget:
        """Shows another part."""
        self._part = key
        self.parts.choose(key)
        self._put()
        return self.part

    def print_labels(self, ids: Sequence[int], design: int | None = None) -> None:
        """Goes to the labels with these people chosen, perhaps with one of the owner's own designs."""
        cast("_TakesPeople", self.go_to(LABELS)).choose_people(ids, design)

    def print_on(self, stock: str) -> None:
        """Goes to the labels with this sheet chosen."""
        cast("_TakesPeople", self.go_to(LABELS)).choose_stock(stock)

    def read_template(self, path: "Path") -> None:
        """Goes to the sheets with what this file of gLabels holds."""
        cast("_ReadsTemplates", self.go_to(SHEETS)).read_file(path)

    def made(self, key: str) -> QWidget:
        if key not in self._made:
            part = self._made[key] = next(one for one in PARTS if one.key == key).make(self._desk)
            self._stack.addWidget(part)
            for act in getattr(part, "acts", ()):
                self.header.add(act)
        return self._made[key]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        self.part.setFocus(event.reason())

    def _put(self) -> None:
        part = self.part
        for one in self._made.values():
            for act in getattr(one, "acts", ()):
                act.setVisible(one is part)
        self._stack.setCurrentWidget(part)
        visited: Callable[[], object] | None = getattr(part, "visited", None)
        if visited is not None:
            visited()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(36, 8, 24, 0))
        whole.setSpacing(20)
        for part in (self.header, self.parts):
            row = QHBoxLayout()
            row.setContentsMargins(margins(4, 0, 8, 0))
            row.addWidget(part)
            whole.addLayout(row)
        whole.addWidget(self._stack, 1)


class _TakesPeople(QWidget):
    def choose_people(self, ids: Sequence[int], design: int | None) -> None: ...

    def choose_stock(self, name: str) -> None: ...


class _ReadsTemplates(QWidget):
    def read_file(self, file: "Path") -> None: ...
