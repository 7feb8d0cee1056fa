"""What can be done with everybody who is selected, above the table in place of the filters."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from resources.words import LANGUAGES, Words
from ui.customers.fields import CONSENTS
from ui.customers.fitting import FittingRow
from ui.customers.tag_row import TagInput
from ui.shared.buttons import IN_ROW, Button, IconButton, Kind
from ui.shared.text import Text

Choice = tuple[str, Callable[[], object]]


class Several(Protocol):
    """The verbs for everybody who is selected."""

    def tags(self) -> list[str]: ...

    def tags_of_selected(self) -> list[str]: ...

    def tag(self, tag: str) -> None: ...

    def untag(self, tag: str) -> None: ...

    def set_language(self, language: str) -> None: ...

    def record_consent(self, purpose: str, *, granted: bool) -> None: ...

    def live_together(self) -> None: ...

    def archive(self, *, archived: bool = True) -> None: ...

    def delete(self) -> None: ...

    def in_archive(self) -> bool: ...


class BulkBar(QWidget):
    """How many are selected, and the verbs; the cross lets them go."""

    cards_asked = Signal()
    coupons_asked = Signal()
    labels_asked = Signal()
    let_go = Signal()

    def __init__(self, several: Several, words: Words) -> None:
        super().__init__()
        self._several, self._say = several, words
        self._said = Text("", 14, 600)
        self._row = FittingRow(words("With the selected"), words("More"), gap=6)
        self._archive = self._verb("archive", words("Archive"), self._put_away)
        self._row.show_buttons(self._verbs())
        self._input: TagInput | None = None
        self.close_all = IconButton("close", words("Select nobody"))
        self.close_all.setObjectName("let_go")
        self.close_all.clicked.connect(self.let_go)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addWidget(self._said)
        self._whole.addWidget(self._row, 1)
        self._whole.addWidget(self.close_all)

    def show_several(self, said: str) -> None:
        """How many are selected."""
        self._said.setText(said)
        back = self._several.in_archive()
        self._archive.setText(self._say("Take back") if back else self._say("Archive"))
        self._archive.updateGeometry()

    def menu(self, choices: Sequence[Choice]) -> QMenu:
        """A choice below the bar."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in choices:
            menu.addAction(words).triggered.connect(lambda _=False, act=act: act())
        return menu

    def whole_menu(self) -> QMenu:
        """Every verb of the bar."""
        choices = [(verb.text(), verb.click) for verb in self._row.buttons]
        return self.menu(choices)

    def _verbs(self) -> list[Button]:
        say, several = self._say, self._several
        return [
            self._verb("write", say("Write cards"), self.cards_asked.emit),
            self._verb("coupons", say("Coupons"), self.coupons_asked.emit),
            self._verb("labels", say("Address labels"), self.labels_asked.emit),
            self._verb("add_tag", say("Add tag"), self._ask_tag),
            self._verb("take_tag", say("Remove tag"), self._offer_tags),
            self._archive,
            self._verb("delete", say("Delete"), several.delete, Kind.DESTRUCTIVE),
            self._verb("language", say("Language"), self._offer_languages),
            self._verb("consent", say("Consent"), self._offer_consents),
            self._verb("household", say("One household"), several.live_together),
        ]

    def _verb(
        self, name: str, words: str, act: Callable[[], object], kind: Kind = Kind.SECONDARY
    ) -> Button:
        button = Button(words, kind, height=IN_ROW)
        button.setObjectName(f"bulk.{name}")
        button.clicked.connect(act)
        return button

    def _put_away(self) -> None:
        self._several.archive(archived=not self._several.in_archive())

    def _ask_tag(self) -> None:
        field = TagInput(self._say, self._several.tags())
        field.given.connect(self._several.tag)
        field.given.connect(lambda _: self._shut(field))
        field.left.connect(lambda: self._shut(field))
        self._input = field
        self._row.hide()
        self._whole.insertWidget(1, field, 1, Qt.AlignmentFlag.AlignLeading)
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut(self, field: TagInput) -> None:
        if self._input is not field:
            return
        self._input = None
        self._whole.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._row.show()

    def _offer_tags(self) -> None:
        tags = self._several.tags_of_selected()
        self._offer([(tag, partial(self._several.untag, tag)) for tag in tags])

    def _offer_languages(self) -> None:
        there = {**LANGUAGES, "": self._say("The shop’s")}
        choose = self._several.set_language
        self._offer([(words, partial(choose, code)) for code, words in there.items()])

    def _offer_consents(self) -> None:
        self._offer([one for purpose in CONSENTS for one in self._answers(purpose)])

    def _answers(self, purpose: str) -> list[Choice]:
        what, record = self._say(CONSENTS[purpose][0]), self._several.record_consent
        return [
            (self._say("{what}: yes", what=what), partial(record, purpose, granted=True)),
            (self._say("{what}: no", what=what), partial(record, purpose, granted=False)),
        ]

    def _offer(self, choices: Sequence[Choice]) -> None:
        if choices:
            self.menu(choices).popup(self.mapToGlobal(QPoint(0, self.height())))
