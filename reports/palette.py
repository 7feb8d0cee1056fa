"""The colours of one shop on paper: its own, and what can be read on it, beside it and beneath it."""

from dataclasses import dataclass
from functools import lru_cache

from app.keeping.colours import Rgb, rgb
from reports.field import ACCENT, INK, WHITE, Colour

READABLE = 4.5
"""How far apart in lightness ink and ground have to be (WCAG 2.2, 1.4.3)."""
_BLACK: Colour = (0.0, 0.0, 0.0)
_SOFT, _PALE = 0.10, 0.42
_QUIETER, _STEP = 0.28, 0.02
_DARK = 0.04045
_SEEN = 1.1
"""As contrast: what two grounds need to be told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """`field` is the shop's colour, `soft` a breath of it, `pale` what lines are drawn in.

    On white and on `soft` stand `accent`, `ink` and `quiet`; on `field` stand `on_field` and, for what is
    less important, `quiet_on_field`. `deep` is a shade of the field, for what is drawn on it.
    """

    field: Colour
    soft: Colour
    pale: Colour
    accent: Colour
    ink: Colour
    quiet: Colour
    on_field: Colour
    quiet_on_field: Colour
    deep: Colour
    white: Colour = WHITE

    @property
    def stub(self) -> Colour:
        """A ground that ink is read on and that is seen on white: a light colour is that itself."""
        is_light = contrast(self.soft, self.white) < _SEEN and self.on_field != self.white
        return self.field if is_light else self.soft

    def named(self, name: str) -> Colour:
        """The colour that a design calls so."""
        found: Colour = getattr(self, name)
        return found


@lru_cache(maxsize=64)
def palette(colour: str) -> Palette:
    """The colours of a shop whose own is `colour`, `#B0452A`; ours where it has none."""
    own = rgb(colour) if colour else ACCENT
    on_field = _on(own)
    soft, deep = mixed(WHITE, own, _SOFT), _shade(own, on_field)
    return Palette(
        field=own,
        soft=soft,
        pale=mixed(WHITE, _darkened(own, soft), _PALE),
        accent=_darkened(own, soft),
        ink=INK,
        quiet=_quieter(INK, soft),
        on_field=on_field,
        quiet_on_field=_quieter(on_field, own, deep),
        deep=deep,
    )


def contrast(one: Colour, other: Colour) -> float:
    """From 1 for the same lightness to 21 for black on white (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_lightness(one), _lightness(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with that `share` of the `other` in it."""
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def _on(ground: Colour) -> Colour:
    """White, ink or black: the first that can be read there. Of white and black one always can."""
    return next(one for one in (WHITE, INK, _BLACK) if contrast(one, ground) >= READABLE)


def _darkened(colour: Colour, ground: Colour) -> Colour:
    """`colour`, as much darker as it takes to be read."""
    share = 0.0
    while contrast(found := mixed(colour, _BLACK, share), ground) < READABLE:
        share += _STEP
    return found


def _quieter(ink: Colour, *grounds: Colour) -> Colour:
    """Nearer to the first ground, as far as it can still be read on all of them."""
    share = _QUIETER
    while share > 0 and any(
        contrast(mixed(ink, grounds[0], share), one) < READABLE for one in grounds
    ):
        share -= _STEP
    return mixed(ink, grounds[0], max(share, 0.0))


def _shade(ground: Colour, ink: Colour) -> Colour:
    """A little away from the ink; where that cannot be seen, a little towards it, as far as it is read."""
    away = mixed(ground, _BLACK if ink == WHITE else WHITE, 0.11)
    towards = mixed(ground, ink, 0.10)
    is_seen = contrast(away, ground) >= _SEEN or contrast(towards, ink) < READABLE
    return away if is_seen else towards


def _lightness(colour: Rgb) -> float:
    """Relative luminance of sRGB (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
