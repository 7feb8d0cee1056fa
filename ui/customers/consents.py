"""What a person agreed to, a row for each purpose; a press records what she says now."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from resources.words import Words
from ui.customers.line import LABEL_WIDE
from ui.customers.parts import Part
from ui.customers.signed import ConsentLine
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

_ICONS = {True: "check-circle-outline", False: "close-circle-outline", None: "help-circle-outline"}


class Recording(Protocol):
    def record_consent(
        self, purpose: str, *, granted: bool | None, how: str = "counter"
    ) -> None: ...


class Consents(Part):
    """Post, e-mail, phone, photos, reposting."""

    def __init__(self, recording: Recording, words: Words) -> None:
        super().__init__(words("Agreed to"))
        self._recording, self._say = recording, words
        self._rows: dict[str, Row] = {}
        self.rows.setSpacing(0)

    def show_consents(self, consents: Sequence[ConsentLine]) -> None:
        for line in consents:
            row = self._rows.get(line.purpose) or self._new(line)
            row.show_line(line)

    def menu_of(self, purpose: str) -> QMenu:
        """What she may have said, and how."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        record, say = self._recording.record_consent, self._say
        offered = (
            (say("Yes, at the counter"), True, "counter"),
            (say("Yes, by phone"), True, "phone"),
            (say("Yes, on paper"), True, "paper"),
            (say("No"), False, "counter"),
            (say("Forget what was said"), None, "counter"),
        )
        for words, granted, how in offered:
            menu.addAction(words).triggered.connect(
                lambda _=False, granted=granted, how=how: record(purpose, granted=granted, how=how)
            )
        return menu

    def _new(self, line: ConsentLine) -> "Row":
        row = Row()
        row.setObjectName(f"consent.{line.purpose}")
        row.clicked.connect(
            lambda: self.menu_of(line.purpose).popup(row.mapToGlobal(row.rect().bottomLeft()))
        )
        self._rows[line.purpose] = row
        self.rows.addWidget(row)
        return row


class Row(QPushButton):
    """Purpose, answer, and when and how it was given."""

    def __init__(self) -> None:
        super().__init__()
        self._line: ConsentLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 6)

    def show_line(self, line: ConsentLine) -> None:
        self._line = line
        said = ", ".join(part for part in (line.answer, line.detail) if part)
        self.setAccessibleName(f"{line.label}: {said}")
        self.setAccessibleDescription(line.whole)
        self.setToolTip(line.whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = self._line
        if line is None:
            return
        high, known = self.height(), line.granted is not None
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()).adjusted(-6, 0, 6, 0), 6, colour("ink", 0.04))
            easel.text(QRectF(0, 0, LABEL_WIDE, high), line.label, font(13), colour("ink2"))
            start = float(LABEL_WIDE + 8)
            ink = {True: "good", False: "bad", None: "ink3"}[line.granted]
            icon = QRectF(start, high / 2 - 9, 18, 18)
            easel.icon(_ICONS[line.granted], icon, colour(ink))  # type: ignore[arg-type]
            wide = width(line.answer, font(14)) + 2
            answer = QRectF(start + 26, 0, wide, high)
            easel.text(answer, line.answer, font(14), colour("ink" if known else "ink2"))
            rest = QRectF(answer.right() + 8, 0, self.width() - answer.right() - 8, high)
            easel.text(rest, line.detail, font(13), colour("ink2"), TRAILING)
