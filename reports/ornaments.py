"""Ornaments of designs, drawn from numbers: grounds, rules, awnings, perforations, rays and frames."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from reports import botany, guilloche
from reports.field import Colour, Field, Room, Spot
from reports.palette import Palette
from reports.sheet import MM

_QUARTER = 0.5523
"""How far the handles of a cubic reach to make a quarter of a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An ornament in its room: `room` and `unit`, the height of the card, in points."""

    canvas: Any
    room: tuple[float, float]
    unit: float
    colours: Palette
    colour: Colour
    more: Mapping[str, Any]

    def asked(self, name: str, usual: Any) -> Any:
        return self.more.get(name, usual)

    def long(self, name: str, usual: float) -> float:
        """A length that is given in parts of the card's height, in points."""
        return float(self.more.get(name, usual)) * self.unit


def draw_ornament(
    one: Field, at: Spot, room: Room, unit: float, *, kind: str, look: tuple[Palette, str, Any]
) -> None:
    """An ornament of that `kind` in its room; `unit` is the height of the card in millimetres."""
    colours, colour, more = look
    with one.area(at, room) as canvas:
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        drawn = Drawn(
            canvas=canvas,
            room=(room[0] * MM, room[1] * MM),
            unit=unit * MM,
            colours=colours,
            colour=colours.named(colour),
            more=more,
        )
        canvas.setFillColorRGB(*drawn.colour)
        canvas.setStrokeColorRGB(*drawn.colour)
        _KINDS[kind](drawn)


def _box(on: Drawn) -> None:
    wide, high = on.room
    on.canvas.roundRect(0, 0, wide, high, on.long("radius", 0.0), stroke=0, fill=1)


def _frame(on: Drawn) -> None:
    """Its edge alone, so many lines, `gap` apart."""
    wide, high = on.room
    on.canvas.setLineWidth(on.long("line", 0.006))
    for n in range(on.asked("lines", 1)):
        inset = n * on.long("gap", 0.02)
        radius = max(on.long("radius", 0.0) - inset, 0.0)
        sides = (wide - 2 * inset, high - 2 * inset)
        on.canvas.roundRect(inset, inset, *sides, radius, stroke=1, fill=0)


def _rule(on: Drawn) -> None:
    """A line from the middle of one side to the other."""
    wide, high = on.room
    on.canvas.setLineWidth(on.long("line", 0.004))
    ends = (0, high / 2, wide, high / 2) if wide >= high else (wide / 2, 0, wide / 2, high)
    on.canvas.line(*ends)


def _disc(on: Drawn) -> None:
    """`radius` around a point of the room; with a `line` only its edge."""
    x, y = on.asked("middle", (0.5, 0.5))
    middle = (x * on.room[0], (1 - y) * on.room[1])
    is_ring = "line" in on.more
    _keep_within(on)
    on.canvas.setLineWidth(on.long("line", 0.004))
    for n in range(on.asked("rings", 1)):
        radius = on.long("radius", 0.3) - n * on.long("gap", 0.04)
        if radius > 0:
            on.canvas.circle(*middle, radius, stroke=int(is_ring), fill=int(not is_ring))


def _rays(on: Drawn) -> None:
    """Wedges from a point, every other one."""
    x, y = on.asked("middle", (0.5, 1.0))
    middle, far = (x * on.room[0], (1 - y) * on.room[1]), 2 * sum(on.room)
    count, path = on.asked("count", 24), on.canvas.beginPath()
    _keep_within(on)
    for n in range(count):
        path.moveTo(*middle)
        for turn in (2 * n, 2 * n + 1):
            angle = turn * pi / count
            path.lineTo(middle[0] + far * cos(angle), middle[1] + far * sin(angle))
        path.close()
    on.canvas.drawPath(path, stroke=0, fill=1)


def _keep_within(on: Drawn) -> None:
    edges = on.canvas.beginPath()
    edges.rect(0, 0, *on.room)
    on.canvas.clipPath(edges, stroke=0, fill=0)


def _awning(on: Drawn) -> None:
    """The stripes of a shop's awning, each with a round end."""
    wide, high = on.room
    count = max(5, 2 * round(wide / on.long("stripe", 0.11) / 2) + 1)
    across = wide / count
    round_end = across / 2
    canvas = on.canvas
    for n in range(count):
        colour = on.colour if n % 2 == 0 else on.colours.white
        canvas.setFillColorRGB(*colour)
        path = canvas.beginPath()
        left, right = n * across, (n + 1) * across
        path.moveTo(left, high)
        path.lineTo(left, round_end)
        reach = round_end * _QUARTER
        path.curveTo(left, round_end - reach, left + round_end - reach, 0, left + round_end, 0)
        path.curveTo(left + round_end + reach, 0, right, round_end - reach, right, round_end)
        path.lineTo(right, high)
        path.close()
        canvas.setStrokeColorRGB(*on.colours.accent)
        canvas.setLineWidth(on.long("line", 0.0045))
        canvas.drawPath(path, stroke=1, fill=1)


def _perforation(on: Drawn) -> None:
    """Where a ticket is torn: holes in a row along the start of the room, and a notch at either end."""
    high, notch = on.room[1], on.long("notch", 0.05)
    hole, step = on.long("hole", 0.011), on.long("step", 0.042)
    canvas = on.canvas
    for end in (0.0, high):
        canvas.circle(0, end, notch, stroke=0, fill=1)
    count = int((high - 2 * notch) / step)
    first = (high - (count - 1) * step) / 2
    for n in range(count):
        canvas.circle(0, first + n * step, hole, stroke=0, fill=1)


def _notches(on: Drawn) -> None:
    """A row of half rounds bitten out of the end of the room."""
    wide, high = on.room
    radius = on.long("radius", 0.03)
    count = round(high / (2.6 * radius))
    for n in range(count):
        x = wide if on.asked("side", "end") == "end" else 0.0
        on.canvas.circle(x, (n + 0.5) * high / count, radius, stroke=0, fill=1)


def _guilloche(on: Drawn) -> None:
    guilloche.border(on.canvas, on.room, on.long("band", 0.085), on.long("line", 0.0025))


def _rosette(on: Drawn) -> None:
    x, y = on.asked("middle", (0.5, 0.5))
    on.canvas.translate(x * on.room[0], (1 - y) * on.room[1])
    petals, line = on.asked("petals", 18), on.long("line", 0.0022)
    guilloche.rosette(on.canvas, on.long("radius", 0.3), petals, line)


def _branch(on: Drawn) -> None:
    """A twig that grows up at the start of the room, or at its end, `across` with its leaves."""
    if on.asked("side", "start") == "end":
        on.canvas.translate(on.room[0], 0)
        on.canvas.scale(-1, 1)
    botany.branch(on.canvas, (on.long("across", 0.26), on.room[1]), _inks(on))


def _wreath(on: Drawn) -> None:
    x, y = on.asked("middle", (0.5, 0.5))
    on.canvas.translate(x * on.room[0], (1 - y) * on.room[1])
    botany.wreath(on.canvas, (on.long("across", 0.5), on.long("down", 0.3)), _inks(on))


def _inks(on: Drawn) -> botany.Inks:
    return botany.Inks(
        line=on.colour,
        leaf=on.colours.named(on.asked("leaf", "soft")),
        breadth=on.long("line", 0.005),
    )


_KINDS: Mapping[str, Callable[[Drawn], None]] = {
    "box": _box,
    "frame": _frame,
    "rule": _rule,
    "disc": _disc,
    "rays": _rays,
    "awning": _awning,
    "perforation": _perforation,
    "notches": _notches,
    "guilloche": _guilloche,
    "rosette": _rosette,
    "branch": _branch,
    "wreath": _wreath,
}
