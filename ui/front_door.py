"""Opens the desktop at once when no command was given; the console is loaded only for a command."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from app.keeping.folders import usual_folder

_OPTIONS = ("--shop", "--lang")


def has_screen(environ: Mapping[str, str]) -> bool:
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(environ.get(name) for name in asked)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Answers the exit code of the desktop or of the command that was asked for."""
    plainly = _desktop_options(arguments)
    if plainly is not None and has_screen(environ):
        folder = Path(plainly["--shop"]) if "--shop" in plainly else usual_folder()
        return open_desktop(folder, plainly.get("--lang"))
    from ui.console.entry import run as run_command

    return run_command(list(arguments), open_desktop)


def open_desktop(folder: Path, language: str | None) -> int:
    # Loading makes many objects and no garbage; looking for some costs a tenth of the start.
    gc.disable()
    try:
        _import_as_python_does()
        _begin(lambda: _tell_why_not(folder, language))
        from ui.desktop import open_desktop as open_window
    except ModuleNotFoundError:
        raise
    except ImportError:  # a library of the system is missing that Qt is linked to
        return _tell_why_not(folder, language)
    return open_window(folder, language)


def _begin(give_up: Callable[[], int]) -> None:
    """Makes Qt's application. Where Qt cannot, it tells a handler and aborts once that returns."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    from ui.shared.theme import application

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            os._exit(give_up())
        heard.append(text)

    heard: list[str] = []
    before = qInstallMessageHandler(hear)
    application()
    qInstallMessageHandler(before)
    if sys.stderr is not None:
        sys.stderr.writelines(f"{text}\n" for text in heard)


def _tell_why_not(folder: Path, language: str | None) -> int:
    from ui.no_window import tell

    return tell(folder, language)


def _import_as_python_does() -> None:
    """Loads Qt and gives `import` back to Python.

    PySide puts an import of its own in the place of Python's, for programs that write
    `from __feature__ import snake_case`. To know where that matters it reads the source of every
    module that is imported from then on (`PySide6/support/feature.py`). Nothing here writes that.
    """
    import builtins

    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _desktop_options(arguments: Sequence[str]) -> dict[str, str] | None:
    """`--shop DIR --lang CODE` and nothing else, each with a good value; None for the console to judge."""
    from resources.words import LANGUAGES

    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or not set(names) <= set(_OPTIONS) or not all(values):
        return None
    options = dict(zip(names, values, strict=True))
    return options if options.get("--lang", "en") in LANGUAGES else None
