"""Titles: of a page with its count and acts, and of a section with its count and link."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.fonts import font
from ui.shared.theme import colour
from ui.shared.tokens import Token

PAGE, SECTION = 28, 16
LINE = 1
"""How high a hairline is."""


class Heading(QWidget):
    """A title and a quiet count beside it on the same baseline; the count gives way first."""

    def __init__(self, title: str, count: str = "", px: int = PAGE) -> None:
        super().__init__()
        self._title_face = font(px, 600)
        self._count_face = font(15 if px > SECTION else 14, tabular=True)
        self._gap = 14 if px > SECTION else 9
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words(title, count)

    def show_words(self, title: str, count: str = "") -> None:
        self._title, self._count = title, count
        self.setAccessibleName(f"{title}, {count}" if count else title)
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(self._title_face)
        wide = title.horizontalAdvance(self._title) + 2
        if self._count:
            wide += self._gap + QFontMetricsF(self._count_face).horizontalAdvance(self._count) + 2
        return QSize(int(wide) + 1, int(title.height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """What does not fit is told whole in the tool tip."""
        self.setToolTip(self.accessibleName() if self.sizeHint().width() > self.width() + 2 else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        title, count = QFontMetricsF(self._title_face), QFontMetricsF(self._count_face)
        wide = min(title.horizontalAdvance(self._title) + 1, float(self.width()))
        baseline = (self.height() + title.ascent() - title.descent()) / 2
        with Easel.on(self) as easel:
            easel.text(
                QRectF(0, baseline - title.ascent(), wide, title.height()),
                self._title,
                self._title_face,
                colour("ink"),
            )
            start = wide + self._gap
            rest = QRectF(start, baseline - count.ascent(), self.width() - start, count.height())
            if rest.width() > count.averageCharWidth() * 4:
                easel.text(rest, self._count, self._count_face, colour("ink2"))


class PageHeader(QWidget):
    """A page's title with its acts at the trailing edge."""

    def __init__(self, title: str, count: str = "") -> None:
        super().__init__()
        self.heading = Heading(title, count)
        self.setFixedHeight(40)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.heading, 1)

    def show_words(self, title: str, count: str = "") -> None:
        self.heading.show_words(title, count)

    def add(self, act: QWidget) -> None:
        """One more act at the trailing end; at most one of them primary."""
        self._row.addWidget(act)


class Section(QWidget):
    """A titled part of a page: title, quiet count, link at the trailing edge, hairline, then its rows."""

    def __init__(self, title: str, count: str = "", link: str = "") -> None:
        super().__init__()
        self.heading = Heading(title, count, SECTION)
        self.link = Button(link, Kind.LINK, height=20)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(self.heading, 1)
        head.addWidget(self.link)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addSpacing(6 + LINE)
        whole.addLayout(self.rows)
        # Only now: shown before it lies here, it would be a window of its own for a moment.
        self.link.setVisible(bool(link))

    def show_words(self, title: str, count: str = "", link: str = "") -> None:
        self.heading.show_words(title, count)
        self.link.setText(link)
        self.link.setVisible(bool(link))

    def add(self, row: QWidget) -> None:
        """One more row, with a hairline above it."""
        if self.rows.count():
            self.rows.addSpacing(LINE)
        self.rows.addWidget(row)

    def put_above(self, part: QWidget) -> None:
        """Something that stays between the title and the rows."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertSpacing(1, 10)
            layout.insertWidget(2, part)

    def clear(self) -> None:
        """Take all rows away."""
        while item := self.rows.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        items = [self.rows.itemAt(number) for number in range(self.rows.count())]
        between = [item.geometry().top() for item in items if item and item.spacerItem()]
        with Easel.on(self) as easel:
            for top in (self.rows.geometry().top() - LINE, *between):
                easel.hairline(0, self.width(), top)


class Hairline(QWidget):
    """A line one pixel high."""

    def __init__(self, ink: Token = "line") -> None:
        super().__init__()
        self._ink: Token = ink
        self.setFixedHeight(LINE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.hairline(0, self.width(), 0, colour(self._ink))
