"""The colours of the look: one set for light, one for dark, and what an owner's own accent makes of them."""

import colorsys
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from app.values import value

Token = Literal[
    "canvas",
    "side",
    "surface",
    "sunken",
    "line",
    "edge",
    "ink",
    "ink2",
    "ink3",
    "accent",
    "accent_hover",
    "on_accent",
    "tint",
    "good",
    "good_tint",
    "warn",
    "warn_tint",
    "bad",
    "bad_tint",
    "paper",
    "desk",
    "pen",
    "notice",
    "on_notice",
    "notice_act",
]
READABLE = 4.5
"""WCAG 2 contrast for running text, level AA."""


@value
class Tokens:
    """Colours as `#RRGGBB`, named by what they are for."""

    dark: bool
    canvas: str
    side: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    on_accent: str
    tint: str
    good: str
    good_tint: str
    warn: str
    warn_tint: str
    bad: str
    bad_tint: str
    paper: str
    desk: str
    pen: str
    notice: str
    on_notice: str
    notice_act: str
    avatars: tuple[tuple[str, str], ...]
    """Ground and initials of the people's circles."""


LIGHT = Tokens(
    dark=False,
    canvas="#FBF9F6",
    side="#F3EFE9",
    surface="#FFFFFF",
    sunken="#F3EFE9",
    line="#E6E0D8",
    edge="#8C8278",
    ink="#221D19",
    ink2="#655C54",
    ink3="#736A61",
    accent="#B0452A",
    accent_hover="#963A22",
    on_accent="#FFFFFF",
    tint="#F8E9E2",
    good="#2E6B50",
    good_tint="#E3F0E8",
    warn="#8A5A00",
    warn_tint="#FBF0D9",
    bad="#A01F45",
    bad_tint="#FBE6EC",
    paper="#FFFEFA",
    desk="#EBE5DC",
    pen="#1F2A5C",
    notice="#2B2521",
    on_notice="#F4EEE7",
    notice_act="#F5A68A",
    avatars=(
        ("#F3D9CC", "#7A2E18"),
        ("#DCE8DC", "#2C5540"),
        ("#E2DFF0", "#463C7A"),
        ("#F5E3B8", "#6B4700"),
        ("#D6E6EC", "#1F5266"),
        ("#F2D8E2", "#7A2350"),
    ),
)
DARK = Tokens(
    dark=True,
    canvas="#1B1815",
    side="#151210",
    surface="#28231F",
    sunken="#24201C",
    line="#38322C",
    edge="#847A70",
    ink="#F4EEE7",
    ink2="#B9AEA3",
    ink3="#A0958B",
    accent="#F0906E",
    accent_hover="#F5A68A",
    on_accent="#2A120A",
    tint="#43281F",
    good="#7CC7A0",
    good_tint="#1F3329",
    warn="#E5B562",
    warn_tint="#3A2E17",
    bad="#F2889F",
    bad_tint="#40202A",
    paper="#F3ECDF",
    desk="#12100E",
    pen="#1F2A5C",
    notice="#F4EEE7",
    on_notice="#221D19",
    notice_act="#963A22",
    avatars=(
        ("#5A2F20", "#FFD3C2"),
        ("#2A4636", "#CDEBD9"),
        ("#3B3560", "#DDD8FA"),
        ("#54401A", "#F8E2AE"),
        ("#234653", "#CBE7F1"),
        ("#552741", "#FAD2E4"),
    ),
)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def over(colour: str, share: float, ground: str) -> str:
    """`colour` laid over `ground`, covering `share` of it (0 to 1)."""
    return _hex(
        *(a * share + b * (1 - share) for a, b in zip(_rgb(colour), _rgb(ground), strict=True))
    )


def dressed(base: Tokens, accent: str) -> Tokens:
    """`base` with the owner's `accent`, darkened or lightened until all its text is readable."""
    step = _lighter if base.dark else _darker
    while not _readable(worn := _wearing(base, accent, step)) and accent != step(accent):
        accent = step(accent)
    return worn


def _wearing(base: Tokens, accent: str, step: Callable[[str], str]) -> Tokens:
    hover = step(step(step(accent)))
    return replace(
        base,
        accent=accent,
        accent_hover=hover,
        on_accent=over("#000000", 0.85, accent) if base.dark else "#FFFFFF",
        tint=over(accent, 0.20 if base.dark else 0.12, base.canvas),
    )


def _readable(tokens: Tokens) -> bool:
    grounds = (tokens.canvas, tokens.side, tokens.surface, tokens.sunken, tokens.tint)
    return contrast(tokens.on_accent, tokens.accent) >= READABLE and all(
        contrast(tokens.accent, ground) >= READABLE for ground in grounds
    )


def _darker(colour: str) -> str:
    return _moved(colour, -0.02)


def _lighter(colour: str) -> str:
    return _moved(colour, 0.02)


def _moved(colour: str, by: float) -> str:
    hue, light, strength = colorsys.rgb_to_hls(*_rgb(colour))
    return _hex(*colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light + by)), strength))


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _hex(*rgb: float) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in rgb)


def _luminance(colour: str) -> float:
    # https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    knee = 0.04045
    linear = [c / 12.92 if c <= knee else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(colour)]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
