"""What a table's cell may hold, and how each kind is painted and read aloud."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF

from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import LEADING, TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.rhythm import Weeks, paint_weeks
from ui.shared.states import State, paint_state, state_width
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.tokens import Token

Align = Literal["leading", "trailing"]
PAD = 12
NAME_START = 44
"""Where a name begins after its avatar."""
BESIDE = 7
"""Between a name and its state."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word, a date or a number; `aloud` replaces it where the short form says too little."""

    words: str
    ink: "Token" = "ink2"
    weight: int = 400
    aloud: str = ""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person or a thing with a name: its circle, the name, at most one state; `photo` is a file.

    `detail` is a quiet line below the name.
    """

    name: str
    uid: str
    state: State | None = None
    photo: str = ""
    detail: str = ""


Cell = Said | Someone | Weeks | State | str
"""A plain text is said in ink2."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, declared once. `title` is marked text; `cell` reads it from a row."""

    key: str
    title: str
    width: int
    cell: Callable[[Any], Cell]
    align: Align = "leading"
    sortable: bool = False
    shown: bool = True
    stretch: int = 0
    """How many shares it takes of the width that is left; none stays `width`."""
    fixed: bool = False
    """Cannot be taken away by the reader."""
    yields: int = 0
    """Leaves by itself where the table is narrow, the greatest number first; 0 stays."""


def words_of(cell: Cell) -> str:
    """The cell as text."""
    match cell:
        case Said() | State() | Weeks():
            return cell.words
        case Someone():
            return cell.name
    return cell


def aloud(cell: Cell) -> str:
    """The cell as a screen reader says it."""
    match cell:
        case Said(aloud=spoken) if spoken:
            return spoken
        case Someone(name=name, state=state, detail=detail):
            said = (name, state.words if state else "", detail)
            return ", ".join(part for part in said if part)
    return words_of(cell)


def paint_cell(easel: Easel, room: QRectF, cell: Cell, align: Align) -> None:
    """The cell inside `room`, which the column's padding has already left."""
    match cell:
        case Someone():
            _paint_someone(easel, room, cell)
        case Weeks():
            paint_weeks(easel, room, cell, 5.6)
        case State():
            easel_box = QRectF(room.left(), room.center().y() - 10, state_width(cell), 20)
            paint_state(easel, easel_box, cell)
        case Said():
            _paint_said(easel, room, cell, align)
        case _:
            _paint_said(easel, room, Said(cell), align)


def is_cut(cell: Cell, room: float) -> bool:
    """Whether the cell's text is wider than `room`."""
    match cell:
        case Someone():
            taken = NAME_START + (0 if _is_below(cell, room) else _chip_room(cell))
            is_name_cut = width(cell.name, font(14, 500)) + 1 + taken > room
            return is_name_cut or width(cell.detail, font(12)) + NAME_START > room
        case Weeks() | State():
            return False
        case Said():
            return width(cell.words, font(14, cell.weight, tabular=True)) > room + 1
    return width(cell, font(14, tabular=True)) > room + 1


def _paint_said(easel: Easel, room: QRectF, cell: Said, align: Align) -> None:
    face = font(14, cell.weight, tabular=align == "trailing")
    easel.text(
        room, cell.words, face, colour(cell.ink), TRAILING if align == "trailing" else LEADING
    )


def _paint_someone(easel: Easel, room: QRectF, cell: Someone) -> None:
    middle = room.center().y()
    box = QRectF(room.left(), middle - 16, 32, 32)
    paint_avatar(easel, box, initials(cell.name), cell.uid, cell.photo)
    is_below = _is_below(cell, room.width())
    left = room.width() - NAME_START - (0 if is_below else _chip_room(cell))
    wide = min(width(cell.name, font(14, 500)) + 1, left)
    start = room.left() + NAME_START
    if cell.detail:
        below = QRectF(start, middle + 2, room.width() - NAME_START, 16)
        easel.text(below, cell.detail, font(12), colour("ink2"))
    top = middle - (18 if cell.detail else 21 if is_below else 10)
    name = QRectF(start, top, wide, 20)
    easel.text(name, cell.name, font(14, 500), colour("ink"))
    if cell.state:
        corner = QPointF(start, middle) if is_below else QPointF(name.right() + BESIDE, top)
        paint_state(easel, QRectF(corner, QSizeF(state_width(cell.state), 20)), cell.state)


def _chip_room(cell: Someone) -> float:
    return state_width(cell.state) + BESIDE if cell.state else 0.0


def _is_below(cell: Someone, room: float) -> bool:
    """The state stands under the name, where beside it the name would be cut."""
    beside = NAME_START + width(cell.name, font(14, 500)) + 1 + _chip_room(cell)
    return cell.state is not None and not cell.detail and beside > room
