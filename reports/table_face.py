"""What every paper for the table wears: the ornaments of a design, and the shop at its foot."""

from functools import partial

from reports.bleed import Ground
from reports.designed import led_by
from reports.dress import Wearing
from reports.field import BOLD, Field, Written
from reports.nameplate import Nameplate, draw_nameplate
from reports.ornaments import draw_ornament
from reports.regions import Area, Regions, padded
from reports.sheet import MM

_NAME = 0.34  # of the height of the foot is the size of the shop's name
_MARK = 0.68
_LEAST, _TINY = 7.0, 4.5  # points
_AIR = 0.03


def dress_face(one: Field, wearing: Wearing) -> Area:
    """Draws the ground of a face and answers where on it something may stand. Raises `TextTooLong`."""
    regions, table = Regions(wearing.design, one.size), wearing.design.table
    draw_face_ground(one, wearing)
    at, room = padded(((0.0, 0.0), one.size), table.pad, regions.unit)
    if not (wearing.dress.name or wearing.dress.logo):
        return at, room
    foot = table.foot * regions.unit
    _foot(one, wearing, (at[0], at[1] + room[1] - foot), (room[0], foot))
    return at, (room[0], room[1] - foot - _AIR * regions.unit)


def face_ground(wearing: Wearing) -> Ground | None:
    """What of a face reaches to its edges, for what is drawn beyond them."""
    return partial(draw_face_ground, wearing=wearing) if wearing.design.reaches_edges else None


def draw_face_ground(one: Field, wearing: Wearing) -> None:
    """The ornaments of the design, as far as the edges."""
    regions = Regions(wearing.design, one.size)
    size = "x".join(f"{side:g}" for side in one.size)
    way = "rtl" if one.right_to_left else "ltr"
    one.once(f"table.{wearing.design.name}.{size}.{way}", lambda: _grounds(one, regions, wearing))


def _grounds(one: Field, regions: Regions, wearing: Wearing) -> None:
    for shape in wearing.design.table.shapes:
        at, room = regions.of(shape)
        look = (wearing.dress.colours, shape.colour, shape.more)
        draw_ornament(one, at, room, regions.unit, kind=shape.kind, look=look)


def _foot(one: Field, wearing: Wearing, at: tuple[float, float], room: tuple[float, float]) -> None:
    dress, colour = wearing.dress, wearing.design.table.colour
    size = max(_NAME * room[1] * MM, _LEAST)
    how = Written(
        largest=size,
        tiny=_TINY,
        colour=dress.colours.named(colour),
        fonts=led_by(dress.name, BOLD),
        align="middle",
    )
    plate = Nameplate(_MARK * room[1], how, on_field=colour == "on_field")
    draw_nameplate(one, dress, at, room, plate)
