"""The form on which a sheet is measured: its numbers at the start, the drawing beside them."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reports.papers import PAGES
from reports.stock import Stock
from resources.words import Words
from ui.loyalty.programme_fields import Misread
from ui.printing.sheets.measure_drawing import MeasureDrawing
from ui.printing.sheets.measuring_form import (
    COUNT,
    LABEL,
    MARGIN,
    NUMBERS,
    OWN_PAGE,
    PAGE,
    PITCH,
    Measuring,
    texts_of,
)
from ui.printing.sheets.stock_said import millimetres
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import CheckBox, Field
from ui.shared.pane import Panel, scrolling
from ui.shared.text import Text

FORM = 400


class MeasurePage(QWidget):
    """`kept` tells the sheet that was measured; which one is being changed is known to who asked."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, words: Words, page: str) -> None:
        super().__init__()
        self._words, self._usual_page = words, page
        self._measuring = Measuring(words)
        self.name = Field(words("What you call it"))
        self.page = Combo([*((name, name) for name in PAGES), (OWN_PAGE, words("Another size"))])
        self.fields = {key: Field(words(label)) for key, label in NUMBERS.items()}
        self.round = CheckBox(words("The labels are round"))
        self.drawing = MeasureDrawing(words)
        self.keep = Button(words("Keep this sheet"), Kind.PRIMARY, height=MAIN)
        self._own = QWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.name)

    def begin(self, sheet: Stock | None = None) -> None:
        """Empty for a new one, else with the numbers of the one that is measured anew."""
        texts = texts_of(sheet, self._words) if sheet else {"page": self._usual_page}
        self.name.set_text(texts.get("name", ""))
        self.page.choose(texts["page"])
        for key, field in self.fields.items():
            field.set_text(texts.get(key, ""))
            field.show_error("")
        self.round.setChecked(sheet is not None and sheet.shape == "round")
        self.name.show_error("")
        self.look()

    @property
    def texts(self) -> dict[str, str]:
        return {"page": self.page.key} | {key: field.text for key, field in self.fields.items()}

    def show_error(self, field: str, said: str) -> None:
        """At the field of that name, which gets the keyboard."""
        at = self.fields.get(field, self.name)
        at.show_error(said)
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The number that has the keyboard is the one that the drawing points out."""
        if event.type() == QEvent.Type.FocusIn:
            self.drawing.measure(watched.objectName().removeprefix("measure."))
        return False

    def _keep(self) -> None:
        if not self.name.text:
            self.show_error("name", self._words("Give it a name by which you will find it again."))
            return
        try:
            sheet = self._measuring.read(
                self.texts, name=self.name.text, is_round=self.round.isChecked()
            )
        except Misread as misread:
            self.show_error(misread.field, misread.said)
            return
        self.kept.emit(sheet)

    def look(self) -> None:
        """Draws what is known of it, and says what does not fit."""
        self._own.setVisible(self.page.key == OWN_PAGE)
        drawn = self._measuring.look(self.texts, is_round=self.round.isChecked())
        for key, field in self.fields.items():
            field.show_error(drawn.said if key == drawn.wrong else "")
        if drawn.stock is not None:
            self.drawing.show_stock(drawn.stock)
        for key, pitch in zip(PITCH, self._measuring.usual_pitch(self.texts), strict=True):
            control = self.fields[key].control
            control.setPlaceholderText(millimetres(pitch, self._words) if pitch else "")  # type: ignore[attr-defined] # an Input

    def _connect(self) -> None:
        for key, field in self.fields.items():
            field.control.setObjectName(f"measure.{key}")
            field.control.installEventFilter(self)
            field.edited.connect(lambda _text: self.look())
        self.name.control.setObjectName("measure.name")
        self.keep.setObjectName("measure.keep")
        self.page.activated.connect(lambda _at: self.look())
        self.round.toggled.connect(lambda _on: self.look())
        self.keep.clicked.connect(self._keep)

    def _lay_out(self) -> None:
        words = self._words
        said = Text(
            words("Lay a ruler on the sheet. Where you leave the last two empty, all is even."),
            14,
            ink="ink2",
            wrap=True,
        )
        self._pair(self._own, PAGE)
        column = QVBoxLayout()
        column.setContentsMargins(4, 4, 4, 12)
        column.setSpacing(14)
        for part in (said, self.name, Field(words("The sheet"), self.page), self._own):
            column.addWidget(part)
        column.addWidget(self._pairs())
        column.addWidget(self.round)
        column.addStretch()
        desk = Panel("desk")
        around = QVBoxLayout(desk)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.drawing)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(20)
        whole.addWidget(self._form(column))
        whole.addWidget(desk, 1)

    def _pairs(self) -> QWidget:
        """What is counted and measured, across beside down."""
        grid = QWidget()
        rows = QGridLayout(grid)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        for row, pair in enumerate((COUNT, LABEL, MARGIN, PITCH)):
            for place, key in enumerate(pair):
                self.fields[key].label.setWordWrap(True)
                rows.addWidget(self.fields[key], row, place, top)
        return grid

    def _form(self, column: QVBoxLayout) -> QWidget:
        """The fields scroll; the act stays at the foot."""
        form = QWidget()
        form.setFixedWidth(FORM)
        foot = QVBoxLayout()
        foot.setContentsMargins(4, 0, 4, 4)
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        held = QVBoxLayout(form)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(12)
        # As a space, not as a margin: margins do not change sides in Hebrew.
        beside = QHBoxLayout()
        beside.addLayout(column, 1)
        beside.addSpacing(12)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(beside)
        held.addWidget(scrolling(inside), 1)
        held.addLayout(foot)
        return form

    def _pair(self, holder: QWidget, keys: tuple[str, str]) -> None:
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for key in keys:
            row.addWidget(self.fields[key])
