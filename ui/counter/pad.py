"""A pad of digits with the field that they go to: for a card, a phone or a PIN."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.counter.measure import Measure
from ui.counter.parts import Touch
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.inputs import paint_frame
from ui.shared.theme import colour

LONGEST = 24
WIDE, HIGH, GAP = 104, 64, 12
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
BACK, CLEAR = "back", "clear"


class Digits(QLineEdit):
    """One line of digits, always from the left; a PIN is not shown. Nothing is pasted or dropped."""

    def __init__(self, measure: Measure, said: str, *, secret: bool = False) -> None:
        super().__init__()
        self.is_secret = secret
        self.setAccessibleName(said)
        self.setMaxLength(LONGEST)
        self.setFrame(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFont(font(measure.px(32), 500, tabular=True))
        self.setFixedHeight(measure.px(72))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setStyleSheet("Digits { background: transparent; border: none; }")
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A real keyboard writes what the pad does: letters stand on no card of a shop's till."""
        if event.key() == Qt.Key.Key_Backspace:
            self.backspace()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
        elif (text := event.text()).isprintable() and text:
            self.type(text)

    def type(self, text: str) -> None:
        """Adds `text` as far as it can stand here."""
        allowed = text.isdigit() if self.is_secret else text.isalnum() or text in "+- "
        if text and allowed:
            self.end(False)
            self.insert(text)
            self.textEdited.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_frame(easel, QRectF(self.rect()), focused=True)
        super().paintEvent(event)


class Pad(QWidget):
    """The field above three by four keys; `changed` tells what stands in it."""

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        words: Words,
        measure: Measure,
        said: str,
        *,
        secret: bool = False,
        plus: bool = False,
    ) -> None:
        super().__init__()
        self._m = measure
        self.field = Digits(measure, said, secret=secret)
        self.keys: dict[str, PadKey] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measure.px(16))
        column.addWidget(self.field)
        column.addLayout(self._grid(words, "+" if plus else CLEAR))
        self.setFixedWidth(3 * measure.px(WIDE) + 2 * measure.px(GAP))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self.changed)
        self.field.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        return self.field.text()

    def show_text(self, text: str) -> None:
        self.field.setText(text)
        self.changed.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            # Digits lie everywhere as on a phone.
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def _grid(self, words: Words, corner: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._m.px(GAP))
        for place, name in enumerate((*_KEYS, corner, "0", BACK)):
            said = {BACK: words("Erase"), CLEAR: words("Erase all")}.get(name, name)
            key = self.keys[name] = PadKey(name, said, self._m)
            key.setObjectName(f"pad.{name}")
            key.setAutoRepeat(name == BACK)
            key.clicked.connect(lambda _on=False, name=name: self._press(name))
            grid.addWidget(key, place // 3, place % 3)
        return grid

    def _press(self, name: str) -> None:
        if name == BACK:
            self.field.backspace()
            self.field.textEdited.emit(self.text)
        elif name == CLEAR:
            self.field.clear()
            self.field.textEdited.emit("")
        else:
            self.field.type(name)


class PadKey(Touch):
    """A digit, or what erases."""

    def __init__(self, name: str, said: str, measure: Measure) -> None:
        super().__init__("", measure)
        self._name = name
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        return QSize(self.m.px(WIDE), self.m.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        icons = {BACK: "backspace-outline", CLEAR: "close"}
        with Easel.on(self) as easel:
            ground = colour("sunken" if self.isDown() else "surface")
            easel.box(rect, self.m.px(12), ground, colour("edge", 0.55))
            if icon := icons.get(self._name):
                box = QRectF(0, 0, self.m.px(24), self.m.px(24))
                box.moveCenter(rect.center())
                easel.icon(icon, box, colour("ink2"))
            else:
                face = font(self.m.px(26), 500, tabular=True)
                easel.text(rect, self._name, face, colour("ink"), CENTRE)
