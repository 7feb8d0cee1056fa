"""A page on which something for paper is made: its fields at the start, its page and its verbs at the end."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import ShopError
from app.shop import Shop
from ui.cards.outlets import Choosers, Outlets
from ui.cards.shown import Work
from ui.coupons import designs_row
from ui.coupons.asked import Texts
from ui.coupons.form import Form
from ui.coupons.maker import Maker, Picture
from ui.coupons.making import Making, drawn
from ui.desk import Desk
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.paper import PaperSheet
from ui.shared.text import Text

SIDE, HIGHEST, AIR, PIXELS = 336, 440, 20, 1000
"""How wide the side with the page is, how high the page may be, the air around it, and how wide its
picture is drawn."""
BENEATH, LEAST = 200, 160
"""What the verbs take below the page, and how high the page is at least."""
PAUSE = 250
"""Milliseconds without a key after which the page is drawn anew."""
_COUPON = QSizeF(96, 66)


class MakingPage(QWidget):
    """The view of `Making`; `came` is called when something came out."""

    def __init__(
        self, desk: Desk, maker: Maker, choosers: Choosers, came: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__()
        self._desk, self._came = desk, came
        words = desk.words
        self._outlets = Outlets(desk, self, choosers, self._save)
        self.making = Making(maker, self, self._outlets, words)
        country = desk.shop.settings.read().country
        self.form = Form(words, maker.parts, maker.choices, country=country)
        self.said = Text("", 14, wrap=True)
        self.wrong = Text("", 13, ink="bad", wrap=True)
        self.sheet = PaperSheet(words("The page as it will be printed"), _COUPON, air=AIR)
        self.act = Button(words("Print"), Kind.PRIMARY, icon="printer-outline", height=MAIN)
        self.save = Button(words("Save as PDF"))
        self.later = Button(words("Print later"), Kind.QUIET)
        self.act.setObjectName("new.act")
        self.save.setObjectName("new.save")
        self.later.setObjectName("new.later")
        self._waiting: Picture | None = None
        self._samples: Mapping[str, Picture] = {}
        self._asked, self._form = 0, 1.0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._draw)
        self._lay_out()
        self.form.changed.connect(self._look)
        self.act.clicked.connect(lambda: self.making.do(self.form.texts))
        self.save.clicked.connect(self._save)
        self.later.clicked.connect(lambda: self.making.put_aside(self.form.texts))
        self.setFocusProxy(self.form)

    @property
    def is_drawn(self) -> bool:
        """Whether the page that is asked for lies there."""
        return self._waiting is None and not self._pause.isActive()

    def begin(self, texts: Texts | None = None) -> None:
        """The fields as they usually stand, or as `texts` says."""
        maker = self.making.maker
        self.form.set_texts({**maker.usual(), **(texts or {})})
        self._look()

    def refresh_choices(self) -> None:
        """Lists, letters and tags may have changed since the last visit."""
        maker = self.making.maker
        for _, some in maker.parts:
            for one in some:
                if choices := maker.choices(one.key):
                    self.form.show_choices(one.key, choices)
        self._look()

    def show_said(self, said: str, act: str, *, on_paper: bool) -> None:
        self.said.setText(said)
        self.said.paint_in("ink" if act else "ink2")
        self.act.setText(act or self._desk.words("Print"))
        self.act.show_icon("printer-outline" if on_paper else "check")
        self.act.updateGeometry()
        self.save.setVisible(on_paper)
        self.later.setVisible(on_paper)

    def show_error(self, key: str, said: str) -> None:
        self.form.show_error(key, said)

    def draw(self, picture: Picture, samples: Mapping[str, Picture]) -> None:
        self._waiting, self._samples = picture, samples
        self._pause.start()

    def show_busy(self, *, busy: bool) -> None:
        self.act.setEnabled(not busy)
        self.save.setEnabled(not busy)
        self.later.setEnabled(not busy)

    def made(self) -> None:
        self._came()

    def _save(self) -> None:
        self.making.save(self.form.texts)

    def _look(self) -> None:
        texts = self.form.texts
        self.form.show_asked(lambda one: self.making.maker.is_asked(one, texts))
        self.making.look(texts)

    def _draw(self) -> None:
        if self._waiting is None:
            return
        self._asked += 1
        picture, words = self._waiting, self._desk.words
        work = Work(
            act=lambda shop, _report: drawn(shop, picture, words),
            done=partial(self._show_page, self._asked),
            say=lambda _done, _total: "",
            ended=lambda: None,
            stopped="",
            quiet=True,
        )
        self._outlets.work(work)

    def _show_page(self, asked: int, page: bytes | str) -> None:
        if asked != self._asked:
            return
        self._waiting = None
        self._draw_samples()
        self.wrong.setText(page if isinstance(page, str) else "")
        self.wrong.setVisible(isinstance(page, str))
        if isinstance(page, bytes):
            size, image = pictured(page)
            self._form = size.height() / size.width()
            self._fit_sheet()
            self.sheet.show()
            self.sheet.show_sheet(size, partial(put, image), self.said.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sheet()

    def _fit_sheet(self) -> None:
        """As high as its form asks for, with room left for the verbs beneath it."""
        high = round((SIDE - 2 * AIR) * self._form) + 2 * AIR
        room = max(self.height() - ROOM - BENEATH, LEAST)
        self.sheet.setFixedHeight(min(high, HIGHEST, room))

    def _draw_samples(self) -> None:
        """The same in every design, once the page itself is there."""
        row, samples, asked = self.form.designs, self._samples, self._asked
        if row is None or not samples:
            return

        def show(pictures: Mapping[str, QImage]) -> None:
            if asked == self._asked:
                row.show_pictures(pictures)

        work = Work(
            act=lambda shop, _report: _sampled(shop, samples),
            done=show,
            say=lambda _done, _total: "",
            ended=lambda: None,
            stopped="",
            quiet=True,
        )
        self._outlets.work(work)

    def _lay_out(self) -> None:
        fields = QVBoxLayout()
        fields.setContentsMargins(0, 4, 0, ROOM)
        beside_the_bar = (
            QHBoxLayout()
        )  # which stands at the other side where one reads from the right
        beside_the_bar.addWidget(self.form, 1)
        beside_the_bar.addSpacing(16)
        fields.addLayout(beside_the_bar)
        fields.addStretch()
        acts = QVBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeading)
        others = QHBoxLayout()
        others.setSpacing(8)
        for verb in (self.save, self.later):
            others.addWidget(verb)
        others.addStretch()
        acts.addLayout(others)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, ROOM)
        side.setSpacing(12)
        side.addWidget(self.sheet)
        side.addWidget(self.wrong)
        side.addWidget(self.said)
        side.addLayout(acts)
        trailing = QWidget()
        trailing.setFixedWidth(SIDE)
        trailing.setLayout(side)
        self.sheet.hide()
        side.addStretch()
        self.wrong.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(24)
        whole.addWidget(scrolling(fields), 1)
        whole.addWidget(trailing, 0, Qt.AlignmentFlag.AlignTop)


def _sampled(shop: Shop, samples: Mapping[str, Picture]) -> Mapping[str, QImage]:
    """A small picture of each that can be drawn."""
    found = {}
    for name, picture in samples.items():
        with suppress(ShopError):
            found[name] = pictured(picture(shop), designs_row.PIXELS)[1]
    return found


def pictured(pdf: bytes, across: int = PIXELS) -> tuple[QSizeF, QImage]:
    """The first page, `across` wide, and its size in millimetres."""
    from ui.cards.pages import opened

    with opened(pdf) as pages:
        wide, high = pages.size(0)
        pixels = (across, round(across * high / wide))
        return QSizeF(wide, high), pages.strip(0, pixels, 0, pixels[1])


def put(image: QImage, painter: QPainter, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image)
