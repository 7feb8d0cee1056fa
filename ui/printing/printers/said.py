"""How a printer prints, in words."""

from collections.abc import Sequence
from decimal import Decimal

from reports.correction import Misprint
from resources.words import Words

_SLIGHT_UM, _SLIGHT_PPM, _SLIGHT_URAD = 50, 500, 500
_DEGREE = 17_453.3  # microradians


def told(off: Misprint, words: Words) -> Sequence[str]:
    """A line for each thing that is amiss enough to be seen; none where there is nothing."""
    lines = (_right(off, words), _down(off, words), *_scale(off, words), _turn(off, words))
    return [one for one in lines if one]


def _right(off: Misprint, words: Words) -> str:
    if abs(off.right_um) < _SLIGHT_UM:
        return ""
    far = _tenths(off.right_um / 1_000, words)
    if off.right_um > 0:
        return words("It prints {n} mm too far right", n=far)
    return words("It prints {n} mm too far left", n=far)


def _down(off: Misprint, words: Words) -> str:
    if abs(off.down_um) < _SLIGHT_UM:
        return ""
    far = _tenths(off.down_um / 1_000, words)
    if off.down_um > 0:
        return words("It prints {n} mm too far down", n=far)
    return words("It prints {n} mm too far up", n=far)


def _scale(off: Misprint, words: Words) -> Sequence[str]:
    across, along = off.across_ppm, off.along_ppm
    said = []
    if abs(across) >= _SLIGHT_PPM:
        much = _tenths(across / 10_000, words, places=2)
        said.append(
            words("It prints {n} % too wide", n=much)
            if across > 0
            else words("It prints {n} % too narrow", n=much)
        )
    if abs(along) >= _SLIGHT_PPM:
        much = _tenths(along / 10_000, words, places=2)
        said.append(
            words("It prints {n} % too long", n=much)
            if along > 0
            else words("It prints {n} % too short", n=much)
        )
    return said


def _turn(off: Misprint, words: Words) -> str:
    if abs(off.turn_urad) < _SLIGHT_URAD:
        return ""
    much = _tenths(off.turn_urad / _DEGREE, words, places=2)
    if off.turn_urad > 0:
        return words("It prints turned by {n}° with the clock", n=much)
    return words("It prints turned by {n}° against the clock", n=much)


def _tenths(number: float, words: Words, places: int = 1) -> str:
    return words.decimal(Decimal(f"{abs(number):.{places}f}"))
