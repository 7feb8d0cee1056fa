"""Reads the files that are named on the command line."""

from pathlib import Path

from app.people.exchange.errors import UnreadableFile

_WHYS: dict[type[OSError], str] = {
    FileNotFoundError: "absent",
    NotADirectoryError: "absent",
    PermissionError: "not permitted",
}


def content(file: Path) -> bytes:
    """What a file or pipe holds. Raises `UnreadableFile`."""
    try:
        return file.read_bytes()
    except OSError as error:
        why = "folder" if file.is_dir() else _WHYS.get(type(error), "unreadable")
        raise UnreadableFile(name=file.name or str(file), why=why) from error
