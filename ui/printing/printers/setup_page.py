"""The assistant for one printer: four steps, the page drawn beside what is asked."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from reports.lengths import Unit
from resources.words import Words
from ui.cards.outlets import Choosers
from ui.printing.device import FEEDS, Device, tray_said
from ui.printing.devices import Devices
from ui.printing.printers.drawing import PageDrawing
from ui.printing.printers.numbers import Numbers
from ui.printing.printers.setup import UNITS, Answers, Found, Page, Setup, Step
from ui.shared.buttons import Button, Kind
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.focus import in_turn
from ui.shared.headers import Heading
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import IconText, scrolling
from ui.shared.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk

_WIDE = 520
_TITLE = 20


class SetupPage(QWidget):
    """The view of `Setup`."""

    left = Signal()

    def __init__(
        self, desk: "Desk", device: Device, devices: Devices, choosers: Choosers | None = None
    ) -> None:
        super().__init__()
        self._desk, self._devices = desk, devices
        self._choosers = choosers or Choosers()
        words = desk.words
        self.setup = Setup(desk, self, device)
        self.drawing = PageDrawing(words("Test page"), self.setup.layout)
        self.numbers = Numbers(words, self.drawing.show_asked)
        self.found = _FoundLines()
        self.steps = {step: _StepPage(title) for step, title in _titles(words).items()}
        self._stack = QStackedWidget()
        self._fill_print()
        self._fill_others()
        self._lay_out()
        self.show_step(Step.PRINT)

    def show_step(self, step: Step) -> None:
        self.step = step
        number = list(Step).index(step) + 1
        self.count.setText(
            self._desk.words("Step {n} of {all}", n=number, all=len(Step)),
        )
        if step is Step.MEASURE:
            self.numbers.show_layout(self.setup.layout)
            self.drawing.show_layout(self.setup.layout)
        self._stack.setCurrentWidget(self.steps[step])
        self.drawing.show_asked(-1)
        first = self.numbers.fields[0] if step is Step.MEASURE else self.steps[step].acts[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_in_turn()

    def show_found(self, found: Found) -> None:
        self.found.show_found(found)

    def show_errors(self, errors: Mapping[int, str], whole: str) -> None:
        self.numbers.show_errors(errors, whole)

    def put_on_paper(self, page: Page, done: Callable[[], None]) -> None:
        from ui.cards.printing import PaperPrinter, Way

        words, name = self._desk.words, self.setup.device.name
        printer = self._desk.attempt(lambda: self._devices.printer(name, page.tray))
        if printer is None:
            return
        printer.setDocName(page.title)
        paper = PaperPrinter(printer, page.size, Way(off=page.off))
        self._desk.work(
            lambda _shop, report: paper.put(BytesIO(page.pdf), report),
            lambda _nothing: done() if isValid(self) else None,
            say=lambda _done, _total: words("Printing {title}", title=page.title),
        )

    def leave(self) -> None:
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.step is Step.MEASURE:
            self._reckon()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.setup.choose(
            Answers(
                tray=self.tray.key,
                feed=self.feed.key,
                paper=self.paper.key,
                unit=Unit(self.unit.key),
            )
        )
        self.drawing.show_layout(self.setup.layout)

    def _reckon(self) -> None:
        self.setup.reckon(self.numbers.of_edges, self.numbers.of_rulers)

    def _save(self) -> None:
        words = self._desk.words
        save_test_page(self._desk, self, self._choosers, self.setup.test_page, words)

    def _fill_print(self) -> None:
        words, page, asked = self._desk.words, self.steps[Step.PRINT], self.setup.answers
        trays = [(key, tray_said(key, words)) for key in self.setup.device.trays]
        self.tray = Combo(trays)
        self.feed = Combo([(key, words(said)) for key, said in FEEDS.items()])
        self.paper = Combo([(key, said) for key, (said, _) in self.setup.papers.items()])
        self.unit = Combo([(key, words(said)) for key, said in UNITS.items()])
        self.paper.choose(asked.paper)
        self.unit.choose(asked.unit)
        page.say(
            words(
                "A page with crosses and rulers is printed, which you measure. It takes five minutes, once"
                " for each printer."
            )
        )
        for said, combo, name in (
            (words("Which tray"), self.tray, "tray"),
            (words("How the paper goes in"), self.feed, "feed"),
            (words("Which paper"), self.paper, "paper"),
            (words("What your ruler counts"), self.unit, "unit"),
        ):
            combo.setObjectName(f"setup.{name}")
            combo.activated.connect(lambda _at: self._choose())
            page.add(Field(said, combo))
        page.act(words("Print the test page"), Kind.PRIMARY, self.setup.print_test, "print")
        page.act(words("Save as PDF"), Kind.SECONDARY, self._save, "save")
        page.act(words("I have it already"), Kind.QUIET, self.setup.measure, "have")

    def _fill_others(self) -> None:
        words, setup = self._desk.words, self.setup
        measure, found, proof = (self.steps[one] for one in (Step.MEASURE, Step.FOUND, Step.PROOF))
        measure.say(
            words(
                "Lay the page before you as it is drawn. The drawing shows what the field asks for; half a"
                " millimetre is exact enough."
            )
        )
        measure.add(self.numbers)
        measure.act(words("Go on"), Kind.PRIMARY, self._reckon, "reckon")
        found.add(self.found)
        found.say(words("A second page shows whether that is right. It is put right already."))
        found.act(words("Print the second page"), Kind.PRIMARY, setup.prove, "prove")
        found.act(
            words("Keep it without looking"),
            Kind.SECONDARY,
            partial(setup.keep, proved=False),
            "keep",
        )
        found.act(words("Measure again"), Kind.QUIET, setup.again, "remeasure")
        proof.say(
            words(
                "Lay your ruler against the edges of the second page, as it says there. Is everything inside"
                " the boxes?"
            )
        )
        proof.act(words("Yes, keep it"), Kind.PRIMARY, partial(setup.keep, proved=True), "yes")
        proof.act(words("No, measure again"), Kind.SECONDARY, setup.again, "no")

    def _put_in_turn(self) -> None:
        page = self.steps[self.step]
        asked: Sequence[QWidget] = ()
        if self.step is Step.PRINT:
            asked = (self.tray, self.feed, self.paper, self.unit)
        elif self.step is Step.MEASURE:
            asked = self.numbers.fields
        in_turn(*asked, *page.acts, self.back)

    def _lay_out(self) -> None:
        words = self._desk.words
        self.back = Button(words("Back"), Kind.QUIET)
        self.back.setObjectName("setup.back")
        self.back.clicked.connect(self.leave)
        self.count = Text("", 13, ink="ink2")
        title = words("Set up {name}", name=words.isolated(self.setup.device.title))
        head = QHBoxLayout()
        head.addWidget(Heading(title, px=_TITLE), 1)
        head.addWidget(self.count)
        head.addWidget(self.back)
        for step in Step:
            self._stack.addWidget(self.steps[step])
        row = QHBoxLayout()
        row.setSpacing(40)
        row.addWidget(self._stack, 3)
        row.addWidget(self.drawing, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(4, 0, 8, ROOM))
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(row, 1)


class _StepPage(QWidget):
    """A title, what is asked, and its acts."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.acts: list[Button] = []
        self._asked, self._row = QVBoxLayout(), QHBoxLayout()
        self._asked.setSpacing(12)
        self._row.setSpacing(8)
        self._row.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, 8))
        column.setSpacing(16)
        column.addWidget(Text(title, 16, 600, wrap=True))
        column.addLayout(self._asked)
        held = QWidget()
        held.setMaximumWidth(_WIDE)
        held.setLayout(column)
        around = QVBoxLayout()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(held)
        around.addStretch()
        # Below what scrolls: in a low window, too, one sees what to press.
        self._row.setContentsMargins(margins(4, 0, 0, 8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(around), 1)
        whole.addLayout(self._row)

    def say(self, words: str) -> None:
        self._asked.addWidget(Text(words, 14, ink="ink2", wrap=True))

    def add(self, part: QWidget) -> None:
        self._asked.addWidget(part)

    def act(self, words: str, kind: Kind, act: Callable[[], None], name: str) -> None:
        button = Button(words, kind)
        button.setObjectName(f"setup.{name}")
        button.clicked.connect(lambda _on=False: act())
        self.acts.append(button)
        self._row.insertWidget(self._row.count() - 1, button)


class _FoundLines(QWidget):
    """What was found, a line for each thing."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)

    def show_found(self, found: Found) -> None:
        while item := self._lines.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._lines.addWidget(Text(found.head, 14, 500, wrap=True))
        for line in found.lines:
            self._lines.addWidget(IconText("ruler", line))
        self.setAccessibleName(" ".join((found.head, *found.lines)))


def save_test_page(
    desk: "Desk", over: QWidget, choosers: Choosers, make: Callable[[], bytes], words: Words
) -> None:
    """The test page as a file, to be printed elsewhere."""
    path = choosers.file(over, words("Save as PDF"), f"{words('Test page')}.pdf")
    if path is None:
        return
    from reports.files import whole_file

    def write() -> bool:
        with whole_file(path) as file:
            file.write(make())
        return True

    if desk.attempt(write):
        desk.window.tell(words("Saved as {file}", file=words.isolated(path.name)))


def _titles(words: Words) -> Mapping[Step, str]:
    return {
        Step.PRINT: words("Print the test page"),
        Step.MEASURE: words("Type what the ruler says"),
        Step.FOUND: words("What follows from it"),
        Step.PROOF: words("Look at the second page"),
    }
