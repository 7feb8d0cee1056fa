"""From and to, as the owner types them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.voice.reading import Period
from resources.words import Words
from ui.shared.fields import Field
from ui.shared.margins import margins

WIDE = 220


class DayFields(QWidget):
    """Enter, or leaving the second field, has the time looked at."""

    def __init__(self, words: Words, choose: Callable[[str, str], tuple[str, str]]) -> None:
        super().__init__()
        self._words, self._choose = words, choose
        self.fields = {"first": Field(words("From")), "last": Field(words("To"))}
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(4, 0, 0, 0))
        row.setSpacing(12)
        for key, field in self.fields.items():
            field.setMaximumWidth(WIDE)
            field.control.setObjectName(f"period.{key}")
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        self.hide()

    def begin(self, period: Period) -> None:
        """With the time that was looked at until now."""
        for key, day in (("first", period.since), ("last", period.until)):
            self.fields[key].set_text(self._words.date(day, "long") if day else "")
        self.fields["first"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        wrong, said = self._choose(self.fields["first"].text, self.fields["last"].text)
        for key, field in self.fields.items():
            field.show_error(said if key == wrong else "")
