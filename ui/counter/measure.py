"""How large things are on this screen: as in the look at 1280 by 800, and larger on a larger one."""

from PySide6.QtCore import QSize

from app.values import value

WIDE, HIGH = 1280, 800
LARGEST = 2.0
NARROW = 960


@value(kw_only=False)
class Measure:
    """`unit` is what one pixel of the look becomes."""

    unit: float = 1.0

    def px(self, look: float) -> int:
        return round(look * self.unit)


def measure_of(screen: QSize) -> Measure:
    """Nothing shrinks on a small screen: what does not fit beside the other stands below it."""
    return Measure(max(1.0, min(screen.width() / WIDE, screen.height() / HIGH, LARGEST)))


def is_narrow(screen: QSize) -> bool:
    """Whether it stands upright, so that less fits beside each other."""
    return screen.width() < NARROW * measure_of(screen).unit
