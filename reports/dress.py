"""What a shop wears on paper: its name, its colours, its logo, and the words that stand under things."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.shop import Shop
from reports.design import Design, design
from reports.palette import Palette, palette
from reports.papers import PAGES, Size, page_in
from reports.pictures import as_it_is

if TYPE_CHECKING:
    from PIL.Image import Image

_OURS = palette("")
DESIGN = "design of coupons"
"""What the settings remember the design by in which coupons came out last."""
DOTS = 1200
"""As many along the longer side of a logo: 300 an inch where it is 10 cm long."""
_WHITE = 247


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Logo:
    """A picture; `form` is its width by its height."""

    image: Any
    form: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What every design is drawn with; a shop that chose nothing wears the colours of the program.

    `page` is what its printers take.
    """

    name: str = ""
    colours: Palette = _OURS
    logo: Logo | None = None
    words: str = ""
    page: Size = PAGES["A4"]


NAKED = Dress()


def dress_of(shop: Shop) -> Dress:
    """As the shop is set now."""
    settings = shop.settings.read()
    content = shop.keepsakes.content(settings.logo) if settings.logo else None
    return Dress(
        name=settings.name,
        colours=palette(settings.shop_colour),
        logo=opened(content) if content is not None else None,
        words=settings.paper_words,
        page=page_in(settings.country),
    )


@dataclass(frozen=True, slots=True)
class Wearing:
    """A design with the dress of the shop."""

    design: Design
    dress: Dress


def wearing_of(shop: Shop, design_name: str = "") -> Wearing:
    """The design of that name, the usual one for none, as the shop wears it. Raises `UnknownDesign`."""
    return Wearing(design(design_name), dress_of(shop))


def logo_from(path: Path) -> bytes:
    """The logo in a picture file, as the book keeps it. Raises `PictureRefused`."""
    return logo_of(as_it_is(path))


def logo_of(picture: "Image") -> bytes:
    """As the book keeps it: a PNG without the empty edges around it, no larger than paper can show."""
    image = picture.convert("RGBA")
    box = _inked(image) or image.getbbox()
    image = image.crop(box) if box else image
    image.thumbnail((DOTS, DOTS))
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _inked(image: "Image") -> tuple[int, int, int, int] | None:
    """Where anything can be seen on white paper."""
    from PIL import Image

    ground = Image.new("RGBA", image.size, "white")
    seen = Image.alpha_composite(ground, image).convert("L")
    return seen.point(lambda grey: 255 if grey < _WHITE else 0).getbbox()


@lru_cache(maxsize=4)
def opened(content: bytes) -> Logo:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    image = Image.open(BytesIO(content))
    return Logo(image=ImageReader(image), form=image.width / image.height)
