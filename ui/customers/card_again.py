"""The dialog of a card that went out: how it looked, and the acts to print it again or save it."""

from functools import partial

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from ui.cards.outlets import Choosers, Outlets
from ui.cards.pages import opened
from ui.cards.recipients import Held
from ui.cards.shown import Paperwork, Work
from ui.cards.wording import HELD
from ui.customers.kept_card import KeptCard, kept_card, print_again, save_again
from ui.desk import Desk
from ui.shared.buttons import Kind
from ui.shared.dialog import WIDE, Dialog
from ui.shared.paper import PaperSheet

_HIGH, _AIR = 320, 20


def open_card(desk: Desk, print_: int, parent: QWidget, choosers: Choosers | None = None) -> None:
    """Reads the card on the side, then shows it; nothing where it is gone in the meantime."""

    def show(card: KeptCard | None) -> None:
        if card is not None:
            CardAgain(desk, card, parent, choosers or Choosers()).open()

    desk.look_up(lambda shop: kept_card(shop, print_, desk.words), show)


class CardAgain(Dialog):
    """Stays open while it prints or saves."""

    def __init__(self, desk: Desk, card: KeptCard, parent: QWidget, choosers: Choosers) -> None:
        words = desk.words
        super().__init__(words("The card for {name}", name=words.isolated(card.name)), parent)
        self._desk, self._card = desk, card
        self.sheet = PaperSheet(words("Greeting card"), QSizeF(*card.card), air=_AIR)
        self.say(card.head)
        self.sheet.setFixedHeight(_HIGH)
        self.body.addWidget(self.sheet)
        self.add_way_out(words("Close"))
        self.save_button = self.add_verb(words("Save as PDF"), Kind.SECONDARY)
        self.print_button = self.add_verb(words("Print again"))
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self._outlets = Outlets(desk, self, choosers, instead=self._save)
        if card.why is not None:
            self.print_button.disable(words(HELD[Held(card.why)]))
        self._show_picture()

    def _show_picture(self) -> None:
        card = self._card
        ratio = self.devicePixelRatioF()
        wide = (WIDE - 2 * _AIR) * ratio
        pixels = (round(wide), round(wide * card.card[1] / card.card[0]))
        with opened(card.pdf) as pages:
            draw = partial(_draw, pages.ink(0, pixels))
        self.sheet.show_sheet(QSizeF(*card.card), draw, card.text)

    def _print(self) -> None:
        card = self._card
        asked = Paperwork(draw=lambda _shop, to: to.write(card.pdf))
        printer = self._outlets.ask_printer(card.card, self._desk.words("Cards"), asked)
        if printer is None:
            return
        words = self._desk.words
        self._work(
            Work(
                act=lambda shop, report: print_again(shop, card, printer, report),
                done=lambda _: self._outlets.tell(words("Printed again")),
                say=lambda _done, _total: words("Getting ready to print"),
                ended=self._end,
                stopped=words("Stopped. What is still in the printer is not written down."),
            )
        )

    def _save(self) -> None:
        words, card = self._desk.words, self._card
        path = self._outlets.ask_file(f"{card.name}.pdf")
        if path is None:
            return
        said = words.plural(
            "{n} card saved as {file}",
            "{n} cards saved as {file}",
            1,
            file=words.isolated(path.name),
        )
        self._work(
            Work(
                act=lambda _shop, _report: save_again(card, path),
                done=lambda _: self._outlets.tell(said),
                say=lambda _done, _total: words("Writing the file"),
                ended=self._end,
                stopped=words("Stopped; nothing was saved."),
            )
        )

    def _work(self, work: Work) -> None:
        for button in (self.print_button, self.save_button):
            button.disable(self._desk.words("The last order is still coming out"))
        self._outlets.work(work)

    def _end(self) -> None:
        self.save_button.enable()
        if self._card.why is None:
            self.print_button.enable()


def _draw(picture: QImage, painter: QPainter, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
