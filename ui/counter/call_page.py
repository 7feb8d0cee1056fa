"""The page for a phone number, and for agreeing to be called on it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.counter.answers_page import dots, start_over, steps_back
from ui.counter.frame import Frame, Look, headline
from ui.counter.measure import Measure
from ui.counter.pad import Pad
from ui.counter.pages import Calling
from ui.counter.parts import Promise, Touch, TouchButton
from ui.counter.presenter import Counter
from ui.shared.buttons import Kind
from ui.shared.easel import Easel
from ui.shared.text import Text
from ui.shared.theme import colour

FEWEST_DIGITS = 6


class CallPage(Frame):
    """The view of `Calling`."""

    def __init__(self, shown: Calling, look: Look, counter: Counter) -> None:
        super().__init__(look, look.words("Thank you, that helps us."))
        self._counter = counter
        self.wording = self.words("I agree that the shop calls me on this number.")
        self.pad = Pad(self.words, self.m, self.words("Your phone number"), plus=True)
        self.pad.show_text(shown.contact)
        self.agree = Tick(self.wording, self.m)
        self.agree.setObjectName("agree")
        self.agree.setChecked(shown.agreed)
        self._lay_out_middle()
        self.done = TouchButton(
            self.words("Call me back"), self.m, Kind.PRIMARY, icon="phone-outline", padding=32
        )
        self.done.setObjectName("call me")
        self.done.clicked.connect(lambda: counter.want_call(self.wording))
        self.pad.changed.connect(lambda _text: self._look())
        self.agree.toggled.connect(lambda _on: self._look())
        back = steps_back(self, counter, skips=shown.can_skip)
        self.corner.addWidget(start_over(self, counter))
        self.foot.fill(back, [self.done], dots(self, shown.way.at, shown.way.of))
        self._look()

    def first_focus(self) -> QWidget | None:
        return self.pad.field

    def _look(self) -> None:
        text, agreed = self.pad.text, self.agree.isChecked()
        self._counter.agree(text, agreed=agreed)
        digits = sum(map(str.isdigit, text))
        self.done.setEnabled(agreed and digits >= FEWEST_DIGITS)

    def _lay_out_middle(self) -> None:
        words, px = self.words, self.m.px
        said = QVBoxLayout()
        said.setSpacing(px(24))
        title = headline(words("On which number may we call you?"), 40, self.m)
        title.setAlignment(Qt.AlignmentFlag.AlignLeading)
        said.addWidget(title)
        said.addWidget(self.agree)
        said.addWidget(
            Promise(words("Only the shop sees it, and you may take it back at any time."), self.m)
        )
        said.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(64))
        row.addStretch(1)
        row.addLayout(said, 6)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.middle.addLayout(row)


class Tick(Touch):
    """A box to tick, with the whole sentence as its target."""

    def __init__(self, words: str, measure: Measure) -> None:
        super().__init__(words, measure)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._said = Text(words, measure.px(20), wrap=True)
        self._said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, measure.px(10), 0, measure.px(10))
        row.setSpacing(0)
        row.addSpacing(measure.px(52))
        row.addWidget(self._said, 1)

    def sizeHint(self) -> QSize:
        return QSize(self.m.px(400), max(self.m.px(56), self._row.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.m.px(240), self.m.px(56))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, wide: int) -> int:
        return max(self.m.px(56), self._row.heightForWidth(wide))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, side = self.m.px, self.m.px(36)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        with Easel.on(self) as easel:
            if self.isChecked():
                easel.box(box, px(6), colour("accent"))
                easel.icon("check", box, colour("on_accent"))
            else:
                easel.box(box, px(6), colour("surface"), colour("edge"))
