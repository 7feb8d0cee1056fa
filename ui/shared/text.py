"""Words on the screen: plain, in a size, weight and colour of the look, following the theme."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from resources.words import fenced, reading_way
from ui.shared.fonts import font
from ui.shared.theme import colour, theme
from ui.shared.tokens import Token


class Text(QLabel):
    """A label that shows what it is given letter by letter; names are never taken for markup."""

    def __init__(
        self,
        words: str = "",
        px: int = 14,
        weight: int = 400,
        *,
        ink: Token = "ink",
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self._ink: Token = ink
        self._weight = weight
        self._align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(px, weight))
        self.setWordWrap(wrap)
        self.setText(words)
        self._turn()
        theme().changed.connect(self._recolour)
        self._recolour()

    def paint_in(self, ink: Token) -> None:
        """Take another colour."""
        self._ink = ink
        self._recolour()

    def set_weight(self, weight: int) -> None:
        self._weight = weight
        self.setFont(font(self.px, weight))

    @property
    def px(self) -> int:
        """The size of its letters."""
        return self.font().pixelSize()

    def set_size(self, px: int) -> None:
        if px != self.px:
            self.setFont(font(px, self._weight))

    def high_at(self, px: int, wide: int) -> int:
        """How high it would be in that size, wrapped within `wide`."""
        metrics, wraps = QFontMetrics(font(px, self._weight)), int(Qt.TextFlag.TextWordWrap)
        return metrics.boundingRect(QRect(0, 0, wide, 0), wraps, self.text()).height()

    def setAlignment(self, align: Qt.AlignmentFlag) -> None:
        """Leading, trailing or centre; as the window reads, whatever script the words are in."""
        self._align = align
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.wordWrap() and reading_way(self.text()) == "R"):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), int(self.alignment()), "\n".join(self._lines()))
        painter.end()

    def _lines(self) -> list[str]:
        """Where the words break. Qt itself, from right to left, sets the space after a line's last
        word before its first one, and the last word runs out of the label.
        """
        from PySide6.QtGui import QTextLayout

        lines = []
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self.width())
                lines.append(paragraph[line.textStart() :][: line.textLength()].strip())
            layout.endLayout()
        return lines

    def _turn(self) -> None:
        # QLabel itself follows the words: a Latin name in a Hebrew window would stand on the wrong side.
        align = self._align
        ends = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and align & ends:
            align ^= ends
        super().setAlignment(align | Qt.AlignmentFlag.AlignAbsolute)

    def _recolour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, colour(self._ink))
        self.setPalette(palette)


class Figure(Text):
    """A number whose digits stand in columns."""

    def __init__(
        self, words: str = "", px: int = 14, weight: int = 400, *, ink: Token = "ink"
    ) -> None:
        super().__init__(words, px, weight, ink=ink)
        self.setFont(font(px, weight, tabular=True))


class ElidedText(Text):
    """Lines that give way: what does not fit ends in an ellipsis and is told whole in the tool tip."""

    def __init__(
        self, words: str = "", px: int = 14, weight: int = 400, *, ink: Token = "ink"
    ) -> None:
        super().__init__(words, px, weight, ink=ink)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def setText(self, words: str) -> None:
        super().setText(words)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # The direction must be set before eliding, else the ellipsis stands on the wrong side.
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        lines = (
            fenced(one, right_to_left=self.isRightToLeft()) for one in self._said().split("\n")
        )
        painter.drawText(self.rect(), int(self.alignment()), "\n".join(lines))
        painter.end()

    def _said(self) -> str:
        cut, room = self.fontMetrics().elidedText, self.width()
        lines = self.text().split("\n")
        return "\n".join(cut(line, Qt.TextElideMode.ElideRight, room) for line in lines)

    def _tell(self) -> None:
        cut = self.width() > 0 and self._said() != self.text()
        self.setToolTip(self.text() if cut else "")


def spacer(width: int = 0, height: int = 0) -> QWidget:
    """Empty space of a fixed size, for where a layout's own spacing is the same everywhere."""
    space = QWidget()
    space.setFixedSize(QSize(width, height))
    return space
