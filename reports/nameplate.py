"""The shop on paper: its logo, or else its mark, and its name beside it."""

from dataclasses import dataclass, replace

from reports.dress import Dress
from reports.field import WHITE, Field, Room, Spot, Written
from resources.words import words_in

_LOGO = 0.42  # of the width, the most that a logo beside a name may take
_SPEAKS = 2.1  # times as wide as high: such a logo has the name in it
_GAP, _AIR = 0.3, 0.12  # of the height


@dataclass(frozen=True, slots=True)
class Nameplate:
    """How high the logo or mark is in millimetres, how the name is set, and whether on the shop's colour."""

    high: float
    how: Written
    on_field: bool = False


def draw_nameplate(one: Field, dress: Dress, at: Spot, room: Room, plate: Nameplate) -> None:
    """At the start of the room or in its middle, as the name is set. Raises `TextTooLong`."""
    high, logo, name = plate.high, dress.logo, words_in(one.language).own_way(dress.name)
    speaks = logo is not None and (logo.form > _SPEAKS or not dress.name)
    wide = high
    if logo is not None:
        wide = min(high * logo.form, room[0] * (0.8 if speaks else _LOGO))
    gap = 0.0 if speaks else _GAP * high
    long = 0.0
    if not speaks:
        left = (room[0] - wide - gap, room[1])
        long = one.measured(name, left, plate.how)[0] + 0.2
    is_middle = plate.how.align == "middle"
    start = at[0] + (room[0] - wide - gap - long) / 2 if is_middle else at[0]
    _sign(one, dress, (start, at[1] + (room[1] - high) / 2), wide, plate)
    if not speaks:
        beside = (start + wide + gap, at[1])
        one.text(name, beside, (long, room[1]), replace(plate.how, align="start"))


def draw_name(one: Field, named: tuple[str, Dress], at: Spot, room: Room, how: Written) -> None:
    """The shop by that name as it is dressed, its logo or mark as high as the room; nothing of a shop
    that has neither. Raises `TextTooLong`.
    """
    name, dress = named
    if name or dress.logo:
        draw_nameplate(one, replace(dress, name=name), at, room, Nameplate(room[1], how))


def _sign(one: Field, dress: Dress, at: Spot, wide: float, plate: Nameplate) -> None:
    """The logo, on the shop's colour with white beneath it; without one the mark."""
    high, colours, logo = plate.high, dress.colours, dress.logo
    if logo is None:
        on_field = (colours.on_field, colours.field)
        one.mark(dress.name, at, high, on_field if plate.on_field else (colours.accent, WHITE))
        return
    tall = wide / logo.form
    spot = (at[0], at[1] + (high - tall) / 2)
    if plate.on_field:
        air = _AIR * high
        around = (wide + 2 * air, tall + 2 * air)
        one.box((spot[0] - air, spot[1] - air), around, WHITE, radius=air)
    one.picture(logo.image, spot, (wide, tall))
