"""The trailing column: letter, hand, ink and paper above, how much will come out and the acts at the foot."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.fact_fields import FactFields
from ui.cards.hands_row import HandsRow
from ui.cards.ink import sample
from ui.cards.ink_dots import InkDots
from ui.cards.lively import LivelyRow
from ui.cards.shown import Chosen, Total
from ui.cards.tools import Tools, ToolsShown
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.margins import margins
from ui.shared.text import Figure, Text
from ui.shared.toggle import Toggle

WIDE = 256
ASIDE = 14
"""Room for the scroll bar beside the choices; nothing else stands in it."""


class Controls(QWidget):
    """256 wide, or as wide as its longest button; what is chosen scrolls, the acts stay."""

    letter_chosen = Signal(str)
    ground_wanted = Signal(str)
    """`picture` for one that is still to be chosen."""
    back_wanted = Signal(str)
    """The same, of the second side."""

    def __init__(self, words: Words, tools: Tools) -> None:
        super().__init__()
        self._words, self._tools = words, tools
        self.letter, self.paper = Combo(), Combo()
        self.facts = FactFields(words, self.letter)
        self.hands = HandsRow(words)
        self.inks = InkDots(words)
        self.lively = LivelyRow(words, tools.liveliness)
        self.back, self.turns, self.ground = Combo(), Combo(), Combo()
        self.signed = Toggle(words("Signed by hand"))
        self.own_line = Toggle(words("A line for real ink"))
        self.numbered = Toggle(words("A small number on each"))
        self.numbered.setToolTip(
            words("It ties the card, the envelope and the label of one person together.")
        )
        self.more = Button(words("More about the paper"), Kind.LINK, icon="chevron-down")
        self.rest, self._area = QWidget(), QScrollArea()
        self._sheets = Figure("", 14, 500)
        self._scale = Text("", 13, ink="ink2")
        self.print_button = Button("", Kind.PRIMARY, icon="printer-outline", height=MAIN)
        self.save_button = Button(words("Save as PDF"))
        self.aside_button = Button(words("Put aside"))
        self.labels_button = Button(words("Address labels…"), Kind.QUIET)
        self._name_the_rest()
        self._lay_out()
        self._connect()

    def show_letters(self, letters: Chosen) -> None:
        self.letter.offer(letters.choices, letters.key)

    def show_tools(self, tools: ToolsShown) -> None:
        language = self._words.language
        hands = [
            (key, name, sample(tools.sample, self._tools.hand(key), language))
            for key, name in tools.hands
        ]
        self.hands.show_hands(hands, tools.hand)
        self.inks.show_inks(tools.inks, tools.ink)
        self.lively.show_value(tools.lively)
        self.signed.setVisible(tools.can_be_signed)
        self.signed.setChecked(tools.signed)
        self.paper.offer(tools.papers.choices, tools.papers.key)
        self.back.offer(tools.backs.choices, tools.backs.key)
        self.turns.offer(tools.turns.choices, tools.turns.key)
        self.ground.offer(tools.grounds.choices, tools.grounds.key)
        self.turns.setVisible(tools.is_two_sided)
        self.own_line.setChecked(tools.own_line)
        self.numbered.setChecked(tools.numbered)
        if tools.is_dressed:
            self._show_the_rest()

    def show_total(self, total: Total) -> None:
        self._sheets.setText(total.sheets)
        self._scale.setText(total.scale)
        self.print_button.setText(total.act)
        said = self._words("Put aside") if total.can_wait else self._words("Take out")
        self.aside_button.setText(said)
        for button in (self.print_button, self.save_button, self.aside_button):
            if total.why_not:
                button.disable(total.why_not)
            else:
                button.enable()

    def bring(self, part: QWidget | None) -> None:
        """Into sight."""
        if part is not None:
            self._area.ensureWidgetVisible(part)

    def _name_the_rest(self) -> None:
        self.back.setAccessibleName(self._words("Second side"))
        self.turns.setAccessibleName(self._words("How the printer turns the sheet"))
        self.ground.setAccessibleName(self._words("Ground of the card"))

    def _connect(self) -> None:
        change = self._tools.change
        self.letter.activated.connect(lambda: self.letter_chosen.emit(self.letter.key))
        self.paper.activated.connect(lambda: change(paper=self.paper.key))
        self.hands.chosen.connect(lambda key: change(hand=key))
        self.inks.chosen.connect(lambda key: change(ink=key))
        self.lively.settled.connect(self._tools.choose_lively)
        self.turns.activated.connect(lambda: change(turns=self.turns.key))
        self.signed.toggled.connect(lambda on: change(signed=on))
        self.own_line.toggled.connect(lambda on: change(own_line=on))
        self.numbered.toggled.connect(lambda on: change(numbered=on))
        self.back.activated.connect(lambda: self.back_wanted.emit(self.back.key))
        self.ground.activated.connect(lambda: self.ground_wanted.emit(self.ground.key))

    def _lay_out(self) -> None:
        above = QVBoxLayout(self)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self._scrolling(), 1)
        above.addSpacing(12)
        whole = QVBoxLayout()
        whole.setContentsMargins(margins(0, 0, ASIDE, 0))
        whole.setSpacing(0)
        above.addLayout(whole)
        for part in (self._sheets, self._scale):
            whole.addWidget(part)
            whole.addSpacing(2)
        whole.addSpacing(10)
        whole.addWidget(self._wide(self.print_button))
        whole.addSpacing(8)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self._wide(self.save_button))
        pair.addWidget(self._wide(self.aside_button))
        whole.addLayout(pair)
        whole.addSpacing(4)
        whole.addWidget(self._wide(self.labels_button))
        both = self.save_button.sizeHint().width() + 8 + self.aside_button.sizeHint().width()
        self.setFixedWidth(max(WIDE, both, self.labels_button.sizeHint().width()) + ASIDE)

    def _wide(self, button: Button) -> Button:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _scrolling(self) -> QScrollArea:
        """In a low window the choices scroll; the acts are always in reach."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(margins(0, 0, ASIDE, 0))
        column.setSpacing(0)
        column.addWidget(Field(self._words("Letter"), self.letter))
        column.addSpacing(8)
        column.addWidget(self.facts)
        for part in (Field(self._words("Hand"), self.hands), self.inks, self.lively):
            column.addSpacing(16)
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.signed)
        column.addSpacing(8)
        column.addWidget(Field(self._words("Paper"), self.paper))
        column.addSpacing(8)
        column.addWidget(self.back)
        column.addSpacing(8)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._rest())
        column.addStretch()
        area = self._area
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _rest(self) -> QWidget:
        """What most shops never touch, out of sight until it is wanted."""
        column = QVBoxLayout(self.rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.turns, self.ground, self.own_line, self.numbered):
            column.addWidget(part)
        self.rest.hide()
        self.more.clicked.connect(self._show_the_rest)
        return self.rest

    def _show_the_rest(self) -> None:
        self.rest.show()
        self.more.hide()
