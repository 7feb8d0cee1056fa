"""The editor of a label design: what can be put on it, the label itself, and what is chosen on it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.printing.designs import LabelDesign
from reports.designed_labels import DesignedLabel
from reports.label_design import Box, Design, PictureBox
from reports.label_design_file import as_parts
from ui.cards.outlets import Choosers
from ui.desk import Desk
from ui.printing.designer.canvas import Canvas
from ui.printing.designer.caution_line import CautionLine
from ui.printing.designer.drawing import Drawings, Seen
from ui.printing.designer.gallery import Gallery
from ui.printing.designer.inspector import KINDS, Inspector
from ui.printing.designer.presenter import EditorPresenter, EditorShown, LookedOver, looked_over
from ui.printing.designer.said import box_said, cautions_said
from ui.printing.sheets.stock_said import size_said
from ui.shared.buttons import IN_ROW, Button, IconButton, Kind
from ui.shared.icons import pixmap
from ui.shared.inputs import Input
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.text import ElidedText, Figure
from ui.shared.theme import theme

if TYPE_CHECKING:
    from reports.cautions import Caution

SETTLED = 400
"""Milliseconds without a change after which everybody is looked over."""
_MOST_CAUTIONS = 3


class Editor(QWidget):
    """The view of `EditorPresenter`. Ctrl+Z takes back what was done to the design, Ctrl+S saves it."""

    left = Signal()
    print_wanted = Signal(int)
    sheet_wanted = Signal(str)
    """Another one than this is to be chosen."""

    def __init__(self, desk: Desk, choosers: Choosers, gallery: Gallery) -> None:
        super().__init__()
        self._desk, self._choosers, self._gallery = desk, choosers, gallery
        words = desk.words
        self.presenter = EditorPresenter(desk.shop, words, self)
        self.canvas = Canvas(words("Label"))
        self.inspector = Inspector(words)
        self.name = Input(words("Name"))
        self.name.setAccessibleName(words("Name"))
        self.back = IconButton("arrow-left", words("Back to all designs"), size=40)
        self.undo = IconButton("undo-variant", words("Undo (Ctrl+Z)"), size=40)
        self.redo = IconButton("redo-variant", words("Redo (Ctrl+Shift+Z)"), size=40)
        self.sheet = Button("", Kind.QUIET)
        self.print = Button(words("Print labels"), icon="printer-outline")
        self.save = Button(words("Save"), Kind.PRIMARY)
        self.add = Button(words("Add"), icon="plus")
        self.person = ElidedText("", 15, 500)
        self.pager = Figure("", 14, 500)
        self.before = IconButton("chevron-left", words("Person before"), ink="accent")
        self.after = IconButton("chevron-right", words("Next person"), ink="accent")
        self.longest = Button(words("Longest"), Kind.QUIET, height=IN_ROW)
        self.cautions: list[CautionLine] = []
        self._told = QVBoxLayout()
        self._here: Sequence[Caution] = ()
        self._everywhere: LookedOver | None = None
        self._shown: EditorShown | None = None
        self._drawings = Drawings(self, self._show_seen, desk.explain)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._looking = self.is_saving = False
        self._turn()
        self._lay_out()
        self._connect()

    @property
    def is_drawn(self) -> bool:
        """Whether the label that is asked for lies there, and everybody was looked over."""
        return not (self._drawings.waiting or self._settle.isActive() or self._looking)

    def open(self, one: LabelDesign) -> None:
        """Raises `NewerDesign` and `BrokenDesign`."""
        self.presenter.open(one)
        self.inspector.text.offer_hands(self._gallery.hands())
        self._name(one.name)
        self._everywhere = None
        self.presenter.refresh()

    def reopen(self, one: LabelDesign) -> None:
        """What stands in the book now, where that differs."""
        if as_parts(self.presenter.design) != one.parts or self.presenter.name != one.name:
            self.open(one)

    def close_up(self) -> bool:
        """Saves what was changed; answers whether that went well."""
        return not self.is_changed or self.keep()

    def keep(self) -> bool:
        """Saves, and says so; where that is refused, says why."""
        self.is_saving = True
        done = self._desk.attempt(lambda: (self.presenter.save(self.name.text()),))
        self.is_saving = False
        if done is None:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._desk.tell_step(done[0])
        self._name(self.presenter.name)
        return True

    def _name(self, name: str) -> None:
        self.name.setText(name)
        self.name.setCursorPosition(0)

    @property
    def is_changed(self) -> bool:
        """Whether something differs from what was saved."""
        return self.presenter.editing.changed or self.name.text() != self.presenter.name

    def show_editor(self, shown: EditorShown) -> None:
        self._shown = shown
        words, design = self._desk.words, shown.label.design
        self.canvas.show_design(design, shown.chosen, box_said(self.presenter.editing.box, words))
        stock = self._gallery.stock(design.stock)
        if stock is not None:
            self.canvas.show_paper(stock.shape, stock.corner)
        self.inspector.show_box(self.presenter.editing.box)
        self.inspector.show_stock(stock)
        size = size_said(design.size, words)
        self.sheet.setText(f"{design.stock} · {size}" if design.stock else size)
        self.sheet.updateGeometry()
        self.person.setText(shown.person)
        self.pager.setText(shown.pager)
        self.undo.setEnabled(shown.can_undo)
        self.redo.setEnabled(shown.can_redo)
        for button in (self.add, *self.inspector.adds.values()):
            button.setEnabled(not shown.is_full)
        for part in (self.before, self.after, self.longest):
            part.setVisible(shown.has_people)
        self._draw()

    def look_over(self) -> None:
        self._settle.start()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and its like are the editor's own while the keyboard is in it."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._deed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if deed := self._deed(event):
            deed()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        elif event.key() == Qt.Key.Key_PageDown:
            self.presenter.turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.presenter.turn(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.canvas.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    @property
    def shown_label(self) -> DesignedLabel | None:
        """The label on the canvas, and whose it is."""
        return self._shown.label if self._shown else None

    @property
    def drawn_design(self) -> Design | None:
        """The design of which there is a picture on the canvas."""
        return self._drawings.shown.design if self._drawings.shown else None

    def _go_back(self) -> None:
        """From what is asked of a box to the label, from there to all designs."""
        if any(part.hasFocus() for part in self.inspector.findChildren(QWidget)):
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        act = self.presenter.act
        if event.matches(QKeySequence.StandardKey.Undo):
            return partial(act, "undo")
        if event.matches(QKeySequence.StandardKey.Redo) or _is_redo(event):
            return partial(act, "redo")
        return self.keep if event.matches(QKeySequence.StandardKey.Save) else None

    def fit(self, sheet: str) -> None:
        """For the labels of another sheet."""
        stock = self._gallery.stock(sheet)
        if stock is not None:
            self.presenter.fit(stock)

    def _ask_sheet(self) -> None:
        self.sheet_wanted.emit(self.presenter.design.stock)

    def _draw(self) -> None:
        if self._shown is not None:
            sheet, ratio = self.canvas.sheet(), self.devicePixelRatioF()
            pixels = (round(sheet.width() * ratio), round(sheet.height() * ratio))
            self._drawings.ask(self._shown.label, pixels)

    def _show_seen(self, seen: Seen) -> None:
        self.canvas.show_picture(seen.image)
        self._here = seen.cautions
        self._show_cautions()

    def _look_over(self) -> None:
        presenter = self.presenter
        design, ids, means = presenter.design, tuple(presenter.people), presenter.means()
        self._looking = True
        job = self._desk.look_up(
            lambda shop: looked_over(shop, design, ids, means), self._show_looked_over
        )
        job.ended.connect(self._looked)

    def _looked(self) -> None:
        self._looking = False

    def _show_looked_over(self, found: LookedOver) -> None:
        # The window may be gone by now.
        if isValid(self) and found.design == self.presenter.design:
            self._everywhere = found
            self.presenter.know_longest(found.longest)
            self._show_cautions()

    def _show_cautions(self) -> None:
        for old in self.cautions:
            old.hide()
            old.deleteLater()
        others = self._everywhere.cautions if self._everywhere else ()
        told = cautions_said(self._here, others, self._desk.words)[:_MOST_CAUTIONS]
        self.cautions = [CautionLine(self._desk.words, said, name) for said, name in told]
        for line in self.cautions:
            line.wanted.connect(self.presenter.go_to_person)
            self._told.addWidget(line)

    def _act_on_box(self, name: str) -> None:
        if name != "open":
            self.presenter.act(name)
        elif isinstance(self.presenter.editing.box, PictureBox):
            self._choose_picture()
        else:
            self.inspector.begin_typing()

    def _choose_picture(self) -> None:
        path = self._choosers.picture(self, self._desk.words("Choose a picture"))
        if path is not None:
            self._desk.attempt(lambda: self.presenter.show_picture(path))

    def _add(self, kind: str) -> None:
        self.presenter.add(kind)
        self.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        if kind == "picture":
            self._choose_picture()

    def menu(self) -> QMenu:
        """All that can be put on the label."""
        menu = QMenu(self)
        for kind, said, icon in KINDS:
            drawn = QIcon(pixmap(icon, theme().tokens.ink2, 20, self.devicePixelRatioF()))
            menu.addAction(drawn, self._desk.words(said)).triggered.connect(
                partial(self._add, kind)
            )
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))

    def _put(self, box: Box, run: str) -> None:
        self.presenter.put(box, run)

    def _turn(self) -> None:
        words = self._desk.words
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icons = ["chevron-left", "chevron-right"]
        before, after = reversed(icons) if mirrored else icons
        self.before.show_icon(before, words("Person before"))
        self.after.show_icon(after, words("Next person"))
        back = "arrow-right" if mirrored else "arrow-left"
        self.back.show_icon(back, words("Back to all designs"))

    def _connect(self) -> None:
        presenter, canvas = self.presenter, self.canvas
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.keep)
        self.print.clicked.connect(self._print)
        self.sheet.clicked.connect(self._ask_sheet)
        self.inspector.sheet_wanted.connect(self._ask_sheet)
        self.undo.clicked.connect(partial(presenter.act, "undo"))
        self.redo.clicked.connect(partial(presenter.act, "redo"))
        self.add.clicked.connect(self._open_menu)
        self.inspector.added.connect(self._add)
        canvas.chosen.connect(presenter.choose)
        canvas.stepped_on.connect(presenter.step)
        canvas.placed.connect(presenter.place)
        canvas.acted.connect(self._act_on_box)
        canvas.resized.connect(self._draw)
        self.inspector.changed.connect(self._put)
        self.inspector.acted.connect(presenter.act)
        self.inspector.picture_wanted.connect(self._choose_picture)
        self.before.clicked.connect(lambda: presenter.turn(-1))
        self.after.clicked.connect(lambda: presenter.turn(1))
        self.longest.clicked.connect(presenter.go_to_longest)
        self._settle.timeout.connect(self._look_over)

    def _print(self) -> None:
        if self.close_up():
            self.print_wanted.emit(self.presenter.id)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        head.addWidget(self.sheet)
        for act in (self.add, self.undo, self.redo, self.print, self.save):
            head.addWidget(act)
        pager = QHBoxLayout()
        pager.setSpacing(8)
        pager.addWidget(self.person, 1)
        ways: tuple[QWidget, ...] = (self.longest, self.before, self.pager, self.after)
        for part in ways:
            pager.addWidget(part)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.canvas, 1)
        middle.addLayout(pager)
        # Always as high, so that the label never jumps under the pointer; a notice may lie over it.
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setSpacing(2)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        told = QWidget()
        told.setFixedHeight(ROOM)
        told.setLayout(self._told)
        middle.addWidget(told)
        below = QHBoxLayout()
        below.setSpacing(20)
        below.addLayout(middle, 1)
        below.addWidget(self.inspector)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(4, 4, 8, 0))
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(below, 1)


def _is_redo(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Z and event.modifiers() == both
