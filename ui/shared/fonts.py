"""Rubik in every size and weight of the look."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

FAMILY = "Rubik"
SMALLEST = 12
TIGHTER_FROM = 28
"""Headlines from this size up stand 0.4 px closer."""


def font(px: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Rubik at `px` pixels; `tabular` gives every digit the same width, for figures that stand in columns."""
    return QFont(_font(px, weight, tabular))


@lru_cache(maxsize=4096)
def width(text: str, face: QFont) -> float:
    """How many pixels `text` needs in `face`."""
    return QFontMetricsF(face).horizontalAdvance(text)


@cache
def _font(px: int, weight: int, tabular: bool) -> QFont:
    _load()
    face = QFont(FAMILY)
    face.setPixelSize(max(px, SMALLEST))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # The file is one variable font: setWeight would only smear a false bold over its lightest face.
    face.setVariableAxis(QFont.Tag("wght"), weight)
    if px >= TIGHTER_FROM:
        face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.4)
    if tabular:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face


@cache
def _load() -> None:
    # fontpkg's own registry reads the metadata of every installed package: 80 ms that a window cannot spare.
    spec = find_spec("fontpkg_rubik")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="fontpkg_rubik")
    file = Path(spec.origin).parent / "files" / "Rubik[wght].ttf"
    QFontDatabase.addApplicationFont(str(file))
