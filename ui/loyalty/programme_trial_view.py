"""The section that shows what a draft would have meant on past sales, beside today's programme."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.programme_trial import FEW, PERIODS, Gained, Gains, Pair, Tried
from ui.shared.buttons import Button, Kind
from ui.shared.chips import FilterChips
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.headers import Section
from ui.shared.text import Text
from ui.shared.theme import colour
from ui.shared.tokens import Token

LABEL, LINE, BETWEEN, BAR = 24, 24, 18, 10
ROW = 40
_INKS: tuple[Token, Token] = ("ink3", "accent")


class TrialSection(Section):
    """Hidden until it is asked for. The longer of two bars is as wide as there is room."""

    asked = Signal(int)
    left = Signal()
    person_asked = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__(words("On past sales"), "", words("Close"))
        self._say = words
        self.link.setObjectName("trial.close")
        self.link.clicked.connect(self.left)
        self.periods = FilterChips(words("How far back"))
        for months in PERIODS:
            said = words.plural("{n} month", "{n} months", months)
            self.periods.add(str(months), said).setObjectName(f"trial.{months}")
        self.periods.chosen.connect(lambda months: self.asked.emit(int(months)))
        self.said, self.detail = Text("", 14, 500, wrap=True), Text("", 13, ink="ink2", wrap=True)
        self.stop = Button(words("Stop"), height=32)
        self.stop.setObjectName("trial.stop")
        self.stop.clicked.connect(self.left)
        self.pairs = Pairs(words("Now"), words("Draft"))
        self._gains = QVBoxLayout()
        self._lay_out()
        self.hide()

    def show_trial(self, tried: Tried | None) -> None:
        self.setVisible(tried is not None)
        if tried is None:
            return
        self.periods.choose(str(tried.months))
        self.said.setText(tried.said)
        self.detail.setText(tried.detail)
        self.detail.setVisible(bool(tried.detail))
        self.stop.setVisible(tried.runs)
        self.pairs.show_pairs(tried.pairs)
        self.pairs.setVisible(bool(tried.pairs))
        self._show_gains(tried.gains)

    def _show_gains(self, gains: Sequence[Gains]) -> None:
        while item := self._gains.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for one in gains:
            side = GainList(one, self._say)
            side.person_asked.connect(self.person_asked)
            self._gains.addWidget(side)
        self._gains.addStretch()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.periods)
        top.addStretch()
        top.addWidget(self.stop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.said)
        words.addWidget(self.detail)
        self._gains.setSpacing(20)
        beside = QHBoxLayout()
        beside.setSpacing(56)
        beside.addWidget(self.pairs, 1, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(self._gains, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 16, 0, 0)
        inner.setSpacing(16)
        inner.addLayout(top)
        inner.addLayout(words)
        inner.addLayout(beside)
        self.rows.addLayout(inner)


class Pairs(QWidget):
    """Two bars for each thing compared: today's programme in ink, the draft in accent, both in words."""

    def __init__(self, today: str, other: str) -> None:
        super().__init__()
        self._names = today, other
        self._pairs: Sequence[Pair] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        today, other = self._names
        said = [f"{one.label}: {today} {one.today}, {other} {one.other}" for one in pairs]
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        each = LABEL + 2 * LINE + BETWEEN
        return QSize(320, max(0, each * len(self._pairs) - BETWEEN))

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = 0.0
        with Easel.on(self) as easel:
            for pair in self._pairs:
                label = QRectF(0, top, self.width(), LABEL)
                easel.text(label, pair.label, font(13, 500), colour("ink2"))
                top += LABEL
                rows = zip(self._names, (pair.today, pair.other), pair.shares, strict=True)
                for (name, said, share), ink in zip(rows, _INKS, strict=True):
                    self._paint_line(easel, top, (name, said), share, ink)
                    top += LINE
                top += BETWEEN

    def _paint_line(
        self, easel: Easel, top: float, words: tuple[str, str], share: float, ink: Token
    ) -> None:
        start = max(width(name, font(13)) for name in self._names) + 14
        said = width(words[1], font(14, 500, tabular=True)) + 2
        room = max(24.0, self.width() - start - 12 - self._widest())
        long = max(2.0, room * share)
        middle = top + LINE / 2
        easel.text(QRectF(0, top, start, LINE), words[0], font(13), colour("ink2"))
        easel.box(QRectF(start, middle - BAR / 2, long, BAR), 3, colour(ink))
        end = QRectF(start + long + 12, top, said, LINE)
        easel.text(end, words[1], font(14, 500, tabular=True), colour("ink"))

    def _widest(self) -> float:
        said = [words for one in self._pairs for words in (one.today, one.other)]
        return max((width(one, font(14, 500, tabular=True)) for one in said), default=0.0) + 2


class GainList(QWidget):
    """A few names with what changes for them, and a way to see more."""

    person_asked = Signal(int)

    def __init__(self, gains: Gains, words: Words) -> None:
        super().__init__()
        self._gains = gains
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.more = Button("", Kind.LINK, height=24)
        self.more.setObjectName("trial.more")
        self.more.clicked.connect(self._show_all)
        left = len(gains.people) - FEW
        self.more.setText(words.plural("Show {n} more", "Show {n} more", left) if left > 0 else "")
        self._rest = Text(gains.rest, 13, ink="ink2")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(Text(gains.title, 14, 600))
        whole.addLayout(self._rows)
        self._show(gains.people[:FEW])
        whole.addWidget(self.more)
        whole.addWidget(self._rest)
        self.more.setVisible(left > 0)
        self._rest.setVisible(bool(gains.rest) and left <= 0)

    def _show_all(self) -> None:
        self._show(self._gains.people[FEW:])
        self.more.hide()
        self._rest.setVisible(bool(self._gains.rest))

    def _show(self, people: Sequence[Gained]) -> None:
        for one in people:
            row = GainRow(one)
            row.clicked.connect(lambda _=False, who=one.customer: self.person_asked.emit(who))
            self._rows.addWidget(row)


class GainRow(Ringed, QPushButton):
    """One of them; a press opens her."""

    def __init__(self, one: Gained) -> None:
        super().__init__()
        self._one = one
        self.setAccessibleName(f"{one.name}, {one.change}, {one.detail}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(200, ROW)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        one, wide = self._one, self.width()
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            face = font(14, 500, tabular=True)
            change = width(one.change, face) + 2
            easel.text(
                QRectF(wide - change - 8, 0, change, ROW), one.change, face, colour("ink"), TRAILING
            )
            detail = width(one.detail, font(13)) + 2
            end = wide - change - 24
            box = QRectF(end - detail, 0, detail, ROW)
            easel.text(box, one.detail, font(13), colour("ink2"), TRAILING)
            easel.text(QRectF(8, 0, end - detail - 20, ROW), one.name, font(14, 500), colour("ink"))
