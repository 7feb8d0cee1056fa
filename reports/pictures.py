"""Pictures for paper: what the owner chose, opened once and cut to the form of the card."""

import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from app.errors import ShopError

if TYPE_CHECKING:
    from PIL.Image import Image

    from reports.bleed import Strip

DOTS = 300
"""An inch: what a printer shows of a photo; more only makes the file larger."""
MOST_BYTES = 100_000_000
PDFIUM = Lock()
"""PDFium knows no threads: whoever draws waits until the other has drawn."""
_INCH = 25.4
_QUALITY = 92


class PictureRefused(ShopError):
    """The file at `path` is no picture that can be opened.

    `why` is absent, unreadable, unknown_kind or too_large.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as a JPEG of so many pixels, ready to be put on a page."""

    jpeg: bytes
    size: tuple[int, int]


def picture(path: Path, form: tuple[float, float]) -> Picture:
    """The picture or the first page of the PDF at `path`, filling `form` millimetres at 300 dots an inch.

    What is wider or higher than the form is cut off at both sides alike. Raises `PictureRefused`.
    """
    pixels = (round(form[0] / _INCH * DOTS), round(form[1] / _INCH * DOTS))
    content = _content(path)
    is_pdf = b"%PDF-" in content[:1024]
    opened = _page_of_pdf(content, path, pixels) if is_pdf else _image(content, path)
    return _cut(opened, pixels)


def whole_picture(path: Path, longest: float) -> Picture:
    """The whole picture or page at `path`, sharp at 300 dots an inch where its longer side is no more than
    `longest` millimetres. Raises `PictureRefused`.
    """
    most = round(longest / _INCH * DOTS)
    content = _content(path)
    is_pdf = b"%PDF-" in content[:1024]
    opened = _page_of_pdf(content, path, (1, most)) if is_pdf else _image(content, path)
    seen = opened.convert("RGB")
    seen.thumbnail((most, most))
    return _packed(seen)


def as_it_is(path: Path) -> "Image":
    """The whole picture at `path`, with what shines through. Raises `PictureRefused`."""
    return _opened(_content(path), path)


@lru_cache(maxsize=64)
def beyond(picture: Picture, form: tuple[float, float], strip: "Strip") -> Picture:
    """How a picture of so many millimetres goes on in that strip beside it, as in a mirror on its edge."""
    from io import BytesIO

    from PIL import Image, ImageOps

    (left, right, x), (bottom, top, y) = strip.across, strip.upwards
    start, end = (left, right) if x is None else sorted((2 * x - left, 2 * x - right))
    foot, head = (bottom, top) if y is None else sorted((2 * y - bottom, 2 * y - top))
    across, down = picture.size[0] / form[0], picture.size[1] / form[1]
    box = (start * across, (form[1] - head) * down, end * across, (form[1] - foot) * down)
    with Image.open(BytesIO(picture.jpeg)) as whole:
        size = tuple(max(1, round(box[n + 2] - box[n])) for n in (0, 1))
        part = whole.convert("RGB").resize((size[0], size[1]), box=box)
    part = part if x is None else ImageOps.mirror(part)
    return _packed(part if y is None else ImageOps.flip(part))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise PictureRefused(path=path, why="absent") from error
    except OSError as error:
        raise PictureRefused(path=path, why="unreadable") from error
    if len(content) > MOST_BYTES:
        raise PictureRefused(path=path, why="too_large")
    return content


def _image(content: bytes, path: Path) -> "Image":
    return _on_white(_opened(content, path))


def _opened(content: bytes, path: Path) -> "Image":
    from io import BytesIO

    from PIL import Image, ImageOps

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            upright = ImageOps.exif_transpose(Image.open(BytesIO(content)))
            upright.load()
            return upright
    except bombs as error:
        raise PictureRefused(path=path, why="too_large") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise PictureRefused(path=path, why="unknown_kind") from error


def _on_white(opened: "Image") -> "Image":
    """What shines through shows the paper."""
    from PIL import Image

    if opened.mode in {"RGB", "L"}:
        return opened.convert("RGB")
    seen = opened.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(white, seen).convert("RGB")


def _page_of_pdf(content: bytes, path: Path, pixels: tuple[int, int]) -> Any:
    import pypdfium2

    try:
        with PDFIUM, pypdfium2.PdfDocument(content) as document:
            page = document[0]
            wide, high = page.get_size()
            return page.render(scale=max(pixels[0] / wide, pixels[1] / high)).to_pil()
    except (pypdfium2.PdfiumError, ValueError, IndexError, ZeroDivisionError) as error:
        raise PictureRefused(path=path, why="unknown_kind") from error


def _cut(opened: "Image", pixels: tuple[int, int]) -> Picture:
    from PIL import ImageOps

    return _packed(ImageOps.fit(opened.convert("RGB"), _no_larger(opened.size, pixels)))


def _packed(seen: "Image") -> Picture:
    from io import BytesIO

    file = BytesIO()
    seen.save(file, "JPEG", quality=_QUALITY, dpi=(DOTS, DOTS))
    return Picture(jpeg=file.getvalue(), size=seen.size)


def _no_larger(there: tuple[int, int], wanted: tuple[int, int]) -> tuple[int, int]:
    """Of the wanted form, but with no pixels that the picture does not have."""
    scale = min(1.0, max(there[0] / wanted[0], there[1] / wanted[1]))
    return max(1, round(wanted[0] * scale)), max(1, round(wanted[1] * scale))
