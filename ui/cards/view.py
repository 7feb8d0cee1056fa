"""The Cards screen: the people, the card on the desk, and the controls beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from ui.cards.came_out import CameOut
from ui.cards.controls import ASIDE as BESIDE
from ui.cards.controls import Controls
from ui.cards.editor import CardEditor
from ui.cards.facts import Facts
from ui.cards.last_time import LastTime
from ui.cards.making import PICTURE_BACK
from ui.cards.margins import Margins
from ui.cards.marks import TextMark
from ui.cards.nobody import Nobody
from ui.cards.outlets import Choosers, Outlets, PutsOut
from ui.cards.overrule import Overrule
from ui.cards.people_column import ASIDE, PeopleColumn
from ui.cards.presenter import CardsPresenter
from ui.cards.preview import Preview
from ui.cards.shown import Chosen, Empty, FactsShown, Page, Remark, Total
from ui.cards.strips import Strips
from ui.cards.text_box import TextBox
from ui.cards.tools import ToolsShown
from ui.desk import Desk
from ui.shared.margins import margins

if TYPE_CHECKING:
    from reports.stationery import Stationery

_BETWEEN = 32
_SHOWN_OF = frozenset({Kind.CUSTOMERS, Kind.PRINTS, Kind.SETTINGS})


def make_cards(desk: Desk) -> QWidget:
    """The screen for its place in the window."""
    return CardsScreen(desk, Choosers())


class CardsScreen(PutsOut, QWidget):
    """What the presenter knows, laid out."""

    def __init__(self, desk: Desk, choosers: Choosers) -> None:
        super().__init__()
        self._desk, self._choosers = desk, choosers
        self._asked: Remark | None = None
        words = desk.words
        self.presenter = CardsPresenter(desk.shop, words, self)
        tools = self.presenter.tools
        self.column = PeopleColumn(words, self.presenter.row)
        self.preview = Preview(words, desk.explain)
        self.text_box = TextBox(words, self.preview.sheet)
        self.last_time = LastTime(words)
        self.editor = CardEditor(words)
        self.strips = Strips(words)
        self.came_out = CameOut(words)
        self.overrule = Overrule(words, self)
        self.controls = Controls(words, tools)
        self.nobody = Nobody(words)
        self.notice_over = QWidget()
        self._outlets = Outlets(desk, self, choosers, instead=self.presenter.save)
        self._lay_out()
        self._connect()
        desk.on_change(self, self._hear)

    def visited(self) -> None:
        """The day may have changed, and much else."""
        self.presenter.refresh()

    def choose_people(
        self, ids: Sequence[int], letter: str = "", facts: Facts | None = None
    ) -> None:
        """Cards for these people, in this order; `letter` "" leaves the one that is chosen."""
        self.presenter.choose_people(ids, letter, facts or {})

    def show_choices(self, lists: Chosen, letters: Chosen) -> None:
        self.column.show_lists(lists)
        self.controls.show_letters(letters)

    def show_tools(self, tools: ToolsShown) -> None:
        self.controls.show_tools(tools)

    def show_people(self, count: int) -> None:
        self.column.people.show_people(count)

    def show_ticks(self) -> None:
        self.column.people.show_ticks()

    def show_page(self, at: int, page: Page) -> None:
        self.column.people.go_to(at)
        self.preview.show_page(page)
        self.last_time.show_cards(page.before)
        if not page.before:
            self._shut_last_time()
        self.text_box.setVisible(page.on is not None)
        if page.on is not None:
            self._show_box(page.on)

    def show_editor(self, page: Page | None, marks: Sequence[TextMark]) -> None:
        if page is None:
            self.editor.hide()
            return
        if not self.editor.isVisible() or page.own != self.editor.text:
            self.editor.show_card(
                page.name, page.own, page.letter, right_to_left=page.right_to_left
            )
        self.editor.show_marks(marks)
        if not self.editor.isVisible():
            self.editor.show()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_facts(self, facts: FactsShown) -> None:
        self.controls.facts.show_facts(facts)

    def begin_facts(self) -> None:
        self.controls.bring(self.controls.facts.begin())

    def show_total(self, total: Total) -> None:
        self.column.show_total(total)
        self.controls.show_total(total)

    def show_remarks(self, remarks: Sequence[Remark], more: str) -> None:
        self.strips.show_remarks(remarks, more)

    def show_empty(self, empty: Empty | None) -> None:
        if empty is not None:
            self.nobody.show_empty(empty)
        self.column.show_whether_empty(empty=empty is not None)
        self.nobody.setVisible(empty is not None)
        for part in (self.notice_over, self.controls):
            part.setVisible(empty is None)

    def open_labels(self, ids: Sequence[int]) -> None:
        self._desk.print_labels(ids)

    def go(self, place: str) -> None:
        self._desk.window.go(place)

    def explain(self, refused: Exception) -> None:
        self._desk.explain(refused)

    def ask_came_out(self, cards: Sequence[tuple[int, str]]) -> None:
        self.came_out.ask(cards)

    def _show_box(self, on: "Stationery") -> None:
        usual = replace(on, margins=None).text_margins()
        margins = (Margins(m.left, m.top, m.right, m.bottom) for m in (on.text_margins(), usual))
        self.text_box.show_box(on.paper.card, *margins)

    def _settle_box(self, left: float, top: float, right: float, bottom: float) -> None:
        self.presenter.tools.place_text(left, top, right, bottom)

    def _choose_ground(self, key: str) -> None:
        if not key:
            self.presenter.tools.change(ground="")
        elif path := self._ask_picture():
            self.presenter.tools.change(ground=str(path))
        else:
            self.presenter.refresh()

    def _choose_back(self, key: str) -> None:
        if key != PICTURE_BACK:
            self.presenter.tools.change(back=key)
        elif path := self._ask_picture():
            self.presenter.tools.change(back=key, back_picture=str(path))
        else:
            self.presenter.refresh()

    def _ask_picture(self) -> Path | None:
        return self._choosers.picture(self, self._desk.words("Choose a picture or a PDF"))

    def _ask_why(self, remark: Remark, beside: QAbstractButton) -> None:
        """Where a doubt presses, a reason is asked for; anything else is fine at once."""
        if not remark.presses:
            self.presenter.settle(remark)
            return
        self._asked = remark
        self.overrule.ask(remark.key, beside, self.presenter.usual_reasons())

    def _overrule(self, key: str, reason: str) -> None:
        if self._asked is not None and self._asked.key == key:
            self.presenter.settle(self._asked, reason)

    def _show_last_time(self, shown: bool) -> None:
        self.last_time.setVisible(shown)
        if shown:
            self.last_time.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shut_last_time(self) -> None:
        """The keyboard goes back to the line, if it was in there."""
        line, was_here = self.preview.last_line, self.last_time.isAncestorOf(self.focusWidget())
        line.setChecked(False)
        if was_here and line.isVisible():
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _all_came(self) -> None:
        self.came_out.hide()
        self.presenter.all_came_out()

    def _some_did_not(self, ids: Sequence[int], *, again: bool) -> None:
        self.came_out.hide()
        self.presenter.did_not_come(ids, again=again)

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self.notice_over)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.last_time)
        middle.addWidget(self.editor)
        middle.addWidget(self.came_out)
        middle.addWidget(self.strips)
        self.editor.hide()
        self.nobody.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(40, 8, 32 - BESIDE, 24))
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addSpacing(_BETWEEN - ASIDE)
        row.addWidget(self.notice_over, 1)
        row.addWidget(self.nobody, 1)
        row.addSpacing(_BETWEEN)
        row.addWidget(self.controls)
        self.setFocusProxy(self.column.people)

    def _connect(self) -> None:
        does = self.presenter
        self.column.list_chosen.connect(does.choose_list)
        self.column.people.came_to.connect(does.go_to)
        self.column.people.ticked.connect(does.toggle)
        self.column.tick.clicked.connect(does.tick_or_clear)
        self.preview.stepped.connect(does.step)
        self.preview.jumped.connect(does.go_to)
        self.preview.last_line.toggled.connect(self._show_last_time)
        self.last_time.left.connect(self._shut_last_time)
        self.preview.edit_button.clicked.connect(does.edit)
        self.preview.anew_button.clicked.connect(does.write_anew)
        self.editor.text_changed.connect(does.write)
        self.editor.done.connect(does.end_editing)
        self.text_box.settled.connect(self._settle_box)
        self.strips.shown.connect(does.show)
        self.strips.settled.connect(self._ask_why)
        self.overrule.overruled.connect(self._overrule)
        self.came_out.all_came.connect(self._all_came)
        self.came_out.print_again.connect(partial(self._some_did_not, again=True))
        self.came_out.put_back.connect(partial(self._some_did_not, again=False))
        self.controls.letter_chosen.connect(does.choose_letter)
        self.controls.facts.typed.connect(does.say)
        self.controls.facts.settled.connect(does.settle_facts)
        self.controls.facts.coupon_wanted.connect(lambda on: does.bring_coupon(on=on))
        self.controls.facts.offer_chosen.connect(lambda key: does.bring_coupon(on=True, offer=key))
        self.controls.ground_wanted.connect(self._choose_ground)
        self.controls.back_wanted.connect(self._choose_back)
        self.controls.aside_button.clicked.connect(does.aside_or_out)
        self.controls.print_button.clicked.connect(does.print_out)
        self.controls.save_button.clicked.connect(does.save)
        self.controls.labels_button.clicked.connect(does.labels)
        self.nobody.followed.connect(does.follow)

    def _hear(self, changed: frozenset[Kind]) -> None:
        """Out of sight it waits: the next visit asks anew anyway."""
        if self.isVisible() and changed & _SHOWN_OF:
            self.presenter.refresh()
