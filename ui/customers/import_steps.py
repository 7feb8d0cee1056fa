"""The four steps of the import at the head of its page, and the way back to those that are done."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from resources.words import Words
from ui.customers.import_shown import Step
from ui.shared.easel import CENTRE, Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.headers import Hairline
from ui.shared.theme import colour

HEIGHT, CIRCLE, GAP, LINK = 32, 22, 8, 24


class Steps(QWidget):
    """Where one is; a press on an earlier step asks to go back to it."""

    asked = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.setAccessibleName(words("Steps of the import"))
        said = (
            words.said("step of the import", "Choose"),
            words.said("step of the import", "Columns"),
            words.said("step of the import", "Look"),
            words.said("step of the import", "Done"),
        )
        self.marks = [StepMark(step, name) for step, name in zip(Step, said, strict=True)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for mark in self.marks:
            if mark.step:
                link = Hairline()
                link.setFixedWidth(LINK)
                row.addWidget(link)
            row.addWidget(mark)
            mark.clicked.connect(lambda _=False, step=mark.step: self.asked.emit(int(step)))

    def show_step(self, current: Step, reach: Sequence[Step]) -> None:
        for mark in self.marks:
            mark.show_step(current, can_go_back=mark.step in reach)
            mark.setAccessibleName(self._aloud(mark, current))

    def _aloud(self, mark: "StepMark", current: Step) -> str:
        if mark.step == current:
            return self.words("{step}, you are here", step=mark.text())
        if mark.step < current:
            return self.words("{step}, done", step=mark.text())
        return self.words("{step}, to come", step=mark.text())


class StepMark(QPushButton):
    """One step: its number or a tick in a circle, and its word."""

    def __init__(self, step: Step, name: str) -> None:
        super().__init__(name)
        self.step = step
        self._current = Step.CHOOSE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def show_step(self, current: Step, *, can_go_back: bool) -> None:
        self._current = current
        self.setEnabled(can_go_back)
        shape = Qt.CursorShape.PointingHandCursor if can_go_back else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CIRCLE + GAP + int(width(self.text(), font(14, 500))) + 4, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        here, done = self.step == self._current, self.step < self._current
        disc = QRectF(0, (HEIGHT - CIRCLE) / 2, CIRCLE, CIRCLE)
        rest = QRectF(CIRCLE + GAP, 0, self.width() - CIRCLE - GAP, HEIGHT)
        ink = colour("ink" if here else "ink2" if done else "ink3")
        with Easel.on(self) as easel:
            if here:
                easel.box(disc, CIRCLE / 2, colour("ink"))
            else:
                centre = QPointF(disc.center())
                easel.circle(centre, CIRCLE / 2, colour("edge", 0.55), 1)
            if done:
                easel.icon("check", disc.adjusted(4, 4, -4, -4), colour("ink2"))
            else:
                number = colour("canvas") if here else ink
                easel.text(disc, str(self.step + 1), font(12, 500, tabular=True), number, CENTRE)
            if done and self.isEnabled() and self.underMouse():
                ink = colour("accent")
            easel.text(rest, self.text(), font(14, 500 if here else 400), ink)
