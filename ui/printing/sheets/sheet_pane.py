"""One sheet at the trailing side: its picture, what is left of it in the drawer, and what can be done."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resources.words import Words
from ui.printing.sheets.presenter import Left, SheetShown
from ui.printing.sheets.sheet_picture import SheetPicture, Tool
from ui.shared.buttons import Button, Kind, RowButton
from ui.shared.chips import FilterChips
from ui.shared.easel import TRAILING, Easel
from ui.shared.fields import Field
from ui.shared.focus import in_turn
from ui.shared.fonts import font, width
from ui.shared.headers import Section
from ui.shared.pane import Pane
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour

HIGH = 300


class PartRow(RowButton):
    """One sheet of the drawer, or a whole one."""

    def __init__(self, one: Left) -> None:
        super().__init__(", ".join(part for part in (one.words, one.detail) if part))
        self._one = one
        self.setCheckable(True)
        self.setObjectName(f"part.{one.id}")

    def sizeHint(self) -> QSize:
        return QSize(160, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, one = QRectF(self.rect()), self._one
        with Easel.on(self) as easel:
            if self.isChecked():
                easel.box(rect, 8, colour("tint"))
            elif self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            small = font(13)
            aside = width(one.detail, small) + 2 if one.detail else 0
            end = rect.width() - 10 - aside
            easel.text(QRectF(end, 0, aside, 40), one.detail, small, colour("ink2"), TRAILING)
            easel.text(QRectF(10, 0, end - 18, 40), one.words, font(14), colour("ink"))


class SheetPane(Pane):
    """Presses on the picture say what is gone; the sheet is then kept in the drawer."""

    marked = Signal(object, object)
    part_chosen = Signal(int)
    renamed = Signal(str)
    taken_out = Signal()
    print_wanted = Signal()
    change_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(words("The sheet"))
        self._words = words
        self.title = ElidedText("", 20, 600)
        self.detail, self.purpose = Text("", 13, ink="ink2", wrap=True), Text("", 13, ink="ink2")
        self.aliases = Text("", 13, ink="ink2", wrap=True)
        self.print_act = Button(words("Print labels on it"))
        self.change = Button(words("Measure anew"))
        self.remove = Button(words("Remove"), Kind.DESTRUCTIVE)
        self.tools = FilterChips(words("What a press says"))
        self.picture = SheetPicture(words)
        self.hint = Text("", 13, ink="ink2", wrap=True)
        self.drawer = Section(words("In the drawer"))
        self.name = Field(words("What you call it"))
        self.out = Button(words("Take it out of the drawer"), Kind.QUIET)
        self.rows: dict[int, PartRow] = {}
        self._lay_out()
        self._connect()

    def show_one(self, shown: SheetShown) -> None:
        stock, part = shown.stock, shown.part
        self.title.setText(stock.name)
        self.detail.setText(shown.detail)
        self.purpose.setText(shown.purpose)
        self.aliases.setText(
            self._words("Also: {names}", names=shown.aliases) if shown.aliases else ""
        )
        self.aliases.setVisible(bool(shown.aliases))
        for act in (self.change, self.remove):
            act.setVisible(shown.is_own)
        is_sheet = stock.feed == "sheet"
        for one in (self.tools, self.hint, self.drawer):
            one.setVisible(is_sheet)
        self.picture.show_sheet(stock, part.gone if part else (), part.torn if part else ())
        self._show_drawer(shown)
        for asked in (self.name, self.out):
            asked.setVisible(part is not None)
        self.name.set_text(part.name if part else "")

    def _show_drawer(self, shown: SheetShown) -> None:
        held = next((one for one, row in self.rows.items() if row.hasFocus()), None)
        self.drawer.clear()
        self.rows.clear()
        whole = Left(id=0, words=self._words("A whole sheet"), detail="")
        for one in (whole, *shown.left):
            row = self.rows[one.id] = PartRow(one)
            row.setChecked(one.id == shown.chosen)
            row.clicked.connect(partial(self._choose, one.id))
            self.drawer.add(row)
        in_turn(self.picture, *self.rows.values(), self.name.control, self.out)
        if held in self.rows:
            self.rows[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, part: int, _on: bool = False) -> None:
        self.part_chosen.emit(part)

    def _choose_tool(self, key: str) -> None:
        self.picture.tool = Tool(key)

    def _connect(self) -> None:
        self.tools.chosen.connect(self._choose_tool)
        self.picture.changed.connect(self.marked)
        self.print_act.clicked.connect(self.print_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self.out.clicked.connect(self.taken_out)
        control = self.name.control
        control.editingFinished.connect(self._rename)  # type: ignore[attr-defined] # an Input

    def _rename(self) -> None:
        control = self.name.control
        if control.isModified():  # type: ignore[attr-defined] # an Input
            control.setModified(False)  # type: ignore[attr-defined]
            self.renamed.emit(self.name.text)

    def _lay_out(self) -> None:
        words = self._words
        self.picture.setFixedHeight(HIGH)
        for tool, said in (
            (Tool.BEGIN, words("Begin here")),
            (Tool.GONE, words("Gone")),
            (Tool.TORN, words("Torn")),
        ):
            self.tools.add(tool, said).setObjectName(f"tool.{tool}")
        self.hint.setText(words("Press what is gone, and the sheet is kept in the drawer."))
        for part, name in (
            (self.print_act, "sheet.print"),
            (self.change, "sheet.change"),
            (self.remove, "sheet.remove"),
            (self.out, "sheet.out"),
            (self.name.control, "sheet.name"),
        ):
            part.setObjectName(name)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        for line in (self.title, self.detail, self.purpose, self.aliases):
            lines.addWidget(line)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self.print_act, self.change, self.remove):
            acts.addWidget(act)
        acts.addStretch()
        self.head.addLayout(lines)
        self.head.addLayout(acts)
        for part in (self.tools, self.picture, self.hint, self.drawer, self.name):
            self.body.addWidget(part)
        self.body.addWidget(self.out, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch()
