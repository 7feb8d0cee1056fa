"""The strips under the desk: what wants a look, each with a way there and a way to be content."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from resources.words import Words
from ui.cards.shown import Remark
from ui.shared.warning import Warn, Warnings

ROOM_FOR_TWO = 520
"""Where a strip is narrower than this, only its first act is shown."""


class Strip(Warn):
    """One remark."""

    def __init__(self, remark: Remark, words: Words) -> None:
        super().__init__(remark.words, remark.detail, remark.icon)
        self.show_act = self.add_act(words("Show"))
        fine = words("Send anyway") if remark.presses else words("Fine as it is")
        self.fine_act = self.add_act(fine)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fine_act.setVisible(self.width() >= ROOM_FOR_TWO)


class Strips(Warnings):
    """At most two at a time."""

    shown = Signal(object)
    """The remark whose card is to be shown."""
    settled = Signal(object, object)
    """The remark that is fine as it is, and the button that said so."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._told: tuple[list[Remark], str] = ([], "")
        self.hide()

    def show_remarks(self, remarks: Sequence[Remark], more: str) -> None:
        """The same ones again are left as they are: the keyboard may be on one of them."""
        told = (list(remarks), more)
        if told == self._told:
            return
        self._told = told
        strips = [self._strip(remark) for remark in remarks]
        self.show_strips(strips, more)

    def _strip(self, remark: Remark) -> Strip:
        strip = Strip(remark, self._words)
        strip.show_act.clicked.connect(partial(self.shown.emit, remark))
        strip.fine_act.clicked.connect(partial(self.settled.emit, remark, strip.fine_act))
        return strip
