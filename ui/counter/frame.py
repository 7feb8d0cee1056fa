"""What every page of the counter has: the shop's head above, the foot below, and its middle between."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.counter.measure import Measure
from ui.counter.parts import Dots, ShopHead
from ui.shared.easel import Easel
from ui.shared.text import Text
from ui.shared.theme import colour

SIDE, EDGE, FOOT = 48, 36, 56
ABOVE = 100 / 616
"""How much of the middle is empty above the question, so that it stands at one height on every page."""
AIR = 16
"""What is kept free above and below the middle, for which the question is set smaller where it must be."""
SMALLER = (1, 0.8, 0.62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What every page is drawn with."""

    words: Words
    measure: Measure
    shop: str
    shop_words: str
    hold: int = 2000
    narrow: bool = False
    """Where the languages do not fit beside the shop's name."""


class Frame(QWidget):
    """A page; its kind fills `middle`, and the foot from either end."""

    def __init__(self, look: Look, line: str = "") -> None:
        super().__init__()
        self.look, self.words, self.m = look, look.words, look.measure
        px = self.m.px
        self.head = ShopHead(look.shop, line or look.shop_words, self.m, look.hold)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(px(8))
        self.below_head = QVBoxLayout()
        self.middle = QVBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.foot = Foot(self.m)
        self._above = QWidget()
        self._body = QWidget()
        self._body.setLayout(self.middle)
        self.rises = False
        """Whether the middle stands higher, where a keyboard needs the room."""
        self._question: Text | None = None
        self._largest = 0
        self._lay_out()

    def first_focus(self) -> QWidget | None:
        """What a real keyboard writes to on this page."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_above()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._set_above()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), colour("canvas"))

    def ask(self, said: str, line: str = "", *, px: int = 56, gap: int = 64) -> None:
        """The question and the line under it, in the middle, and what comes `gap` below."""
        self._question = question = headline(said, px, self.m)
        self._largest = question.px
        self.middle.addWidget(question)
        if line:
            self.middle.addSpacing(self.m.px(12))
            below = Text(line, self.m.px(20), ink="ink2", wrap=True)
            below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.middle.addWidget(below)
        self.middle.addSpacing(self.m.px(gap))

    def _set_above(self) -> None:
        """The empty part above the question, which gives way where there is much below."""
        px, spare = self.m.px, self._fit_question()
        room = self._room().height()
        wanted = spare // 3 if self.rises else round(ABOVE * room)
        self._above.setFixedHeight(min(wanted, max(spare - px(AIR), spare // 2)))

    def _fit_question(self) -> int:
        """Sets the question as large as all fits with; answers how much of the height is left."""
        room = self._room()
        grows = self.middle.hasHeightForWidth()
        hint = self.middle.sizeHint().height()
        spare = room.height() - (self.middle.totalHeightForWidth(room.width()) if grows else hint)
        if self._question is not None:
            sizes = [round(self._largest * part) for part in SMALLER]
            others = spare + self._question.high_at(self._question.px, room.width())
            left = {px: others - self._question.high_at(px, room.width()) for px in sizes}
            enough = (px for px in sizes if left[px] >= 2 * self.m.px(AIR))
            fitting = next(enough, sizes[-1])
            self._question.set_size(fitting)
            spare = left[fitting]
        return max(0, spare)

    def _room(self) -> QSize:
        """What lies between the head and the foot."""
        px = self.m.px
        wide = self.width() - 2 * px(SIDE)
        below = self.below_head.totalHeightForWidth(wide) if self.below_head.count() else 0
        return QSize(wide, self.height() - 2 * px(EDGE) - 2 * px(FOOT) - below)

    def _lay_out(self) -> None:
        px = self.m.px
        top = QHBoxLayout()
        top.setSpacing(px(24))
        top.addWidget(self.head, 1)
        top.addLayout(self.corner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(SIDE), px(EDGE), px(SIDE), px(EDGE))
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addLayout(self.below_head)
        whole.addWidget(self._above)
        whole.addWidget(self._body)
        whole.addStretch(1)
        whole.addWidget(self.foot)
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class Foot(QWidget):
    """Parts at the leading and the trailing end; the dots are in the very middle of the page."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._m = measure
        self._leading: list[QWidget] = []
        self._trailing: list[QWidget] = []
        self._dots: Dots | None = None
        self.setFixedHeight(measure.px(FOOT))

    def fill(
        self,
        leading: Sequence[QWidget] = (),
        trailing: Sequence[QWidget] = (),
        dots: Dots | None = None,
    ) -> None:
        self._leading, self._trailing, self._dots = list(leading), list(trailing), dots
        for part in (*leading, *trailing, *([dots] if dots else [])):
            part.setParent(self)
            part.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, start, end = self._m.px(16), 0, self.width()
        for part in reversed(self._trailing):
            wide = part.sizeHint().width()
            self._set(part, end - wide, wide)
            end -= wide + gap
        if self._dots is not None:
            wide = self._dots.sizeHint().width()
            middle = (self.width() - wide) // 2
            self._set(self._dots, middle, wide)
            end = min(end, middle - gap)
        for part in self._leading:
            fixed = part.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
            wide = part.sizeHint().width() if fixed else max(0, end - start)
            self._set(part, start, wide)
            start += wide + gap

    def _set(self, part: QWidget, x: int, wide: int) -> None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - wide
        fixed = part.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Fixed
        high = part.sizeHint().height() if fixed else self.height()
        part.setGeometry(x, (self.height() - high) // 2, wide, high)


def headline(said: str, px: int, measure: Measure) -> Text:
    """A question in the middle; a long one is set smaller, so that it stays within two lines."""
    usual, small = 36, 72
    if len(said) > usual:
        px = round(px * (0.8 if len(said) <= small else 0.62))
    line = Text(said, measure.px(px), 600, wrap=True)
    line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return line
