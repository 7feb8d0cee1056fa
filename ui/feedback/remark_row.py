"""A comment: how she felt, when and where, who it was, her words, and what they are about."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.words import Words
from ui.feedback.shown import Chip, Remark
from ui.feedback.theme_chip import ThemeChip
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.chips import StateChip
from ui.shared.flow import Flow
from ui.shared.text import Text


class RemarkRow(QWidget):
    """Its themes are taken off and suggested ones put on by one press; with `acts` it can be taken out."""

    opened = Signal(int)
    themed = Signal(int, str, bool)
    """The answer, a theme, and whether it is about it from now on."""
    taken_out = Signal(int)

    def __init__(self, remark: Remark, words: Words, *, acts: bool = True) -> None:
        super().__init__()
        self.remark, self._words = remark, words
        self.setObjectName(f"remark.{remark.answer}")
        self.text = Text(remark.text, 14, wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 14)
        whole.setSpacing(8)
        whole.addLayout(self._head(acts=acts))
        whole.addWidget(self.text)
        if acts or remark.themes:
            whole.addWidget(self._themes(acts=acts))

    def _head(self, *, acts: bool) -> QHBoxLayout:
        remark, row = self.remark, QHBoxLayout()
        row.setSpacing(8)
        if remark.state:
            row.addWidget(StateChip(remark.state))
        if remark.customer:
            who = Button(remark.who, Kind.LINK, height=20)
            who.setObjectName(f"remark.{remark.answer}.who")
            who.clicked.connect(lambda: self.opened.emit(remark.customer))
            row.addWidget(who)
        aside = (remark.figures, remark.channel, remark.when)
        row.addWidget(Text(" · ".join(filter(None, aside)), 13, ink="ink2"))
        row.addStretch()
        if acts:
            out = IconButton("trash-can-outline", self._words("Take this answer out"), icon_size=18)
            out.setObjectName(f"remark.{remark.answer}.out")
            out.clicked.connect(lambda: self.taken_out.emit(remark.answer))
            row.addWidget(out)
        return row

    def _themes(self, *, acts: bool) -> QWidget:
        remark, words = self.remark, self._words
        chips: list[QWidget] = []
        for one in remark.themes:
            said = words("Not about “{theme}”", theme=one.words) if acts else ""
            chips.append(self._chip(one, "close" if acts else "", said, is_about=False))
        if not acts:
            return _flowing(chips)
        for one in remark.suggested:
            said = words("It is about “{theme}”", theme=one.words)
            chips.append(self._chip(one, "plus", said, is_about=True))
        chips.append(self._more())
        return _flowing(chips)

    def _chip(self, one: Chip, icon: str, said: str, *, is_about: bool) -> ThemeChip:
        chip = ThemeChip(one.words, icon, is_quiet=is_about)
        chip.setObjectName(f"remark.{self.remark.answer}.{one.key}")
        if said:
            chip.setAccessibleName(said)
            chip.setToolTip(said)
            chip.clicked.connect(partial(self._tell, one.key, is_about))
        else:
            chip.setEnabled(False)
        return chip

    def _more(self) -> QWidget:
        chip = ThemeChip(self._words("Theme"), "plus", is_quiet=True)
        chip.setObjectName(f"remark.{self.remark.answer}.more")
        chip.setAccessibleName(self._words("Say what it is about"))
        chip.clicked.connect(lambda: self._offer(chip))
        return chip

    def _offer(self, chip: QWidget) -> None:
        menu = QMenu(self)
        for one in self.remark.others:
            act = menu.addAction(one.words)
            act.triggered.connect(partial(self._tell, one.key, True))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + 4)))

    def _tell(self, theme: str, is_about: bool, _checked: bool = False) -> None:
        self.themed.emit(self.remark.answer, theme, is_about)


def _flowing(chips: list[QWidget]) -> QWidget:
    holder, flow = QWidget(), Flow(across=6, down=6)
    holder.setLayout(flow)
    flow.show_parts(chips)
    return holder
