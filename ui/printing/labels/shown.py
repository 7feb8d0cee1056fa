"""What the part of labels and envelopes is given to show."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reports.stock import Stock
from ui.cards.shown import Chosen, Outlet
from ui.printing.labels.besides_said import Offered
from ui.printing.labels.laying import Laid
from ui.printing.labels.wish import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Somebody whose address is not whole, and what is missing of it."""

    customer: int
    name: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleShown:
    """Whom it is for: how many, and those who want a look first."""

    count: str
    missing: Sequence[Missing]
    more: str
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """The page that lies there; of labels what is gone of it and what will be written."""

    stock: Stock | None
    laid: Laid | None
    size: tuple[float, float]
    pager: str
    is_first: bool
    is_last: bool
    said: str = ""
    may_mark: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftSheet:
    """A sheet in the drawer; `turn` is its place among those that are fed, 0 where it is not."""

    id: int
    words: str
    detail: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What will come out and what is `given` out for it; `why_not` says why nothing would, `rest` what
    will be left of the last sheet.
    """

    said: str
    act: str
    why_not: str
    given: str = ""
    rest: str = ""
    after: str = ""
    """Of a file that was saved: the question whether it was printed."""


class LabelsView(Outlet, Protocol):
    """What the presenter sees of the part."""

    def show_empty(self, *, empty: bool) -> None:
        """Nobody is in the book yet."""

    def show_lists(self, lists: Chosen) -> None: ...
    def show_wish(self, wish: Wish) -> None: ...
    def show_designs(self, designs: Sequence[tuple[str, str]]) -> None: ...
    def show_counting(self, tags: Sequence[str]) -> None:
        """The tags that may say how many somebody gets."""

    def show_besides(self, offered: Sequence[Offered], chosen: Sequence[str]) -> None:
        """What else may stand on the sheet, and what does."""

    def show_stock(self, stock: Stock) -> None: ...
    def show_people(self, people: PeopleShown) -> None: ...
    def show_names(self, names: Sequence[str], chosen: Sequence[int] = ()) -> None:
        """What stands on the labels, in the order of print; of it the `chosen` places, from 0."""

    def show_left(self, sheets: Sequence[LeftSheet]) -> None: ...
    def show_page(self, page: PageShown) -> None: ...
    def show_picture(self, pdf: bytes) -> None:
        """The page as it will be printed."""

    def show_total(self, total: Total) -> None: ...
    def show_pages_wrong(self, said: str) -> None: ...
