"""The page that asks a new shop its three questions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shop import Shop
from resources.words import Words
from ui.choices import Choice, languages
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.drawings import BookDrawing
from ui.shared.fields import Field
from ui.shared.inputs import Input
from ui.shared.text import Text
from ui.shell.window import first_size, least_size, open_at_first, room_for
from ui.start.presenter import Answers, Questions

FORM = 560
LOW = 640
"""In a lower window the drawing gives way to the questions."""
CENTRE = Qt.AlignmentFlag.AlignHCenter


def make_questions(
    shop: Shop, speak: Callable[[Words], Words], language: str | None = None
) -> "QuestionsPage":
    """The page, asking for `shop`; `language` is the one asked for from outside."""
    page = QuestionsPage()
    page.ask(Questions(shop.settings, speak, language))
    return page


class QuestionsPage(QWidget):
    """A window of its own: there is no shop yet to stand beside."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Regulars")
        self.setMinimumSize(least_size(self.screen().availableSize()))
        open_at_first(self)
        self.drawing = QWidget()
        self.title, self.use = Text("", 32, 600, wrap=True), Text("", 16, ink="ink2", wrap=True)
        self.title.setAlignment(CENTRE)
        self.use.setAlignment(CENTRE)
        self.languages = FilterChips("")
        for key, name in languages():
            self.languages.add(key, name)
        self._name = Input()
        self.name = Field("", self._name)
        self._country, self._currency = Combo(), Combo()
        self.country, self.currency = Field("", self._country), Field("", self._currency)
        self.open = Button("", Kind.PRIMARY, height=MAIN)
        self._lay_out()

    def ask(self, presenter: Questions) -> None:
        """From now on what is typed and chosen goes to `presenter`."""
        presenter.show(self)
        self.languages.chosen.connect(presenter.choose_language)
        self.name.edited.connect(lambda _words: presenter.name_it(self.name.text))
        self._country.activated.connect(lambda _at: self._chose_country(presenter))
        self._currency.activated.connect(lambda _at: presenter.choose_currency(self._currency.key))
        self.open.clicked.connect(presenter.finish)
        self._name.returnPressed.connect(presenter.finish)
        self.name.setFocus()

    def show_questions(
        self, words: Words, countries: Sequence[Choice], currencies: Sequence[Choice]
    ) -> None:
        self._redraw(words)
        self.title.setText(words("Welcome. Whose customer book is this?"))
        self.use.setText(
            words("Three questions, and it is ready. Everything stays on this computer.")
        )
        self.languages.setAccessibleName(words("Language"))
        for field, said in (
            (self.name, words("Name of the shop")),
            (self.country, words("Country")),
            (self.currency, words("Currency")),
        ):
            field.label.setText(said)
            field.control.setAccessibleName(said)
            field.show_error("")
        _fill(self._country, countries)
        _fill(self._currency, currencies)
        self.open.setText(words("Open the book"))

    def show_answers(self, answers: Answers) -> None:
        self.languages.choose(answers.language)
        self._country.choose(answers.country)
        self._currency.choose(answers.currency)
        if self.name.text != answers.name:
            self.name.set_text(answers.name)

    def ask_for_name(self, said: str) -> None:
        self.name.show_error(said)
        self.name.setFocus()

    def ask_for_country(self, said: str) -> None:
        self.country.show_error(said)
        self.country.setFocus()

    def leave(self) -> None:
        self.answered.emit()

    def sizeHint(self) -> QSize:
        return first_size(room_for(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawing.setVisible(self.height() >= LOW)

    def _chose_country(self, presenter: Questions) -> None:
        self.country.show_error("")
        presenter.choose_country(self._country.key)

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(20)
        form.addWidget(self.name)
        money = QHBoxLayout()
        money.setSpacing(16)
        money.addWidget(self.country, 1)
        money.addWidget(self.currency, 1)
        form.addLayout(money)
        form.addSpacing(4)
        form.addWidget(self.open, 0, CENTRE)
        holder = QWidget()
        holder.setFixedWidth(FORM)
        holder.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 24, 32, 24)
        self._column.setSpacing(0)
        self._column.addStretch(9)
        self._column.addWidget(self.drawing, 0, CENTRE)
        self._column.addWidget(self.title)
        self._column.addSpacing(7)
        self._column.addWidget(self.use)
        self._column.addSpacing(32)
        self._column.addWidget(self.languages, 0, CENTRE)
        self._column.addSpacing(32)
        self._column.addWidget(holder, 0, CENTRE)
        self._column.addStretch(14)

    def _redraw(self, words: Words) -> None:
        fresh = BookDrawing((words("Thank you,"), words("Mrs Nováková!")))
        self._column.replaceWidget(self.drawing, fresh)
        self._column.setAlignment(fresh, CENTRE)
        fresh.setVisible(self.height() >= LOW)
        self.drawing.deleteLater()
        self.drawing = fresh


def _fill(combo: Combo, choices: Sequence[Choice]) -> None:
    combo.clear()
    for key, words in choices:
        combo.addItem(words, key)
