"""Points put right by hand: a number with its sign, and a reason; who did it is written down with it."""

import re
from typing import Protocol

from PySide6.QtCore import Qt

from app.errors import ShopError
from reports.sentences import sentence
from resources.words import Words
from ui.loyalty.aside import Aside
from ui.loyalty.needs import DeskSide
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.fields import Field
from ui.shared.inputs import Input
from ui.shared.text import Text

_SIGNED = re.compile(r"([+\-−–])\s*(\d{1,9})")
_UNSEEN = re.compile(r"[\s\u2066-\u2069\u200e\u200f]")


def signed_number(text: str) -> int | None:
    """`+10`, `−5`; None where there is no sign, or no number behind it."""
    found = _SIGNED.fullmatch(_UNSEEN.sub("", text))
    if found is None:
        return None
    return int(found[2]) if found[1] == "+" else -int(found[2])


class ByHandView(Protocol):
    """The little form."""

    def show_result(self, makes: str, wrong: str = "") -> None:
        """What the balance will be, or what is wrong with the number."""

    def show_no_reason(self, words: str) -> None: ...

    def end(self) -> None: ...


class ByHand:
    """What was typed about one customer."""

    def __init__(self, desk: DeskSide, view: ByHandView) -> None:
        self._desk, self._view = desk, view

    def type(self, customer: int, text: str) -> None:
        """Says what the balance would be."""
        points = signed_number(text)
        if points is None:
            self._view.show_result("")
            return
        shop, words = self._desk.shop, self._desk.words
        now = shop.till.points.available(customer, self._desk.today()) + points
        makes = words("makes {points}", points=words.number(now)) if now >= 0 else ""
        self._view.show_result(makes)

    def put_right(self, customer: int, text: str, reason: str) -> None:
        """Writes it down, and offers to take it back."""
        desk, points = self._desk, signed_number(text)
        words = desk.words
        if not points:
            example = words("Begin with + or −: +10 gives ten points, −10 takes them.")
            self._view.show_result("", example)
            return
        if not reason.strip():
            self._view.show_no_reason(words("Say why, so that it can be understood later."))
            return
        try:
            step = desk.shop.till.adjust(customer, points, reason.strip(), desk.shop.moment())
        except ShopError as refused:
            self._view.show_result("", sentence(refused, words))
            return
        self._view.end()
        desk.tell_step(step)


class ByHandPage(Aside):
    """Enter in the last field puts it right."""

    def __init__(self, desk: DeskSide) -> None:
        words = desk.words
        super().__init__(words, words("Put points right"))
        self.presenter, self._customer = ByHand(desk, self), 0
        self.points = Field(words("Points, with + or −"), Input(height=48))
        self.points.control.setObjectName("loyalty.by_hand.points")
        self.makes = Text("", 15, ink="ink2")
        self.reason = Field(words("Why"), Input(height=48))
        self.reason.control.setObjectName("loyalty.by_hand.reason")
        self.do = Button(
            words("Put right"), Kind.PRIMARY, icon="check", shown_key="Enter", height=MAIN
        )
        self.do.setObjectName("loyalty.by_hand.do")
        self._lay_out(words)
        self.points.edited.connect(lambda text: self.presenter.type(self._customer, text))
        self.do.clicked.connect(self._put_right)
        for field in (self.points, self.reason):
            if isinstance(field.control, Input):
                field.control.returnPressed.connect(self._put_right)

    def open(self, customer: int) -> None:
        self._customer = customer
        for field in (self.points, self.reason):
            field.set_text("")
            field.show_error("")
        self.makes.hide()
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_result(self, makes: str, wrong: str = "") -> None:
        self.makes.setText(makes)
        self.makes.setVisible(bool(makes))
        self.points.show_error(wrong)
        if wrong:
            self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_no_reason(self, words: str) -> None:
        # Enter after the number asks for the reason; only a second Enter is told that it is needed.
        if self.reason.control.hasFocus():
            self.reason.show_error(words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        self.left.emit()

    def _put_right(self) -> None:
        self.presenter.put_right(self._customer, self.points.text, self.reason.text)

    def _lay_out(self, words: Words) -> None:
        said = words("For what no sale says: a slip, a gift, points from an old paper card.")
        self.body.addWidget(Text(said, 14, ink="ink2", wrap=True))
        for part in (self.points, self.makes, self.reason):
            self.body.addWidget(part)
        self.body.addStretch()
        self.foot.addWidget(self.do, 0, Qt.AlignmentFlag.AlignLeading)
