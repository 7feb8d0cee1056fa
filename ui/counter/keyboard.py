"""A keyboard on the screen: letters of the language one reads, a page of digits and signs, and capitals."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import LANGUAGES, Words
from ui.counter import layouts
from ui.counter.measure import Measure
from ui.counter.parts import Touch
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.theme import colour

HIGH, GAP, WIDEST, LEAST_HIGH = 54, 8, 84, 44
SHIFT, BACK, TURN, SPACE = "shift", "back", "turn", "space"
_ICONS = {
    SHIFT: "apple-keyboard-shift",
    BACK: "backspace-outline",
}


class Keyboard(QWidget):
    """Types through its signals alone; whoever holds it knows where to."""

    typed = Signal(str)
    erased = Signal()

    def __init__(self, words: Words, measure: Measure) -> None:
        super().__init__()
        self._words, self._m = words, measure
        self._signs, self._shift = False, False
        self._rows: list[list[Key]] = []
        # Keys lie as on the keyboards of that country, and those are not mirrored.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(words("Keyboard"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    @property
    def keys(self) -> list["Key"]:
        return [key for row in self._rows for key in row]

    def begin_sentence(self, *, begins: bool) -> None:
        """Capitals for the next letter, where a sentence begins."""
        if layouts.has_capitals(self._words.language):
            self._set_shift(shift=begins)

    def sizeHint(self) -> QSize:
        return QSize(self._m.px(1100), self._count() * self._m.px(HIGH + GAP) - self._m.px(GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._count() * self._m.px(LEAST_HIGH + GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _count(self) -> int:
        return len(layouts.letters(self._words.language)) + 1

    def _show(self) -> None:
        for key in self.keys:
            key.hide()
            key.deleteLater()
        rows = layouts.SIGNS if self._signs else layouts.letters(self._words.language)
        capitals = layouts.has_capitals(self._words.language) and not self._signs
        named = [list(row) for row in rows]
        if capitals:
            named[-1].insert(0, SHIFT)
        named[-1].append(BACK)
        named.append([TURN, ",", SPACE, ".", "?"])
        self._rows = [[self._key(name) for name in row] for row in named]
        self._set_shift(shift=self._shift)
        self._place()

    def _key(self, name: str) -> "Key":
        words = self._words
        said = {
            SHIFT: words("Capital letters"),
            BACK: words("Erase"),
            TURN: words("Letters") if self._signs else words("Digits and signs"),
            SPACE: words("Space"),
        }
        key = Key(name, said.get(name, name), self._m)
        key.label = {
            TURN: self._letters_label() if self._signs else "123",
            SPACE: LANGUAGES[words.language],
        }.get(name, name)
        key.setParent(self)
        key.setObjectName(f"key.{name}")
        key.setAutoRepeat(name == BACK)
        key.clicked.connect(lambda _on=False: self._press(name))
        key.show()
        return key

    def _letters_label(self) -> str:
        first = layouts.letters(self._words.language)[-1][:3]
        return layouts.capital(first) if layouts.has_capitals(self._words.language) else first

    def _press(self, name: str) -> None:
        if name == SHIFT:
            self._set_shift(shift=not self._shift)
        elif name == BACK:
            self.erased.emit()
        elif name == TURN:
            self._signs = not self._signs
            self._show()
        else:
            text = " " if name == SPACE else name
            self.typed.emit(layouts.capital(text) if self._shift else text)

    def _set_shift(self, *, shift: bool) -> None:
        self._shift = shift
        for key in self.keys:
            if len(key.name) == 1:
                key.label = layouts.capital(key.name) if shift else key.name
                key.setAccessibleName(key.label)
            key.lit = key.name == SHIFT and shift
            key.update()

    def _place(self) -> None:
        px, longest = self._m.px, max(self._weight(row) for row in self._rows[:-1])
        gap = px(GAP) if self.width() >= px(900) else px(5)
        wide = min(px(WIDEST), int((self.width() - (longest - 1) * gap) / longest))
        whole = int(longest * wide + (longest - 1) * gap)
        high = (self.height() + px(GAP)) // len(self._rows) - px(GAP)
        for place, row in enumerate(self._rows):
            self._place_row(row, wide, whole, gap)
            for key in row:
                key.setGeometry(key.x(), place * (high + px(GAP)), key.width(), high)

    def _place_row(self, row: list["Key"], wide: int, whole: int, gap: int) -> None:
        """In the middle; the bar for spaces takes what its row has to spare."""
        taken = sum(round(wide * key.weight) for key in row) + gap * (len(row) - 1)
        spare = whole - taken
        has_space = any(key.name == SPACE for key in row)
        x = (self.width() - whole) // 2 + (0 if has_space else spare // 2)
        for key in row:
            side = round(wide * key.weight) + (spare if key.name == SPACE else 0)
            key.setGeometry(x, key.y(), side, key.height())
            x += side + gap

    @staticmethod
    def _weight(row: list["Key"]) -> float:
        return sum(key.weight for key in row)


class Key(Touch):
    """One key; `name` is what it types, or what it does."""

    def __init__(self, name: str, said: str, measure: Measure) -> None:
        super().__init__("", measure)
        self.name, self.label, self.lit = name, name, False
        self.setAccessibleName(said)

    @property
    def weight(self) -> float:
        """How wide it is, where a letter is 1."""
        return {SHIFT: 1.3, BACK: 1.3, TURN: 1.6}.get(self.name, 1)

    def sizeHint(self) -> QSize:
        return QSize(self.m.px(64), self.m.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, is_letter = QRectF(self.rect()), len(self.name) == 1
        with Easel.on(self) as easel:
            plain = "surface" if is_letter or self.name == SPACE else "sunken"
            ground = colour("ink", 0.12) if self.isDown() else colour(plain)  # type: ignore[arg-type]
            easel.box(
                rect, self.m.px(8), colour("ink") if self.lit else ground, colour("edge", 0.55)
            )
            ink = colour("canvas" if self.lit else "ink")
            if icon := _ICONS.get(self.name):
                box = QRectF(0, 0, self.m.px(22), self.m.px(22))
                box.moveCenter(rect.center())
                easel.icon(icon, box, ink)
            else:
                face = font(self.m.px(22 if is_letter else 16), 400)
                easel.text(rect, self.label, face, ink if is_letter else colour("ink2"), CENTRE)
