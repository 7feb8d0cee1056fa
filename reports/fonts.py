"""The typefaces that the shop writes with, opened from their packages at the weight that is printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# name: package, file, weight to pin a variable font at (None: the font has one weight)
_FILES = {
    "Rubik-Regular": ("fontpkg_rubik", "Rubik[wght].ttf", 400.0),
    "Rubik-Medium": ("fontpkg_rubik", "Rubik[wght].ttf", 500.0),
    "Rubik-Light": ("fontpkg_rubik", "Rubik[wght].ttf", 300.0),
    "Rubik-Black": ("fontpkg_rubik", "Rubik[wght].ttf", 800.0),
    "Lora-Regular": ("fontpkg_lora", "Lora[wght].ttf", 400.0),
    "Lora-Medium": ("fontpkg_lora", "Lora[wght].ttf", 500.0),
    "FrankRuhlLibre-Regular": ("fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf", 400.0),
    "FrankRuhlLibre-Medium": ("fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf", 500.0),
    "Caveat-Regular": ("fontpkg_caveat", "Caveat[wght].ttf", 400.0),
    "AmaticSC-Bold": ("font_amatic_sc", "AmaticSC-Bold.ttf", None),
    "Caveat-Bold": ("fontpkg_caveat", "Caveat[wght].ttf", 700.0),
    "DancingScript-Bold": ("fontpkg_dancing_script", "DancingScript[wght].ttf", 700.0),
    "DancingScript-Regular": ("fontpkg_dancing_script", "DancingScript[wght].ttf", 400.0),
    "Kalam-Regular": ("fontpkg_kalam", "Kalam-Regular.ttf", None),
    "Pacifico-Regular": ("fontpkg_pacifico", "Pacifico-Regular.ttf", None),
    "Zeyada-Regular": ("fontpkg_zeyada", "Zeyada.ttf", None),
}

_LOADED: dict[str, bytes] = {}
_FEATURES = {"liga": False, "dlig": False}
_CYCLING = "Caveat"  # its contextual forms only take turns, which the hand does better


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Typeface:
    """One opened font; lengths are fractions of the em, descent is negative."""

    name: str
    face: Any
    font: Any
    characters: frozenset[int]
    ascent: float
    descent: float
    features: Mapping[str, bool]

    def writes(self, text: str) -> bool:
        return self.characters.issuperset(map(ord, text))


@cache
def typeface(name: str) -> Typeface:
    """The typeface called `name`; opening one takes some 10 ms, after that nothing."""
    import uharfbuzz

    face = _face(*_FILES[name]) if name in _FILES else _loaded_face(_LOADED[name])
    font = uharfbuzz.Font(face)
    extents = font.get_font_extents("ltr")
    return Typeface(
        name=name,
        face=face,
        font=font,
        characters=frozenset(face.unicodes),
        ascent=extents.ascender / face.upem,
        descent=extents.descender / face.upem,
        features=_FEATURES | ({"calt": False} if name.startswith(_CYCLING) else {}),
    )


def _face(package: str, file: str, weight: float | None) -> Any:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_folder(package) / file)))
    if weight is None:
        return face
    pinned = uharfbuzz.SubsetInput()
    pinned.keep_everything()
    pinned.pin_axis_location(face, "wght", weight)
    return uharfbuzz.subset(face, pinned)


def add_typeface(name: str, content: bytes) -> None:
    """Makes the font file in `content` known as `name`; the same name always stands for the same file."""
    _LOADED.setdefault(name, content)


def _loaded_face(content: bytes) -> Any:
    import uharfbuzz

    return uharfbuzz.Face(uharfbuzz.Blob(content))


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent / "files"
