"""A survey that is being changed: its name, its questions in order, when it is asked, and the thanks."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.feedback.ask_form import AskForm
from ui.feedback.survey_asked import RULES, question_holds, rules_hold
from ui.feedback.surveys import OWN, QuestionLine, Shown, Surveys
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.focus import in_turn
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import narrow
from ui.shared.text import Text

WIDE = 640


class SurveyForm(QWidget):
    """`asks` is the question that is being written."""

    def __init__(self, words: Words, surveys: Surveys) -> None:
        super().__init__()
        self._words, self._surveys = words, surveys
        self.name = Field(words("What it is called"))
        self.name.control.setObjectName("survey.name")
        self.name.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none for none
        self.questions = Section(words("What is asked"))
        self.add = Combo()
        self.add.setObjectName("survey.add")
        self.add.setAccessibleName(words("Add a question"))
        self.error = Text("", 13, ink="bad", wrap=True)
        self.rules: AskForm | None = None
        self.asks: AskForm | None = None
        self.save = Button(words("Save"), Kind.PRIMARY)
        self.back = Button(words("Back"), Kind.QUIET)
        self.remove = Button(words("Take this survey away"), Kind.DESTRUCTIVE)
        self._lay_out()
        self._connect()

    def show_survey(self, shown: Shown) -> None:
        words = self._words
        self.name.set_text(shown.name)
        self.name.show_error("")
        self.error.hide()
        self._end()
        self.remove.setVisible(not shown.is_new)
        self.add.clear()
        for key, said in (("add", words("Add a question")), *shown.bank):
            self.add.addItem(said, key)
        self.add.addItem(words("A question of your own"), OWN)
        if self.rules is not None:
            self.rules.hide()
            self.rules.deleteLater()
        self.rules = AskForm(words, RULES, shown.rules, holds=rules_hold)
        self._rules.addWidget(self.rules)
        self.show_questions(shown.questions)

    def show_questions(self, lines: Sequence[QuestionLine]) -> None:
        self._row_stops: list[QWidget] = []
        self.questions.clear()
        for at, line in enumerate(lines):
            self.questions.add(self._row(at, line))
        self.questions.show_words(
            self._words("What is asked"),
            self._words.plural("{n} question", "{n} questions", len(lines)) if lines else "",
        )
        self._put_in_turn()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._surveys.leave()
        else:
            super().keyPressEvent(event)

    def write(self, at: int) -> None:
        """Asks for the question at that place, a new one after the last."""
        self._end()
        asks = self.asks = AskForm(
            self._words,
            self._surveys.asked_of(at),
            self._surveys.texts_of(at),
            self._words("Keep this question"),
            holds=question_holds,
        )
        asks.answered.connect(partial(self._put, at))
        asks.left.connect(self._end)
        self._asking.addWidget(asks)
        self._put_in_turn()
        asks.begin()

    def _put_in_turn(self) -> None:
        asked = self.asks.stops if self.asks else []
        rules = self.rules.stops if self.rules else []
        acts = (self.save, self.back, self.remove)
        in_turn(self.name.control, *self._row_stops, self.add, *asked, *rules, *acts)

    def _put(self, at: int, texts: dict[str, str]) -> None:
        asks = self.asks
        field, said = self._surveys.put(at, texts)
        if said and asks is not None:
            asks.show_error(field, said)
        else:
            self._end()

    def _end(self) -> None:
        if self.asks is not None:
            self.asks.hide()
            self.asks.deleteLater()
            self.asks = None
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.rules is None:
            return
        field, said = self._surveys.save(self.name.text, self.rules.texts)
        self.name.show_error(said if field == "name" else "")
        self.error.setText(said)
        self.error.setVisible(field == "questions")
        if field in self.rules.fields:
            self.rules.show_error(field, said)

    def _chosen(self, _at: int) -> None:
        key = self.add.key
        self.add.setCurrentIndex(0)
        if key == OWN:
            self.write(self._surveys.count)
        elif key != "add":
            self._surveys.add(key)

    def _row(self, at: int, line: QuestionLine) -> QWidget:
        row, names = QWidget(), QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Text(line.text, 14, 500, wrap=True))
        names.addWidget(Text(line.detail, 13, ink="ink2", wrap=True))
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 10, 0, 10)
        whole.setSpacing(4)
        whole.addLayout(names, 1)
        for key, icon, said, is_there, act in self._row_acts(at, line):
            button = IconButton(icon, said)
            button.setObjectName(f"question.{at}.{key}")
            button.setEnabled(is_there)
            button.clicked.connect(act)
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._row_stops.append(button)
        return row

    def _row_acts(
        self, at: int, line: QuestionLine
    ) -> Sequence[tuple[str, str, str, bool, "partial[None]"]]:
        words, surveys = self._words, self._surveys
        return (
            (
                "up",
                "arrow-up",
                words("Earlier"),
                not line.is_first,
                partial(_move, surveys, at, -1),
            ),
            (
                "down",
                "arrow-down",
                words("Later"),
                not line.is_last,
                partial(_move, surveys, at, 1),
            ),
            ("edit", "pencil-outline", words("Change"), True, partial(_write, self, at)),
            ("out", "close", words("Ask this no more"), True, partial(_take_out, surveys, at)),
        )

    def _connect(self) -> None:
        self.add.activated.connect(self._chosen)
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self._surveys.leave)
        self.remove.clicked.connect(self._surveys.remove)
        self.save.setObjectName("survey.save")
        self.back.setObjectName("survey.back")
        self.remove.setObjectName("survey.remove")

    def _lay_out(self) -> None:
        self._asking, self._rules = QVBoxLayout(), QVBoxLayout()
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.save, self.back):
            acts.addWidget(button)
        acts.addStretch()
        acts.addWidget(self.remove)
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(20)
        for part in (self.name, self.questions, self.error, self.add):
            column.addWidget(part)
        column.addLayout(self._asking)
        column.addLayout(self._rules)
        column.addLayout(acts)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(narrow(column, WIDE, least=WIDE))


def _move(surveys: Surveys, at: int, by: int, _on: bool = False) -> None:
    surveys.move(at, by)


def _write(form: SurveyForm, at: int, _on: bool = False) -> None:
    form.write(at)


def _take_out(surveys: Surveys, at: int, _on: bool = False) -> None:
    surveys.take_out(at)
