"""The small label beside a dragged edge: how many millimetres it is from the edge of the card."""

import math

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QWidget

from resources.words import Words
from ui.cards.margins import Grip, Margins
from ui.shared.easel import Easel
from ui.shared.fonts import font, width
from ui.shared.theme import colour

HIGH, SIDE, ICON, GAP, AWAY = 28, 10, 14, 4, 14


class Measure(QWidget):
    """Beside the mouse and never outside its ground; deaf to the mouse."""

    def __init__(self, words: Words, ground: QWidget) -> None:
        super().__init__(ground)
        self._words, self._ground = words, ground
        self._parts: list[tuple[str, str]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_margins(self, margins: Margins, grip: Grip, place: QPointF) -> None:
        """Those that change when `grip` is dragged."""
        across, down = grip
        sides = [("arrow-left", margins.left) if across <= 0 else ("arrow-right", margins.right)]
        sides += [("arrow-up", margins.top) if down <= 0 else ("arrow-down", margins.bottom)]
        if across and not down:
            sides = sides[:1]
        elif down and not across:
            sides = sides[1:]
        self._parts = [(icon, millimetres(self._words, side)) for icon, side in sides]
        self.setAccessibleName(", ".join(said for _icon, said in self._parts))
        self._stand_beside(place)
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, x = colour("on_notice"), float(SIDE)
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 6, colour("notice"))
            for icon, said in self._parts:
                easel.icon(icon, QRectF(x, (HIGH - ICON) / 2, ICON, ICON), ink)
                x += ICON + GAP
                easel.text(QRectF(x, 0, _wide(said), HIGH), said, _face(), ink)
                x += _wide(said) + SIDE

    def _stand_beside(self, place: QPointF) -> None:
        wide = SIDE + sum(ICON + GAP + _wide(said) + SIDE for _icon, said in self._parts)
        ground = self._ground.rect()
        x = min(round(place.x()) + AWAY, ground.width() - wide)
        y = min(round(place.y()) + AWAY, ground.height() - HIGH)
        self.setGeometry(max(0, x), max(0, y), wide, HIGH)


def millimetres(words: Words, value: float) -> str:
    """`value` as it is written in these words' language: 12,5 mm."""
    locale = QLocale(words.language)
    digits = 0 if math.isclose(value, round(value)) else 1
    return words("{n} mm", n=locale.toString(float(value), "f", digits))


def _wide(said: str) -> int:
    return math.ceil(width(said, _face())) + 1


def _face() -> QFont:
    return font(12, 500, tabular=True)
