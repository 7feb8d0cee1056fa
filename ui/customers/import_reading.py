"""Opens a list for the import page and settles its columns; made for another thread than the screens'."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from app.errors import ShopError
from app.keeping.database import NOT_NOW
from app.people.exchange.errors import DamagedFile, EmptyList, NoHeader, UnreadableFile
from app.people.exchange.mapping import UNUSED, Order, Told, column_letters
from app.progress import Cancelled, Report
from app.shop import Shop

if TYPE_CHECKING:
    from app.people.exchange.lists import OpenedList
    from app.people.exchange.rows import Row
    from app.people.exchange.sheets import Sheet
    from app.people.importing import Foreseen

Result = TypeVar("Result")
LOOKED_AT, SAMPLES, LONGEST = 100, 3, 100
FIRST_ROWS, ENOUGH = 20, 2


LookedAt: TypeAlias = tuple[Sequence["Row"], "Mapping[int, Foreseen] | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """A workbook in which several sheets hold something: their names, and how many rows each has."""

    path: Path
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A list as it would be taken over now.

    `samples` are the first different values of each column. `by_hand` is a list whose header was
    not recognised; `names` are then the texts of the row that may be one, and `names_first` tells
    whether it is. `remembered` was read as such a list was last time.
    """

    path: Path
    opened: "OpenedList"
    rows: int
    samples: tuple[tuple[str, ...], ...]
    remembered: bool = False
    by_hand: bool = False
    names: tuple[str, ...] = ()
    names_first: bool = False

    @property
    def width(self) -> int:
        return len(self.samples)

    def told(self, fields: Mapping[int, str], orders: Mapping[int, Order]) -> tuple[Told, ...]:
        """What the owner said of single columns, as the mapping understands it.

        In a list that was not recognised every column is told, so that its header is found again.
        """
        headers = self._headers
        columns = range(self.width) if self.by_hand else sorted({*fields, *orders})
        return tuple(
            Told(field=self._field(at, fields), header=_address(headers, at), order=orders.get(at))
            for at in columns
        )

    def _field(self, at: int, fields: Mapping[int, str]) -> str:
        role = self.opened.columns.roles.get(at)
        return fields.get(at) or (role.field if role else UNUSED)

    @property
    def _headers(self) -> Sequence[str]:
        if self.by_hand:
            return self.names if self.names_first else ()
        return self.opened.columns.headers


def or_refusal(act: Callable[[], Result], name: str) -> Result | ShopError:
    """What `act` answers, or why it cannot; `name` is the file's."""
    try:
        return act()
    except Cancelled:
        raise
    except ShopError as refused:
        return refused
    except OSError:
        return UnreadableFile(name=name, why="unreadable")


def open_file(shop: Shop, path: Path, chosen: str | None, report: Report) -> Draft | Sheets:
    """The list in `path`; where several sheets hold something and none is chosen, these.

    Raises the errors of `read_sheet`; a header with nothing under it is an `EmptyList`, too.
    """
    from app.people.exchange.readers import read_sheet

    language = shop.place().language
    sheet = read_sheet(path, report, chosen=chosen, language=language)
    if chosen is None and len(sheet.names) > 1:
        rows = _filled(sheet, path, report)
        if len(rows) > 1:
            return Sheets(path=path, rows=rows)
    draft = _draft(shop, sheet, path)
    if not draft.rows and not draft.opened.broken:
        raise EmptyList(name=path.name)
    return draft


def again(draft: Draft, told: Sequence[Told], *, names_first: bool) -> Draft:
    """The same list with other columns. Raises `UnknownHeader`."""
    from app.people.exchange.lists import arrange

    opened = arrange(draft.opened.sheet, draft.opened.place, told, name=draft.path.name)
    changed = replace(draft, opened=opened, names_first=names_first)
    return replace(changed, rows=_count(opened), samples=_samples(opened))


def look_at(shop: Shop, draft: Draft, count: int) -> LookedAt:
    """The first rows as they will be read, and those among them that are about somebody known.

    Nobody is waited for: while another till writes, the rows are shown without that, None.
    """
    from app.people.importing import foresee

    rows = draft.opened.preview(count)
    with suppress(*NOT_NOW):
        return rows, foresee(shop.book, shop.history, draft.opened, rows)
    return rows, None


def _filled(first: "Sheet", path: Path, report: Report) -> Mapping[str, int]:
    """The sheets that hold something; those before `first` are known to be empty."""
    from app.people.exchange.readers import read_sheet

    rows = {first.name: first.height}
    for name in first.names[first.names.index(first.name) + 1 :]:
        try:
            rows[name] = read_sheet(path, report, chosen=name).height
        except (EmptyList, DamagedFile):
            continue
    return rows


def _draft(shop: Shop, sheet: "Sheet", path: Path) -> Draft:
    from app.people.exchange.lists import arrange
    from app.people.remembered import recall

    place = shop.place()
    try:
        opened = arrange(sheet, place, (), name=path.name)
    except NoHeader:
        return _draft_by_hand(shop, sheet, path)
    known = recall(shop.book, opened, (), path.name)
    return _first(path, known, remembered=known is not opened)


def _draft_by_hand(shop: Shop, sheet: "Sheet", path: Path) -> Draft:
    """A list whose header says little: as it was read last time, else nearly all is left out."""
    from app.people.exchange.headers import role_of
    from app.people.exchange.lists import arrange
    from app.people.remembered import recall

    names, is_header = _names(sheet)
    wide = max(len(cells) for _, cells in islice(sheet.rows(), LOOKED_AT))
    headers = [names[at] if is_header and at < len(names) else "" for at in range(wide)]
    roles = map(role_of, headers)
    told = [
        Told(field=role.field if role else UNUSED, header=_address(headers, at))
        for at, role in enumerate(roles)
    ]
    opened = arrange(sheet, shop.place(), told, name=path.name)
    known = recall(shop.book, opened, (), path.name) if opened.columns.headers else opened
    draft = _first(path, known, remembered=known is not opened)
    return replace(draft, by_hand=True, names=names, names_first=is_header)


def _address(headers: Sequence[str], at: int) -> str:
    """How a column is told: by its header where no other has the same, else by its letters."""
    header = headers[at] if at < len(headers) else ""
    return header if header and headers.count(header) == 1 else column_letters(at)


def _first(path: Path, opened: "OpenedList", *, remembered: bool) -> Draft:
    return Draft(
        path=path,
        opened=opened,
        rows=_count(opened),
        samples=_samples(opened),
        remembered=remembered,
    )


def _names(sheet: "Sheet") -> tuple[tuple[str, ...], bool]:
    """The row that may name the columns, and whether it looks like it: words, where others have figures."""
    from app.people.exchange.values import text_of

    rows = [tuple(map(text_of, cells)) for _, cells in islice(sheet.rows(), FIRST_ROWS)]
    widest = max(sum(map(bool, row)) for row in rows)
    at = next(i for i, row in enumerate(rows) if sum(map(bool, row)) >= min(ENOUGH, widest))
    names = rows[at]
    below = [cell for row in rows[at + 1 :] for cell in row]
    return names, not any(map(_is_figure, names)) and any(map(_is_figure, below))


def _is_figure(text: str) -> bool:
    return "@" in text or any(map(str.isdigit, text))


def _count(opened: "OpenedList") -> int:
    last = opened.columns.last_header
    return sum(number > last for number, _ in opened.sheet.rows())


def _samples(opened: "OpenedList") -> tuple[tuple[str, ...], ...]:
    from app.people.exchange.values import text_of

    found: list[dict[str, None]] = [{} for _ in opened.columns.headers]
    for number, cells in islice(opened.sheet.rows(), LOOKED_AT):
        if number <= opened.columns.last_header:
            continue
        found += [{} for _ in range(len(cells) - len(found))]
        for seen, cell in zip(found, cells, strict=False):
            if len(seen) < SAMPLES and (text := text_of(cell)):
                seen[text[:LONGEST]] = None
    return tuple(map(tuple, found))
