"""The ring around the part that has the keyboard: two pixels of accent, two pixels outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from ui.shared.easel import Easel
from ui.shared.theme import colour

THICK, GAP = 2, 2
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize})
_UNSEEN = frozenset({Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_LEFT = frozenset({QEvent.Type.FocusOut, QEvent.Type.Hide})


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


def ringed(widget: QWidget, radius: float, *, inset: int = 0) -> None:
    """Draw the ring around `widget`, whose corners have `radius`, whenever the keyboard reaches it.

    `inset` is for a widget that paints itself narrower than it is.
    """
    widget.setProperty("ring", radius)
    widget.setProperty("ring_inset", inset)
    if not isinstance(widget, Ringed):
        widget.installEventFilter(_rings())


class Ringed(_Widget):
    """A widget that tells the ring itself that the keyboard came, mixed in before Qt's own class.

    A filter hears of all that happens to its widget, twenty things before one first sees it.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _rings().meet(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        with _rings().held_by_the_mouse():
            super().mouseReleaseEvent(event)


def in_turn(*parts: QWidget) -> None:
    """Tab goes from one to the next, however late each of them was made. None holds another one."""
    for one, other in pairwise(parts):
        QWidget.setTabOrder(one, other)


def turn_of(holder: QWidget) -> QWidget:
    """Keeps a place in the order of Tab for what `holder` will hold later; nothing to be seen."""
    place = QWidget(holder)
    # Qt puts nothing behind a part that does not take the keyboard; hidden, this one never gets it.
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    place.hide()
    return place


@contextmanager
def no_short_ways(window: QWidget) -> Iterator[None]:
    """Meanwhile no page of `window` hands the keyboard on to a part of its own.

    Qt takes such a page for a stop of Tab, and so passes by whatever stands before that part.
    """
    handed = [(one, one.focusProxy()) for one in window.findChildren(QWidget) if one.focusProxy()]
    ways = [(page, part) for page, part in handed if part and page.isAncestorOf(part)]
    for page, _ in ways:
        page.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes none for none
    try:
        yield
    finally:
        for page, part in ways:
            page.setFocusProxy(part)


class FocusRing(QWidget):
    """The ring itself, lying over its neighbours and deaf to the mouse."""

    def __init__(self, around: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._around, self._ground = around, ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.follow()
        self.raise_()
        self.show()

    def follow(self) -> None:
        reach = THICK + GAP
        aside = reach - int(self._around.property("ring_inset"))
        corner = self._around.mapTo(self._ground, QPoint(0, 0))
        self.setGeometry(
            self._around.rect().translated(corner).adjusted(-aside, -reach, aside, reach)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = float(self._around.property("ring")) + THICK + GAP
        with Easel.on(self) as easel:
            easel.ring(QRectF(self.rect()), radius, colour("accent"), THICK)


class _Rings(QObject):
    def __init__(self) -> None:
        super().__init__()
        self._ring: FocusRing | None = None
        self._watched: list[QWidget] = []
        self._by_mouse = False

    @contextmanager
    def held_by_the_mouse(self) -> Iterator[None]:
        """Whatever the program itself gives the keyboard to meanwhile, nobody looks for it."""
        self._by_mouse = True
        try:
            yield
        finally:
            self._by_mouse = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if isinstance(watched, QWidget) and not isinstance(watched, Ringed):
                self.meet(watched, event)
        elif self._ring is not None and isValid(self._ring):
            kind = event.type()
            if kind in _LEFT:
                self._hide()
            elif kind in _FOLLOWED:
                self._ring.follow()
        return False

    def meet(self, widget: QWidget, event: QFocusEvent) -> None:
        """The keyboard came to `widget`."""
        given = self._by_mouse and event.reason() is Qt.FocusReason.OtherFocusReason
        if not given and event.reason() not in _UNSEEN:
            self._show(widget)

    def _show(self, widget: QWidget) -> None:
        self._hide()
        ground = _ground_of(widget)
        here = widget
        self._watch(here)
        while here is not ground and (above := here.parentWidget()):
            here = above
            self._watch(here)
        self._ring = FocusRing(widget, ground)

    def _watch(self, widget: QWidget) -> None:
        if isinstance(widget, Ringed) or not widget.property("ring"):
            widget.installEventFilter(self)
            self._watched.append(widget)

    def _hide(self) -> None:
        ring, self._ring = self._ring, None
        # A window that was closed may have taken the ring and its neighbours along.
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched.clear()


def _ground_of(widget: QWidget) -> QWidget:
    # Inside a scrolled page the ring must scroll along and be cut where the page is cut.
    here = widget
    while not here.isWindow() and (above := here.parentWidget()):
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return here
        here = above
    return here


@cache
def _rings() -> _Rings:
    return _Rings()
