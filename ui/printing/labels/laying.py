"""Where labels come to lie: first on what is left of used sheets, then on whole ones."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from app.printing.drawer import Used
from reports.stock import Stock

_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fed:
    """A sheet for the printer: number `part` of the drawer, or 0 for one that is not kept there."""

    part: int = 0
    name: str = ""
    gone: frozenset[int] = _NONE
    torn: frozenset[int] = _NONE

    @property
    def missing(self) -> frozenset[int]:
        return self.gone | self.torn


WHOLE = Fed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One page: the sheet, the labels that are written on it, and the place of its first piece."""

    sheet: Fed
    written: tuple[int, ...]
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """So many `pieces` on `stock`, from the sheets that are `fed` first."""

    stock: Stock
    pieces: int
    fed: Sequence[Fed] = field(default_factory=tuple)

    @property
    def usable(self) -> list[Fed]:
        """Those that have something left."""
        return [one for one in self.fed if len(one.missing) < self.stock.labels]

    @property
    def pages(self) -> int:
        left = self.pieces
        for number, sheet in enumerate(self.usable, 1):
            left -= self.stock.labels - len(sheet.missing)
            if left <= 0:
                return number if self.pieces else 0
        return len(self.usable) + ceil(left / self.stock.labels)

    def page(self, number: int) -> Laid:
        """Counted from 0."""
        first, used = 0, self.usable
        for sheet in used[:number]:
            first += self.stock.labels - len(sheet.missing)
        first += max(0, number - len(used)) * self.stock.labels
        sheet = used[number] if number < len(used) else WHOLE
        free = [one for one in range(1, self.stock.labels + 1) if one not in sheet.missing]
        return Laid(sheet=sheet, written=tuple(free[: max(0, self.pieces - first)]), first=first)

    def place(self, piece: int) -> tuple[int, int]:
        """Page from 0 and label from 1 of a piece, counted from 0."""
        begun = self.usable
        for number, sheet in enumerate(begun):
            left = self.stock.labels - len(sheet.missing)
            if piece < left:
                free = [one for one in range(1, self.stock.labels + 1) if one not in sheet.missing]
                return number, free[piece]
            piece -= left
        page, label = divmod(piece, self.stock.labels)
        return len(begun) + page, label + 1

    def rest(self) -> frozenset[int]:
        """What will be missing on the last page, where that is a sheet not kept in the drawer yet."""
        if not self.pages:
            return _NONE
        last = self.page(self.pages - 1)
        missing = last.sheet.missing | set(last.written)
        is_new = not last.sheet.part and len(missing) < self.stock.labels
        return missing if is_new else _NONE

    def used(self, *, keep: bool, name: str = "") -> list[Used]:
        """What the drawer has to know once it is printed; of a new sheet only where that is to `keep`."""
        return list(self._used(keep=keep, name=name))

    def _used(self, *, keep: bool, name: str) -> Iterator[Used]:
        begun = len(self.usable)
        for number in range(min(self.pages, begun)):
            page = self.page(number)
            if page.sheet.part:
                yield self._one(page.sheet.part, page.written, "")
        if keep and (rest := self.rest()):
            yield self._one(None, rest, name)

    def _one(self, part: int | None, gone: Collection[int], name: str) -> Used:
        return Used(
            sheet=part,
            stock=self.stock.name,
            labels=self.stock.labels,
            gone=frozenset(gone),
            name=name,
        )


def again(lie: Lie, wanted: Collection[int]) -> tuple[frozenset[int], ...]:
    """What is gone of each sheet, so that only the `wanted` pieces (from 0) come out, where they were."""
    pages: dict[int, set[int]] = {}
    for piece in sorted(wanted):
        page, label = lie.place(piece)
        pages.setdefault(page, set()).add(label)
    every = frozenset(range(1, lie.stock.labels + 1))
    return tuple(every - frozenset(pages[page]) for page in sorted(pages))


def on_pages(lie: Lie, pages: Iterable[int]) -> frozenset[int]:
    """The pieces, from 0, on these pages, counted from 1."""
    laid = [lie.page(page - 1) for page in pages]
    return frozenset(at for one in laid for at in range(one.first, one.first + len(one.written)))
