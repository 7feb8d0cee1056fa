"""Files written beside their place and moved there once they are whole."""

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import BinaryIO

from app.errors import ShopError
from app.keeping.whys import why


class CannotWrite(ShopError):
    """`path` could not be written; `why` says for what reason.

    It is no_folder, not_allowed, disk_full, is_folder, in_use, bad_name or failed.
    """


_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\u200e\u200f\u2066-\u2069]')
_LONGEST = 80


def pdf_called(title: str) -> str:
    """A name for a PDF that every system takes, whatever its title holds."""
    fit = " ".join(_UNFIT.sub(" ", title).split())[:_LONGEST].strip(". ")
    return f"{fit or 'Regulars'}.pdf"


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write into; it moves to `path` when the block ends well and vanishes when it does not.

    What stood at `path` before stays untouched until then. Raises `CannotWrite`.
    """
    with _told(path):
        path = Path(os.path.realpath(path))
        _check(path)
        beside = path if _is_device(path) else path.with_name(f".{secrets.token_hex(6)}.part")
        file = beside.open("wb" if beside == path else "xb")
    try:
        with file:
            yield file
            with _told(path):
                _push_out(file)
        if beside != path:
            with _told(path, is_move=True):
                beside.replace(path)
                _push_out_folder(path.parent)
    except OSError as error:
        if error.filename is not None:
            raise
        raise CannotWrite(path=path, why=why(error)) from error
    finally:
        if beside != path:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


@contextmanager
def scratch_file() -> Iterator[BinaryIO]:
    """A file that vanishes with the block, for what is made before it is known where it goes.

    Raises `CannotWrite` about the folder for such files, as when its disk is full.
    """
    folder = Path(gettempdir())
    with _told(folder):
        file = TemporaryFile()  # noqa: SIM115 - closed by the block that is left
    try:
        yield file
    except OSError as error:
        if error.filename is not None:
            raise
        raise CannotWrite(path=folder, why=why(error)) from error
    finally:
        with suppress(OSError):  # what found no room is held still, and closing tries it once more
            file.close()


def pour(document: BinaryIO, file: BinaryIO, path: Path) -> None:
    """All of `document` into `file`, which is `path` or becomes it. Raises `CannotWrite` about `path`."""
    document.seek(0)
    with _told(path):
        shutil.copyfileobj(document, file)
        file.flush()


@contextmanager
def _told(path: Path, *, is_move: bool = False) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = why(error)
        if is_move and reason == "not_allowed":
            reason = "in_use"  # the folder took the new file a moment ago: somebody holds the old one open
        raise CannotWrite(path=path, why=reason) from error


def _check(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(path))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "", str(path))


def _is_device(path: Path) -> bool:
    """A pipe or device is written into; it cannot be replaced."""
    return path.exists() and not path.is_file()


def _push_out(file: BinaryIO) -> None:
    file.flush()
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # a pipe cannot be pushed
            raise


def _push_out_folder(folder: Path) -> None:
    """So that the new name, too, survives a power cut; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
