"""The tags of a person: a press offers what a tag can do, + takes another one."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCompleter, QMenu, QSizePolicy, QWidget

from resources.words import Words
from ui.shared.chips import TagChip
from ui.shared.flow import Flow
from ui.shared.focus import in_turn, turn_of
from ui.shared.fonts import font
from ui.shared.inputs import Input

WIDEST = 280
_CUT = Qt.TextElideMode.ElideRight


class Tagging(Protocol):
    """What can be done with the tags of one person."""

    def tags(self) -> list[str]: ...

    def add_tag(self, tag: str) -> None: ...

    def take_tag(self, tag: str) -> None: ...


class TagInput(Input):
    """Takes a tag, completed from those in use; Enter gives it, Esc gives up."""

    given = Signal(str)
    left = Signal()

    def __init__(self, words: Words, tags: Sequence[str]) -> None:
        super().__init__(words("Tag"), height=32)
        self.setObjectName("tag")
        self.setAccessibleName(words("Tag"))
        completer = QCompleter(list(tags), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.returnPressed.connect(self._give)

    def sizeHint(self) -> QSize:
        return QSize(160, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _give(self) -> None:
        tag = self.text().strip()
        self.clear()
        if tag:
            self.given.emit(tag)
        else:
            self.left.emit()


class TagRow(QWidget):
    """Chips, then +."""

    filter_asked = Signal(str)

    def __init__(self, tagging: Tagging, words: Words) -> None:
        super().__init__()
        self._tagging, self._say = tagging, words
        self.setAccessibleName(words("Tags"))
        self._turn = turn_of(self)
        self._flow = Flow()
        self.setLayout(self._flow)
        self._tags: tuple[str, ...] | None = None
        self._input: TagInput | None = None
        self.plus = self._made_plus()

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """These tags; nothing happens when they stand there already."""
        if tags == self._tags:
            return
        self._tags = tags
        typing = self._input is not None and self._input.hasFocus()
        self._input = None
        self.plus = self._made_plus()
        parts = [*(self._chip(tag) for tag in tags), self.plus]
        self._flow.show_parts([*parts])
        in_turn(self._turn, *parts)
        if typing:
            self.open()

    def open(self) -> None:
        """Take another tag."""
        if self._input is not None:
            return
        field = TagInput(self._say, self._tagging.tags())
        field.given.connect(self._tagging.add_tag)
        field.left.connect(lambda: self._shut(field))
        self._input = field
        self.plus.hide()
        self._flow.addWidget(field)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        takes_away = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in takes_away
            and isinstance(watched, TagChip)
        ):
            self._tagging.take_tag(watched.property("tag"))
            return True
        return False

    def menu_of(self, tag: str) -> QMenu:
        """What can be done with `tag`."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered: tuple[tuple[str, Callable[[], object]], ...] = (
            (
                self._say("Show everybody with “{tag}”", tag=tag),
                lambda: self.filter_asked.emit(tag),
            ),
            (self._say("Take the tag away"), lambda: self._tagging.take_tag(tag)),
        )
        for words, act in offered:
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        return menu

    def _chip(self, tag: str) -> TagChip:
        chip = TagChip(QFontMetrics(font(13, 500)).elidedText(tag, _CUT, WIDEST))
        chip.setObjectName(f"tag.{tag}")
        chip.setProperty("tag", tag)
        chip.setToolTip(tag if chip.text() != tag else "")
        chip.setAccessibleDescription(self._say("Delete takes the tag away"))
        chip.installEventFilter(self)
        chip.clicked.connect(
            lambda: self.menu_of(tag).popup(chip.mapToGlobal(chip.rect().bottomLeft()))
        )
        return chip

    def _made_plus(self) -> TagChip:
        plus = TagChip("+" if self._tags else self._say("Add a tag"))
        plus.setObjectName("tag.add")
        plus.setAccessibleName(self._say("Add a tag"))
        plus.setToolTip(self._say("Add a tag"))
        plus.clicked.connect(self.open)
        return plus

    def _shut(self, field: TagInput) -> None:
        if self._input is not field:
            return
        self._input = None
        self._flow.removeWidget(field)
        field.hide()
        field.deleteLater()
        self.plus.show()
