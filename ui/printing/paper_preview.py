"""The preview that is the paper: the very bytes that are printed, page by page, at true size if one wants."""

from contextlib import ExitStack
from decimal import Decimal
from typing import BinaryIO

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.pages import Pages, opened
from ui.printing.device import Rims
from ui.printing.page_view import FIT, PageView
from ui.printing.thumbnails import Thumbnails
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.text import Text

_HUNDRED = 100


class PaperPreview(QWidget):
    """Pages at the leading side, the page in the middle, its size and the pager below."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._held = ExitStack()
        self._pages: Pages | None = None
        self._rims: Rims | None = None
        self.at = 0
        self.thumbnails = Thumbnails(words("Pages"))
        self.view = PageView(words("The page as it is printed"))
        self.pager, self.scale = Text("", 13, ink="ink2"), Text("", 13, ink="ink2")
        self.before = IconButton("chevron-up", words("Page before"))
        self.after = IconButton("chevron-down", words("Next page"))
        self.smaller = IconButton("minus", words("Smaller"))
        self.larger = IconButton("plus", words("Larger"))
        self.fit = Button(words("Whole page"), Kind.LINK, height=32)
        self.true = Button(words("True size"), Kind.LINK, height=32)
        self._connect()
        self._lay_out()

    @property
    def count(self) -> int:
        return len(self._pages) if self._pages is not None else 0

    def show_document(self, pdf: bytes | BinaryIO) -> None:
        """From its first page on; a file stays open until `close_document`."""
        self.close_document()
        self._pages = self._held.enter_context(opened(pdf))
        self.thumbnails.show_pages(self._pages)
        self.thumbnails.setVisible(self.count > 1)
        self.go_to(0)

    def close_document(self) -> None:
        """Lets go of the file."""
        self._pages = None
        self.view.clear()
        self.thumbnails.clear()
        self._held.close()

    def show_rims(self, rims: Rims | None) -> None:
        """What the printer cannot reach at the left, top, right and bottom, in millimetres."""
        self._rims = rims
        self.view.show_rims(rims)

    def go_to(self, at: int) -> None:
        """Shows page `at`, counted from 0."""
        if self._pages is None or not 0 <= at < self.count:
            return
        self.at = at
        self.view.show_page(self._pages, at, self._rims)
        self.thumbnails.choose(at)
        words = self._words
        self.pager.setText(
            words("{at} of {count}", at=words.number(at + 1), count=words.number(self.count))
        )
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < self.count)
        self._tell_scale()

    def _tell_scale(self) -> None:
        percent = Decimal(round(self.view.zoom * _HUNDRED))
        self.scale.setText(self._words.percent(int(percent)))

    def _connect(self) -> None:
        self.thumbnails.chosen.connect(self.go_to)
        self.view.turned.connect(lambda by: self.go_to(self.at + by))
        self.view.zoomed.connect(self._tell_scale)
        self.before.clicked.connect(lambda: self.go_to(self.at - 1))
        self.after.clicked.connect(lambda: self.go_to(self.at + 1))
        self.smaller.clicked.connect(self.view.smaller)
        self.larger.clicked.connect(self.view.larger)
        self.fit.clicked.connect(lambda: self.view.set_zoom(FIT))
        self.true.clicked.connect(lambda: self.view.set_zoom(1.0))
        for part, name in (
            (self.view, "page"),
            (self.thumbnails, "pages"),
            (self.before, "before"),
            (self.after, "after"),
            (self.smaller, "smaller"),
            (self.larger, "larger"),
            (self.fit, "fit"),
            (self.true, "true"),
        ):
            part.setObjectName(f"preview.{name}")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(6)
        turning: tuple[QWidget, ...] = (self.before, self.after, self.pager)
        sizing: tuple[QWidget, ...] = (self.fit, self.true, self.smaller, self.scale, self.larger)
        for part in turning:
            foot.addWidget(part)
        foot.addStretch()
        for part in sizing:
            foot.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
            foot.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.thumbnails)
        row.addWidget(self.view, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row, 1)
        whole.addLayout(foot)
