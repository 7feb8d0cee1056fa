"""Why the disk refused, in the plain words that `reports/sentences.py` knows."""

import errno
import sqlite3
from collections.abc import Mapping

_BY_NUMBER: Mapping[int, str] = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "is_file",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "not_allowed",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EISDIR: "is_folder",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.ENAMETOOLONG: "bad_name",
    errno.EINVAL: "bad_name",
}
_BY_SQLITE: Mapping[int, str] = {
    sqlite3.SQLITE_READONLY: "not_allowed",
    sqlite3.SQLITE_CANTOPEN: "not_allowed",
    sqlite3.SQLITE_PERM: "not_allowed",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_BUSY: "in_use",
    sqlite3.SQLITE_LOCKED: "in_use",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_BY_SQLITE_EXTENDED: Mapping[int, str] = {
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",  # no room even for what readers share
}
_PLAIN_CODE = 0xFF  # SQLite's extended codes carry the plain one in their low byte


def why(error: Exception) -> str:
    """A word such as `not_allowed` for what the system or SQLite said; `failed` for anything else."""
    if isinstance(error, OSError):
        return _BY_NUMBER.get(error.errno or 0, "failed")
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # Python's own: a text on the disk that is none
            return "damaged" if isinstance(error, sqlite3.OperationalError) else "failed"
        known = _BY_SQLITE_EXTENDED.get(code) or _BY_SQLITE.get(code & _PLAIN_CODE)
        return known or "failed"
    return "bad_name" if isinstance(error, ValueError) else "failed"
