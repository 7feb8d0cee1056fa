"""Tells why no window can open, where Qt itself would end the program with words for programmers."""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from app.keeping.place import place_of
from app.keeping.settings import peek
from resources.words import LANGUAGES, words_in

WRONG_USAGE = 2
_NEEDED = (
    "libEGL.so.1", "libGL.so.1", "libX11-xcb.so.1", "libdbus-1.so.3", "libfontconfig.so.1",
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-shape.so.0", "libxcb-shm.so.0",
    "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0",
    "libxkbcommon.so.0",
)  # fmt: skip
"""What Qt's wheels for Linux leave to the system (source: `ldd` of QtWidgets and of the plugin `xcb`)."""

Load = Callable[[str], object]


def tell(folder: Path, language: str | None) -> int:
    """Says it in one line, in `language` or else the shop's or the system's; answers the exit code."""
    kept = peek(folder, "language")
    known = kept if kept in LANGUAGES else place_of(os.environ).language
    words = words_in(language or known)
    said = words("There is no screen here, so no window can open.")
    packages = missing_packages()
    if packages:
        command = " ".join(("sudo apt install", *packages))
        said = words(
            "No window can open: libraries that Qt draws with are missing."
            " On Debian or Ubuntu: {command}",
            command=command,
        )
    click.echo(said, err=True)
    return WRONG_USAGE


def missing_packages(load: Load = ctypes.CDLL) -> Sequence[str]:
    """The packages, as Debian calls them, of the libraries that cannot be loaded; none but on Linux."""
    if sys.platform != "linux":
        return ()
    return [_package(library) for library in _NEEDED if not _loads(library, load)]


def _loads(library: str, load: Load) -> bool:
    try:
        load(library)
    except OSError:
        return False
    return True


def _package(library: str) -> str:
    """Debian's name for it (source: Debian Policy 8.1): a hyphen parts a digit from the version."""
    name, _, version = library.lower().partition(".so.")
    return re.sub(r"(?<=\d)$", "-", name) + version
