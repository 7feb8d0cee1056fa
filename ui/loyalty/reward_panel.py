"""The trailing panel of the counter: what she can have now, what comes soon, what she likes, her coupons."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.points_line import paint_bar
from ui.loyalty.handing import HandingOver
from ui.loyalty.standing import Offer, Standing, Waiting
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.easel import CENTRE, Easel
from ui.shared.flow import Flow
from ui.shared.fonts import font, width
from ui.shared.headers import Hairline, Heading
from ui.shared.pane import Panel, scrolling
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour

WIDE, NARROW = 480, 380
CIRCLE, BAR = 48, 104


class RewardPanel(Panel):
    """Rebuilt for each customer; it scrolls where it is long."""

    give_asked = Signal(str)
    coupon_asked = Signal(str)
    programme_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(words("Rewards"))
        self._coupons: dict[str, Button] = {}
        self._column, self._foot = QVBoxLayout(), QVBoxLayout()
        self._column.setSpacing(0)
        self._column.setContentsMargins(32, 28, 32, 16)
        self._foot.setContentsMargins(32, 8, 32, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(self._column), 1)
        whole.addLayout(self._foot)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 600)

    def show_standing(self, one: Standing) -> None:
        _clear(self._column)
        _clear(self._foot)
        self._coupons.clear()
        self._show_now(one)
        if one.soon:
            self._column.addSpacing(20)
            self._column.addWidget(Heading(self._say("Soon"), "", 16))
            self._rows([OfferRow(offer) for offer in one.soon])
        if one.likes:
            self._show_likes(one)
        self._column.addStretch()
        for waiting in one.waiting:
            self._foot.addWidget(self._coupon(waiting))

    def show_taken(self, code: str) -> None:
        """The coupon that comes off the next sale; "" for none."""
        for one, button in self._coupons.items():
            taken = one == code
            button.setText(self._say("Do not use") if taken else self._say("Use"))
            button.show_icon("check" if taken else "")

    def _show_now(self, one: Standing) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Heading(one.now_title, "", 20), 1)
        row.addWidget(Text(one.now_count, 14, ink="ink2"))
        self._column.addWidget(head)
        if one.now:
            self._rows([self._given(offer) for offer in one.now])
            return
        self._column.addSpacing(8)
        said = (
            self._say("Nothing yet.")
            if one.has_rewards
            else self._say("Your programme has no rewards yet. Say what points can be given for.")
        )
        self._column.addWidget(Text(said, 14, ink="ink2", wrap=True))
        if not one.has_rewards:
            ask = Button(self._say("Set up rewards"), Kind.LINK, height=32)
            ask.setObjectName("loyalty.rewards")
            ask.clicked.connect(self.programme_asked)
            self._column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeading)

    def _given(self, offer: Offer) -> "OfferRow":
        give = HandingOver(self._say("Give"), height=MAIN)
        give.setMinimumWidth(BAR)
        give.setAccessibleName(self._say("Give: {reward}", reward=self._say.isolated(offer.name)))
        give.setObjectName(f"loyalty.give.{offer.name}")
        give.clicked.connect(partial(self.give_asked.emit, offer.name))
        return OfferRow(offer, give)

    def _rows(self, rows: Sequence["OfferRow"]) -> None:
        self._column.addSpacing(8)
        for place, row in enumerate(rows):
            if place:
                self._column.addWidget(Hairline())
            self._column.addWidget(row)

    def _show_likes(self, one: Standing) -> None:
        chips = Flow()
        for item in one.likes:
            chips.addWidget(Chip(item))
        holder = QWidget()
        holder.setLayout(chips)
        self._column.addSpacing(16)
        self._column.addWidget(Hairline())
        self._column.addSpacing(20)
        self._column.addWidget(Heading(one.likes_title, "", 16))
        self._column.addSpacing(12)
        self._column.addWidget(holder)

    def _coupon(self, waiting: Waiting) -> QWidget:
        use = self._coupons[waiting.code] = Button(self._say("Use"), Kind.QUIET)
        use.setObjectName(f"loyalty.coupon.{waiting.code}")
        use.setAccessibleName(self._say("Use the coupon: {words}", words=waiting.words))
        use.clicked.connect(partial(self.coupon_asked.emit, waiting.code))
        return CouponRow(waiting, use)


class OfferRow(QWidget):
    """Icon in a circle, name and price; at the trailing end a button, or how much is missing."""

    def __init__(self, offer: Offer, act: Button | None = None) -> None:
        super().__init__()
        self._offer, self._is_now = offer, act is not None
        self.setFixedHeight(80)
        self.setAccessibleName(", ".join(p for p in (offer.name, offer.detail, offer.missing) if p))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch()
        lines.addWidget(ElidedText(offer.name, 16, 500, ink="ink" if act else "ink2"))
        lines.addWidget(ElidedText(offer.detail, 14, ink="ink2"))
        lines.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        # Spacing, not a margin: those do not turn with the reading.
        row.addSpacing(CIRCLE + 16)
        row.addLayout(lines, 1)
        row.addWidget(act or Missing(offer))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        with Easel.on(self) as easel:
            easel.box(box, CIRCLE / 2, colour("tint" if self._is_now else "sunken"))
            ink = colour("accent" if self._is_now else "ink2")
            easel.icon(self._offer.icon, box.adjusted(12, 12, -12, -12), ink)


class Missing(QWidget):
    """*36 more*, above a bar that is as full as her balance."""

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        wide = max(BAR, int(width(offer.missing, font(13))) + 2)
        self.setFixedSize(wide, 36)
        self.setAccessibleName(offer.missing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_bar(easel, QRectF(0, 26, self.width(), 6), self._offer.share)
            top = QRectF(0, 0, self.width(), 20)
            align = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            easel.text(top, self._offer.missing, font(13), colour("ink2"), align)


class CouponRow(QWidget):
    """A coupon that waits for her."""

    def __init__(self, waiting: Waiting, use: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addSpacing(32)
        row.addWidget(ElidedText(waiting.words), 1)
        row.addWidget(use)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            box = QRectF(0, self.height() / 2 - 10, 20, 20)
            easel.icon("ticket-percent-outline", box, colour("ink2"))


class Chip(QWidget):
    """A thing she likes; nothing happens when it is pressed."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setFixedSize(int(width(words, font(14, 500))) + 26, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            easel.box(rect, rect.height() / 2, colour("sunken"))
            easel.text(rect, self._words, font(14, 500), colour("ink2"), CENTRE)


def _clear(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if old := item.widget():
            old.hide()
            old.deleteLater()
