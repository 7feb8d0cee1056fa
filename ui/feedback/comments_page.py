"""The page of comments: a search, filters, and each comment with its themes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.voice.reading import Period
from reports.feedback_words import MOOD_NAMES
from ui.desk import Desk
from ui.feedback.comments import Comments
from ui.feedback.reading import MOODS
from ui.feedback.remark_row import RemarkRow
from ui.feedback.shown import Remark
from ui.shared.buttons import Button, Kind
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.headers import Section
from ui.shared.inputs import Input
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import narrow
from ui.shared.text import Text

PAUSE = 200
"""Milliseconds without a key after which what was typed is looked for."""
WIDEST = 860


class CommentsPage(QWidget):
    """The view of `Comments`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.comments = Comments(desk, self)
        self.search = Input(words("Words that were said"))
        self.search.setAccessibleName(words("Words that were said"))
        self.search.setObjectName("comments.search")
        self.moods = FilterChips(words("How they felt"))
        self.themes, self.channels = Combo(), Combo()
        self.themes.setAccessibleName(words("Every theme"))
        self.channels.setAccessibleName(words("From everywhere"))
        self.remarks = Section(words("What people say"))
        self.more = Button("", Kind.SECONDARY)
        self.more.setObjectName("comments.more")
        self._shown: object = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.first: QWidget = self.search

    def look_at(self, period: Period, by: str = "", part: str = "") -> None:
        """Comments of that time, perhaps of one theme or channel alone."""
        only = {by: part} if by else {}
        self.comments.want(period=period, **only)

    def _nothing(self) -> str:
        words, wanted = self._desk.words, self.comments.wanted
        is_sought = wanted.text or wanted.theme or wanted.channel or wanted.mood is not None
        return (
            words("No comment is like that.") if is_sought else words("No comments in this time.")
        )

    def show_remarks(self, remarks: Sequence[Remark], count: str, more: str) -> None:
        shown = (remarks, count, more, self._nothing())
        if shown == self._shown:
            return
        words, self._shown = self._desk.words, shown
        focused = self._focused()
        self.remarks.show_words(words("What people say"), count)
        self.remarks.clear()
        for one in remarks:
            self.remarks.add(self._row(one))
        if not remarks:
            nothing = Text(shown[-1], ink="ink2", wrap=True)
            nothing.setMinimumHeight(60)
            self.remarks.add(nothing)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        if focused and (same := self.findChild(QWidget, focused)):
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_choices(
        self, themes: Sequence[tuple[str, str]], channels: Sequence[tuple[str, str]]
    ) -> None:
        wanted = self.comments.wanted
        _offer(self.themes, themes, wanted.theme)
        _offer(self.channels, channels, wanted.channel)

    def _row(self, remark: Remark) -> RemarkRow:
        row = RemarkRow(remark, self._desk.words)
        row.opened.connect(self._desk.show_customer)
        row.themed.connect(
            lambda answer, theme, on: self.comments.theme(answer, theme, is_about=on)
        )
        row.taken_out.connect(self._take_out)
        return row

    def _take_out(self, answer: int) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.comments.take_out(answer)

    def _focused(self) -> str:
        """The name of the part of a row that has the keyboard."""
        part = self.focusWidget()
        return part.objectName() if part and part.hasFocus() else ""

    def _connect(self) -> None:
        self._pause.timeout.connect(lambda: self.comments.want(text=self.search.text()))
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.moods.chosen.connect(lambda key: self.comments.want(mood="" if key == "all" else key))
        self.themes.activated.connect(lambda _at: self.comments.want(theme=self.themes.key))
        self.channels.activated.connect(lambda _at: self.comments.want(channel=self.channels.key))
        self.more.clicked.connect(self.comments.show_more)

    def _lay_out(self) -> None:
        words = self._desk.words
        self.moods.add("all", words("All")).setObjectName("mood.all")
        for mood in MOODS:
            self.moods.add(mood.value, words(MOOD_NAMES[mood])).setObjectName(f"mood.{mood}")
        finding = QHBoxLayout()
        finding.setSpacing(12)
        finding.addWidget(self.search, 3)
        finding.addWidget(self.themes, 2)
        finding.addWidget(self.channels, 2)
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(16)
        column.addLayout(finding)
        column.addWidget(self.moods)
        column.addSpacing(8)
        column.addWidget(self.remarks)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(narrow(column, WIDEST))


def _offer(combo: Combo, choices: Sequence[tuple[str, str]], chosen: str) -> None:
    there = [(str(combo.itemData(n)), combo.itemText(n)) for n in range(combo.count())]
    if there != list(choices):
        combo.clear()
        for key, said in choices:
            combo.addItem(said, key)
    combo.choose(chosen)
