"""Fields in titled parts, two in a row; those that do not belong to what is chosen are not there."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.coupons.asked import Asked, Texts
from ui.coupons.designs_row import DesignsRow
from ui.loyalty.programme_month import first_weekday
from ui.shared.chips import FilterChip
from ui.shared.combo import Combo
from ui.shared.fields import Area, Field
from ui.shared.fonts import font
from ui.shared.headers import SECTION, Heading
from ui.shared.inputs import Input

ACROSS = 2
_A_MONDAY = date(2024, 1, 1)
Parts = Sequence[tuple[str, Sequence[Asked]]]
Choices = Callable[[str], Sequence[tuple[str, str]]]
"""What there is to choose from in the field of that key; nothing for what is typed."""


class Weekdays(QWidget):
    """Seven days of which any may be chosen, from the `first` of the week on (0 is Monday); none chosen
    is all of them.
    """

    changed = Signal()

    def __init__(self, words: Words, first: int) -> None:
        super().__init__()
        self.days: list[FilterChip] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        short = words.locale.days["stand-alone"]["abbreviated"]
        for number in range(7):
            day = FilterChip(short[number])
            day.setAccessibleName(words.weekday(_A_MONDAY + timedelta(days=number)))
            day.clicked.connect(self.changed)
            self.days.append(day)
        for day in self.days[first:] + self.days[:first]:
            row.addWidget(day)
        row.addStretch()
        self.setFocusProxy(self.days[first])

    @property
    def key(self) -> str:
        """`1,2,7` for Monday, Tuesday and Sunday."""
        return ",".join(str(n) for n, day in enumerate(self.days, 1) if day.isChecked())

    def choose(self, key: str) -> None:
        chosen = key.split(",")
        for number, day in enumerate(self.days, 1):
            day.setChecked(str(number) in chosen)


_WIDE = Weekdays | DesignsRow | Area
"""What takes a whole row."""


class Form(QWidget):
    """`fields` by key; `changed` comes with everything that is typed or chosen."""

    changed = Signal()

    def __init__(self, words: Words, parts: Parts, choices: Choices, *, country: str) -> None:
        super().__init__()
        self._parts, self._first = parts, first_weekday(country)
        self.fields = {
            one.key: self._field(one, choices(one.key), words) for _, some in parts for one in some
        }
        self._grids: list[QGridLayout] = []
        self._lay_out(words)
        self.setFocusProxy(next(iter(self.fields.values())))

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields, also in those that are not asked for just now."""
        return {key: _text(field) for key, field in self.fields.items()}

    def set_texts(self, texts: Texts) -> None:
        """Without telling of it."""
        self.blockSignals(True)
        for key, field in self.fields.items():
            control = field.control
            if isinstance(control, Combo):
                control.choose(texts.get(key, "") or str(control.itemData(0) or ""))
            elif isinstance(control, Weekdays | DesignsRow):
                control.choose(texts.get(key, ""))
            else:
                field.set_text(texts.get(key, ""))
            field.show_error("")
        self.blockSignals(False)

    def show_choices(self, key: str, choices: Sequence[tuple[str, str]]) -> None:
        """Something else to choose from; what is chosen stays where it is still there."""
        combo = self.fields[key].control
        if not isinstance(combo, Combo):
            return
        combo.blockSignals(True)
        before = combo.key
        combo.clear()
        for name, said in choices:
            combo.addItem(said, name)
        combo.setCurrentIndex(max(0, combo.findData(before)))
        combo.blockSignals(False)

    def show_asked(self, is_asked: Callable[[Asked], bool]) -> None:
        """Only these, without gaps between them."""
        for (_, some), grid in zip(self._parts, self._grids, strict=True):
            shown = [one.key for one in some if is_asked(one)]
            for one in some:
                grid.removeWidget(self.fields[one.key])
                self.fields[one.key].setVisible(one.key in shown)
            place = 0
            for key in shown:
                wide = isinstance(self.fields[key].control, _WIDE)
                place += place % ACROSS if wide else 0
                row, column = divmod(place, ACROSS)
                across = ACROSS if wide else 1
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(self.fields[key], row, column, 1, across, top)
                place += across

    @property
    def designs(self) -> DesignsRow | None:
        """The tiles of its designs; None where there is only one."""
        field = self.fields.get("design")
        return field.control if field and isinstance(field.control, DesignsRow) else None

    def show_error(self, key: str, said: str) -> None:
        for name, field in self.fields.items():
            field.show_error(said if name == key else "")
        if said:
            self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, one: Asked, choices: Sequence[tuple[str, str]], words: Words) -> Field:
        is_days = one.key == "weekdays"
        control = Weekdays(words, self._first) if is_days else _control(one, choices, words)
        said = words(one.help_words) if one.help_words else ""
        field = Field(words(one.label), control, help_words=said)
        control.setObjectName(f"new.{one.key}")
        if isinstance(control, Combo):
            control.currentIndexChanged.connect(partial(self._heard, field))
        elif isinstance(control, Weekdays):
            control.changed.connect(self.changed)
        elif isinstance(control, DesignsRow):
            control.chosen.connect(self.changed)
        elif isinstance(control, Area):
            control.lines.textChanged.connect(partial(self._heard, field, 0))
        else:
            field.edited.connect(self.changed)
        return field

    def _heard(self, field: Field, _at: int) -> None:
        field.show_error("")
        self.changed.emit()

    def _lay_out(self, words: Words) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for at, (title, some) in enumerate(self._parts):
            if title:
                whole.addSpacing(16 if at else 0)
                whole.addWidget(Heading(words(title), px=SECTION))
            grid = QGridLayout()
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(16)
            for column in range(ACROSS):
                grid.setColumnStretch(column, 1)
            self._grids.append(grid)
            whole.addLayout(grid)
            for one in some:
                self.fields[one.key].setParent(self)
        self.show_asked(lambda _one: True)


def _control(one: Asked, choices: Sequence[tuple[str, str]], words: Words) -> QWidget:
    if one.key == "design":
        return DesignsRow(words(one.label), choices)
    if one.takes_lines:
        return Area(height=one.takes_lines)
    if choices or one.choices:
        named = choices or [(key, words(said)) for key, said in one.choices]
        return Combo(list(named))
    field = Input()
    field.setFont(font(14))
    return field


def _text(field: Field) -> str:
    control = field.control
    return control.key if isinstance(control, Combo | Weekdays | DesignsRow) else field.text
