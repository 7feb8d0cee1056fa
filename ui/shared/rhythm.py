"""The product's own mark: one dot a week, and rings for the weeks missed beyond a person's own rhythm."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.easel import Easel
from ui.shared.theme import colour

WEEKS = 26
OFTEN = 2
"""From so many visits in one week its dot is big."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Visits a week, oldest first; the last `missed` of them lie beyond the person's own rhythm."""

    visits: Sequence[int]
    missed: int = 0
    words: str = ""
    """The same said aloud, as in "usually every 5 days, 29 days ago"."""


def paint_weeks(easel: Easel, box: QRectF, weeks: Weeks, pitch: float) -> None:
    """The dots from the leading edge of `box`, `pitch` apart or closer where room is short."""
    count = len(weeks.visits)
    pitch = min(pitch, box.width() / max(count, 1))
    small, big = (2.8, 3.9) if pitch > 8 else (min(2.5, pitch * 0.45), min(3.5, pitch * 0.62))  # noqa: PLR2004 - wide dots stand apart, close ones touch
    x, y = box.left() + big, box.center().y()
    for week, visits in enumerate(weeks.visits):
        late = week >= count - weeks.missed
        last_visit = week == count - weeks.missed - 1 and weeks.missed > 0
        if visits:
            radius = big if visits >= OFTEN else small
            easel.dot(x, y, radius, colour("accent" if last_visit else "ink2"))
        elif late:
            easel.circle(QPointF(x, y), small + 0.2, colour("accent"), 1.2)
        else:
            easel.dot(x, y, 1.1, colour("edge", 0.45))
        x += pitch


class Rhythm(QWidget):
    """Half a year of one person's weeks."""

    def __init__(self, weeks: Weeks | None = None, pitch: float = 10.0) -> None:
        super().__init__()
        self._pitch = pitch
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_weeks(weeks or Weeks(()))

    def show_weeks(self, weeks: Weeks) -> None:
        self._weeks = weeks
        self.setAccessibleName(weeks.words)
        self.setToolTip(weeks.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(WEEKS * self._pitch), 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_weeks(easel, QRectF(self.rect()), self._weeks, self._pitch)
