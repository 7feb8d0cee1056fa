"""A few questions below what they are about, the verb, and the way out."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.coupons.asked import Asked, is_asked
from ui.shared.buttons import Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Area, Field

Holds = Callable[[Asked, Mapping[str, str]], bool]
LONG = frozenset({"said", "how", "text", "options"})
"""Answers that may be a few lines."""


class AskForm(QWidget):
    """Enter answers, Esc leaves; in a field of several lines Enter makes a new one, Ctrl+Enter answers."""

    answered = Signal(dict)
    left = Signal()
    laid_out = Signal()
    """It has its place, and can be scrolled to."""

    def __init__(
        self,
        words: Words,
        asked: Sequence[Asked],
        texts: Mapping[str, str],
        verb: str = "",
        *,
        holds: Holds = is_asked,
    ) -> None:
        """`holds` says which fields belong to what is chosen in others; without a `verb` it is a part of
        a larger form.
        """
        super().__init__()
        self._asked, self._holds = asked, holds
        self.fields = {one.key: _field(one, words) for one in asked}
        self.verb = Button(verb, Kind.PRIMARY)
        self.verb.setObjectName("ask.verb")
        self._away = Button(words("Cancel"), Kind.QUIET)
        self._lay_out()
        self._fill(texts)
        self.verb.clicked.connect(self._tell)
        self._away.clicked.connect(self.left)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard comes to, in this order."""
        acts = [self.verb, self._away] if self.verb.text() else []
        return [*(field.control for field in self.fields.values()), *acts]

    def begin(self) -> None:
        """The keyboard goes to the first field."""
        self.stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def texts(self) -> dict[str, str]:
        return {key: _text(field) for key, field in self.fields.items()}

    def show_error(self, key: str, said: str) -> None:
        """At the field `key`, else at the first."""
        field = self.fields.get(key) or next(iter(self.fields.values()))
        field.show_error(said)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid_out.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.verb.text():
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, texts: Mapping[str, str]) -> None:
        for key, field in self.fields.items():
            if isinstance(field.control, Combo):
                if key in texts:
                    field.control.choose(texts[key])
                field.control.currentIndexChanged.connect(self._show_asked)
            else:
                field.set_text(texts.get(key, ""))
        self._show_asked()

    def _show_asked(self, _at: int = 0) -> None:
        texts = self.texts
        for one in self._asked:
            self.fields[one.key].setVisible(self._holds(one, texts))

    def _tell(self) -> None:
        for field in self.fields.values():
            field.show_error("")
        self.answered.emit(self.texts)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for field in self.fields.values():
            whole.addWidget(field)
        if not self.verb.text():
            return
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.verb)
        acts.addWidget(self._away)
        acts.addStretch()
        whole.addLayout(acts)


def _field(one: Asked, words: Words) -> Field:
    said = words(one.help_words) if one.help_words else ""
    field = Field(words(one.label), _control(one, words), help_words=said)
    field.control.setObjectName(f"ask.{one.key}")
    # The controls are put in turn without what is around them, which would lead back to them.
    field.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none for none
    return field


def _control(one: Asked, words: Words) -> QWidget | None:
    if one.choices:
        return Combo([(key, words(said)) for key, said in one.choices])
    return Area(height=80) if one.key in LONG else None


def _text(field: Field) -> str:
    control = field.control
    return control.key if isinstance(control, Combo) else field.text
