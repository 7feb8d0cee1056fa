"""Sheets: one of all that are known, what is left of it in the drawer, and the owner's own ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from app.keeping.history import StepId
from app.printing.drawer import PartSheet
from app.printing.own_sheets import OwnSheet
from app.shop import Shop
from reports.glabels import Templates, read_templates
from reports.papers import PAGES
from reports.shop_stock import known, measures_of, stock_of
from reports.stock import Stock, UnknownStock
from resources.words import Words
from ui.printing.sheets.finding import StockRow, found
from ui.printing.sheets.lately import Memory, lately
from ui.printing.sheets.stock_said import detail_said, left_said, purpose_said

_LETTER_COUNTRIES = frozenset({"US", "CA"})
Result = TypeVar("Result")


class DeskSide(Protocol):
    """The side of `ui.desk.Desk` that the presenter sees."""

    @property
    def shop(self) -> Shop: ...

    @property
    def words(self) -> Words: ...

    def attempt(self, act: Callable[[], Result]) -> Result | None: ...

    def tell_step(self, step: StepId | None, said: str = "") -> None: ...

    def tell_last(self) -> None: ...

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A part-used sheet in the drawer."""

    id: int
    words: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShown:
    """One sheet: what it is, and of what lies in the drawer the one that is `chosen`, 0 for a whole one."""

    stock: Stock
    detail: str
    purpose: str
    aliases: str
    is_own: bool
    left: Sequence[Left]
    chosen: int
    part: PartSheet | None


class SheetsView(Protocol):
    """What the presenter sees of the part."""

    def show_one(self, shown: SheetShown) -> None: ...
    def show_list(self, chosen: str) -> None:
        """The list is found anew, with this one chosen."""

    def show_templates(self, rows: Sequence[StockRow], file: str) -> None: ...


class Sheets:
    """What is looked at is known by name; everything is read from the book when it is shown."""

    def __init__(self, desk: DeskSide, view: SheetsView, memory: Memory) -> None:
        self._desk, self._view, self._memory = desk, view, memory
        self.name, self._part = "", 0
        self._templates: dict[str, Stock] = {}

    @property
    def usual_page(self) -> str:
        """The paper of the country."""
        country = self._desk.shop.settings.read().country
        return "Letter" if country in _LETTER_COUNTRIES else next(iter(PAGES))

    def find(self, text: str) -> Sequence[StockRow]:
        return found(self._desk.shop, text, self._desk.words, lately(self._memory))

    def refresh(self) -> None:
        """All is read anew; a sheet that is gone gives way to the first of the list."""
        if self.name not in {one.name for one in known(self._desk.shop)}:
            self.name = self.find("")[0].name
        self._view.show_list(self.name)
        self._show()

    def choose(self, name: str) -> None:
        """A whole sheet of that kind."""
        self.name, self._part = name, 0
        self._show()

    def choose_part(self, part: int) -> None:
        """One of those in the drawer; 0 for a whole one."""
        self._part = part
        self._show()

    def stock(self) -> Stock:
        return stock_of(self._desk.shop, self.name)

    def own(self) -> OwnSheet | None:
        """The owner's own sheet that is looked at."""
        kept = self._desk.shop.printing.sheets.all()
        return next((one for one in kept if one.name == self.name), None)

    def mark(self, gone: frozenset[int], torn: frozenset[int]) -> None:
        """What the hand said: of a sheet in the drawer, else of one that is put there now."""
        drawer = self._desk.shop.printing.drawer
        if self._part:
            part = self._part
            step = self._desk.attempt(lambda: drawer.mark(part, gone=gone, torn=torn))
            self._desk.tell_step(step)
        elif gone or torn:
            put = self._desk.attempt(lambda: drawer.put_in(self.name, gone=gone, torn=torn))
            self._part = put or 0
            self._desk.tell_last()
        self._show()

    def rename(self, name: str) -> None:
        """The sheet of the drawer that is chosen."""
        part = self._part
        if part:
            drawer = self._desk.shop.printing.drawer
            self._desk.tell_step(self._desk.attempt(lambda: drawer.rename(part, name)))
            self._show()

    def take_out(self) -> None:
        """It is used up, or lost."""
        part, self._part = self._part, 0
        if part:
            drawer = self._desk.shop.printing.drawer
            self._desk.tell_step(self._desk.attempt(lambda: drawer.take_out(part)))
        self._show()

    def keep(self, sheet: Stock, changed: int = 0) -> bool:
        """A sheet that was measured, in place of number `changed` where that is one; whether it could be."""
        sheets, measures = self._desk.shop.printing.sheets, measures_of(sheet)
        if changed:
            step = self._desk.attempt(lambda: sheets.change(changed, sheet.name, measures))
            self._desk.tell_step(step)
            is_kept = step is not None
        else:
            is_kept = self._desk.attempt(lambda: sheets.add(sheet.name, measures)) is not None
            if is_kept:
                self._desk.tell_last()
        if is_kept:
            self.name, self._part = sheet.name, 0
            self.refresh()
        return is_kept

    def remove(self) -> None:
        """The owner's own sheet that is looked at."""
        own = self.own()
        if own is not None:
            sheets = self._desk.shop.printing.sheets
            self._desk.tell_step(self._desk.attempt(lambda: sheets.remove(own.id)))
            self.refresh()

    def read_file(self, file: Path) -> None:
        """What a gLabels file holds is read on the side; a file that cannot be used says why."""
        self._desk.look_up(
            lambda _shop: read_templates(file), lambda there: self._show_file(there, file.name)
        )

    def keep_templates(self, names: Sequence[str]) -> bool:
        """Those of the file that were chosen, all in one step; whether any was kept."""
        taken = {one.name for one in known(self._desk.shop)}
        chosen = [self._templates[name] for name in names if name in self._templates]
        fresh = {one.name: measures_of(one) for one in chosen if one.name not in taken}
        if not fresh and chosen:
            self._desk.tell_step(None, self._desk.words("These sheets are known already."))
            self.name = chosen[0].name
            self.refresh()
            return True
        sheets = self._desk.shop.printing.sheets
        self._desk.tell_step(self._desk.attempt(lambda: sheets.add_several(fresh)))
        self.name, self._part = next(iter(fresh), self.name), 0
        self.refresh()
        return bool(fresh)

    def _show_file(self, there: Templates, file: str) -> None:
        words, taken = self._desk.words, {one.name for one in known(self._desk.shop)}
        self._templates = {one.name: one for one in there.stocks if not one.amiss}
        amiss = {
            "off_the_page": words("its labels do not fit the page"),
            "overlap": words("its labels lie over one another"),
        }
        rows = [
            StockRow(
                stock=one,
                name=one.name,
                detail=detail_said(one, words),
                aside=amiss.get(one.amiss, words("known already") if one.name in taken else ""),
            )
            for one in there.stocks
        ]
        self._view.show_templates(rows, file)

    def _show(self) -> None:
        words = self._desk.words
        try:
            stock = self.stock()
        except UnknownStock:
            self.refresh()
            return
        kept = self._desk.shop.printing.drawer.all(self.name)
        part = next((one for one in kept if one.id == self._part), None)
        self._part = part.id if part else 0
        self._view.show_one(
            SheetShown(
                stock=stock,
                detail=detail_said(stock, words),
                purpose=purpose_said(stock, words),
                aliases=", ".join(stock.aliases),
                is_own=self.own() is not None,
                left=[_left(one, stock, words) for one in kept],
                chosen=self._part,
                part=part,
            )
        )


def _left(one: PartSheet, stock: Stock, words: Words) -> Left:
    left = left_said(stock.labels - len(one.missing), words)
    named = one.name or words("Sheet with {left}", left=left)
    return Left(id=one.id, words=named, detail=left if one.name else "")
