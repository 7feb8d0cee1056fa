"""Names for things that stay unique when the books of two tills are joined."""

import os
from datetime import datetime

_RANDOM_BYTES = 10  # 74 bits are used; `secrets` would load all of hashlib for the same


def new_uid(at: datetime) -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    return _written(_moment(at), int.from_bytes(os.urandom(_RANDOM_BYTES)) >> 6)


def new_uids(at: datetime, count: int) -> list[str]:
    """As many as are wanted of one moment, for the price of one look at the system's chance."""
    moment = _moment(at)
    noise = os.urandom(_RANDOM_BYTES * count)
    return [
        _written(moment, int.from_bytes(noise[start : start + _RANDOM_BYTES]) >> 6)
        for start in range(0, len(noise), _RANDOM_BYTES)
    ]


def _moment(at: datetime) -> int:
    return (int(at.timestamp() * 1000) & (2**48 - 1)) << 80


def _written(moment: int, noise: int) -> str:
    low = 0b10 << 62 | noise & (2**62 - 1)
    signs = f"{moment | 7 << 76 | (noise >> 62) << 64 | low:032x}"
    return f"{signs[:8]}-{signs[8:12]}-{signs[12:16]}-{signs[16:20]}-{signs[20:]}"
