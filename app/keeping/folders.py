"""Where a book usually lies, and whether a folder is a safe home for it: not synced, nor far away."""

import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

# Programs that copy files while they are being written, by the folders they make.
_SYNCED = frozenset(
    """dropbox onedrive nextcloud owncloud pcloud googledrive box-sync syncthing mega
    icloud~com~apple~clouddocs""".split()
)
_SYNCED_BEGINNINGS = (
    "onedrive - ",
    "google drive",
    "icloud drive",
    "mobile documents",
    "dropbox (",
)
_NETWORK_SYSTEMS = frozenset(
    "nfs nfs4 cifs smb3 smbfs afpfs fuse.sshfs fuse.rclone 9p davfs".split()
)
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def usual_folder() -> Path:
    """Where the platform keeps a program's data."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Regulars", appauthor=False))


class Danger(StrEnum):
    """Two computers must not write into one book there; a backup may well go there."""

    SYNCED = "synced"
    NETWORK = "network"


def danger_of(folder: Path) -> Danger | None:
    """What speaks against keeping the book in `folder`, as far as can be told."""
    whole = folder.absolute()
    if _is_synced(whole.parts):
        return Danger.SYNCED
    return Danger.NETWORK if _is_on_network(whole) else None


def network_mount(folder: Path, mounts: Iterable[str]) -> bool:
    """Whether `folder` lies on a network file system, from lines as `/proc/self/mounts` has them."""
    best, system = "", ""
    for line in mounts:
        parts = line.split()
        if len(parts) > 2 and len(parts[1]) >= len(best) and _lies_in(folder, parts[1]):  # noqa: PLR2004
            best, system = parts[1], parts[2]
    return system in _NETWORK_SYSTEMS


def _is_synced(parts: Iterable[str]) -> bool:
    names = [part.casefold() for part in parts]
    return any(name in _SYNCED or name.startswith(_SYNCED_BEGINNINGS) for name in names)


def _is_on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        drive_type = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return folder.drive.startswith("\\\\") or drive_type == _REMOTE_DRIVE
    try:
        return network_mount(folder, Path("/proc/self/mounts").read_text("utf-8").splitlines())
    except OSError:
        return False


def _lies_in(folder: Path, mount: str) -> bool:
    return folder.is_relative_to(mount.replace("\\040", " "))
