"""Making something for paper: fields, the sentence that they make, the page, and where it goes."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from app.changes import Kind
from app.errors import ShopError
from app.shop import Shop
from reports.files import pdf_called
from reports.sentences import sentence
from resources.words import Words
from ui.cards.shown import Outlet, Paperwork, Work
from ui.coupons import sheets
from ui.coupons.asked import Texts
from ui.coupons.maker import Made, Maker, Picture
from ui.coupons.sheets import Came, Sheets
from ui.loyalty.programme_fields import Misread

if TYPE_CHECKING:
    from app.progress import Report
    from ui.cards.order import Printer

CHANGED = (Kind.COUPONS, Kind.GIFT_CARDS, Kind.CUSTOMERS, Kind.PRINTING)


class MakingView(Protocol):
    """What the page shows."""

    def show_said(self, said: str, act: str, *, on_paper: bool) -> None:
        """What it comes to, and the verb that does it; without paper there is nothing to save."""

    def show_error(self, key: str, said: str) -> None: ...

    def draw(self, picture: Picture, samples: Mapping[str, Picture]) -> None:
        """Shows the page, and the same in other designs to choose from."""

    def show_busy(self, *, busy: bool) -> None: ...

    def made(self) -> None:
        """It came out."""


class Making:
    """What is typed is read with every key; only a press says what is wrong, at its field."""

    def __init__(self, maker: Maker, view: MakingView, outlet: Outlet, words: Words) -> None:
        self.maker = maker
        self._view, self._outlet, self._words = view, outlet, words

    def look(self, texts: Texts) -> None:
        """Says what it would be."""
        try:
            made = self.maker.read(texts)
        except Misread as misread:
            self._view.show_said(misread.said, "", on_paper=True)
            return
        self._view.show_said(made.said, made.act, on_paper=made.sheets is not None)
        if made.picture is not None:
            self._view.draw(made.picture, made.samples)

    def do(self, texts: Texts) -> None:
        """Prints it, or keeps what does not go on paper."""
        made = self._read(texts)
        if made is not None and made.sheets is not None:
            self._print(made.sheets)
        elif made is not None and made.keep is not None:
            self._outlet.tell_step(made.keep())
            self._view.made()

    def save(self, texts: Texts) -> None:
        made = self._read(texts)
        if made is None or made.sheets is None:
            return
        wanted = made.sheets
        path = self._outlet.ask_file(pdf_called(self._words(wanted.title)))
        if path is not None:
            self._begin(
                lambda shop, report: sheets.saved(shop, wanted, path, report),
                partial(self._tell_saved, self._words.isolated(path.name)),
            )

    def put_aside(self, texts: Texts) -> None:
        """It waits with all else that is to be printed."""
        made = self._read(texts)
        if made is not None and made.sheets is not None:
            wanted = made.sheets
            self._begin(
                lambda shop, report: sheets.put_aside(shop, wanted, report), self._tell_waiting
            )

    def _print(self, wanted: Sheets) -> None:
        asked = Paperwork(draw=wanted.look, edge=wanted.edge, once=wanted.once)
        printer: Printer | None = self._outlet.ask_printer(
            wanted.page, self._words(wanted.title), asked
        )
        if printer is not None:
            self._begin(
                lambda shop, report: sheets.printed(shop, wanted, printer, report), self._tell
            )

    def _read(self, texts: Texts) -> Made | None:
        try:
            return self.maker.read(texts)
        except Misread as misread:
            self._view.show_error(misread.field, misread.said)
            return None

    def _begin(self, act: Callable[[Shop, "Report"], Came], done: Callable[[Came], None]) -> None:
        self._view.show_busy(busy=True)
        work = Work(
            act=act,
            done=done,
            say=self._writing,
            ended=lambda: self._view.show_busy(busy=False),
            stopped=self._words("Stopped; nothing was changed."),
            changes=CHANGED,
        )
        self._outlet.work(work)

    def _tell(self, came: Came) -> None:
        self._outlet.tell_step(came.step, self.maker.done(came))
        self._view.made()

    def _tell_saved(self, file: str, came: Came) -> None:
        """Both that it is in the file and what was given out for it."""
        said = self.maker.done(came)
        told = self._words("{said}. Saved as {name}", said=said, name=file)
        self._outlet.tell_step(came.step, told)
        self._view.made()

    def _tell_waiting(self, came: Came) -> None:
        said = self._words("It waits to be printed")
        self._outlet.tell_step(came.step, said)
        self._view.made()

    def _writing(self, done: int, total: int) -> str:
        if not total:
            return self._words("Getting ready to print")
        return self._words("Writing {done} of {total}", done=done, total=total)


def drawn(shop: Shop, picture: Picture, words: Words) -> bytes | str:
    """The page, or why it cannot be."""
    try:
        return picture(shop)
    except ShopError as refused:
        return sentence(refused, words)
