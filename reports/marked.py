"""A label of any kind with the small number in its corner that its card and envelope have, too."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.cautions import Caution, MarkLeftOut
from reports.cells import Cell
from reports.field import INK2, Field, Written

_MARK = Written(largest=5.5, tiny=2.5, colour=INK2, align="end", sits=1.0)
_ROOM, _EDGE = (12.0, 2.2), 0.8  # millimetres, and from the edges of the label


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """`cell` with its sequence `mark`: itself a cell of any sheet."""

    cell: Cell
    mark: str

    @property
    def name(self) -> str:
        return self.cell.name

    @property
    def language(self) -> str:
        return self.cell.language

    def draw(self, on: Field) -> Iterator[Caution]:
        yield from self.cell.draw(on)
        room = (min(_ROOM[0], on.size[0] - 2 * _EDGE), _ROOM[1])
        corner = (on.size[0] - room[0] - _EDGE, on.size[1] - room[1] - _EDGE)
        if on.can_set(self.mark, room, _MARK):
            on.text(self.mark, corner, room, _MARK)
        else:
            yield MarkLeftOut(name=self.name, mark=self.mark)
