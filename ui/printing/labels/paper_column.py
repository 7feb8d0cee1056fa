"""The paper in the middle: the sheet that lies there, what a press on it says, and the pages."""

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.words import Words
from ui.printing.labels.shown import PageShown
from ui.printing.sheets.sheet_picture import SheetPicture, Tool
from ui.shared.buttons import IconButton
from ui.shared.chips import FilterChips
from ui.shared.pane import Panel
from ui.shared.paper import Draw, PaperSheet
from ui.shared.text import Figure, Text

PIXELS = 1200
"""Of the longer side of the picture of a page."""


class PaperColumn(QWidget):
    """Labels on their sheet, or an envelope."""

    marked = Signal(object, object)
    turned = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.tools = FilterChips(words("What a press says"))
        for tool, said in (
            (Tool.BEGIN, words("Begin here")),
            (Tool.GONE, words("Gone")),
            (Tool.TORN, words("Torn")),
        ):
            self.tools.add(tool, said).setObjectName(f"tool.{tool}")
        self.sheet = SheetPicture(words)
        self.envelope = PaperSheet(words("The envelope as it is printed"), QSizeF(220, 110))
        self.pager = Figure("", 13, ink="ink2")
        ways = ("chevron-left", "chevron-right")
        back, on = reversed(ways) if words.right_to_left else ways
        self.before = IconButton(back, words("The page before"))
        self.after = IconButton(on, words("The next page"))
        self.hint = Text("", 13, ink="ink2", wrap=True)
        self._page: PageShown | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.sheet)
        self._stack.addWidget(self.envelope)
        self._lay_out()
        self.tools.chosen.connect(self._choose_tool)
        self.sheet.changed.connect(self.marked)
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))

    def show_page(self, page: PageShown) -> None:
        self._page = page
        self.pager.setText(page.pager)
        self.before.setEnabled(not page.is_first)
        self.after.setEnabled(not page.is_last)
        for part in (self.before, self.after, self.pager):
            part.setVisible(not (page.is_first and page.is_last))
        stock, laid = page.stock, page.laid
        can_mark = stock is not None and stock.feed == "sheet" and page.may_mark
        self.tools.setVisible(can_mark)
        self.hint.setVisible(can_mark)
        self.sheet.setEnabled(page.may_mark)
        if stock is None or laid is None:
            self._stack.setCurrentWidget(self.envelope)
            self.envelope.show_sheet(QSizeF(*page.size), None, page.said)
            return
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(stock, laid.sheet.gone, laid.sheet.torn, laid.written)

    def show_picture(self, pdf: bytes) -> None:
        """The ink of the page, laid over the paper."""
        page = self._page
        if page is None:
            return
        image = _ink(pdf) if pdf else None
        if page.stock is None or page.laid is None:
            size = QSizeF(*page.size)
            self.envelope.show_sheet(size, _drawing(image) if image else None, page.said)
            return
        laid = page.laid
        self.sheet.show_sheet(page.stock, laid.sheet.gone, laid.sheet.torn, laid.written, image)

    def _choose_tool(self, key: str) -> None:
        self.sheet.tool = Tool(key)

    def _lay_out(self) -> None:
        self.before.setObjectName("page.before")
        self.after.setObjectName("page.after")
        self.hint.setText(
            self._words(
                "Press a label, or draw over several. Nothing is printed on what is gone or torn."
            )
        )
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.before)
        row.addWidget(self.pager)
        row.addWidget(self.after)
        row.addStretch()
        desk = Panel("desk")
        around = QVBoxLayout(desk)
        around.setContentsMargins(8, 8, 8, 8)
        around.addWidget(self._stack, 1)
        around.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 12)
        whole.setSpacing(8)
        whole.addWidget(self.tools)
        whole.addWidget(desk, 1)
        whole.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignTop)


def _ink(pdf: bytes) -> QImage:
    from ui.cards.pages import opened

    with opened(pdf) as pages:
        wide, high = pages.size(0)
        scale = PIXELS / max(wide, high)
        return pages.ink(0, (round(wide * scale), round(high * scale)))


def _drawing(image: QImage) -> Draw:
    def draw(painter: QPainter, size: QSizeF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)

    return draw
