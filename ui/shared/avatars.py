"""The circle with a person's initials, in one of six colours that stays hers."""

from functools import cache
from zlib import crc32

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.theme import theme

_LETTERS = {24: 9, 28: 10, 32: 12, 36: 13, 40: 14, 48: 17, 52: 19, 56: 20, 64: 24, 72: 27}


def initials(name: str) -> str:
    """The first letters of the first and the last word of `name`."""
    found = [word for word in name.split() if word[0].isalnum()]
    chosen = found[:1] + found[1:][-1:]
    return "".join(word[0] for word in chosen).upper()


def pair_of(uid: str) -> int:
    """Which of the six colours belongs to `uid`, the same on every computer."""
    return crc32(uid.encode()) % 6


def paint_avatar(easel: Easel, box: QRectF, letters: str, uid: str, photo: str = "") -> None:
    """The circle filling the square `box`: the file `photo` where there is one, else the letters."""
    if photo and _paint_photo(easel, box, photo):
        return
    ground, ink = theme().tokens.avatars[pair_of(uid)]
    side = box.width()
    easel.box(box, side / 2, QColor(ground))
    easel.text(box, letters, _face(side), QColor(ink), CENTRE)


def _paint_photo(easel: Easel, box: QRectF, file: str) -> bool:
    # What reads pictures is loaded for the first photo that is shown; most books have none.
    from ui.shared.photos import paint_photo

    return paint_photo(easel.painter, easel.place(box), file)


class Avatar(QWidget):
    """A person's circle; her name is its accessible name."""

    def __init__(self, name: str = "", uid: str = "", size: int = 32) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_person(name, uid)

    def show_person(self, name: str, uid: str, photo: str = "") -> None:
        self._letters, self._uid, self._photo = initials(name), uid, photo
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(0, 0, self._size, self._size)
        with Easel.on(self) as easel:
            paint_avatar(easel, box, self._letters, self._uid, self._photo)


@cache
def _face(side: float) -> QFont:
    face = font(12, 500)
    # Initials may be smaller than the smallest text: the name always stands beside them.
    face.setPixelSize(_LETTERS.get(int(side), round(side * 0.375)))
    return face
