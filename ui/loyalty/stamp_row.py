"""A stamp card in one line: what is stamped, what is still to come, and the gift at its end."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.handing import HandingOver
from ui.loyalty.standing import Stamping
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.easel import Easel
from ui.shared.headers import SECTION, Heading
from ui.shared.theme import colour

STAMP, GAP = 28, 7


class StampRow(QWidget):
    """Shown only where the programme has a stamp card."""

    stamp_asked = Signal()
    gift_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self.heading = Heading("", "", SECTION)
        self.add = Button(words("Stamp"), Kind.QUIET, icon="plus", height=IN_ROW)
        self.add.setObjectName("loyalty.stamp")
        self.gift = HandingOver("", icon="gift-outline", height=IN_ROW)
        self.gift.setObjectName("loyalty.stamp.gift")
        self.add.clicked.connect(self.stamp_asked)
        self.gift.clicked.connect(self.gift_asked)
        self.dots = Stamps()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.gift)
        head.addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.dots)

    def show_stamps(self, stamping: Stamping | None) -> None:
        self.setVisible(stamping is not None)
        if stamping is None:
            return
        self.heading.show_words(stamping.name, stamping.count)
        self.dots.show_stamps(stamping.stamps, stamping.goal)
        self.dots.setAccessibleName(stamping.count)
        gift = self._say.isolated(stamping.waits)
        self.gift.setText(self._say("Give: {reward}", reward=gift))
        self.gift.setVisible(bool(stamping.waits))


class Stamps(QWidget):
    """Circles from the leading edge, closer where there are many; the last one holds the gift."""

    def __init__(self) -> None:
        super().__init__()
        self._stamps, self._goal = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stamps(self, stamps: int, goal: int) -> None:
        self._stamps, self._goal = stamps, goal
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, STAMP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        pitch = min(STAMP + GAP, self.width() / self._goal)
        side = min(float(STAMP), pitch - 2)
        with Easel.on(self) as easel:
            for place in range(self._goal):
                self._paint(easel, QRectF(place * pitch, (STAMP - side) / 2, side, side), place)

    def _paint(self, easel: Easel, box: QRectF, place: int) -> None:
        inner = box.adjusted(*(box.width() / 5 * way for way in (1, 1, -1, -1)))
        is_last = place == self._goal - 1
        if place < self._stamps:
            easel.box(box, box.width() / 2, colour("tint"))
            easel.icon("gift" if is_last else "check-bold", inner, colour("accent"))
            return
        centre = QPointF(box.center())
        easel.circle(centre, box.width() / 2 - 0.5, colour("edge"), 1)
        if is_last:
            easel.icon("gift-outline", inner, colour("ink2"))
